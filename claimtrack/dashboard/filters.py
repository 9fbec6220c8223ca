"""Which claims are on the screen, and in what order: plain values that stand in the address and go to the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Facet:
    """A column by whose values claims can be chosen. name: in the address and the table; label: on the screen."""

    name: str
    label: str


FACETS = (
    Facet("kind", "Kind"),
    Facet("place", "Place"),
    Facet("source", "Source"),
    Facet("source_type", "Source type"),
    Facet("qualifier", "Qualifier"),
    Facet("modality", "Certainty"),
    Facet("verdict", "Verdict"),
    Facet("article", "Article"),
)

# name in the address → how it reads on the screen
ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "priority": "What to check first",
        "article": "As in the articles",
        "newest": "Newest first",
        "oldest": "Oldest first",
        "largest": "Largest figure first",
        "unsure": "Least sure first",
        "kind": "By kind",
        "place": "By place",
        "source": "By source",
    }
)
STATUSES: Mapping[str, str] = MappingProxyType(
    {"open": "To review", "done": "Reviewed", "flagged": "Flagged", "all": "All"}
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim must have to be shown. Values of one facet are alternatives; the facets must all hold.

    since, until: inclusive days of `as_of` (of `published` where a claim has none). confidence: inclusive bounds, 0 to
    1. text: words that must all occur in the sentence, the figure, what is counted, the source, the place or the title.
    status: whether the reviewer who looks has decided it ("open", "done", "flagged", "all").
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    confidence: tuple[float, float] = (0.0, 1.0)
    text: str = ""
    status: str = "all"
    order: str = "article"

    def without(self, facet: str) -> Filters:
        """The same, with every value of one facet allowed."""
        return replace(self, chosen={name: values for name, values in self.chosen.items() if name != facet})


def to_address(filters: Filters) -> dict[str, str | list[str]]:
    """The filters as parameters of an address; what is as it always is stands not in it."""
    plain = Filters()
    said: dict[str, str | list[str]] = {name: list(values) for name, values in filters.chosen.items() if values}
    if filters.since:
        said["since"] = filters.since.isoformat()
    if filters.until:
        said["until"] = filters.until.isoformat()
    if filters.confidence != plain.confidence:
        said["confidence"] = "-".join(f"{bound:g}" for bound in filters.confidence)
    if filters.text:
        said["text"] = filters.text
    said["status"] = filters.status
    said["order"] = filters.order
    return said


def from_address(said: Mapping[str, Sequence[str]], default: Filters) -> Filters:
    """The filters that an address names; what it does not name, or names wrongly, is as in default."""

    def one(name: str) -> str | None:
        values = said.get(name) or ()
        return values[-1] if values else None

    status, order = one("status"), one("order")
    return Filters(
        chosen={facet.name: tuple(said[facet.name]) for facet in FACETS if said.get(facet.name)},
        since=_day(one("since")),
        until=_day(one("until")),
        confidence=_bounds(one("confidence")) or default.confidence,
        text=one("text") or "",
        status=status if status and status in STATUSES else default.status,
        order=order if order and order in ORDERS else default.order,
    )


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


def _bounds(said: str | None) -> tuple[float, float] | None:
    try:
        low, high = map(float, (said or "").split("-"))
    except ValueError:
        return None
    return (low, high) if 0 <= low <= high <= 1 else None
