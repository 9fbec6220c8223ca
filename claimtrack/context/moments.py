"""Which moment or period a time expression means, counted from the day of publication.

Days begin at midnight UTC: a local clock is read as UTC. Nothing is ever counted from today, so that a text gives the
same answer in every year.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from claimtrack.context.ahead import lies_ahead, moved_ahead
from claimtrack.context.calendar import DAY, Stretch
from claimtrack.context.expressions import read
from claimtrack.language.time_patterns import any_of
from claimtrack.language.time_words import LEADS, WORDS, Precision
from claimtrack.model import Moment, Span

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})

_LEAD = re.compile(
    rf"(?:(?P<lead>{any_of([*LEADS, *WORDS['past_leads'], *WORDS['plain_leads']])}) )?"
    rf"(?:{any_of([*WORDS['lead_hedges'], *WORDS['hedges']])} )?"
)


def resolve_moment(text: str, span: Span | None, published: datetime | None) -> Moment:
    """The moment of the time expression text[span] in a text of that day.

    published: aware, or naive and then UTC. Without it a relative expression gives nulls.
    span None: the moment of publication, to the day.
    as_of: the day; the end of a period, but no later than `published` where the period still runs ("this year").
    period_start, period_end: None for a single day and where open; a period's last day stands at its midnight.
    "since March" runs to `published`; "by Friday" has an end and no start; "as of 12 May" is a point.
    A day or month without a year is the last one, but the next where the text says so ("will vote on Tuesday").
    A numeric date that can be read both ways ("05/04/2016") gives nulls, but where one of them is still to come.
    """
    now = None if published is None else _utc(published)
    if span is None:
        return Moment(as_of=now, precision=None if now is None else "day")
    words = _normal(span.of(text))
    as_of, start, end, precision = _resolve(words, now)
    if now and as_of and as_of < now and lies_ahead(text, span) and (step := moved_ahead(words, as_of, now)):
        as_of, start, end = as_of + step, start and start + step, end and end + step
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
        stretch = read(words[lead_match.end() :] if lead_match else words, now)
        return _UNKNOWN if stretch is None else _led(lead, stretch, now)
    except (OverflowError, ValueError):  # a date outside the years 1 to 9999, or no such day
        return _UNKNOWN


def _led(lead: str, stretch: Stretch, now: datetime | None) -> _Resolved:
    """What the leading word makes of a stretch of time."""
    start, end, precision, ahead = stretch
    role = LEADS.get(lead)
    beside = timedelta(0) if precision == "minute" else DAY
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
