"""The page of articles: the list of them, one with all its figures marked, or two versions of one compared."""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard import address
from claimtrack.dashboard.articles.index import ArticleIndex, build_index
from claimtrack.dashboard.articles.listing import article_list
from claimtrack.dashboard.articles.reader import article_reader
from claimtrack.dashboard.articles.versions import version_view
from claimtrack.dashboard.articles.views import ArticlesView, from_address, to_address
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Workspace

PAGE = "articles"


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Articles</h1>')
    said = address.arrived(PAGE, PAGE)
    if said is not None:
        st.session_state[PAGE] = from_address(said)
    view: ArticlesView = st.session_state.setdefault(PAGE, ArticlesView())
    index = _index(session.workspace)
    versions = [] if view.doc is None else index.versions_of(view.doc)
    if view.doc is None:
        article_list(session, index, view)
    elif not versions:
        st.warning("This article is not in the open file.", icon=":material/search_off:")
        st.button("All articles", icon=":material/arrow_back:", on_click=_leave)
    elif view.old is not None and len(versions) > 1:
        version_view(session, versions, view)
    else:
        article_reader(session, versions, view)
    address.publish(PAGE, to_address(st.session_state[PAGE]))


def _leave() -> None:
    st.session_state[PAGE] = ArticlesView()


@st.cache_resource(max_entries=4, show_spinner="Listing the articles …", hash_funcs={Workspace: key_of})
def _index(workspace: Workspace) -> ArticleIndex:
    return build_index(workspace.claims, workspace.documents)
