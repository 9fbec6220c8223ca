"""The page of sources: who is cited for what, one source, and the names that are one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from claimtrack.dashboard import address, links, notices
from claimtrack.dashboard.claim_table import NOBODY, WRITER
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.sources.detail import source_detail
from claimtrack.dashboard.sources.merging import merge_form, merged_names, outcome, suggestions
from claimtrack.dashboard.sources.panel import CHOICE, SOURCE, Choice, choice_panel, chosen, source_list
from claimtrack.dashboard.sources.state import heads_of, likenesses_of, sources_of, standing_aliases, statements_of
from claimtrack.dashboard.sources.table import ORDERS, SourceTable, found
from claimtrack.reviews import RecordError

PAGE = "sources"


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Sources</h1>')
    said = address.arrived(PAGE, CHOICE, SOURCE)
    if said is not None:
        order = address.last(said, "order") or ""
        types = tuple(said.get("type") or ())
        st.session_state[CHOICE] = Choice(
            address.last(said, "text") or "", types, order if order in ORDERS else Choice().order
        )
        st.session_state[SOURCE] = address.last(said, "source")
    try:
        statements = statements_of(session)
        aliases = standing_aliases(statements)
        heads = heads_of(session, aliases)
    except RecordError as error:
        notices.failed(f"The record of reviews cannot be read: {error}.")
        return
    choice = chosen()
    with st.sidebar:
        choice_panel(choice, sorted(map(str, heads["type"].unique())))
    listed = found(heads, choice.text, choice.types, choice.order)
    name = _chosen(heads, listed)
    with st.container(key="list-and-source"):
        left, right = st.columns([11, 10], gap="medium")
    with left:
        _list(sources_of(session, aliases), listed, name)
    with right:
        outcome()
        if name is not None:
            source_detail(session, heads[heads["name"] == name].iloc[0])
            merge_form(session, name, [str(other) for other in heads["name"]])
        likenesses = likenesses_of(session, aliases)
        if likenesses:
            with st.expander(f"Names that look alike ({len(likenesses):,})", icon=":material/join:", expanded=True):
                suggestions(session, likenesses)
        if aliases:
            with st.expander(f"Merged names ({len(aliases):,})", icon=":material/merge:"):
                merged_names(session, aliases, statements)
    address.publish(
        PAGE, {"text": choice.text, "type": choice.types, "order": choice.order, "source": name}
    )  # fmt: skip


def _chosen(heads: pd.DataFrame, listed: pd.DataFrame) -> str | None:
    """The chosen source where there is such a one, else the first of the list."""
    name: str | None = st.session_state.get(SOURCE)
    if name is None or not (heads["name"] == name).any():
        name = str(listed["name"].iloc[0]) if len(listed) else None
        st.session_state[SOURCE] = name
    return name


def _list(table: SourceTable, listed: pd.DataFrame, name: str | None) -> None:
    if not len(table.heads):
        st.info("No claim names a source yet.", icon=":material/info:")
    elif not len(listed):
        st.info("No source has all of this. Search for less.", icon=":material/info:")
    else:
        source_list(listed, name)
    with st.container(horizontal=True, gap="medium"):
        for label, source, many in (
            ("in the writer's own voice", WRITER, table.writer),
            ("of somebody without a name", NOBODY, table.nobody),
        ):
            if many:
                links.link(
                    "claims", f"{many:,} claims {label}", icon=":material/checklist:", source=source, status="all"
                )
