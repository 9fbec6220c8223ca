"""Every decision about a group as a table: who recommends which figure, and why, beside what the group is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack import schema
from claimtrack.reviews.group_decisions import GroupReview, decides, newest_of_each_group
from claimtrack.telling.words import Cells, rows_of

if TYPE_CHECKING:
    import pandas as pd

ABOUT = ("kind", "place", "unit", "surface", "source")  # the columns of the claims table that say what a group is about


@dataclass(frozen=True, slots=True)
class Line:
    """A decision; whether it stands; and of the group's claims that are in the table: their cells, column by column."""

    review: GroupReview
    stands: bool
    claims: Mapping[str, list[str]]


def group_decisions_frame(reviews: Iterable[GroupReview], claims: pd.DataFrame) -> pd.DataFrame:
    """A row a decision (schema.GROUP_DECISION_COLUMNS), those taken back and the takings back among them.

    reviews: the record's, all of them, oldest first (`Record.all_group_reviews()`). claims: the table in which the
    groups' claims are looked up; of claims that are not in it, and of columns that it lacks, nothing is told.
    """
    listed = list(reviews)
    standing = {review.group_review_id for review in newest_of_each_group(filter(decides, listed))}
    cells = _cells(claims, {claim_id for review in listed for claim_id in review.decision.claim_ids})
    lines = [Line(review, review.group_review_id in standing, _about(review, cells)) for review in listed]
    rows = [tuple(column.reads(line) for column in schema.GROUP_DECISION_COLUMNS) for line in lines]
    return schema.table_of(schema.GROUP_DECISION_COLUMNS, rows)


def _cells(claims: pd.DataFrame, wanted: set[str]) -> dict[str, Cells]:
    """Claim → its cells that say what a group is about, as it is in the newest version of its article."""
    names = [name for name in ABOUT if name in claims]
    here = claims.loc[claims["claim_id"].isin(wanted), ["claim_id", *names]]
    return {str(row["claim_id"]): row for row in rows_of(here)}


def _about(review: GroupReview, cells: Mapping[str, Cells]) -> dict[str, list[str]]:
    found = [cells[claim_id] for claim_id in review.decision.claim_ids if claim_id in cells]
    return {name: [str(row[name]) for row in found if row.get(name)] for name in ABOUT}
