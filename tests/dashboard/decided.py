"""Reviews to look at, without a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from claimtrack.reviews import Decision, Review, ReviewedClaim, Verdict

CLAIM = ReviewedClaim(
    claim_id="c1", text_hash="feedfeedfeedfeed", doc_id="aleppo.txt", surface="35", start=13, end=15,
    sentence="An estimated 35 doctors are left in Aleppo.", kind="doctors", value=35.0, low=35.0, high=None,
    place="Aleppo", as_of="2016-09-29T00:00:00Z", source="Staffan de Mistura", extractor="claimtrack 0.1.0",
)  # fmt: skip
NUMBERS = count(1)


def review(claim_id: str, reviewer: str, verdict: Verdict | None, **other: Any) -> Review:
    """A review later than every one made before; undoes, undone: of the review; all else of the decision."""
    number = next(NUMBERS)
    fate = {"undoes": other.pop("undoes", None), "undone": other.pop("undone", False)}
    said = Decision(replace(CLAIM, claim_id=claim_id), reviewer, verdict, **other)
    return Review(number, datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=number), said, **fate)
