"""The claims table with what reviewers say of each claim beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimtrack import schema
from claimtrack.reviews.comparing import comparable, differing, is_decided
from claimtrack.reviews.decisions import CORRECTABLE, Correction, Review, moment_of
from claimtrack.reviews.standing import by_claim

if TYPE_CHECKING:
    import pandas as pd


def joined(claims: pd.DataFrame, reviews: Iterable[Review]) -> pd.DataFrame:
    """The claims table with the columns of schema.REVIEW_COLUMNS; the cells that were there stay as they are.

    claims: any table with a column claim_id. reviews: any of the record's; only those that stand count.
    """
    import pandas as pd

    said = by_claim(reviews)
    here = set(claims["claim_id"])
    rows = [(claim_id, *_cells(standing)) for claim_id, standing in said.items() if claim_id in here]
    columns = list(zip(*rows, strict=True)) or [()] * (1 + len(schema.REVIEW_COLUMNS))
    known = pd.Index(columns[0], dtype=object)
    place = known.get_indexer(claims["claim_id"].astype(object))
    added = {}
    for column, cells in zip(schema.REVIEW_COLUMNS, columns[1:], strict=True):
        empty = {"int64": 0, "bool": False}.get(column.dtype)
        added[column.name] = schema.typed(column, [cells[at] if at >= 0 else empty for at in place.tolist()])
    return pd.concat([claims, pd.DataFrame(added, index=claims.index)], axis=1)


def _cells(standing: Sequence[Review]) -> tuple[object, ...]:
    """What the reviews that stand on one claim say, in the order of schema.REVIEW_COLUMNS."""
    decisions = [review.decision for review in standing]
    differ = differing(standing)
    notes = [(d.reviewer, d.note) for d in decisions if d.note]
    corrected = [name for name in CORRECTABLE if any(name in d.corrections for d in decisions)]
    agreed = [name for name in corrected if name not in differ]
    return (
        _verdict(standing),
        _listed(d.reviewer for d in decisions),
        len(standing),
        _listed(differ),
        _listed(d.grade for d in decisions if d.grade),
        any(d.flagged for d in decisions),
        notes[0][1] if len(notes) == 1 else "\n".join(f"{who}: {note}" for who, note in notes) or None,
        " ".join(dict.fromkeys(d.evidence for d in decisions if d.evidence)) or None,
        max(review.at for review in standing),
        _listed(corrected),
        *(_corrected(standing, name) if name in agreed else None for name in CORRECTABLE),
    )


def _verdict(standing: Sequence[Review]) -> str | None:
    """The verdict that all who are sure share; those who are not count only where nobody is."""
    sure = {review.decision.verdict for review in standing if is_decided(review)}
    verdicts = sure or {review.decision.verdict for review in standing if review.decision.verdict is not None}
    if len(verdicts) > 1:
        return schema.DISAGREEMENT
    return next((str(verdict) for verdict in verdicts), None)


def _corrected(standing: Sequence[Review], name: str) -> object:
    said: list[Correction] = [
        review.decision.corrections[name] for review in standing if name in review.decision.corrections
    ]
    if len({comparable(name, cell) for cell in said}) != 1:
        return None
    return moment_of(str(said[0])) if name == "as_of" and said[0] is not None else said[0]


def _listed(texts: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(texts)) or None
