"""Lists of words as patterns and as bits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_][\w’'-]*")


def either(words: Iterable[str]) -> str:
    """Any of the words, as a part of a pattern; the longest is tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def right_before(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, at most two words before the end."""
    return re.compile(rf"\b(?:{either(words)})\s+(?:[\w’'-]+\s+){{0,2}}$")


def bits(classes: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """For each word the bits of the classes that have it; the first class has the lowest bit."""
    found: dict[str, int] = {}
    for place, words in enumerate(classes.values()):
        for word in words:
            found[word] = found.get(word, 0) | 1 << place
    return found
