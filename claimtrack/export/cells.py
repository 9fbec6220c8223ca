"""A table's cells as plain Python values, and values as words: what every format starts from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

ROWS_AT_ONCE = 20_000


def plain(values: pd.Series[Any]) -> list[Any]:
    """The cells of a column as Python values: None for null, lists for arrays."""
    listed = values.astype(object).where(values.notna(), None).to_list()
    return [value.tolist() if hasattr(value, "tolist") else value for value in listed]


def parts(frame: pd.DataFrame) -> Iterator[list[list[Any]]]:
    """The plain cells of all columns, some thousands of rows at a time."""
    for start in range(0, len(frame), ROWS_AT_ONCE):
        rows = frame.iloc[start : start + ROWS_AT_ONCE]
        yield [plain(rows.iloc[:, place]) for place in range(rows.shape[1])]


def number(value: float) -> str:
    """A number in full and without loss: 430000, 0.000012, never 4.3e5."""
    if value.is_integer():
        return f"{value:.0f}"
    return format(Decimal(repr(float(value))), "f")


def moment(value: date) -> str:
    """A moment as ISO 8601 with its offset, Z for UTC (2016-09-29T00:00:00Z); a day without a time as 2016-09-29."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value.isoformat()


def in_full(value: object) -> str:
    """Any value as text without loss; nothing for null."""
    match value:
        case None:
            return ""
        case str():
            return value
        case float():
            return number(value)
        case Decimal():
            return format(value, "f")
        case date():
            return moment(value)
        case _:
            return words(value)


def words(value: object) -> str:
    """A value that is neither text nor number nor moment in words: lists and records as compact JSON."""
    if isinstance(value, dict | Sequence) and not isinstance(value, str | bytes):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=for_json)
    return str(value)


def for_json(value: object) -> object:
    """What json.dumps writes for a value that JSON does not know."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return moment(value)
        case _ if hasattr(value, "tolist"):
            return value.tolist()
        case _:
            return str(value)
