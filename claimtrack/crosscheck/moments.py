"""For which moment each figure is told, and on which day what it counts happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.crosscheck.columns import days_of, texts
from claimtrack.crosscheck.sentence_words import Said
from claimtrack.crosscheck.surroundings import Surroundings
from claimtrack.crosscheck.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

PRECISION_DAYS = {"minute": 0.0, "day": 0.0, "week": 7.0, "month": 31.0, "year": 366.0}


@dataclass(frozen=True, slots=True)
class Moments:
    """Days since 1970, nan where not known: for which the figure is told, of publishing, on which it happened.

    slack: days by which the last may be off.
    """

    moment: Floats
    published: Floats
    event: Floats
    slack: Floats


@dataclass(frozen=True, slots=True)
class Sentences:
    """sentence: the code of each claim's; texts and said: of each code."""

    sentence: Codes
    document: Codes
    texts: Sequence[str]
    said: Sequence[Said]


def read_moments(claims: pd.DataFrame, around: Surroundings, told: Sentences, is_total: Flags) -> Moments:
    """The moments of the claims. is_total: those of a kind that only grows, whose figure holds for when it was told."""
    import numpy as np

    published, as_of = days_of(claims["published"]), days_of(claims["as_of"])
    stated = _stated(published, around, told)
    event, slack = np.full(len(claims), np.nan), np.zeros(len(claims))
    vocabulary = load_vocabulary()
    times = zip(texts(claims["when_text"]), texts(claims["date_precision"]), strict=True)
    for row, (when, precision) in enumerate(times):
        if when is None:
            continue
        code = int(told.sentence[row])
        said = told.said[code]
        if said is not None and not np.isnan(stated[row]) and said[0] in when.lower():
            continue
        match _of_what(when.lower(), told.texts[code].lower(), vocabulary):
            case "saying":
                stated[row] = as_of[row]
            case "happening":
                event[row], slack[row] = as_of[row], PRECISION_DAYS.get(precision or "day", 0.0)
    when_told = np.where(np.isnan(stated), np.where(np.isnan(published), as_of, published), stated)
    known = np.where(np.isnan(stated), np.where(np.isnan(as_of), published, as_of), stated)
    moment = np.where(is_total, when_told, known)
    _count_back(around.order, told, stated, moment)
    return Moments(moment, published, event, slack)


def _stated(published: Floats, around: Surroundings, told: Sentences) -> Floats:
    """The day on which the sentence says that the figure was said ("the ministry said on Tuesday"), nan for none."""
    import numpy as np

    stated = np.full(len(published), np.nan)
    for row, code in enumerate(told.sentence.tolist()):
        said = told.said[code]
        if said is not None and (said[1] < 0 or around.position[row] >= said[1]) and not np.isnan(published[row]):
            stated[row] = _last_weekday(published[row], said[0])
    return stated


def _of_what(when: str, sentence: str, vocabulary: Vocabulary) -> str:
    """Is a time the one of "saying" it, of what is "happening", or of neither ("since 2011")? Both lower case."""
    said_then, then_had_said = _told_at(when, vocabulary.said)
    if said_then.search(sentence) or then_had_said.search(sentence):
        return "saying"
    return "neither" if when.startswith("since") or f"since {when}" in sentence else "happening"


@lru_cache(maxsize=1 << 12)
def _told_at(when: str, said: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "said on 5 May", and "on 5 May the ministry had said"."""
    words = re.escape(when)
    said_then = re.compile(rf"\b(?:{said})\b(?: \w+)? (?:on |in )?{words}")
    return said_then, re.compile(rf"^\W*(?:in |on |by )?{words}\b[^;]{{0,60}}\bhad (?:{said})\b")


def _count_back(order: Sequence[int], told: Sentences, stated: Floats, moment: Floats) -> None:
    """ "two days before that": from the moment of the figure before it in the article."""
    import numpy as np

    vocabulary, sentence = load_vocabulary(), told.sentence.tolist()
    for place, row in enumerate(order):
        text = told.texts[sentence[row]]
        if " before that" not in text and " earlier" not in text:
            continue
        found = vocabulary.days_before.search(text)
        if not found or not np.isnan(stated[row]):
            continue
        number = vocabulary.numbers.get(found[1].lower(), int(found[1]) if found[1].isdigit() else None)
        while place and sentence[order[place]] == sentence[row]:
            place -= 1
        previous = order[place]
        if number is not None and previous != row and told.document[previous] == told.document[row]:
            moment[row] = moment[previous] - number


def _last_weekday(published: float, name: str) -> float:
    """The last day of that name, the day of publishing included. 1970-01-01 was a Thursday."""
    day = int(published // 1)
    return float(day - (day + 3 - load_vocabulary().weekdays.index(name)) % 7)
