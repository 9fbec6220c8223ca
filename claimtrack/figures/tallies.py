"""Votes told as a tally: "voted 19-15", "a 5-4 ruling", "passed, 52 to 48"."""

from __future__ import annotations

import re

from claimtrack.figures.names import counts_something
from claimtrack.figures.vocabulary import load
from claimtrack.language.patterns import any_of

_DATA = load("excluded.toml")["tally"]
_PAIR = re.compile(r"(?<![\w.,:/$£€-])\d{1,3}(?:[-–]|-to-|\sto\s)\d{1,3}(?![\w%]|[-–,.:/]\d|\s(?:percent|per\scent)\b)")
_VOTED = re.compile(rf"(?i)\b{any_of(_DATA['before'])}\b[^.;!?\n]*\Z")
_A_VOTE = re.compile(rf"(?i),?\s(?:[a-z-]+\s){{0,2}}{any_of(_DATA['behind'])}\b")
_GAMES = re.compile(rf"(?i)\b{any_of(_DATA['games'])}\b")
_REACH = 60  # characters on either side in which it is said what the pair tells
_DASHES, _TO = ("-", "–"), " to "
_LONGEST = 10  # characters of a pair


def is_tally(text: str, start: int, end: int) -> bool:
    """Is the number text[start:end] one side of a tally of votes?"""
    dashed = text[end : end + 1] in _DASHES or text[start - 1 : start] in _DASHES
    if not dashed and text[end : end + 4] != _TO and text[start - 4 : start] != _TO:
        return False
    for pair in _PAIR.finditer(text, max(0, start - _LONGEST + 1), end + _LONGEST - 1):
        if pair.start() <= start and end <= pair.end():
            before = text[max(0, pair.start() - _REACH) : pair.start()]
            voted = _VOTED.search(before) if not counts_something(text, pair.end()) else None
            told = _A_VOTE.match(text, pair.end()) or voted
            return told is not None and not _GAMES.search(before + text[pair.end() : pair.end() + _REACH])
    return False
