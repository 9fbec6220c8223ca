"""What a reviewer has typed about a claim and not yet recorded: it lies in the session, under keys with one end.

The end changes with each decision and each reviewer: inputs of a known key keep what they said, whatever they are given
to begin with.
"""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard.corrections import as_shown, typed_in
from claimtrack.dashboard.session import current_reviewer
from claimtrack.reviews import Decision
from claimtrack.telling.words import Cells

ROUNDS = "drafts"  # of the session: claim → how often its inputs were begun anew


def draft_of(claim_id: str) -> str:
    """The end of the keys of a claim's inputs."""
    return f"{claim_id}.{st.session_state.setdefault(ROUNDS, {}).get(claim_id, 0)}.{current_reviewer()}"


def is_unrecorded(cells: Cells, before: Decision | None, draft: str) -> bool:
    """Whether something else is typed than this reviewer has decided (before) of the claim."""
    shown = as_shown(cells, before.corrections if before else {})
    if any(shown[name] != said for name, said in typed_in(draft).items()):
        return True
    words = ("note", "grade", "evidence")
    return any((st.session_state.get(f"{name} {draft}") or "") != (getattr(before, name, "") or "") for name in words)


def drop_draft(claim_id: str) -> None:
    """Begin the claim's inputs anew, from what the record has."""
    draft = draft_of(claim_id)
    for key in [key for key in map(str, st.session_state) if key.endswith(f" {draft}")]:
        del st.session_state[key]
    st.session_state[ROUNDS][claim_id] = st.session_state[ROUNDS].get(claim_id, 0) + 1
