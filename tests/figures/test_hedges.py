"""The words that bound a figure, before it and behind it."""

from __future__ import annotations

import pytest

from claimtrack.figures import find_figures

EXACT, ABOUT, LEAST, MOST = "exact", "approximate", "at_least", "at_most"

# sentence with one figure | its number | qualifier | the hedge as written | a word on why
HEDGES = [
    ("The blast killed 12 soldiers.", 12, EXACT, None, "nothing said"),
    ("It was quiet over four days.", 4, EXACT, None, "during"),
    ("It went on for over four days.", 4, LEAST, "over", "how long"),
    # lower bounds
    ("At least 12 soldiers died.", 12, LEAST, "At least", "the usual one"),
    ("More than 12 soldiers died.", 12, LEAST, "More than", "more than"),
    ("Over 12 soldiers died.", 12, LEAST, "Over", "over"),
    ("Upwards of 12 soldiers died.", 12, LEAST, "Upwards of", "upwards of"),
    ("No fewer than 12 soldiers died.", 12, LEAST, "No fewer than", "not: fewer than"),
    ("No less than $40 was paid.", 40, LEAST, "No less than", "not: less than"),
    ("In excess of 12 soldiers died.", 12, LEAST, "In excess of", "in excess of"),
    ("The toll passed 45,000.", 45000, LEAST, "passed", "a toll passes a number"),
    ("The Senate passed a $40 billion bill.", 40e9, EXACT, None, "a parliament passes a bill"),
    ("They forked over an average of $23.", 23, EXACT, None, "over belongs to its verb"),
    ("It sold for $900 plus expenses.", 900, EXACT, None, "what else is paid bounds nothing"),
    ("It costs $900 plus.", 900, LEAST, "plus", "plus alone does"),
    ("They are in a fight over a $900 bill.", 900, EXACT, None, "over belongs to the fight"),
    ("They ate two meals a day or more.", 2, LEAST, "or more", "behind the noun and its time"),
    ("It was never more than 30 metres away.", 30, MOST, "never more than", "not: more than"),
    ("He sat next to five others.", 5, EXACT, None, "a place"),
    ("The toll climbed past 300.", 300, LEAST, "climbed past", "a verb of rising"),
    ("It is less than the $9m sought.", 9e6, EXACT, None, "a sum that is known bounds nothing of itself"),
    ("More than the 300 reported.", 300, EXACT, None, "a count that is known"),
    ("More than the past 10 days.", 10, LEAST, "More than", "a span of time"),
    ("What about more than 40 of them?", 40, LEAST, "more than", "a bound stays one behind about"),
    ("It nearly doubled.", 2, ABOUT, "nearly", "a multiple"),
    ("Losses exceeding $12m were booked.", 12e6, LEAST, "exceeding", "exceeding"),
    ("It cost as little as $5.", 5, LEAST, "as little as", "the bottom price"),
    ("He polls with as few as 32 seats.", 32, LEAST, "as few as", "the fewest"),
    ("Prices start north of $900.", 900, LEAST, "north of", "newsroom idiom"),
    ("It is well over 300 miles.", 300, LEAST, "well over", "degree belongs to the hedge"),
    ("It is just over 300 miles.", 300, LEAST, "just over", "degree belongs to the hedge"),
    ("At least another 50 are missing.", 50, LEAST, "At least", "through another"),
    ("At least about 50 are missing.", 50, LEAST, "At least", "the outermost of two"),
    ("At least the first 50 are safe.", 50, LEAST, "At least", "a firm hedge holds over the"),
    ("The toll passed 45,000.", 45000, LEAST, "passed", "a verb, the number large"),
    ("Parliament passed 12 laws.", 12, EXACT, None, "a verb, the number small"),
    ("The tank holds >500 litres.", 500, LEAST, ">", "sign"),
    ("More than or equal to 5000 votes.", 5000, LEAST, "More than or equal to", "as in statutes"),
    # upper bounds
    ("Up to 90 soldiers died.", 90, MOST, "Up to", "up to"),
    ("As many as 90 soldiers died.", 90, MOST, "As many as", "as many as"),
    ("Fewer than 90 soldiers died.", 90, MOST, "Fewer than", "fewer than"),
    ("Under 90 soldiers died.", 90, MOST, "Under", "under"),
    ("No more than 90 soldiers died.", 90, MOST, "No more than", "not: more than"),
    ("At most 90 soldiers died.", 90, MOST, "At most", "at most"),
    ("A maximum of 90 soldiers may enter.", 90, MOST, "A maximum of", "maximum"),
    ("It fell just short of 90 votes.", 90, MOST, "just short of", "short of"),
    ("Fines are capped at $90.", 90, MOST, "capped at", "capped"),
    ("They must leave within 24 hours.", 24, MOST, "within", "within"),
    # about
    ("About 90 soldiers died.", 90, ABOUT, "About", "about"),
    ("Some 90 soldiers died.", 90, ABOUT, "Some", "some"),
    ("Nearly 90 soldiers died.", 90, ABOUT, "Nearly", "nearly"),
    ("An estimated 35 doctors are left.", 35, ABOUT, "An estimated", "estimated"),
    ("Close to 90 soldiers died.", 90, ABOUT, "Close to", "close to"),
    ("In the region of 90 soldiers died.", 90, ABOUT, "In the region of", "region"),
    ("In the neighbourhood of 90 soldiers died.", 90, ABOUT, "In the neighbourhood of", "neighbourhood"),
    ("Somewhere around 90 soldiers died.", 90, ABOUT, "Somewhere around", "two words"),
    ("Roughly a third of them left.", 1 / 3, ABOUT, "Roughly", "before a fraction"),
    ("A margin of error of plus or minus 3 percent.", 3, ABOUT, "plus or minus", "no negative number"),
    ("Some of the 300 left.", 300, EXACT, None, "some of them"),
    ("He spoke about the 300 dead.", 300, EXACT, None, "about them"),
    ("Over the next 10 days it rained.", 10, EXACT, None, "over a time"),
    ("It is at least for the 300 a relief.", 300, EXACT, None, "at least said of something else"),
    # behind the figure
    ("It takes 50 or more people.", 50, LEAST, "or more", "or more"),
    ("It takes 50 people or more.", 50, LEAST, "or more", "behind the noun"),
    ("It takes 10 days or so.", 10, ABOUT, "or so", "behind the unit"),
    ("The 60-odd guests left.", 60, ABOUT, "-odd", "odd"),
    ("The 60-plus guests left.", 60, LEAST, "-plus", "plus"),
    ("More than 80+ guests left.", 80, LEAST, "More than", "before it goes first"),
    ("It takes 50 people or fewer.", 50, MOST, "or fewer", "or fewer"),
    ("There were 200, give or take.", 200, ABOUT, "give or take", "behind a comma"),
    ("It took 70 years and more than that.", 70, EXACT, None, "what follows begins anew"),
    ("He came third of 3, at least according to them.", 3, EXACT, None, "at least of the source"),
]


@pytest.mark.parametrize(("sentence", "number", "qualifier", "hedge", "why"), HEDGES)
def test_hedge(sentence: str, number: float, qualifier: str, hedge: str | None, why: str) -> None:
    (figure,) = find_figures(sentence)
    low = None if qualifier == MOST else number
    high = None if qualifier == LEAST else number
    assert (figure.low, figure.value, figure.high) == (pytest.approx(low), pytest.approx(number), pytest.approx(high))
    assert figure.qualifier == qualifier, why
    assert (figure.hedge and figure.hedge.of(sentence)) == hedge, why


def test_hedge_holds_for_its_own_figure() -> None:
    soldiers, civilians = find_figures("At least 12 soldiers and 40 civilians were killed.")
    assert (soldiers.low, soldiers.high) == (12, None)
    assert (civilians.low, civilians.high, civilians.hedge) == (40, 40, None)
