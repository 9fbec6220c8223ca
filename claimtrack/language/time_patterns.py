"""Patterns of the parts of time expressions: a month, a day, a clock, a count of units.

Every repetition is bounded, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language import patterns
from claimtrack.language.time_words import NUMBERS, TABLES, UNITS, WORDS

LOOK = 40
"""Characters that are looked at on either side of a number."""
SPACE = r"\s{1,4}"
THE = rf"(?:[Tt]he|THE){SPACE}"


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest that stands there; a space matches up to four of any white space."""
    return patterns.any_of(words, SPACE)


def capitalised(names: Iterable[str]) -> list[str]:
    """Names as they are capitalised, and in capitals for headlines."""
    return [form for name in names for form in (name, name.upper())]


def loose(words: Iterable[str]) -> str:
    return f"(?i:{any_of(words)})"


FULL_MONTH = any_of(capitalised(TABLES["months"])) + r"\b"
MONTH = rf"(?:{FULL_MONTH}|{any_of(capitalised(TABLES['short_months']))}\b\.?)"
WEEKDAY = any_of(capitalised(TABLES["weekdays"])) + r"\b"
WEEKDAY_OF_DATE = rf"(?:{WEEKDAY}|{any_of(day[:3] for day in TABLES['weekdays'])}\b\.?),?{SPACE}"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d)"
DAYS = rf"{DAY}(?:(?:\s?[-–]\s?|{SPACE}(?:and|to){SPACE}){DAY})?"
YEAR_DIGITS = r"(?:1\d{3}|20\d\d|2100)(?!\w|[.,]\d)"
UNIT = loose(UNITS) + r"\b"
_TENS = any_of(word for word, n in NUMBERS.items() if n >= 20 and " " not in word)
_ONES = any_of(word for word, n in NUMBERS.items() if 1 <= n <= 9 and len(word) > 2)
COUNT = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?i:{_TENS}[-\s]{_ONES}|{any_of(NUMBERS)})\b)"
COUNTS = rf"{COUNT}(?:(?:{SPACE}(?:or|to){SPACE}|\s?[-–]\s?){COUNT}|{SPACE}and{SPACE}a{SPACE}half)?"
PART_OF_DAY = rf"(?:{SPACE}{loose(WORDS['parts_of_day'])}\b)?"
_ZONE = rf"(?:{SPACE}{any_of(WORDS['zones'])}\b)?"
HALF_DAY = rf"{loose(WORDS['half_days'])}(?!\w)"
HOUR = r"(?:[01]?\d|2[0-3])"
CLOCK = (
    rf"(?:{HOUR}(?:[:.][0-5]\d)?\s?{HALF_DAY}{_ZONE}|{HOUR}:[0-5]\d(?::[0-5]\d)?(?![\w:]){_ZONE}"
    rf"|(?:[01]\d|2[0-3]):?[0-5]\d{SPACE}{any_of(WORDS['zones'])}\b|{COUNT}{SPACE}o['’]clock\b|(?i:noon|midnight)\b)"
)
NUMERIC_DATE = (
    r"(?:\d{4}-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?Z?)?(?![\w-])|\d{4}/[01]\d/[0-3]\d(?![\w/])"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\w)|\d{1,2}-\d{1,2}-\d{4}(?![\w-]))"
)
