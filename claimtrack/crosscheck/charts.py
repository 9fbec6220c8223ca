"""A chart of one group: its claims as intervals over time, a colour and a shape a source, and its low, best, high."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

WRITER = "the writer"


class ChartError(ValueError):
    """A chart that cannot be drawn or saved; the message says what to do."""


def group_chart(groups: pd.DataFrame, group_id: str) -> Any:
    """The chart (an altair.LayerChart) of the group whose id starts with group_id.

    groups: the table of groups. Raises ChartError where no group, or several, go by that id, or without Altair.
    """
    if find_spec("altair") is None:
        raise ChartError("a chart needs Altair: pip install 'claimtrack[charts]'")
    import altair as alt

    ids = sorted(set(groups.loc[groups["group_id"].str.startswith(group_id), "group_id"]))
    if len(ids) != 1:
        raise ChartError(f"{'no group' if not ids else f'{len(ids)} groups'} with an id that starts with {group_id!r}")
    members = groups[groups["group_id"] == ids[0]]
    first = members.iloc[0]
    best = members["value"].fillna(members["member_low"]).fillna(members["member_high"])
    data = members.assign(
        figure=best,
        from_=members["member_low"].fillna(best),
        to=members["member_high"].fillna(best),
        who=members["source"].fillna(WRITER),
    )[["as_of", "figure", "from_", "to", "who", "surface", "doc_id", "sentence", "counted"]]
    unit = first["unit"] if isinstance(first["unit"], str) else ""
    base = alt.Chart(data).encode(
        x=alt.X("as_of:T", title="as of"),
        color=alt.Color("who:N", title="source"),
        tooltip=["surface", "who", "as_of", "doc_id", "sentence"],
    )
    intervals = base.mark_rule(strokeWidth=2).encode(
        y=alt.Y("from_:Q", title=unit, scale=alt.Scale(zero=False)), y2="to:Q"
    )
    marks = base.mark_point(filled=True, size=90).encode(y="figure:Q", shape=alt.Shape("who:N", title="source"))
    levels = data.iloc[:1].assign(low=first["low"], best=first["best"], high=first["high"])
    band = alt.Chart(levels).mark_rect(opacity=0.08, color="grey").encode(y="low:Q", y2="high:Q")
    line = alt.Chart(levels).mark_rule(strokeDash=[4, 4], color="grey").encode(y="best:Q")
    title = alt.TitleParams(str(first["incident"]), subtitle=_in_words(first))
    return (band + line + intervals + marks).properties(title=title, width=640, height=360)


def save_chart(chart: Any, path: str | Path) -> None:
    """Write a chart as .html (self-contained where vl-convert is installed) or, with vl-convert, as .png or .svg.

    Raises ChartError, OSError.
    """
    target = Path(path)
    converts = find_spec("vl_convert") is not None
    match target.suffix.lower():
        case ".html":
            target.write_text(chart.to_html(inline=True) if converts else chart.to_html(), encoding="utf-8")
        case ".png" | ".svg" if converts:
            chart.save(str(target))
        case ".png" | ".svg":
            raise ChartError(
                f"{target.suffix} needs vl-convert: pip install 'claimtrack[charts]'; .html works without it"
            )
        case _:
            raise ChartError(f"{target}: a chart ends in .html, .png or .svg")


def _in_words(group: pd.Series[Any]) -> str:
    reason = group["reason"] if isinstance(group["reason"], str) else "one claim"
    return f"{group['relation']}: {reason}"
