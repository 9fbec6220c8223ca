"""The filters of the groups, in the sidebar, and the list: what is chosen lives in the session's state."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from zlib import crc32

import pandas as pd
import streamlit as st

from claimtrack.dashboard.groups.filters import FACETS, STATUSES, GroupFilters
from claimtrack.dashboard.groups.state import Decisions
from claimtrack.dashboard.groups.table import GroupTable
from claimtrack.dashboard.groups.words import DISAGREEMENT, SIGNS, VERDICT_SIGNS, decided_sign, figures, title
from claimtrack.dashboard.html import table_height
from claimtrack.dashboard.marking import harmless
from claimtrack.telling.words import rows_of

FILTERS, GROUP = "group-filters", "group"  # in the session's state
ROWS_SHOWN = 100


def chosen_filters(default: GroupFilters) -> GroupFilters:
    """The filters as they are chosen now."""
    filters: GroupFilters = st.session_state.setdefault(FILTERS, default)
    return filters


def filter_panel(table: GroupTable, filters: GroupFilters, decided: Collection[str]) -> None:
    """Show the filters with how many groups each value has; a change is taken before the next run."""
    st.text_input(
        "Search",
        key=_keep("text", filters.text),
        icon=":material/search:",
        placeholder="words of the sentence, source, place",
        on_change=_take_text,
    )
    for name, label in FACETS.items():
        counts = table.counts(filters, decided, name)
        chosen = filters.chosen.get(name, ())
        options = list(dict.fromkeys([*chosen, *counts]))
        # a browser gives back the labels it was shown: with other counts in them it is another input
        key = f"{name} {crc32(repr(sorted(counts.items())).encode('utf-8', 'surrogatepass'))}"
        st.multiselect(
            label,
            options,
            format_func=partial(_counted, counts),
            key=_keep(key, list(chosen)),
            placeholder=f"any of {len(options)}" if options else "none",
            filter_mode="contains",
            on_change=_take_facet,
            args=(name, key),
        )
    if filters.chosen or filters.text:
        st.button("Clear filters", icon=":material/filter_alt_off:", on_click=_clear, width="stretch")


def status_choice(filters: GroupFilters) -> None:
    """Which groups of the reviewer's work are shown."""
    st.segmented_control(
        "Show",
        list(STATUSES),
        format_func=STATUSES.__getitem__,
        key=_keep("status", filters.status),
        on_change=_take_status,
        required=True,
    )


def group_list(table: GroupTable, ids: Sequence[str], at: int | None, decisions: Decisions) -> None:
    """The page of the list on which the group at position `at` stands, with that group selected (None: none)."""
    first = (at or 0) // ROWS_SHOWN * ROWS_SHOWN
    shown = list(ids[first : first + ROWS_SHOWN])
    heads = table.heads.set_index("group_id", drop=False).loc[shown]
    key = "groups-table"
    st.session_state[key] = {"selection": {"rows": [] if at is None else [at - first], "columns": [], "cells": []}}
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "decided": decided_sign(decisions.seen.get(head["group_id"], ())),
                    "relation": f"{SIGNS[head['relation']]} {head['relation']}",
                    "about": harmless(title(head)),
                    "figures": harmless(figures(head)),
                    "sources": head["sources"],
                    "articles": head["articles"],
                }
                for head in rows_of(heads)
            ]
        ),
        key=key,
        hide_index=True,
        height=table_height(len(shown), 600),
        on_select=lambda: _select(key, shown),
        selection_mode="single-row",
        column_config={
            "decided": text("✔?", width=44, help=_verdict_help()),
            "relation": text("relation", width=88),
            "about": text("about", width=175),
            "figures": text("low – high, best", width=190),
            "sources": number("sources", width=66, help="Independent sources: echoes and near-copies count once"),
            "articles": number("articles", width=66),
        },
        alt=f"{len(ids)} groups of claims, a row each, the most pressing first",
    )
    if len(ids) > ROWS_SHOWN:
        _pages(ids, first)


def _counted(counts: Mapping[str, int], value: str) -> str:
    return f"{value} ({counts.get(value, 0):,})"


def _verdict_help() -> str:
    signs = [f"{sign} {verdict}" for verdict, sign in VERDICT_SIGNS.items()]
    return "The verdict: " + ", ".join([*signs, f"{DISAGREEMENT} reviewers differ"])


def _pages(ids: Sequence[str], first: int) -> None:
    number = first // ROWS_SHOWN + 1
    key = f"groups-page-{number}"  # one for each page: it starts on the page of the chosen group

    def turn() -> None:
        st.session_state[GROUP] = ids[(st.session_state[key] - 1) * ROWS_SHOWN]

    st.pagination(-(-len(ids) // ROWS_SHOWN), default=number, key=key, on_change=turn)


def _select(key: str, shown: Sequence[str]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(shown):
        st.session_state[GROUP] = shown[chosen[0]]


def _keep(name: str, value: object) -> str:
    """The widget's key; its state is set from the filters, so that the two cannot differ."""
    key = f"group-filter-{name}"
    if st.session_state.get(key, _keep) != value:
        st.session_state[key] = value
    return key


def _take(filters: GroupFilters) -> None:
    st.session_state[FILTERS] = filters
    st.session_state[GROUP] = None


def _take_text() -> None:
    _take(replace(st.session_state[FILTERS], text=st.session_state["group-filter-text"] or ""))


def _take_status() -> None:
    if st.session_state["group-filter-status"]:
        _take(replace(st.session_state[FILTERS], status=st.session_state["group-filter-status"]))


def _take_facet(name: str, key: str) -> None:
    filters: GroupFilters = st.session_state[FILTERS]
    chosen = {**filters.chosen, name: tuple(st.session_state[f"group-filter-{key}"])}
    _take(replace(filters, chosen={facet: values for facet, values in chosen.items() if values}))


def _clear() -> None:
    _take(GroupFilters(status=st.session_state[FILTERS].status))
