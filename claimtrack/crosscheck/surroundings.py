"""Where each figure stands in its sentence, and what the words around it say: fate, increment, part, group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.columns import CodeBook, texts
from claimtrack.crosscheck.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

BEFORE, NEAR_BEFORE, BEHIND = 60, 40, 70  # characters around a figure that may speak of it


@dataclass(frozen=True, slots=True)
class Around:
    """The words around one figure, lower case: as far as the figures beside it."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A row is a claim. order: the claims by document and start. position: where the figure stands in its sentence.

    fate: what happened, where that makes another quantity of the kind, 0 = nothing special. own: a fate that belongs to
    the body that tells of it. among: the group that is counted ("40 deaths among workers").
    """

    order: list[int]
    position: list[int]
    fate: Codes
    own: Flags
    increment: Flags
    part: Flags
    among: list[str | None]


def read_surroundings(
    claims: pd.DataFrame, kinds: Sequence[str], document: Codes, sentence: Codes, sentences: Sequence[str]
) -> Surroundings:
    """The surroundings of the claims. document, sentence: their codes; sentences: the texts of the latter."""
    import numpy as np

    vocabulary, count = load_vocabulary(), len(claims)
    order = np.lexsort((claims["start"].to_numpy(), document)).tolist()
    surfaces, predicates = texts(claims["surface"]), texts(claims["predicate"])
    position, among = [0] * count, [None] * count  # type: list[int], list[str | None]
    fate, own = np.zeros(count, np.int32), np.zeros(count, np.bool_)
    increment, part = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    fates = CodeBook([""])
    for members in _by_sentence(order, document.tolist(), sentence.tolist()):
        text = sentences[int(sentence[members[0]])]
        for row, (start, around) in zip(members, _around(text, [surfaces[row] or "" for row in members]), strict=True):
            position[row] = start
            increment[row] = _is_increment(around, vocabulary)
            part[row] = vocabulary.part.search(around.before) is not None
            group = vocabulary.among.search(around.after)
            among[row] = group[1] if group else None
            name = _fate(kinds[row], (predicates[row] or "").lower(), around, vocabulary)
            fate[row], own[row] = fates(name), name in vocabulary.own
    return Surroundings(order, position, fate, own, increment, part, among)


def _by_sentence(order: Sequence[int], document: Sequence[int], sentence: Sequence[int]) -> Iterator[list[int]]:
    """The claims of each sentence, in their order."""
    members: list[int] = []
    for row in order:
        if members and (document[row], sentence[row]) != (document[members[0]], sentence[members[0]]):
            yield members
            members = []
        members.append(row)
    if members:
        yield members


def _around(text: str, surfaces: Sequence[str]) -> Iterator[tuple[int, Around]]:
    """Where each figure of a sentence starts, and the words around it."""
    starts: list[int] = []
    ends = [0]
    for surface in surfaces:
        starts.append(max(text.find(surface, ends[-1]), 0))
        ends.append(starts[-1] + len(surface))
    lower = text.lower()
    for place, start in enumerate(starts):
        until = starts[place + 1] if place + 1 < len(starts) else len(lower)
        end = ends[place + 1]
        before = lower[max(ends[place], start - BEFORE) : start]
        yield start, Around(before, lower[end : min(until, end + BEHIND)])


def _is_increment(around: Around, vocabulary: Vocabulary) -> bool:
    return bool(
        vocabulary.increment_after.search(around.after)
        or vocabulary.increment_before.search(around.before)
        or vocabulary.increment_verbs.search(around.before)
    )


def _fate(kind: str, predicate: str, around: Around, vocabulary: Vocabulary) -> str:
    """The first fate of the kind that the predicate names, else that the words near the figure do; "" for none."""
    classes = vocabulary.fates.get(kind)
    if not classes:
        return ""
    aside = vocabulary.aside.search(around.after)
    behind = around.after[: aside.start()] if aside else around.after
    near = f"{predicate} | {around.before[-NEAR_BEFORE:]} | {behind}"
    for text in (predicate, near):
        for name, words in classes:
            if words.search(text):
                return name
    return ""
