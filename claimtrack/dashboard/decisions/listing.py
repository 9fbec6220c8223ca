"""The list of all decisions, with filters, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.decisions.log import KINDS, DecisionLog, decision_log, line_of
from claimtrack.dashboard.decisions.views import RecordView
from claimtrack.dashboard.decisions.words import action_of, claim_html, counted, decision_card
from claimtrack.dashboard.export_menu import CHOICES, download
from claimtrack.dashboard.marking import harmless, plain_html
from claimtrack.dashboard.session import Session
from claimtrack.export import export_table
from claimtrack.reviews import Record, Review
from claimtrack.schema import decisions_frame

ROWS_SHOWN = 50
TABLE, WORDS = "record-table", "record-words"
ANYBODY, ANY = "anybody", "any"


def decision_list(session: Session, view: RecordView) -> None:
    """Show the page of the list that the view names."""
    log = log_of(session)
    if session.blind:
        st.caption("Blind: others' decisions are listed only for what you have decided yourself.")
    if not log.reviews:
        st.info("Nothing is recorded yet. Decisions are made on the page of claims.", icon=":material/info:")
        return
    _filters(log, view)
    found = log.find(view)
    if found.empty:
        st.info("No decision has all of this. Clear a filter.", icon=":material/search_off:")
        return
    chosen = log.place_of(view.review)
    pages = -(-len(found) // ROWS_SHOWN)
    page = min(view.page, pages)
    places = [int(at) for at in found["at"].iloc[(page - 1) * ROWS_SHOWN : page * ROWS_SHOWN]]
    if chosen is not None:
        _detail(session, log.reviews[chosen])
    _table([log.reviews[at] for at in places], places.index(chosen) if chosen in places else None)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{counted(len(found), 'decision')}, newest first. Choose one to see it whole.")
        if pages > 1:
            key = f"record-page {page}"
            st.pagination(pages, default=page, key=key, on_change=lambda: change(page=st.session_state[key]))


def log_of(session: Session) -> DecisionLog:
    """Everything that this session's reviewer may see, read again when the record has grown."""
    return _log(session, session.record, session.record.version(), session.reviewer or "", session.blind)


@st.cache_resource(show_spinner="Reading the record …", max_entries=8, hash_funcs={Record: id})
def _log(_session: Session, record: Record, version: int, reviewer: str, blind: bool) -> DecisionLog:  # noqa: ARG001
    return decision_log(_session.decisions())


def _filters(log: DecisionLog, view: RecordView) -> None:
    who, verdict, text = st.columns([1, 1, 2])
    reviewers = log.reviewers()
    names = [ANYBODY, *dict.fromkeys([*([view.who] if view.who else []), *reviewers])]
    kinds = [ANY, *dict.fromkeys([*KINDS, *([view.verdict] if view.verdict else [])])]
    with who:
        _choice("Who", "who", names, view.who, lambda name: f"{name} ({reviewers.get(name, 0):,})")
    with verdict:
        _choice("Decision", "verdict", kinds, view.verdict, str)
    if st.session_state.get(WORDS) != view.words:
        st.session_state[WORDS] = view.words
    text.text_input(
        "Search",
        key=WORDS,
        icon=":material/search:",
        placeholder="words of the sentence, note, corrections",
        on_change=lambda: change(words=st.session_state[WORDS] or "", page=1),
    )


def _choice(label: str, name: str, options: Sequence[str], value: str | None, told: Any) -> None:
    """A select box whose first option stands for all of them."""
    key = f"record-{name} {value}"

    def take() -> None:
        said = st.session_state[key]
        change(**{name: None if said == options[0] else said, "page": 1})

    st.selectbox(
        label,
        options,
        index=options.index(value) if value else 0,
        format_func=lambda option: option if option == options[0] else told(option),
        key=key,
        on_change=take,
    )


def _table(reviews: Sequence[Review], selected: int | None) -> None:
    import pandas as pd

    lines = [{name: harmless(cell) for name, cell in line_of(review).items()} for review in reviews]
    st.session_state[TABLE] = {
        "selection": {"rows": [] if selected is None else [selected], "columns": [], "cells": []}
    }
    st.dataframe(
        pd.DataFrame(lines),
        key=TABLE,
        hide_index=True,
        height=min(38 + 35 * len(lines), 560),
        on_select=lambda: _select(reviews),
        selection_mode="single-row",
        column_config={
            "no.": st.column_config.TextColumn(width=50),
            "when (UTC)": st.column_config.TextColumn(width=125),
            "who": st.column_config.TextColumn(width=90),
            "decision": st.column_config.TextColumn(width=170),
            "figure": st.column_config.TextColumn(width=90),
            "corrections": st.column_config.TextColumn(width=130),
            "note": st.column_config.TextColumn(width=130),
        },
        alt=f"{len(lines)} decisions, a row each",
    )


def _select(reviews: Sequence[Review]) -> None:
    rows = st.session_state[TABLE]["selection"]["rows"]
    change(review=reviews[rows[0]].review_id if rows and rows[0] < len(reviews) else None)


def _detail(session: Session, review: Review) -> None:
    claim = review.decision.claim
    here = session.workspace.row_of(claim.claim_id) is not None
    with st.container(border=True):
        st.html(
            f'<h2 class="ct-part">Decision {review.review_id}: {plain_html(action_of(review))}</h2>'
            f"{claim_html(claim)}<div class='ct-cards'>{decision_card(review)}</div>"
            f'<div class="ct-sub">Article {plain_html(claim.doc_id)}, text {plain_html(claim.text_hash)}; '
            f"claim {plain_html(claim.claim_id)} by {plain_html(claim.extractor)}</div>"
        )
        if here:
            links.link(
                "claims", "Look at the claim", icon=":material/rate_review:", claim=claim.claim_id, status="all",
                order="article",
            )  # fmt: skip
        else:
            st.caption("This claim is not in the open file any more; see “Lost claims”.")


def change(**changes: Any) -> None:
    """Show something else of the record."""
    st.session_state["record"] = replace(st.session_state["record"], **changes)


def export_buttons(session: Session) -> None:
    """Download every decision that may be seen, as recorded."""
    with st.popover("Export all decisions", icon=":material/download:"):
        chosen = st.segmented_control("Format", list(CHOICES), default="CSV", required=True, key="record-format")
        format_name, flavour = CHOICES[chosen]
        st.caption("A row a decision, undone ones and undoings included, with who and when.")
        download(
            f"Download as {chosen}",
            f"{session.workspace.path.stem}-decisions",
            chosen,
            lambda: export_table(decisions_frame(log_of(session).reviews), None, format_name, flavour),
            "record-export",
        )
