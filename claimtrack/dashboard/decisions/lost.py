"""Decisions on claims that are gone: shown with their sentences, and offered to the claims that took their places."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.articles.changes import Change, change_html
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.decisions.carrying import Lost, carried, sorted_out
from claimtrack.dashboard.decisions.words import claim_html, counted, decision_card
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.notices import done, failed
from claimtrack.dashboard.session import Session, reviewer_form
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import DecisionError, Orphan, Record, RecordError, orphans

SHOWN = 20
SAVED = "carried"


def lost_claims(session: Session) -> None:
    """Show the decisions whose claim is gone, those first for which something can be done."""
    _outcome()
    lost = lost_of(session)
    if not any((lost.open, lost.settled, lost.gone, lost.elsewhere)):
        st.success("Every decision has its claim.", icon=":material/check:")
        return
    if lost.open and session.reviewer is None:
        reviewer_form("who-lost")
    _several(session, "A claim took the place", lost.open)
    _several(session, "No claim took the place", lost.gone)
    if lost.settled:
        with st.expander(f"Already decided on the new claim: {len(lost.settled):,}"):
            for orphan in lost.settled[:SHOWN]:
                _orphan(session, orphan)
    if lost.elsewhere:
        articles = len({orphan.review.decision.claim.doc_id for orphan in lost.elsewhere})
        st.caption(
            f"{counted(len(lost.elsewhere), 'decision')} more in this record are on claims of "
            f"{counted(articles, 'article')} that the open file does not have."
        )


def lost_of(session: Session) -> Lost:
    """The decisions whose claim is gone, as far as this session's reviewer may see them."""
    record = session.record
    seen = {review.review_id for review in session.reviews()}
    decided = record.reviewed_by(session.reviewer) if session.reviewer else set()
    found = _orphans(record, session.workspace, record.version())
    return sorted_out(found, seen, decided)


@st.cache_resource(show_spinner="Looking for lost claims …", max_entries=4, hash_funcs={Record: id, Workspace: key_of})
def _orphans(record: Record, workspace: Workspace, version: int) -> Sequence[Orphan]:  # noqa: ARG001  (a grown record)
    return tuple(orphans(record, workspace.claims))


def _several(session: Session, title: str, found: Sequence[Orphan]) -> None:
    if not found:
        return
    st.html(f'<h2 class="ct-part">{title}: {len(found):,}</h2>')
    for orphan in found[:SHOWN]:
        _orphan(session, orphan)
    if len(found) > SHOWN:
        st.caption(f"{len(found) - SHOWN:,} more; they come when these are settled.")


def _orphan(session: Session, orphan: Orphan) -> None:
    claim = orphan.review.decision.claim
    row = None if orphan.successor_claim_id is None else session.workspace.row_of(orphan.successor_claim_id)
    with st.container(border=True):
        if row is None:
            st.html(f'{claim_html(claim)}<div class="ct-cards">{decision_card(orphan.review)}</div>')
            st.html(f'<div class="ct-sub">In {plain_html(claim.doc_id)}; no figure stands there now.</div>')
            return
        cells = session.workspace.cells(row)
        before, now = change_html(Change(claim.sentence, str(cells["sentence"])))
        st.html(
            '<table class="ct-table ct-changes"><thead><tr><th scope="col">as it was decided on</th>'
            '<th scope="col">as it is now</th></tr></thead><tbody>'
            f"<tr><td><b>{plain_html(claim.surface)}</b></td><td><b>{plain_html(str(cells['surface']))}</b></td></tr>"
            f"<tr><td>{before}</td><td>{now}</td></tr></tbody></table>"
            f'<div class="ct-cards">{decision_card(orphan.review)}</div>'
        )
        _buttons(session, orphan)


def _buttons(session: Session, orphan: Orphan) -> None:
    number, successor = orphan.review.review_id, orphan.successor_claim_id or ""
    decided = session.record.reviewed_by(session.reviewer) if session.reviewer else set()
    with st.container(horizontal=True, vertical_alignment="center"):
        if session.reviewer is not None and successor not in decided:
            st.button(
                f"Carry over as {session.reviewer}" if orphan.review.reviewer != session.reviewer else "Carry over",
                key=f"carry-{number}",
                icon=":material/move_down:",
                on_click=_carry,
                args=(session, orphan),
                help="A new decision of yours on the new claim, with the same content; the old one stays.",
            )
        links.link(
            "claims", "Look at the new claim", icon=":material/rate_review:", claim=successor, status="all",
            order="article",
        )  # fmt: skip


def _carry(session: Session, orphan: Orphan) -> None:
    row = session.workspace.row_of(orphan.successor_claim_id or "")
    if row is None or session.reviewer is None:
        return
    try:
        review = session.record.decide(carried(orphan.review, session.workspace.cells(row), session.reviewer))
    except DecisionError as error:
        st.session_state[SAVED] = (False, f"Not carried over: {error}. Decide on the new claim itself.")
    except RecordError as error:
        st.session_state[SAVED] = (False, f"Not recorded: {error}.")
    else:
        st.session_state[SAVED] = (True, f"Carried over: decision {review.review_id}.")


def _outcome() -> None:
    went_well, said = st.session_state.pop(SAVED, (True, ""))
    if said:
        (done if went_well else failed)(said)
