"""JSON lines: one claim a line, every column in order, null where there is none, moments as in the CSV."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.export.csv import moment

if TYPE_CHECKING:
    import pandas as pd


class Writer:
    """Appends frames of the claims table to an open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, frame: pd.DataFrame) -> None:
        columns = [_plain(frame[column.name], column.dtype) for column in schema.COLUMNS]
        names = [column.name for column in schema.COLUMNS]
        for values in zip(*columns, strict=True):
            line = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False, separators=(",", ":"))
            self._file.write(line.encode() + b"\n")

    def close(self) -> None:
        """Nothing is held back."""


def read(path: Path) -> pd.DataFrame:
    """The claims table of a file that Writer wrote. Raises OSError, UnicodeDecodeError, ValueError with the line."""
    import pandas as pd

    columns: dict[str, list[object]] = {column.name: [] for column in schema.COLUMNS}
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
            if row.keys() != columns.keys():
                schema.check_names(row)
            for name, cells in columns.items():
                cells.append(row[name])
    return pd.DataFrame({column.name: schema.typed(column, columns[column.name]) for column in schema.COLUMNS})


def _plain(values: pd.Series[Any], dtype: schema.Dtype) -> list[Any]:
    listed = values.astype(object).where(values.notna(), None).to_list()
    return [value and moment(value) for value in listed] if dtype == "timestamp" else listed
