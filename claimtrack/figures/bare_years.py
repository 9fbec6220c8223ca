"""Four digits that no word beside them makes a year, and which are one by how the text writes its numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.figures.names import counts_something
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import word_before
from claimtrack.language.patterns import any_of

_DATA = load("excluded.toml")["bare_year"]
_MODERN = range(1930, 2036)
_WITH_COMMA = re.compile(r"(?<![\d,.])\d,\d{3}(?![\d,])")
_GLUED = re.compile(r"[\w%°$€£]|[.,:]\d|-[A-Za-z]")
_DATED = re.compile(rf"(?i)\b{any_of(_DATA['dated'])}\s(?:(?:about|around)\s)?\Z")
_AMOUNT_BEFORE = re.compile(rf"(?i)\b{any_of(_DATA['amount_before'])}\s\Z")
_COUNTED_BEHIND = re.compile(rf"\s{any_of(_DATA['counted_behind'])}\b")
_DETERMINERS = frozenset(_DATA["determiners"])
_LOOK = 24  # characters before the number in which a word of amount begins


def is_bare_year(text: str, start: int, end: int) -> bool:
    """Are the four digits text[start:end] a year ("her 2009 memoir", "the worst of 2010")?

    A text that writes 1,950 with a comma writes no number so without; in another, a number that is round, stands behind
    a word of amount or counts something may be one.
    """
    digits = text[start:end]
    if len(digits) != 4 or not digits.isdigit():
        return False
    if _DATED.search(text, max(0, start - _LOOK), start):
        return True  # "a bridge that dates back to 1520"
    if int(digits) not in _MODERN or _GLUED.match(text, end):
        return False
    if text[start - 1 : start] in ("$", "€", "£", "¥") or _COUNTED_BEHIND.match(text, end):
        return False
    if _writes_commas(text):
        return True
    counts = counts_something(text, end)
    if word_before(text, start) in _DETERMINERS and not counts:
        return True  # "in the 2000 murder of a banker"
    amount = _AMOUNT_BEFORE.search(text, max(0, start - _LOOK), start) is not None
    return not (amount or digits.endswith("00") or counts)


@lru_cache(maxsize=8)
def _writes_commas(text: str) -> bool:
    return _WITH_COMMA.search(text) is not None
