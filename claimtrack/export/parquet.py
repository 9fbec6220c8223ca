"""Parquet: exact types, small files, and what DuckDB and pandas read fastest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd


class Writer:
    """Appends frames of one table (the claims, or the documents) to an open file, a row group a frame."""

    def __init__(self, file: BinaryIO, columns: Sequence[Column[Any]] = schema.COLUMNS) -> None:
        import pyarrow.parquet

        self._schema = _arrow_schema(columns)
        self._writer = pyarrow.parquet.ParquetWriter(file, self._schema, compression="zstd")

    def write(self, frame: pd.DataFrame) -> None:
        import pyarrow

        self._writer.write_table(pyarrow.Table.from_pandas(frame, schema=self._schema, preserve_index=False))

    def close(self) -> None:
        """Write the footer; without it the file cannot be read."""
        self._writer.close()


def write_table(frame: pd.DataFrame, file: BinaryIO) -> None:
    """Write any table, each column with its own type."""
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    pyarrow.parquet.write_table(table, file, compression="zstd")


def read(path: Path, columns: Sequence[Column[Any]] = schema.COLUMNS) -> pd.DataFrame:
    """The table of a Parquet file that Writer wrote.

    Raises OSError, schema.SchemaError, or pyarrow's ArrowInvalid, which is a ValueError.
    """
    import pandas as pd
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    schema.check_names(table.column_names, columns)
    arrays = {}
    for column in columns:
        cells = table.column(column.name)
        try:
            cells = cells.cast(_arrow_type(column, encoded=False))
        except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
            raise schema.SchemaError(column.name, column.dtype, str(cells.type)) from error
        if column.dtype == "category":
            arrays[column.name] = _categories(column, cells)
        else:
            dtype = schema.pandas_dtype(column)
            arrays[column.name] = cells.to_pandas(types_mapper={cells.type: dtype}.get).astype(dtype).array
    return pd.DataFrame(arrays)


def _categories(column: Column[Any], cells: Any) -> Any:
    """The array of a category column; each of its few texts is looked at once."""
    import numpy as np

    encoded = cells.combine_chunks().dictionary_encode()
    try:
        texts = schema.typed(column, encoded.dictionary.to_pylist())
    except schema.SchemaError:
        return schema.typed(column, cells.to_pylist())  # which names the row
    places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return texts.take(places.astype(np.intp), allow_fill=True)


def _arrow_schema(columns: Sequence[Column[Any]]) -> Any:
    import pyarrow

    return pyarrow.schema([(column.name, _arrow_type(column, encoded=True)) for column in columns])


def _arrow_type(column: Column[Any], encoded: bool) -> Any:
    import pyarrow

    match column.dtype:
        case "string":
            return pyarrow.string()
        case "category":
            return pyarrow.dictionary(pyarrow.int32(), pyarrow.string()) if encoded else pyarrow.string()
        case "timestamp":
            return pyarrow.timestamp("us", "UTC")
        case "float64":
            return pyarrow.float64()
        case "bool":
            return pyarrow.bool_()
        case "int64" | "Int64":
            return pyarrow.int64()
