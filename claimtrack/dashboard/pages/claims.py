"""The page of claims: filters, the list, the chosen claim in its article, and its review."""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard import address
from claimtrack.dashboard.claim_detail import claim_heading, claim_in_article, claim_reasons
from claimtrack.dashboard.claim_list import claim_list
from claimtrack.dashboard.claim_table import Seen
from claimtrack.dashboard.export_menu import export_menu
from claimtrack.dashboard.filter_panel import chosen_filters, filter_panel, status_and_order
from claimtrack.dashboard.filters import Filters, from_address, to_address
from claimtrack.dashboard.review_panel import Spot, review_history, review_panel
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import MOST_RANKED

PAGE = "claims"


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Claims</h1>')
    default = _default(session)
    said = address.arrived(PAGE, "filters", "claim")
    if said is not None:
        st.session_state["filters"] = from_address(said, default)
        st.session_state["claim"] = address.last(said, "claim")
    filters = chosen_filters(default)
    if filters.order == "priority":
        session.workspace.groups()
    seen = session.workspace.table.seen(filters, session.reviewed())
    with st.sidebar:
        filter_panel(filters, seen, default)
    with st.container(key="list-and-claim"):
        left, right = st.columns([11, 10], gap="medium")
    claim_id = _chosen(session, seen)
    with left:
        status_and_order(filters)
        _list(session, filters, seen, claim_id)
    if claim_id is not None:
        with right:
            _claim(session, seen, claim_id)
    address.publish(PAGE, {**to_address(filters), "claim": claim_id})


def _default(session: Session) -> Filters:
    """What is shown when the address says nothing: what to check first, as far as that is quickly known."""
    few = len(session.workspace) <= MOST_RANKED
    return Filters(status="open" if session.reviewer else "all", order="priority" if few else "article")


def _chosen(session: Session, seen: Seen) -> str | None:
    """The chosen claim where there is such a one, else the first of the list."""
    chosen = st.session_state.get("claim")
    if chosen is None or session.workspace.row_of(chosen) is None:
        first = session.workspace.claims["claim_id"].iloc[seen.rows[0]] if seen.rows else None
        chosen = None if first is None else str(first)
        st.session_state["claim"] = chosen
    return chosen


def _list(session: Session, filters: Filters, seen: Seen, claim_id: str | None) -> None:
    if not len(session.workspace):
        st.info("There are no claims yet. Add articles, or open a claims file.", icon=":material/info:")
        return
    if not seen.rows:
        done = filters.status == "open" and filters == Filters(status="open", order=filters.order)
        st.success("All claims are reviewed.") if done else st.info("No claim has all of this. Clear a filter.")
        return
    at = _position(session, seen, claim_id)
    claim_list(session.workspace, seen.rows, at, session.reviewed())
    export_menu(session, seen.rows)


def _claim(session: Session, seen: Seen, claim_id: str) -> None:
    workspace = session.workspace
    row = workspace.row_of(claim_id)
    if row is None:
        return
    cells = workspace.cells(row)
    article = workspace.article(cells["doc_id"], cells["text_hash"])
    claim_heading(cells, article)
    review_panel(session, cells, _spot(session, seen, claim_id))
    claim_in_article(cells, article)
    review_history(session, cells)
    with st.expander("Why it says so", icon=":material/help:"):
        claim_reasons(cells, article)


def _spot(session: Session, seen: Seen, claim_id: str) -> Spot:
    """A claim that is not in the list is followed by the list's first."""
    at = _position(session, seen, claim_id)

    def claim_at(position: int) -> str | None:
        inside = 0 <= position < len(seen.rows)
        return str(session.workspace.claims["claim_id"].iloc[seen.rows[position]]) if inside else None

    if at is None:
        return Spot(None, len(seen.rows), None, claim_at(0))
    return Spot(at + 1, len(seen.rows), claim_at(at - 1), claim_at(at + 1))


def _position(session: Session, seen: Seen, claim_id: str | None) -> int | None:
    """Where the claim stands in the list; None where it is not in it."""
    row = None if claim_id is None else session.workspace.row_of(claim_id)
    return seen.rows.index(row) if row in seen.rows else None
