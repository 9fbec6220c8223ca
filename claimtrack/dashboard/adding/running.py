"""Extracting what was added, with a bar that moves, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from claimtrack.dashboard import links
from claimtrack.dashboard.decisions.words import counted
from claimtrack.dashboard.extraction import add_articles
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.notices import done
from claimtrack.dashboard.session import Session
from claimtrack.model import Document
from claimtrack.reading import Reject

MOST_LINKED = 20  # articles in one address
MOST_TOLD = 50  # inputs that could not be read


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding articles. doc_ids, titles, claims: of the new; there: how many texts were there before."""

    doc_ids: tuple[str, ...]
    titles: tuple[str, ...]
    claims: int
    there: int
    rejects: tuple[Reject, ...]


class AddError(RuntimeError):
    """Nothing was added; the message says why and what to do."""


def extract(session: Session, items: Sequence[Document | Reject]) -> Added:
    """Add documents to the open file while a bar moves. Raises AddError; nothing is added then."""
    from filelock import Timeout

    documents = [item for item in items if isinstance(item, Document)]
    if not documents:
        return Added((), (), 0, 0, tuple(item for item in items if isinstance(item, Reject)))
    before = set(session.workspace.articles())
    bar = st.progress(0.0, text=f"Reading {counted(len(documents), 'article')}; long ones take a while …")

    def progress(read: int, claims: int) -> None:
        told = f"{read:,} of {counted(len(documents), 'article')} read, {counted(claims, 'claim')} found"
        bar.progress(min(1.0, read / len(documents)), text=told)

    try:
        tally = add_articles(session.workspace.path, items, progress)
    except Timeout as error:
        raise AddError("Somebody else is adding articles to this file. Try again in a minute.") from error
    except OSError as error:
        raise AddError(f"The file of claims cannot be written ({error.strerror or error}).") from error
    except ValueError as error:
        raise AddError(f"The file of claims cannot be read any more: {error}.") from error
    finally:
        bar.empty()
    failed = {reject.path for reject in tally.rejects}
    new = [d for d in documents if (d.doc_id, d.text_hash) not in before and d.doc_id not in failed]
    there = max(0, len(documents) - tally.documents - sum(d.doc_id in failed for d in documents))
    return Added(
        tuple(dict.fromkeys(document.doc_id for document in new)),
        tuple(dict.fromkeys(document.title or document.doc_id for document in new)),
        tally.claims,
        there,
        tuple(tally.rejects),
    )


def tell(added: Added) -> None:
    """What came of it, with links to the new claims."""
    if added.doc_ids:
        _new(added)
    if added.there:
        were = "was" if added.there == 1 else "were"
        done(f"{counted(added.there, 'text')} {were} in the file before; nothing was added twice.")
    if added.rejects:
        rows = "".join(
            f"<tr><td>{plain_html(reject.path)}{f', {plain_html(reject.place)}' if reject.place else ''}</td>"
            f"<td>{plain_html(reject.reason)}. {plain_html(f'{reject.remedy}.' if reject.remedy else '')}</td></tr>"
            for reject in added.rejects[:MOST_TOLD]
        )
        st.html(
            '<div class="ct-notice ct-failed" role="alert">'
            f"<b>⚠ {counted(len(added.rejects), 'input')} could not be used</b>"
            '<table class="ct-table"><thead><tr><th scope="col">which</th><th scope="col">why</th></tr></thead>'
            f"<tbody>{rows}</tbody></table></div>"
        )
        if len(added.rejects) > MOST_TOLD:
            st.caption(f"{len(added.rejects) - MOST_TOLD:,} more")


def _new(added: Added) -> None:
    titles = "; ".join(added.titles[:5]) + (" …" if len(added.titles) > 5 else "")
    st.html(
        f'<div class="ct-card" role="status"><div class="ct-big">{counted(len(added.doc_ids), "article")}, '
        f"{counted(added.claims, 'claim')}</div>"
        f'<div class="ct-sub">{plain_html(titles)}</div></div>'
    )
    with st.container(horizontal=True):
        linked = list(added.doc_ids[:MOST_LINKED])
        label = "Review the new claims" if len(linked) == len(added.doc_ids) else f"Review the first {MOST_LINKED}"
        if added.claims:
            links.link(
                "claims", label, icon=":material/rate_review:", article=linked, status="all", order="article"
            )  # fmt: skip
        if len(added.doc_ids) == 1:
            links.link("articles", "Read the article with its figures", icon=":material/article:", doc=linked[0])
        else:
            links.link("articles", "All articles", icon=":material/article:", order="newest")
