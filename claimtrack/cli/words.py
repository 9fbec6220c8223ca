"""The cells of a claim in words that a reader understands at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Cells = Mapping[str, Any]  # a row of the claims table, None for null


def rows_of(frame: pd.DataFrame) -> list[Cells]:
    """The rows of the claims table with None for every null."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def figure(cells: Cells) -> str:
    """The figure with its bounds: `38`, `~35`, `≥ 38`, `≤ 90`, `30–40`, `24+`."""
    value, low, high = cells["value"], cells["low"], cells["high"]
    match cells["qualifier"]:
        case "range" if low is not None and high is not None:
            return f"{number(low)}–{number(high)}"
        case "vague" if low is not None:
            return f"{number(low)}+"
        case "at_least" if low is not None:
            return f"≥ {number(low)}"
        case "at_most" if high is not None:
            return f"≤ {number(high)}"
        case "approximate" if value is not None:
            return f"~{number(value)}"
        case _:
            return str(cells["surface"]) if value is None else number(value)


def number(value: float) -> str:
    """With thousands set off, and no more digits than one reads: 430,000 or 66.6667."""
    if value.is_integer() or abs(value) >= 1e6:
        return f"{value:,.0f}"
    return f"{Decimal(f'{value:.6g}'):,f}"


def thing(cells: Cells) -> str:
    """What the figure is of: `doctors`, `percent: voters`, `USD`."""
    unit, counted = cells["unit"], cells["counted"]
    if cells["kind"] in ("money", "share", "measurement", "duration") and unit and counted and unit != counted:
        return f"{unit}: {counted}"
    return str(counted or unit or "")


def event(cells: Cells) -> str:
    """What is said of them: `deaths (killed)`, `deaths (killed), denied`."""
    words = str(cells["kind"])
    if cells["predicate"]:
        words += f" ({cells['predicate']})"
    return words if cells["modality"] == "asserted" else f"{words}, {cells['modality']}"


def where(cells: Cells) -> str:
    place, country = cells["place"], cells["country"]
    return f"{place} ({country})" if place and country else str(place or country or "")


def day(moment: datetime | None) -> str:
    """`2016-09-29`, with the time where one is known."""
    if moment is None:
        return ""
    return moment.strftime("%Y-%m-%d" if (moment.hour, moment.minute) == (0, 0) else "%Y-%m-%d %H:%M")


def long_day(moment: datetime) -> str:
    """`29 September 2016`."""
    return f"{moment.day} {moment:%B} {moment.year}"


def who(cells: Cells) -> str:
    """Who is cited and how: `John Kerry (said)`, `Ban (quoted, said)`, `nobody named (is believed)`, `the writer`."""
    way = cells["attribution"]
    named = cells["source"] or cells["source_text"] or ("the writer" if way == "none" else "nobody named")
    how = ", ".join(word for word in ("quoted" if way == "direct" else None, cells["cue"]) if word)
    words = f"{named} ({how})" if how else str(named)
    return f"{words}, via {cells['via']}" if cells["via"] else words
