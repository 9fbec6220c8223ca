"""Export of exactly what is on the screen, and of everything, with the reviews joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from claimtrack.dashboard.session import Session
from claimtrack.export import EXPORT_FORMATS, Flavour, export_table

# what it is called on the screen → format, flavour
CHOICES: Mapping[str, tuple[str, Flavour]] = {
    "CSV": ("csv", "guarded"),
    "CSV for Excel": ("csv", "excel"),
    "CSV, raw": ("csv", "raw"),
    "XLSX": ("xlsx", "guarded"),
    "JSON": ("json", "guarded"),
}


def export_menu(session: Session, rows: Sequence[int]) -> None:
    """Buttons that download the rows of the list, in its order, or every claim."""
    with st.popover("Export", icon=":material/download:"):
        chosen = st.segmented_control("Format", list(CHOICES), default="CSV", required=True, key="export-format")
        st.caption("With each claim's verdict, corrections and notes, and who decided.")
        _download(session, f"These {len(rows):,} claims", "shown", rows, chosen)
        _download(session, f"All {len(session.workspace):,} claims", "all", range(len(session.workspace)), chosen)


def _download(session: Session, label: str, name: str, rows: Sequence[int], chosen: str) -> None:
    format_name, flavour = CHOICES[chosen]
    workspace = session.workspace

    def made() -> bytes:
        claims, decisions = workspace.claims, session.decisions()
        if name != "all":
            claims = claims.iloc[list(rows)]
            ids = set(claims["claim_id"])
            decisions = [decision for decision in decisions if decision.claim_id in ids]
        return export_table(claims, decisions, format_name, flavour)

    st.download_button(
        f"{label} as {chosen}",  # a press before the page has heard of another format is seen to be of the old one
        data=made,
        file_name=f"{workspace.path.stem}-{name}.{format_name}",
        mime=EXPORT_FORMATS[format_name].media_type,
        on_click="ignore",
        key=f"export-{name}",
        icon=":material/download:",
        width="stretch",
    )
