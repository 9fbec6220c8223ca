"""The filters of the claims page, in the sidebar: what is chosen lives in `st.session_state["filters"]`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zlib import crc32

import streamlit as st

from claimtrack.dashboard.claim_table import Seen
from claimtrack.dashboard.filters import FACETS, ORDERS, STATUSES, Facet, Filters

ALWAYS_OPEN = ("kind", "place", "source", "verdict")


def chosen_filters(default: Filters) -> Filters:
    """The filters as they are chosen now."""
    filters: Filters = st.session_state.setdefault("filters", default)
    return filters


def filter_panel(filters: Filters, seen: Seen, default: Filters) -> None:
    """Show the filters with how many claims each value has; a change is taken before the next run."""
    st.text_input(
        "Search",
        key=_keep("text", filters.text),
        icon=":material/search:",
        placeholder="words of the sentence, source, place",
        on_change=_take_text,
    )
    for facet in FACETS:
        if facet.name in ALWAYS_OPEN:
            _facet(facet, filters, seen)
    with st.expander("More filters", expanded=_more_chosen(filters)):
        for facet in FACETS:
            if facet.name not in ALWAYS_OPEN:
                _facet(facet, filters, seen)
        _days(filters)
        st.slider(
            "Confidence",
            0.0,
            1.0,
            step=0.05,
            key=_keep("confidence", filters.confidence),
            on_change=_take_confidence,
        )
    if replace(filters, order=default.order) != default:
        st.button("Clear filters", icon=":material/filter_alt_off:", on_click=_clear, args=(default,), width="stretch")


def status_and_order(filters: Filters) -> None:
    """Which claims of the reviewer's work are shown, and in what order."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.segmented_control(
            "Show",
            list(STATUSES),
            format_func=STATUSES.__getitem__,
            key=_keep("status", filters.status),
            on_change=_take_choice,
            args=("status",),
            required=True,
        )
        st.selectbox(
            "Order",
            list(ORDERS),
            format_func=ORDERS.__getitem__,
            key=_keep("order", filters.order),
            on_change=_take_choice,
            args=("order",),
            width=200,
        )


def _facet(facet: Facet, filters: Filters, seen: Seen) -> None:
    counts = dict(seen.counts[facet.name])
    chosen = filters.chosen.get(facet.name, ())
    options = list(dict.fromkeys([*chosen, *counts]))
    # a browser gives back the labels it was shown: with other counts in them it is another input, or it would choose
    # "deaths (48)" after a claim of the 48 was decided
    name = f"{facet.name} {crc32(repr(sorted(counts.items())).encode('utf-8', 'surrogatepass'))}"
    st.multiselect(
        facet.label,
        options,
        format_func=lambda value: f"{value} ({counts.get(value, 0):,})",
        key=_keep(name, list(chosen)),
        placeholder=f"any of {len(options)}" if options else "none",
        filter_mode="contains",
        on_change=_take_facet,
        args=(facet.name, name),
    )


def _days(filters: Filters) -> None:
    since, until = st.columns(2)
    for column, name, label, value in (
        (since, "since", "Since", filters.since),
        (until, "until", "Until", filters.until),
    ):
        with column:
            st.date_input(
                label,
                value=None,
                min_value=date(1800, 1, 1),
                max_value=date(2200, 1, 1),
                key=_keep(name, value),
                on_change=_take_day,
                args=(name,),
            )


def _more_chosen(filters: Filters) -> bool:
    hidden = any(values for name, values in filters.chosen.items() if name not in ALWAYS_OPEN)
    return hidden or bool(filters.since or filters.until) or filters.confidence != (0.0, 1.0)


def _key(name: str) -> str:
    return f"filter-{name}"


def _keep(name: str, value: object) -> str:
    """The widget's key; its state is set from the filters, so that the two cannot differ."""
    if st.session_state.get(_key(name), _keep) != value:
        st.session_state[_key(name)] = value
    return _key(name)


def _take(**changes: object) -> None:
    st.session_state["filters"] = replace(st.session_state["filters"], **changes)
    st.session_state["claim"] = None


def _take_text() -> None:
    _take(text=st.session_state[_key("text")] or "")


def _take_choice(name: str) -> None:
    if st.session_state[_key(name)]:
        _take(**{name: st.session_state[_key(name)]})


def _take_facet(facet: str, name: str) -> None:
    chosen = {**st.session_state["filters"].chosen, facet: tuple(st.session_state[_key(name)])}
    _take(chosen={name: values for name, values in chosen.items() if values})


def _take_day(name: str) -> None:
    _take(**{name: st.session_state[_key(name)]})


def _take_confidence() -> None:
    low, high = st.session_state[_key("confidence")]
    _take(confidence=(round(low, 2), round(high, 2)))


def _clear(default: Filters) -> None:
    _take(**{name: getattr(default, name) for name in ("chosen", "since", "until", "confidence", "text", "status")})
