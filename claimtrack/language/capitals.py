"""The capitalised words of a text, found once for all who look for names."""

from __future__ import annotations

import re

CAPITAL = "[A-ZÀ-ÞĀ-ɏḀ-ỿ]"
"""A capital in Latin letters (beyond Latin-1 a small one, too: they are mixed there, and rare)."""

_WORD = re.compile(rf"{CAPITAL}(?<!\w.)[a-zA-ZÀ-ɏḀ-ỿ]*")  # the capital first: the search leaps from one to the next

Capitalised = tuple[int, str]
"""Where a word begins, and its Latin letters: "O’Brien-Lee’s" is O, Brien and Lee; a plain tuple, quickly made."""


def capitalised_words(text: str) -> list[Capitalised]:
    """The words that begin with a capital, in order."""
    return [(match.start(), match[0]) for match in _WORD.finditer(text)]
