"""Agree, moved or conflict (DESIGN "Cross-check"): what two figures of one quantity are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.comparing.tolerance import fits
from claimtrack.crosscheck.features import FIXED, MODALITIES, STANDING, TOTAL, Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

RELATIONS = ("agree", "moved", "conflict")
AGREE, MOVED, CONFLICT = range(3)
DENIED = MODALITIES.index("denied")


def later(features: Features, first: Ints, second: Ints) -> NDArray[np.int8]:
    """1 where the second is told later, -1 where earlier, 0 at one moment or where that is not known.

    Where one of the two has no time of day, days are compared.
    """
    import numpy as np

    one, other = features.moment[first], features.moment[second]
    timed = (np.mod(one, 1) > 0) & (np.mod(other, 1) > 0)
    gap = np.where(timed, other - one, np.floor(other) - np.floor(one))
    gap = np.nan_to_num(gap)
    return (np.sign(gap) * (np.abs(gap) > 1 / 48)).astype(np.int8)


def relations(features: Features, first: Ints, second: Ints) -> NDArray[np.int8]:
    """AGREE, MOVED or CONFLICT for each pair of claims that speak of one quantity."""
    import numpy as np

    fit, denied = fits(features, first, second), one_denies(features, first, second)
    result = np.where(fit, AGREE, np.where(may_have_moved(features, first, second), MOVED, CONFLICT))
    result = np.where(denied, np.where(fit, CONFLICT, AGREE), result)
    return result.astype(np.int8)


def one_denies(features: Features, first: Ints, second: Ints) -> Flags:
    """Pairs of which one denies what the other asserts."""
    denied: Flags = (features.modality[first] == DENIED) != (features.modality[second] == DENIED)
    return denied


def may_have_moved(features: Features, first: Ints, second: Ints) -> Flags:
    """Pairs told at two moments, whose quantity can have gone from the one figure to the other."""
    import numpy as np

    order = later(features, first, second)
    growth = np.sign(features.best[second] - features.best[first]) * order
    behaviour = features.behaviour[first]
    both_ways = (behaviour == STANDING) | (behaviour == FIXED)
    moved: Flags = (order != 0) & (both_ways | ((behaviour == TOTAL) & (growth > 0)))
    return moved


def distance(features: Features, first: Ints, second: Ints) -> Floats:
    """By what share of the larger the two best numbers are apart, 0 to 1 (and more across zero)."""
    import numpy as np

    one, other = features.best[first], features.best[second]
    larger = np.maximum(np.abs(one), np.abs(other))
    return np.nan_to_num(np.abs(one - other) / np.where(larger == 0, 1, larger))
