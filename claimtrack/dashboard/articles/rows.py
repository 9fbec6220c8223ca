"""Where the claims of one version of an article stand: in the claims table, and in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The claims of one version in the order of its text. rows: positions in the claims table; starts, ends: spans."""

    rows: Sequence[int]
    ids: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.rows)

    def place_of(self, claim_id: str | None) -> int | None:
        return self.ids.index(claim_id) if claim_id in self.ids else None


def article_rows(claims: pd.DataFrame, doc_id: str, text_hash: str) -> ArticleRows:
    """The claims of a version; none where the table has none of it."""
    here = (claims["doc_id"] == doc_id) & (claims["text_hash"] == text_hash)
    rows = here.to_numpy().nonzero()[0]
    rows = rows[claims["start"].to_numpy()[rows].argsort(kind="stable")]
    return ArticleRows(
        rows.tolist(),
        claims["claim_id"].iloc[rows].tolist(),
        claims["start"].iloc[rows].tolist(),
        claims["end"].iloc[rows].tolist(),
    )
