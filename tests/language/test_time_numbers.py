"""The numbers that are points in time and no amounts."""

from __future__ import annotations

import pytest
from brackets import bracketed

from claimtrack.language.time_numbers import time_number

# the number in brackets | why it is a point in time | one word on why
POINTS = [
    ("on March [4], when", "date", "after a month"),
    ("on [4] March", "date", "before a month"),
    ("the [4]th of March", "date", "ordinal day"),
    ("[4]-6 March", "date", "first of a range"),
    ("4-[6] March", "date", "last of a range"),
    ("March 4-[6]", "date", "last of a range after"),
    ("from [4] to 6 March", "date", "range in words"),
    ("[29]/09/2016", "date", "day"),
    ("29/[09]/2016", "date", "month"),
    ("29/09/[2016]", "date", "year of a date"),
    ("2016-[09]-29", "date", "ISO"),
    ("on [2016-09-29],", "date", "the whole"),
    ("the [9]/11 attacks", "date", "a date that is a name"),
    ("On March [12] rebels attacked", "date", "on asks for a day"),
    ("In March [12] people were killed", None, "people"),
    ("In March [40] people were killed", None, "no day"),
    ("we may [4] times", None, "verb"),
    ("at [06]:03", "clock", "hour"),
    ("at 06:[03]", "clock", "minute"),
    ("at [06:03].", "clock", "the whole"),
    ("at [9] p.m.", "clock", "half day"),
    ("at [10.30]am", "clock", "glued"),
    ("between [9] and 10 p.m.", "clock", "range"),
    ("at [five] o'clock", "clock", "words"),
    ("at [0600] GMT", "clock", "four digits"),
    ("a ratio of [3]:1", None, "ratio"),
    ("in [2015],", "year", "year"),
    ("March 4, [2011],", "year", "year of a date"),
    ("2015-[16]", "year", "short range"),
    ("[2000] people", None, "amount"),
    ("[three] days ago", "ago", "ago"),
    ("[two] or three days ago", "ago", "range"),
    ("[two] and a half years ago", "ago", "half"),
    ("[nine] days after the quake", "ago", "after"),
    ("[two] weeks later", "ago", "later"),
    ("[48] hours earlier", "ago", "earlier"),
    ("[a] week before", "ago", "before"),
    ("more than [two] weeks after", "ago", "hedge"),
    ("in [two] weeks' time", "ago", "time"),
    ("for [two] weeks", None, "span"),
    ("for nearly [two] weeks after the quake", None, "span, hedged"),
    ("in the first [48] hours after the quake", None, "span of the first hours"),
    ("within [72] hours", None, "span"),
    ("over the last [10] days", None, "span"),
    ("in the past [48] hours", None, "span"),
    ("[12] soldiers two days after", None, "other number"),
    ("the [1990]s", "decade", "decade"),
    ("the '[90]s", "decade", "short decade"),
    ("up to [300] soldiers", None, "amount"),
    ("[4]", None, "alone"),
]


@pytest.mark.parametrize(("marked", "expected", "why"), POINTS, ids=[why for *_, why in POINTS])
def test_points_in_time(marked: str, expected: str | None, why: str) -> None:
    assert time_number(*bracketed(marked)) == expected, f"{marked}: {why}"
