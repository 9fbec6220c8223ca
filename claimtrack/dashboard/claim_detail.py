"""One claim: its figure in words, its sentence in the whole article, and why each field says what it says."""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.marking import Mark, marked_html, plain_html
from claimtrack.dashboard.workspace import Article
from claimtrack.telling import words
from claimtrack.telling.why import Evidence, EvidenceError, evidence_of, fields
from claimtrack.telling.words import Cells

MOST_SHOWN = 20_000  # characters of an article beside a claim; the page of the article shows all, part by part
# put the claim in the middle of the article's frame; a constant of ours, nothing of the article is in it
SCROLL = """<script>{
const marks = document.querySelectorAll("#ct-focus"), mark = marks[marks.length - 1];
const frame = mark?.closest(".ct-scroll");
if (frame) frame.scrollTop = mark.offsetTop - frame.offsetTop - frame.clientHeight / 2;
}</script>"""


def claim_heading(cells: Cells, article: Article) -> None:
    """The claim in a line, and where it is from."""
    what = " ".join(part for part in (words.figure(cells), words.thing(cells)) if part)
    about = [words.event(cells), words.where(cells), words.day(cells["as_of"])]
    st.html(
        f'<h2 class="ct-big">{plain_html(what)}</h2>'
        f'<div class="ct-sub">{plain_html(" · ".join(part for part in about if part))}</div>'
        f'<div class="ct-sub">according to <b>{plain_html(words.who(cells))}</b></div>'
        f'<div class="ct-sub">{plain_html(" — ".join(part for part in (article.title, article.origin) if part))}</div>'
    )


def claim_in_article(cells: Cells, article: Article) -> None:
    """The article with the claim's figure, cue and source marked, scrolled to the claim."""
    evidence = read_evidence(cells, article.text)
    if article.text is None or evidence is None or evidence.text is None:
        st.info("The article's text is not beside the claims; this is the sentence alone.", icon=":material/info:")
        st.html(f'<div class="ct-scroll">{marked_html(cells["sentence"], ())}</div>')
        return
    first, last = _window(article.text, cells["start"])
    marks = [Mark(start, end, name, name == "figure") for start, end, name in evidence.marks(first, last)]
    st.html(
        f'<div class="ct-scroll" tabindex="0" role="region" aria-label="The article">'
        f"{marked_html(article.text, marks, first, last)}</div>{SCROLL}",
        unsafe_allow_javascript=True,
    )
    if (first, last) != (0, len(article.text)):
        st.caption(f"{last - first:,} of {len(article.text):,} characters")
    links.link(
        "articles",
        "All figures of this article",
        icon=":material/article:",
        doc=article.doc_id,
        version=article.text_hash,
        claim=cells["claim_id"],
    )


def claim_reasons(cells: Cells, article: Article) -> None:
    """Each field of the claim and the words that it comes from."""
    evidence = read_evidence(cells, article.text)
    if evidence is None:
        st.warning("The evidence of this row is not what extract writes.", icon=":material/warning:")
        return
    rows = "".join(
        f"<tr><th scope='row'>{plain_html(name)}</th><td>{plain_html(said)}</td></tr>"
        for name, said in fields(cells, evidence)
    )
    st.html(f'<table class="ct-why"><tbody>{rows}</tbody></table>')


def read_evidence(cells: Cells, text: str | None) -> Evidence | None:
    """The evidence of a row, None where it cannot be read."""
    try:
        return evidence_of(cells, text)
    except EvidenceError:
        return None


def _window(text: str, at: int) -> tuple[int, int]:
    """The part of a long text around a place, from and to a line's end where one is near."""
    if len(text) <= MOST_SHOWN:
        return 0, len(text)
    first, last = max(0, at - MOST_SHOWN // 2), min(len(text), at + MOST_SHOWN // 2)
    line = text.find("\n", first, at)
    return (line + 1 if 0 <= line < first + 2_000 else first), last
