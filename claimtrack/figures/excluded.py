"""What only looks like a figure of a claim: dates, ages, names, idioms, scores and the like, each with its class.

The words lie in excluded.toml. A rule first looks up the word beside the number, which is cheap, and tries a pattern
only where that word is one of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from claimtrack.figures.ages import AGE_FOLLOWERS, AGE_LEADS, AGE_LINKS, AGE_LOOK, is_age
from claimtrack.figures.bare_years import is_bare_year
from claimtrack.figures.codes import code
from claimtrack.figures.names import NAME_LEADS, is_firm, is_inside_name, name_or_address
from claimtrack.figures.speakers import is_speaker_one
from claimtrack.figures.spelled import DENOMINATORS, TENS
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import small_word_before, small_word_behind, word_before, word_behind
from claimtrack.language.patterns import any_of
from claimtrack.language.time_numbers import POINT_WORDS, time_number

_DATA = load("excluded.toml")
_LENGTH_OF_ONE = len("one")


def exclusion(text: str, start: int, end: int, measures: str | None, plain: bool) -> str | None:
    """Why the number text[start:end] is no figure of a claim, as one word; None where it may be one.

    measures: what its unit measures, None for a count; plain: no scale, currency or percent stands with it.
    """
    if measures == "money":
        return _idiom(text, start, end) if text[start:end].isalpha() else None  # "my two cents"
    if measures == "percent":
        return None
    if not plain:
        if _is_ordinal(text, start, end):
            return "ordinal"
        named = is_inside_name(text, start, end) or is_firm(text, start, end)
        return "name" if named else _idiom(text, start, end)
    if end - start == _LENGTH_OF_ONE and text[start:end].lower() == "one" and is_speaker_one(text, start, end):
        return "speaker"
    if _is_plainly_counted(text, start, end):
        return _idiom(text, start, end)
    return (
        time_number(text, start, end)
        or ("age" if is_age(text, start, end) else None)
        or name_or_address(text, start, end, measures)
        or _idiom(text, start, end)
        or code(text, start, end, measures)
        or ("anaphor" if _points_back(text, start, end) else None)
        or ("year" if measures is None and is_bare_year(text, start, end) else None)
    )


# ------------------------------------------------------------------ ordinals

_NTH = any_of(word for word in DENOMINATORS if word.endswith(("th", "third")) and not word.startswith("quart"))
_ORDINAL = re.compile(rf"(?i)a\s(?:{any_of(TENS)}-)?(?:{_NTH}|first)\Z")
_FRACTION_BEHIND = re.compile(rf"(?i)\s{any_of(_DATA['ordinal']['fraction_before'])}\b|\s?[.,;:)”\"]|\s?\Z")


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """ "a third bomb" is the third one; "a third of them" a fraction."""
    return _ORDINAL.match(text, start, end) is not None and _FRACTION_BEHIND.match(text, end) is None


# -------------------------------------------------------------------- idioms

_NUMERAL = re.compile(r"[a-z]+|\d+")
_IDIOM_REACH = 24  # characters on either side of its number that an idiom may have
_PLAN_PARTS = frozenset(_DATA["plan"]["parts"])
_PLAN = re.compile(rf"(?i)[\s-]{any_of(_DATA['plan']['parts'])}[\s-]{any_of(_DATA['plan']['nouns'])}\b")


_IDIOM = re.compile(rf"(?i)\b{any_of(_DATA['idiom']['phrases'])}\b")
_IDIOM_NUMERALS = [_NUMERAL.findall(phrase) for phrase in _DATA["idiom"]["phrases"]]
_IDIOM_WORDS = frozenset(word for words in _IDIOM_NUMERALS for word in words)
_IDIOM_PAIRS = frozenset(pair for words in _IDIOM_NUMERALS for pair in pairwise(words))
_JOINING = ("-", "–", "/", "'", "’", ".")


def _may_be_idiom(text: str, start: int, end: int, word: str) -> bool:
    """Does a word beside the number stand beside it in an idiom, or anything but a word?"""
    if end - start != len(word):
        return True  # "9/11"
    behind = word_behind(text, end)
    if not behind or (word, behind) in _IDIOM_PAIRS or text[start - 1 : start] in _JOINING:
        return True
    return (word_before(text, start), word) in _IDIOM_PAIRS


def _idiom(text: str, start: int, end: int) -> str | None:
    """Whether the number stands inside an idiom ("24/7", "cloud nine") or counts the points of a plan."""
    written = text[start:end].lower()
    words = (written,) if written.isalpha() or written.isdigit() else _NUMERAL.findall(written)
    if any(word in _IDIOM_WORDS and _may_be_idiom(text, start, end, word) for word in words):
        for match in _IDIOM.finditer(text, max(0, start - _IDIOM_REACH), end + _IDIOM_REACH):
            if match.start() < end and start < match.end():
                return "idiom"
    return "idiom" if word_behind(text, end) in _PLAN_PARTS and _PLAN.match(text, end) else None


# ------------------------------------------------- what is looked up before all that

_LONGEST_AMOUNT = 9
_DAY_NUMBER = 2  # digits
_LINKS = frozenset(("and", "to", "or"))
_ALSO_OTHER = frozenset(("of", "than"))  # leads of an age only behind one of the next
_SPEAKS = ("age", "older", "younger", "group")
_ANY_LEADS = (
    NAME_LEADS | (AGE_LEADS - _ALSO_OTHER) | frozenset((*_DATA["anaphor"]["lead"], "other", *_DATA["code"]["call"]))
)
_FOLLOWERS = POINT_WORDS | AGE_FOLLOWERS | _PLAN_PARTS | {"block", "but", "when", "while", "after", "before", "at"}


def _is_plainly_counted(text: str, start: int, end: int) -> bool:
    """Does the number stand between two small words that no rule has a list entry for? Then nothing excludes it."""
    before, behind = small_word_before(text, start), small_word_behind(text, end)
    if not before or not behind or before in _ANY_LEADS or behind in _FOLLOWERS:
        return False
    number = text[start:end]
    if end - start > _LONGEST_AMOUNT or number[0] in "0ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        return False
    if number.isdigit() and (end - start == 4 or (end - start <= _DAY_NUMBER and before in _LINKS)):
        return False
    if before not in AGE_LINKS and before not in _ALSO_OTHER:
        return True
    window = text[max(0, start - AGE_LOOK) : start].lower()
    return not any(word in window for word in _SPEAKS)


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

_WEB = re.compile(r"://|www\.|@|^[#]|\.(?:com|org|net|gov|edu|co)\b|[A-Za-z]\w{0,20}/\w{1,40}/|^</?[A-Za-z]")
_SPACES = frozenset(" \t\r\n\u00a0")
_NO_WEB_BEHIND = _SPACES | {"", ",", ";", ")"}
_LONGEST_WORD = 200  # characters on either side that are looked at
_REST_OF_WORD = re.compile(rf"[^ \t\r\n\u00a0]{{0,{_LONGEST_WORD}}}+")


def is_web(text: str, start: int, end: int) -> bool:
    """Does the number stand inside a URL, an e-mail address, a handle or a hashtag?"""
    if text[end : end + 1] in _NO_WEB_BEHIND and (start == 0 or text[start - 1] in _SPACES):
        return False
    begin = start
    while begin and start - begin < _LONGEST_WORD and text[begin - 1] not in _SPACES:
        begin -= 1
    rest = _REST_OF_WORD.match(text, end)
    return rest is not None and _WEB.search(text[begin : rest.end()]) is not None
