"""For which moment each figure is told, and on which day what it counts happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimtrack.crosscheck.features.columns import days_of, texts
from claimtrack.crosscheck.features.sentence_words import Sentences
from claimtrack.crosscheck.features.surroundings import Surroundings
from claimtrack.crosscheck.settings import Times, load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

BEFORE = 120  # characters before a time that may speak of it
PRECISION_DAYS = {"minute": 0.0, "day": 0.0, "week": 7.0, "month": 31.0, "year": 366.0}


@dataclass(frozen=True)
class Moments:
    """Days since 1970, nan where not known: for which the figure is told, of publishing, on which it happened.

    event_slack: days by which the last may be off.
    """

    moment: Floats
    published: Floats
    event: Floats
    event_slack: Floats


def read_moments(claims: pd.DataFrame, around: Surroundings, told: Sentences, is_total: Flags) -> Moments:
    """The moments of the claims. is_total: those of a kind that only grows, whose figure holds for when it was told."""
    import numpy as np

    published, as_of = days_of(claims["published"]), days_of(claims["as_of"])
    stated = _stated(published, around, told)
    event, slack = np.full(len(claims), np.nan), np.zeros(len(claims))
    times = load_vocabulary().times
    whens = zip(texts(claims["when_text"]), texts(claims["date_precision"]), strict=True)
    for row, (when, precision) in enumerate(whens):
        if when is None:
            continue
        code = int(told.sentence[row])
        said = told.words.said[code]
        if said is not None and not np.isnan(stated[row]) and said[0] in when.lower():
            continue
        match _of_what(when.lower(), told.texts[code].lower(), times):
            case "saying":
                stated[row] = as_of[row]
            case "happening":
                event[row], slack[row] = as_of[row], PRECISION_DAYS.get(precision or "day", 0.0)
    for row, year in enumerate(around.year):
        if year is not None:
            event[row], slack[row] = middle_of(year), PRECISION_DAYS["year"] / 2
    when_told = np.where(np.isnan(stated), np.where(np.isnan(published), as_of, published), stated)
    known = np.where(np.isnan(stated), np.where(np.isnan(as_of), published, as_of), stated)
    moment = np.where(is_total, when_told, known)
    _count_back(around.order, told, stated, moment)
    return Moments(moment, published, event, slack)


def _stated(published: Floats, around: Surroundings, told: Sentences) -> Floats:
    """The day on which the sentence says that the figure was said ("the ministry said on Tuesday"), nan for none."""
    import numpy as np

    stated, code_of = np.full(len(published), np.nan), told.sentence.tolist()
    says_when = np.array([said is not None for said in told.words.said], np.bool_)
    for row in np.flatnonzero(says_when[told.sentence] & ~np.isnan(published)).tolist():
        said = told.words.said[code_of[row]]
        if said is not None and (said[1] < 0 or around.position[row] >= said[1]):
            stated[row] = _last_weekday(published[row], said[0])
    return stated


def _of_what(when: str, sentence: str, times: Times) -> str:
    """Is a time the one of "saying" it, of what is "happening", or of neither ("since 2011")? Both lower case."""
    start = sentence.find(when)
    while start >= 0:
        if times.said_before.search(sentence, max(start - BEFORE, 0), start):
            return "saying"
        if times.had_said.match(sentence, start + len(when)) and times.begins.match(sentence, 0, start):
            return "saying"
        start = sentence.find(when, start + 1)
    return "neither" if when.startswith("since") or f"since {when}" in sentence else "happening"


def _count_back(order: Sequence[int], told: Sentences, stated: Floats, moment: Floats) -> None:
    """ "two days before that": from the moment of the figure before it in the article."""
    import numpy as np

    times, sentence = load_vocabulary().times, told.sentence.tolist()
    counting = np.array([any(phrase in text for phrase in times.before) for text in told.texts], np.bool_)
    for place in np.flatnonzero(counting[told.sentence[order]]).tolist():
        row = order[place]
        found = times.days_before.search(told.texts[sentence[row]])
        if not found or not np.isnan(stated[row]):
            continue
        number = times.numbers.get(found[1].lower(), int(found[1]) if found[1].isdigit() else None)
        while place and sentence[order[place]] == sentence[row]:
            place -= 1
        previous = order[place]
        if number is not None and previous != row and told.document[previous] == told.document[row]:
            moment[row] = moment[previous] - number


def _last_weekday(published: float, name: str) -> float:
    """The last day of that name, the day of publishing included. 1970-01-01 was a Thursday."""
    day = int(published // 1)
    return float(day - (day + 3 - load_vocabulary().times.weekdays.index(name)) % 7)


def middle_of(year: int) -> float:
    return float((date(year, 7, 2) - date(1970, 1, 1)).days)
