"""One article with all its figures marked, and beside it the list of its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from claimtrack.dashboard.articles.claims import article_claims
from claimtrack.dashboard.articles.findings import article_findings
from claimtrack.dashboard.articles.parts import part_of, text_parts
from claimtrack.dashboard.articles.rows import ArticleRows, article_rows
from claimtrack.dashboard.articles.views import ArticlesView
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.claim_detail import SCROLL, read_evidence
from claimtrack.dashboard.marking import Mark, marked_html, plain_html
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Article, Workspace
from claimtrack.telling import words

Versions = Sequence[tuple[str, datetime | None]]
MOST_SENTENCES = 500  # shown where the article's text is not at hand
BETWEEN = "\n\n"
LEGEND = (
    ("figure", "figure", "the chosen claim"),
    ("other", "figure", "of another claim"),
    ("cue", "cue", "the reporting word"),
    ("source", "source", "who is cited"),
)


@dataclass(frozen=True)
class OpenArticle:
    """The version that is read. claims: its claims; at: the place of the chosen one among them, or None."""

    article: Article
    claims: ArticleRows
    at: int | None


def article_reader(session: Session, versions: Versions, view: ArticlesView) -> None:
    """Show the article that the view names, in the version that it names, else the newest."""
    opened = open_article(session.workspace, versions, view)
    _heading(opened, versions)
    with st.container(key="article-and-claims"):
        left, right = st.columns([11, 9], gap="medium")
    parts = text_parts(opened.article.text or "")
    part = _part(view, opened, parts)
    with left:
        _text(session, opened, parts, part)
    with right:
        article_claims(session, opened.claims, opened.at, parts[part])
        article_findings(session, opened.article, len(opened.claims))


def open_article(workspace: Workspace, versions: Versions, view: ArticlesView) -> OpenArticle:
    """The version that the view names, else the one of its claim, else the newest, and its claims."""
    hashes = [text_hash for text_hash, _ in versions]
    row = None if view.claim is None else workspace.row_of(view.claim)
    of_claim = None if row is None else str(workspace.claims["text_hash"].iloc[row])
    chosen = next((version for version in (view.version, of_claim) if version in hashes), None) or hashes[-1]
    claims = _rows(workspace, view.doc or "", chosen)
    return OpenArticle(workspace.article(view.doc or "", chosen), claims, claims.place_of(view.claim))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Workspace: key_of})
def _rows(workspace: Workspace, doc_id: str, text_hash: str) -> ArticleRows:
    return article_rows(workspace.claims, doc_id, text_hash)


def version_name(number: int, moment: datetime | None) -> str:
    """`Version 2, 29 September 2016`."""
    return f"Version {number + 1}" + (f", {words.long_day(moment)}" if moment is not None else "")


def _heading(opened: OpenArticle, versions: Versions) -> None:
    article, view = opened.article, st.session_state["articles"]
    st.button("All articles", icon=":material/arrow_back:", on_click=_change, kwargs={"doc": None}, type="tertiary")
    author, url = article.cells.get("author"), str(article.cells.get("url") or "")
    about = [part for part in (article.origin, author and f"by {author}") if part]
    link = ""
    if url.startswith(("http://", "https://")):
        href = plain_html(url)
        link = f' · <a href="{href}" target="_blank" rel="noopener noreferrer nofollow">{href}</a>'
    st.html(
        f'<h1 class="ct-title">{plain_html(article.title)}</h1>'
        f'<div class="ct-sub">{plain_html(" · ".join(about) or "no publisher and date known")}{link}</div>'
    )
    if len(versions) < 2:
        return
    hashes = [text_hash for text_hash, _ in versions]
    at = hashes.index(article.text_hash)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = f"article-version {view.doc} {at}"
        st.selectbox(
            "Version",
            range(len(versions)),
            index=at,
            format_func=lambda number: version_name(number, versions[number][1]),
            key=key,
            on_change=lambda: _change(version=hashes[st.session_state[key]], part=None),
            width=320,
        )
        old, new = (hashes[at - 1], hashes[at]) if at else (hashes[0], hashes[1])
        st.button("What changed", icon=":material/difference:", on_click=_change, kwargs={"old": old, "version": new})


def _part(view: ArticlesView, opened: OpenArticle, parts: Sequence[tuple[int, int]]) -> int:
    if view.part is not None:
        return min(view.part, len(parts)) - 1
    return 0 if opened.at is None else part_of(parts, opened.claims.starts[opened.at])


def _text(session: Session, opened: OpenArticle, parts: Sequence[tuple[int, int]], part: int) -> None:
    if opened.article.text is None:
        st.info("The article's text is not beside the claims; these are its sentences.", icon=":material/info:")
        told = session.workspace.claims[["sentence", "surface"]].iloc[list(opened.claims.rows[:MOST_SENTENCES])]
        text, marks = sentences_alone(told.itertuples(index=False, name=None), opened.at)
        st.html(f'<div class="ct-scroll ct-long">{marked_html(text, marks)}</div>')
        return
    first, last = parts[part]
    st.html(
        f'<div class="ct-legend" role="group" aria-label="What the marks mean">{_legend(opened.at is not None)}</div>'
        '<div class="ct-scroll ct-long" tabindex="0" role="region" aria-label="The article">'
        f"{marked_html(opened.article.text, _marks(session, opened, first, last), first, last)}</div>{SCROLL}",
        unsafe_allow_javascript=True,
    )
    if len(parts) > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            key = f"article-part {opened.article.text_hash} {part}"
            st.pagination(len(parts), default=part + 1, key=key, on_change=lambda: _change(part=st.session_state[key]))
            st.caption(f"Part {part + 1:,} of {len(parts):,}; {len(opened.article.text):,} characters in all")


def sentences_alone(claims: Iterable[tuple[str, str]], at: int | None) -> tuple[str, list[Mark]]:
    """The sentences of claims as a text, each once, and their figures marked. claims: (sentence, surface); at: the
    place of the chosen one."""
    starts: dict[str, int] = {}
    marks: list[Mark] = []
    length = 0
    for place, (sentence, surface) in enumerate(claims):
        if sentence not in starts:
            starts[sentence] = length
            length += len(sentence) + len(BETWEEN)
        found = starts[sentence] + max(0, sentence.find(surface))
        chosen = place == at
        marks.append(Mark(found, found + len(surface), "figure" if chosen else "other", chosen))
    return BETWEEN.join(starts), marks


def _marks(session: Session, opened: OpenArticle, first: int, last: int) -> list[Mark]:
    """The chosen claim with its cue, source and the rest, and the figures of the others."""
    marks: list[Mark] = []
    claims = opened.claims
    if opened.at is not None:
        cells = session.workspace.cells(claims.rows[opened.at])
        evidence = read_evidence(cells, opened.article.text)
        spans = evidence.marks(first, last) if evidence else [(cells["start"], cells["end"], "figure")]
        marks = [Mark(start, end, name, name == "figure") for start, end, name in spans]
    taken = [(mark.start, mark.end) for mark in marks]
    shown = range(bisect_left(claims.starts, first), bisect_left(claims.starts, last))
    others = dict.fromkeys((claims.starts[place], claims.ends[place]) for place in shown)
    free = [(start, end) for start, end in others if all(end <= s or e <= start for s, e in taken)]
    return marks + [Mark(start, end, "other") for start, end in free]


def _legend(chosen: bool) -> str:
    shown = LEGEND if chosen else (("other", "figure", "of a claim"),)
    return " ".join(
        f'<span><mark class="ct-mark ct-{name}">{example}</mark> {meaning}</span>' for name, example, meaning in shown
    )


def _change(**changes: Any) -> None:
    st.session_state["articles"] = replace(st.session_state["articles"], **changes)
