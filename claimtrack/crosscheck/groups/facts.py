"""The facts that the table gives of each group, and those of them that a single claim has as well."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from claimtrack.crosscheck.settings import load_vocabulary

GROUP_FACTS = (
    "group_id", "relation", "low", "best", "high", "articles", "sources", "echo", "first_as_of", "last_as_of", "trail",
    "incident", "priority", "reason",
)  # fmt: skip


def group_id(claim_id: str | None, text_hash: str | None) -> str:
    """The id of the group whose earliest member this claim is."""
    key = f"{claim_id}\n{text_hash}"
    return "g" + hashlib.sha256(key.encode()).hexdigest()[:12]


def about(kind: str | None, incident: int | None, place: str | None) -> str:
    """Kind, sort of incident (its place in the vocabulary) and place: "deaths, flood, Derna"."""
    name = None if incident is None else load_vocabulary().incident_names[incident]
    return ", ".join(part for part in (str(kind), name, place) if part)


@lru_cache(maxsize=1 << 12)
def bits_of(bits: int) -> tuple[int, ...]:
    """The places of the bits that are set, from the lowest on."""
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)
