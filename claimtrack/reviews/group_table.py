"""Every decision about a group as a table: who recommends which figure, and why, beside what the group is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack import schema
from claimtrack.reviews.group_decisions import GroupReview, GroupVerdict, decides, newest_of_each_group
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Line:
    """A decision; whether it stands; and of the group's claims that are in the table: their cells, column by column."""

    review: GroupReview
    stands: bool
    claims: Mapping[str, list[str]]


def _decided(name: str) -> Callable[[Line], object]:
    return lambda line: getattr(line.review.decision, name)


def _of_claims(name: str) -> Callable[[Line], object]:
    return lambda line: "; ".join(dict.fromkeys(line.claims[name]))


ABOUT = ("kind", "place", "unit", "surface", "source")  # the columns of the claims table that say what a group is about

GROUP_DECISION_COLUMNS: tuple[Column[Line], ...] = (
    Column(
        "group_review_id",
        "int64",
        "number of the decision, in order of time",
        lambda line: line.review.group_review_id,
        nullable=False,
    ),
    Column("decided_at", "timestamp", "when it was made", lambda line: line.review.at, nullable=False),
    Column("reviewer", "string", "who made it", _decided("reviewer"), nullable=False),
    Column("verdict", "category", "what was decided about the group", _decided("verdict"), allowed=(*GroupVerdict,)),
    Column("recommended", "float64", "the figure that the reviewer recommends", _decided("recommended")),
    Column("low", "float64", "its lower bound; null = open", _decided("low")),
    Column("high", "float64", "its upper bound; null = open", _decided("high")),
    Column("unit", "string", "the unit of the group's claims, in which these figures are", _of_claims("unit")),
    Column("reasoning", "string", "why, in the reviewer's words", _decided("reasoning")),
    Column("kind", "string", "the kind of the group's claims", _of_claims("kind")),
    Column("place", "string", "their places", _of_claims("place")),
    Column("figures", "string", "their figures, as written (35; about 40)", _of_claims("surface")),
    Column("cited", "string", "who is cited for them", _of_claims("source")),
    Column(
        "stands",
        "bool",
        "whether it is its reviewer's last word on the group: neither taken back nor replaced by a later one",
        lambda line: line.stands,
        nullable=False,
    ),
    Column(
        "undoes",
        "Int64",
        "group_review_id of the decision that this row takes back",
        lambda line: line.review.undoes,
    ),
    Column(
        "undone", "bool", "whether a later row takes this one back", lambda line: line.review.undone, nullable=False
    ),
    Column("group_id", "string", "the group's id when it was decided on", _decided("group_id"), nullable=False),
    Column(
        "claim_ids",
        "string",
        "the claims that were in it then, a space between two",
        lambda line: " ".join(line.review.decision.claim_ids),
        nullable=False,
    ),
)


def group_decisions_frame(reviews: Iterable[GroupReview], claims: pd.DataFrame) -> pd.DataFrame:
    """A row a decision (GROUP_DECISION_COLUMNS), oldest first, those taken back and the takings back among them.

    reviews: the record's, all of them (`Record.all_group_reviews()`). claims: the table in which the groups' claims are
    looked up; of claims that are not in it, and of columns that it lacks, nothing is told.
    """
    listed = sorted(reviews, key=lambda review: review.group_review_id)
    standing = {review.group_review_id for review in newest_of_each_group(filter(decides, listed))}
    cells = _cells(claims, {claim_id for review in listed for claim_id in review.decision.claim_ids})
    lines = [Line(review, review.group_review_id in standing, _about(review, cells)) for review in listed]
    rows = [tuple(column.reads(line) for column in GROUP_DECISION_COLUMNS) for line in lines]
    return schema.table_of(GROUP_DECISION_COLUMNS, rows)


def _cells(claims: pd.DataFrame, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Claim → its cells that say what a group is about, as it is in the newest version of its article."""
    names = [name for name in ABOUT if name in claims]
    here = claims.loc[claims["claim_id"].isin(wanted), ["claim_id", *names]].astype(object)
    rows = here.where(here.notna(), None).to_dict("records")
    return {str(row["claim_id"]): {str(name): cell for name, cell in row.items()} for row in rows}


def _about(review: GroupReview, cells: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    found = [cells[claim_id] for claim_id in review.decision.claim_ids if claim_id in cells]
    return {name: [str(row[name]) for row in found if row.get(name)] for name in ABOUT}
