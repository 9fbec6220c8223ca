"""What has been done, or could not be: in words that may hold a stranger's words, and are never markup."""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard.marking import plain_html


def done(said: str) -> None:
    st.html(f'<div class="ct-notice" role="status">✔ {plain_html(said)}</div>')


def failed(said: str) -> None:
    st.html(f'<div class="ct-notice ct-failed" role="alert">⚠ {plain_html(said)}</div>')


def failed_for_now(said: str) -> None:
    """What may work when it is tried again, which its button does."""
    failed(said)
    st.button("Try again", key="try_again", icon=":material/refresh:")
