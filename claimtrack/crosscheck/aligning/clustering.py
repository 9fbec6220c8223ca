"""From pairs that belong together to groups: the pairs are joined in their order, except where enemies would meet."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

NO_ENEMIES: Mapping[int, set[int]] = {}


def join(count: int, ones: Ints, others: Ints, enemies: Mapping[int, set[int]] = NO_ENEMIES) -> Ints:
    """The group of each of `count` claims: the position of its first member. enemies: whom a claim must not meet."""
    import numpy as np

    group_of: dict[int, set[int]] = {at: {at} for at in np.union1d(ones, others).tolist()}
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        guests, group = sorted((group_of[one], group_of[other]), key=len)
        if guests is group or any(guest in enemies and not enemies[guest].isdisjoint(group) for guest in guests):
            continue
        group |= guests
        group_of.update(dict.fromkeys(guests, group))
    groups = np.arange(count)
    for at, group in group_of.items():  # in the order of the claims, so that the first one names the group
        if groups[at] == at:
            groups[list(group)] = at
    return groups


def enemies_of(first: Ints, second: Ints) -> dict[int, set[int]]:
    """For each claim of these pairs, those that it must not be joined with."""
    import numpy as np

    owner, enemy = np.concatenate((first, second)), np.concatenate((second, first))
    order = np.argsort(owner, kind="stable")
    owner, enemy = owner[order], enemy[order]
    edges = np.flatnonzero(np.diff(owner, prepend=-1, append=-1)).tolist()
    names, listed = owner.tolist(), enemy.tolist()
    return {names[start]: set(listed[start:end]) for start, end in pairwise(edges)}
