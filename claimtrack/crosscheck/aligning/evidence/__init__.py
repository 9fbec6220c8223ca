"""What speaks for and against a pair of claims being of one quantity: a function a part, points of settings.toml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.evidence.figures import modality, value
from claimtrack.crosscheck.aligning.evidence.telling import beside, rival, source, story, strangers, words
from claimtrack.crosscheck.aligning.evidence.things import counted, fate, incident, kind, owner
from claimtrack.crosscheck.aligning.evidence.time_and_place import moment, place
from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PARTS: dict[str, Callable[[Pairs], Floats]] = {
    part.__name__: part
    for part in (
        kind, counted, owner, fate, rival, place, moment, value, words, story, strangers, beside, incident, source,
        modality,
    )
}  # fmt: skip
COSTLY = ("rival", "words", "story", "strangers", "beside")  # they look at the words of both, which takes time


def most_of_costly() -> float:
    """The most that the costly parts can add to a score."""
    points = load_settings().points
    return points["words"] + points["story"]
