"""A phrase that names a source, as tokens of its sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

from claimtrack.language import Token
from claimtrack.language.people import can_be_source
from claimtrack.model import Span

WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text("utf-8"))
_PERSONAL = frozenset(WORDS["personal"])
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}


def may_be_source(head: Token) -> bool:
    """Is the head of a phrase a name, or a noun that can be a source?"""
    return head.tag == "M" or can_be_source(head.lower)


class Phrase(NamedTuple):
    """Tokens first..last (exclusive) of a source's name or noun phrase; head: where its head noun is.

    role_first, role_last: tokens of its apposition ("the deputy foreign minister of Russia"), equal where it has none.
    """

    first: int
    last: int
    head: int
    role_first: int = 0
    role_last: int = 0

    def span(self, toks: Sequence[Token]) -> Span:
        return Span(toks[self.first].start, toks[self.last - 1].end)

    def role_span(self, toks: Sequence[Token]) -> Span | None:
        if self.role_last <= self.role_first:
            return None
        return Span(toks[self.role_first].start, toks[self.role_last - 1].end)

    def start(self) -> int:
        """The first token of the phrase and its role together."""
        return min(self.first, self.role_first) if self.role_last > self.role_first else self.first


def is_personal(token: Token) -> bool:
    return token.lower in _PERSONAL and token.tag in ("R", "S", "D")


def is_pronoun(toks: Sequence[Token], phrase: Phrase) -> bool:
    word = toks[phrase.first]
    one = phrase.last - phrase.first == 1 and word.tag != "M"
    return one and (word.lower in _PERSONAL or word.lower in POSSESSIVES)
