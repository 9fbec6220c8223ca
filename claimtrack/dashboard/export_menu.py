"""Export of exactly what is on the screen, and of everything, with the reviews joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from claimtrack.dashboard.session import Session
from claimtrack.export import EXPORT_FORMATS, Flavour, export_table
from claimtrack.reviews import group_decisions_frame

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
        claims, decisions, on_groups = workspace.claims, session.decisions(), session.group_decisions()
        if name != "all":
            claims = claims.iloc[list(rows)]
            ids = set(claims["claim_id"])
            decisions = [decision for decision in decisions if decision.claim_id in ids]
            on_groups = [review for review in on_groups if not ids.isdisjoint(review.decision.claim_ids)]
        groups = group_decisions_frame(on_groups, workspace.claims)
        return export_table(claims, decisions, format_name, flavour, groups)

    download(f"{label} as {chosen}", f"{workspace.path.stem}-{name}", chosen, made, f"export-{name}")


def group_export(session: Session, key: str) -> None:
    """A button that downloads what was decided about groups, as recorded."""
    with st.popover("Export decisions on groups", icon=":material/download:", key=f"{key}-menu"):
        chosen = st.segmented_control("Format", list(CHOICES), default="CSV", required=True, key=f"{key}-format")
        st.caption("A row a decision, those taken back too: verdict, recommended figure, reasoning, who and when.")
        format_name, flavour = CHOICES[chosen]

        def made() -> bytes:
            groups = group_decisions_frame(session.group_decisions(), session.workspace.claims)
            return export_table(groups, None, format_name, flavour)

        download(f"Decisions on groups as {chosen}", f"{session.workspace.path.stem}-groups", chosen, made, key)


def download(label: str, file_name: str, chosen: str, made: Callable[[], bytes], key: str) -> None:
    """A button that makes a file when it is pressed. label: names the format too, so that a press before the page has
    heard of another one is seen to be of the old; chosen: of CHOICES."""
    format_name, _ = CHOICES[chosen]
    st.download_button(
        label,
        data=made,
        file_name=f"{file_name}.{format_name}",
        mime=EXPORT_FORMATS[format_name].media_type,
        on_click="ignore",
        key=key,
        icon=":material/download:",
        width="stretch",
    )
