"""How many words two claims' sentences, or their articles, have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Codes = NDArray[np.int32]


def count_shared_words(words: Codes, first: Ints, second: Ints) -> tuple[Codes, Codes, Codes]:
    """How many words the claims of each pair share, and how many the one with fewer and the one with more have."""
    import numpy as np

    one, other = (np.ascontiguousarray(words[at].T) for at in (first, second))
    shared = np.zeros(len(first), np.int32)
    for column in one:
        shared += (other == column).any(0) & (column > 0)
    counts = (one > 0).sum(0, dtype=np.int32), (other > 0).sum(0, dtype=np.int32)
    return shared, np.minimum(*counts), np.maximum(*counts)
