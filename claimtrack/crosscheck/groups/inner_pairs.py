"""The pairs inside groups, all at once: which of a group's pairs decides its relation, and which are near-copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.comparing import distance, reasons, relations
from claimtrack.crosscheck.features import Features
from claimtrack.crosscheck.groups.sources import copied

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

LARGEST_COMPARED = 64  # members of a group that are compared pair by pair; in a larger one each with so many after it
PAIRS_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class Decisive:
    """The pair of the strongest relation that is furthest apart; one and other are places in the order of the claims.

    relation: of comparing. distance: 0 to 1 and more. days: between the moments of both, 0 where not known.
    """

    one: int
    other: int
    relation: int
    distance: float
    days: float
    reason: str


@dataclass(frozen=True, slots=True)
class Compared:
    """By the place of the first member of each group: the pair that decides, and the pairs of near-copies (places)."""

    decisive: dict[int, Decisive]
    copies: dict[int, list[tuple[int, int]]]


def compare_members(features: Features, order: Ints, sizes: Ints) -> Compared:
    """order: the claims, group by group. sizes: of the groups in it, each of several."""
    import numpy as np

    first, second, group = _pairs_inside(sizes)
    relation, apart = np.zeros(len(first), np.int8), np.zeros(len(first), np.float32)
    near = np.zeros(len(first), np.bool_)
    for start in range(0, len(first), PAIRS_AT_ONCE):
        chunk = slice(start, start + PAIRS_AT_ONCE)
        one, other = order[first[chunk]], order[second[chunk]]
        relation[chunk], apart[chunk] = relations(features, one, other), distance(features, one, other)
        near[chunk] = copied(features, one, other)
    by_weight = np.lexsort((second, first, -apart, -relation, group))
    decides = by_weight[np.flatnonzero(np.diff(group[by_weight], prepend=-1))]
    said = reasons(features, order[first[decides]], order[second[decides]])
    days = np.nan_to_num(np.abs(features.moment[order[first]] - features.moment[order[second]]))
    columns = (column[decides].tolist() for column in (first, second, relation, apart, days))
    pairs = (Decisive(*pair) for pair in zip(*columns, said, strict=True))
    decisive = dict(zip(group[decides].tolist(), pairs, strict=True))
    copies: dict[int, list[tuple[int, int]]] = {}
    for key, one, other in zip(group[near].tolist(), first[near].tolist(), second[near].tolist(), strict=True):
        copies.setdefault(key, []).append((one, other))
    return Compared(decisive, copies)


def _pairs_inside(sizes: Ints) -> tuple[Ints, Ints, Ints]:
    """The pairs of places of each group: the one, the other, the group's first place."""
    import numpy as np

    starts = (np.cumsum(sizes) - sizes).astype(np.int32)
    place = np.arange(int(sizes.sum()), dtype=np.int32)
    first_of, end = np.repeat(starts, sizes), np.repeat(starts + sizes, sizes)
    none: Ints = np.zeros(0, np.int32)
    ones, others, groups = [none], [none], [none]
    for step in range(1, LARGEST_COMPARED):
        reach = place + step < end
        if not reach.any():
            break
        place, end, first_of = place[reach], end[reach], first_of[reach]
        ones.append(place)
        others.append(place + np.int32(step))
        groups.append(first_of)
    return np.concatenate(ones), np.concatenate(others), np.concatenate(groups)
