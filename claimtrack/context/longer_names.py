"""Names of places that persons, storms and firms of an article bear: "Whitney Houston sang", and then "Houston"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.attribution.titles import is_given_name
from claimtrack.context.gazetteer import find_demonym
from claimtrack.context.place_words import DATA
from claimtrack.language.words import VERBS, is_function_word

_DIRECTIONS, _NOT_PLACES = frozenset(DATA["directions"]), frozenset(DATA["not_places"])
_BLOCK = 20_000  # characters: how far around a name it is looked for as a part of a longer one
_LONGEST_NAME = 60  # characters of the words before a place's name that are looked at
_NAME_BEFORE = re.compile(
    r"(?:(?P<lead>[\w’'-]{1,30}[,;:]?\s)|(?P<opens>\A|[.!?]\s|\n))?"
    r"(?P<first>[A-Z]\.\s)?(?P<before>[A-Z][\w.-]{0,20})(?:\s(?P<middle>[A-Z]\.))?\Z"
)


def is_part_of_longer(text: str, word: str, at: int, *, is_country: bool) -> bool:
    """Is the word at that place the last of a longer name not far from it ("Whitney Houston", "Hurricane Florence")?

    For a country's name, and where the capitals may be a headline's, only behind a given name.
    """
    return _in_block(text, word, is_country, at // _BLOCK)


@lru_cache(maxsize=256)
def _in_block(text: str, word: str, is_country: bool, block: int) -> bool:
    first, last = max(0, (block - 1) * _BLOCK), (block + 2) * _BLOCK
    at = text.find(f" {word}", first, last)
    while at >= 0:
        ends = not text[at + len(word) + 1 : at + len(word) + 2].isalnum()
        if ends and _is_behind_capital(text, at):
            name = _NAME_BEFORE.search(text, max(first, at - _LONGEST_NAME), at)
            if name and _goes_on(name, is_country):
                return True
        at = text.find(f" {word}", at + 1, last)
    return False


def _is_behind_capital(text: str, at: int) -> bool:
    words = text[max(0, at - _LONGEST_NAME) : at].split()
    return bool(words) and any(letter.isupper() for letter in words[-1])


def _goes_on(name: re.Match[str], is_country: bool) -> bool:
    """Does the place's name go on with a person's or thing's name that begins with the words matched?"""
    before, lead = name["before"], name["lead"] or ""
    if is_function_word(before.lower()) or before in _NOT_PLACES:
        return False
    if name["first"] or name["middle"] or is_given_name(before):
        return True
    if is_country or before.lower() in _DIRECTIONS or find_demonym(before) is not None:
        return False
    return (lead != "" and not lead[0].isupper()) or (name["opens"] is not None and before.lower() not in VERBS)
