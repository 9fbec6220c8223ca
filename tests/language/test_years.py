"""Which numbers of four digits are years."""

from __future__ import annotations

import pytest
from brackets import bracketed

from claimtrack.language.years import is_year

# the number in brackets | does it read as a year | one word on why
YEARS = [
    ("in [2015] it", True, "in"),
    ("In [2015] rebels took", True, "opens the sentence"),
    ("(in [2014])", True, "in, bracketed"),
    ("([2014])", True, "alone in parentheses"),
    ("since [2011] rebels have", True, "since counts nothing"),
    ("since at least [2011], he", True, "hedged since"),
    ("until [2015] clashes", True, "until counts nothing"),
    ("by [2020] the", True, "by"),
    ("before [2011]", True, "before"),
    ("of [1948],", True, "of"),
    ("March [2014]", True, "month"),
    ("Dec. [2014]", True, "short month"),
    ("March 4, [2014],", True, "date"),
    ("mid-[2014]", True, "mid"),
    ("fiscal [2020]", True, "fiscal"),
    ("the summer of [2014]", True, "season"),
    ("In 2013, 2014 and [2015],", True, "list"),
    ("from 2011 to [2016],", True, "range in words"),
    ("2011-[2016]", True, "range"),
    ("[2015]-16", True, "short range"),
    ("the [2014] elections", True, "elections"),
    ("Iraq's [2003] invasion", True, "event"),
    ("the [2015] attacks", True, "plural event with the"),
    ("compared with [2014],", True, "compared"),
    ("[2014] was the worst year", True, "subject"),
    ("a further [2014] was", False, "no subject of its own"),
    ("[2000] people", False, "counted"),
    ("the [2000] people", False, "counted after the"),
    ("In [1500] villages", False, "counted after In"),
    ("of [2000] Syrian refugees", False, "counted with an adjective"),
    ("[2015] attacks were recorded", False, "plural event alone"),
    ("$[2015]", False, "money"),
    ("rose by [2015]", False, "change"),
    ("a total of [2015]", False, "total"),
    ("between 1500 and [2000] people", False, "range of people"),
    ("[1200]-1500 people", False, "range with hyphen"),
    ("[2015]%", False, "percent"),
    ("a [2000]-strong force", False, "compound"),
    ("at [1500] metres", False, "unit"),
    ("room [2015]", False, "a name's number"),
    ("in [3015] it", False, "beyond 2100"),
    ("population by [2050], says the UN,", True, "by, behind a word of amount"),
    ("by [2050], reports the Guardian", True, "by, and nothing counted"),
    ("output by [2000], says the minister,", True, "by, round"),
    ("in the fall of [1984], it took six weeks", True, "fall, the season"),
    ("the goal of [2020], reports the Guardian", True, "of, a goal has a year"),
    ("rose by [2000], the agency said", False, "change of a round amount"),
    ("is outnumbered by [2015], he said", False, "change before a comma"),
    ("a fall of [1984], the firm said", False, "fall, the change"),
    ("a total of [2015], he said", False, "total before a comma"),
    ("the target of [2000], he said", False, "a goal in round numbers"),
    ("a goal of [2020] houses,", False, "a goal counted"),
]


@pytest.mark.parametrize(("marked", "expected", "why"), YEARS, ids=[why for *_, why in YEARS])
def test_years(marked: str, expected: bool, why: str) -> None:
    assert is_year(*bracketed(marked)) is expected, f"{marked}: {why}"
