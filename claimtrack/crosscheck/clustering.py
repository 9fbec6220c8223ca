"""From scored pairs to groups: the best pairs are joined first, and no join brings together what must stay apart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.crosscheck.scoring import Scores
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def cluster(count: int, first: Ints, second: Ints, scores: Scores) -> Ints:
    """The group of each of `count` claims: the position of its first member.

    Pairs of equal score are taken in their order, so that the result depends on nothing else.
    """
    import numpy as np

    joined = (scores.points >= load_settings().together) & ~scores.apart
    order = np.argsort(-scores.points[joined], kind="stable")
    ones, others = first[joined][order].tolist(), second[joined][order].tolist()
    concerned = np.zeros(count, np.bool_)
    concerned[ones] = True
    concerned[others] = True
    enemies = _neighbours(first, second, scores.apart & concerned[first] & concerned[second])
    parent = list(range(count))
    members: dict[int, list[int]] = {}
    for one, other in zip(ones, others, strict=True):
        root, joining = _root(parent, one), _root(parent, other)
        if root == joining:
            continue
        group, guests = members.get(root) or [root], members.get(joining) or [joining]
        if len(group) < len(guests):
            root, joining, group, guests = joining, root, guests, group
        if any(_root(parent, enemy) == root for guest in guests for enemy in enemies.get(guest, ())):
            continue
        parent[joining] = root
        group.extend(guests)
        members[root] = group
        members.pop(joining, None)
    groups = np.arange(count)
    for group in members.values():
        groups[group] = min(group)
    return groups


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _neighbours(first: Ints, second: Ints, chosen: NDArray[np.bool_]) -> dict[int, list[int]]:
    """For each claim, those that it must not be joined with."""
    import numpy as np

    owner = np.concatenate((first[chosen], second[chosen]))
    enemy = np.concatenate((second[chosen], first[chosen]))
    order = np.argsort(owner, kind="stable")
    owner, enemy = owner[order], enemy[order]
    edges = np.flatnonzero(np.diff(owner, prepend=-1, append=-1)).tolist()
    names, listed = owner.tolist(), enemy.tolist()
    return {names[start]: listed[start:end] for start, end in pairwise(edges)}
