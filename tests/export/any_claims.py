"""Any claims table, for tests that hold for all of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from claimtrack import schema
from claimtrack.schema import Column

ODD_TEXTS = (
    *("=1+1", "+5", "-5", "@x", "\tx", "\r", "\n", "'", "''=", "'=1", '=HYPERLINK("http://x")'),  # formulas, guards
    *("a,b", 'a"b', "a\r\nb", " x ", "http://x", "<r>x</r>", "_x0041_"),  # syntax of a format
    *("NA", "nan", "null", "0", "1e5", "007", "TRUE"),  # like a value of another type
    *("\0", "a\0b", "\u202eabc", "مرحبا", "\ufeffx", "\ufffe"),  # unusual characters
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(ODD_TEXTS)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
FINITE = st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(
    [0.0, -0.0, 5e-324, 1.7976931348623157e308, -1e22, 0.1 + 0.2, 2.0**53]
)


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
        case "bool":
            values = st.booleans()
        case "int64" | "Int64":
            values = st.integers(1, 2**31)
    return values | st.none() if column.nullable else values


ROWS = st.tuples(*(cells(column) for column in schema.COLUMNS))
FRAMES = st.lists(ROWS, max_size=4).map(schema.rows_frame)

EXPORTED = (*schema.COLUMNS, *schema.REVIEW_COLUMNS)
EXPORTS = st.lists(st.tuples(*(cells(column) for column in EXPORTED)), max_size=3).map(
    lambda rows: schema.table_of(EXPORTED, rows)
)
