"""One group: what it is about, its chart, its claims side by side, and what the checks found in them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from claimtrack.crosscheck import group_chart
from claimtrack.crosscheck.checks import Finding
from claimtrack.dashboard import links
from claimtrack.dashboard.claim_detail import read_evidence
from claimtrack.dashboard.groups.cards import Card, cards
from claimtrack.dashboard.groups.table import GroupTable
from claimtrack.dashboard.groups.words import RELATIONS, SIGNS, figures, title, told_by
from claimtrack.dashboard.marking import Mark, harmless, marked_html, plain_html
from claimtrack.dashboard.workspace import Workspace
from claimtrack.telling import words
from claimtrack.telling.words import Cells, rows_of

MOST_CARDS = 24
MARKED = ("figure", "hedge", "source", "cue")


def group_heading(head: Cells) -> None:
    """The group in a few lines: incident, figures, relation and its reason, who tells it, who repeats whom."""
    relation = f"{SIGNS[head['relation']]} {RELATIONS[head['relation']]}"
    lines = {"Why": head["reason"], "Over time": head["trail"], "Echo": head["echo"]}
    st.html(
        f'<div class="ct-big">{plain_html(title(head))}</div>'
        f'<div class="ct-figures">{plain_html(figures(head))}</div>'
        f'<div><span class="ct-badge">{plain_html(relation)}</span> '
        f'<span class="ct-sub">{plain_html(told_by(head))}</span></div>'
        + "".join(
            f'<div class="ct-sub"><b>{name}:</b> {plain_html(said)}</div>' for name, said in lines.items() if said
        )
    )


def group_picture(table: GroupTable, head: Cells) -> None:
    """The claims of the group as intervals over time, or source by source."""
    rows = table.claims_of(head["group_id"]).copy()
    for name in ("source", "publisher", "surface", "sentence"):
        rows[name] = rows[name].map(harmless, na_action="ignore").astype("string")
    chart = group_chart(rows, head["group_id"]).properties(title="")
    st.altair_chart(
        chart,
        width="stretch",
        height=250,
        alt=f"Chart: {harmless(title(head))}: {harmless(figures(head))}; each claim is told in words below",
    )


def group_claims(workspace: Workspace, table: GroupTable, group_id: str) -> None:
    """A card for each figure that a source gives."""
    told = cards(members_of(workspace, table.claims_of(group_id)))
    with st.grid(min_column_width=270, gap="small", key="group-cards"):
        for card in told[:MOST_CARDS]:
            with st.container(border=True, gap="xsmall"):
                _card(workspace, card)
    if len(told) > MOST_CARDS:
        st.caption(f"{len(told) - MOST_CARDS:,} more figures are on the chart.")


def group_findings(found: Sequence[Finding], claim_ids: frozenset[str]) -> None:
    """What the checks found that concerns these claims."""
    of_these = [finding for finding in found if any(figure.claim_id in claim_ids for figure in finding.figures)]
    told = {(finding.check, finding.why): finding for finding in of_these}.values()
    if told:
        lines = "".join(f"<li><b>{plain_html(f.check.replace('-', ' '))}</b>: {plain_html(f.why)}</li>" for f in told)
        st.html(f'<b>What the checks found</b><ul class="ct-history">{lines}</ul>')


def members_of(workspace: Workspace, rows: pd.DataFrame) -> list[Cells]:
    """The claims of a group's rows as rows of the claims table, with `stands_out`."""
    claims = workspace.claims[workspace.claims["claim_id"].isin(rows["claim_id"])]
    told = rows[["claim_id", "text_hash", "stands_out"]].drop_duplicates(["claim_id", "text_hash"])
    return rows_of(claims.merge(told, on=["claim_id", "text_hash"]))


def sentence_html(workspace: Workspace, cells: Cells) -> str:
    """The claim's sentence with its figure, source and cue marked where the article's text is at hand."""
    article = workspace.article(cells["doc_id"], cells["text_hash"])
    evidence = read_evidence(cells, article.text)
    if article.text is None or evidence is None or evidence.text is None:
        return marked_html(cells["sentence"], ())
    first, last = evidence.sentence
    marks = [Mark(start, end, name) for start, end, name in evidence.marks(first, last) if name in MARKED]
    return marked_html(article.text, marks, first, last)


def _card(workspace: Workspace, card: Card) -> None:
    cells = card.first
    out = ' <span class="ct-badge">⚠ stands out</span>' if card.stands_out else ""
    denied = (
        "" if cells["modality"] == "asserted" else f' <span class="ct-badge">{plain_html(cells["modality"])}</span>'
    )
    st.html(
        f'<div class="ct-figures">{plain_html(words.figure(cells))} {plain_html(words.thing(cells))}{out}{denied}</div>'
        f"<div><b>{plain_html(words.who(cells))}</b></div>"
        f'<div class="ct-sub">{plain_html(_about(workspace, cells))}</div>'
        f'<div class="ct-quote">{sentence_html(workspace, cells)}</div>'
    )
    links.link("claims", "Open this claim", icon=":material/checklist:", claim=cells["claim_id"], status="all")
    if card.echoes:
        with st.expander(_echoed(card), icon=":material/record_voice_over:"):
            for echo in card.echoes[:MOST_CARDS]:
                st.html(
                    f'<div class="ct-sub">{plain_html(_about(workspace, echo))}</div>'
                    f'<div class="ct-quote">{sentence_html(workspace, echo)}</div>'
                )
                links.link("claims", "Open", icon=":material/checklist:", claim=echo["claim_id"], status="all")
            if len(card.echoes) > MOST_CARDS:
                st.caption(f"and {len(card.echoes) - MOST_CARDS:,} more")


def _echoed(card: Card) -> str:
    others = card.other_articles
    if not others:
        return "Said again in the same article"
    return f"Echoed by {others:,} article{'' if others == 1 else 's'}"


def _about(workspace: Workspace, cells: Cells) -> str:
    """`as of 2023-09-15 · Continental Ledger, 16 September 2023 · Wire copy`."""
    article = workspace.article(cells["doc_id"], cells["text_hash"])
    as_of = f"as of {words.day(cells['as_of'])}" if cells["as_of"] is not None else ""
    return " · ".join(part for part in (as_of, article.origin, article.title) if part)
