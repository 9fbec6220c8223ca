"""Any claims table, for tests that hold for all of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from claimtrack import schema
from claimtrack.schema import Column

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "+5", "-5", "@x", "\tx", "\r", "\n", "'", "''=", "a,b", 'a"b', "a\r\nb", "NA", "nan", "null", "0", " x "]
)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def cells(column: Column[Any]) -> st.SearchStrategy[object]:
    """Any value that the column allows."""
    values: st.SearchStrategy[object]
    match column.dtype:
        case "string":
            values = TEXTS.filter(bool)
        case "category":
            values = st.sampled_from(column.allowed) if column.allowed else TEXTS.filter(bool)
        case "timestamp":
            values = MOMENTS
        case "float64":
            values = st.floats(*column.between) if column.between else FINITE
        case "int64" | "Int64":
            values = st.integers(1, 2**31)
    return values | st.none() if column.nullable else values


ROWS = st.tuples(*(cells(column) for column in schema.COLUMNS))
FRAMES = st.lists(ROWS, max_size=4).map(schema.rows_frame)
