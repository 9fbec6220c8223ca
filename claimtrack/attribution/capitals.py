"""Capitalised words: the patterns of names, and the sentences of an article that hold a word of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from claimtrack.attribution.titles import DATA
from claimtrack.language import Article
from claimtrack.language.capitals import capitalised_words

_CAPITAL = "[A-ZÀ-ÞŁŠŽ]"


def _behind_first_letter(words: Iterable[str]) -> str:
    return "|".join(f"(?<={word[0]}){word[1:]}" for word in words)


_WORD_ENDS = rf"(?:(?<=[A-Z])\.(?:[A-Z]\.){{0,3}}|(?:{_behind_first_letter(DATA['dotted'])})\.|[\w’'-]*\w|)"
CAPITALISED = rf"{_CAPITAL}{_WORD_ENDS}"
FIRST_CAPITALISED = rf"{_CAPITAL}(?<![\w-].){_WORD_ENDS}"
"""One that no word or hyphen stands before. The capital comes first: the search leaps from one to the next."""

_ANY_PART = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")


def without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1] in "s'’" else word


@dataclass(frozen=True)
class CapitalisedWords:
    """Where the capitalised words of an article stand."""

    article: Article

    def sentences_with(self, word: str) -> list[int]:
        """The sentences that hold a capitalised word, or more than those; in order. The word may be in any letters."""
        bare = without_possessive(word)
        parts = [part for _, part in capitalised_words(bare)] or _ANY_PART.findall(bare)
        places = self._places.get(parts[-1].lower(), ()) if parts else ()
        return list(dict.fromkeys(map(self.article.sentence_at, places)))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each of the article's capitalised words begins, by its small letters."""
        found: dict[str, list[int]] = {}
        for start, word in self.article.capitalised:
            found.setdefault(word.lower(), []).append(start)
        return found
