"""What time expressions mean, counted from a day of publication."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claimtrack.context.moments import resolve_moment
from claimtrack.language.times import find_times
from claimtrack.model import Moment, Span

THURSDAY = datetime(2016, 9, 29, 14, 30, tzinfo=UTC)
NOW = "2016-09-29 14:30"

# expression | as of | period start | period end | precision | one word on why; published on Thursday 2016-09-29 14:30
FROM_THURSDAY = [
    ("Thursday", "2016-09-29", None, None, "day", "that day itself"),
    ("Friday", "2016-09-23", None, None, "day", "the last such day"),
    ("last Thursday", "2016-09-22", None, None, "day", "before today"),
    ("next Friday", "2016-09-30", None, None, "day", "future"),
    ("Tuesday morning", "2016-09-27", None, None, "day", "part of the day"),
    ("9 p.m. on Wednesday", "2016-09-28 21:00", None, None, "minute", "clock and day"),
    ("06:03", "2016-09-29 06:03", None, None, "minute", "clock of the day"),
    ("five o'clock", None, None, None, None, "which half of the day?"),
    ("by Friday", "2016-09-23", None, "2016-09-23", "day", "end without start"),
    ("since Monday", NOW, "2016-09-26", NOW, "day", "open"),
    ("today", "2016-09-29", None, None, "day", "relative"),
    ("overnight", "2016-09-29", None, None, "day", "the day itself"),
    ("last night", "2016-09-28", None, None, "day", "yesterday's"),
    ("the day before yesterday", "2016-09-27", None, None, "day", "relative"),
    ("tomorrow", "2016-09-30", None, None, "day", "relative"),
    ("three days ago", "2016-09-26", None, None, "day", "counted"),
    ("nearly two weeks ago", "2016-09-15", None, None, "week", "hedged"),
    ("2-3 days ago", "2016-09-27", None, None, "day", "between"),
    ("twenty-five years ago", "1991-09-29", None, None, "year", "no range of 20 to 5"),
    ("two and a half years ago", "2014-03-29", None, None, "year", "half"),
    ("a couple of months ago", "2016-07-29", None, None, "year", "vague: a step less precise"),
    ("a few years ago", None, None, None, None, "vague years are no date"),
    ("decades ago", None, None, None, None, "no number"),
    ("999 decades ago", None, None, None, None, "before the year 1"),
    ("a year earlier", "2015-09-29", None, None, "year", "compared with"),
    ("in the past 48 hours", NOW, "2016-09-27 14:30", NOW, "day", "to the hour"),
    ("over the last ten days", NOW, "2016-09-19 14:30", NOW, "day", "words"),
    ("the past year", NOW, "2015-09-29 14:30", NOW, "year", "rolling, not the calendar's"),
    ("the next two weeks", "2016-10-13 14:30", NOW, "2016-10-13 14:30", "week", "ahead"),
    ("in recent weeks", NOW, None, None, "week", "no beginning"),
    ("last week", "2016-09-25", "2016-09-19", "2016-09-25", "week", "Monday to Sunday"),
    ("this week", NOW, "2016-09-26", NOW, "week", "still runs"),
    ("later this week", "2016-10-02", "2016-09-29", "2016-10-02", "week", "ahead"),
    ("next week", "2016-10-09", "2016-10-03", "2016-10-09", "week", "future"),
    ("the weekend", "2016-09-25", "2016-09-24", "2016-09-25", "day", "the last one"),
    ("last month", "2016-08-31", "2016-08-01", "2016-08-31", "month", "whole"),
    ("this year", NOW, "2016-01-01", NOW, "year", "still runs"),
    ("last quarter", "2016-06-30", "2016-04-01", "2016-06-30", "month", "calendar quarter"),
    ("March", "2016-03-31", "2016-03-01", "2016-03-31", "month", "nearest past"),
    ("October", "2015-10-31", "2015-10-01", "2015-10-31", "month", "not yet this year"),
    ("September", NOW, "2016-09-01", NOW, "month", "the running one"),
    ("last September", "2015-09-30", "2015-09-01", "2015-09-30", "month", "not the running one"),
    ("next March", "2017-03-31", "2017-03-01", "2017-03-31", "month", "future"),
    ("since March", NOW, "2016-03-01", NOW, "month", "from its first day"),
    ("since at least 2011", NOW, "2011-01-01", NOW, "year", "hedged"),
    ("before 2011", "2010-12-31", None, "2010-12-31", "year", "the day before"),
    ("after March 2014", NOW, "2014-04-01", NOW, "month", "the day after"),
    ("as of 12 May", "2016-05-12", None, None, "day", "a point"),
    ("March 4", "2016-03-04", None, None, "day", "nearest past"),
    ("September 30", "2016-09-30", None, None, "day", "tomorrow, where it may be day already"),
    ("October 2", "2015-10-02", None, None, "day", "not yet this year"),
    ("March 4-6", "2016-03-06", "2016-03-04", "2016-03-06", "day", "days of a month"),
    ("from 4 to 6 March", "2016-03-06", "2016-03-04", "2016-03-06", "day", "days of a month"),
    ("05/04/2016", None, None, None, None, "April or May: not guessed"),
    ("05/10/2016", "2016-05-10", None, None, "day", "October is still to come"),
    ("29/09/16", "2016-09-29", None, None, "day", "short year"),
    ("31 February 2015", None, None, None, None, "no such day"),
    ("between 2011 and 2016", NOW, "2011-01-01", NOW, "year", "the last year still runs"),
    ("from March to May", "2016-05-31", "2016-03-01", "2016-05-31", "month", "months"),
    ("from November to February", "2016-02-29", "2015-11-01", "2016-02-29", "month", "over the turn of the year"),
    ("from Monday to Wednesday", "2016-09-28", "2016-09-26", "2016-09-28", "day", "weekdays"),
    ("the third quarter", NOW, "2016-07-01", NOW, "month", "still runs"),
    ("the fourth quarter", "2015-12-31", "2015-10-01", "2015-12-31", "month", "last year's"),
    ("the second half of last year", "2015-12-31", "2015-07-01", "2015-12-31", "month", "half of a year"),
    ("mid-July", "2016-07-20", "2016-07-11", "2016-07-20", "month", "a third of it"),
    ("late last year", "2015-12-31", "2015-09-01", "2015-12-31", "year", "a third of it"),
    ("since the start of the year", NOW, "2016-01-01", NOW, "year", "its first day"),
    ("by the end of the year", "2016-12-31", None, "2016-12-31", "year", "its last day"),
    ("last summer", "2016-08-31", "2016-06-01", "2016-08-31", "month", "the one that is over"),
    ("last winter", "2016-02-29", "2015-12-01", "2016-02-29", "month", "over the turn of the year"),
    ("the year to March", "2016-03-31", "2015-04-01", "2016-03-31", "month", "twelve months"),
]

# the same without a day of publication
WITHOUT_DAY = [
    ("March 2014", "2014-03-31", "2014-03-01", "2014-03-31", "month", "absolute"),
    ("4 March 2011", "2011-03-04", None, None, "day", "absolute"),
    ("Friday, March 4, 2011", "2011-03-04", None, None, "day", "absolute, with its weekday"),
    ("2016-09-29", "2016-09-29", None, None, "day", "ISO"),
    ("2016-09-05", "2016-09-05", None, None, "day", "ISO is never read both ways"),
    ("29/09/2016", "2016-09-29", None, None, "day", "only one reading"),
    ("2016-09-28T06:03:00Z", "2016-09-28 06:03", None, None, "minute", "ISO with clock"),
    ("the first quarter of 2020", "2020-03-31", "2020-01-01", "2020-03-31", "month", "quarter"),
    ("Q1 2020", "2020-03-31", "2020-01-01", "2020-03-31", "month", "quarter"),
    ("early 2020", "2020-04-30", "2020-01-01", "2020-04-30", "year", "a third of it"),
    ("the 1990s", "1999-12-31", "1990-01-01", "1999-12-31", "year", "decade"),
    ("the winter of 2013-14", "2014-02-28", "2013-12-01", "2014-02-28", "month", "season"),
    ("the 12 months to June 2016", "2016-06-30", "2015-07-01", "2016-06-30", "month", "months to"),
    ("since 2011", None, "2011-01-01", None, "year", "open, with no end known"),
    ("Thursday", None, None, None, None, "relative"),
    ("March 4", None, None, None, None, "relative: no year"),
    ("March", None, None, None, None, "relative"),
    ("last week", None, None, None, None, "relative"),
    ("three days ago", None, None, None, None, "relative"),
    ("in the past 48 hours", None, None, None, None, "relative"),
    ("since March", None, None, None, None, "relative"),
]

Row = tuple[str, str | None, str | None, str | None, str | None, str]


def resolved(expression: str, published: datetime | None) -> Moment:
    return resolve_moment(expression, Span(0, len(expression)), published)


def shown(moment: datetime | None) -> str | None:
    """ISO to the minute, the day alone at midnight."""
    return None if moment is None else f"{moment:%Y-%m-%d %H:%M}".removesuffix(" 00:00")


def check(row: Row, published: datetime | None) -> None:
    expression, as_of, start, end, precision, why = row
    moment = resolved(expression, published)
    found = (shown(moment.as_of), shown(moment.period_start), shown(moment.period_end), moment.precision)
    assert found == (as_of, start, end, precision), f"{expression}: {why}"


@pytest.mark.parametrize("row", FROM_THURSDAY, ids=[row[0] for row in FROM_THURSDAY])
def test_from_the_day_of_publication(row: Row) -> None:
    check(row, THURSDAY)


@pytest.mark.parametrize("row", WITHOUT_DAY, ids=[row[0] for row in WITHOUT_DAY])
def test_without_a_day_of_publication(row: Row) -> None:
    check(row, None)


# text | expression in it | as of | period start | a word on why; published on Thursday 2016-09-29 14:30
AHEAD = [
    ("The talks will go on in Rome on Tuesday.", "Tuesday", "2016-10-04", None, "will"),
    ("The year that ends Sunday was good.", "Sunday", "2016-10-02", None, "ends"),
    ("Her trial is due in October.", "October", "2016-10-31", "2016-10-01", "due"),
    ("They are scheduled to be tried in March.", "March", "2017-03-31", "2017-03-01", "scheduled"),
    ("From Oct. 1, the firm will cut the price.", "Oct. 1", "2016-10-01", None, "opens the sentence"),
    ("He expects a trial to be held by December.", "by December", "2016-12-31", None, "to be"),
    ("He will leave, officials said on Tuesday.", "Tuesday", "2016-09-27", None, "said on that day"),
    ("The trial will begin on Monday, March 7.", "Monday, March 7", "2017-03-07", None, "the date, not the day"),
    ("They’ll vote on Tuesday.", "Tuesday", "2016-10-04", None, "a curly apostrophe"),
    ("The house will vote on Thursday.", "Thursday", "2016-09-29", None, "the day of publication is not past"),
    ("It was due on Tuesday.", "Tuesday", "2016-09-27", None, "was due"),
    ("It will look like the flood of August 2015.", "August 2015", "2015-08-31", "2015-08-01", "with its year"),
    ("It will end the strike. They met on Tuesday.", "Tuesday", "2016-09-27", None, "another sentence"),
]


@pytest.mark.parametrize(("text", "expression", "as_of", "start", "why"), AHEAD)
def test_what_lies_ahead(text: str, expression: str, as_of: str, start: str | None, why: str) -> None:
    at = text.index(expression)
    moment = resolve_moment(text, Span(at, at + len(expression)), THURSDAY)
    assert (shown(moment.as_of), shown(moment.period_start)) == (as_of, start), why


def test_no_expression_means_the_publication() -> None:
    assert resolve_moment("", None, THURSDAY) == Moment(as_of=THURSDAY, precision="day")
    assert resolve_moment("", None, None) == Moment()


def test_years_of_a_sentence() -> None:
    text = "In 2015 rebels took the town."
    (span,) = find_times(text)
    moment = resolve_moment(text, span, THURSDAY)
    assert moment.span == span
    assert (shown(moment.period_start), shown(moment.period_end)) == ("2015-01-01", "2015-12-31")


def test_days_are_counted_in_utc() -> None:
    late_in_the_west = datetime(2016, 9, 28, 22, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert shown(resolved("today", late_in_the_west).as_of) == "2016-09-29"
    assert resolved("today", datetime(2016, 9, 29)).as_of == datetime(2016, 9, 29, tzinfo=UTC)  # noqa: DTZ001


def test_hours_before_a_day_without_an_hour_stay_in_it() -> None:
    assert shown(resolved("three hours ago", datetime(2016, 9, 29, tzinfo=UTC)).as_of) == "2016-09-29"


# a day without its year | published | the day that it is
DAYS_OF_NO_YEAR = [
    ("29 February", "2016-09-29", "2016-02-29"),
    ("Feb. 29", "2015-09-29", "2012-02-29"),
    ("February 29", "1903-12-31", "1896-02-29"),
    ("1 March", "2016-02-29", "2016-03-01"),  # tomorrow already in the writer's place
    ("March 2", "2016-02-29", "2015-03-02"),
    ("December 31", "2016-12-30", "2016-12-31"),
]


def test_before_the_year_1_there_is_no_such_day() -> None:
    assert resolved("January 3", datetime(1, 1, 1, tzinfo=UTC)).as_of is None


@pytest.mark.parametrize(("expression", "published", "expected"), DAYS_OF_NO_YEAR)
def test_a_day_without_its_year_is_the_last_such_day(expression: str, published: str, expected: str) -> None:
    now = datetime.fromisoformat(published).replace(tzinfo=UTC)
    assert shown(resolved(expression, now).as_of) == expected


@pytest.mark.parametrize("published", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
@pytest.mark.parametrize("expression", [row[0] for row in FROM_THURSDAY])
def test_the_ends_of_the_calendar_raise_nothing(expression: str, published: datetime) -> None:
    assert resolved(expression, published).span == Span(0, len(expression))
