"""Decisions whose claim is gone, carried over to the claim that took its place: a new decision, the old one stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from claimtrack.reviews import Decision, Orphan, Review, ReviewedClaim
from claimtrack.telling.words import Cells


@dataclass(frozen=True, slots=True)
class Lost:
    """The orphans that may be seen, by what can be done. open: a claim took the place, and whoever looks has not
    decided on it; settled: they or the one who decided have; gone: no claim took the place; elsewhere: the open file
    has nothing of their article."""

    open: tuple[Orphan, ...]
    settled: tuple[Orphan, ...]
    gone: tuple[Orphan, ...]
    elsewhere: tuple[Orphan, ...]


def sorted_out(orphans: Iterable[Orphan], seen: Collection[int], decided: Collection[str]) -> Lost:
    """seen: the numbers of the reviews that may be seen; decided: the claims that the one who looks has decided."""
    kinds: dict[str, list[Orphan]] = {"open": [], "settled": [], "gone": [], "elsewhere": []}
    for orphan in orphans:
        if orphan.review.review_id in seen:
            kinds[_kind(orphan, decided)].append(orphan)
    return Lost(**{name: tuple(found) for name, found in kinds.items()})


def carried(review: Review, cells: Cells, reviewer: str) -> Decision:
    """The same decision of the reviewer about another claim, with a note on where it is from.

    cells: the row of the claim that took the place. A correction that only says what the claim says already is left
    out. Raises DecisionError where the corrections do not fit the claim.
    """
    claim = ReviewedClaim.of_row(cells)
    old = review.decision
    from_where = f"[carried over from decision {review.review_id} by {review.reviewer} on “{old.claim.surface}”]"
    kept = {name: cell for name, cell in old.corrections.items() if cell != getattr(claim, name)}
    note = f"{old.note}\n{from_where}" if old.note else from_where
    return replace(old, claim=claim, reviewer=reviewer, corrections=kept, note=note)


def _kind(orphan: Orphan, decided: Collection[str]) -> str:
    if orphan.successor_claim_id is not None:
        return "settled" if orphan.settled or orphan.successor_claim_id in decided else "open"
    return "gone" if orphan.document_here else "elsewhere"
