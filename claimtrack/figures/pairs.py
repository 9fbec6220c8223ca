"""Two numbers that are one figure: ranges ("30-40", "between 30 and 40"), tolerances ("45 ± 3"), "6 feet 2 inches"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.figures.hedges import hedge_before, speaks_of_change
from claimtrack.figures.measured import Measured, excluded
from claimtrack.figures.names import counts_something
from claimtrack.figures.vocabulary import any_of, load
from claimtrack.model import Figure, Span

_RANGE = load("hedges.toml")["range"]
_OF_END = rf"(?:{any_of(_RANGE['before_the_upper_end'])}\s+)?"
_DASH = re.compile(r"\s?[-–—]\s?\Z|\s[-–]\s\Z")
_TO = re.compile(rf"[\s-]{{1,3}}(?:and\sup\s)?{any_of(_RANGE['to'])}[\s-]{{1,3}}{_OF_END}\Z")
_AND = re.compile(rf"\s{{1,3}}and\s{{1,3}}{_OF_END}\Z")
_OR = re.compile(r"\s{1,3}or\s{1,3}(?:even\s|perhaps\s|maybe\s|possibly\s)?\Z")
_BETWEEN = re.compile(rf"(?i)\b(?P<hedge>between)\s{{1,3}}{_OF_END}\Z")
_TOLERANCE = re.compile(rf"(?i),?\s?{any_of(_RANGE['tolerance'])}\s?\Z")
_BELOW_ZERO = re.compile(r"\sbelow\s\Z")
_TWO_BOUNDS = re.compile(r",?\s(?:and|but)\s")
_OF_PARTS = re.compile(r"(?:,|\sand)?\s\Z")
_PARTS = {("foot", "inch"): 12.0, ("pound", "ounce"): 16.0, ("stone", "pound"): 14.0}
_LONGEST_GAP = 36  # characters between the two
_WIDEST = 40  # no range's upper end is more than this many times its lower end where only a dash says so
_NO_AMOUNT = frozenset(("date", "year", "clock", "age", "name", "phone", "decade"))


class _Ends(NamedTuple):
    """Both ends of what may be a range, each with the scale and the unit that only one of them writes."""

    low: float
    high: float
    a: Measured
    b: Measured


def joined(text: str, a: Measured, b: Measured, floor: int) -> Figure | Measured | None:
    """The range that a and b are, or the one number that they make together; None where they are two figures.

    floor: the end of the figure before a, over which no hedge reaches.
    """
    if b.start - a.unit_end > _LONGEST_GAP or a.value is None or b.value is None:
        return None
    gap = text[a.unit_end : b.start]
    if "\n\n" in gap:
        return None
    return _composed(a, b, a.value, b.value, gap) or _tolerance(text, a, b, gap) or _range(text, a, b, gap, floor)


def _composed(a: Measured, b: Measured, first: float, second: float, gap: str) -> Measured | None:
    """ "6 feet 2 inches", "5 dollars and 20 cents", "10 degrees below zero"."""
    if _OF_PARTS.match(gap):
        part = _PARTS.get((a.unit or "", b.unit or ""))
        if part:
            return a._replace(end=b.end, unit_end=b.unit_end, value=first + second / part)
        if a.measures == b.measures == "money" and b.unit in ("cent", "penny") and a.unit not in ("cent", "penny"):
            return a._replace(end=b.end, unit_end=b.unit_end, value=first + second / 100)
    if second == 0 and a.measures == "temperature" and _BELOW_ZERO.match(gap):
        return a._replace(unit_end=b.end, value=-first)
    return None


def _tolerance(text: str, a: Measured, b: Measured, gap: str) -> Figure | None:
    """ "45 ± 3 percent", "50 kg, give or take 5": the bounds lie that far on either side."""
    tolerance = _TOLERANCE.match(gap)
    if tolerance is None or a.value is None or b.value is None or abs(b.value) > abs(a.value):
        return None
    if a.unit and b.unit and a.measures != b.measures:
        return None
    begin = a.unit_end + len(gap) - len(gap.lstrip(", "))
    hedge = Span(begin, a.unit_end + len(gap.rstrip()))
    low, high = a.value - b.value, a.value + b.value
    unit = a if a.unit else b
    return _ranged(text, _Ends(low, high, a, b._replace(unit=unit.unit, measures=unit.measures)), hedge)


def _range(text: str, a: Measured, b: Measured, gap: str, floor: int) -> Figure | None:
    ends = _shared(a, b)
    if ends is None or (a.unit and not b.unit and counts_something(text, b.end)):  # "paid $5 to 300 workers"
        return None
    if ends.high < ends.low < 0:  # "-20 to -30 degrees"
        ends = ends._replace(low=ends.high, high=ends.low)
    if not ends.low < ends.high:
        return None
    bounds = _two_bounds(text, ends, gap, floor)
    if bounds:
        return _ranged(text, ends, bounds)
    between = _BETWEEN.search(text, max(floor, a.start - 40), a.start)
    if not _reads_as_range(text, ends, gap, floor, between is not None):
        return None
    if between:
        return _ranged(text, ends, Span(between.start("hedge"), between.end("hedge")))
    hedge = hedge_before(text, a.start, floor, ends.low)
    return _ranged(text, ends, hedge[1] if hedge else None)


def _ranged(text: str, ends: _Ends, hedge: Span | None) -> Figure:
    low, high, a, b = ends
    first = excluded(text, a)
    return Figure(
        start=a.start, end=b.end, value=(low + high) / 2, low=low, high=high, qualifier="range", hedge=hedge,
        unit=b.unit, measures=b.measures, unit_end=b.unit_end, form=b.number.form,
        excluded=first if first in _NO_AMOUNT else excluded(text, b),
    )  # fmt: skip


def _shared(a: Measured, b: Measured) -> _Ends | None:
    """Both ends with the scale and the unit that only one of them writes; None where the two do not go together."""
    low, high = a.value, b.value
    if low is None or high is None or a.number.form == "vague" or b.number.form == "vague":
        return None
    bare = a.unit is None or a.measures == "money"
    if b.number.scale > 1 and a.number.scale == 1 and low * b.number.scale < high and bare:
        low *= b.number.scale
    if a.unit and b.unit and a.unit != b.unit:
        return None
    if a.unit and not b.unit:
        if a.measures != "money":
            return None
        b = b._replace(unit=a.unit, measures=a.measures)
    return _Ends(low, high, a, b)


def _reads_as_range(text: str, ends: _Ends, gap: str, floor: int, between: bool) -> bool:
    """Do the words between the ends, and before them, make them one range?"""
    if _DASH.match(gap):
        return _dash_is_range(text, ends)
    if _TO.match(gap):
        return not _moves(text, ends.a.start, floor)
    if _AND.match(gap):
        return between
    near = ends.high <= ends.low * 1.5 + 1 and ends.a.number.form == ends.b.number.form
    return near and _OR.match(gap) is not None  # "12 or 13 million"


def _dash_is_range(text: str, ends: _Ends) -> bool:
    low, high, a, b = ends
    if low <= 0:
        return low < high < 0
    if high / low > _WIDEST:
        return False
    if text[b.end : b.end + 1] in ("-", "–") and text[b.end + 1 : b.end + 2].isdigit():
        return False
    if text[a.start - 1 : a.start] in ("-", "–", "/") and text[a.start - 2 : a.start - 1].isalnum():
        return False
    return excluded(text, a) != "score" and excluded(text, b) != "phone"


def _moves(text: str, at: int, floor: int) -> bool:
    """ "rose from 12 to 35", "cut it from 9 to 7": two figures."""
    begin = max(floor, at - 60)
    stop = max(text.rfind(". ", begin, at), text.rfind("\n", begin, at)) + 1
    return speaks_of_change(text, max(begin, stop), at)


def _two_bounds(text: str, ends: _Ends, gap: str, floor: int) -> Span | None:
    """The hedge of "more than 20 but fewer than 50": a lower and an upper bound with nothing else between them."""
    joint = _TWO_BOUNDS.match(gap)
    if joint is None:
        return None
    lower = hedge_before(text, ends.a.start, floor, ends.low)
    upper = hedge_before(text, ends.b.start, ends.a.unit_end, ends.high)
    if lower is None or upper is None or (lower[0], upper[0]) != ("at_least", "at_most"):
        return None
    return lower[1] if upper[1].start == ends.a.unit_end + joint.end() else None


_COORDINATED = re.compile(r"(?:,\s|\s(?:and|or|to)\s|,\sand\s)\Z")


def sharing(text: str, a: Measured, b: Measured | None) -> Measured:
    """In "5 and 6 kg" or "from 9 to 7 percent" the first has the unit of the second: no noun of its own follows it."""
    if b is None or a.unit or b.unit is None or b.measures in ("money", "duration") or a.number.form == "vague":
        return a
    if _COORDINATED.fullmatch(text, a.end, b.start) and not excluded(text, a):
        return a._replace(unit=b.unit, measures=b.measures)
    return a
