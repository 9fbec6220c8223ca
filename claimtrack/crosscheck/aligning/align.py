"""From the features of the claims to the group of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.blocking import candidate_pairs
from claimtrack.crosscheck.aligning.clustering import enemies_of, join
from claimtrack.crosscheck.aligning.scoring import pairs_apart, pairs_together
from claimtrack.crosscheck.features import Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def align_claims(features: Features) -> Ints:
    """For each claim the position of its group's first member.

    The best pairs are joined first, and no join brings together a pair that must stay apart. Only of claims that would
    else come into one group is it asked which must.
    """
    first, second = candidate_pairs(features)
    joined = pairs_together(features, first, second)
    ones, others = first[joined], second[joined]
    all_joined = join(len(features), ones, others)
    asked = all_joined[first] == all_joined[second]
    first, second = first[asked], second[asked]
    apart = pairs_apart(features, first, second)
    return join(len(features), ones, others, enemies_of(first[apart], second[apart]))
