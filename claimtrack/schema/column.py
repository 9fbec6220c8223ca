"""What a column is: its name, type, unit, meaning and the values that it allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

Dtype = Literal["string", "category", "timestamp", "float64", "int64", "Int64", "bool"]
Row = tuple[object, ...]
Thing = TypeVar("Thing")

PYTHON_TYPES = {"timestamp": datetime, "float64": float | int, "int64": int, "Int64": int}
PANDAS_DTYPES = {"string": "string", "timestamp": "datetime64[us, UTC]"}
TYPES_IN_WORDS = {
    "string": "text",
    "category": "one of a list",
    "timestamp": "moment (UTC, ISO 8601)",
    "float64": "number",
    "int64": "whole number",
    "Int64": "whole number",
    "bool": "True or False",
}


class SchemaError(ValueError):
    """A frame is not a table of this schema.

    column: where; expected, found: in words; row: the position of the first wrong row, from 0, None where the
    whole column is wrong.
    """

    def __init__(self, column: str, expected: str, found: str, row: int | None = None) -> None:
        self.column, self.expected, self.found, self.row = column, expected, found, row
        place = "" if row is None else f", row {row}"
        super().__init__(f"column {column}{place}: expected {expected}, found {found}")

    def __reduce__(self) -> tuple[type[SchemaError], tuple[str, str, str, int | None]]:
        return SchemaError, (self.column, self.expected, self.found, self.row)


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing]):
    """One column.

    reads: from the claim (or document) to its cell; None or an empty text is a null.
    allowed: the values of a category; None where the data decides (a user may add kinds).
    between: the bounds, inclusive, of a number.
    """

    name: str
    dtype: Dtype
    meaning: str
    reads: Callable[[Thing], object]
    unit: str | None = None
    allowed: tuple[str, ...] | None = None
    between: tuple[float, float] | None = None
    nullable: bool = True


def type_in_words(column: Column[Any]) -> str:
    return TYPES_IN_WORDS[column.dtype]


def range_in_words(column: Column[Any]) -> str:
    return "a finite number" if column.between is None else "a number from {:g} to {:g}".format(*column.between)
