"""A chart of one group: its claims as intervals over time, a colour and a shape a source, and its low, best, high."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.charts.marks import marks_of

if TYPE_CHECKING:
    import pandas as pd

# readable on white and on black; the shapes tell the sources apart without them
COLOURS = ("#2b7bba", "#d1602b", "#2a9d6f", "#b2569b", "#b8860b", "#7a6ad8", "#c0392b", "#5f8a8a", "#808080")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left",
          "stroke")  # fmt: skip
GREY = "#808080"
MOST_TICKS = 6
TITLE_WIDTH, TITLE_LINES = 88, 3  # characters, lines
READABLE = (
    "datum.value >= 1e9 ? format(datum.value / 1e9, ',~r') + ' billion' : "
    "datum.value >= 1e6 ? format(datum.value / 1e6, ',~r') + ' million' : format(datum.value, ',~r')"
)


class ChartError(ValueError):
    """A chart that cannot be drawn or saved; the message says what to do."""


def group_chart(groups: pd.DataFrame, group_id: str) -> Any:
    """The chart (an altair.LayerChart) of the group whose id starts with group_id.

    groups: the table of groups. Over time where all its claims have a day and the days differ, else source by source.
    Raises ChartError where no group, or several, go by that id, or without Altair.
    """
    if find_spec("altair") is None:
        raise ChartError("a chart needs Altair: pip install 'claimtrack[charts]'")
    import altair as alt

    ids = sorted(set(groups.loc[groups["group_id"].str.startswith(group_id), "group_id"]))
    if len(ids) != 1:
        raise ChartError(f"{'no group' if not ids else f'{len(ids)} groups'} with an id that starts with {group_id!r}")
    members = groups[groups["group_id"] == ids[0]]
    first = members.iloc[0]
    data = marks_of(members)
    title = alt.TitleParams(
        wrap(str(first["incident"]), TITLE_WIDTH),
        subtitle=wrap(_in_words(first), TITLE_WIDTH, max_lines=TITLE_LINES, placeholder=" …"),
        anchor="start",
    )
    layers = [*_band(first), *_claims(data, str(first["unit"]) if isinstance(first["unit"], str) else "")]
    return (
        alt.layer(*layers)
        .properties(title=title, width=560, height=320)
        .configure_legend(orient="bottom", columns=2, labelLimit=125, symbolSize=110, title=None)
    )


def _band(first: pd.Series[Any]) -> list[Any]:
    """From low to high as a band, best as a line with its number."""
    import altair as alt
    import pandas as pd

    level = pd.DataFrame([{"low": first["low"], "best": first["best"], "high": first["high"]}])
    base = alt.Chart(level)
    said = f"best {first['best']:,.10g}"
    return [
        base.mark_rect(opacity=0.12, color=GREY).encode(y="low:Q", y2="high:Q"),
        base.mark_rule(strokeDash=[5, 4], color=GREY).encode(y="best:Q"),
        base.mark_text(align="right", baseline="bottom", dx=-4, dy=-3, color=GREY, text=said).encode(
            y="best:Q", x=alt.value("width")
        ),
    ]


def _claims(data: pd.DataFrame, unit: str) -> list[Any]:
    """Each claim: its interval, an arrow where it is open, and its mark."""
    import altair as alt

    if data["at"].isna().any():
        x: Any = alt.X("who:N", title=None, sort=None, axis=alt.Axis(labelAngle=0, labelLimit=150, labelOverlap=False))
        legend: Any = None
    else:
        days = sorted({*data["as of"]})
        few: Any = [alt.DateTime(year=d.year, month=d.month, date=d.day) for d in map(date.fromisoformat, days)]
        axis = alt.Axis(
            format="%-d %b %Y", labelOverlap=True, tickCount=MOST_TICKS, grid=False,
            values=few if len(few) <= MOST_TICKS else alt.Undefined,
        )  # fmt: skip
        x = alt.X("at:T", title="as of", axis=axis, scale=alt.Scale(padding=28))
        legend = alt.Legend(title=None)
    named = list(dict.fromkeys(data["who"]))
    whole = bool((data["figure"].dropna() % 1 == 0).all())
    y = alt.Y(
        "from_:Q",
        title=unit or None,
        scale=alt.Scale(zero=False, padding=14),
        axis=alt.Axis(labelExpr=READABLE, tickMinStep=1 if whole else 0),
    )
    colour = alt.Color("who:N", legend=legend, scale=alt.Scale(domain=named, range=list(COLOURS[: len(named)])))
    shape = alt.Shape("who:N", legend=legend, scale=alt.Scale(domain=named, range=list(SHAPES[: len(named)])))
    tooltip = [alt.Tooltip(f"{name}:N") for name in ("surface", "source", "as of", "publisher", "sentence")]
    base = alt.Chart(data).encode(x=x, color=colour, tooltip=tooltip)
    return [
        base.mark_rule(strokeWidth=3).encode(y=y, y2="to:Q"),
        base.transform_filter("datum.opens == '↑'").mark_text(dy=-15, fontSize=16).encode(y="figure:Q", text="opens:N"),
        base.transform_filter("datum.opens == '↓'").mark_text(dy=15, fontSize=16).encode(y="figure:Q", text="opens:N"),
        base.mark_point(filled=True, size=130, opacity=1).encode(y="figure:Q", shape=shape),
    ]


def _in_words(group: pd.Series[Any]) -> str:
    reason = group["reason"] if isinstance(group["reason"], str) else "one claim"
    return f"{group['relation']}: {reason}"
