"""The words right beside a place of the text: the cheap first look of whatever has a list of words for that place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_LOOK = 40  # characters before a place in which its word begins
_GAPS = frozenset(" \n\t\u00a0-")
_OPENING = "([“\"‘'"
_BEHIND = re.compile(r"[ \u00a0\n(-]{0,3}([^\W\d_]*)")
_REMEMBERED = 64  # places: several rules look at the same one in turn
_SMALL_BEHIND = re.compile(r" ([a-z]{1,30})(?![\w²³/·^°])")
_RUN = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=_REMEMBERED)
def word_before(text: str, at: int) -> str:
    """The word that ends right before `at`, a space or a hyphen away, in small letters; "" where none does."""
    if at < 2 or text[at - 1] not in _GAPS or text[at - 2] in _GAPS:
        return ""
    words = text[max(0, at - _LOOK) : at].replace("-", " ").replace("—", " ").rsplit(None, 1)
    return words[-1].lower().lstrip(_OPENING) if words else ""


@lru_cache(maxsize=_REMEMBERED)
def word_behind(text: str, at: int) -> str:
    """The letters behind `at`, at most three spaces, hyphens or brackets away, in small letters; "" where none are."""
    match = _BEHIND.match(text, at)
    return match[1].lower() if match else ""


@lru_cache(maxsize=_REMEMBERED)
def small_word_before(text: str, at: int) -> str:
    """The word of small letters alone that ends one space before `at`, "" where something else stands there."""
    if at < 2 or text[at - 1] != " ":
        return ""
    word = text[text.rfind(" ", at - _LOOK if at > _LOOK else 0, at - 1) + 1 : at - 1]
    return word if word.isalpha() and word.islower() else ""


@lru_cache(maxsize=_REMEMBERED)
def small_word_behind(text: str, at: int) -> str:
    """The word of small letters alone that begins one space behind `at`, "" where something else stands there."""
    match = _SMALL_BEHIND.match(text, at)
    return match[1] if match else ""


def first_words(phrases: Iterable[str], plural: str = "") -> frozenset[str]:
    """What `word_behind` gives where one of the phrases stands; plural: what one of a single word may end in, too."""
    found: set[str] = set()
    for phrase in phrases:
        if run := _RUN.search(phrase):
            word = run[0].lower()
            found |= {word, word + plural} if run.end() == len(phrase) else {word}
    return frozenset(found)
