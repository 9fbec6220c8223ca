"""A number together with what it measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.figures.excluded import exclusion
from claimtrack.figures.number import Number
from claimtrack.figures.units import measure_at


class Measured(NamedTuple):
    """A number with what it measures; start and end include currency and percent, unit_end the unit's words."""

    number: Number
    start: int
    end: int
    unit_end: int
    unit: str | None
    measures: str | None
    value: float | None


# "half an hour", "a quarter of a mile"; "billions of dollars", "hundreds of kilometres"
_TIES = {"fraction": re.compile(r"(?:\sof)?\san?(?=\s)"), "vague": re.compile(r"\sof(?=\s)")}
_DIVISIBLE = frozenset(("duration", "length", "area", "mass", "volume", "money"))
_LARGE = 1e5  # "2 lakh pounds" and more are money, no weight


def measured(text: str, number: Number, floor: int) -> Measured:
    """The number with the unit that stands beside it, if any; a ratio has none ("one in six dollars").

    floor: the end of the figure before.
    """
    if number.form == "ratio":
        return Measured(number, number.start, number.end, number.end, None, None, number.value)
    at = number.end
    tie = _TIES.get(number.form)
    if tie and (match := tie.match(text, at)):
        at = match.end()
    scaled = number.scale >= _LARGE or number.form == "vague"
    found = measure_at(text, number.start, at, floor, number.value, scaled)
    if found is None or (at != number.end and found.measures not in _DIVISIBLE):
        return Measured(number, number.start, number.end, number.end, None, None, number.value)
    value = None if number.value is None else number.value * found.factor
    end = number.end if found.end == at else found.end
    return Measured(number, found.start, end, found.unit_end, found.unit, found.measures, value)


def excluded(text: str, m: Measured) -> str | None:
    """Why it is no figure of a claim, None where it may be one."""
    number = m.number
    plain = number.scale == 1 and number.form in ("digits", "words")
    return exclusion(text, number.start, number.end, m.measures, plain)
