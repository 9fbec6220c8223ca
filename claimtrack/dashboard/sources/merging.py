"""Merging two names of one source or correcting one, what looks alike, and what was merged: all of it is in the record.

The names go to a file beside the claims too, which the next extraction uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from claimtrack.dashboard import notices
from claimtrack.dashboard.folders import aliases_file
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session, reviewer_form
from claimtrack.dashboard.sources.panel import SOURCE
from claimtrack.dashboard.sources.similar import Likeness
from claimtrack.reviews import DecisionError, RecordError
from claimtrack.reviews.aliases import AliasStatement, aliases_csv

SAVED = "source-saved"  # of the session: what the last press of a button has done
MOST_OFFERED, MOST_SUGGESTED, MOST_LISTED = 2_000, 8, 100


def merge_form(session: Session, name: str, names: Sequence[str]) -> None:
    """Say that a source is another one of the list, or what it is called. names: of all sources, to choose from."""
    if session.reviewer is None:
        reviewer_form("who-sources")
        return
    key = f"source-other {name}"
    st.selectbox(
        "This is the same as, or should be called",
        [other for other in names[:MOST_OFFERED] if other != name],
        index=None,
        key=key,
        accept_new_options=True,
        filter_mode="contains",
        placeholder="choose a source, or type a name",
        persist_state="session",
    )
    other = st.session_state.get(key)
    st.button(
        "Merge",
        icon=":material/merge:",
        key="source-merge",
        type="primary",
        disabled=not other,
        on_click=_merge,
        args=(session, name, other or ""),
        help="Its claims count for that name from now on, and the next extraction uses it.",
    )


def suggestions(session: Session, likenesses: Sequence[Likeness]) -> None:
    """Names that look alike, each with a button that merges them."""
    for number, pair in enumerate(likenesses[:MOST_SUGGESTED]):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(
                f"<b>{plain_html(pair.name)}</b> → <b>{plain_html(pair.kept)}</b> "
                f"<span class='ct-sub'>{plain_html(pair.why)}</span>"
            )
            st.button(
                "Merge",
                key=f"suggestion-{number}",
                icon=":material/merge:",
                disabled=session.reviewer is None,
                on_click=_merge,
                args=(session, pair.name, pair.kept),
            )
    if len(likenesses) > MOST_SUGGESTED:
        st.caption(f"and {len(likenesses) - MOST_SUGGESTED:,} more, when these are merged")


def merged_names(session: Session, aliases: Mapping[str, str], statements: Sequence[AliasStatement]) -> None:
    """The aliases that stand, who made them and when, each with a button that takes it back, and the file of them."""
    last = {said.name: said for said in statements}
    newest = sorted(aliases, key=lambda name: last[name].at, reverse=True)
    for number, name in enumerate(newest[:MOST_LISTED]):
        said = last[name]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(
                f"<b>{plain_html(name)}</b> → <b>{plain_html(aliases[name])}</b> "
                f"<span class='ct-sub'>{plain_html(f'{said.reviewer}, {said.at:%Y-%m-%d %H:%M}')}</span>"
            )
            st.button(
                "Undo",
                key=f"alias-{number}",
                icon=":material/undo:",
                disabled=session.reviewer is None,
                on_click=_undo,
                args=(session, name),
            )
    if len(aliases) > MOST_LISTED:
        st.caption(f"and {len(aliases) - MOST_LISTED:,} more in the file")
    st.download_button(
        "Download aliases.csv",
        data=aliases_csv(aliases).encode(),
        file_name="aliases.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        help="For `claimtrack extract --aliases aliases.csv`",
    )


def outcome() -> None:
    """What the last press of a button has done: said once."""
    kind, said = st.session_state.pop(SAVED, (None, ""))
    if kind == "ok":
        notices.done(said)
    elif kind == "error":
        notices.failed(said)


def _merge(session: Session, name: str, other: str) -> None:
    kept = " ".join(other.split())
    if kept == name:
        st.session_state[SAVED] = ("error", "That is its name already.")
        return

    def write() -> str:
        session.record.add_alias(name, kept, session.reviewer or "")
        st.session_state.pop(f"source-other {name}", None)
        st.session_state[SOURCE] = session.record.aliases().get(name, kept)
        return f"{name} counts as {kept} from now on"

    _say(session, write)


def _undo(session: Session, name: str) -> None:
    def write() -> str:
        session.record.remove_alias(name, session.reviewer or "")
        if not (session.workspace.claims["source"] == name).any():  # these claims were extracted with the alias
            return f"{name} stands for itself again when the articles are extracted anew"
        st.session_state[SOURCE] = name
        return f"{name} stands for itself again"

    _say(session, write)


def _say(session: Session, write: Callable[[], str]) -> None:
    """Record something, then keep the file of the names; say what came of it."""
    try:
        said = write()
    except (DecisionError, RecordError) as error:
        st.session_state[SAVED] = ("error", f"Not recorded: {error}.")
        return
    try:
        session.record.write_aliases(aliases_file(session.workspace.path))
    except (OSError, RecordError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        st.session_state[SAVED] = (
            "error",
            f"{said}. It is recorded, but the file for the next extraction could not be written ({reason}): download "
            "aliases.csv and give it to `claimtrack extract --aliases`.",
        )
        return
    st.session_state[SAVED] = ("ok", said)
