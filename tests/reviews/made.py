"""Claims, decisions and reviews to test with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from claimtrack.reviews import Decision, GroupDecision, Review, ReviewedClaim, Verdict

CLAIM = ReviewedClaim(
    claim_id="00112233445566aa", text_hash="feedfeedfeedfeed", doc_id="aleppo.txt", surface="35", start=13, end=15,
    sentence="An estimated 35 doctors are left in Aleppo.", kind="doctors", value=35.0, low=35.0, high=None,
    place="Aleppo", as_of="2016-09-29T00:00:00Z", source="Staffan de Mistura", extractor="claimtrack 0.1.0",
)  # fmt: skip
NUMBERS = count(1)


def claim(claim_id: str = CLAIM.claim_id, **other: Any) -> ReviewedClaim:
    return replace(CLAIM, claim_id=claim_id, **other)


def decision(
    claim_id: str = CLAIM.claim_id, reviewer: str = "Ana", verdict: Verdict | None = Verdict.CONFIRMED, **other: Any
) -> Decision:
    return Decision(other.pop("claim", claim(claim_id)), reviewer, verdict, **other)


def review(
    claim_id: str = CLAIM.claim_id, reviewer: str = "Ana", verdict: Verdict | None = Verdict.CONFIRMED, **other: Any
) -> Review:
    """A review as the record gives it, later than every one made before."""
    number = next(NUMBERS)
    at = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=number)
    return Review(number, at, decision(claim_id, reviewer, verdict, **other), undoes=None, undone=False)


def group(
    *claim_ids: str, group_id: str = "g1", reviewer: str = "Ana", verdict: str = "conflict", **other: Any
) -> GroupDecision:
    return GroupDecision(group_id, claim_ids, reviewer, verdict, **other)
