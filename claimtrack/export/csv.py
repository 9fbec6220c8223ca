"""CSV as RFC 4180 has it (lines end in LF), in UTF-8, with a byte order mark in the Excel flavour only.

A text cell that a spreadsheet would take for a formula gets a leading apostrophe, unless the raw flavour is asked
for; `unguard` takes it away again. Numbers and moments are never touched.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from claimtrack import schema
from claimtrack.export.atomic import replacing
from claimtrack.export.cells import in_full, parts
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd

Flavour = Literal["guarded", "raw", "excel"]

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
NEEDS_QUOTES = re.compile('[",\r\n]')


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
        write_table(frame, file, "raw" if raw else "guarded")
    return None


def write_table(frame: pd.DataFrame, file: BinaryIO, flavour: Flavour = "guarded") -> None:
    """Write any table: guarded against formulas, raw, or for Excel, which is guarded and begins with a mark.

    Without the mark Excel does not take the file for UTF-8.
    """
    if flavour == "excel":
        file.write(codecs.BOM_UTF8)
    file.writelines(_encoded(text) for text in _text_of(frame, raw=flavour == "raw"))


class Writer:
    """Appends frames of the claims table to an open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.write((",".join(column.name for column in schema.COLUMNS) + "\n").encode())

    def write(self, frame: pd.DataFrame) -> None:
        for text in _lines_of(frame, raw=False):
            self._file.write(_encoded(text))

    def close(self) -> None:
        """Nothing is held back."""


def read(path: Path, columns: Sequence[Column[Any]] = schema.COLUMNS, raw: bool = False) -> pd.DataFrame:
    """The claims table (or another of these columns) of a CSV file; a byte order mark is allowed.

    raw: the file was written raw, so that an apostrophe is an apostrophe. Raises OSError, UnicodeDecodeError,
    schema.SchemaError, or pandas' ParserError, which is a ValueError.
    """
    import pandas as pd

    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            cells = pd.read_csv(file, dtype="string", na_filter=False, index_col=False)
        except pd.errors.EmptyDataError:
            cells = pd.DataFrame()
    schema.check_names(cells.columns, columns)
    arrays = {}
    for column in columns:
        values: list[str] = cells.pop(column.name).to_list()
        guarded = not raw and column.dtype in ("string", "category")
        arrays[column.name] = schema.typed(column, [unguard(value) for value in values] if guarded else values)
    return pd.DataFrame(arrays)


def _text_of(frame: pd.DataFrame, raw: bool) -> Iterator[str]:
    header = [str(name) if raw else guard(str(name)) for name in frame.columns]
    yield ",".join(map(_quoted, header)) + "\n"
    yield from _lines_of(frame, raw)


def _lines_of(frame: pd.DataFrame, raw: bool) -> Iterator[str]:
    for columns in parts(frame):
        written = [_written(cells, raw) for cells in columns]
        yield "".join(",".join(line) + "\n" for line in zip(*written, strict=True))


def _written(cells: list[Any], raw: bool) -> list[str]:
    """A column's cells as they stand in the file; each distinct text is written once."""
    texts = {text: _cell(text, raw) for text in {cell for cell in cells if isinstance(cell, str)}}
    return [texts[cell] if isinstance(cell, str) else _cell(cell, raw) for cell in cells]


def _cell(value: object, raw: bool) -> str:
    text = in_full(value)
    is_plain = value is None or isinstance(value, float | int | Decimal | date)
    return text if is_plain else _quoted(text if raw else guard(text))


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return schema.storable(text).encode()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text
