"""The day of a written date, and the time of day of a written clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from claimtrack.context.calendar import DAY, midnight

_CLOCK_PARTS = re.compile(r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?(?::\d\d)?(?! o'clock) ?(?:(?P<half>[ap])\.?m)?")
_NUMERIC_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?P<year>\d{4}|\d\d)")
_HAS_YEAR = re.compile(r"\b\d{4}\b")


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
    """The day of "4 March 2011", "March 4", "2016-09-29", "29/09/2016", by dateparser."""
    today = None if now is None else midnight(now)
    numeric = _NUMERIC_DATE.fullmatch(words)
    if numeric is None:
        if today is None and not _HAS_YEAR.search(words):
            return None
        return _parse(words, "MDY", today)
    if len(numeric["year"]) == 2:
        if today is None:
            return None
        century = 2000 if 2000 + int(numeric["year"]) <= today.year + 1 else 1900
        words = f"{words[:-2]}{century + int(numeric['year'])}"
    days = {day for order in ("DMY", "MDY") if (day := _parse(words, order, today))}
    if len(days) > 1 and today is not None:
        days = {day for day in days if day <= today + DAY}
    return days.pop() if len(days) == 1 else None


@lru_cache(maxsize=16384)
def _parse(words: str, order: str, today: datetime | None) -> datetime | None:
    """dateparser's day of the words: a date without a year is the last such day.

    One day of grace lies after `today`, where it may be tomorrow already in the writer's place.
    """
    import dateparser

    base = (today or datetime(2000, 1, 1, tzinfo=UTC)) + DAY
    settings = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month"],
    }
    moment: datetime | None = dateparser.parse(words, languages=["en"], settings=settings)
    return None if moment is None else midnight(moment.replace(tzinfo=UTC))
