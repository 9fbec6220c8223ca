"""What a reviewer decides about a group of claims that speak of one quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite

from claimtrack.reviews.decisions import DecisionError, reviewer_name


class GroupVerdict(StrEnum):
    AGREE = "agree"
    CONFLICT = "conflict"
    MOVED = "moved"
    NOT_THE_SAME = "not the same quantity"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class GroupDecision:
    """What one reviewer thinks of a group, and the figure that they recommend.

    claim_ids: the group's members when it was decided on; recommended, low, high: in the unit of the claims, None
    where nothing is recommended or a bound is open. Raises DecisionError for what cannot be meant.
    """

    group_id: str
    claim_ids: tuple[str, ...]
    reviewer: str
    verdict: str
    recommended: float | None = None
    low: float | None = None
    high: float | None = None
    reasoning: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reviewer", reviewer_name(self.reviewer))
        object.__setattr__(self, "claim_ids", tuple(dict.fromkeys(self.claim_ids)))
        if not self.claim_ids:
            raise DecisionError("a group has claims")
        if self.verdict not in list(GroupVerdict):
            raise DecisionError(f"{self.verdict!r} is no verdict on a group; there are: {', '.join(GroupVerdict)}")
        object.__setattr__(self, "verdict", GroupVerdict(self.verdict))
        bounds = [figure for figure in (self.low, self.recommended, self.high) if figure is not None]
        if not all(map(isfinite, bounds)) or bounds != sorted(bounds):
            raise DecisionError("the figures must be numbers, the lower bound first, the upper one last")


@dataclass(frozen=True, slots=True)
class GroupReview:
    """A decision about a group in the record; undoes and undone as in Review."""

    group_review_id: int
    at: datetime
    decision: GroupDecision
    undoes: int | None
    undone: bool


def speaks_of(decision: GroupDecision, group_id: str, claim_ids: Collection[str]) -> bool:
    """Whether a decision was made about the group that is now these claims.

    A group gets another id when a claim joins it that comes before its first one, and loses members when an article
    changes: it is the same as long as its id stays, or at least half of the claims decided on are in it.
    """
    inside = sum(claim_id in claim_ids for claim_id in decision.claim_ids)
    return decision.group_id == group_id or 2 * inside >= len(decision.claim_ids)


def decides(review: GroupReview) -> bool:
    """Whether a row is a decision, and none that was taken back."""
    return review.undoes is None and not review.undone


def visible_groups(reviews: Iterable[GroupReview], reviewer: str, blind: bool) -> list[GroupReview]:
    """The rows that a reviewer may see: all, or, blind, of others only those about groups that they have decided."""
    listed = list(reviews)
    if not blind:
        return listed
    own: defaultdict[str, list[GroupDecision]] = defaultdict(list)  # claim or group → what the reviewer decided
    for decision in (review.decision for review in listed if decides(review) and review.decision.reviewer == reviewer):
        for name in (*decision.claim_ids, decision.group_id):
            own[name].append(decision)
    return [review for review in listed if review.decision.reviewer == reviewer or _is_decided(review.decision, own)]


def _is_decided(other: GroupDecision, own: Mapping[str, Sequence[GroupDecision]]) -> bool:
    """Whether one of these decisions is about the group that the other one is about."""
    members = frozenset(other.claim_ids)
    near = (mine for name in (*other.claim_ids, other.group_id) for mine in own.get(name, ()))
    return any(speaks_of(mine, other.group_id, members) for mine in near)


def newest_of_each_group(reviews: Iterable[GroupReview]) -> list[GroupReview]:
    """Of reviews that are not undone, oldest first: those that no later one by the same reviewer replaces."""
    standing: dict[int, GroupReview] = {}
    holding: defaultdict[tuple[str, str], set[int]] = defaultdict(
        set
    )  # (reviewer, claim or group) → reviews that stand
    for review in reviews:
        decision, members = review.decision, frozenset(review.decision.claim_ids)
        keys = [(decision.reviewer, name) for name in (*decision.claim_ids, decision.group_id)]
        for earlier in {number for key in keys for number in holding[key] if number in standing}:
            if speaks_of(standing[earlier].decision, decision.group_id, members):
                del standing[earlier]
        standing[review.group_review_id] = review
        for key in keys:
            holding[key].add(review.group_review_id)
    return list(standing.values())
