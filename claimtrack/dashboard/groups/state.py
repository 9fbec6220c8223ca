"""What a session knows of the groups: the table, made once, and the decisions that its reviewer may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from claimtrack.crosscheck.checks import Finding
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.groups.table import GroupTable, decided_by, decisions_by_group, group_table, visible
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import GroupReview, Record


@dataclass(frozen=True, slots=True)
class Decisions:
    """seen: the standing decisions about each group that the reviewer may see; mine: the groups that they decided."""

    seen: Mapping[str, Sequence[GroupReview]]
    mine: frozenset[str]


@st.cache_resource(show_spinner="Cross-checking the claims …", max_entries=4, hash_funcs={Workspace: key_of})
def groups_of(workspace: Workspace) -> GroupTable:
    """The groups of the open claims; it takes seconds where there are many claims, once."""
    return group_table(workspace.groups())


@st.cache_resource(show_spinner="Running the checks …", max_entries=4, hash_funcs={Workspace: key_of})
def findings_of(workspace: Workspace) -> Sequence[Finding]:
    """What the checks found in the open claims."""
    return tuple(workspace.findings())


def decisions_of(session: Session) -> Decisions:
    """The decisions about groups. Raises RecordError."""
    return _decisions(
        session.workspace, session.record, session.record.version(), session.reviewer or "", session.blind
    )


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Workspace: key_of, Record: id})
def _decisions(
    workspace: Workspace,
    record: Record,
    version: int,  # noqa: ARG001  (tells a grown record from what is cached)
    reviewer: str,
    blind: bool,
) -> Decisions:
    all_of_them = decisions_by_group(record.standing_groups(), groups_of(workspace))
    return Decisions(visible(all_of_them, reviewer, blind), frozenset(decided_by(all_of_them, reviewer)))
