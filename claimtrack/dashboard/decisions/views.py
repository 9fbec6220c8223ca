"""What of the disagreements and of the record is on the screen: plain values that stand in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Address = Mapping[str, Sequence[str]]
SECTIONS = ("decisions", "groups", "lost", "grades", "place")


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """about: the field that is differed about ("verdict", of CORRECTABLE), None: any; who: a reviewer among those who
    differ, None: any; page: from 1."""

    about: str | None = None
    who: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class RecordView:
    """section: of SECTIONS. who, verdict, words: of the list of decisions, None or empty: any; page: from 1; review:
    the number of the chosen decision."""

    section: str = "decisions"
    who: str | None = None
    verdict: str | None = None
    words: str = ""
    page: int = 1
    review: int | None = None


def disagreements_view(said: Address) -> DisagreementsView:
    return DisagreementsView(_one(said, "about"), _one(said, "who"), _number(_one(said, "page")) or 1)


def record_view(said: Address) -> RecordView:
    """The view that an address names; what it names wrongly is as always."""
    section = _one(said, "section")
    return RecordView(
        section=section if section and section in SECTIONS else SECTIONS[0],
        who=_one(said, "who"),
        verdict=_one(said, "verdict"),
        words=_one(said, "words") or "",
        page=_number(_one(said, "page")) or 1,
        review=_number(_one(said, "review")),
    )


def to_address(view: DisagreementsView | RecordView) -> dict[str, str | None]:
    """The view as parameters of an address; what is as it always is stands not in it."""
    plain = type(view)()
    names = type(view).__slots__
    cells = {name: (getattr(view, name), getattr(plain, name)) for name in names}
    return {name: str(cell) if cell not in (None, "", usual) else None for name, (cell, usual) in cells.items()}


def _one(said: Address, name: str) -> str | None:
    values = said.get(name) or ()
    return values[-1] if values else None


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isascii() and said.isdigit() and 0 < int(said) < 10**12 else None
