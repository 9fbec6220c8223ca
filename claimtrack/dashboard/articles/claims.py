"""The list of an article's claims, with what is decided of each, and the chosen one in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.articles.rows import ArticleRows
from claimtrack.dashboard.claim_list import SIGNS, signs
from claimtrack.dashboard.marking import harmless, plain_html
from claimtrack.dashboard.session import Session
from claimtrack.telling import words
from claimtrack.telling.words import Cells

if TYPE_CHECKING:
    import pandas as pd

ROWS_SHOWN = 12  # so many that the chosen one is seen without scrolling
TABLE = "article-claims"


def article_claims(session: Session, claims: ArticleRows, at: int | None, part: tuple[int, int]) -> None:
    """Show the page of the list where the chosen claim stands, or where the shown part of the text begins.

    at: the chosen one's place among the claims; part: start and end in the text.
    """
    if not claims:
        st.info("No figure in this article is a claim.", icon=":material/info:")
        return
    ids = claims.ids
    _moves(ids, at)
    if at is not None:
        _chosen(session.workspace.cells(claims.rows[at]))
    page = first_shown(claims.starts, at, part) // ROWS_SHOWN
    places = range(page * ROWS_SHOWN, min((page + 1) * ROWS_SHOWN, len(claims)))
    shown = session.workspace.claims.iloc[[claims.rows[place] for place in places]]
    _table(session, shown, places.index(at) if at is not None and at in places else None)
    pages = -(-len(claims) // ROWS_SHOWN)
    if pages > 1:
        key = f"article-claims-page {ids[0]} {page}"
        st.pagination(
            pages,
            default=page + 1,
            max_visible_pages=5,
            key=key,
            on_change=lambda: choose(ids[(st.session_state[key] - 1) * ROWS_SHOWN]),
        )
    st.caption("  ".join(f"{sign} {verdict}" for verdict, sign in SIGNS.items()))


def first_shown(starts: Sequence[int], at: int | None, part: tuple[int, int]) -> int:
    """The place of the claim that the list must show: the chosen one where it is in the part, else the part's first.

    starts: where the claims stand, in order.
    """
    if at is not None and part[0] <= starts[at] < part[1]:
        return at
    return min(bisect_left(starts, part[0]), len(starts) - 1)


def _moves(ids: Sequence[str], at: int | None) -> None:
    before = ids[at - 1] if at else None
    after = ids[0] if at is None else ids[at + 1] if at + 1 < len(ids) else None
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="moves"):
        for label, key, icon, to in (
            ("Previous", "K", ":material/arrow_upward:", before),
            ("Next", "J", ":material/arrow_downward:", after),
        ):
            st.button(
                label, icon=icon, shortcut=key, key=f"article-{label}", disabled=to is None, on_click=choose, args=(to,)
            )
        st.caption(f"{at + 1:,} of {len(ids):,}" if at is not None else f"{len(ids):,} claims")


def _chosen(cells: Cells) -> None:
    what = " ".join(part for part in (words.figure(cells), words.thing(cells)) if part)
    about = " · ".join(part for part in (words.event(cells), words.where(cells), words.day(cells["as_of"])) if part)
    st.html(
        f'<div class="ct-card"><div><b>{plain_html(what)}</b></div><div class="ct-sub">{plain_html(about)}</div>'
        f'<div class="ct-sub">according to <b>{plain_html(words.who(cells))}</b></div></div>'
    )
    links.link(
        "claims",
        "Review this claim",
        icon=":material/rate_review:",
        claim=cells["claim_id"],
        article=cells["doc_id"],
        status="all",
        order="article",
    )


def _table(session: Session, claims: pd.DataFrame, selected: int | None) -> None:
    import pandas as pd

    cells = words.rows_of(claims)
    verdicts = signs(session.reviewed())
    ids = [row["claim_id"] for row in cells]
    lines = [
        {
            "review": verdicts.get(row["claim_id"], ""),
            "figure": harmless(words.figure(row)),
            "of what": harmless(words.thing(row)),
            "who says so": harmless(words.who(row)),
        }
        for row in cells
    ]
    st.session_state[TABLE] = {
        "selection": {"rows": [] if selected is None else [selected], "columns": [], "cells": []}
    }
    st.dataframe(
        pd.DataFrame(lines),
        key=TABLE,
        hide_index=True,
        height=38 + 35 * len(lines),
        on_select=lambda: _select(ids),
        selection_mode="single-row",
        column_config={
            "review": st.column_config.TextColumn("✔?", width=44, help="The verdict"),
            "figure": st.column_config.TextColumn(width=100),
            "of what": st.column_config.TextColumn(width=120),
        },
        alt=f"{len(lines)} claims of the article, a row each",
    )


def _select(ids: Sequence[str]) -> None:
    rows = st.session_state[TABLE]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        choose(ids[rows[0]])


def choose(claim_id: str | None) -> None:
    """Mark this claim in the article, in the part of the text where it stands."""
    st.session_state["articles"] = replace(st.session_state["articles"], claim=claim_id, part=None)
