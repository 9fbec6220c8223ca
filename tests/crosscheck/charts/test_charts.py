"""The chart of a group: over time or source by source, open bounds, many sources."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from claimtrack.crosscheck import group_chart
from claimtrack.crosscheck.charts.marks import MOST_NAMED, OTHERS, WRITER

pytest.importorskip("altair")
NOTHING = float("nan")


def group(*claims: tuple[str | None, str | None, float, float, float]) -> pd.DataFrame:
    """The rows of one group. claims: source, day, value, low, high."""
    rows = pd.DataFrame(claims, columns=["source", "as_of", "value", "member_low", "member_high"])
    facts = {"group_id": "g1", "relation": "conflict", "reason": "apart", "incident": "deaths, flood, Derna"}
    level = {"low": rows["value"].min(), "best": rows["value"].min(), "high": rows["value"].max(), "unit": "people"}
    return rows.assign(**facts, **level, surface="some", publisher=None, sentence="A sentence.")


def marks_of(groups: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows that the chart draws, a claim each."""
    data = group_chart(groups, "g1").to_dict()["datasets"].values()
    return next(rows for rows in data if "who" in rows[0])


def x_of(groups: pd.DataFrame) -> str:
    layers = group_chart(groups, "g1").to_dict()["layer"]
    return next(layer["encoding"]["x"]["field"] for layer in layers if "color" in layer["encoding"])


AXES = [  # days of the claims | what the chart goes along
    (("2024-05-01", "2024-05-03"), "at"),
    (("2024-05-01", "2024-05-01"), "who"),  # one day is no time to look along
    (("2024-05-01", None), "who"),  # a claim without a day would be missing
    ((None, None), "who"),
]


@pytest.mark.parametrize(("days", "axis"), AXES)
def test_along_time_where_there_is_some(days: tuple[str | None, str | None], axis: str) -> None:
    assert x_of(group(("WHO", days[0], 5, 5, 5), ("UN", days[1], 9, 9, 9))) == axis


def test_claims_of_one_day_stand_side_by_side() -> None:
    rows = marks_of(group(("WHO", "2024-05-01", 5, 5, 5), ("UN", "2024-05-01", 5, 5, 5), ("UN", "2024-05-11", 9, 9, 9)))
    assert len({row["at"] for row in rows}) == 3


BOUNDS = [  # low, high | the arrow, the ends of the interval (the value is 40)
    (40, 40, "", (40, 40)),
    (30, 50, "", (30, 50)),
    (40, NOTHING, "↑", (40, 40)),  # at least 40
    (NOTHING, 40, "↓", (40, 40)),  # up to 40
]


@pytest.mark.parametrize(("low", "high", "arrow", "ends"), BOUNDS)
def test_open_bounds_have_an_arrow(low: float, high: float, arrow: str, ends: tuple[float, float]) -> None:
    (row,) = marks_of(group(("WHO", "2024-05-01", 40, low, high)))
    assert (row["opens"], (row["from_"], row["to"])) == (arrow, ends)


def test_many_sources_share_a_mark() -> None:
    rows = marks_of(group(*((f"source {number}", "2024-05-01", 5, 5, 5) for number in range(20))))
    named = {row["who"] for row in rows}
    assert (len(named), OTHERS in named) == (MOST_NAMED, True)
    assert {row["source"] for row in rows} == {f"source {number}" for number in range(20)}  # the tooltip tells each


def test_who_is_not_named_is_the_writer() -> None:
    assert marks_of(group((None, "2024-05-01", 5, 5, 5)))[0]["who"] == WRITER
