"""The charts of the overview. Each tells its numbers in words or in the table beside it, not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from claimtrack.dashboard.overview.numbers import STATES, Arrived
from claimtrack.dashboard.overview.places import Window

ACCENT, GREY = "#2b8fb0", "#8a949b"
STATE_COLOURS = (GREY, "#2a9d6f", "#d1602b")
ROW = 24  # pixels a kind
FEW_BARS = 8  # that would be too broad
KIND, SPOT = "chosen_kind", "chosen_spot"  # what a click on a chart chooses
DEGREES = "datum.value == 0 ? '0°' : abs(datum.value) + '° ' + (datum.value > 0 ? '{}' : '{}')"


def what_came_in(came: Arrived) -> Any:
    """Claims by day (month, year) of publication."""
    return (
        alt.Chart(came.days)
        .mark_bar(color=ACCENT, cornerRadiusEnd=2, size=60 if len(came.days) < FEW_BARS else alt.Undefined)
        .encode(
            x=_bars(came),
            y=alt.Y("claims:Q", title="claims", axis=alt.Axis(tickCount=4, format=",d", tickMinStep=1)),
            tooltip=[alt.Tooltip("label:N", title="published"), "documents:Q", "claims:Q"],
        )
        .properties(height=150)
    )


def kinds_over_time(came: Arrived) -> Any:
    """How many claims of each kind, by day (month, year) of publication: the larger the circle the more."""
    order = came.kinds.groupby("kind")["claims"].sum().sort_values(ascending=False, kind="stable").index
    return (
        alt.Chart(came.kinds)
        .mark_circle(color=ACCENT, opacity=0.75)
        .encode(
            x=_bars(came),
            y=alt.Y(
                "kind:N", title=None, sort=list(order), axis=alt.Axis(grid=True, gridOpacity=0.4, labelOverlap=False)
            ),
            size=alt.Size("claims:Q", legend=None, scale=alt.Scale(range=[18, 330])),
            tooltip=["kind:N", alt.Tooltip("label:N", title="published"), "claims:Q"],
        )
        .properties(height=ROW * len(order) + 75)
    )


def what_is_open(states: pd.DataFrame, ink: str) -> Any:
    """Open, reviewed and disputed claims of each kind, with their numbers; a click chooses a part of a bar.

    ink: the colour of words, readable on the page.
    """
    rows = states.melt("kind", list(STATES), var_name="state", value_name="claims")
    rows["place"] = rows["state"].map(STATES.index)
    said = states.assign(total=states[list(STATES)].sum(axis="columns"))
    said["said"] = [_said(row) for row in said[list(STATES)].itertuples(index=False)]
    chosen = alt.selection_point(name=KIND, fields=["kind", "state"])
    kinds = list(states["kind"])
    y = alt.Y("kind:N", title=None, sort=kinds, axis=alt.Axis(labelOverlap=False))
    most = max(int(said["total"].max()), 1)
    x = alt.X("claims:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 1.75]))
    colour = alt.Color(
        "state:N",
        scale=alt.Scale(domain=list(STATES), range=list(STATE_COLOURS)),
        legend=alt.Legend(orient="top", title=None),
    )
    bars = (
        alt.Chart(rows)
        .mark_bar(cursor="pointer", height=ROW * 0.62)
        .encode(x=x, y=y, color=colour, order="place:Q", tooltip=["kind:N", "state:N", "claims:Q"])
        .add_params(chosen)
    )
    numbers = (
        alt.Chart(said)
        .mark_text(align="left", dx=6, fontSize=12, color=ink)
        .encode(x=alt.X("total:Q"), y=y, text="said:N")
    )
    return (bars + numbers).properties(height=ROW * len(kinds) + 65)


def map_of(
    spots: pd.DataFrame, window: Window, labels: Sequence[int], land: Sequence[tuple[float, float]], ink: str
) -> Any:
    """Circles where claims hold, as large as there are many, over the land; a click chooses one.

    ink: the colour of words, readable on the page.
    """
    chosen = alt.selection_point(name=SPOT, fields=["spot"])
    x_scale = alt.Scale(domain=[window.west, window.east], nice=False)
    y_scale = alt.Scale(domain=[window.south, window.north], nice=False)

    def at(channel: Any, field: str, scale: Any, letters: tuple[str, str], ticks: int) -> Any:
        axis = alt.Axis(title=None, labelExpr=DEGREES.format(*letters), tickCount=ticks, gridOpacity=0.35)
        return channel(field, scale=scale, axis=axis)

    x, y = at(alt.X, "lon:Q", x_scale, ("E", "W"), 9), at(alt.Y, "lat:Q", y_scale, ("N", "S"), 5)
    behind = alt.Chart(pd.DataFrame(land, columns=["lat", "lon"]))
    shown = spots.drop(columns="places")
    circles = alt.Chart(shown)
    named = alt.Chart(shown[shown["spot"].isin(labels)])
    return alt.layer(
        behind.mark_point(filled=True, shape="square", size=6, color=GREY, opacity=0.4, tooltip=None).encode(x=x, y=y),
        circles.mark_circle(color=ACCENT, opacity=0.65, stroke=ACCENT, strokeWidth=1.5, cursor="pointer")
        .encode(
            x=x,
            y=y,
            size=alt.Size("claims:Q", legend=None, scale=alt.Scale(range=[60, 900])),
            tooltip=["place:N", "claims:Q"],
        )
        .add_params(chosen),
        named.mark_text(align="left", dx=12, fontSize=12, fontWeight=600, color=ink).encode(x=x, y=y, text="place:N"),
    ).properties(height=420)


def _bars(came: Arrived) -> Any:
    axis = alt.Axis(title=f"{came.span} of publication", labelAngle=0, labelOverlap=True)
    return alt.X("label:O", sort=list(came.days["label"]), scale=alt.Scale(domain=list(came.days["label"])), axis=axis)


def _said(counts: Sequence[int]) -> str:
    return ", ".join(f"{many:,} {state}" for many, state in zip(counts, STATES, strict=True) if many)
