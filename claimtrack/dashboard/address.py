"""The address of a page holds what is on it, so that it survives a reload and can be mailed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

Parameters = Mapping[str, Sequence[str]]

MOST_REMEMBERED = 20  # addresses of a page that a browser may still send although a newer one is written


@dataclass(frozen=True, slots=True)
class Shown:
    """A page when it was last shown. written: its address; earlier: those before; kept, state: see arrived."""

    written: Parameters | None = None
    earlier: tuple[Parameters, ...] = ()
    kept: tuple[str, ...] = ()
    state: Mapping[str, object] = field(default_factory=dict)


def arrived(page: str, *kept: str) -> Parameters | None:
    """The address's parameters where somebody has come to the page by them; None where they are what the page wrote.

    Who comes back to a page without any finds it as it was left. kept: the names in the session's state of what the
    page shows. Where that has changed since, somebody has pressed something here, and an earlier address of the page
    means only that the browser had not heard of the newest yet; where it has not, somebody went back.
    """
    said = _of_browser()
    shown = _shown(page)
    before, st.session_state["page"] = st.session_state.get("page"), page
    st.session_state[_key(page)] = replace(shown, kept=kept)
    if before != page:
        return shown.written if shown.written and not said else said
    pressed = _state(kept) != shown.state
    return None if said == shown.written or (pressed and said in shown.earlier) else said


def publish(page: str, said: Mapping[str, str | Sequence[str] | None]) -> None:
    """Write the parameters into the address; what is None or empty is left out."""
    full = {name: [value] if isinstance(value, str) else list(value) for name, value in said.items() if value}
    shown = _shown(page)
    if full != _of_browser() or full != shown.written:
        st.query_params.from_dict(full)
    earlier = (*shown.earlier, full)[-MOST_REMEMBERED:]
    st.session_state[_key(page)] = Shown(full, earlier, shown.kept, _state(shown.kept))


def last(said: Parameters, name: str) -> str | None:
    """The last value of a parameter, None where there is none."""
    values = said.get(name) or ()
    return values[-1] if values else None


def _of_browser() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _shown(page: str) -> Shown:
    shown: Shown = st.session_state.get(_key(page), Shown())
    return shown


def _state(kept: Sequence[str]) -> dict[str, object]:
    return {name: st.session_state.get(name) for name in kept}


def _key(page: str) -> str:
    return f"address of {page}"
