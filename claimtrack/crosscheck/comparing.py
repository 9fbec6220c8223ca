"""Do two figures fit together: agree, moved, conflict (DESIGN "Cross-check"), and the reason in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.amounts import QUALIFIERS
from claimtrack.crosscheck.features import BEHAVIOURS, MODALITIES, Features
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

RELATIONS = ("agree", "moved", "conflict")
AGREE, MOVED, CONFLICT = range(3)
EXACT, APPROXIMATE, AT_LEAST, AT_MOST, RANGE, VAGUE = range(len(QUALIFIERS))
DENIED = MODALITIES.index("denied")
TOTAL, STANDING, EVENT, FIXED = range(len(BEHAVIOURS))


def accepted(features: Features, at: Ints) -> tuple[Floats, Floats]:
    """From what number to what number each figure is understood: the tolerance of its qualifier and its rounding."""
    import numpy as np

    tolerance = load_settings().tolerance
    qualifier = features.qualifier[at]
    low, high = features.low[at], features.high[at]
    best, rounding = features.best[at], features.rounding[at]
    beyond = tolerance.beyond_bound * np.abs(best)
    bottom = np.select(
        [qualifier == AT_LEAST, qualifier == AT_MOST, qualifier == RANGE, qualifier == VAGUE],
        [best, best - beyond, low - rounding, low * tolerance.vague_from],
        best - rounding,
    )
    top = np.select(
        [qualifier == AT_LEAST, qualifier == AT_MOST, qualifier == RANGE, qualifier == VAGUE],
        [best + beyond, best, high + rounding, low * tolerance.vague_to],
        best + rounding,
    )
    return bottom, top


def fits(features: Features, first: Ints, second: Ints) -> Flags:
    """Whether both figures can hold at one moment; figures without any number fit nothing."""
    import numpy as np

    bottom, top = accepted(features, first)
    other_bottom, other_top = accepted(features, second)
    slack = 1e-9 * np.maximum(np.abs(top), np.abs(other_top))
    meet = (bottom <= other_top + slack) & (other_bottom <= top + slack)
    qualifier = features.qualifier[first]
    one_sided = np.isin(qualifier, (AT_LEAST, AT_MOST, VAGUE)) & (qualifier == features.qualifier[second])
    same = np.isclose(features.best[first], features.best[second], rtol=1e-6)
    return np.where(one_sided, same, meet)


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

    fit = fits(features, first, second)
    order = later(features, first, second)
    growth = np.sign(features.best[second] - features.best[first]) * order
    behaviour = features.behaviour[first]
    moved = (order != 0) & ((behaviour == STANDING) | (behaviour == FIXED) | ((behaviour == TOTAL) & (growth > 0)))
    result = np.where(fit, AGREE, np.where(moved, MOVED, CONFLICT))
    denied = features.modality[first] == DENIED
    other_denied = features.modality[second] == DENIED
    result = np.where(denied != other_denied, np.where(fit, CONFLICT, AGREE), result)
    return result.astype(np.int8)


def distance(features: Features, first: Ints, second: Ints) -> Floats:
    """By what share of the larger the two best numbers are apart, 0 to 1 (and more across zero)."""
    import numpy as np

    one, other = features.best[first], features.best[second]
    larger = np.maximum(np.abs(one), np.abs(other))
    return np.nan_to_num(np.abs(one - other) / np.where(larger == 0, 1, larger))


def reasons(features: Features, first: Ints, second: Ints) -> list[str]:
    """Why each pair has its relation: "apart by 40 %, same day"."""
    import numpy as np

    relation = relations(features, first, second)
    denied = features.modality == DENIED
    equal = (features.best[first] == features.best[second]) & (features.qualifier[first] == features.qualifier[second])
    gap = np.abs(np.floor(features.moment[first]) - np.floor(features.moment[second]))
    falls = (relation == CONFLICT) & (features.behaviour[first] == TOTAL) & (later(features, first, second) != 0)
    columns = (
        relation, (denied[first] != denied[second]) & (relation == CONFLICT), equal,
        100 * distance(features, first, second), gap, falls, features.document[first] == features.document[second],
    )  # fmt: skip
    return [_in_words(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _in_words(
    relation: int, denies: bool, equal: bool, apart: float, gap: float, falls: bool, one_article: bool
) -> str:
    parts = []
    if denies:
        parts.append("one denies the other")
    elif relation == AGREE:
        parts.append("the same figure" if equal else "both can hold")
    else:
        parts.append(f"apart by {apart:.0f} %")
    if gap == gap:
        parts.append("same day" if gap == 0 else "one day apart" if gap == 1 else f"{gap:.0f} days apart")
    if falls and not denies:
        parts.append("a total does not fall")
    if one_article:
        parts.append("in one article")
    return ", ".join(parts)
