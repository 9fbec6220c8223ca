"""The versions of one article, in their order, and the figures of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


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


def read_versions(claims: pd.DataFrame) -> list[tuple[str | None, list[Told]]]:
    """When each version was told, and its figures: by `modified`, else `published`, else the order of the table."""
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
