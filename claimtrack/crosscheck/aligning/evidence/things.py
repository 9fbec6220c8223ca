"""What is counted: its kind and class, whose it is, what happened, in which sort of incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


def kind(pair: Pairs) -> Floats:
    import numpy as np

    points = load_settings().points
    return np.where(pair.same(pair.features.kind), points["kind_same"], points["kind_unsure"])


def counted(pair: Pairs) -> Floats:
    """The same class of things, all of them and a part, or others."""
    import numpy as np

    points, relation = load_settings().points, pair.counted
    part = points["counted_part"] + np.where(pair.fit, 0.0, points["counted_part_unfit"])
    return np.select(
        [relation.both_generic, relation.same, relation.one_generic],
        [points["counted_generic"], points["counted_same"], part],
        points["counted_other"],
    )


def owner(pair: Pairs) -> Floats:
    """Whose they are: "Palestinian dead"."""
    import numpy as np

    points, owners = load_settings().points, pair.features.owners
    other = np.where(pair.both(owners[:, 0]), points["owner_other"], 0.0)
    return np.where(pair.share_any(owners), points["owner_same"], other)


def fate(pair: Pairs) -> Floats:
    """What happened to them, where that makes another quantity: "buried"."""
    import numpy as np

    points, fates = load_settings().points, pair.features.fate
    unsure = ~pair.same(pair.features.kind)
    both_say = pair.both(fates, 0)
    same = np.where(both_say, points["fate_same_named"], points["fate_same"])
    other = np.where(pair.fit & ~both_say, points["fate_unsaid"], points["fate_other"])
    return np.where(unsure, 0.0, np.where(pair.same(fates), same, other))


def incident(pair: Pairs) -> Floats:
    """The sort of incident, and the site of it."""
    f, points = pair.features, load_settings().points
    sort = _of_bits(pair, f.incident, points["incident_same"], points["incident_other"])
    return sort + _of_bits(pair, f.site, 0.0, points["site_other"])


def _of_bits(pair: Pairs, bits: Ints, same: float, other: float) -> Floats:
    import numpy as np

    one, two = bits[pair.a], bits[pair.b]
    return np.where((one & two) != 0, same, np.where((one != 0) & (two != 0), other, 0.0))
