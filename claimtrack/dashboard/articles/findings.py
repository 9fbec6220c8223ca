"""What the checks find within one article: headline against text, parts against their whole, impossible figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claimtrack.dashboard.articles.claims import choose
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Article, Workspace

if TYPE_CHECKING:
    from claimtrack.crosscheck import Finding

MOST_CLAIMS = 5_000  # of an article that is checked while somebody waits
MOST_FINDINGS = 20


def article_findings(session: Session, article: Article, claims: int) -> None:
    """Show the findings of one version of an article, which has so many claims."""
    if not claims or claims > MOST_CLAIMS:
        return
    found = _findings(session.workspace, article.doc_id, article.text_hash)
    if not found:
        return
    st.html(f"<h2 class='ct-part'>To look at: {len(found):,}</h2>")
    for number, finding in enumerate(found[:MOST_FINDINGS]):
        said, button = st.columns([4, 1], vertical_alignment="center", gap="small")
        name = finding.check.replace("-", " ")
        said.html(f'<span class="ct-badge">{plain_html(name)}</span>{plain_html(finding.why)}')
        button.button(
            "Show",
            key=f"finding-{number}",
            on_click=choose,
            args=(finding.figures[0].claim_id,),
            help="Show the figure in the article",
            width="stretch",
        )
    if len(found) > MOST_FINDINGS:
        st.caption(f"{len(found) - MOST_FINDINGS:,} more")


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Workspace: key_of})
def _findings(workspace: Workspace, doc_id: str, text_hash: str) -> list[Finding]:
    from claimtrack.crosscheck import group_claims, load_reference, run_checks

    claims = workspace.claims
    here = claims[(claims["doc_id"] == doc_id) & (claims["text_hash"] == text_hash)]
    alone = group_claims(here.iloc[:0]).table  # what concerns several articles stands on the cross-check's page
    return run_checks(here, alone, load_reference(None))
