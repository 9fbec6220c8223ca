"""What is worked out once for a state of the open claims, and shared by all sessions."""

from __future__ import annotations

from claimtrack.dashboard.workspace import Workspace


def key_of(workspace: Workspace) -> tuple[str, str]:
    """What tells one state of the open claims from another (`hash_funcs` of Streamlit's caches)."""
    return str(workspace.path), workspace.stamp
