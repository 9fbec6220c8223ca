"""JSON lines: one claim a line, every column in order, null where there is none, moments as in the CSV."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.export.records import records
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd


class Writer:
    """Appends frames of the claims table to an open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, frame: pd.DataFrame) -> None:
        write_table(frame, self._file)

    def close(self) -> None:
        """Nothing is held back."""


def write_table(frame: pd.DataFrame, file: BinaryIO) -> None:
    """Write any table: an object a row, a row a line."""
    file.writelines(record + b"\n" for record in records(frame))


def read(path: Path, columns: Sequence[Column[Any]] = schema.COLUMNS) -> pd.DataFrame:
    """The claims table (or another of these columns) of a file of JSON lines.

    Raises OSError, UnicodeDecodeError, ValueError with the line.
    """
    import pandas as pd

    read: dict[str, list[object]] = {column.name: [] for column in columns}
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line_number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ValueError(f"line {line_number} is not JSON: {error}") from error
            if not isinstance(row, dict):
                raise ValueError(f"line {line_number} is not a row of the table")
            if row.keys() != read.keys():
                schema.check_names(row, columns)
            for name, cells in read.items():
                cells.append(row[name])
    return pd.DataFrame({column.name: schema.typed(column, read[column.name]) for column in columns})
