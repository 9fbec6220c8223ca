"""Multiples: how many times as much something is ("twice as many", "fourfold", "doubled")."""

from __future__ import annotations

import re

from claimtrack.figures.number import Number
from claimtrack.figures.spelled import ONES, SCALES, TENS
from claimtrack.figures.vocabulary import load
from claimtrack.language.patterns import any_of

_DATA = load("numerals.toml")["multiple"]
_VERBS: dict[str, float] = _DATA["verbs"]
_TIMES: dict[str, float] = _DATA["times"]
_CARDINALS = ONES | TENS | SCALES
_MULTIPLE = re.compile(
    rf"(?i)(?:(?P<fold>{any_of(_CARDINALS)})-?fold\b"
    rf"|(?P<times>{any_of(_TIMES)})(?=\s{any_of(_DATA['times_of'])}\b)"
    rf"|(?P<verb>{any_of(_VERBS)})\b(?!\s{any_of(_DATA['no_verb_before'])}\b))"
)


def multiple_at(text: str, at: int, stop: int) -> Number | None:
    """The multiple in words that begins at `at`; "double" counts before what is doubled only ("double the number")."""
    match = _MULTIPLE.match(text, at, stop)
    if match is None:
        return None
    kind = match.lastgroup or "verb"
    table = {"fold": _CARDINALS, "times": _TIMES, "verb": _VERBS}[kind]
    return Number(at, match.end(), float(table[match[kind].lower()]), None, "multiple")


def fold_behind(text: str, end: int) -> int:
    """Where "-fold" behind the digits that end at `end` ends ("20-fold"); `end` where none stands there."""
    for fold in ("-fold", "fold"):
        if text.startswith(fold, end) and not text[end + len(fold) : end + len(fold) + 1].isalnum():
            return end + len(fold)
    return end
