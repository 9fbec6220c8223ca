"""The spans of time expressions: "since March", "three days ago", "the first quarter of 2020".

Every repetition in a pattern is bounded, so that the time grows with the length of the text alone. What a span means
as a date is `claimtrack.context.moments`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.language.time_patterns import (
    CLOCK,
    COUNT,
    COUNTS,
    DAY,
    DAYS,
    FULL_MONTH,
    LOOK,
    MONTH,
    NUMERIC_DATE,
    PART_OF_DAY,
    SPACE,
    THE,
    UNIT,
    WEEKDAY,
    WEEKDAY_OF_DATE,
    YEAR_DIGITS,
    any_of,
    capitalised,
    loose,
)
from claimtrack.language.time_words import LEADS, ORDINALS, RELATIVE_DAYS, SEASONS, TABLES, UNITS, WORDS
from claimtrack.language.years import counts_noun, is_year, stands_for_itself
from claimtrack.model import Span

_DATE = (
    rf"(?:{WEEKDAY_OF_DATE})?(?:(?:{THE})?{DAYS}{SPACE}(?:of{SPACE})?{MONTH}(?:,?{SPACE}{YEAR_DIGITS})?"
    rf"|{MONTH}{SPACE}{DAYS}(?:,?{SPACE}{YEAR_DIGITS})?|{NUMERIC_DATE})"
)
_EARLY_OR_LATE = loose([*WORDS["early"], *WORDS["middle"], *WORDS["late"]])
_PAST_OR_FUTURE = loose([*WORDS["past"], *WORDS["future"]])
_NAMED_DAY = (
    rf"(?:(?i:early|late|earlier|later)(?:{SPACE}on)?{SPACE})?"
    rf"(?:(?:(?i:this{SPACE}(?:past|coming)|last|next|this|coming){SPACE})?{WEEKDAY}|{loose(RELATIVE_DAYS)}\b){PART_OF_DAY}"
)
_MONTH_YEAR = rf"{MONTH},?{SPACE}(?:of{SPACE})?{YEAR_DIGITS}"
_YEARS = rf"{YEAR_DIGITS}(?:\s?[-–/]\s?(?:{YEAR_DIGITS}|\d\d(?!\d)))?"
_CALENDAR = (
    rf"(?:(?:(?i:this|last|next|the{SPACE}previous|the{SPACE}current){SPACE})"
    rf"(?:(?i:weekend|week|fortnight|month|quarter|year|decade|century)\b"
    rf"|{loose(SEASONS)}\b(?!{SPACE}(?:in|of|from)\b)|{FULL_MONTH}))"
)
_SEASON = rf"(?:{THE})?{loose(SEASONS)}{SPACE}(?:of{SPACE})?{_YEARS}"
_DECADE = rf"(?:{THE})?(?:(?i:early|mid|late)[-\s])?(?:(?:1\d|20)\d0['’]?s|['’‘]\d0s)(?!\w)"
_CALENDAR_PART = rf"(?:{_MONTH_YEAR}|{_CALENDAR}|{FULL_MONTH}|{_YEARS}|(?:{THE})?(?i:week|month|year)\b)"
_NTH = (
    rf"(?:{THE})?{loose(ORDINALS)}{SPACE}"
    rf"(?:(?i:quarter|half)\b(?:{SPACE}(?:of{SPACE})?{_CALENDAR_PART})?"
    rf"|(?:{COUNT}{SPACE})?(?i:weeks?|months?|days?|quarters?){SPACE}of{SPACE}{_CALENDAR_PART})"
)
_PART = rf"{_EARLY_OR_LATE}(?:{SPACE}|-){_CALENDAR_PART}"
_ROLLING = (
    rf"(?:(?:{THE})?{_PAST_OR_FUTURE}{SPACE}{COUNTS}[-\s]{UNIT}|{THE}{_PAST_OR_FUTURE}{SPACE}{UNIT}(?!{SPACE}of\b)"
    rf"|(?i:recent){SPACE}{UNIT})"
)
_YEAR_TO = (
    rf"{THE}(?:{COUNT}{SPACE})?{UNIT}{SPACE}(?:to|ending|ended|through|up{SPACE}to){SPACE}"
    rf"(?:{_DATE}|{_MONTH_YEAR}|{FULL_MONTH})"
)
_RANGE_END = rf"(?:{_DATE}|{_MONTH_YEAR}|{FULL_MONTH}|{YEAR_DIGITS}|{WEEKDAY})"
_TO = rf"{SPACE}(?:to|until|till|through){SPACE}"
_RANGE = (
    rf"(?:(?i:between){SPACE}(?:{_RANGE_END}{SPACE}and{SPACE}{_RANGE_END}|{DAY}{SPACE}and{SPACE}{_DATE})"
    rf"|(?i:from){SPACE}(?:{_RANGE_END}{_TO}{_RANGE_END}|{DAY}{_TO}{_DATE})"
    rf"|{FULL_MONTH}(?:\s?[-–]\s?|{SPACE}(?:to|through){SPACE}){FULL_MONTH}(?:,?{SPACE}{YEAR_DIGITS})?)"
)
_AGO_EXPRESSION = (
    rf"(?:{COUNTS}{SPACE})?{UNIT}(?:{SPACE}and{SPACE}a{SPACE}half)?{SPACE}(?i:ago)\b"
    rf"|(?i:an?|one){SPACE}{UNIT}{SPACE}earlier\b"
)

_KINDS = {
    "name": rf"{any_of(WORDS['names'])}\b",
    "clock": rf"{CLOCK}(?:,?{SPACE}(?:on{SPACE})?(?:{_DATE}|{_NAMED_DAY}))?",
    "range": _RANGE,
    "date": rf"{_DATE}(?:,?{SPACE}(?:at{SPACE})?{CLOCK})?",
    "day": rf"{_NAMED_DAY}(?:,?{SPACE}(?:at{SPACE})?{CLOCK})?",
    "ago": _AGO_EXPRESSION,
    "decade": _DECADE,
    "season": _SEASON,
    "month_year": _MONTH_YEAR,
    "rolling": _ROLLING,
    "part": rf"{_YEAR_TO}|{_PART}|{_NTH}|Q[1-4]{SPACE}{YEAR_DIGITS}|(?i:the{SPACE}weekend)\b",
    "calendar": _CALENDAR,
    "month": FULL_MONTH,
    "year": _YEARS,
}
_OF_DIGITS = ("clock", "date", "ago", "decade", "part", "year")  # may begin with a digit
_OF_NUMBERS = ("clock", "ago")  # with a number in words, or an article that is one ("an hour ago")
_OF_THE = ("date", "decade", "season", "day", "rolling", "part", "calendar")


def _one_of(kinds: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{_KINDS[kind]})" for kind in kinds))


_EXPRESSION = _one_of(_KINDS)
_LEAD = re.compile(rf"(?i:\b{any_of(LEADS)}(?:{SPACE}{any_of(WORDS['lead_hedges'])})?{SPACE})\Z")
_ROLLING_LEAD = re.compile(rf"(?i:\b{any_of([*WORDS['past_leads'], *LEADS])}{SPACE})\Z")
_AGO_LEAD = re.compile(rf"(?i:\b(?:{any_of(LEADS)}{SPACE})?(?:{any_of(WORDS['hedges'])}{SPACE})?)\Z")
_LEADS = {"rolling": _ROLLING_LEAD, "ago": _AGO_LEAD}

_ARTICLE = re.compile(r"\A(?:the|an?) ")


def _first_words(*phrases: Iterable[str]) -> frozenset[str]:
    """The words, in all their letters, that the phrases begin with behind an article."""
    firsts = {_ARTICLE.sub("", phrase).split()[0] for each in phrases for phrase in each}
    return frozenset(form for first in firsts for form in (first, first.capitalize(), first.upper()))


_FIRST_WORDS = _first_words(
    *(TABLES[table] for table in ("months", "short_months", "weekdays", "relative_days", "seasons")),
    *(WORDS[group] for group in ("past", "future", "early", "middle", "late")),
    *(ORDINALS, UNITS, ["noon", "midnight", "between", "from", "this", "weekend", "recent", "Q"]),
    *([name[:3] for name in TABLES["weekdays"]], WORDS["names"]),
)
_NUMBER_WORDS = _first_words(TABLES["numbers"]) - _FIRST_WORDS
_EXPRESSION_BY_FIRST: dict[str, re.Pattern[str]] = {
    **dict.fromkeys("0123456789", _one_of(_OF_DIGITS)),
    **dict.fromkeys(_NUMBER_WORDS, _one_of(_OF_NUMBERS)),
    **dict.fromkeys(("the", "The", "THE"), _one_of(_OF_THE)),
}
"""What the first word or digit of many an expression leaves of the whole pattern."""

_CANDIDATE = re.compile(
    rf"(?<![\w$€£¥#.,/-])(?:(?P<article>[Tt]he|THE|[Aa]n?){SPACE})?"
    rf"(?P<first>\d|['’‘]\d|{any_of(_FIRST_WORDS | _NUMBER_WORDS)}(?![A-Za-z]))"
)
"""What an expression may begin with, an article before it or not: cheaper to look for than the whole pattern."""

_WORD_BEFORE = re.compile(r"(\w+)[\s-]{1,4}\Z")
_MONTH_NEIGHBOURS = frozenset(WORDS["month_neighbours"])
_AMBIGUOUS_MONTHS = frozenset(capitalised(WORDS["ambiguous_months"]))
_NAME_MONTHS = frozenset(capitalised(WORDS["name_months"]))
_YEARS_ONLY = re.compile(rf"\w{{4,7}}{SPACE}({YEAR_DIGITS}){SPACE}\w{{2,7}}{SPACE}({YEAR_DIGITS})")
_MONTH_AND_DAY = re.compile(rf"({MONTH}){SPACE}{DAY}")
_CAPITALISED = re.compile(r"\s[A-Z][a-z]")


def find_times(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The time expressions in text[start:end], in order, none overlapping.

    A leading preposition is left out ("on Thursday" → "Thursday") but where it changes the meaning: since, by, until,
    before, after, as of and the like, "in the past 48 hours", and both ends of a range ("from March to May").
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    first_free = start
    for word in _CANDIDATE.finditer(text, start, stop):
        if word.start() < first_free:
            continue
        match = _expression_at(text, word.start(), stop, word["article"] or word["first"])
        if match is None and word["article"]:
            match = _expression_at(text, word.start("first"), stop, word["first"])
        if match is None:
            continue
        if match.lastgroup == "name":
            first_free = match.end()
        elif span := _expression_span(text, match, first_free):
            spans.append(span)
            first_free = span.end
    return spans


def _expression_at(text: str, at: int, stop: int, first: str) -> re.Match[str] | None:
    return _EXPRESSION_BY_FIRST.get(first, _EXPRESSION).match(text, at, stop)


def _expression_span(text: str, match: re.Match[str], first_free: int) -> Span | None:
    """The span of a match with the leading words that belong to it, None where it is no time after all."""
    start, end = match.span()
    previous = _WORD_BEFORE.search(text, max(first_free, start - 24), start)
    word = previous[1].lower() if previous else ""
    kind = match.lastgroup
    if kind == "year" and not (stands_for_itself(text, start, word) and is_year(text, start, start + 4)):
        return None
    if kind == "month" and not _is_free_month(text, match, word):
        return None
    years = _YEARS_ONLY.fullmatch(text, start, end) if kind == "range" else None
    if years and not all(is_year(text, *years.span(group)) for group in (1, 2)):
        return None
    if kind == "date" and word == "in" and counts_noun(0, text[end : end + LOOK]):
        day = _MONTH_AND_DAY.fullmatch(match[0])
        end = day.end(1) + start if day else end
    lead = _LEADS.get(str(kind), _LEAD).search(text, max(first_free, start - LOOK), start)
    possessive = text[end : end + 2] in ("'s", "’s")
    if lead and not (possessive and not lead[0].lower().startswith("since")):
        start = lead.start()
    return Span(start, end)


def _is_free_month(text: str, match: re.Match[str], previous: str) -> bool:
    """Whether a month's name alone is the month: not the verb, nor a person ("April Glaspie")."""
    name = match[0]
    if previous in _MONTH_NEIGHBOURS:
        return True
    if name in _AMBIGUOUS_MONTHS:
        return False
    return not (name in _NAME_MONTHS and _CAPITALISED.match(text, match.end()))
