"""What a number measures."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """A unit beside a number.

    start, end: with the words that belong to the figure (currency, percent). unit_end: where the unit's words end,
    which is behind `end` for true measures ("12 km": the figure is "12"). factor: what the unit's words multiply by
    ("3 MEUR": a million).
    """

    start: int
    end: int
    unit_end: int
    unit: str
    measures: str
    factor: float = 1.0
