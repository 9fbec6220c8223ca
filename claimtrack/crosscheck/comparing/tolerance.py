"""Whether two figures can hold at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.features import AT_LEAST, AT_MOST, VAGUE, Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Flags = NDArray[np.bool_]


def fits(features: Features, first: Ints, second: Ints) -> Flags:
    """Whether both figures can hold at one moment; figures without any number fit nothing."""
    import numpy as np

    bottom, top, other_bottom, other_top = (
        bound[at] for at in (first, second) for bound in (features.bottom, features.top)
    )
    slack = 1e-9 * np.maximum(np.abs(top), np.abs(other_top))
    meet = (bottom <= other_top + slack) & (other_bottom <= top + slack)
    qualifier = features.qualifier[first]
    one_sided = np.isin(qualifier, (AT_LEAST, AT_MOST, VAGUE)) & (qualifier == features.qualifier[second])
    same = np.isclose(features.best[first], features.best[second], rtol=1e-6)
    return np.where(one_sided, same, meet)
