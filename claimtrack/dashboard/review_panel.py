"""The review of one claim: the verdicts, what should be corrected, and what others have decided.

A verdict is recorded before anything moves on: only when the record has it does the next claim come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from claimtrack.dashboard.corrections import CorrectionError, correction_fields, read_corrections, typed_in
from claimtrack.dashboard.decisions.words import action_of, corrections_of, moment
from claimtrack.dashboard.drafts import draft_of, drop_draft, is_unrecorded
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.notices import failed
from claimtrack.dashboard.session import Session, reviewer_form
from claimtrack.reviews import Decision, DecisionError, RecordError, Review, ReviewedClaim, Verdict
from claimtrack.telling import words
from claimtrack.telling.words import Cells

# verdict → label, key, symbol
VERDICTS: Mapping[Verdict, tuple[str, str, str]] = {
    Verdict.CONFIRMED: ("Confirmed", "1", ":material/check:"),
    Verdict.WRONG_EXTRACTION: ("Wrong extraction", "2", ":material/close:"),
    Verdict.WRONG_SOURCE: ("Wrong source", "3", ":material/person_off:"),
    Verdict.DISPUTED: ("Disputed", "4", ":material/compare_arrows:"),
    Verdict.UNSURE: ("Unsure", "5", ":material/question_mark:"),
}
SAVED = "saved"  # of the session: what the last press of a key has done


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the claim stands in the list. number: from 1, None: not in it; before, after: the claims there."""

    number: int | None
    among: int
    before: str | None
    after: str | None


def review_panel(session: Session, cells: Cells, spot: Spot) -> None:
    """Show where the claim stands in the list, the verdicts, and what may go with them."""
    _moves(spot)
    if session.reviewer is None:
        reviewer_form("who-panel")
        return
    with st.container(key="outcome"):  # always there, so that nothing below it moves
        _outcome()
    following = spot.after or spot.before or cells["claim_id"]
    with st.container(horizontal=True, gap="xsmall", key="verdicts"):
        for verdict, (label, key, icon) in VERDICTS.items():
            st.button(
                label,
                icon=icon,
                shortcut=key,
                key=f"verdict-{verdict.name.lower()}-{cells['claim_id']}",  # a second press decides no claim unseen
                on_click=_decide,
                args=(session, cells, verdict, following),
                type="primary" if verdict is Verdict.CONFIRMED else "secondary",
            )
        st.button(
            "Flag",
            icon=":material/flag:",
            shortcut="F",
            key=f"flag-{cells['claim_id']}",
            on_click=_flag,
            args=(session, cells),
        )
        st.button(
            "Undo",
            icon=":material/undo:",
            shortcut="U",
            key="undo",
            on_click=_undo,
            args=(session, cells),
            help="Takes back your last decision; both stay in the history.",
        )
    _draft(session, cells)


def _draft(session: Session, cells: Cells) -> None:
    """What goes with a verdict; it starts with what this reviewer has decided before, if anything."""
    draft = draft_of(cells["claim_id"])
    own = _own(session, cells)
    before = own.decision if own else None
    grades = list(session.record.grades())
    if before and before.grade and before.grade not in grades:
        grades.append(before.grade)
    # it stays as it was first shown: to open it anew would empty what is being typed in it
    opened = st.session_state.setdefault(f"opened {draft}", _says_more(before))
    with st.expander("Correct, note, grade", icon=":material/edit:", expanded=opened):
        correction_fields(session.workspace, cells, before.corrections if before else {}, draft)
        st.text_area(
            "Note", value=before.note if before else "", key=f"note {draft}", height=80, persist_state="session"
        )
        grade, link = st.columns(2)
        grade.selectbox(
            "Grade",
            grades,
            index=grades.index(before.grade) if before and before.grade else None,
            key=f"grade {draft}",
            placeholder="none",
            persist_state="session",
        )
        link.text_input(
            "Link to evidence",
            value=before.evidence if before else "",
            key=f"evidence {draft}",
            placeholder="https://…",
            persist_state="session",
        )
        st.caption("What stands here is recorded together with the verdict.")
    with st.container(key="unrecorded"):  # always there, so that nothing below it moves
        if is_unrecorded(cells, before, draft):  # the inputs may be folded away
            st.caption("You have typed something here that is not recorded yet: it goes with your verdict.")


def _moves(spot: Spot) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="moves"):
        for label, key, icon, to in (
            ("Previous", "K", ":material/arrow_upward:", spot.before),
            ("Next", "J", ":material/arrow_downward:", spot.after),
        ):
            st.button(label, icon=icon, shortcut=key, key=label.lower(), disabled=to is None, on_click=_go, args=(to,))
        st.caption("not in this list" if spot.number is None else f"{spot.number:,} of {spot.among:,}")


def _go(claim_id: str | None) -> None:
    st.session_state["claim"] = claim_id


def _decide(
    session: Session, cells: Cells, verdict: Verdict | None, following: str | None, flagged: bool | None = None
) -> None:
    """flagged: whether the claim is from now on; None: as before."""
    claim_id = cells["claim_id"]
    draft = draft_of(claim_id)
    try:
        decision = Decision(
            claim=ReviewedClaim.of_row(cells),
            reviewer=session.reviewer or "",
            verdict=verdict,
            corrections=read_corrections(cells, typed_in(draft)),
            grade=st.session_state.get(f"grade {draft}"),
            flagged=_is_flagged(session, cells) if flagged is None else flagged,
            note=st.session_state.get(f"note {draft}") or "",
            evidence=st.session_state.get(f"evidence {draft}") or "",
        )
        session.record.decide(decision)
    except (CorrectionError, DecisionError) as error:
        st.session_state[SAVED] = ("error", f"Not recorded: {error}.")
        return
    except RecordError as error:
        st.session_state[SAVED] = ("error", f"Not recorded, your input is still here: {error}.")
        return
    drop_draft(claim_id)
    what = VERDICTS[verdict][0] if flagged is None and verdict else "Flagged" if flagged else "Flag taken off"
    st.session_state[SAVED] = ("ok", f"{what}: {words.figure(cells)} {words.thing(cells)}")
    st.session_state["decided"] = [*st.session_state.get("decided", []), claim_id]
    st.session_state["claim"] = following


def _flag(session: Session, cells: Cells) -> None:
    """Flag, or take the flag off; the verdict stays what it was."""
    try:
        mine = _own(session, cells)
    except RecordError as error:
        st.session_state[SAVED] = ("error", f"Not recorded, your input is still here: {error}.")
        return
    before = mine.decision if mine else None
    if before and before.flagged and before.verdict is None and not _says_more(before):
        _undo_one(session, cells["claim_id"])  # nothing would be left of it
        return
    verdict, flagged = (before.verdict, before.flagged) if before else (None, False)
    _decide(session, cells, verdict, cells["claim_id"], flagged=not flagged)


def _undo(session: Session, cells: Cells) -> None:
    """Take back the last decision of this session, else this reviewer's decision on the claim that is shown."""
    decided = st.session_state.get("decided")
    _undo_one(session, decided[-1] if decided else cells["claim_id"])


def _undo_one(session: Session, claim_id: str) -> None:
    try:
        undone = session.record.undo(session.reviewer or "", claim_id)
    except RecordError as error:
        st.session_state[SAVED] = ("error", f"Not taken back: {error}.")
        return
    decided = st.session_state.get("decided", [])[::-1]
    if claim_id in decided:
        decided.remove(claim_id)  # the newest decision on it
        st.session_state["decided"] = decided[::-1]
    if undone is None:
        st.session_state[SAVED] = ("error", "There is no decision of yours to take back on this claim.")
        return
    drop_draft(claim_id)
    st.session_state["claim"] = claim_id
    st.session_state[SAVED] = (
        "ok",
        f"Taken back: {undone.decision.verdict or 'flag'}, {undone.decision.claim.surface}",
    )


def _outcome() -> None:
    """What the last press of a key has done: said once."""
    kind, said = st.session_state.pop(SAVED, (None, ""))
    if kind == "ok":
        st.html(f'<div class="ct-sub" role="status">{plain_html(said)}</div>')
    elif kind == "error":
        failed(said)


def review_history(session: Session, cells: Cells) -> None:
    """What was decided about the claim, and by whom, as far as this reviewer may see it."""
    rows = session.record.history(cells["claim_id"])
    mine = _own(session, cells)
    hidden = session.blind and (mine is None or mine.decision.verdict is None)
    seen = [row for row in rows if row.reviewer == session.reviewer or not hidden]
    if hidden and len(seen) < len(rows):
        st.caption("Others have decided; you see it after your own decision (blind).")
    if seen:
        lines = "".join(f"<li{' class=ct-undone' if row.undone else ''}>{_told(row)}</li>" for row in seen)
        st.html(f'<b>History</b><ol class="ct-history">{lines}</ol>')


def _told(row: Review) -> str:
    said = [action_of(row)]
    if row.undoes is None:
        said += [f"{name} → {cell}" for name, cell in corrections_of(row.decision)]
        said += [f"grade {row.decision.grade}"] if row.decision.grade else []
        said += [f"“{row.decision.note}”"] if row.decision.note else []
        said += [row.decision.evidence] if row.decision.evidence else []
    return plain_html(f"{moment(row.at)} {row.reviewer}: {', '.join(said)}")


def _own(session: Session, cells: Cells) -> Review | None:
    for review in session.record.standing([cells["claim_id"]]):
        if review.reviewer == session.reviewer:
            return review
    return None


def _is_flagged(session: Session, cells: Cells) -> bool:
    mine = _own(session, cells)
    return mine is not None and mine.decision.flagged


def _says_more(before: Decision | None) -> bool:
    """Whether a decision is more than a verdict."""
    return before is not None and bool(before.corrections or before.note or before.grade or before.evidence)
