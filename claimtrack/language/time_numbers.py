"""The numbers that are points in time and no amounts: days, clocks, years, "three days ago"."""

from __future__ import annotations

import re

from claimtrack.language.neighbours import first_words, word_before, word_behind
from claimtrack.language.time_patterns import (
    COUNT,
    HALF_DAY,
    HOUR,
    LOOK,
    MONTH,
    NUMERIC_DATE,
    SPACE,
    UNIT,
    any_of,
    loose,
)
from claimtrack.language.time_words import AGO_WORDS, MONTHS, NUMBERS, UNITS, WORDS
from claimtrack.language.years import counts_noun, is_year

_ANOTHER = rf"(?:\s?[-–]\s?|{SPACE}(?:and|to|or){SPACE})"
_POINT_AFTER = re.compile(
    r"(?P<decade>['’]?s(?!\w))"
    rf"|(?P<clock>(?:[:.][0-5]\d)?(?:{_ANOTHER}\d{{1,2}}(?:[:.][0-5]\d)?)?\s?{HALF_DAY}|{SPACE}o['’]clock\b"
    rf"|(?<=[0-2]\d[0-5]\d){SPACE}{any_of(WORDS['zones'])}\b)"
    rf"|(?P<date>(?:st|nd|rd|th)?(?:{_ANOTHER}\d{{1,2}}(?:st|nd|rd|th)?)?{SPACE}(?:of{SPACE})?{MONTH})"
    rf"|(?P<always>(?:{_ANOTHER}{COUNT}|{SPACE}of|{SPACE}and{SPACE}a{SPACE}half)?{SPACE}{UNIT}"
    rf"(?:{SPACE}and{SPACE}a{SPACE}half)?(?:{SPACE}{loose(AGO_WORDS['always'])}\b|['’]?{SPACE}time\b))"
    rf"|(?P<ago>(?:{_ANOTHER}{COUNT}|{SPACE}and{SPACE}a{SPACE}half)?{SPACE}{UNIT}{SPACE}{loose(AGO_WORDS['markers'])}\b)"
)
POINT_WORDS = first_words(
    (*MONTHS, *UNITS, *NUMBERS, *WORDS["zones"], *WORDS["half_days"], *AGO_WORDS["always"])
).union(("s", "o", "of", "and", "to", "or", "st", "nd", "rd", "th", "time"))
_MONTH_LEADS = frozenset((*MONTHS, *(f"{month}." for month in MONTHS), "and", "to", "or"))
_SPAN_BEFORE = re.compile(rf"(?i:\b{any_of(AGO_WORDS['spans'])}{SPACE}(?:{any_of(WORDS['hedges'])}{SPACE}){{0,2}})\Z")
_JOINED_CHARACTERS = frozenset("0123456789/.:-–")
_MARKS = frozenset(',;)!?”"%')
_APOSTROPHES = ("'", "’", "‘")
_JOINED_WORD = re.compile(
    rf"(?P<date>{NUMERIC_DATE}|\d{{4}}-[01]\d-[0-3]\d|9/11(?!\d))"
    rf"|(?P<clock>{HOUR}:[0-5]\d(?::[0-5]\d)?(?:[-–]{HOUR}:[0-5]\d)?(?![\d:]))"
    r"|(?P<year>[12]\d{3}[-–/](?:[12]\d{3}|\d\d)(?!\d|[-/]\d))"
)
_MONTH_BEFORE = re.compile(
    rf"(?P<open>(?i:\bin){SPACE})?(?:\b{MONTH}){SPACE}(?P<first>\d{{1,2}}(?:st|nd|rd|th)?{_ANOTHER})?\Z"
)


def time_number(text: str, start: int, end: int) -> str | None:
    """Why the number text[start:end] is a point in time and no amount; None where it may be an amount.

    "date" (March 4; 4 March; 29/09/2016), "clock" (06:03; 9 p.m.), "year" (2016; '98), "decade" (the 1990s), and "ago"
    for a number that places an event together with its unit ("three days ago", "nine days after the quake").
    Spans of time are amounts: "for two weeks", "in the past 48 hours". Looks at 40 characters on either side.
    """
    stop = end + LOOK
    word = word_behind(text, end)
    if (word in POINT_WORDS or (not word and _may_be_point(text, end))) and (
        match := _POINT_AFTER.match(text, end, stop)
    ):
        reason = match.lastgroup
        if reason == "decade":
            return reason if _is_decade(text, start, end) else None
        if reason == "date" and _is_day_number(text, start, end):
            return reason
        if reason == "ago":
            return None if _SPAN_BEFORE.search(text, max(0, start - LOOK), start) else reason
        if reason == "always":
            return "ago"
        if reason == "clock":
            return reason
    if not text[start].isdigit():
        return None
    if (reason := _joined(text, start, end)) or end - start > 4:
        return reason
    if end - start == 2 and text[start - 1 : start] in _APOSTROPHES and not text[start - 2 : start - 1].isalnum():
        return None if text[end : end + 1] in _APOSTROPHES else "year"  # "the class of '99"
    if end - start == 4:
        return "year" if is_year(text, start, end) else None
    return "date" if _follows_month(text, start, end) else None


def _may_be_point(text: str, end: int) -> bool:
    """May what stands behind a number make it a point in time? Not the mark that ends a clause."""
    mark = text[end : end + 1]
    return not (mark in _MARKS or (mark == "." and not text[end + 1 : end + 2].isalnum()))


def _is_decade(text: str, start: int, end: int) -> bool:
    number, before = text[start:end], text[max(0, start - 12) : start]
    if not number.isdigit() or number[-1] != "0":
        return False
    if len(number) == 4:
        return "1000" <= number <= "2100"
    return len(number) == 2 and (before[-1:] in ("'", "’", "‘") or before[-4:].lower() == "the ")


def _is_day_number(text: str, start: int, end: int) -> bool:
    return end - start <= 2 and text[start:end].isdigit() and 1 <= int(text[start:end]) <= 31


def _joined(text: str, start: int, end: int) -> str | None:
    """The reason of digits that stand in one word with others: 06:03, 29/09/2016, 2015-16."""
    plain = text[start:end].isdigit()
    if plain and not _touches_digit(text, start - 1, -1) and not _touches_digit(text, end, 1):
        return None
    first, last = start, end
    floor, ceiling = max(0, start - 12), min(len(text), end + 12)
    while first > floor and text[first - 1] in _JOINED_CHARACTERS:
        first -= 1
    while last < ceiling and text[last] in _JOINED_CHARACTERS:
        last += 1
    if first == start and last == end and plain:
        return None
    match = _JOINED_WORD.match(text, first, last)
    if match is None or match.end() < end:
        return None
    if match.lastgroup == "year":
        return "year" if is_year(text, first, first + 4) else None
    return match.lastgroup


def _touches_digit(text: str, at: int, step: int) -> bool:
    """Does one of the joining characters stand at `at`, with another or a digit beyond it?"""
    if not 0 <= at < len(text) or text[at] not in _JOINED_CHARACTERS:
        return False
    beyond = at + step
    return text[at].isdigit() or (0 <= beyond < len(text) and text[beyond] in _JOINED_CHARACTERS)


def _follows_month(text: str, start: int, end: int) -> bool:
    """ "March 4", "March 4-6"; but "in March 12 people were killed" counts people."""
    lead = word_before(text, start)
    if lead not in _MONTH_LEADS and not lead[:1].isdigit():
        return False
    before = text[max(0, start - LOOK) : start]
    if (not before[-1:].isspace() and before[-1:] not in ("-", "–")) or not _is_day_number(text, start, end):
        return False
    match = _MONTH_BEFORE.search(before)
    return match is not None and not (match["open"] and counts_noun(int(text[start:end]), text[end : end + LOOK]))
