"""A table as records: one JSON object a row, every column in order, null where there is none, moments in ISO 8601."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from claimtrack import schema
from claimtrack.export.cells import for_json, moment, parts

if TYPE_CHECKING:
    import pandas as pd


def records(frame: pd.DataFrame) -> Iterator[bytes]:
    """Each row as one line of JSON without its line end, in UTF-8.

    A number that JSON has no word for (infinity) is a null.
    """
    names = [str(name) for name in frame.columns]
    for columns in parts(frame):
        for row in zip(*(_jsonable(cells) for cells in columns), strict=True):
            yield encoded(dict(zip(names, row, strict=True)))


def encoded(record: dict[str, Any]) -> bytes:
    """One record as JSON in UTF-8, with U+FFFD for a lone surrogate."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=for_json)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return schema.storable(text).encode()


def _jsonable(cells: list[Any]) -> list[Any]:
    return [_value(cell) if isinstance(cell, date | float) else cell for cell in cells]


def _value(cell: date | float) -> str | float | None:
    if isinstance(cell, date):
        return moment(cell)
    return cell if isfinite(cell) else None
