"""JSON: one array of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from claimtrack.export.records import records

if TYPE_CHECKING:
    import pandas as pd


def write_table(frame: pd.DataFrame, file: BinaryIO) -> None:
    """Write any table: an array with an object a row, each on a line of its own."""
    before = b"[\n"
    for record in records(frame):
        file.write(before + record)
        before = b",\n"
    file.write(b"[]\n" if before == b"[\n" else b"\n]\n")
