"""The room's word lists (TOML files beside the code) and the patterns that are made of them, once, at import."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The tables of one of the room's TOML files."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def any_of(words: Iterable[str], space: str = r"\s{1,3}", plural: str = "") -> str:
    """A pattern of one of the words, the longest that stands there.

    space: what a space in them matches; plural: what each may end in besides. It goes letter by letter, so that a dead
    end shows at the first or second letter, where a list of whole words would be tried to its end.
    """
    return f"(?:{_by_letters(words, space, plural)})"


def _by_letters(words: Iterable[str], space: str, plural: str) -> str:
    rests: dict[str, list[str]] = {}
    ends_here = False
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
        else:
            ends_here = True
    branches = [
        (space if letter == " " else re.escape(letter)) + _by_letters(rest, space, plural)
        for letter, rest in sorted(rests.items())
    ]
    if ends_here:
        branches.append(plural)  # last: the longer words go before
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def in_small_letters(text: str) -> str:
    """The text in small letters, each where it was: the one capital whose small letter is two characters is an i."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()
