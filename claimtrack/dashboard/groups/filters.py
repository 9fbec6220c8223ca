"""Which groups are on the screen: plain values that stand in the address and go to the table of groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

# column of the table of groups → how it reads on the screen
FACETS: Mapping[str, str] = MappingProxyType({"relation": "Relation", "kind": "Kind", "place": "Place"})
STATUSES: Mapping[str, str] = MappingProxyType({"open": "To decide", "done": "Decided", "all": "All"})


@dataclass(frozen=True, slots=True)
class GroupFilters:
    """What a group must have to be shown. Values of one facet are alternatives; the facets must all hold.

    text: words that must all occur in the incident, the sentences or the sources. status: whether the reviewer who
    looks has decided it.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    status: str = "all"

    def without(self, facet: str) -> GroupFilters:
        """The same, with every value of one facet allowed."""
        return replace(self, chosen={name: values for name, values in self.chosen.items() if name != facet})


def to_address(filters: GroupFilters) -> dict[str, str | list[str]]:
    """The filters as parameters of an address."""
    said: dict[str, str | list[str]] = {name: list(values) for name, values in filters.chosen.items() if values}
    if filters.text:
        said["text"] = filters.text
    said["status"] = filters.status
    return said


def from_address(said: Mapping[str, Sequence[str]], default: GroupFilters) -> GroupFilters:
    """The filters that an address names; what it does not name, or names wrongly, is as in default."""
    status = (said.get("status") or [""])[-1]
    return GroupFilters(
        chosen={name: tuple(said[name]) for name in FACETS if said.get(name)},
        text=(said.get("text") or [""])[-1],
        status=status if status in STATUSES else default.status,
    )
