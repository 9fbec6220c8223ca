"""Rows as a pandas table with exact dtypes, and the checks of such a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimtrack.model import Claim, Document
from claimtrack.schema.column import PANDAS_DTYPES, Column, Row, SchemaError, range_in_words, type_in_words
from claimtrack.schema.columns import COLUMNS, DOCUMENT_COLUMNS
from claimtrack.schema.review_columns import DECISION_COLUMNS
from claimtrack.schema.rows import claim_row

if TYPE_CHECKING:
    import pandas as pd


TRUTHS = {"True": True, "False": False}


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a table, a row each, in their order. Raises SchemaError for a cell that has no place in it."""
    return rows_frame([claim_row(claim) for claim in claims])


def rows_frame(rows: Sequence[Row]) -> pd.DataFrame:
    """As claims_frame, of rows that claim_row made."""
    return table_of(COLUMNS, rows)


def documents_frame(documents: Iterable[Document]) -> pd.DataFrame:
    """The documents as a table (DOCUMENT_COLUMNS), a row each, in their order."""
    return table_of(DOCUMENT_COLUMNS, [tuple(c.reads(document) for c in DOCUMENT_COLUMNS) for document in documents])


def decisions_frame(reviews: Iterable[object]) -> pd.DataFrame:
    """Every decision of a record of reviews as a table (DECISION_COLUMNS), a row each, in their order."""
    return table_of(DECISION_COLUMNS, [tuple(c.reads(review) for c in DECISION_COLUMNS) for review in reviews])


def empty_frame() -> pd.DataFrame:
    """The claims table without a row."""
    return rows_frame([])


def table_of(columns: Sequence[Column[Any]], rows: Sequence[Row]) -> pd.DataFrame:
    """Rows of plain values as a table of these columns. Raises SchemaError for a cell that has no place in it."""
    import pandas as pd

    cells: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = {column.name: typed(column, values) for column, values in zip(columns, cells, strict=True)}
    frame = pd.DataFrame(arrays)
    check_frame(frame, columns)
    return frame


def pandas_dtype(column: Column[Any], values: Iterable[object] = ()) -> Any:
    """The exact dtype of a column; the categories of an open one (kind) are those of the values, sorted."""
    import pandas as pd

    if column.dtype != "category":
        return pd.api.types.pandas_dtype(PANDAS_DTYPES.get(column.dtype, column.dtype))
    allowed = column.allowed or sorted({str(value) for value in values if value is not None})
    return pd.CategoricalDtype(pd.Index(allowed, dtype="str"))


def typed(column: Column[Any], values: Sequence[object]) -> Any:
    """Plain values as the array of a column.

    None and empty texts are nulls; moments are aware datetimes or ISO 8601 texts, numbers may be texts. A
    surrogate, which no file can hold, becomes U+FFFD. Raises SchemaError, naming the first value that does not fit.
    """
    if column.allowed is not None:
        known = {*column.allowed, None, ""}
        for row, value in enumerate(values):
            if value not in known:
                raise SchemaError(column.name, f"one of {', '.join(column.allowed)}", repr(value), row)
    try:
        return _array(column, values)
    except (TypeError, ValueError, KeyError, OverflowError):
        for row, value in enumerate(values):
            try:
                _array(column, [value])
            except (TypeError, ValueError, KeyError, OverflowError) as error:
                raise SchemaError(column.name, type_in_words(column), repr(value), row) from error
        raise


def _array(column: Column[Any], values: Sequence[object]) -> Any:
    import numpy as np
    import pandas as pd

    values = [None if value == "" else value for value in values]
    dtype = pandas_dtype(column, values)
    match column.dtype:
        case "string":
            try:
                return pd.array(values, dtype=dtype)
            except UnicodeEncodeError:
                return pd.array([value and storable(str(value)) for value in values], dtype=dtype)
        case "category":
            return pd.Categorical(values, dtype=dtype)
        case "timestamp":
            return pd.to_datetime(pd.Series(values, dtype=object), utc=True, format="ISO8601").astype(dtype).array
        case "bool":
            return np.array([TRUTHS[str(value)] for value in values], dtype=dtype)
        case "Int64":
            return pd.array([None if value is None else int(str(value)) for value in values], dtype=dtype)
        case _:
            return np.array(values, dtype=dtype)


def storable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no file can hold."""
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def check_frame(frame: pd.DataFrame, columns: Sequence[Column[Any]] = COLUMNS) -> None:
    """Raise SchemaError unless the frame has exactly these columns, dtypes, and values that they allow."""
    check_names(frame.columns, columns)
    for column in columns:
        _check_column(frame[column.name], column)


def check_names(names: Iterable[object], columns: Sequence[Column[Any]] = COLUMNS) -> None:
    """Raise SchemaError unless these are the names of the columns, in order."""
    given, wanted = [str(name) for name in names], [column.name for column in columns]
    for name in wanted:
        if name not in given:
            raise SchemaError(name, "a column of that name", "none")
    for name in given:
        if name not in wanted:
            raise SchemaError(name, "no such column", "one that the table does not have")
    for name, found in zip(wanted, given, strict=False):
        if name != found:
            raise SchemaError(name, "the columns in their order", f"{found} in its place")
    if len(given) > len(wanted):
        raise SchemaError(given[-1], "each column once", f"{len(given)} columns")


def _check_column(cells: pd.Series[Any], column: Column[Any]) -> None:
    import numpy as np
    import pandas as pd

    is_open = column.dtype == "category" and column.allowed is None
    if not (isinstance(cells.dtype, pd.CategoricalDtype) if is_open else cells.dtype == pandas_dtype(column)):
        raise SchemaError(
            column.name, f"dtype {column.dtype if is_open else pandas_dtype(column)}", f"dtype {cells.dtype}"
        )
    nulls = cells.isna().to_numpy()
    if not column.nullable and nulls.any():
        raise SchemaError(column.name, "a value in every row", "a null", int(nulls.argmax()))
    if column.dtype not in ("float64", "int64", "Int64"):
        return
    low, high = column.between or (-np.finfo(float).max, np.finfo(float).max)
    outside = ~cells.between(low, high).fillna(False).to_numpy(dtype=bool) & ~nulls
    if outside.any():
        row = int(outside.argmax())
        raise SchemaError(column.name, range_in_words(column), str(cells.iloc[row]), row)
