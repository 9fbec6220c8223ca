"""CSV as RFC 4180 has it (lines end in LF), in UTF-8 without a byte order mark.

A text cell that a spreadsheet would take for a formula gets a leading apostrophe, unless the raw flavour is asked
for; `unguard` takes it away again. Numbers and moments are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.export.atomic import replacing

if TYPE_CHECKING:
    import pandas as pd

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
NEEDS_QUOTES = re.compile('[",\r\n]')
ROWS_AT_ONCE = 20_000


def guard(text: str) -> str:
    """The text as a cell that no spreadsheet computes: an apostrophe before one that starts with = + - @ tab CR LF.

    One that starts with an apostrophe gets a second one, so that unguard is the exact inverse.
    """
    return "'" + text if text.startswith(STARTS_A_FORMULA) else text


def unguard(cell: str) -> str:
    """The text that guard made the cell from; a cell that guard cannot have made stays as it is."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS_A_FORMULA) else cell


def to_csv(frame: pd.DataFrame, path: str | Path | None = None, raw: bool = False) -> str | None:
    """Write a table as CSV to path, or return it as text where no path is given.

    Text cells are guarded against formulas (see guard), unless raw; numbers are written in full, never with an
    exponent, and moments as 2016-09-29T00:00:00Z. An empty cell is a null. Raises OSError.

    >>> import pandas, claimtrack
    >>> print(claimtrack.to_csv(pandas.DataFrame({"source": ["the ministry", "@envoy"], "value": [430_000.0, -0.5]})))
    source,value
    the ministry,430000
    '@envoy,-0.5
    <BLANKLINE>
    """
    if path is None:
        return "".join(_text_of(frame, raw))
    with replacing(Path(path)) as (file,):
        for text in _text_of(frame, raw):
            file.write(text.encode())
    return None


class Writer:
    """Appends frames of the claims table to an open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.write((",".join(column.name for column in schema.COLUMNS) + "\n").encode())

    def write(self, frame: pd.DataFrame) -> None:
        for text in _lines_of(frame, raw=False):
            self._file.write(text.encode())

    def close(self) -> None:
        """Nothing is held back."""


def read(path: Path) -> pd.DataFrame:
    """The claims table of a CSV file that Writer or to_csv (not raw) wrote; a byte order mark is allowed.

    Raises OSError, UnicodeDecodeError, schema.SchemaError, or pandas' ParserError, which is a ValueError.
    """
    import pandas as pd

    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            cells = pd.read_csv(file, dtype="string", na_filter=False, index_col=False)
        except pd.errors.EmptyDataError:
            cells = pd.DataFrame()
    schema.check_names(cells.columns)
    columns = {}
    for column in schema.COLUMNS:
        values: list[str] = cells.pop(column.name).to_list()
        columns[column.name] = schema.typed(column, [unguard(v) for v in values] if _is_text(column.dtype) else values)
    return pd.DataFrame(columns)


def _is_text(dtype: str) -> bool:
    return dtype in ("string", "category")


def _text_of(frame: pd.DataFrame, raw: bool) -> Iterator[str]:
    header = [str(name) if raw else guard(str(name)) for name in frame.columns]
    yield ",".join(map(_quoted, header)) + "\n"
    yield from _lines_of(frame, raw)


def _lines_of(frame: pd.DataFrame, raw: bool) -> Iterator[str]:
    for start in range(0, len(frame), ROWS_AT_ONCE):
        rows = frame.iloc[start : start + ROWS_AT_ONCE]
        columns = [_cells(rows.iloc[:, place], raw) for place in range(rows.shape[1])]
        yield "".join(",".join(line) + "\n" for line in zip(*columns, strict=True))


def _cells(values: pd.Series[Any], raw: bool) -> Sequence[str]:
    """The column's cells as they stand in the file; each distinct value is written once."""
    listed = values.astype(object).where(values.notna(), None).to_list()
    written = {value: _cell(value, raw) for value in dict.fromkeys(listed)}
    return [written[value] for value in listed]


def _cell(value: object, raw: bool) -> str:
    match value:
        case None:
            return ""
        case float():
            return number(value)
        case bool() | int():
            return str(value)
        case datetime():
            return moment(value)
        case _:
            return _quoted(str(value) if raw else guard(str(value)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text


def number(value: float) -> str:
    """A number in full and without loss: 430000, 0.000012, never 4.3e5."""
    if value.is_integer():
        return f"{value:.0f}"
    return format(Decimal(repr(float(value))), "f")


def moment(value: datetime) -> str:
    """A moment as ISO 8601 with its offset, Z for UTC: 2016-09-29T00:00:00Z."""
    return value.isoformat().replace("+00:00", "Z")
