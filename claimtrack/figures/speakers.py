"""The word "one" as the article of who speaks ("says one neighbour", "one doctor told the paper"): it counts nobody."""

from __future__ import annotations

import re

from claimtrack.figures.vocabulary import load
from claimtrack.language.patterns import any_of
from claimtrack.language.people import can_be_source

_DATA = load("excluded.toml")["speaker"]
_INVERTED = re.compile(rf"(?i)(?:\A|[^\w\s]\s?|\n){any_of(_DATA['before'])}\s\Z")
_LEAD_PHRASE = re.compile(rf"(?i)\b{any_of(_DATA['before_phrases'])}\s\Z")
_NEXT_WORD = re.compile(r"\s([A-Za-z][\w’'-]{0,30})")
_SAYS = re.compile(
    rf"(?:,\s(?:\d{{1,3}}|who\s[^,.;\n]{{1,80}}),)?\s(?:{any_of(_DATA['adverbs'])}\s)?{any_of(_DATA['behind'])}\b"
)
_GOES_ON = re.compile(rf"\s{any_of(_DATA['goes_on'])}\b")
_NO_NAME = frozenset(_DATA["no_name"])
_LONGEST = 6  # words of who speaks
_LOOK = 30  # characters before "one" in which a phrase that leads it begins


def is_speaker_one(text: str, start: int, end: int) -> bool:
    """Is this "one" the article of a person, a body or a document that is cited?"""
    before = max(0, start - _LOOK), start
    led = bool(_INVERTED.search(text, *before) or _LEAD_PHRASE.search(text, *before))
    at = end
    for _ in range(_LONGEST):
        word = _NEXT_WORD.match(text, at)
        if word is None or word[1].lower() in _NO_NAME:
            return False
        at = word.end()
        if can_be_source(word[1].lower()):
            ends = _NEXT_WORD.match(text, at) is None or _GOES_ON.match(text, at) is not None
            if (led and ends) or _SAYS.match(text, at):
                return True
    return False
