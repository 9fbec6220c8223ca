"""Two numbers: one range, one figure in parts, or two figures."""

from __future__ import annotations

import pytest

from claimtrack.figures import find_figures

# sentence with one range | surface | low | high | unit | the hedge as written | a word on why
RANGES = [
    ("30-40 people came.", "30-40", 30, 40, None, None, "hyphen"),
    ("30–40 people came.", "30–40", 30, 40, None, None, "dash"),
    ("A 75 -300 mm lens.", "75 -300", 75, 300, "millimetre", None, "a dash with one space is no minus"),
    ("30 to 40 people came.", "30 to 40", 30, 40, None, None, "to"),
    ("Three-to-five years of it.", "Three-to-five", 3, 5, "year", None, "to with hyphens"),
    ("A 3- to 5-year term.", "3- to 5", 3, 5, "year", None, "the noun shared by hyphens"),
    ("A 2- or 3-foot wave came.", "2- or 3", 2, 3, "foot", None, "the same with or"),
    ("From 12 to 35 people attend.", "12 to 35", 12, 35, None, None, "from, and nothing moves"),
    ("Between 30 and 40 people came.", "30 and 40", 30, 40, None, "Between", "between"),
    ("Between about 30 and as many as 40 came.", "30 and as many as 40", 30, 40, None, "Between", "hedges inside"),
    ("About 30 to 40 people came.", "30 to 40", 30, 40, None, "About", "hedged"),
    ("12 or 13 million people.", "12 or 13 million", 12e6, 13e6, None, None, "or, and near; shared scale"),
    ("Some 5m-10m people.", "5m-10m", 5e6, 10e6, None, "Some", "m before m people"),
    ("80 to 90 percent of homes.", "80 to 90 percent", 80, 90, "percent", None, "shared percent"),
    ("A 10%-20% drop.", "10%-20%", 10, 20, "percent", None, "percent twice"),
    ("It is worth $3-4 billion.", "$3-4 billion", 3e9, 4e9, "USD", None, "shared currency and scale"),
    ("It is worth €3bn-€4bn.", "€3bn-€4bn", 3e9, 4e9, "EUR", None, "both written"),
    ("It is worth €10-20m.", "€10-20m", 10e6, 20e6, "EUR", None, "m is a million behind money"),
    ("It is worth 100-150m euros.", "100-150m euros", 100e6, 150e6, "EUR", None, "currency behind"),
    ("Temperatures of -20 to -30 degrees.", "-20 to -30", -30, -20, "degree", None, "below zero the order turns"),
    ("Support is at 45 ± 3 percent.", "45 ± 3 percent", 42, 48, "percent", "±", "tolerance"),
    ("It weighs 50 kg, give or take 5.", "50 kg, give or take 5", 45, 55, "kilogram", "give or take", "tolerance"),
    ("More than 100 but fewer than 200 came.", "100 but fewer than 200", 100, 200, None, "More than", "two bounds"),
]

# sentence | the figures in it with their units | a word on why
SEPARATE = [
    ("Output rose from 12 to 35.", [("12", None), ("35", None)], "a change"),
    ("Prices fell from 9 to 7 percent.", [("9", "percent"), ("7 percent", "percent")], "a change, unit shared"),
    ("Rates rose by 12 to 35.", [("12", None), ("35", None)], "by how much, and to what"),
    ("The index lost 59.95 to 2,209.81.", [("59.95", None), ("2,209.81", None)], "too far apart for a range"),
    ("The index shed 7.05 to 85.3.", [("7.05", None), ("85.3", None)], "another verb of change"),
    ("They bought 5 and 6 kg of rice.", [("5", "kilogram"), ("6", "kilogram")], "a coordination"),
    ("Three dead and 12 hurt.", [("Three", None), ("12", None)], "two counts"),
    ("12 soldiers or 40 civilians.", [("12", None), ("40", None)], "each with its noun"),
    ("5 or 50 people.", [("5", None), ("50", None)], "or, and far apart"),
    ("At least 12 men and at most 40 women.", [("12", None), ("40", None)], "a noun between two bounds"),
    ("It paid $5 to 300 workers.", [("$5", "USD"), ("300", None)], "paid to"),
    (
        "It rose from 40 percent on July 14 to 46 percent.",
        [("40 percent", "percent"), ("14", None), ("46 percent", "percent")],
        "a day and a share",
    ),
    ("It rose in 2008 to 30 dollars.", [("2008", None), ("30 dollars", "USD")], "a year and a sum"),
    ("Lines of\n\n12\n\n40 letters.", [("12", None), ("40", None)], "paragraphs"),
]

# sentence | surface | value | unit | a word on why
IN_PARTS = [
    ("He is 6 feet 2 inches tall.", "6 feet 2", 6 + 2 / 12, "foot", "feet and inches"),
    ("He is 5ft 11in tall.", "5ft 11", 5 + 11 / 12, "foot", "glued"),
    ("She weighs 9 stone 7 pounds.", "9 stone 7", 9.5, "stone", "stone and pounds"),
    ("It costs 5 dollars and 20 cents.", "5 dollars and 20 cents", 5.2, "USD", "dollars and cents"),
]


@pytest.mark.parametrize(("sentence", "surface", "low", "high", "unit", "hedge", "why"), RANGES)
def test_range(
    sentence: str, surface: str, low: float, high: float, unit: str | None, hedge: str | None, why: str
) -> None:
    (figure,) = find_figures(sentence)
    assert sentence[figure.start : figure.end] == surface, why
    assert (figure.low, figure.high, figure.qualifier) == (low, high, "range"), why
    assert figure.value == (low + high) / 2
    assert figure.unit == unit, why
    assert (figure.hedge and figure.hedge.of(sentence)) == hedge, why


@pytest.mark.parametrize(("sentence", "expected", "why"), SEPARATE)
def test_two_figures(sentence: str, expected: list[tuple[str, str | None]], why: str) -> None:
    assert [(sentence[f.start : f.end], f.unit) for f in find_figures(sentence)] == expected, why


@pytest.mark.parametrize(("sentence", "surface", "value", "unit", "why"), IN_PARTS)
def test_one_figure_in_parts(sentence: str, surface: str, value: float, unit: str, why: str) -> None:
    (figure,) = find_figures(sentence)
    assert (sentence[figure.start : figure.end], figure.value, figure.unit) == (surface, pytest.approx(value), unit), (
        why
    )
