"""A number together with what it measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.figures.excluded import exclusion
from claimtrack.figures.number import Number
from claimtrack.figures.tallies import is_tally
from claimtrack.figures.units import measure_at, unit_named
from claimtrack.language.neighbours import small_word_before
from claimtrack.language.patterns import any_of
from claimtrack.language.time_words import AGO_WORDS


class Measured(NamedTuple):
    """A number with what it measures; start and end include currency and percent, unit_end the unit's words."""

    number: Number
    start: int
    end: int
    unit_end: int
    unit: str | None
    measures: str | None
    value: float | None


# "half an hour", "a quarter of a mile", "half a percentage point"; "billions of dollars", "hundreds of kilometres"
_TIES = {"fraction": re.compile(r"(?:\sof)?\san?(?=\s)"), "vague": re.compile(r"\sof(?=\s)")}
_DIVISIBLE = frozenset(("duration", "length", "area", "volume", "mass", "money", "percent"))
_AND = " and "
_PARTS = (0.25, 0.5, 0.75)
_ONE_OF_UNIT = re.compile(r"(?i)\ban?\s(?P<unit>[a-z]{3,12}) and \Z")
_AGO = re.compile(rf"\s{any_of((*AGO_WORDS['always'], *AGO_WORDS['markers']))}\b")
_SPANS = frozenset(AGO_WORDS["spans"])
_LOOK = 24  # characters before a part in which its unit is looked for


def measured(text: str, number: Number, floor: int, outlet: str) -> Measured:
    """The number with the unit that stands beside it, if any; a ratio has none ("one in six dollars").

    floor: the end of the figure before. outlet: the country of the paper (ISO 3166), "" where unknown.
    """
    if number.form == "ratio":
        return _bare(number)
    if number.form == "digits" and is_tally(text, number.start, number.end):
        return _bare(number._replace(form="tally"))
    if number.form == "fraction" and (whole := _one_and_part(text, number, floor)):
        return whole
    at = number.end
    tie = _TIES.get(number.form)
    if tie and (match := tie.match(text, at)):
        at = match.end()
    found = measure_at(text, number, at, floor, outlet)
    if found is None or (at != number.end and found.measures not in _DIVISIBLE):
        return _bare(number)
    value = None if number.value is None else number.value * found.factor
    end = number.end if found.end == at else found.end
    return Measured(number, found.start, end, found.unit_end, found.unit, found.measures, value)


def _bare(number: Number) -> Measured:
    return Measured(number, number.start, number.end, number.end, None, None, number.value)


def _one_and_part(text: str, part: Number, floor: int) -> Measured | None:
    """ "a mile and a half", "an hour and three quarters": the unit stands before the part, and a second "a" is one."""
    before = text[max(floor, part.start - _LOOK) : part.start]
    if not before.endswith(_AND) or part.value not in _PARTS:
        return None
    match = _ONE_OF_UNIT.search(before)
    if match is None:
        return None
    begin = part.start - len(before) + match.start()
    name = unit_named(match["unit"])
    if name is None or name[1] not in _DIVISIBLE:
        return None
    whole = part._replace(start=begin, value=1 + part.value, form="words")
    return Measured(whole, begin, part.end, part.end, name[0], name[1], whole.value)


def excluded(text: str, m: Measured) -> str | None:
    """Why it is no figure of a claim, None where it may be one."""
    number = m.number
    if number.form == "multiple":
        return "multiple"  # it compares; what it says is counted elsewhere, if at all
    if m.unit_end == m.end == number.end and m.measures == "duration" and _is_ago(text, m):
        return "ago"  # "an hour and a half ago"
    plain = number.scale == 1 and number.form in ("digits", "words")
    return exclusion(text, number.start, number.end, m.measures, plain)


def _is_ago(text: str, m: Measured) -> bool:
    """ "an hour and a half later", but not "for an hour and a half after the quake"."""
    return _AGO.match(text, m.end) is not None and small_word_before(text, m.start) not in _SPANS
