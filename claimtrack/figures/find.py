"""From numbers to figures: each with its unit, its range, its hedge, and why it may be no figure of a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimtrack.figures.excluded import exclusion, is_pronoun_one, is_web
from claimtrack.figures.hedges import hedge_after, hedge_before, speaks_of_change
from claimtrack.figures.numerals import Number, find_numbers
from claimtrack.figures.units import measure_at
from claimtrack.model import Figure, Qualifier, Span


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with what it measures; start and end include currency and percent, unit_end the unit's words."""

    number: Number
    start: int
    end: int
    unit_end: int
    unit: str | None
    measures: str | None
    value: float | None


def find_figures(text: str) -> list[Figure]:
    """Every number of the text as a Figure, in order, none inside another.

    Also those that are no figure of a claim (`excluded` says why); the pronoun "one" and what stands inside a
    URL, a handle or a hashtag is left out altogether.
    """
    measured = [
        _measured(text, number)
        for number in find_numbers(text)
        if not (_is_one(text, number) and is_pronoun_one(text, number.start, number.end))
        and not is_web(text, number.start, number.end)
    ]
    figures: list[Figure] = []
    i = 0
    while i < len(measured):
        here = measured[i]
        following = measured[i + 1] if i + 1 < len(measured) else None
        floor = figures[-1].end if figures else 0
        joined = _joined(text, here, following, floor) if following else None
        if joined:
            figures.append(joined)
            i += 2
        else:
            figures.append(_single(text, _sharing(text, here, following), floor))
            i += 1
    return figures


def _is_one(text: str, number: Number) -> bool:
    return number.end - number.start == 3 and text[number.start : number.end].lower() == "one"


# "half an hour", "a quarter of a mile"; "billions of dollars", "hundreds of kilometres"
_TIES = {"fraction": re.compile(r"(?:\sof)?\san?(?=\s)"), "vague": re.compile(r"\sof(?=\s)")}
_DIVISIBLE = frozenset(("duration", "length", "area", "mass", "volume", "money"))


def _measured(text: str, number: Number) -> _Measured:
    at = number.end
    tie = _TIES.get(number.form)
    if tie and (match := tie.match(text, at)):
        at = match.end()
    found = measure_at(text, number.start, at, number.value, number.scale >= 1e5 or number.form == "vague")
    if found is None or (at != number.end and found.measures not in _DIVISIBLE):
        return _Measured(number, number.start, number.end, number.end, None, None, number.value)
    value = None if number.value is None else number.value * found.factor
    end = number.end if found.end == at else found.end
    return _Measured(number, found.start, end, found.unit_end, found.unit, found.measures, value)


# ------------------------------------------------------------------ two numbers that are one figure

_DASH = re.compile(r"\s?[-–—]\s?$|\s[-–]\s$")
_TO = re.compile(r"\s+(?:and up )?to\s+(?:as (?:many|much|high) as\s+|about\s+|around\s+|nearly\s+)?$")
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+|up to\s+)?$")
_OR = re.compile(r"\s+or\s+(?:even\s+|perhaps\s+)?$")
_BETWEEN = re.compile(r"(?i)\bbetween\s+(?:about\s+|around\s+|an estimated\s+|roughly\s+)?$")
_FROM = re.compile(r"(?i)\bfrom\s+(?:about\s+|around\s+|just\s+|nearly\s+|an estimated\s+)?$")
_INCHES = re.compile(r"(?:,|\sand)?\s$")
_PARTS = {("foot", "inch"): 12.0, ("pound", "ounce"): 16.0}
_WIDE = 40  # no range's upper end is more than this many times its lower end where only a dash says so


def _joined(text: str, a: _Measured, b: _Measured, floor: int) -> Figure | None:
    gap = text[a.unit_end : b.start]
    if len(gap) > 24 or a.value is None or b.value is None or "\n\n" in gap:
        return None
    if (a.unit or "", b.unit or "") in _PARTS and _INCHES.match(gap):
        whole = a.value + b.value / _PARTS[a.unit or "", b.unit or ""]
        return _figure(text, replace(a, end=b.end, unit_end=b.unit_end, value=whole), None, None, floor)
    if a.measures == b.measures == "money" and b.number.scale == 1 and b.value < 1 and _INCHES.match(gap):
        return _figure(text, replace(a, end=b.end, unit_end=b.unit_end, value=a.value + b.value), None, None, floor)
    return _range(text, a, b, gap, floor)


def _range(text: str, a: _Measured, b: _Measured, gap: str, floor: int) -> Figure | None:
    shared = _shared(a, b)
    if shared is None:
        return None
    low, high, a, b = shared
    if not low < high:
        return None
    before = text[max(floor, a.start - 60) : a.start]
    begin = a.start
    if _DASH.match(gap):
        if not _dash_range(text, a, b, low, high):
            return None
    elif _TO.match(gap):
        if _moves(text, before, floor, a.start):
            return None
    elif _AND.match(gap):
        between = _BETWEEN.search(before)
        if not between:
            return None
    elif not (_OR.match(gap) and high <= low * 1.5 + 1 and a.number.form == b.number.form):
        return None
    hedge = _hedge_of_range(text, begin, floor, low)
    return Figure(
        start=a.start, end=b.end, value=(low + high) / 2, low=low, high=high, qualifier="range", hedge=hedge,
        unit=b.unit, measures=b.measures, unit_end=b.unit_end, form=b.number.form,
        excluded=_excluded(text, a) if _excluded(text, a) in ("date", "year", "clock", "age", "name", "phone", "decade") else _excluded(text, b),
    )  # fmt: skip


def _hedge_of_range(text: str, begin: int, floor: int, low: float) -> Span | None:
    between = _BETWEEN.search(text[max(floor, begin - 40) : begin])
    if between:
        at = max(floor, begin - 40) + between.start()
        return Span(at, at + len("between"))
    found = hedge_before(text, begin, floor, low)
    return found[1] if found else None


def _shared(a: _Measured, b: _Measured) -> tuple[float, float, _Measured, _Measured] | None:
    """Both ends with the scale and the unit that only one of them writes; None where the two do not go together."""
    low, high = a.value, b.value
    if low is None or high is None or a.number.form == "vague" or b.number.form == "vague":
        return None
    if (
        b.number.scale > 1
        and a.number.scale == 1
        and low * b.number.scale < high
        and (a.unit is None or a.measures == "money")
    ):
        low *= b.number.scale
    if a.unit and b.unit and a.unit != b.unit:
        return None
    if a.unit and not b.unit:
        if a.measures != "money":
            return None
        b = replace(b, unit=a.unit, measures=a.measures)
    return low, high, a, b


def _dash_range(text: str, a: _Measured, b: _Measured, low: float, high: float) -> bool:
    if (
        low <= 0
        or high / low > _WIDE
        or (text[b.end : b.end + 1] in ("-", "–") and text[b.end + 1 : b.end + 2].isdigit())
    ):
        return False
    if text[a.start - 1 : a.start] in ("-", "–", "/") and text[a.start - 2 : a.start - 1].isalnum():
        return False
    return _excluded(text, a) != "score" and _excluded(text, b) != "phone"


def _moves(text: str, before: str, floor: int, at: int) -> bool:
    """ "rose from 12 to 35", "cut it from 9 to 7": two figures."""
    begin = at - len(before)
    stop = max(text.rfind(". ", begin, at), text.rfind("\n", begin, at)) + 1
    return speaks_of_change(text, max(floor, begin, stop), at)


_COORDINATED = re.compile(r"(?:,\s|\s(?:and|or|to)\s|,\sand\s)$")


def _sharing(text: str, a: _Measured, b: _Measured | None) -> _Measured:
    """In "5 and 6 kg" or "from 9 to 7 percent" the first has the unit of the second: no noun of its own follows it."""
    if b is None or a.unit or b.unit is None or b.measures in ("money", "duration") or a.number.form == "vague":
        return a
    if _COORDINATED.fullmatch(text[a.end : b.start]) and not _excluded(text, a):
        return replace(a, unit=b.unit, measures=b.measures)
    return a


# ------------------------------------------------------------------------------- one number, one figure


def _excluded(text: str, m: _Measured) -> str | None:
    number = m.number
    plain = number.scale == 1 and number.form in ("digits", "words")
    return exclusion(text, number.start, number.end, m.measures, plain)


_MOST_WORDS = re.compile(r"(?:\s(?!or\b|and\b|to\b)[a-z]+){1,2}(?=\sor\s)")


def _single(text: str, m: _Measured, floor: int) -> Figure:
    found = hedge_before(text, m.start, floor, m.value)
    behind = hedge_after(text, m.end, m.unit_end)
    if behind is None and (noun := _MOST_WORDS.match(text, m.unit_end)):
        behind = hedge_after(text, noun.end())
    if behind and not (found and found[0] in ("at_least", "at_most")):
        found = behind
    return _figure(text, m, found[0] if found else None, found[1] if found else None, floor)


def _figure(text: str, m: _Measured, qualifier: Qualifier | None, hedge: Span | None, floor: int) -> Figure:
    if qualifier is None and hedge is None:
        found = hedge_before(text, m.start, floor, m.value)
        qualifier, hedge = found or ("exact", None)
    low = high = m.value
    if m.number.form == "vague":
        low, high, qualifier = m.number.low, None, "vague"
    elif qualifier == "at_least":
        high = None
    elif qualifier == "at_most":
        low = None
    return Figure(
        start=m.start, end=m.end, value=m.value, low=low, high=high, qualifier=qualifier or "exact", hedge=hedge,
        unit=m.unit, measures=m.measures, unit_end=m.unit_end, form=m.number.form, excluded=_excluded(text, m),
    )  # fmt: skip
