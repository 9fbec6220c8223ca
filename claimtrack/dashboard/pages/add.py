"""The page on which articles are added: dropped as files, or pasted."""

from __future__ import annotations

import streamlit as st

from claimtrack.dashboard import address
from claimtrack.dashboard.adding.incoming import EXTENSIONS, Pasted, PasteError, read_files, read_pasted
from claimtrack.dashboard.adding.running import AddError, extract, tell
from claimtrack.dashboard.notices import failed
from claimtrack.dashboard.session import Session

PAGE = "add"
HOW, ROUND, ADDED = "add-how", "add-round", "added"  # ROUND: counts what was added, so that the inputs start empty
WAYS = {"drop": "Drop files", "paste": "Paste a text"}
FIELDS = ("text", "title", "publisher", "published", "url")


def show(session: Session) -> None:
    """Show the page."""
    said = address.arrived(PAGE, "add-chosen")
    if said is not None:
        how = address.last(said, "how")
        st.session_state["add-chosen"] = how if how in WAYS else "drop"
    chosen = st.session_state.setdefault("add-chosen", "drop")
    if st.session_state.get(HOW) != chosen:
        st.session_state[HOW] = chosen
    st.html('<h1 class="ct-title">Add articles</h1>')
    st.segmented_control(
        "How",
        list(WAYS),
        format_func=WAYS.__getitem__,
        key=HOW,
        required=True,
        label_visibility="collapsed",
        on_change=_choose,
    )
    if chosen == "paste":
        _paste(session)
    else:
        _drop(session)
    if ADDED in st.session_state:
        tell(st.session_state[ADDED])
    address.publish(PAGE, {"how": None if chosen == "drop" else chosen})


def _choose() -> None:
    st.session_state["add-chosen"] = st.session_state[HOW]
    st.session_state.pop(ADDED, None)


def _drop(session: Session) -> None:
    files = st.file_uploader(
        "Articles as text, Markdown, HTML or JSON Lines (one article a line)",
        type=list(EXTENSIONS),
        accept_multiple_files=True,
        key=f"add-files {_round()}",
    )
    st.caption(f"Their figures join {len(session.workspace):,} claims that are here already. Only English is read.")
    if st.button("Find the figures", type="primary", disabled=not files, icon=":material/search:", key="add-drop"):
        _run(session, [(file.name, file.getvalue()) for file in files])


def _paste(session: Session) -> None:
    with st.form("paste", border=False):
        st.text_area("Text", key=_key("text"), height=300, placeholder="The article's text", persist_state="session")
        left, right = st.columns(2)
        for column, name, label, example in (
            (left, "title", "Title", "as it was printed; else the text's first line"),
            (right, "publisher", "Publisher", ""),
            (left, "published", "Published", "such as 2016-09-29"),
            (right, "url", "Address", "https://…"),
        ):
            column.text_input(label, key=_key(name), placeholder=example, persist_state="session")
        pressed = st.form_submit_button("Find the figures", type="primary", icon=":material/search:")
    st.caption("“Yesterday” and “on Monday” are counted from the day of publication.")
    if pressed:
        _run(session, Pasted(*(st.session_state[_key(name)] or "" for name in FIELDS)))


def _run(session: Session, given: Pasted | list[tuple[str, bytes]]) -> None:
    """Extract, then show the page anew: the open file is another one now. What fails is told and stays typed."""
    st.session_state.pop(ADDED, None)
    try:
        items = [read_pasted(given)] if isinstance(given, Pasted) else read_files(given)
        added = extract(session, items)
    except (PasteError, AddError) as error:
        failed(f"{str(error).rstrip('.')}.")
        return
    st.session_state[ADDED] = added
    if not added.doc_ids:
        return
    for name in FIELDS:
        st.session_state.pop(_key(name), None)
    st.session_state[ROUND] = _round() + 1
    st.rerun()


def _round() -> int:
    return int(st.session_state.get(ROUND, 0))


def _key(name: str) -> str:
    return f"paste-{name} {_round()}"
