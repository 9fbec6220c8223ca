"""Two numbers that are one figure: ranges ("30-40", "between 30 and 40"), tolerances ("45 ± 3"), "6 feet 2 inches"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.figures.hedges import hedge_before, speaks_of_change
from claimtrack.figures.measured import Measured, excluded
from claimtrack.figures.names import counts_something
from claimtrack.figures.vocabulary import load
from claimtrack.language.patterns import any_of
from claimtrack.model import Figure, Span

_RANGE = load("hedges.toml")["range"]
_OF_END = rf"(?:{any_of(_RANGE['before_the_upper_end'])}\s+)?"
_DASH = re.compile(r"\s?[-–—]\s?\Z|\s[-–]\s\Z")
_TO = re.compile(rf"[\s-]{{1,3}}(?:and\sup\s)?{any_of(_RANGE['to'])}[\s-]{{1,3}}{_OF_END}\Z")
_AND = re.compile(rf"\s{{1,3}}and\s{{1,3}}{_OF_END}\Z")
_OR = re.compile(r"-?\s{1,3}or\s{1,3}(?:even\s|perhaps\s|maybe\s|possibly\s)?\Z")
_BETWEEN = re.compile(rf"(?i)\b(?P<hedge>between)\s{{1,3}}{_OF_END}\Z")
_TOLERANCE = re.compile(rf"(?i),?\s?{any_of(_RANGE['tolerance'])}\s?\Z")
# the words and signs that a gap between the two begins with: all others are seen at once to be none
_LEADS = frozenset(
    ("", "and", "or", "but", "below", *(words.split()[0] for words in (*_RANGE["to"], *_RANGE["tolerance"])))
)
_LEAD_SIGNS = frozenset("-–—,±+'’′")
_BELOW_ZERO = re.compile(r"\sbelow\s\Z")
_TWO_BOUNDS = re.compile(r",?\s(?:and|but)\s")
_OF_PARTS = re.compile(r"(?:,|\sand)?\s\Z")
_AND_HALF = " and "
_ONE_OF = re.compile(r"\s[a-z]{2,15}\sin\s(?:every\s)?")
_SAID_OF_PART = re.compile(r"\s(?:is|was|has|had|will|would|can|cannot|could|lives|dies|suffers|now)\b")
_LARGEST_WHOLE = 100_000
_FROM = ("from ", "From ")
_FEET_GAPS = ("-", " ")  # "6-foot-2", "6 foot 2"
_FEET_MARKS, _INCH_MARKS = ("'", "’", "′"), ('"', "”", "″")
_BARE_PARTS = (" ", " and ")
_CLAUSE_END = re.compile(r"\s?(?:[.;:!?)](?!\d)|\Z)")
_HUNDREDTHS = ("cent", "penny")
_PARTS = {("foot", "inch"): 12.0, ("pound", "ounce"): 16.0, ("stone", "pound"): 14.0}
_LONGEST_GAP = 36  # characters between the two
_WIDEST = 40  # no range's upper end is more than this many times its lower end where only a dash says so
_WIDEST_TO = 20  # the same where only "to" does
_NO_ENDS = frozenset(("vague", "multiple", "tally"))
_NO_SHARING = _NO_ENDS | {"fraction", "ratio"}
_NO_AMOUNT = frozenset(("date", "year", "clock", "age", "name", "phone", "decade"))
_MOMENTS = frozenset(("date", "year", "clock"))


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
    words = gap.split(None, 1)
    lead = words[0].lower() if words else ""
    may_be = lead in _LEADS or lead[:1] in _LEAD_SIGNS or (a.value == 1 and " in " in gap)
    if not may_be or "\n\n" in gap:
        return None
    return _composed(text, a, b, a.value, b.value, gap) or _tolerance(text, a, b, gap) or _range(text, a, b, gap, floor)


def _composed(text: str, a: Measured, b: Measured, first: float, second: float, gap: str) -> Measured | None:
    """ "6 feet 2 inches", "6-foot-2", "5 dollars and 20 cents", "two miles and a half", "10 degrees below zero"."""
    parts = _parts_of_whole(text, a, b, gap) if _OF_PARTS.match(gap) or gap == "-" else None
    if parts:
        return a._replace(
            end=b.end, unit_end=b.unit_end, value=first + second / parts[0], unit=parts[1], measures=parts[2]
        )
    if first == 1 and _ONE_OF.fullmatch(gap) and a.unit is b.unit is None and _is_whole(text, b, second):
        number = a.number._replace(end=b.end, value=1 / second, form="ratio")
        return a._replace(number=number, end=b.end, unit_end=b.end, value=number.value)
    if gap in _FEET_MARKS and text[b.end : b.end + 1] in _INCH_MARKS and a.unit is b.unit is None and second < 12:
        return a._replace(end=b.end + 1, unit_end=b.end + 1, value=first + second / 12, unit="foot", measures="length")
    if second == 0 and a.measures == "temperature" and _BELOW_ZERO.match(gap):
        return a._replace(unit_end=b.end, value=-first)
    return None


def _is_whole(text: str, b: Measured, whole: float) -> bool:
    """Is b the whole of "one child in three is stunted"? Nothing is counted by it, and a verb or the end follows."""
    usual = 2 <= whole <= 20 or (whole <= _LARGEST_WHOLE and whole % 10 == 0)
    return usual and b.number.form in ("digits", "words") and _SAID_OF_PART.match(text, b.end) is not None


def _parts_of_whole(text: str, a: Measured, b: Measured, gap: str) -> tuple[float, str | None, str | None] | None:
    """(How many of b are one of a, the unit of both, what it measures), None where b is no part of a's amount."""
    if part := _PARTS.get((a.unit or "", b.unit or "")):
        return part, a.unit, a.measures
    if b.unit in _HUNDREDTHS and b.measures == "money":
        if a.unit == "pound" and b.unit == "penny":
            return 100.0, "GBP", "money"
        return (100.0, a.unit, "money") if a.measures == "money" and a.unit not in _HUNDREDTHS else None
    if b.unit is not None or a.unit is None:
        return None
    if gap == _AND_HALF and b.number.form == "fraction" and a.number.scale == 1 and text[b.start] in "aA":
        return 1.0, a.unit, a.measures
    is_inches = a.unit == "foot" and gap in _FEET_GAPS and 0 < (b.value or 0) < 12
    if is_inches and (gap == "-" or not counts_something(text, b.end)):
        return 12.0, a.unit, a.measures
    if a.measures == "money" and a.end > a.number.end and gap in _BARE_PARTS and _is_bare_part(text, a, b):
        return 100.0, a.unit, a.measures
    return None


def _is_bare_part(text: str, a: Measured, b: Measured) -> bool:
    """ "thirteen dollars forty-five." and no more: hundredths without their name."""
    if b.value is None or not 0 < b.value < 100 or b.value % 1 or a.number.scale > 1 or a.number.form != b.number.form:
        return False
    return _CLAUSE_END.match(text, b.end) is not None and not _BETWEEN.search(text, max(0, a.start - 20), a.start)


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
    if b.unit and not a.unit and excluded(text, a) in _MOMENTS:  # "from 40 percent on July 14 to 46 percent"
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
        start=a.start, end=b.end, value=_middle(low, high), low=low, high=high, qualifier="range", hedge=hedge,
        unit=b.unit, measures=b.measures, unit_end=b.unit_end, form=b.number.form,
        excluded=first if first in _NO_AMOUNT else excluded(text, b),
    )  # fmt: skip


def _middle(low: float, high: float) -> float:
    """Half way between them, without the dust of binary fractions (6.2 between 6.1 and 6.3)."""
    return float(f"{(low + high) / 2:.15g}")


def _shared(a: Measured, b: Measured) -> _Ends | None:
    """Both ends with the scale and the unit that only one of them writes; None where the two do not go together."""
    low, high = a.value, b.value
    if low is None or high is None or not {a.number.form, b.number.form}.isdisjoint(_NO_ENDS):
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
        far = (
            not between and 0 < ends.low * _WIDEST_TO < ends.high and text[ends.a.start - 5 : ends.a.start] not in _FROM
        )
        return not far and not _moves(text, ends.a.start, floor)
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
    if b is None or a.unit or b.unit is None or b.measures in ("money", "duration") or a.number.form in _NO_SHARING:
        return a
    if _COORDINATED.fullmatch(text, a.end, b.start) and not excluded(text, a):
        return a._replace(unit=b.unit, measures=b.measures)
    return a
