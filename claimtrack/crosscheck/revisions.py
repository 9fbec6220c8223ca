"""Two versions of one article: which figures changed, when, and by how much; nothing about typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.vocabulary import load_vocabulary

if TYPE_CHECKING:
    import pandas as pd

WORD = re.compile(r"[^\W\d_][\w’'-]*")
ALIKE = 0.5  # share of the words that two sentences have in common before one can be a new version of the other
REVISION_COLUMNS = (
    "doc_id", "from", "to", "change", "kind", "counted", "place", "old", "new", "old_value", "new_value", "by",
    "percent", "old_sentence", "new_sentence", "old_claim_id", "new_claim_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of one version."""

    claim_id: str
    surface: str
    figure: tuple[float | None, float | None, float | None, str]
    kind: str
    unit: str | None
    counted: str | None
    place: str | None
    sentence: str
    start: int

    @property
    def best(self) -> float | None:
        return next((bound for bound in self.figure[:3] if bound is not None), None)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one figure: changed (both), added (new only), removed (old only)."""

    change: str
    old: Told | None
    new: Told | None


def revisions(claims: pd.DataFrame) -> pd.DataFrame:
    """The changes between the versions of each article (rows of one doc_id and several text_hash): REVISION_COLUMNS.

    Versions follow one another by `modified`, else `published`, else the order in which they stand in the table.
    """
    import pandas as pd

    rows: list[tuple[Any, ...]] = []
    counts = claims.groupby("doc_id", sort=False)["text_hash"].nunique()
    for doc_id in counts[counts > 1].index:
        versions = _versions(claims[claims["doc_id"] == doc_id])
        for (since, old), (until, new) in pairwise(versions):
            rows += [_row(str(doc_id), since, until, change) for change in compare_versions(old, new)]
    return pd.DataFrame(rows, columns=list(REVISION_COLUMNS))


def compare_versions(old: Sequence[Told], new: Sequence[Told]) -> list[Change]:
    """The figures that differ, in the order of the new text; those that only moved within it are none."""
    old_left, new_left = list(old), list(new)
    for figure in old:
        twin = next(
            (other for other in new_left if other.claim_id == figure.claim_id and other.figure == figure.figure), None
        )
        if twin is not None:
            old_left.remove(figure)
            new_left.remove(twin)
    pairs = sorted(
        (
            (_alike(one, other), -abs(one.start - other.start), i, j)
            for i, one in enumerate(old_left)
            for j, other in enumerate(new_left)
        ),
        reverse=True,
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    changes: list[Change] = []
    for alike, _, i, j in pairs:
        if alike < ALIKE or i in used_old or j in used_new:
            continue
        used_old.add(i)
        used_new.add(j)
        if old_left[i].figure != new_left[j].figure:
            changes.append(Change("changed", old_left[i], new_left[j]))
    changes += [Change("removed", figure, None) for i, figure in enumerate(old_left) if i not in used_old]
    changes += [Change("added", None, figure) for j, figure in enumerate(new_left) if j not in used_new]
    return sorted(changes, key=lambda change: (change.new or change.old or new[0]).start)


def _alike(one: Told, other: Told) -> float:
    """0 to 1: figures of one kind and unit, by the words of their sentences; a bit more for the same number."""
    if one.kind != other.kind or one.unit != other.unit:
        return 0.0
    stop = load_vocabulary().stop
    words, others = ({w.lower() for w in WORD.findall(told.sentence)} for told in (one, other))
    plain, other_plain = words - stop or words, others - stop or others
    shared = len(plain & other_plain) / max(1, min(len(plain), len(other_plain)))
    counted = 0.1 * ((one.counted or "").lower() == (other.counted or "").lower())
    return min(1.0, shared) * (0.8 + counted + 0.1 * (one.figure == other.figure)) if shared >= ALIKE else 0.0


def _versions(claims: pd.DataFrame) -> list[tuple[str | None, list[Told]]]:
    versions = []
    for place, (_, rows) in enumerate(claims.groupby("text_hash", sort=False)):
        moment = rows["modified"].iloc[0]
        if moment != moment or moment is None:
            moment = rows["published"].iloc[0]
        known = moment == moment and moment is not None
        versions.append((moment.isoformat() if known else "", place, list(_told(rows))))
    versions.sort(key=lambda version: version[:2])
    return [(moment or None, told) for moment, _, told in versions]


def _told(rows: pd.DataFrame) -> Iterator[Told]:
    plain = rows.sort_values("start").astype(object)
    for row in plain.where(plain.notna(), None).to_dict("records"):
        figure = row["value"], row["low"], row["high"], row["qualifier"]
        names = ("kind", "unit", "counted", "place", "sentence", "start")
        yield Told(row["claim_id"], row["surface"], figure, *(row[name] for name in names))


def _row(doc_id: str, since: str | None, until: str | None, change: Change) -> tuple[Any, ...]:
    old, new = change.old, change.new
    shown = new or old
    assert shown is not None
    before, after = old.best if old else None, new.best if new else None
    by = after - before if before is not None and after is not None else None
    percent = round(100 * by / before, 1) if by is not None and before else None
    return (
        doc_id, since, until, change.change, shown.kind, shown.counted, shown.place, old and old.surface,
        new and new.surface, before, after, by, percent, old and old.sentence, new and new.sentence,
        old and old.claim_id, new and new.claim_id,
    )  # fmt: skip
