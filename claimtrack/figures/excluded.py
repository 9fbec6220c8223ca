"""What only looks like a figure of a claim: dates, ages, names, idioms, scores and the like, each with its class.

The words lie in excluded.toml. A rule first looks up the word beside the number, which is cheap, and tries a pattern
only where that word is one of its own.
"""

from __future__ import annotations

import re

from claimtrack.figures.ages import is_age
from claimtrack.figures.codes import code
from claimtrack.figures.names import name_or_address, word_before
from claimtrack.figures.spelled import DENOMINATORS
from claimtrack.figures.vocabulary import any_of, load
from claimtrack.language.time_numbers import time_number

_DATA = load("excluded.toml")


def exclusion(text: str, start: int, end: int, measures: str | None, plain: bool) -> str | None:
    """Why the number text[start:end] is no figure of a claim, as one word; None where it may be one.

    measures: what its unit measures, None for a count; plain: no scale, currency or percent stands with it.
    """
    if measures in ("money", "percent"):
        return None
    if not plain:
        return "ordinal" if _is_ordinal(text, start, end) else _idiom(text, start, end)
    return (
        time_number(text, start, end)
        or ("age" if is_age(text, start, end) else None)
        or name_or_address(text, start, end, measures)
        or _idiom(text, start, end)
        or code(text, start, end, measures)
        or ("anaphor" if _points_back(text, start, end) else None)
    )


# ------------------------------------------------------------------ ordinals

_NTH = any_of(word for word in DENOMINATORS if word.endswith(("th", "third")) and not word.startswith("quart"))
_ORDINAL = re.compile(rf"(?i)a\s{_NTH}\Z")
_FRACTION_BEHIND = re.compile(rf"(?i)\s{any_of(_DATA['ordinal']['fraction_before'])}\b|\s?[.,;:)”\"]|\s?\Z")


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """ "a third bomb" is the third one; "a third of them" a fraction."""
    return _ORDINAL.match(text, start, end) is not None and _FRACTION_BEHIND.match(text, end) is None


# -------------------------------------------------------------------- idioms

_NUMERAL = re.compile(r"[a-z]+|\d+")
_IDIOM_REACH = 24  # characters on either side of its number that an idiom may have
_PLAN = re.compile(rf"(?i)[\s-]{any_of(_DATA['plan']['parts'])}[\s-]{any_of(_DATA['plan']['nouns'])}\b")


def _idioms_by_word() -> dict[str, re.Pattern[str]]:
    """Each word of the idioms → a pattern of the idioms that hold it, so that few are tried beside a number."""
    phrases: dict[str, set[str]] = {}
    for phrase in _DATA["idiom"]["phrases"]:
        for word in _NUMERAL.findall(phrase):
            phrases.setdefault(word, set()).add(phrase)
    return {word: re.compile(rf"(?i)\b{any_of(holding)}\b") for word, holding in phrases.items()}


_IDIOMS = _idioms_by_word()


def _idiom(text: str, start: int, end: int) -> str | None:
    """Whether the number stands inside an idiom ("24/7", "cloud nine") or counts the points of a plan."""
    for word in _NUMERAL.findall(text[start:end].lower()):
        if word in _IDIOMS:
            for match in _IDIOMS[word].finditer(text, max(0, start - _IDIOM_REACH), end + _IDIOM_REACH):
                if match.start() < end and start < match.end():
                    return "idiom"
    return "idiom" if text[end : end + 1] in (" ", "-") and _PLAN.match(text, end) else None


# ------------------------------------------------------------ what points back

_LEADS = frozenset(_DATA["anaphor"]["lead"])
_COUNTED_AGAIN = re.compile(rf"(?i)\s{any_of(_DATA['anaphor']['nouns'])}\b")


def _points_back(text: str, start: int, end: int) -> bool:
    """A count that only points back ("the two sides", "the other three parties"): nothing is claimed by it."""
    lead = word_before(text, start)
    if lead == "other":
        lead = word_before(text, text.rfind(" ", 0, start - 1) + 1)
    return lead in _LEADS and _COUNTED_AGAIN.match(text, end) is not None


# ----------------------------------------------------------------------- web

_WEB = re.compile(r"://|www\.|@|^[#]|\.(?:com|org|net|gov|edu|co)\b|\w/\w{1,40}/|^<")
_SPACES = frozenset(" \t\r\n\u00a0")
_NO_WEB_BEHIND = _SPACES | {"", ",", ";", ")"}
_LONGEST_WORD = 200  # characters on either side that are looked at


def is_web(text: str, start: int, end: int) -> bool:
    """Does the number stand inside a URL, an e-mail address, a handle or a hashtag?"""
    if text[end : end + 1] in _NO_WEB_BEHIND and (start == 0 or text[start - 1] in _SPACES):
        return False
    begin, stop = start, end
    while begin and start - begin < _LONGEST_WORD and text[begin - 1] not in _SPACES:
        begin -= 1
    while stop < len(text) and stop - end < _LONGEST_WORD and text[stop] not in _SPACES:
        stop += 1
    return stop - begin > end - start and _WEB.search(text[begin:stop]) is not None
