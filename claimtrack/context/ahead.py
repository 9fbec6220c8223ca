"""Days and months that are named without a year and lie ahead: "the trial will begin on Monday", "due in October"."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime, timedelta
from importlib.resources import files

from claimtrack.context.calendar import add_months, midnight
from claimtrack.language.time_patterns import any_of
from claimtrack.language.time_words import MONTHS, WEEKDAYS
from claimtrack.model import Span

_WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("moments.toml").read_text("utf-8"))
_MARKER = re.compile(
    rf"(?i)(?:\b(?P<past>{any_of(_WORDS['past'])})\s)?(?:\b|(?='))(?:{any_of(_WORDS['markers'])})\b(?P<rest>[^.;:—–!?]*)\Z"
)
_TOLD = re.compile(rf"(?i)\b{any_of(_WORDS['told'])}\b")
_RIGHT_BEFORE = re.compile(rf"(?i)\b{any_of(_WORDS['right_before'])}\s(?:on\s|in\s|at\s)?\Z")
_OPENING = re.compile(rf"(?i)(?:\A|[.!?]\s|\n)(?:{any_of(_WORDS['openers'])}\s)?\Z")
_BEHIND = re.compile(rf"(?i)[^.;:—–!?]*?\b{any_of(_WORDS['behind'])}\b")
_MONTH, _WEEKDAY = (re.compile(rf"\b{any_of(names)}\b") for names in (MONTHS, WEEKDAYS))
_FIXED = re.compile(r"\d{4}|\b(?:last|next|this|past|previous|coming|since|ago|earlier|later)\b")
_LOOK = 120  # characters on either side of an expression that are looked at
_WEEK, _YEAR = timedelta(days=7), 12


def lies_ahead(text: str, span: Span) -> bool:
    """Do the words around the time expression text[span] say that it is still to come?"""
    before = text[max(0, span.start - _LOOK) : span.start].replace("’", "'")
    behind = text[span.end : span.end + _LOOK].replace("’", "'")
    if _RIGHT_BEFORE.search(before) or (_OPENING.search(before) and _BEHIND.match(behind)):
        return True
    marked = _last_marker(before)
    return marked is not None and not marked["past"] and _TOLD.search(marked["rest"]) is None


def _last_marker(before: str) -> re.Match[str] | None:
    """The marker nearest to the end of `before` in its clause."""
    found = None
    at = 0
    while match := _MARKER.search(before, at):
        found, at = match, match.start("rest")
    return found


def moved_ahead(words: str, moment: datetime, now: datetime) -> timedelta | None:
    """How far a past reading of the normalised words must move on, so that it lies ahead of `now`: a week for a day of
    the week, a year for a date or a month. None where the words fix the time themselves, or it is not past."""
    if _FIXED.search(words) or moment >= midnight(now):
        return None
    if _MONTH.search(words):
        return add_months(moment, _YEAR) - moment  # a day of the week beside it too: "Monday, March 6"
    return _WEEK if _WEEKDAY.search(words) else None
