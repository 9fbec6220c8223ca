"""Rows of the record's tables and what they mean, both ways."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Row, Select, select

from claimtrack.reviews.decisions import Decision, Review, ReviewedClaim
from claimtrack.reviews.group_decisions import GroupDecision, GroupReview
from claimtrack.reviews.tables import GROUP_REVIEWS, REVIEWS

CLAIM_FIELDS = tuple(field.name for field in fields(ReviewedClaim))
DECISION_FIELDS = tuple(field.name for field in fields(Decision) if field.name != "claim")
GROUP_FIELDS = tuple(field.name for field in fields(GroupDecision))


def reviews_with_fate() -> Select[Any]:
    """Every review and the id of the row that takes it back, oldest first.

    One statement sees one moment of the database, so that no review is shown as standing beside its undoing.
    """
    undoing = REVIEWS.alias("undoing")
    query = select(REVIEWS, undoing.c.review_id.label("undone_by"))
    return query.outerjoin(undoing, undoing.c.undoes == REVIEWS.c.review_id).order_by(REVIEWS.c.review_id)


def group_reviews_with_fate() -> Select[Any]:
    undoing = GROUP_REVIEWS.alias("undoing")
    query = select(GROUP_REVIEWS, undoing.c.group_review_id.label("undone_by"))
    joined = query.outerjoin(undoing, undoing.c.undoes == GROUP_REVIEWS.c.group_review_id)
    return joined.order_by(GROUP_REVIEWS.c.group_review_id)


def review_cells(decision: Decision) -> dict[str, object]:
    claim = {name: getattr(decision.claim, name) for name in CLAIM_FIELDS}
    return claim | {name: getattr(decision, name) for name in DECISION_FIELDS}


def review_of(row: Row[Any]) -> Review:
    cells = row._mapping
    claim = ReviewedClaim(**{name: cells[name] for name in CLAIM_FIELDS})
    decision = Decision(claim, **{name: cells[name] for name in DECISION_FIELDS})
    return Review(cells["review_id"], cells["at"], decision, cells["undoes"], cells["undone_by"] is not None)


def group_cells(decision: GroupDecision) -> dict[str, object]:
    return {name: getattr(decision, name) for name in GROUP_FIELDS}


def group_review_of(row: Row[Any]) -> GroupReview:
    cells = row._mapping
    decision = GroupDecision(**{name: cells[name] for name in GROUP_FIELDS})
    return GroupReview(cells["group_review_id"], cells["at"], decision, cells["undoes"], cells["undone_by"] is not None)
