"""Two versions of one article: which figures changed, and the changed sentences side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from claimtrack.dashboard.articles.changes import Change, change_html, changed_sentences
from claimtrack.dashboard.articles.reader import Versions, version_name
from claimtrack.dashboard.articles.views import ArticlesView
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session
from claimtrack.telling import words

SIGNS = {"changed": "≠", "added": "+", "removed": "−"}
MOST_FIGURES = 300


def version_view(session: Session, versions: Versions, view: ArticlesView) -> None:
    """Compare the versions that the view names (old and version)."""
    hashes = [text_hash for text_hash, _ in versions]
    new = hashes.index(view.version) if view.version in hashes else len(hashes) - 1
    old = hashes.index(view.old) if view.old in hashes else max(0, new - 1)
    workspace = session.workspace
    doc_id = view.doc or ""
    before, after = (workspace.article(doc_id, hashes[at]) for at in (old, new))
    st.button("The article", icon=":material/arrow_back:", on_click=_change, kwargs={"old": None}, type="tertiary")
    st.html(f'<h1 class="ct-title">{plain_html(after.title)}</h1>')
    with st.container(horizontal=True):
        _choice("Older version", "old", old, versions)
        _choice("Newer version", "version", new, versions)
    if old == new:
        st.info("Choose two different versions.", icon=":material/info:")
        return
    _figures(_changed_figures(session, doc_id, hashes[old], hashes[new]))
    if before.text is None or after.text is None:
        st.info("The texts are not beside the claims; only the figures are compared.", icon=":material/info:")
        return
    changes, total = changed_sentences(before.text, after.text)
    _sentences(changes, total, (_name(old, versions), _name(new, versions)))


def _choice(label: str, name: str, at: int, versions: Versions) -> None:
    key = f"article-{name} {at}"
    st.selectbox(
        label,
        range(len(versions)),
        index=at,
        format_func=lambda number: _name(number, versions),
        key=key,
        on_change=lambda: _change(**{name: versions[st.session_state[key]][0]}),
        width=320,
    )


def _changed_figures(session: Session, doc_id: str, old: str, new: str) -> list[dict[str, Any]]:
    from claimtrack.crosscheck import revisions

    claims = session.workspace.claims
    both = claims[(claims["doc_id"] == doc_id) & claims["text_hash"].isin([old, new])]
    # the checks order versions by their moments; here it is the reader who says which one is the older
    return [dict(row) for row in words.rows_of(revisions(_in_order(both, old)))]


def _in_order(both: Any, old: str) -> Any:
    import pandas as pd

    first = both["text_hash"] == old
    nothing = pd.Series(pd.NaT, index=both.index, dtype=both["published"].dtype)
    ordered = both.assign(published=nothing, modified=nothing)
    return pd.concat([ordered[first], ordered[~first]])


def _figures(changes: Sequence[dict[str, Any]]) -> None:
    st.html(f"<h2 class='ct-part'>Figures that changed: {len(changes):,}</h2>")
    if not changes:
        st.html('<div class="ct-sub">Every figure is the same in both versions.</div>')
        return
    rows = "".join(_figure_row(change) for change in changes[:MOST_FIGURES])
    head = "".join(f'<th scope="col">{name}</th>' for name in ("", "of what", "older", "newer", "difference"))
    st.html(f'<table class="ct-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
    if len(changes) > MOST_FIGURES:
        st.caption(f"{len(changes) - MOST_FIGURES:,} more")


def _figure_row(change: dict[str, Any]) -> str:
    what = " · ".join(str(change[name]).replace("_", " ") for name in ("kind", "counted", "place") if change[name])
    by = ""
    if change["by"] is not None:
        by = f"{'+' if change['by'] > 0 else '−'}{words.number(abs(change['by']))}"
        if change["percent"] is not None:
            by += f" ({change['percent']:+g}%)".replace("-", "−")
    sign = f"{SIGNS[change['change']]} {change['change']}"
    cells = "".join(f"<td>{plain_html(str(c))}</td>" for c in (what, change["old"] or "–", change["new"] or "–", by))
    return f'<tr><td class="ct-nowrap">{sign}</td>{cells}</tr>'


def _sentences(changes: Sequence[Change], total: int, names: tuple[str, str]) -> None:
    st.html(f"<h2 class='ct-part'>Sentences that changed: {total:,}</h2>")
    if not changes:
        st.html('<div class="ct-sub">The sentences are the same; only spaces or their order differ.</div>')
        return
    rows = []
    for change in changes:
        old, new = change_html(change)
        rows.append(f"<tr><td>{old or _nothing('not there yet')}</td><td>{new or _nothing('gone')}</td></tr>")
    head = "".join(f'<th scope="col">{plain_html(name)}</th>' for name in names)
    st.html(
        '<div class="ct-legend"><span><del>struck out</del> went</span> <span><ins>underlined</ins> came</span></div>'
        f'<table class="ct-table ct-changes"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
    if len(changes) < total:
        st.caption("Of so many changes only the first are shown.")


def _nothing(said: str) -> str:
    return f'<span class="ct-sub">{said}</span>'


def _name(number: int, versions: Versions) -> str:
    return version_name(number, versions[number][1])


def _change(**changes: Any) -> None:
    st.session_state["articles"] = replace(st.session_state["articles"], **changes)
