"""The overview: what came in, what is open, who has reviewed how much, and where the claims are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from claimtrack.dashboard import address, links, notices
from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.html import table_height
from claimtrack.dashboard.marking import harmless, plain_html
from claimtrack.dashboard.overview.charts import KIND, SPOT, kinds_over_time, map_of, what_came_in, what_is_open
from claimtrack.dashboard.overview.numbers import (
    DISPUTED,
    OPEN,
    REVIEWED,
    VERDICTS,
    Arrived,
    Progress,
    arrived,
    by_state,
    progress,
    rejected,
)
from claimtrack.dashboard.overview.places import by_place, labelled, land, window_of
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import RecordError, Review

PAGE = "overview"
INK = {"light": "#2b3940", "dark": "#e3e8ea"}
GO = "overview-go"  # of the session: what a click asks for


def show(session: Session) -> None:
    """Show the page."""
    st.html('<h1 class="ct-hidden">Overview</h1>')
    address.arrived(PAGE)
    asked = st.session_state.pop(GO, None)
    if asked:
        links.go("claims", status="all", **asked)
    if not len(session.workspace):
        st.info("There are no claims yet. Add articles, or open a claims file.", icon=":material/info:")
        return
    try:
        reviewed, reviews = session.reviewed(), session.reviews()
    except RecordError as error:
        notices.failed(f"The record of reviews cannot be read: {error}.")
        return
    came = _arrived(session.workspace)
    states = by_state(session.workspace.newest, reviewed, came.totals)
    _tiles(session.workspace, came, states)
    _came_in(came)
    with st.grid(2, min_column_width=420, gap="medium"):
        with st.container():
            _open(states)
        with st.container():
            _kinds(came)
    _map(session.workspace)
    _reviewers(session, reviews)
    address.publish(PAGE, {})


@st.cache_resource(show_spinner="Counting …", max_entries=4, hash_funcs={Workspace: key_of})
def _arrived(workspace: Workspace) -> Arrived:
    return arrived(workspace.claims, workspace.newest, workspace.documents)


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Workspace: key_of})
def _places(workspace: Workspace) -> pd.DataFrame:
    return by_place(workspace.newest)


def _ink() -> str:
    """The colour of words in a chart: Streamlit's theme gives none to a chart's own text."""
    return INK["dark" if st.context.theme.type == "dark" else "light"]


def _tiles(workspace: Workspace, came: Arrived, states: pd.DataFrame) -> None:
    rejects = rejected(workspace.path)
    tiles = {
        "Articles": (came.documents, f"{came.without_claims:,} without a claim"),
        "Claims": (came.claims, f"of {came.sources:,} named sources"),
        "Open": (int(states[OPEN].sum()), "not decided yet"),
        "Reviewed": (int(states[REVIEWED].sum()), "decided, without dispute"),
        "Disputed": (int(states[DISPUTED].sum()), "or reviewers differ"),
        "Not read": (len(rejects), "inputs rejected"),
    }
    told = "".join(
        f'<div class="ct-tile"><div class="ct-sub">{label}</div><div class="ct-big">{number:,}</div>'
        f'<div class="ct-sub">{about}</div></div>'
        for label, (number, about) in tiles.items()
    )
    st.html(f'<div class="ct-tiles">{told}</div>')
    if rejects:
        with st.expander(f"What could not be read ({len(rejects):,})", icon=":material/warning:"):
            rows = "".join(
                f"<tr><th scope='row'>{plain_html(name)}</th><td>{plain_html(reason)}</td></tr>"
                for name, reason in rejects
            )
            st.html(f'<table class="ct-why"><tbody>{rows}</tbody></table>')


def _open(states: pd.DataFrame) -> None:
    st.html('<h2 class="ct-part">What is open</h2>')
    st.altair_chart(
        what_is_open(states, _ink()),
        width="stretch",
        key="chart-open",
        on_select=_choose_kind,
        selection_mode=KIND,
        alt="Open, reviewed and disputed claims of each kind; the same numbers are in the table below",
    )
    with st.expander("As a table", icon=":material/table:"):
        kinds = list(states["kind"])
        rows = states.assign(kind=states["kind"].map(harmless))
        _chooser("kinds-table", "kind", rows, [{"kind": kind} for kind in kinds])


def _came_in(came: Arrived) -> None:
    st.html(f'<h2 class="ct-part">What came in, by {came.span} of publication</h2>')
    if came.days.empty:
        st.info("No article has a day of publication.", icon=":material/info:")
        return
    st.altair_chart(what_came_in(came), width="stretch", alt=f"Claims by {came.span} of publication; a table is below")
    if came.undated:
        st.caption(f"Not shown: {came.undated:,} without a day of publication.")


def _kinds(came: Arrived) -> None:
    st.html(f'<h2 class="ct-part">Kinds, by {came.span} of publication</h2>')
    if came.kinds.empty:
        return
    st.altair_chart(
        kinds_over_time(came),
        width="stretch",
        alt=f"Claims of each kind by {came.span} of publication, as circles; the same is in the table below",
    )
    with st.expander("As a table", icon=":material/table:"):
        wide = came.kinds.pivot_table(index="label", columns="kind", values="claims", fill_value=0, sort=False)
        full = came.days.merge(wide, left_on="label", right_index=True, how="left").fillna(0)
        st.dataframe(
            full.rename(columns={"label": came.span, **{kind: harmless(kind) for kind in wide.columns}}),
            hide_index=True,
            height=300,
            alt="Articles and claims of each kind over time",
        )


def _map(workspace: Workspace) -> None:
    st.html('<h2 class="ct-part">Where</h2>')
    spots = _places(workspace)
    if spots.empty:
        st.info("No claim names a place whose position is known.", icon=":material/info:")
        return
    window = window_of(spots)
    st.altair_chart(
        map_of(spots.assign(place=spots["place"].map(harmless)), window, labelled(spots, window), land(window), _ink()),
        width="stretch",
        key="chart-map",
        on_select=lambda: _choose_spot(spots),
        selection_mode=SPOT,
        alt=f"Map of {len(spots)} places with claims; the same is in the table below",
    )
    without = len(workspace.newest) - int(spots["claims"].sum())
    st.caption(
        f"Click a place to see its claims. Claims without a position: {without:,}. Grey: cities of 15,000 people and "
        "more, from GeoNames (CC BY 4.0)."
    )
    with st.expander("As a table", icon=":material/table:"):
        rows = spots[["place", "claims", "lat", "lon"]].assign(place=spots["place"].map(harmless))
        _chooser("places-table", "place", rows, [{"place": places} for places in spots["places"]])


def _reviewers(session: Session, reviews: Sequence[Review]) -> None:
    st.html('<h2 class="ct-part">Who has reviewed</h2>')
    told = progress(reviews)
    if not told:
        st.info("Nobody has decided a claim yet.", icon=":material/info:")
    else:
        rows = "".join(_progress_row(one, len(session.workspace.newest)) for one in told)
        st.html(
            '<table class="ct-bars ct-people"><thead><tr><th scope="col">Reviewer</th><td aria-hidden="true"></td>'
            '<th scope="col">Claims decided</th><th scope="col">Verdicts</th><th scope="col">Last</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )
    if session.blind:
        st.caption("Blind: of others, only what they decided on claims that you have decided is counted.")


def _progress_row(one: Progress, claims: int) -> str:
    share = one.decided / claims if claims else 0
    verdicts = [f"{many:,} {verdict}" for verdict, many in sorted(one.verdicts.items(), key=lambda pair: -pair[1])]
    verdicts += [f"{one.flagged:,} flagged"] if one.flagged else []
    return (
        f'<tr><th scope="row">{plain_html(one.reviewer)}</th><td aria-hidden="true">'
        f'<div class="ct-bar" style="width: {100 * share:.1f}%"></div></td>'
        f'<td class="ct-number">{one.decided:,} of {claims:,}</td><td>{plain_html(", ".join(verdicts))}</td>'
        f'<td class="ct-number">{one.last:%Y-%m-%d %H:%M}</td></tr>'
    )


def _chooser(key: str, thing: str, rows: pd.DataFrame, asked: Sequence[dict[str, str | Sequence[str]]]) -> None:
    """A table of which a chosen row leads to its claims. thing: what a row is; asked: for each the parameters of the
    claims page."""

    def choose() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if chosen:
            st.session_state[GO] = asked[chosen[0]]

    st.dataframe(
        rows,
        key=key,
        hide_index=True,
        height=table_height(len(rows), 300),
        on_select=choose,
        selection_mode="single-row",
        alt=f"Choose a {thing} to see its claims",
    )


def _choose_kind() -> None:
    chosen = st.session_state["chart-open"]["selection"].get(KIND) or []
    if chosen:
        st.session_state[GO] = {"kind": chosen[0]["kind"], "verdict": VERDICTS[chosen[0]["state"]]}


def _choose_spot(spots: pd.DataFrame) -> None:
    chosen = st.session_state["chart-map"]["selection"].get(SPOT) or []
    if chosen:
        st.session_state[GO] = {"place": spots.loc[spots["spot"] == chosen[0]["spot"], "places"].iloc[0]}
