"""The groups of the cross-check, a row a group: which of them pass the filters, and who has decided them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.dashboard.groups.filters import FACETS, GroupFilters
from claimtrack.reviews import GroupReview
from claimtrack.reviews.group_decisions import speaks_of
from claimtrack.telling.words import Cells, rows_of

if TYPE_CHECKING:
    import pandas as pd

ALONE = "single"
RELATIONS = ("conflict", "moved", "agree")  # in this order they are looked at
NO_PLACE = "no place named"
OF_GROUP = (
    "group_id", "relation", "incident", "kind", "unit", "low", "best", "high", "articles", "sources", "echo",
    "first_as_of", "last_as_of", "trail", "priority", "reason",
)  # fmt: skip


@dataclass(frozen=True)
class GroupTable:
    """heads: a row a group of two claims or more (OF_GROUP, place, claims, words), conflicts first, the most pressing
    of each relation first.
    alone: how many claims speak of something that no other does. members, groups_of: between ids of groups and of
    claims."""

    heads: pd.DataFrame
    rows: pd.DataFrame
    alone: int
    members: Mapping[str, frozenset[str]]
    groups_of: Mapping[str, tuple[str, ...]]

    def shown(self, filters: GroupFilters, decided: Collection[str]) -> list[str]:
        """The ids of the groups that pass, in the order of heads. decided: those that the reviewer has decided."""
        return list(self.heads.loc[self._passing(filters, decided), "group_id"])

    def counts(self, filters: GroupFilters, decided: Collection[str], facet: str) -> dict[str, int]:
        """How many groups each value of a facet has, were its own choice lifted; the most frequent first."""
        passing = self.heads.loc[self._passing(filters.without(facet), decided), facet]
        return {str(value): int(count) for value, count in passing.value_counts().items()}

    def head(self, group_id: str) -> Cells:
        """The row of a group, None for null. Raises KeyError where there is no such group."""
        found = self.heads[self.heads["group_id"] == group_id]
        if found.empty:
            raise KeyError(group_id)
        return rows_of(found)[0]

    def claims_of(self, group_id: str) -> pd.DataFrame:
        """The group's rows of the table of groups, in the order of time."""
        return self.rows[self.rows["group_id"] == group_id]

    def _passing(self, filters: GroupFilters, decided: Collection[str]) -> pd.Series[bool]:
        heads = self.heads
        passing = heads["group_id"].notna()
        for name in FACETS:
            if filters.chosen.get(name):
                passing &= heads[name].isin(filters.chosen[name])
        for word in filters.text.lower().split():
            passing &= heads["words"].str.contains(word, regex=False)
        if filters.status != "all":
            passing &= heads["group_id"].isin(decided) == (filters.status == "done")
        return passing


def group_table(groups: pd.DataFrame) -> GroupTable:
    """groups: the table of groups (docs/crosscheck.md), a row a claim, the most pressing group first."""
    several = groups[groups["relation"] != ALONE]
    by_group = several.groupby("group_id", sort=False)
    heads = several.drop_duplicates("group_id")[list(OF_GROUP)]
    heads = heads.iloc[heads["relation"].map(RELATIONS.index).argsort(kind="stable")].reset_index(drop=True)
    places = several.dropna(subset=["place"]).groupby(["group_id", "place"], sort=False).size()
    most = places.sort_values(ascending=False, kind="stable").reset_index().drop_duplicates("group_id")
    heads["place"] = heads["group_id"].map(most.set_index("group_id")["place"]).fillna(NO_PLACE)
    heads["claims"] = heads["group_id"].map(by_group.size())
    heads["words"] = heads["group_id"].map(_words(several).groupby(several["group_id"], sort=False).agg(" ".join))
    members = {str(group): frozenset(map(str, ids)) for group, ids in by_group["claim_id"]}
    groups_of: defaultdict[str, list[str]] = defaultdict(list)
    for group, ids in members.items():
        for claim_id in ids:
            groups_of[claim_id].append(group)
    rest = {claim_id: tuple(ids) for claim_id, ids in groups_of.items()}
    return GroupTable(heads, several, len(groups) - len(several), members, rest)


def decisions_by_group(standing: Iterable[GroupReview], table: GroupTable) -> dict[str, list[GroupReview]]:
    """The standing decisions about each group, oldest first; a decision whose group has gone is in none."""
    found: defaultdict[str, list[GroupReview]] = defaultdict(list)
    for review in standing:
        decision = review.decision
        near = {group for claim_id in decision.claim_ids for group in table.groups_of.get(claim_id, ())}
        if decision.group_id in table.members:
            near.add(decision.group_id)
        for group in near:
            if speaks_of(decision, group, table.members[group]):
                found[group].append(review)
    return dict(found)


def decided_by(decisions: Mapping[str, Sequence[GroupReview]], reviewer: str) -> set[str]:
    """The groups that a reviewer has decided."""
    return {group for group, reviews in decisions.items() if any(r.decision.reviewer == reviewer for r in reviews)}


def visible(
    decisions: Mapping[str, Sequence[GroupReview]], reviewer: str, blind: bool
) -> dict[str, Sequence[GroupReview]]:
    """What a reviewer may see: all, or, blind, of others only what concerns groups that the reviewer has decided."""
    if not blind:
        return dict(decisions)
    own = decided_by(decisions, reviewer)
    return {group: reviews for group, reviews in decisions.items() if group in own}


def _words(several: pd.DataFrame) -> pd.Series[str]:
    """What the search looks through, of each claim."""
    import pandas as pd

    parts = [several[name].fillna("") for name in ("sentence", "source", "publisher", "place", "incident")]
    return pd.Series([" ".join(cells).lower() for cells in zip(*parts, strict=True)], several.index, "string")
