"""The cells of a claim in words that a reader understands at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimtrack.language.inflection import plural
from claimtrack.model import MEASURED_KINDS

if TYPE_CHECKING:
    import pandas as pd

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

Cells = Mapping[str, Any]  # a row of the claims table, None for null


def rows_of(frame: pd.DataFrame) -> list[Cells]:
    """The rows of the claims table with None for every null."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def figure(cells: Cells) -> str:
    """The figure with its bounds and the unit it is measured in: `38`, `~35`, `30–40`, `24+`, `≤ 1.5 million USD`."""
    amount = bounds(cells)
    unit = cells["unit"]
    if not unit or cells["kind"] not in MEASURED_KINDS:
        return amount
    if unit == "percent":
        return f"{amount}%"
    one = cells["value"] == 1 or unit.isupper()
    return f"{amount} {unit if one else _several(unit)}"


def bounds(cells: Cells) -> str:
    """The number with its bounds, without the unit."""
    value, low, high = cells["value"], cells["low"], cells["high"]
    match cells["qualifier"]:
        case "range" if low is not None and high is not None:
            return _range(number(low), number(high))
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
    """As one reads it: `12`, `430,000`, `66.67`, `1.31 billion`; in full where rounding would lose a digit."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            short = f"{value / scale:.5g}"
            return f"{short} {name}" if float(short) * scale == value else f"{value:,.0f}"
    if value.is_integer():
        return f"{value:,.0f}"
    return f"{Decimal(f'{value:.4g}'):,f}"


def _range(low: str, high: str) -> str:
    """`30–40`, and `380–400 million` where both have one scale."""
    shared = high.partition(" ")[2]
    return f"{low.removesuffix(f' {shared}') if shared else low}–{high}"


def _several(unit: str) -> str:
    """A unit in the plural: `hours`, `barrels per day`, `feet`."""
    first, space, rest = unit.partition(" per ")
    head, gap, last = first.rpartition(" ")
    return f"{head}{gap}{plural(last)}{space}{rest}" if last.isalpha() and last.islower() else unit


def thing(cells: Cells) -> str:
    """What the figure is of: `doctors`, `voters`; nothing where it would only repeat the unit."""
    unit, counted = cells["unit"], cells["counted"]
    if cells["kind"] in MEASURED_KINDS:
        repeats = counted is None or not unit or counted.lower() in (unit, _several(unit))
        return "" if repeats else str(counted)
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
