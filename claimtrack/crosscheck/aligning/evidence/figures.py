"""The figures themselves: do they fit, and is one a plan where the other is a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.comparing import DENIED, may_have_moved, one_denies
from claimtrack.crosscheck.features import FIXED, VAGUE
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def value(pair: Pairs) -> Floats:
    """The figures fit, and how hardly by chance; or they do not, and by how much."""
    import numpy as np

    points, f = load_settings().points, pair.features
    vague = (f.qualifier[pair.a] == VAGUE) | (f.qualifier[pair.b] == VAGUE)
    plain = np.where(pair.common | vague, points["value_common"], points["value_plain"])
    fitting = np.where(pair.rare & ~vague, points["value_rare"], plain)
    fixed = pair.behaviour == FIXED
    moved = may_have_moved(f, pair.a, pair.b) & ~one_denies(f, pair.a, pair.b) & ~fixed
    unfit = np.where(moved, points["value_moved"], points["value_unfit"]) + np.where(fixed, points["value_fixed"], 0.0)
    return np.where(pair.fit, fitting, unfit + points["value_per_doubling"] * np.minimum(_doublings(pair), 40))


def _doublings(pair: Pairs) -> Floats:
    import numpy as np

    one, other = (np.maximum(np.abs(pair.features.best[at]), 1e-9) for at in (pair.a, pair.b))
    return np.abs(np.log2(one / other))


def modality(pair: Pairs) -> Floats:
    """A fact against a plan or a possibility; a denial speaks of the same number."""
    import numpy as np

    points = load_settings().points
    one, other = pair.features.modality[pair.a], pair.features.modality[pair.b]
    differ = (one != other) & (one != DENIED) & (other != DENIED)
    denied = (one == DENIED) != (other == DENIED)
    unfit = np.where(denied, points["modality_other"], np.where(differ, points["modality_unfit"], 0.0))
    return np.where(pair.fit, np.where(differ, points["modality_other"], 0.0), unfit)
