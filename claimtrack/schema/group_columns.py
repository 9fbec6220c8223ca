"""The table of every decision about a group of the cross-check: the one place where its columns are defined."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from claimtrack.schema.column import Column

GROUP_VERDICTS = ("agree", "conflict", "moved", "not the same quantity", "unsure")


def _of_claims(name: str) -> Callable[[Any], object]:
    return lambda line: "; ".join(dict.fromkeys(line.claims[name]))


# read from a line: review (the decision and who made it), stands, and claims (column → cells of the group's claims)
GROUP_DECISION_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "group_review_id",
        "int64",
        "number of the decision, in order of time",
        attrgetter("review.group_review_id"),
        nullable=False,
    ),
    Column("decided_at", "timestamp", "when it was made", attrgetter("review.at"), nullable=False),
    Column("reviewer", "string", "who made it", attrgetter("review.decision.reviewer"), nullable=False),
    Column(
        "verdict",
        "category",
        "what was decided about the group",
        attrgetter("review.decision.verdict"),
        allowed=GROUP_VERDICTS,
    ),
    Column(
        "recommended", "float64", "the figure that the reviewer recommends", attrgetter("review.decision.recommended")
    ),
    Column("low", "float64", "its lower bound; null = open", attrgetter("review.decision.low")),
    Column("high", "float64", "its upper bound; null = open", attrgetter("review.decision.high")),
    Column("unit", "string", "the unit of the group's claims, in which these figures are", _of_claims("unit")),
    Column("reasoning", "string", "why, in the reviewer's words", attrgetter("review.decision.reasoning")),
    Column("kind", "string", "the kind of the group's claims", _of_claims("kind")),
    Column("place", "string", "their places", _of_claims("place")),
    Column("figures", "string", "their figures, as written (35; about 40)", _of_claims("surface")),
    Column("cited", "string", "who is cited for them", _of_claims("source")),
    Column(
        "stands",
        "bool",
        "whether it is its reviewer's last word on the group: neither taken back nor replaced by a later one",
        attrgetter("stands"),
        nullable=False,
    ),
    Column("undoes", "Int64", "group_review_id of the decision that this row takes back", attrgetter("review.undoes")),
    Column("undone", "bool", "whether a later row takes this one back", attrgetter("review.undone"), nullable=False),
    Column(
        "group_id",
        "string",
        "the group's id when it was decided on",
        attrgetter("review.decision.group_id"),
        nullable=False,
    ),
    Column(
        "claim_ids",
        "string",
        "the claims that were in it then, a space between two",
        lambda line: " ".join(line.review.decision.claim_ids),
        nullable=False,
    ),
)
