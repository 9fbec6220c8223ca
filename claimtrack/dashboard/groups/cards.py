"""The claims of a group side by side: a card for each figure that a source gives, whoever repeats it folded into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimtrack.telling.words import Cells

SAME_WORDS = 0.6  # share of their words that two sentences have in common where one is a copy of the other
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Card:
    """first: the claim that tells it first; echoes: the claims that repeat it, of the same source with the same figure,
    or in the same words. Claims are rows of the claims table with `stands_out`."""

    first: Cells
    echoes: tuple[Cells, ...]

    @property
    def stands_out(self) -> bool:
        return any(claim["stands_out"] for claim in (self.first, *self.echoes))

    @property
    def other_articles(self) -> int:
        """How many articles beside the first one tell it."""
        return len({claim["doc_id"] for claim in self.echoes} - {self.first["doc_id"]})


def cards(claims: Iterable[Cells]) -> list[Card]:
    """The cards of a group's claims, in the order in which their figures were first told."""
    told: list[list[Cells]] = []
    for claim in sorted(claims, key=_when):
        home = next((card for card in told if _repeats(claim, card[0])), None)
        if home is None:
            told.append([claim])
        else:
            home.append(claim)
    return [Card(first, tuple(echoes)) for first, *echoes in told]


def _when(claim: Cells) -> tuple[bool, object, bool, object, str, int]:
    as_of, published = claim["as_of"], claim["published"]
    return as_of is None, as_of or 0, published is None, published or 0, claim["doc_id"], claim["start"]


def _repeats(claim: Cells, earlier: Cells) -> bool:
    """Whether a claim only repeats an earlier one: one source, or nobody named and nearly the same sentence."""
    if any(claim[name] != earlier[name] for name in ("value", "low", "high")):
        return False
    if claim["source"] or earlier["source"]:
        return bool(claim["source"] == earlier["source"])
    one, other = (set(WORDS.findall(str(c["sentence"]).lower())) for c in (claim, earlier))
    return len(one & other) >= SAME_WORDS * len(one | other)
