"""The list of what the checks found, and one finding with its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from claimtrack.crosscheck.checks import Figure, Finding
from claimtrack.dashboard import links
from claimtrack.dashboard.groups.detail import sentence_html
from claimtrack.dashboard.html import table_height
from claimtrack.dashboard.marking import harmless, plain_html
from claimtrack.dashboard.workspace import Workspace
from claimtrack.telling import words

CHECK, FINDING = "check", "finding"  # in the session's state: the check that is shown, the number of a finding in it
MOST_LISTED = 500
# name of a check → what it looks for
MEANINGS = {
    "part-larger-than-whole": "a part that is larger than its whole",
    "parts-do-not-sum": "parts that do not add up to their whole",
    "percentage-against-base": "a percentage that does not fit the numbers beside it",
    "headline-against-body": "a headline whose figure the text does not give",
    "total-falls": "a total that is lower later",
    "swapped-digits": "a fall that is two swapped digits",
    "number-under-two-kinds": "one rare number under two kinds",
    "impossible-magnitude": "more than there can be",
    "against-reference": "a figure far from the reference table",
}


def of_check(findings: Sequence[Finding], check: str | None) -> list[Finding]:
    """The findings of one check; of all, the rarest checks first, where none is named."""
    if check is not None:
        return [finding for finding in findings if finding.check == check]
    many = Counter(finding.check for finding in findings)
    return sorted(findings, key=lambda finding: (many[finding.check], finding.check))


def checks_view(workspace: Workspace, findings: Sequence[Finding]) -> None:
    """The checks with how much each found, the findings, and the chosen one with its claims."""
    if not findings:
        st.success(
            "The checks found nothing: no part above its whole, no sum that is off, no total that falls, "
            "no figure beyond what is possible.",
            icon=":material/check:",
        )
        return
    many = Counter(finding.check for finding in findings)
    chosen = st.session_state.get(CHECK)
    options = sorted(many, key=lambda check: (-many[check], check))
    st.selectbox(
        "Check",
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=lambda check: f"{MEANINGS.get(check, check)} ({many[check]:,})",
        placeholder=f"all {len(findings):,} findings",
        key="check-choice",
        on_change=_take_check,
    )
    listed = of_check(findings, chosen if chosen in many else None)[:MOST_LISTED]
    at = min(max(int(st.session_state.get(FINDING) or 0), 0), len(listed) - 1)
    left, right = st.columns([11, 10], gap="medium")
    with left:
        _list(listed, at)
        if len(listed) == MOST_LISTED:
            st.caption(f"The first {MOST_LISTED:,} are listed; choose a check to see its own.")
    with right:
        _finding(workspace, listed[at])


def _list(listed: Sequence[Finding], at: int) -> None:
    key = "findings-table"
    st.session_state[key] = {"selection": {"rows": [at], "columns": [], "cells": []}}
    text = st.column_config.TextColumn
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "check": finding.check.replace("-", " "),
                    "why": harmless(finding.why),
                    "sentence": harmless(finding.figures[0].sentence),
                }
                for finding in listed
            ]
        ),
        key=key,
        hide_index=True,
        height=table_height(len(listed), 430),
        on_select=lambda: _select(key),
        selection_mode="single-row",
        column_config={
            "check": text("check", width=150),
            "why": text("why", width=210),
            "sentence": text("sentence", width=300),
        },
        alt=f"{len(listed)} findings of the checks, a row each",
    )


def _finding(workspace: Workspace, finding: Finding) -> None:
    st.html(
        f'<div class="ct-figures">{plain_html(finding.why)}</div>'
        f'<div class="ct-sub">{plain_html(MEANINGS.get(finding.check, finding.check))}. The checks only point: '
        "nothing is corrected.</div>"
    )
    for figure in dict.fromkeys(finding.figures):
        with st.container(border=True, gap="xsmall"):
            _figure(workspace, figure)


def _figure(workspace: Workspace, figure: Figure) -> None:
    row = workspace.row_of(figure.claim_id)
    if row is None:
        st.html(f'<div class="ct-quote">{plain_html(figure.sentence)}</div>')
        return
    cells = workspace.cells(row)
    article = workspace.article(cells["doc_id"], cells["text_hash"])
    st.html(
        f'<div class="ct-figures">{plain_html(words.figure(cells))} {plain_html(words.thing(cells))}</div>'
        f"<div><b>{plain_html(words.who(cells))}</b></div>"
        f'<div class="ct-sub">{plain_html(" — ".join(part for part in (article.title, article.origin) if part))}</div>'
        f'<div class="ct-quote">{sentence_html(workspace, cells)}</div>'
    )
    links.link("claims", "Open this claim", icon=":material/checklist:", claim=figure.claim_id, status="all")


def _take_check() -> None:
    st.session_state[CHECK] = st.session_state["check-choice"]
    st.session_state[FINDING] = 0


def _select(key: str) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        st.session_state[FINDING] = chosen[0]
