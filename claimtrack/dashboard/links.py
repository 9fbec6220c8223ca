"""Links from one page of the dashboard to another, with what is to be seen there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage


def know(pages: Mapping[str, StreamlitPage]) -> None:
    """Tell this session's links where they lead; called once a run, before any page is shown."""
    st.session_state["pages"] = dict(pages)


def link(page: str, label: str, icon: str | None = None, **said: str | Sequence[str]) -> None:
    """A link to a page with parameters of its address."""
    st.page_link(st.session_state["pages"][page], label=label, icon=icon, query_params=_parameters(said))


def go(page: str, **said: str | Sequence[str]) -> NoReturn:
    """Show another page now."""
    st.switch_page(st.session_state["pages"][page], query_params=_parameters(said))


def address(page: str, **said: str | Sequence[str]) -> str:
    """The address of a page, as it can be mailed (without the host where the browser does not tell it)."""
    base = (st.context.url or "/").rsplit("/", 1)[0]
    return f"{base}/{page}?{urlencode(_parameters(said), doseq=True)}"


def _parameters(said: Mapping[str, str | Sequence[str]]) -> dict[str, str | list[str]]:
    return {name: value if isinstance(value, str) else list(value) for name, value in said.items()}
