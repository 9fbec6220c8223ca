"""Patterns of many words, made once, at import."""

from __future__ import annotations

import re
from collections.abc import Iterable


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
