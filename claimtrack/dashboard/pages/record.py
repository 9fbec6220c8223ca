"""The page of the record: every decision, decisions whose claim is gone, the grades, and where all of it lies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from claimtrack.dashboard import address, links
from claimtrack.dashboard.decisions.listing import change, decision_list, export_buttons
from claimtrack.dashboard.decisions.lost import lost_claims, lost_of
from claimtrack.dashboard.decisions.views import SECTIONS, RecordView, record_view, to_address
from claimtrack.dashboard.decisions.words import counted
from claimtrack.dashboard.export_menu import group_export
from claimtrack.dashboard.groups.state import decisions_of, groups_of
from claimtrack.dashboard.groups.words import decision_in_words, title
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.notices import done, failed
from claimtrack.dashboard.session import Session, reviewer_form
from claimtrack.reviews import DecisionError, RecordError

PAGE = "record"
SECTION, GRADES, GRADES_SAVED = "record-section", "record-grades", "record-grades-saved"
LABELS: Mapping[str, str] = MappingProxyType(
    dict(zip(SECTIONS, ("Decisions", "On groups", "Lost claims", "Grades", "Where it lies"), strict=True))
)


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Record</h1>')
    said = address.arrived(PAGE, PAGE)
    if said is not None:
        st.session_state[PAGE] = record_view(said)
    view: RecordView = st.session_state.setdefault(PAGE, RecordView())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        _sections(session, view)
        if view.section == "groups":
            group_export(session, "record-groups")
        else:
            export_buttons(session)
    match view.section:
        case "groups":
            _group_decisions(session)
        case "lost":
            lost_claims(session)
        case "grades":
            _grades(session)
        case "place":
            _place(session)
        case _:
            decision_list(session, view)
    address.publish(PAGE, to_address(st.session_state[PAGE]))


def _sections(session: Session, view: RecordView) -> None:
    open_ones = len(lost_of(session).open)

    def label(section: str) -> str:
        return f"{LABELS[section]} ({open_ones:,})" if section == "lost" and open_ones else LABELS[section]

    if st.session_state.get(SECTION) != view.section:
        st.session_state[SECTION] = view.section
    st.segmented_control(
        "What of the record",
        SECTIONS,
        format_func=label,
        key=SECTION,
        on_change=lambda: change(section=st.session_state[SECTION]),
        required=True,
        label_visibility="collapsed",
    )


def _group_decisions(session: Session) -> None:
    if not session.record.standing_groups():
        st.info("No group is decided yet. Groups are decided on the page of the cross-check.", icon=":material/info:")
        return
    table, seen = groups_of(session.workspace), decisions_of(session).seen
    rows = sorted(((review, group) for group, reviews in seen.items() for review in reviews),
                  key=lambda row: row[0].group_review_id, reverse=True)  # fmt: skip
    st.caption(f"{counted(len(rows), 'decision')} on groups of the open file stand, newest first.")
    for review, group in rows:
        head = table.head(group)
        with st.container(border=True):
            said = plain_html(decision_in_words(review, head))
            st.html(f'<h2 class="ct-part">{plain_html(title(head))}</h2><div>{said}</div>')
            links.link("crosscheck", "Look at the group", icon=":material/compare_arrows:", group=group, status="all")


def _grades(session: Session) -> None:
    st.html(
        "<div>The grades that a decision may be given, one a line, in the order in which they are offered. Decisions "
        "keep the grade that they were given, whatever is offered later.</div>"
    )
    went_well, said = st.session_state.pop(GRADES_SAVED, (True, ""))
    if said:
        (done if went_well else failed)(said)
    if session.reviewer is None:
        reviewer_form("who-grades")
        return
    with st.form("grades", border=False):
        now = session.record.grades()
        st.text_area("Grades", value="\n".join(now), key=GRADES, height=180)
        st.form_submit_button("Offer these", type="primary", on_click=_save_grades, args=(session,))


def _save_grades(session: Session) -> None:
    grades = [line for line in map(str.strip, st.session_state[GRADES].splitlines()) if line]
    try:
        session.record.set_grades(grades, session.reviewer or "")
    except (DecisionError, RecordError) as error:
        st.session_state[GRADES_SAVED] = (False, f"Not recorded, your list is still here: {error}.")
        return
    st.session_state[GRADES_SAVED] = (True, f"Offered from now on: {counted(len(grades), 'grade')}.")


def _place(session: Session) -> None:
    where = session.record.place
    server = where.startswith("postgresql")
    st.html(f"<div>The decisions are kept in {'the database' if server else 'the file'}</div>")
    st.code(where, language=None, wrap_lines=True)
    if server:
        st.html("<div>The server's own backup keeps them; rows are added to it and never changed.</div>")
        return
    st.html(
        '<div class="ct-sub">Rows are added to it and never changed. To keep a copy, stop the dashboard and copy the '
        "file, or export all decisions here. For several people at once on several machines use a PostgreSQL server: "
        "<code>claimtrack dashboard --record postgresql://user@host/database</code>.</div>"
    )
