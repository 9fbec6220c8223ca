"""Which moment or period a time expression means, counted from the day of publication.

Days begin at midnight UTC: a local clock is read as UTC. Nothing is ever counted from today, so that a text gives the
same answer in every year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from claimtrack.language.times import (
    LEADS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    RELATIVE_DAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WORDS,
    Precision,
    any_of,
)
from claimtrack.model import Moment, Span

_DAY = timedelta(days=1)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})


class Stretch(NamedTuple):
    """Time from start to end, both in it: the last day of a period at its midnight; a point has start == end.

    ahead: said to lie ahead ("the next 48 hours"), where a running period else ends at publication ("this year").
    """

    start: datetime
    end: datetime
    precision: Precision
    ahead: bool = False


def resolve_moment(text: str, span: Span | None, published: datetime | None) -> Moment:
    """The moment of the time expression text[span] in a text of that day.

    published: aware, or naive and then UTC. Without it a relative expression gives nulls.
    span None: the moment of publication, to the day.
    as_of: the day; the end of a period, but no later than `published` where the period still runs ("this year").
    period_start, period_end: None for a single day and where open; a period's last day stands at its midnight.
    "since March" runs to `published`; "by Friday" has an end and no start; "as of 12 May" is a point.
    A numeric date that can be read both ways ("05/04/2016") gives nulls, but where one of them is still to come.
    """
    now = None if published is None else _utc(published)
    if span is None:
        return Moment(as_of=now, precision=None if now is None else "day")
    as_of, start, end, precision = _resolve(_normal(span.of(text)), now)
    return Moment(span=span, as_of=as_of, period_start=start, period_end=end, precision=precision)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _normal(words: str) -> str:
    """Lower case, single spaces, plain apostrophes and hyphens."""
    return " ".join(words.translate(_PLAIN).lower().split())


_Resolved = tuple[datetime | None, datetime | None, datetime | None, Precision | None]
_UNKNOWN: _Resolved = (None, None, None, None)


@lru_cache(maxsize=16384)
def _resolve(words: str, now: datetime | None) -> _Resolved:
    """as_of, period_start, period_end and precision of normalised words."""
    lead_match = _LEAD.match(words)
    lead = (lead_match["lead"] or "") if lead_match else ""
    try:
        stretch = _read(words[lead_match.end() :] if lead_match else words, now)
        return _UNKNOWN if stretch is None else _led(lead, stretch, now)
    except (OverflowError, ValueError):  # a date outside the years 1 to 9999, or no such day
        return _UNKNOWN


def _led(lead: str, stretch: Stretch, now: datetime | None) -> _Resolved:
    """What the leading word makes of a stretch of time."""
    start, end, precision, ahead = stretch
    role = LEADS.get(lead)
    beside = timedelta(0) if precision == "minute" else _DAY
    if role in ("opens", "opens after"):
        begin = start if role == "opens" else end + beside
        until = now if now is not None and now >= begin else None
        return until, begin, until, precision
    if role == "closes before":
        return start - beside, None, start - beside, precision
    if role == "closes":
        return end, None, end, precision
    if now is not None and not ahead and start <= now < end:
        end = now
    if role == "at" or start == end:
        return end, None, None, precision
    return end, start, end, precision


def _read(words: str, now: datetime | None) -> Stretch | None:
    """The stretch of an expression without its leading words: the first reader that knows it answers."""
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(words):
            return reader(match, now)
    return None


# --- calendar arithmetic ---


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _add_months(moment: datetime, months: int) -> datetime:
    """The same day so many months on, or the month's last where it has no such day."""
    count = moment.year * 12 + moment.month - 1 + months
    first = moment.replace(year=count // 12, month=count % 12 + 1, day=1)
    return first.replace(day=min(moment.day, _last_day(first.year, first.month)))


def _last_day(year: int, month: int) -> int:
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return (following - _DAY).day


def _months(year: int, month: int, count: int, precision: Precision) -> Stretch:
    """So many whole months from the first of a month."""
    start = datetime(year, month, 1, tzinfo=UTC)
    return Stretch(start, _add_months(start, count) - _DAY, precision)


def _years(first: int, last: int) -> Stretch:
    return Stretch(datetime(first, 1, 1, tzinfo=UTC), datetime(last, 12, 31, tzinfo=UTC), "year")


def _shift(moment: datetime, count: float, unit: str) -> datetime:
    """The moment so many units on (back where negative)."""
    if UNITS[unit].months:
        return _add_months(moment, round(count * UNITS[unit].months))
    return moment + timedelta(seconds=count * UNITS[unit].seconds)


def _number(words: str) -> float:
    """ "three", "twenty-five", "48", "1.5"; of "two or three" the mean."""
    if joined := _JOINED_NUMBERS.fullmatch(words):
        return (_number(joined[1] or joined[3]) + _number(joined[2] or joined[4])) / 2
    if words.endswith(" and a half"):
        return _number(words.removesuffix(" and a half")) + 0.5
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in NUMBERS:
        return NUMBERS[words]
    return sum(NUMBERS[part] for part in words.replace("-", " ").split())


_COARSER: dict[Precision, Precision | None] = {
    "minute": "day",
    "day": "week",
    "week": "month",
    "month": "year",
    "year": None,
}


def _counted_precision(number: str, unit: str) -> Precision | None:
    """How precisely a date is known that lies so many units away; None where it is not known at all."""
    precision = UNITS[unit].precision
    return _COARSER[precision] if number in WORDS["vague_numbers"] else precision


# --- the readers: one a form of expression ---


def _relative_day(match: re.Match[str], now: datetime | None) -> Stretch | None:
    if now is None:
        return None
    return _at_clock(_midnight(now) + RELATIVE_DAYS[match["day"]] * _DAY, match)


def _weekday(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """The last such day, today included; "last Friday" lies before today, "next Friday" after, "this Friday" near."""
    if now is None:
        return None
    today = _midnight(now)
    wanted = WEEKDAYS[match["weekday"]]
    back = (today.weekday() - wanted) % 7
    which = (match["which"] or "").removesuffix(" ")
    if which in ("last", "this past"):
        back = back or 7
    elif which in ("next", "coming", "this coming"):
        back -= 7
    elif which == "this":
        back = today.weekday() - wanted
    return _at_clock(today - back * _DAY, match)


def _at_clock(day: datetime, match: re.Match[str]) -> Stretch:
    """The day, or the minute of it where the expression names one."""
    clock = _clock(match["before"] or match["at"] or "")
    if clock is None:
        return Stretch(day, day, "day")
    moment = day + clock
    return Stretch(moment, moment, "minute")


def _clock(words: str) -> timedelta | None:
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


def _only_clock(match: re.Match[str], now: datetime | None) -> Stretch | None:
    clock = _clock(match["clock"])
    if now is None or clock is None:
        return None
    return Stretch(_midnight(now) + clock, _midnight(now) + clock, "minute")


def _date(match: re.Match[str], now: datetime | None) -> Stretch | None:
    day = _parse_date(match["date"], now)
    return None if day is None else _at_clock(day, match)


def _days(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "4-6 March 2011", "March 4 and 5"."""
    month_year = f"{match['month1'] or match['month2']} {match['year1'] or match['year2'] or ''}".rstrip()
    first = _parse_date(f"{match['first1'] or match['first2']} {month_year}", now)
    last = _parse_date(f"{match['last1'] or match['last2']} {month_year}", now)
    return None if first is None or last is None or first > last else Stretch(first, last, "day")


def _parse_date(words: str, now: datetime | None) -> datetime | None:
    """The day of "4 March 2011", "March 4", "2016-09-29", "29/09/2016", by dateparser."""
    today = None if now is None else _midnight(now)
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
        days = {day for day in days if day <= today + _DAY}
    return days.pop() if len(days) == 1 else None


@lru_cache(maxsize=16384)
def _parse(words: str, order: str, today: datetime | None) -> datetime | None:
    """dateparser's day of the words: a date without a year is the last such day.

    One day of grace lies after `today`, where it may be tomorrow already in the writer's place.
    """
    import dateparser

    base = (today or datetime(2000, 1, 1, tzinfo=UTC)) + _DAY
    settings = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month"],
    }
    moment: datetime | None = dateparser.parse(words, languages=["en"], settings=settings)
    return None if moment is None else _midnight(moment.replace(tzinfo=UTC))


def _month(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "March 2014", "March" (the nearest that has begun), "last March", "this March", "next March"."""
    month = MONTHS[match["month"].rstrip(".")]
    if match["year"]:
        return _months(int(match["year"]), month, 1, "month")
    if now is None:
        return None
    return _months(_year_of(now, month, match["which"] or ""), month, 1, "month")


def _year_of(now: datetime, month: int, which: str) -> int:
    """The year of a month that is named without one; the running one counts as past unless "last" is said."""
    if which == "this":
        return now.year
    if which == "next":
        return now.year + (month <= now.month)
    return now.year - (month >= now.month if which else month > now.month)


def _year(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    first = int(match["first"])
    last = match["last"]
    if last is None:
        return _years(first, first)
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return _years(first, end if end >= first else end + 100)


def _decade(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    first = int(match["decade"]) if len(match["decade"]) == 4 else 1900 + int(match["decade"])
    return _part(match["part"], _years(first, first + 9))


def _season(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the summer of 2014", "the winter of 2013-14"; "last summer" is over, "this summer" runs or is the year's."""
    first, count = SEASONS[match["season"]]
    if match["year"]:
        return _months(int(match["year"]), first, count, "month")
    if now is None:
        return None
    past, *near, coming = (_months(now.year + step, first, count, "month") for step in (-2, -1, 0, 1))
    today = _midnight(now)
    if match["which"] == "next":
        return next(season for season in (*near, coming) if season.start > today)
    if match["which"] == "this":
        return near[0] if near[0].end >= today else near[1]
    return next(season for season in (*reversed(near), past) if season.end < today)


def _calendar(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "last week" (Monday to Sunday), "this month", "next year", "the quarter"."""
    if now is None:
        return None
    which = match["which"] or ""
    step = 1 if which == "next" else -1 if which.split(" ")[-1] in ("last", "previous") else 0
    today, unit = _midnight(now), match["unit"]
    if unit == "weekend":
        return _weekend(today, step, bool(which))
    if not UNITS[unit].months:
        days = UNITS[unit].seconds // 86400
        start = today - today.weekday() * _DAY + step * days * _DAY
        return Stretch(start, start + (days - 1) * _DAY, "week")
    months = UNITS[unit].months
    if months >= 12:
        years = months // 12
        first = now.year // years * years + step * years
        return _years(first, first + years - 1)
    start = _add_months(today.replace(month=(today.month - 1) // months * months + 1, day=1), step * months)
    return _months(start.year, start.month, months, "month")


def _weekend(today: datetime, step: int, named: bool) -> Stretch:
    """Saturday and Sunday: of the week, the week before or after; "the weekend" is the last that has begun."""
    saturday = today + (5 - today.weekday()) * _DAY
    if named:
        saturday += step * 7 * _DAY
    elif saturday > today:
        saturday -= 7 * _DAY
    return Stretch(saturday, saturday + _DAY, "day")


def _ago(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "three days ago", "a year earlier": a point; "decades ago" is none."""
    if now is None or match["number"] is None:
        return None
    precision = _counted_precision(match["number"], match["unit"])
    if precision is None:
        return None
    count = _number(match["number"]) + (0.5 if match["half"] else 0)
    moment = _shift(now, -count, match["unit"])
    if UNITS[match["unit"]].months or UNITS[match["unit"]].seconds >= 86400:
        moment = _midnight(moment)
    elif now == _midnight(now):  # published on that day, the hour is not known
        moment = now
    return Stretch(moment, moment, precision)


def _rolling(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the past 48 hours", "the next two weeks": up to publication, or from it; "recent weeks" have no beginning."""
    if now is None:
        return None
    if match["which"] is None:
        return Stretch(now, now, UNITS[match["unit"]].precision)
    number = match["number"] or "one"
    precision = _counted_precision(number, match["unit"]) or "year"
    count = _number(number)
    if match["which"] in WORDS["future"]:
        return Stretch(now, _shift(now, count, match["unit"]), precision, ahead=True)
    return Stretch(_shift(now, -count, match["unit"]), now, precision)


def _nth(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the first quarter of 2020", "the second half of last year", "the first three months of 2020"."""
    whole = _read(match["whole"], now) if match["whole"] else _year_around(now)
    if whole is None:
        return None
    nth, unit = ORDINALS[match["nth"]], match["unit"]
    count = _number(match["number"] or "one")
    if unit == "half":
        unit, count = _half(whole)
    part = _nth_part(whole, nth, count, unit)
    if match["whole"] is None and now is not None and part.start > now:
        return Stretch(_add_months(part.start, -12), _add_months(part.end + _DAY, -12) - _DAY, part.precision)
    return part


def _year_around(now: datetime | None) -> Stretch | None:
    return None if now is None else _years(now.year, now.year)


def _half(whole: Stretch) -> tuple[str, float]:
    """What half of a whole is: six months of a year, five years of a decade, else days."""
    if whole.precision == "year":
        return "month", (whole.end.year - whole.start.year + 1) * 6
    return "day", ((whole.end - whole.start).days + 1) / 2


def _nth_part(whole: Stretch, nth: int, count: float, unit: str) -> Stretch:
    """The nth stretch of so many units in a whole; -1 is the last."""
    if nth < 0:
        end = whole.end + _DAY
        start = _shift(end, -count, unit)
    else:
        start = _shift(whole.start, (nth - 1) * count, unit)
        end = _shift(start, count, unit)
    precision = UNITS[unit].precision
    return Stretch(_midnight(start), max(_midnight(start), _midnight(end - _DAY)), precision)


def _numbered_quarter(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    return _months(int(match["year"]), int(match["quarter"]) * 3 - 2, 3, "month")


def _early_or_late(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "early 2020", "mid-July": a third of the whole; "earlier this year": up to now; "later this year": from now."""
    whole = _read(match["whole"], now)
    part = match["part"]
    if whole is None or now is None or not whole.start <= now < whole.end:
        return None if whole is None else _part(part, whole)
    if part.startswith("earlier"):
        return Stretch(whole.start, now, whole.precision)
    if part.startswith("later"):
        return Stretch(_midnight(now), whole.end, whole.precision, ahead=True)
    return _part(part, whole)


def _part(part: str | None, whole: Stretch) -> Stretch:
    """The first, middle or last third of a stretch; its one day of "the start of" and "the end of"."""
    if part is None:
        return whole
    if part.endswith(("start of", "beginning of")):
        return Stretch(whole.start, whole.start, whole.precision)
    if part.endswith("end of"):
        return Stretch(whole.end, whole.end, whole.precision)
    second, last = _third(whole, 1), _third(whole, 2)
    if part in WORDS["early"]:
        return Stretch(whole.start, second - _DAY, whole.precision)
    if part in WORDS["middle"]:
        return Stretch(second, last - _DAY, whole.precision)
    return Stretch(last, whole.end, whole.precision)


def _third(whole: Stretch, count: int) -> datetime:
    """Where the second or last third begins: after whole months of a year, days of anything shorter."""
    if whole.precision == "year":
        return _add_months(whole.start, (whole.end.year - whole.start.year + 1) * 4 * count)
    return _midnight(whole.start + (whole.end - whole.start + _DAY) * count / 3)


def _range(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "between 2011 and 2016", "from March to May": the last such period; its beginning is read from its end back."""
    first_words, last_words = match["first"], match["last"]
    last = _read(last_words, now)
    if last is None:
        return None
    if first_words.isdigit() and len(first_words) <= 2:
        first_words = f"{first_words} {_DAY_NUMBER.sub('', last_words)}"
    first = _read(first_words, last.end)
    return None if first is None or first.start > last.end else Stretch(first.start, last.end, last.precision)


def _year_to(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the year to March", "the 12 months to June 2016": so many units that end with the end of the date."""
    last = _read(match["whole"], now)
    if last is None:
        return None
    count = _number(match["number"] or "one")
    return Stretch(_shift(last.end + _DAY, -count, match["unit"]), last.end, last.precision)


# --- the forms of expressions, in normal words ---

_NUMBER = (
    rf"(?:\d[\d.,]*|{any_of(word for word, n in NUMBERS.items() if 20 <= n < 100)}"
    rf"[- ]{any_of(word for word, n in NUMBERS.items() if 1 <= n < 10)}|{any_of(NUMBERS)})"
)
_NUMBERS = rf"(?P<number>{_NUMBER}(?: (?:or|to) {_NUMBER}| ?- ?\d+| and a half)?)"
_JOINED_NUMBERS = re.compile(rf"({_NUMBER}) (?:or|to) ({_NUMBER})|(\d[\d.,]*) ?- ?(\d+)")
_ZONE = any_of(zone.lower() for zone in WORDS["zones"])
_CLOCK = rf"(?:noon|midnight|[a-z]+ o'clock|\d[\d:.]*(?: ?[ap]\.?m\.?| o'clock|z)?(?: {_ZONE})?)"
_CLOCK_PARTS = re.compile(r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?(?::\d\d)?(?! o'clock) ?(?:(?P<half>[ap])\.?m)?")
_BEFORE = rf"(?:(?P<before>{_CLOCK}),? (?:on )?)?"
_AT = rf"(?:(?:,? (?:at )?|t)(?P<at>{_CLOCK}))?"
_MONTH = rf"{any_of(MONTHS)}\.?"
_CALENDAR_UNITS = [name for name, unit in UNITS.items() if unit.months or unit.seconds >= 7 * 86400]
_UNIT = rf"(?P<unit>{any_of(UNITS)})"
_YEAR = r"\d{4}"
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WHICH = r"(?P<which>this|last|next|the previous|the current)"
_PART_OF_DAY = rf"(?: {any_of(WORDS['parts_of_day'])})?"
_PART_OF_DATE = r"(?:(?:early|late|earlier|later) (?:on )?)?"
_WEEKDAY_OF_DATE = rf"(?:{any_of([*WEEKDAYS, *(day[:3] for day in WEEKDAYS)])}\.?,? )?"
_NUMERIC = r"\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)"
_NUMERIC_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?P<year>\d{4}|\d\d)")
_HAS_YEAR = re.compile(r"\b\d{4}\b")
_DAY_NUMBER = re.compile(rf"\b{_DAY_OF_MONTH}\b ?(?:of )?")
_PAST_OR_FUTURE = rf"(?P<which>{any_of([*WORDS['past'], *WORDS['future']])})"

_LEAD = re.compile(
    rf"(?:(?P<lead>{any_of([*LEADS, *WORDS['past_leads'], *WORDS['plain_leads']])}) )?"
    rf"(?:{any_of([*WORDS['lead_hedges'], *WORDS['hedges']])} )?"
)

_Reader = Callable[[re.Match[str], datetime | None], Stretch | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"{_BEFORE}{_PART_OF_DATE}(?P<day>{any_of(RELATIVE_DAYS)}){_PART_OF_DAY}{_AT}", _relative_day),
        (
            rf"{_BEFORE}{_PART_OF_DATE}(?P<which>(?:this past|this coming|last|next|this|coming) )?"
            rf"(?P<weekday>{any_of(WEEKDAYS)}){_PART_OF_DAY}{_AT}",
            _weekday,
        ),
        (
            rf"{_BEFORE}{_WEEKDAY_OF_DATE}(?:the )?(?P<date>{_DAY_OF_MONTH} (?:of )?{_MONTH}(?:,? {_YEAR})?"
            rf"|{_MONTH} {_DAY_OF_MONTH}(?:,? {_YEAR})?|{_NUMERIC}){_AT}",
            _date,
        ),
        (
            rf"{_WEEKDAY_OF_DATE}(?:the )?(?P<first1>{_DAY_OF_MONTH})(?: ?- ?| and | to )(?P<last1>{_DAY_OF_MONTH}) "
            rf"(?:of )?(?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR}))?"
            rf"|(?P<month2>{_MONTH}) (?P<first2>{_DAY_OF_MONTH})(?: ?- ?| and | to )(?P<last2>{_DAY_OF_MONTH})"
            rf"(?:,? (?P<year2>{_YEAR}))?",
            _days,
        ),
        (rf"(?:{_WHICH} )?(?P<month>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))?", _month),
        (rf"(?P<first>{_YEAR})(?: ?[-/] ?(?P<last>{_YEAR}|\d\d))?", _year),
        (rf"(?P<clock>{_CLOCK})", _only_clock),
        (r"(?:the )?(?:(?P<part>early|mid|late)[- ])?'?(?P<decade>\d{4}|\d\d)'?s", _decade),
        (rf"(?:the |{_WHICH} )?(?P<season>{any_of(SEASONS)})(?: (?:of )?(?P<year>{_YEAR})(?:[-/]\d\d)?)?", _season),
        (rf"(?:{_WHICH} |the )?(?P<unit>weekend|{any_of(_CALENDAR_UNITS)})", _calendar),
        (rf"(?:{_NUMBERS} )?{_UNIT}(?P<half> and a half)? (?:ago|earlier)", _ago),
        (rf"(?:the )?(?:{_PAST_OR_FUTURE} (?:{_NUMBERS}[- ])?|recent ){_UNIT}", _rolling),
        (
            rf"(?:the )?(?P<nth>{any_of(ORDINALS)}) (?:{_NUMBERS} )?(?P<unit>half|{any_of(UNITS)})"
            r"(?: (?:of )?(?P<whole>.+))?",
            _nth,
        ),
        (rf"q(?P<quarter>[1-4]) (?P<year>{_YEAR})", _numbered_quarter),
        (rf"the (?:{_NUMBERS} )?{_UNIT} (?:to|ending|ended|through|up to) (?P<whole>.+)", _year_to),
        (rf"(?P<part>{any_of([*WORDS['early'], *WORDS['middle'], *WORDS['late']])})[- ](?P<whole>.+)", _early_or_late),
        (
            r"(?:(?:between|from) )?(?P<first>[\w ,]{1,40}?)(?: (?:and|to|until|till|through) | ?- ?)(?P<last>.+)",
            _range,
        ),
    )
)
