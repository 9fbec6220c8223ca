"""The stretch of time that an expression stands for: one reader for each form of expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from claimtrack.context.calendar import (
    DAY,
    Stretch,
    add_months,
    half_of,
    midnight,
    named_part,
    nth_part,
    shifted,
    weekend,
    whole_months,
    whole_years,
    year_of_month,
)
from claimtrack.context.counts import NUMBER_GROUP, counted_precision, number_of
from claimtrack.context.dates import parse_clock, parse_date
from claimtrack.language.time_patterns import any_of
from claimtrack.language.time_words import MONTHS, ORDINALS, RELATIVE_DAYS, SEASONS, UNITS, WEEKDAYS, WORDS


def read(words: str, now: datetime | None) -> Stretch | None:
    """The stretch of an expression without its leading words: the first reader that knows it answers."""
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(words):
            return reader(match, now)
    return None


def _relative_day(match: re.Match[str], now: datetime | None) -> Stretch | None:
    if now is None:
        return None
    return _at_clock(midnight(now) + RELATIVE_DAYS[match["day"]] * DAY, match)


def _weekday(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """The last such day, today included; "last Friday" lies before today, "next Friday" after, "this Friday" near."""
    if now is None:
        return None
    today = midnight(now)
    wanted = WEEKDAYS[match["weekday"]]
    back = (today.weekday() - wanted) % 7
    which = (match["which"] or "").removesuffix(" ")
    if which in ("last", "this past"):
        back = back or 7
    elif which in ("next", "coming", "this coming"):
        back -= 7
    elif which == "this":
        back = today.weekday() - wanted
    return _at_clock(today - back * DAY, match)


def _at_clock(day: datetime, match: re.Match[str]) -> Stretch:
    """The day, or the minute of it where the expression names one."""
    clock = parse_clock(match["before"] or match["at"] or "")
    if clock is None:
        return Stretch(day, day, "day")
    moment = day + clock
    return Stretch(moment, moment, "minute")


def _only_clock(match: re.Match[str], now: datetime | None) -> Stretch | None:
    clock = parse_clock(match["clock"])
    if now is None or clock is None:
        return None
    return Stretch(midnight(now) + clock, midnight(now) + clock, "minute")


def _date(match: re.Match[str], now: datetime | None) -> Stretch | None:
    day = parse_date(match["date"], now)
    return None if day is None else _at_clock(day, match)


def _days(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "4-6 March 2011", "March 4 and 5"."""
    month_year = f"{match['month1'] or match['month2']} {match['year1'] or match['year2'] or ''}".rstrip()
    first = parse_date(f"{match['first1'] or match['first2']} {month_year}", now)
    last = parse_date(f"{match['last1'] or match['last2']} {month_year}", now)
    return None if first is None or last is None or first > last else Stretch(first, last, "day")


def _month(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "March 2014", "March" (the nearest that has begun), "last March", "this March", "next March"."""
    month = MONTHS[match["month"].rstrip(".")]
    if match["year"]:
        return whole_months(int(match["year"]), month, 1, "month")
    if now is None:
        return None
    return whole_months(year_of_month(now, month, match["which"] or ""), month, 1, "month")


def _year(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    first = int(match["first"])
    last = match["last"]
    if last is None:
        return whole_years(first, first)
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return whole_years(first, end if end >= first else end + 100)


def _decade(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    first = int(match["decade"]) if len(match["decade"]) == 4 else 1900 + int(match["decade"])
    return named_part(match["part"], whole_years(first, first + 9))


def _season(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the summer of 2014", "the winter of 2013-14"; "last summer" is over, "this summer" runs or is the year's."""
    first, count = SEASONS[match["season"]]
    if match["year"]:
        return whole_months(int(match["year"]), first, count, "month")
    if now is None:
        return None
    past, *near, coming = (whole_months(now.year + step, first, count, "month") for step in (-2, -1, 0, 1))
    today = midnight(now)
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
    today, unit = midnight(now), match["unit"]
    if unit == "weekend":
        return weekend(today, step, bool(which))
    if not UNITS[unit].months:
        days = UNITS[unit].seconds // 86400
        start = today - today.weekday() * DAY + step * days * DAY
        return Stretch(start, start + (days - 1) * DAY, "week")
    months = UNITS[unit].months
    if months >= 12:
        years = months // 12
        first = now.year // years * years + step * years
        return whole_years(first, first + years - 1)
    start = add_months(today.replace(month=(today.month - 1) // months * months + 1, day=1), step * months)
    return whole_months(start.year, start.month, months, "month")


def _ago(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "three days ago", "a year earlier": a point; "decades ago" is none."""
    if now is None or match["number"] is None:
        return None
    precision = counted_precision(match["number"], match["unit"])
    if precision is None:
        return None
    count = number_of(match["number"]) + (0.5 if match["half"] else 0)
    moment = shifted(now, -count, match["unit"])
    if UNITS[match["unit"]].months or UNITS[match["unit"]].seconds >= 86400:
        moment = midnight(moment)
    elif now == midnight(now):  # published on that day, the hour is not known
        moment = now
    return Stretch(moment, moment, precision)


def _rolling(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the past 48 hours", "the next two weeks": up to publication, or from it; "recent weeks" have no beginning."""
    if now is None:
        return None
    if match["which"] is None:
        return Stretch(now, now, UNITS[match["unit"]].precision)
    number = match["number"] or "one"
    precision = counted_precision(number, match["unit"]) or "year"
    count = number_of(number)
    if match["which"] in WORDS["future"]:
        return Stretch(now, shifted(now, count, match["unit"]), precision, ahead=True)
    return Stretch(shifted(now, -count, match["unit"]), now, precision)


def _nth(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the first quarter of 2020", "the second half of last year", "the first three months of 2020"."""
    whole = read(match["whole"], now) if match["whole"] else _year_around(now)
    if whole is None:
        return None
    nth, unit = ORDINALS[match["nth"]], match["unit"]
    count = number_of(match["number"] or "one")
    if unit == "half":
        unit, count = half_of(whole)
    part = nth_part(whole, nth, count, unit)
    if match["whole"] is None and now is not None and part.start > now:
        return Stretch(add_months(part.start, -12), add_months(part.end + DAY, -12) - DAY, part.precision)
    return part


def _year_around(now: datetime | None) -> Stretch | None:
    return None if now is None else whole_years(now.year, now.year)


def _numbered_quarter(match: re.Match[str], _now: datetime | None) -> Stretch | None:
    return whole_months(int(match["year"]), int(match["quarter"]) * 3 - 2, 3, "month")


def _early_or_late(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "early 2020", "mid-July": a third of the whole; "earlier this year": up to now; "later this year": from now."""
    whole = read(match["whole"], now)
    part = match["part"]
    if whole is None or now is None or not whole.start <= now < whole.end:
        return None if whole is None else named_part(part, whole)
    if part.startswith("earlier"):
        return Stretch(whole.start, now, whole.precision)
    if part.startswith("later"):
        return Stretch(midnight(now), whole.end, whole.precision, ahead=True)
    return named_part(part, whole)


def _range(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "between 2011 and 2016", "from March to May": the last such period; its beginning is read from its end back."""
    first_words, last_words = match["first"], match["last"]
    last = read(last_words, now)
    if last is None:
        return None
    if first_words.isdigit() and len(first_words) <= 2:
        first_words = f"{first_words} {_DAY_NUMBER.sub('', last_words)}"
    first = read(first_words, last.end)
    return None if first is None or first.start > last.end else Stretch(first.start, last.end, last.precision)


def _year_to(match: re.Match[str], now: datetime | None) -> Stretch | None:
    """ "the year to March", "the 12 months to June 2016": so many units that end with the end of the date."""
    last = read(match["whole"], now)
    if last is None:
        return None
    count = number_of(match["number"] or "one")
    return Stretch(shifted(last.end + DAY, -count, match["unit"]), last.end, last.precision)


# --- the forms of expressions, in normal words ---

_ZONE = any_of(zone.lower() for zone in WORDS["zones"])
_CLOCK = rf"(?:noon|midnight|[a-z]+ o'clock|\d[\d:.]*(?: ?[ap]\.?m\.?| o'clock|z)?(?: {_ZONE})?)"
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
_DAY_NUMBER = re.compile(rf"\b{_DAY_OF_MONTH}\b ?(?:of )?")
_PAST_OR_FUTURE = rf"(?P<which>{any_of([*WORDS['past'], *WORDS['future']])})"

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
        (rf"(?:{NUMBER_GROUP} )?{_UNIT}(?P<half> and a half)? (?:ago|earlier)", _ago),
        (rf"(?:the )?(?:{_PAST_OR_FUTURE} (?:{NUMBER_GROUP}[- ])?|recent ){_UNIT}", _rolling),
        (
            rf"(?:the )?(?P<nth>{any_of(ORDINALS)}) (?:{NUMBER_GROUP} )?(?P<unit>half|{any_of(UNITS)})"
            r"(?: (?:of )?(?P<whole>.+))?",
            _nth,
        ),
        (rf"q(?P<quarter>[1-4]) (?P<year>{_YEAR})", _numbered_quarter),
        (rf"the (?:{NUMBER_GROUP} )?{_UNIT} (?:to|ending|ended|through|up to) (?P<whole>.+)", _year_to),
        (rf"(?P<part>{any_of([*WORDS['early'], *WORDS['middle'], *WORDS['late']])})[- ](?P<whole>.+)", _early_or_late),
        (
            r"(?:(?:between|from) )?(?P<first>[\w ,]{1,40}?)(?: (?:and|to|until|till|through) | ?- ?)(?P<last>.+)",
            _range,
        ),
    )
)
