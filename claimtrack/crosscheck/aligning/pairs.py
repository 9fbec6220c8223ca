"""Some pairs of claims, and what evidence and rules both ask of them; an array holds an entry a pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.crosscheck.comparing import count_shared_words, fits
from claimtrack.crosscheck.features import Features, is_rare

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]

MOST_COMMON = 12


@dataclass(frozen=True, slots=True)
class CountedRelation:
    """Are both no more than their kind says, of the same class, one of each, or of other classes?"""

    both_generic: Flags
    same: Flags
    one_generic: Flags


@dataclass(frozen=True)
class Pairs:
    """a, b: positions in the features."""

    features: Features
    a: Ints
    b: Ints

    def same(self, codes: Codes) -> Flags:
        same: Flags = codes[self.a] == codes[self.b]
        return same

    def both(self, codes: Codes, none: int = -1) -> Flags:
        both: Flags = (codes[self.a] != none) & (codes[self.b] != none)
        return both

    def share_any(self, codes: Codes) -> Flags:
        """Do both have one of the codes? codes: a row a claim; negative ones are none."""
        import numpy as np

        ones, others = ([column[at] for column in codes.T] for at in (self.a, self.b))
        shared = np.zeros(len(self.a), np.bool_)
        for one in ones:
            some = one >= 0
            for other in others:
                shared |= (one == other) & some
        return shared

    @cached_property
    def common_words(self) -> Floats:
        """What the two sentences have in common."""
        return self._in_common(self.features.words)

    @cached_property
    def common_story(self) -> Floats:
        """What the two articles have in common."""
        return self._in_common(self.features.story)

    def _in_common(self, words: Codes) -> Floats:
        """The share of the words of the shorter text that both have; a text of one or two words counts as three."""
        import numpy as np

        shared, shortest, _ = count_shared_words(words, self.a, self.b)
        return np.divide(shared, np.maximum(shortest, 3), dtype=np.float64)

    @cached_property
    def fit(self) -> Flags:
        """Can both figures hold at one moment?"""
        return fits(self.features, self.a, self.b)

    @cached_property
    def behaviour(self) -> Codes:
        behaviour: Codes = self.features.behaviour[self.a]
        return behaviour

    @cached_property
    def number(self) -> Floats:
        """The larger number, as written."""
        import numpy as np

        written = np.abs(self.features.written)
        return np.maximum(written[self.a], written[self.b])

    @cached_property
    def rare(self) -> Flags:
        return is_rare(self.number)

    @cached_property
    def common(self) -> Flags:
        """Numbers that are given by chance."""
        common: Flags = self.number <= MOST_COMMON
        return common

    @cached_property
    def same_document(self) -> Flags:
        return self.same(self.features.document)

    @cached_property
    def same_sentence(self) -> Flags:
        return self.same_document & self.same(self.features.sentence)

    @cached_property
    def same_source(self) -> Flags:
        return self.same(self.features.source)

    @cached_property
    def counted(self) -> CountedRelation:
        heads = self.features.heads
        one, other = heads[self.a, 0] == 0, heads[self.b, 0] == 0
        return CountedRelation(one & other, self.share_any(heads - 1), one != other)

    @cached_property
    def same_place_names(self) -> tuple[Flags, Flags]:
        """Do they share a place, and do they name as many places?"""
        places = self.features.places
        several = places[:, 1] >= 0
        return self.share_any(places), several[self.a] == several[self.b]

    @cached_property
    def name_others(self) -> Flags:
        """Does each sentence name somebody whom the other does not?"""
        f = self.features
        one, two = f.words[self.a], f.words[self.b]
        same = one[:, :, None] == two[:, None, :]
        others: Flags = (f.names[self.a] & ~same.any(2)).any(1) & (f.names[self.b] & ~same.any(1)).any(1)
        return others

    def of(self, chosen: Flags | Ints) -> Pairs:
        """Those of the pairs that are chosen."""
        return Pairs(self.features, self.a[chosen], self.b[chosen])
