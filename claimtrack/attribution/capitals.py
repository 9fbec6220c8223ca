"""Capitalised words: the patterns of names, and the sentences of an article that hold a word of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimtrack.attribution.titles import DATA
from claimtrack.language import Article

_CAPITAL = "[A-ZÀ-ÞŁŠŽ]"


def _behind_first_letter(words: Iterable[str]) -> str:
    return "|".join(f"(?<={word[0]}){word[1:]}" for word in words)


_WORD_ENDS = rf"(?:(?<=[A-Z])\.(?:[A-Z]\.){{0,3}}|(?:{_behind_first_letter(DATA['dotted'])})\.|[\w’'-]*\w|)"
CAPITALISED = rf"{_CAPITAL}{_WORD_ENDS}"
FIRST_CAPITALISED = rf"{_CAPITAL}(?<![\w-].){_WORD_ENDS}"
"""One that no word or hyphen stands before. The capital comes first: the search leaps from one to the next."""

_WORD = re.compile(rf"{_CAPITAL}[\w’'-]*")
_PART = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s?$")


def without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1] in "s'’" else word


@dataclass(frozen=True)
class CapitalisedWords:
    """Where the capitalised words of an article stand."""

    article: Article

    def sentences_with(self, word: str) -> Sequence[int]:
        """The sentences that hold a capitalised word, or more than those; in order. The word may be in any letters."""
        parts = _PART.findall(without_possessive(word).lower())
        return self._sentences.get(parts[-1], ()) if parts else ()

    @cached_property
    def _sentences(self) -> dict[str, list[int]]:
        """By each part of a word with hyphens or apostrophes, in small letters."""
        found: dict[str, list[int]] = {}
        for sentence, span in enumerate(self.article.sentences):
            words = " ".join(_WORD.findall(self.article.text, *span)).lower()
            for part in set(_PART.findall(words)):
                found.setdefault(part, []).append(sentence)
        return found
