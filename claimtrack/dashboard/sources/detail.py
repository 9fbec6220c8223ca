"""One source: what it is cited for, how it is written, how its claims were judged."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.html import bars
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.sources.state import source_facts

MOST_FORMS = 12
MOST_KINDS = 10


def source_detail(session: Session, head: pd.Series) -> None:
    """head: its row of the table of sources, with the verdicts."""
    names = tuple(map(str, head["names"]))
    facts = source_facts(session.workspace, names)
    about = [str(head["type"]), *(role for role, _ in facts.roles[:2])]
    counted = f"{head['claims']:,} claims in {head['articles']:,} article{'' if head['articles'] == 1 else 's'}"
    last = f", last on {head['last']}" if isinstance(head["last"], str) else ""
    verdicts = [f"✔ {head['confirmed']:,} confirmed", f"≠ {head['disputed']:,} disputed",
                f"☍ {head['wrong_source']:,} wrong source"]  # fmt: skip
    st.html(
        f'<div class="ct-big">{plain_html(head["name"])}</div>'
        f'<div class="ct-sub">{plain_html(" · ".join(about))}</div>'
        f'<div class="ct-figures">{plain_html(counted + last)}</div>'
        + "".join(f'<span class="ct-badge">{plain_html(said)}</span>' for said in verdicts)
    )
    links.link(
        "claims", "Its claims", icon=":material/checklist:", source=names, status="all", order="newest"
    )  # fmt: skip
    st.html(f"<b>Cited for</b>{bars(facts.kinds[:MOST_KINDS])}{_more(facts.kinds, MOST_KINDS, 'kinds')}")
    others = [(form, many) for form, many in facts.written if form != head["name"]]
    merged = [(name, many) for name, many in _merged(session, names) if name != head["name"]]
    if merged:
        st.html(f"<b>Merged into it</b> {_forms(merged)}")
    if others:
        st.html(f"<b>Written as</b> {_forms(others)}")


def _merged(session: Session, names: Sequence[str]) -> list[tuple[str, int]]:
    claims = session.workspace.newest
    counts = claims.loc[claims["source"].isin(names), "source"].value_counts()
    return [(str(name), int(many)) for name, many in counts.items()]


def _forms(forms: Sequence[tuple[str, int]]) -> str:
    listed = " ".join(
        f'<span class="ct-badge">{plain_html(form)} · {many:,}</span>' for form, many in forms[:MOST_FORMS]
    )
    return f"{listed}{_more(forms, MOST_FORMS, 'forms')}"


def _more(listed: Sequence[object], most: int, things: str) -> str:
    return f'<div class="ct-sub">and {len(listed) - most:,} more {things}</div>' if len(listed) > most else ""
