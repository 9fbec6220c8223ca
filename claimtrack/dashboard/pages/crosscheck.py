"""The page of the cross-check: groups of claims that speak of one quantity, and what the checks found."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claimtrack.dashboard import address, notices
from claimtrack.dashboard.export_menu import group_export
from claimtrack.dashboard.groups.checks import CHECK, FINDING, checks_view
from claimtrack.dashboard.groups.detail import group_claims, group_findings, group_heading, group_picture
from claimtrack.dashboard.groups.filters import GroupFilters, from_address, to_address
from claimtrack.dashboard.groups.panel import FILTERS, GROUP, chosen_filters, filter_panel, group_list, status_choice
from claimtrack.dashboard.groups.state import Decisions, decisions_of, findings_of, groups_of
from claimtrack.dashboard.groups.table import GroupTable
from claimtrack.dashboard.groups.verdict import Chosen, verdict_panel
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import MOST_RANKED
from claimtrack.reviews import RecordError

PAGE = "crosscheck"
VIEW = "crosscheck-view"
VIEWS = {"groups": "Groups", "checks": "Checks"}


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Cross-check</h1>')
    default = GroupFilters(status="open" if session.reviewer else "all")
    said = address.arrived(PAGE, VIEW, FILTERS, GROUP, CHECK, FINDING)
    if said is not None:
        _arrive(said, default)
    table = groups_of(session.workspace)
    view = st.session_state.get(VIEW, "groups")
    left, right = st.columns([1, 1], vertical_alignment="bottom")
    with left:
        st.segmented_control("View", list(VIEWS), format_func=VIEWS.__getitem__, key=_kept_view(view), required=True,
                             on_change=_take_view)  # fmt: skip
    if view == "checks":
        checks_view(session.workspace, findings_of(session.workspace))
        address.publish(PAGE, {"view": view, CHECK: st.session_state.get(CHECK), FINDING: _number_of_finding()})
        return
    filters = chosen_filters(default)
    with right:
        status_choice(filters)
    group_id = _groups(session, table, filters)
    address.publish(PAGE, {**to_address(filters), "group": group_id})


def _arrive(said: address.Parameters, default: GroupFilters) -> None:
    view, finding = address.last(said, "view"), address.last(said, FINDING) or ""
    st.session_state[VIEW] = view if view in VIEWS else "groups"
    st.session_state[FILTERS] = from_address(said, default)
    st.session_state[GROUP] = address.last(said, "group")
    st.session_state[CHECK] = address.last(said, CHECK)
    st.session_state[FINDING] = int(finding) - 1 if finding.isascii() and finding.isdigit() else 0


def _kept_view(view: str) -> str:
    if st.session_state.get("crosscheck-choice") != view:
        st.session_state["crosscheck-choice"] = view
    return "crosscheck-choice"


def _take_view() -> None:
    if st.session_state["crosscheck-choice"]:
        st.session_state[VIEW] = st.session_state["crosscheck-choice"]


def _number_of_finding() -> str:
    return str(int(st.session_state.get(FINDING) or 0) + 1)


def _groups(session: Session, table: GroupTable, filters: GroupFilters) -> str | None:
    """Show the groups and the chosen one; its id, None where there is none."""
    try:
        decisions = decisions_of(session)
    except RecordError as error:
        notices.failed(f"The decisions cannot be read: {error}.")
        return None
    with st.sidebar:
        filter_panel(table, filters, decisions.mine)
    ids = table.shown(filters, decisions.mine)
    chosen = _chosen(table, ids)
    with st.container(key="list-and-group"):
        left, right = st.columns([1, 1], gap="medium")
    with left:
        _list(table, filters, ids, chosen, decisions)
        if decisions.seen:
            group_export(session, "crosscheck-export")
    if chosen is not None:
        with right:
            _group(session, table, ids, chosen, decisions)
        group_claims(session.workspace, table, chosen)
    return chosen


def _chosen(table: GroupTable, ids: Sequence[str]) -> str | None:
    """The chosen group where there is such a one, else the first of the list."""
    chosen: str | None = st.session_state.get(GROUP)
    if chosen is None or chosen not in table.members:
        chosen = ids[0] if ids else None
        st.session_state[GROUP] = chosen
    return chosen


def _list(
    table: GroupTable, filters: GroupFilters, ids: Sequence[str], chosen: str | None, decisions: Decisions
) -> None:
    if not table.members:
        st.info(
            "No two claims speak of one quantity yet. Add articles about one event to see where they agree.",
            icon=":material/info:",
        )
    elif not ids:
        done = filters == GroupFilters(status="open")
        st.success("All groups are decided.") if done else st.info("No group has all of this. Clear a filter.")
    else:
        group_list(table, ids, ids.index(chosen) if chosen in ids else None, decisions)
    st.caption(f"{table.alone:,} more claims speak of something that no other claim does.")


def _group(session: Session, table: GroupTable, ids: Sequence[str], group_id: str, decisions: Decisions) -> None:
    head = table.head(group_id)
    at = ids.index(group_id) if group_id in ids else None
    before = ids[at - 1] if at else None
    after = ids[0] if at is None and ids else ids[at + 1] if at is not None and at + 1 < len(ids) else None
    chosen = Chosen(head, table.members[group_id], before, after)
    _moves(chosen, at, len(ids))
    group_heading(head)
    if len(session.workspace) <= MOST_RANKED:
        group_findings(findings_of(session.workspace), chosen.claim_ids)
    group_picture(table, head)
    verdict_panel(session, chosen, decisions)


def _moves(chosen: Chosen, at: int | None, many: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="group-moves"):
        for label, key, icon, to in (
            ("Previous", "K", ":material/arrow_upward:", chosen.before),
            ("Next", "J", ":material/arrow_downward:", chosen.after),
        ):
            st.button(
                label, icon=icon, shortcut=key, key=f"group-{label.lower()}", disabled=to is None, on_click=_go,
                args=(to,),
            )  # fmt: skip
        st.caption(f"{at + 1:,} of {many:,}" if at is not None else "not in this list")


def _go(group_id: str | None) -> None:
    st.session_state[GROUP] = group_id
