"""A row of the claims table as the checks look at it, and what a check finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import pandas as pd

ORDER = ("doc_id", "text_hash", "start")
ROWS_AT_ONCE = 20_000


class Figure(NamedTuple):
    """A row of the claims table, as far as the checks look at it; low and high are nan-free: None where open.

    position: where the surface stands in the sentence.
    """

    claim_id: str
    doc_id: str
    text_hash: str
    start: int
    sentence: str
    position: int
    surface: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    kind: str
    unit: str | None
    counted: str | None
    predicate: str | None
    place: str | None
    country: str | None
    precision: str | None
    section: str
    source: str | None
    day: str | None
    published: str | None
    modality: str

    @property
    def best(self) -> float | None:
        return next((bound for bound in (self.value, self.low, self.high) if bound is not None), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw: its name, the claims concerned (the first is the one to look at), and why, in words."""

    check: str
    figures: tuple[Figure, ...]
    why: str


CELLS = (
    "claim_id", "doc_id", "text_hash", "start", "sentence", "surface", "value", "low", "high", "qualifier", "kind",
    "unit", "counted", "predicate", "place", "country", "section", "source", "modality",
)  # fmt: skip


def read_figures(claims: pd.DataFrame) -> Iterator[Figure]:
    """The rows of a claims table, which stand in ORDER; few of them are held at once."""
    before: Figure | None = None
    for start in range(0, len(claims), ROWS_AT_ONCE):
        columns = _columns(claims.iloc[start : start + ROWS_AT_ONCE])
        for row in zip(*columns.values(), strict=True):
            cells: Mapping[str, Any] = dict(zip(columns, row, strict=True))
            before = Figure(**cells, position=_position(cells, before))
            yield before


def _columns(claims: pd.DataFrame) -> dict[str, list[Any]]:
    published, as_of = (claims[name].dt.strftime("%Y-%m-%d") for name in ("published", "as_of"))
    columns = {name: _cells(claims[name]) for name in CELLS}
    columns |= {"precision": _cells(claims["place_precision"]), "published": _cells(published)}
    return columns | {"day": _cells(as_of.where(as_of.notna(), published))}


def _cells(column: pd.Series[Any]) -> list[Any]:
    cells: list[Any] = column.astype(object).where(column.notna(), None).tolist()
    return cells


def _position(cells: Mapping[str, Any], before: Figure | None) -> int:
    """Where the figure stands in its sentence: behind the figure before it, if that is of the same one."""
    here = cells["doc_id"], cells["text_hash"], cells["sentence"]
    follows = before is not None and here == (before.doc_id, before.text_hash, before.sentence)
    since = before.position + len(before.surface) if before is not None and follows else 0
    return max(str(cells["sentence"]).find(cells["surface"], since), 0)


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Do the two fit, as generously as the tolerances allow?"""
    (low, high), (other_low, other_high) = _span(one), _span(other)
    return low <= other_high and other_low <= high


def _span(figure: Figure) -> tuple[float, float]:
    tolerance = load_settings().tolerance
    slack, best = max(tolerance.approximate, tolerance.rounding_exact), figure.best or 0.0
    low = figure.low if figure.low is not None else best * (1 - tolerance.below_worst)
    high = figure.high if figure.high is not None else best * (1 + tolerance.beyond_bound)
    return low * (1 - slack), high * (1 + slack)
