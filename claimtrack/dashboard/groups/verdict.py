"""The verdict on a group: the buttons, the figure that the reviewer recommends, and what has been decided.

A verdict is recorded before anything moves on: only when the record has it does the next group come.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from claimtrack.dashboard import notices
from claimtrack.dashboard.groups.amounts import AmountError, read_amount, typed_amount
from claimtrack.dashboard.groups.panel import GROUP
from claimtrack.dashboard.groups.state import Decisions
from claimtrack.dashboard.groups.words import decision_in_words, title
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session, current_reviewer, reviewer_form
from claimtrack.reviews import DecisionError, GroupDecision, GroupReview, GroupVerdict, RecordError
from claimtrack.telling.words import Cells

# verdict → label, key, symbol
VERDICTS: Mapping[GroupVerdict, tuple[str, str, str]] = {
    GroupVerdict.AGREE: ("They agree", "1", ":material/check:"),
    GroupVerdict.CONFLICT: ("They conflict", "2", ":material/compare_arrows:"),
    GroupVerdict.MOVED: ("It moved", "3", ":material/trending_up:"),
    GroupVerdict.NOT_THE_SAME: ("Not the same quantity", "4", ":material/call_split:"),
    GroupVerdict.UNSURE: ("Unsure", "5", ":material/question_mark:"),
}
FIELDS = (("low", "Low"), ("best", "Best"), ("high", "High"))
SAVED, DECIDED = "group-saved", "groups-decided"  # in the session's state


@dataclass(frozen=True, slots=True)
class Chosen:
    """The group that is on the screen. claim_ids: its members; before, after: its neighbours in the list."""

    head: Cells
    claim_ids: frozenset[str]
    before: str | None
    after: str | None

    @property
    def group_id(self) -> str:
        return str(self.head["group_id"])


def verdict_panel(session: Session, chosen: Chosen, decisions: Decisions) -> None:
    """The buttons, the form of the recommended figure, and the history."""
    if session.reviewer is None:
        reviewer_form("who-groups")
        return
    _outcome()
    with st.container(horizontal=True, gap="xsmall", key="group-verdicts"):
        for verdict, (label, key, icon) in VERDICTS.items():
            st.button(
                label,
                icon=icon,
                shortcut=key,
                key=f"group-{verdict.name.lower()}-{chosen.group_id}",  # a second press decides no group unseen
                on_click=_decide,
                args=(session, chosen, verdict),
            )
        st.button(
            "Undo",
            icon=":material/undo:",
            shortcut="U",
            key="group-undo",
            on_click=_undo,
            args=(session, chosen),
            help="Takes back your last decision on a group; both stay in the history.",
        )
    _start_from(_own(session, chosen, decisions), chosen)
    with st.expander("Recommend a figure, with the reasoning", icon=":material/edit:", expanded=_has_draft(chosen)):
        _recommendation(chosen)
    _history(session, chosen, decisions)


def _recommendation(chosen: Chosen) -> None:
    head = chosen.head
    for column, (name, label) in zip(st.columns(3), FIELDS, strict=True):
        column.text_input(
            f"{label}, {head['unit']}" if head["unit"] and head["unit"].isalpha() else label,
            key=_draft(name, chosen.group_id),
            placeholder=typed_amount(head[name]),
            persist_state="session",
        )
    st.text_area(
        "Reasoning", key=_draft("reasoning", chosen.group_id), height=80, persist_state="session",
        placeholder="Why this figure: whose count it is, what it includes, until when",
    )  # fmt: skip
    st.button(
        "Take the cross-check's figures",
        icon=":material/content_copy:",
        key="group-take",
        on_click=_take_figures,
        args=(chosen,),
    )
    st.caption("What stands here is recorded together with the verdict. A bound that is left empty is open.")


def _own(session: Session, chosen: Chosen, decisions: Decisions) -> GroupDecision | None:
    """What this reviewer has decided about the group."""
    seen = decisions.seen.get(chosen.group_id, ())
    return next((r.decision for r in reversed(seen) if r.decision.reviewer == session.reviewer), None)


def _start_from(own: GroupDecision | None, chosen: Chosen) -> None:
    """Let the form begin with what was decided before: a new decision replaces it whole."""
    if own is not None:
        for name, said in _typed(own).items():
            st.session_state.setdefault(_draft(name, chosen.group_id), said)


def _typed(decision: GroupDecision) -> dict[str, str]:
    figures = {"low": decision.low, "best": decision.recommended, "high": decision.high}
    return {**{name: typed_amount(value) for name, value in figures.items()}, "reasoning": decision.reasoning}


def _take_figures(chosen: Chosen) -> None:
    for name, _ in FIELDS:
        st.session_state[_draft(name, chosen.group_id)] = typed_amount(chosen.head[name])


def _decide(session: Session, chosen: Chosen, verdict: GroupVerdict) -> None:
    try:
        low, best, high = (
            read_amount(st.session_state.get(_draft(name, chosen.group_id)) or "", label) for name, label in FIELDS
        )
        session.record.decide_group(
            GroupDecision(
                group_id=chosen.group_id,
                claim_ids=tuple(sorted(chosen.claim_ids)),
                reviewer=session.reviewer or "",
                verdict=verdict,
                recommended=best,
                low=low,
                high=high,
                reasoning=(st.session_state.get(_draft("reasoning", chosen.group_id)) or "").strip(),
            )
        )
    except (AmountError, DecisionError) as error:
        st.session_state[SAVED] = ("error", f"Not recorded: {error}.")
        return
    except RecordError as error:
        st.session_state[SAVED] = ("error", f"Not recorded, your input is still here: {error}.")
        return
    for name in (*(name for name, _ in FIELDS), "reasoning"):
        st.session_state.pop(_draft(name, chosen.group_id), None)
    st.session_state[SAVED] = ("ok", f"{VERDICTS[verdict][0]}: {title(chosen.head)}")
    st.session_state[DECIDED] = [*st.session_state.get(DECIDED, []), (chosen.group_id, chosen.claim_ids)]
    st.session_state[GROUP] = chosen.after or chosen.before or chosen.group_id


def _undo(session: Session, chosen: Chosen) -> None:
    """Take back the last decision of this session, else this reviewer's decision on the group that is shown."""
    decided = list(st.session_state.get(DECIDED, []))
    group_id, claim_ids = decided.pop() if decided else (chosen.group_id, chosen.claim_ids)
    try:
        undone = session.record.undo_group(session.reviewer or "", group_id, claim_ids)
    except RecordError as error:
        st.session_state[SAVED] = ("error", f"Not taken back: {error}.")
        return
    st.session_state[DECIDED] = decided
    if undone is None:
        st.session_state[SAVED] = ("error", "There is no decision of yours to take back on this group.")
        return
    for name, said in _typed(undone.decision).items():
        st.session_state[_draft(name, group_id)] = said
    st.session_state[GROUP] = group_id
    st.session_state[SAVED] = ("ok", f"Taken back: {undone.decision.verdict}")


def _outcome() -> None:
    """What the last press of a key has done: said once."""
    kind, said = st.session_state.pop(SAVED, (None, ""))
    if kind == "ok":
        notices.done(said)
    elif kind == "error":
        notices.failed(said)


def _history(session: Session, chosen: Chosen, decisions: Decisions) -> None:
    try:
        rows: Sequence[GroupReview] = session.record.group_history(chosen.group_id, chosen.claim_ids)
    except RecordError as error:
        notices.failed(f"The history cannot be read: {error}.")
        return
    hidden = session.blind and chosen.group_id not in decisions.mine
    seen = [row for row in rows if not hidden or row.decision.reviewer == session.reviewer]
    if len(seen) < len(rows):
        st.caption("Others have decided; you see it after your own decision (blind).")
    if seen:
        lines = "".join(
            f"<li{' class=ct-undone' if row.undone else ''}>{plain_html(decision_in_words(row, chosen.head))}</li>"
            for row in seen
        )
        st.html(f'<b>History</b><ol class="ct-history">{lines}</ol>')


def _draft(name: str, group_id: str) -> str:
    return f"group {name} {group_id} {current_reviewer()}"


def _has_draft(chosen: Chosen) -> bool:
    return any(st.session_state.get(_draft(name, chosen.group_id)) for name in ("low", "best", "high", "reasoning"))
