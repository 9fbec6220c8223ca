"""A claim as a row: plain values, checked."""

from __future__ import annotations

from math import isfinite
from typing import Any

from claimtrack.model import Claim
from claimtrack.schema.column import PYTHON_TYPES, Column, Row, SchemaError, range_in_words, type_in_words
from claimtrack.schema.columns import COLUMNS


def claim_row(claim: Claim) -> Row:
    """The cells of a claim in the order of COLUMNS: plain values that can be sent between processes.

    Raises SchemaError for a value that the table does not allow.
    """
    return tuple(_checked(column, column.reads(claim)) for column in COLUMNS)


def _checked(column: Column[Any], value: object) -> object:
    if value is None or value == "":
        if not column.nullable:
            raise SchemaError(column.name, "a value", "none")
        return None
    if not isinstance(value, PYTHON_TYPES.get(column.dtype, str)) or isinstance(value, bool):
        raise SchemaError(column.name, type_in_words(column), repr(value))
    if column.allowed is not None and value not in column.allowed:
        raise SchemaError(column.name, f"one of {', '.join(column.allowed)}", repr(value))
    if isinstance(value, float | int):
        low, high = column.between or (value, value)
        if not (low <= value <= high and isfinite(value)):
            raise SchemaError(column.name, range_in_words(column), repr(value))
    return value
