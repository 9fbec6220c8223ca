"""Where each figure stands in its sentence, and what the words around it say: fate, increment, part, group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.features.columns import CodeBook, texts
from claimtrack.crosscheck.features.cues import (
    Around,
    fate_of,
    has_moved,
    is_increment,
    is_overtaken,
    is_part,
    may_be_part_or_increment,
    year_of,
)
from claimtrack.crosscheck.features.sentence_words import Sentences
from claimtrack.crosscheck.settings import ELSEWHERE, OVERTAKEN, load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

FAR_BEFORE, BEFORE, BEHIND = 160, 60, 70  # characters around a figure that may speak of it


@dataclass(frozen=True)
class Marks:
    """fate: what happened, where that makes another quantity of the kind, 0 = nothing special. own: a fate that belongs
    to the body that tells of it. overtaken: a figure that was held before. elsewhere: of another incident than that of
    the article."""

    fate: Codes
    own: Flags
    increment: Flags
    part: Flags
    overtaken: Flags
    elsewhere: Flags


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A row is a claim. order: the claims by document and start. position: where the figure stands in its sentence.

    year: of the incident ("the 1985 quake"). among: the group that is counted ("40 deaths among workers").
    """

    marks: Marks
    order: list[int]
    position: list[int]
    year: list[int | None]
    among: list[str | None]


def read_surroundings(claims: pd.DataFrame, kinds: Sequence[str], changes: Flags, told: Sentences) -> Surroundings:
    """The surroundings of the claims. changes: figures before which "rose" and "lost" tell of a change."""
    import numpy as np

    vocabulary, count = load_vocabulary(), len(claims)
    cues = vocabulary.cues
    order = np.lexsort((claims["start"].to_numpy(), told.document)).tolist()
    surfaces, predicates = texts(claims["surface"]), texts(claims["predicate"])
    position = [0] * count
    among: list[str | None] = [None] * count
    year: list[int | None] = [None] * count
    fate, own = np.zeros(count, np.int32), np.zeros(count, np.bool_)
    increment, part, overtaken, elsewhere = (np.zeros(count, np.bool_) for _ in range(4))
    fates, may_change = CodeBook([""]), changes.tolist()
    of_cues, incidents = told.words.cues.tolist(), told.words.incident.tolist()
    for members in _by_sentence(order, told.document.tolist(), told.sentence.tolist()):
        code = int(told.sentence[members[0]])
        text, cue, names_incident = told.texts[code], of_cues[code], incidents[code] != 0
        for row, (start, around) in zip(members, _around(text, [surfaces[row] or "" for row in members]), strict=True):
            position[row] = start
            may_be = may_be_part_or_increment(around, cues)
            moved = may_change[row] and has_moved(around, cues)
            increment[row] = moved or is_increment(around, may_be, cues)
            part[row] = is_part(kinds[row], around, may_be, cues)
            overtaken[row] = cue & OVERTAKEN and is_overtaken(around, cues)
            elsewhere[row] = cue & ELSEWHERE and cues.elsewhere.search(around.since_start) is not None
            year[row] = year_of(around, cues) if names_incident else None
            group = cues.among.match(around.after)
            among[row] = group[1] if group else None
            name = fate_of(kinds[row], (predicates[row] or "").lower(), around, vocabulary)
            fate[row], own[row] = fates(name), name in vocabulary.own
    part |= claims["part_of"].notna().to_numpy()
    increment |= claims["measure"].eq("change").to_numpy(np.bool_, na_value=False)
    return Surroundings(Marks(fate, own, increment, part, overtaken, elsewhere), order, position, year, among)


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
        yield start, Around(before, lower[end : min(until, end + BEHIND)], lower[max(start - FAR_BEFORE, 0) : start])
