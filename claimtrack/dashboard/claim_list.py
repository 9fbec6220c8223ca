"""The list of claims: a read-only page of the rows that the filters let through, one of them selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from claimtrack.dashboard.html import table_height
from claimtrack.dashboard.marking import harmless
from claimtrack.dashboard.workspace import Workspace
from claimtrack.telling import words
from claimtrack.telling.words import Cells

ROWS_SHOWN = 100
HIGHEST = 530  # pixels of the list
# a verdict is told by a sign and, in the facet and beside the claim, by its word
SIGNS = {
    "confirmed": "✔",
    "wrong extraction": "✘",
    "wrong source": "☍",
    "disputed": "≠",
    "unsure": "?",
    "disagreement": "⚖",
}
FLAG = "⚑"


def claim_list(workspace: Workspace, rows: Sequence[int], at: int | None, reviewed: pd.DataFrame) -> None:
    """Show the page of the list on which the claim at position `at` stands, with that claim selected (None: none)."""
    first = (at or 0) // ROWS_SHOWN * ROWS_SHOWN
    shown = list(rows[first : first + ROWS_SHOWN])
    verdicts = signs(reviewed)
    cells = words.rows_of(workspace.claims.iloc[shown])
    ids = [row["claim_id"] for row in cells]
    key = "claims-table"
    st.session_state[key] = {"selection": {"rows": [] if at is None else [at - first], "columns": [], "cells": []}}
    st.dataframe(
        pd.DataFrame([_line(row, verdicts) for row in cells]),
        key=key,
        hide_index=True,
        height=table_height(len(shown), HIGHEST),
        on_select=lambda: _select(key, ids),
        selection_mode=["single-row", "single-cell"],  # a click anywhere in a row chooses it
        column_config=_columns(),
        alt=f"{len(rows)} claims, a row each",
    )
    if len(rows) > ROWS_SHOWN:
        _pages(workspace, rows, first)


def _line(cells: Cells, verdicts: Mapping[str, str]) -> dict[str, str]:
    return {
        "review": verdicts.get(cells["claim_id"], ""),
        "figure": harmless(words.figure(cells)),
        "of what": harmless(words.thing(cells)),
        "who says so": harmless(words.who(cells)),
        "where": harmless(words.where(cells)),
        "what happened": harmless(words.event(cells)),
        "as of": words.day(cells["as_of"]),
    }


def _columns() -> dict[str, ColumnConfig]:
    text = st.column_config.TextColumn
    return {
        "review": text("✔?", width=44, help="The verdict: " + ", ".join(f"{s} {v}" for v, s in SIGNS.items())),
        "figure": text("figure", width=100),
        "of what": text("of what", width=105),
        "who says so": text("who says so", width=150),
        "where": text("where", width=105),
        "what happened": text("what happened", width=135),
        "as of": text("as of", width=88),
    }


def signs(reviewed: pd.DataFrame) -> dict[str, str]:
    told = zip(reviewed["claim_id"], reviewed["verdict"], reviewed["flagged"], strict=True)
    return {claim_id: SIGNS.get(verdict, "") + (FLAG if flagged else "") for claim_id, verdict, flagged in told}


def _select(key: str, ids: Sequence[str]) -> None:
    selection = st.session_state[key]["selection"]
    clicked = [row for row, _ in selection["cells"]] or selection["rows"]
    if clicked and clicked[0] < len(ids):
        st.session_state["claim"] = ids[clicked[0]]


def _pages(workspace: Workspace, rows: Sequence[int], first: int) -> None:
    number = first // ROWS_SHOWN + 1
    key = f"claims-page-{number}"

    def turn() -> None:
        row = rows[(st.session_state[key] - 1) * ROWS_SHOWN]
        st.session_state["claim"] = str(workspace.claims["claim_id"].iloc[row])

    st.pagination(-(-len(rows) // ROWS_SHOWN), default=number, key=key, on_change=turn)
