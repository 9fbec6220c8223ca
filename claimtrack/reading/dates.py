"""Written dates → aware datetimes in UTC."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import NamedTuple

YEARS = range(1678, 2262)  # what a timestamp in nanoseconds can hold
_YEAR = re.compile(r"\d{4}")


class _Patterns(NamedTuple):
    days: tuple[re.Pattern[str], ...]
    time: re.Pattern[str]
    months: dict[str, int]
    zones: dict[str, int]


def parse_date(written: str) -> datetime | None:
    """Read a date that is all there is in `written`; None where it is no full date, or other words stand beside it.

    ISO 8601 ("2023-02-07", "2023-02-07T14:30:00+01:00") and the usual written forms ("29 September 2016",
    "Thursday, Sept. 29, 2016 at 10:15 a.m. EDT", "2016/09/29"). 07/02/2023 is two different days and so None.
    Midnight UTC where only the day is known; a time without a zone counts as UTC, with an unknown zone as unknown.
    """
    if not _YEAR.search(written):
        return None
    written = " ".join(written.split())
    try:
        return as_utc(datetime.fromisoformat(written))
    except ValueError:
        pass
    return _written_date(written)


def as_utc(moment: datetime) -> datetime | None:
    """The same moment in UTC (a naive one is taken to be UTC); None outside the years of a timestamp."""
    if moment.year not in YEARS:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _written_date(written: str) -> datetime | None:
    patterns = _patterns()
    for pattern in patterns.days:
        if found := pattern.search(written):
            break
    else:
        return None
    before, after = written[: found.start()].strip(" ,"), written[found.end() :].strip(" ,")
    if before and after:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else patterns.months[month[:3].lower()]
    try:
        day = datetime(int(found["year"]), number, int(found["day"]), tzinfo=UTC)
    except ValueError:
        return None
    if not before and not after:
        return as_utc(day)
    time = patterns.time.fullmatch(before or after)
    if time is None or not (time["minute"] or time["half"]):
        return None
    return as_utc(_at(day, time, patterns.zones))


def _at(day: datetime, time: re.Match[str], zones: dict[str, int]) -> datetime:
    hour, minute, second = int(time["hour"]), int(time["minute"] or 0), int(time["second"] or 0)
    if time["half"]:
        hour = hour % 12 + (12 if time["half"][0] in "pP" else 0)
    zone = (time["zone"] or "UTC").upper()
    if offset := re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone):
        east = (int(offset[2]) * 60 + int(offset[3])) * (-1 if offset[1] == "-" else 1)
    elif zone in zones:
        east = zones[zone]
    else:
        return day
    try:
        return day.replace(hour=hour, minute=minute, second=second, tzinfo=timezone(timedelta(minutes=east)))
    except ValueError:
        return day


@cache
def _patterns() -> _Patterns:
    words = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
    month = rf"(?P<month>{'|'.join(map(_from_third_letter, words['months']))})\b\.?"
    weekday = rf"(?:\b(?:{'|'.join(map(_from_third_letter, words['weekdays']))})\b\.?,? )?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})\b"
    shapes = (
        rf"{weekday}\b{day}(?: of)?[ -]{month}[ ,-]+{year}",
        rf"{weekday}\b{month} {day},? {year}",
        rf"\b{year}[/.-](?P<month>\d{{1,2}})[/.-]{day}\b",
    )
    time = (
        r"(?:at |[-–—|T·] ?)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?"
        r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?\(?(?P<zone>[a-z]{1,5}|[+-]\d\d:?\d\d)\)?)?"
    )
    return _Patterns(
        days=tuple(re.compile(shape, re.IGNORECASE) for shape in shapes),
        time=re.compile(time, re.IGNORECASE),
        months={name[:3]: number for number, name in enumerate(words["months"], 1)},
        zones=words["zones"],
    )


def _from_third_letter(name: str) -> str:
    """A pattern for the name and its shortenings: "september" → "sep(?:t(?:e(?:…)?)?)?"."""
    rest = "".join(f"(?:{letter}" for letter in name[3:])
    return name[:3] + rest + ")?" * len(name[3:])
