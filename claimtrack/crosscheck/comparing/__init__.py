"""Two claims side by side: can both figures hold, do they agree, move or conflict, and why; which words they share."""

from claimtrack.crosscheck.comparing.reason import reasons
from claimtrack.crosscheck.comparing.relation import (
    CONFLICT,
    DENIED,
    MOVED,
    RELATIONS,
    distance,
    may_have_moved,
    one_denies,
    relations,
)
from claimtrack.crosscheck.comparing.shared_words import count_shared_words
from claimtrack.crosscheck.comparing.tolerance import fits

__all__ = [
    "CONFLICT", "DENIED", "MOVED", "RELATIONS", "count_shared_words", "distance", "fits", "may_have_moved",
    "one_denies", "reasons", "relations",
]  # fmt: skip
