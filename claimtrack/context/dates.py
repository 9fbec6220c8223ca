"""The day of a written date, and the time of day of a written clock."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from claimtrack.context.calendar import DAY, midnight

_CLOCK_PARTS = re.compile(r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?(?::\d\d)?(?! o'clock) ?(?:(?P<half>[ap])\.?m)?")
_NUMERIC_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?P<year>\d{4}|\d\d)")
_HAS_YEAR = re.compile(r"\b\d{4}\b")
_LEAP_YEAR_END = datetime(2000, 12, 31, tzinfo=UTC)
_YEARS_TO_LEAP_YEAR = 8  # from 1904 back to 1896


def parse_clock(words: str) -> timedelta | None:
    """Time since midnight of "06:03", "9 p.m.", "noon"; None for "five o'clock", which may be of either half."""
    if words in ("noon", "midnight"):
        return timedelta(hours=12 if words == "noon" else 0)
    match = _CLOCK_PARTS.match(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return timedelta(hours=hour, minutes=minute)


def parse_date(words: str, now: datetime | None) -> datetime | None:
    """The day of "4 March 2011", "2016-09-29", "29/09/2016", by dateparser; of "March 4" the last such day.

    One day of grace lies after `now`, where it may be tomorrow already in the writer's place.
    """
    latest = None if now is None else midnight(now) + DAY
    numeric = _NUMERIC_DATE.fullmatch(words)
    if numeric is None:
        if _HAS_YEAR.search(words):
            return _parse(words, "MDY")
        day = _parse(words, "MDY") if latest else None
        return _last_such_day(day, latest) if day and latest else None
    if len(numeric["year"]) == 2:
        if now is None:
            return None
        century = 2000 if 2000 + int(numeric["year"]) <= now.year + 1 else 1900
        words = f"{words[:-2]}{century + int(numeric['year'])}"
    days = {day for order in ("DMY", "MDY") if (day := _parse(words, order))}
    if len(days) > 1 and latest is not None:
        days = {day for day in days if day <= latest}
    return days.pop() if len(days) == 1 else None


def _last_such_day(day: datetime, latest: datetime) -> datetime | None:
    """The last of its month and day up to `latest`; 29 February is in leap years alone."""
    for year in range(latest.year, max(0, latest.year - _YEARS_TO_LEAP_YEAR - 1), -1):
        if (day.month, day.day) == (2, 29) and not isleap(year):
            continue
        if (found := day.replace(year=year)) <= latest:
            return found
    return None


@lru_cache(maxsize=16384)
def _parse(words: str, order: str) -> datetime | None:
    """dateparser's day of the words, in a leap year where they name none: it is slow, and without the day of
    publication among what is remembered a day is parsed once."""
    import dateparser

    settings = {
        "RELATIVE_BASE": _LEAP_YEAR_END.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month"],
    }
    moment: datetime | None = dateparser.parse(words, languages=["en"], settings=settings)
    return None if moment is None else midnight(moment.replace(tzinfo=UTC))
