"""The capitalised words of a text, found once for all who look for names."""

from __future__ import annotations

import re

# a Latin capital first, so that the search leaps from one to the next; beyond Latin-1 small letters are among them
_WORD = re.compile(r"[A-ZÀ-ÞĀ-ɏḀ-ỿ](?<!\w.)[^\W\d_]*")

Capitalised = tuple[int, str]
"""Where a word begins, and its letters: "O’Brien-Lee’s" is O, Brien and Lee; a plain tuple, quickly made."""


def capitalised_words(text: str) -> list[Capitalised]:
    """The words that begin with a Latin capital, in order."""
    return [(match.start(), match[0]) for match in _WORD.finditer(text)]
