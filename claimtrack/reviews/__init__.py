"""The record of reviews: who decided what about which claim, and when. Rows are added, never changed.

A decision and an undoing are each a row in a database (SQLite, PostgreSQL); what stands, who differs, what comes next
and which reviews have lost their claim is read from those rows. SQLAlchemy is imported when a record is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.reviews.comparing import Disagreement, disagreements, visible
from claimtrack.reviews.decisions import (
    CORRECTABLE,
    Decision,
    DecisionError,
    Review,
    ReviewedClaim,
    Verdict,
)
from claimtrack.reviews.errors import RecordError
from claimtrack.reviews.group_decisions import GroupDecision, GroupReview, GroupVerdict, visible_groups
from claimtrack.reviews.group_table import group_decisions_frame
from claimtrack.reviews.joining import joined
from claimtrack.reviews.opening import open_record, record_url
from claimtrack.reviews.orphans import Orphan, orphans
from claimtrack.reviews.standing import standing_of

if TYPE_CHECKING:
    from claimtrack.reviews.record import Record

__all__ = [
    "CORRECTABLE",
    "Decision",
    "DecisionError",
    "Disagreement",
    "GroupDecision",
    "GroupReview",
    "GroupVerdict",
    "Orphan",
    "Record",
    "RecordError",
    "Review",
    "ReviewedClaim",
    "Verdict",
    "disagreements",
    "group_decisions_frame",
    "joined",
    "open_record",
    "orphans",
    "record_url",
    "standing_of",
    "visible",
    "visible_groups",
]


def __getattr__(name: str) -> Any:
    if name == "Record":
        from claimtrack.reviews.record import Record

        return Record
    raise AttributeError(f"module 'claimtrack.reviews' has no attribute {name!r}")
