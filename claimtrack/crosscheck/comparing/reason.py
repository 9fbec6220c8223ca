"""Why two figures have their relation, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.comparing.relation import AGREE, CONFLICT, distance, later, one_denies, relations
from claimtrack.crosscheck.features import TOTAL, Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]


def reasons(features: Features, first: Ints, second: Ints) -> list[str]:
    """Why each pair has its relation: "apart by 40 %, same day"."""
    import numpy as np

    relation = relations(features, first, second)
    equal = (features.best[first] == features.best[second]) & (features.qualifier[first] == features.qualifier[second])
    gap = np.abs(np.floor(features.moment[first]) - np.floor(features.moment[second]))
    falls = (relation == CONFLICT) & (features.behaviour[first] == TOTAL) & (later(features, first, second) != 0)
    columns = (
        relation, one_denies(features, first, second) & (relation == CONFLICT), equal,
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
