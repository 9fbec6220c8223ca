"""Which sources are shown, and the list of them: what is chosen lives in the session's state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from claimtrack.dashboard.html import table_height
from claimtrack.dashboard.marking import harmless
from claimtrack.dashboard.sources.table import ORDERS

CHOICE, SOURCE = "source-choice", "source"  # in the session's state
MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sources are shown, in what order. text: words that their names or roles must hold; types: none for all."""

    text: str = ""
    types: tuple[str, ...] = ()
    order: str = "claims"


def chosen() -> Choice:
    """What is chosen now."""
    choice: Choice = st.session_state.setdefault(CHOICE, Choice())
    return choice


def choice_panel(choice: Choice, types: Sequence[str]) -> None:
    """Search, types and order, in the sidebar."""
    st.text_input(
        "Search",
        key=_keep("text", choice.text),
        icon=":material/search:",
        placeholder="part of a name or role",
        on_change=_take_text,
    )
    st.multiselect(
        "Type",
        list(dict.fromkeys([*choice.types, *types])),
        key=_keep("types", list(choice.types)),
        placeholder=f"any of {len(types)}",
        on_change=_take_types,
    )
    st.selectbox(
        "Order", list(ORDERS), format_func=ORDERS.__getitem__, key=_keep("order", choice.order), on_change=_take_order
    )


def source_list(heads: pd.DataFrame, name: str | None) -> None:
    """The sources, a row each, with the chosen one selected."""
    shown = heads.head(MOST_LISTED)
    names = [str(listed) for listed in shown["name"]]
    key = "sources-table"
    st.session_state[key] = {
        "selection": {"rows": [names.index(name)] if name in names else [], "columns": [], "cells": []}
    }
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    st.dataframe(
        pd.DataFrame(
            {
                "source": shown["name"].map(harmless),
                "type": shown["type"],
                "claims": shown["claims"],
                "articles": shown["articles"],
                "confirmed": shown["confirmed"],
                "disputed": shown["disputed"],
                "wrong": shown["wrong_source"],
                "of what": shown["kinds"].map(harmless),
                "last": shown["last"].fillna(""),
                "role": shown["role"].fillna("").map(harmless),
            }
        ),
        key=key,
        hide_index=True,
        height=table_height(len(shown), 560),
        on_select=lambda: _select(key, names),
        selection_mode="single-row",
        column_config={
            "source": text("source", width=158),
            "type": text("type", width=92),
            "claims": number("claims", width=50),
            "articles": number("articles", width=56),
            "confirmed": number("✔", width=30, help="Claims of this source that are confirmed"),
            "disputed": number("≠", width=30, help="Claims that are disputed, or on which reviewers differ"),
            "wrong": number("☍", width=30, help="Claims that have the wrong source"),
            "of what": text("of what", width=200),
            "last": text("last cited", width=90, help="The last day on which an article cites it"),
            "role": text("role", width=200),
        },
        alt=f"{len(heads)} sources, a row each",
    )
    if len(heads) > MOST_LISTED:
        st.caption(f"The first {MOST_LISTED:,} of {len(heads):,} are listed; search for the others.")


def _select(key: str, names: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(names):
        st.session_state[SOURCE] = names[rows[0]]


def _keep(name: str, value: object) -> str:
    """The widget's key; its state is set from the choice, so that the two cannot differ."""
    key = f"source-filter-{name}"
    if st.session_state.get(key, _keep) != value:
        st.session_state[key] = value
    return key


def _take(choice: Choice) -> None:
    st.session_state[CHOICE] = choice
    st.session_state[SOURCE] = None


def _take_text() -> None:
    _take(replace(st.session_state[CHOICE], text=st.session_state["source-filter-text"] or ""))


def _take_types() -> None:
    _take(replace(st.session_state[CHOICE], types=tuple(st.session_state["source-filter-types"])))


def _take_order() -> None:
    _take(replace(st.session_state[CHOICE], order=st.session_state["source-filter-order"]))
