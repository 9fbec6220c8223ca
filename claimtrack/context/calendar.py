"""Calendar arithmetic: stretches of time, whole months and years, and the parts of a whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from claimtrack.language.time_words import UNITS, WORDS, Precision

DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """Time from start to end, both in it: the last day of a period at its midnight; a point has start == end.

    ahead: said to lie ahead ("the next 48 hours"), where a running period else ends at publication ("this year").
    """

    start: datetime
    end: datetime
    precision: Precision
    ahead: bool = False


def midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def add_months(moment: datetime, months: int) -> datetime:
    """The same day so many months on, or the month's last where it has no such day."""
    count = moment.year * 12 + moment.month - 1 + months
    first = moment.replace(year=count // 12, month=count % 12 + 1, day=1)
    return first.replace(day=min(moment.day, _last_day(first.year, first.month)))


def _last_day(year: int, month: int) -> int:
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return (following - DAY).day


def whole_months(year: int, month: int, count: int, precision: Precision) -> Stretch:
    """So many whole months from the first of a month."""
    start = datetime(year, month, 1, tzinfo=UTC)
    return Stretch(start, add_months(start, count) - DAY, precision)


def whole_years(first: int, last: int) -> Stretch:
    return Stretch(datetime(first, 1, 1, tzinfo=UTC), datetime(last, 12, 31, tzinfo=UTC), "year")


def shifted(moment: datetime, count: float, unit: str) -> datetime:
    """The moment so many units on (back where negative)."""
    if UNITS[unit].months:
        return add_months(moment, round(count * UNITS[unit].months))
    return moment + timedelta(seconds=count * UNITS[unit].seconds)


def year_of_month(now: datetime, month: int, which: str) -> int:
    """The year of a month that is named without one; the running one counts as past unless "last" is said."""
    if which == "this":
        return now.year
    if which == "next":
        return now.year + (month <= now.month)
    return now.year - (month >= now.month if which else month > now.month)


def weekend(today: datetime, step: int, named: bool) -> Stretch:
    """Saturday and Sunday: of the week, the week before or after; "the weekend" is the last that has begun."""
    saturday = today + (5 - today.weekday()) * DAY
    if named:
        saturday += step * 7 * DAY
    elif saturday > today:
        saturday -= 7 * DAY
    return Stretch(saturday, saturday + DAY, "day")


def half_of(whole: Stretch) -> tuple[str, float]:
    """What half of a whole is: six months of a year, five years of a decade, else days."""
    if whole.precision == "year":
        return "month", (whole.end.year - whole.start.year + 1) * 6
    return "day", ((whole.end - whole.start).days + 1) / 2


def nth_part(whole: Stretch, nth: int, count: float, unit: str) -> Stretch:
    """The nth stretch of so many units in a whole; -1 is the last."""
    if nth < 0:
        end = whole.end + DAY
        start = shifted(end, -count, unit)
    else:
        start = shifted(whole.start, (nth - 1) * count, unit)
        end = shifted(start, count, unit)
    precision = UNITS[unit].precision
    return Stretch(midnight(start), max(midnight(start), midnight(end - DAY)), precision)


def named_part(part: str | None, whole: Stretch) -> Stretch:
    """The first, middle or last third of a stretch; its one day of "the start of" and "the end of"."""
    if part is None:
        return whole
    if part.endswith(("start of", "beginning of")):
        return Stretch(whole.start, whole.start, whole.precision)
    if part.endswith("end of"):
        return Stretch(whole.end, whole.end, whole.precision)
    second, last = _third(whole, 1), _third(whole, 2)
    if part in WORDS["early"]:
        return Stretch(whole.start, second - DAY, whole.precision)
    if part in WORDS["middle"]:
        return Stretch(second, last - DAY, whole.precision)
    return Stretch(last, whole.end, whole.precision)


def _third(whole: Stretch, count: int) -> datetime:
    """Where the second or last third begins: after whole months of a year, days of anything shorter."""
    if whole.precision == "year":
        return add_months(whole.start, (whole.end.year - whole.start.year + 1) * 4 * count)
    return midnight(whole.start + (whole.end - whole.start + DAY) * count / 3)
