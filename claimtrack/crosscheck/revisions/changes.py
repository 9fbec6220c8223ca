"""Two versions of one article: which figures changed, when, and by how much; nothing about typing errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.revisions.versions import Told, read_versions
from claimtrack.crosscheck.settings import WORD, load_vocabulary

if TYPE_CHECKING:
    import pandas as pd

ALIKE = 0.5  # share of the words that two sentences have in common before one can be a new version of the other
REVISION_COLUMNS = (
    "doc_id", "from", "to", "change", "kind", "counted", "place", "old", "new", "old_value", "new_value", "by",
    "percent", "old_sentence", "new_sentence", "old_claim_id", "new_claim_id",
)  # fmt: skip


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
        versions = read_versions(claims[claims["doc_id"] == doc_id])
        for (since, old), (until, new) in pairwise(versions):
            rows += [_row(str(doc_id), since, until, change) for change in compare_versions(old, new)]
    return pd.DataFrame(rows, columns=list(REVISION_COLUMNS))


def compare_versions(old: Sequence[Told], new: Sequence[Told]) -> list[Change]:
    """The figures that differ, in the order of the new text; those that only moved within it are none."""
    old_left, new_left = _without_twins(old, new)
    matched = _matched(old_left, new_left)
    changes = [
        Change("changed", old_left[i], new_left[j])
        for i, j in matched.items()
        if old_left[i].figure != new_left[j].figure
    ]
    found = set(matched.values())
    changes += [Change("removed", figure, None) for i, figure in enumerate(old_left) if i not in matched]
    changes += [Change("added", None, figure) for j, figure in enumerate(new_left) if j not in found]
    return sorted(changes, key=lambda change: (change.new or change.old or new[0]).start)


def _without_twins(old: Sequence[Told], new: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """Those of each version that the other does not have just so."""
    old_left, new_left = list(old), list(new)
    for figure in old:
        twin = next(
            (other for other in new_left if other.claim_id == figure.claim_id and other.figure == figure.figure), None
        )
        if twin is not None:
            old_left.remove(figure)
            new_left.remove(twin)
    return old_left, new_left


def _matched(old: Sequence[Told], new: Sequence[Told]) -> dict[int, int]:
    """Which figure became which (places), the likest first."""
    pairs = sorted(
        (
            (_alike(one, other), -abs(one.start - other.start), i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
        ),
        reverse=True,
    )
    became: dict[int, int] = {}
    used: set[int] = set()
    for alike, _, i, j in pairs:
        if alike >= ALIKE and i not in became and j not in used:
            became[i] = j
            used.add(j)
    return became


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
