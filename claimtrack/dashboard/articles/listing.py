"""The list of articles: search, order, and a page of rows of which one can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimtrack.dashboard.articles.index import ORDERS, ArticleIndex
from claimtrack.dashboard.articles.views import ArticlesView
from claimtrack.dashboard.marking import harmless
from claimtrack.dashboard.session import Session

ROWS_SHOWN = 50
TABLE, WORDS, ORDER = "articles-table", "articles-words", "articles-order"


def article_list(session: Session, index: ArticleIndex, view: ArticlesView) -> None:
    """Show the page of the list that the view names."""
    if index.articles.empty:
        st.info("There are no articles yet. Add some, or open a claims file.", icon=":material/info:")
        return
    _search(view)
    decided = session.reviewed().dropna(subset="verdict")["claim_id"]
    found = index.find(view.words, view.order, index.reviewed(decided))
    if found.empty:
        st.info("No article has all of these words in its title, publisher or name.", icon=":material/search_off:")
        return
    pages = -(-len(found) // ROWS_SHOWN)
    page = min(view.page, pages)
    shown = found.iloc[(page - 1) * ROWS_SHOWN : page * ROWS_SHOWN]
    _table(shown)
    with st.container(horizontal=True, vertical_alignment="center"):
        noun = "article" if len(found) == 1 else "articles"
        st.caption(f"{len(found):,} {noun}, {int(found['claims'].sum()):,} claims. Choose one to read it.")
        if pages > 1:
            key = f"articles-page-{page}"
            st.pagination(pages, default=page, key=key, on_change=_turn, args=(key,))


def _search(view: ArticlesView) -> None:
    if st.session_state.get(WORDS) != view.words:
        st.session_state[WORDS] = view.words
    if st.session_state.get(ORDER) != view.order:
        st.session_state[ORDER] = view.order
    words, order = st.columns([3, 1], vertical_alignment="bottom")
    words.text_input(
        "Search",
        key=WORDS,
        icon=":material/search:",
        placeholder="words of the title or the publisher",
        on_change=_take_words,
    )
    order.selectbox("Order", list(ORDERS), format_func=ORDERS.__getitem__, key=ORDER, on_change=_take_order)


def _table(shown: pd.DataFrame) -> None:
    ids = [str(doc_id) for doc_id in shown["doc_id"]]
    # nothing is selected when the list comes back
    st.session_state[TABLE] = {"selection": {"rows": [], "columns": [], "cells": []}}
    st.dataframe(
        _lines(shown),
        key=TABLE,
        hide_index=True,
        height=min(38 + 35 * len(shown), 640),
        on_select=lambda: _open(ids),
        selection_mode="single-row",
        column_config={
            "title": st.column_config.TextColumn(width=400),
            "publisher": st.column_config.TextColumn(width=150),
            "published": st.column_config.TextColumn(width=92),
            "claims": st.column_config.NumberColumn(width=72, format="localized"),
            "reviewed": st.column_config.NumberColumn(
                help="Claims of which a verdict is known to you", width=80, format="localized"
            ),
            "done": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1, width=80),
            "versions": st.column_config.NumberColumn(help="Texts that were read under one name", width=70),
        },
        alt=f"{len(shown)} articles, a row each",
    )


def _lines(shown: pd.DataFrame) -> pd.DataFrame:
    claims, reviewed = shown["claims"].to_numpy(), shown["reviewed"].to_numpy()
    return pd.DataFrame(
        {
            "title": _texts(shown["title"]),
            "publisher": _texts(shown["publisher"].fillna("")),
            "published": shown["published"].dt.strftime("%Y-%m-%d").fillna("").to_list(),
            "claims": claims,
            "reviewed": reviewed,
            "done": reviewed / claims.clip(1),
            "versions": shown["versions"].to_numpy(),
        }
    )


def _texts(cells: Sequence[Any] | pd.Series[Any]) -> list[str]:
    return [harmless(str(cell)) for cell in cells]


def _take_words() -> None:
    _change(words=st.session_state[WORDS] or "", page=1)


def _take_order() -> None:
    _change(order=st.session_state[ORDER], page=1)


def _turn(key: str) -> None:
    _change(page=st.session_state[key])


def _open(ids: Sequence[str]) -> None:
    chosen = st.session_state[TABLE]["selection"]["rows"]
    if chosen and chosen[0] < len(ids):
        _change(doc=ids[chosen[0]], version=None, claim=None, part=None, old=None)


def _change(**changes: Any) -> None:
    st.session_state["articles"] = replace(st.session_state["articles"], **changes)
