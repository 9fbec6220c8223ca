"""What of the articles is on the screen: plain values that stand in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimtrack.dashboard.articles.index import ORDERS


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The list of articles, or one of them.

    words, order, page: of the list, page from 1. doc: the article that is shown, None: the list. version: its
    text_hash, None: the newest. claim: the chosen one. part: of a long text, from 1, None: the one of the claim.
    old: the version that it is compared with, None: it is not.
    """

    words: str = ""
    order: str = "newest"
    page: int = 1
    doc: str | None = None
    version: str | None = None
    claim: str | None = None
    part: int | None = None
    old: str | None = None


def to_address(view: ArticlesView) -> dict[str, str | None]:
    """The view as parameters of an address; what is as it always is stands not in it."""
    plain = ArticlesView()
    return {
        "words": view.words or None,
        "order": view.order if view.order != plain.order else None,
        "page": str(view.page) if view.page != plain.page else None,
        "doc": view.doc,
        "version": view.version,
        "claim": view.claim,
        "part": None if view.part is None else str(view.part),
        "old": view.old,
    }


def from_address(said: Mapping[str, Sequence[str]]) -> ArticlesView:
    """The view that an address names; what it names wrongly is as always."""

    def one(name: str) -> str | None:
        values = said.get(name) or ()
        return values[-1] if values else None

    order = one("order")
    return ArticlesView(
        words=one("words") or "",
        order=order if order and order in ORDERS else ArticlesView().order,
        page=_number(one("page")) or 1,
        doc=one("doc"),
        version=one("version"),
        claim=one("claim"),
        part=_number(one("part")),
        old=one("old"),
    )


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isascii() and said.isdigit() and 0 < int(said) < 10**6 else None
