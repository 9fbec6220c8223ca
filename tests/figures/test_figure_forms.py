"""How numbers are written: digits, words, fractions, vague plurals, ratios."""

from __future__ import annotations

import pytest

from claimtrack.figures import find_figures

# sentence | the figures in it with their values, in order | a word on why
DIGITS = [
    ("The army called up 1,234,567 reservists.", [("1,234,567", 1234567)], "commas"),
    ("Berlin counted 1 234 567 visitors.", [("1 234 567", 1234567)], "spaces"),
    ("Berlin counted 1.234.567 visitors.", [("1.234.567", 1234567)], "two dots and more: continental"),
    ("The state planted 12,34,567 saplings.", [("12,34,567", 1234567)], "lakhs"),
    ("Inflation hit 12,5 percent.", [("12,5 percent", 12.5)], "decimal comma"),
    ("Inflation hit .5 percent.", [(".5 percent", 0.5)], "no digit before the point"),
    ("It sold 3.5 million phones.", [("3.5 million", 3.5e6)], "scale in words"),
    ("Some 250k homes lost power.", [("250k", 250e3)], "thousands in a letter"),
    ("About 2.5m people fled.", [("2.5m", 2.5e6)], "m before something counted"),
    ("The wave was 2.5m tall.", [("2.5", 2.5)], "m before a dimension: metres"),
    ("The 2.5m-strong union agreed.", [("2.5m", 2.5e6)], "m of a strength"),
    ("Between 1.5-2m people fled.", [("1.5-2m", 1.75e6)], "the scale of the second goes to the first"),
    ("The plan costs 5 million and a half.", [("5 million and a half", 5.5e6)], "a half behind the scale"),
    ("Police counted 3 hundred and one of them.", [("3 hundred and one", 301)], "digits, then words"),
    ("The gap is 2½ miles.", [("2½", 2.5)], "fraction sign"),
    ("The gap is 2 1/2 miles.", [("2 1/2", 2.5)], "mixed fraction"),
    ("He owns 3/4 of it.", [("3/4", 0.75)], "fraction"),
    ("Distances of 3x10^8 metres.", [("3x10^8", 3e8)], "power"),
    ("It costs Rs500 crore.", [("Rs500 crore", 5e9)], "glued to the currency"),
    ("It was -5C at night.", [("-5", -5)], "minus sign"),
    ("It was minus 12 degrees.", [("minus 12", -12)], "minus in words"),
    ("It was 12 degrees below zero.", [("12", -12)], "below zero"),
    ("A margin of plus or minus 3 points.", [("3", 3)], "plus or minus is no sign"),
    ("Two trucks - 5 tonnes each - left.", [("Two", 2), ("5", 5)], "a dash is no minus"),
    ("The 9th child, the 21st century.", [], "ordinals are no numbers"),
    ("It gave 2 million 300 thousand doses.", [("2 million 300 thousand", 2.3e6)], "two scales in digits"),
    ("A 3.5m-euro fine.", [("3.5m-euro", 3.5e6)], "m before a currency in words"),
    ("It sank on 5/17/2018.", [("5", 5), ("17", 17), ("2018", 2018)], "a date has three numbers, and is no address"),
    ("Levels below <-30 are rare.", [("-30", -30)], "a comparison sign is no tag"),
    ("Odds of 1 over 8.", [("1 over 8", 0.125)], "a spoken fraction"),
    ("It rose 3 over 5 years.", [("3", 3), ("5", 5)], "over, the time"),
    ("It lost 20 over 2015.", [("20", 20), ("2015", 2015)], "over a year"),
    ("PM2.5 and XY40 billion, F16 and B12.", [], "letters before: parts of names"),
]

WORDS = [
    ("A hundred and twenty-seven thousand live there.", [("A hundred and twenty-seven thousand", 127e3)], "and"),
    ("Two million three hundred thousand voted.", [("Two million three hundred thousand", 2.3e6)], "two scales"),
    ("One and a half million fled.", [("One and a half million", 1.5e6)], "half before the scale"),
    ("Two and a half years.", [("Two and a half", 2.5)], "and a half"),
    ("Half a million fled.", [("Half a million", 5e5)], "half of a scale"),
    ("A quarter of a million fled.", [("A quarter of a million", 25e4)], "quarter of a scale"),
    ("Three quarters of a million fled.", [("Three quarters of a million", 75e4)], "quarters of a scale"),
    ("Half a dozen were hurt.", [("Half a dozen", 6)], "half of twelve"),
    ("A dozen were hurt.", [("A dozen", 12)], "twelve"),
    ("Two dozen were hurt.", [("Two dozen", 24)], "twice twelve"),
    ("Growth was two point five percent.", [("two point five percent", 2.5)], "point"),
    ("Two thirds of them left.", [("Two thirds", 2 / 3)], "fraction"),
    ("A two-thirds majority is needed.", [("two-thirds", 2 / 3)], "a figure before a noun too"),
    ("A third of them left.", [("A third", 1 / 3)], "article"),
    ("Half of them left.", [("Half", 0.5)], "half alone"),
    ("Zero deaths were recorded.", [("Zero", 0)], "zero is a number"),
    ("Twenty-\nfive people came.", [("Twenty-\nfive", 25)], "a line breaks inside"),
    ("First Twelve, then Six.", [("Twelve", 12), ("Six", 6)], "capitals"),
    ("Twenty and five more.", [("Twenty", 20), ("five", 5)], "and joins no tens and ones"),
    ("Thousandths of a second.", [], "a denominator alone"),
    ("It cost quarter million dollars.", [("quarter million dollars", 25e4)], "quarter without its article"),
    ("He owns a twenty-first.", [("a twenty-first", 1 / 21)], "a part with tens and ones"),
    ("In the twenty-first century.", [], "an ordinal in two words"),
    ("The hundred and first time.", [], "an ordinal behind a scale"),
    ("It is a mile and a half away.", [("a mile and a half", 1.5)], "the unit between one and its half"),
    ("It took an hour and three quarters.", [("an hour and three quarters", 1.75)], "three quarters"),
    ("It is two miles and a half.", [("two miles and a half", 2.5)], "a half behind the unit"),
    ("Killed a second and a third man.", [("a third", 1 / 3)], "a second one, no time"),
]

RATIOS = [
    ("One in five children is hungry.", [("One in five", 0.2)], "in"),
    ("It is a 1-in-1,000 flood.", [("1-in-1,000", 0.001)], "with hyphens"),
    ("It is a 3-in-1 tool.", [("3", 3.0), ("1", 1.0)], "no part"),
    ("Three out of ten adults smoke.", [("Three out of ten", 0.3)], "out of"),
    ("One out of every six dollars is lost.", [("One out of every six", 1 / 6)], "no amount of money"),
    ("One child in three is stunted.", [("One child in three", 1 / 3)], "the noun inside"),
    ("He killed one man in 12 years.", [("one", 1), ("12", 12)], "a time behind"),
    ("Nine in 10 Americans agree.", [("Nine in 10", 0.9)], "word and digits"),
    ("1 in 7 people is poor.", [("1 in 7", 1 / 7)], "one in any number"),
    ("3 in 4 people agree.", [("3 in 4", 0.75)], "all but one"),
    ("It kills six per 1,000 infants.", [("six per 1,000", 0.006)], "per"),
    ("Killed four in ten days.", [("four", 4), ("ten", 10)], "the whole is a time"),
    ("It happened 4 in 7 times.", [("4", 4), ("7", 7)], "an unusual part in digits"),
    ("It costs $5 per 1,000 sheets.", [("$5", 5), ("1,000", 1000)], "a price"),
    ("Six percent of 20.", [("Six percent", 6), ("20", 20)], "percent"),
]

MULTIPLES = [
    ("Twice as many fled.", [("Twice", 2)], "twice as many"),
    ("He was shot twice.", [], "how often"),
    ("A fourfold rise.", [("fourfold", 4)], "fold in one word"),
    ("A 20-fold rise.", [("20-fold", 20)], "fold behind digits"),
    ("It tripled to 900.", [("tripled", 3), ("900", 900)], "a verb, and no range with what it led to"),
    ("It doubled down on it.", [], "another verb"),
    ("Double the number fled.", [("Double", 2)], "before what is doubled"),
    ("A double murder.", [], "no multiple"),
]

# sentence | surface | the least that it says | a word on why
VAGUE = [
    ("Dozens of houses burned.", "Dozens", 24, "dozens from two of them"),
    ("Scores were hurt.", "Scores", 40, "scores"),
    ("Hundreds fled.", "Hundreds", 200, "hundreds"),
    ("Tens of thousands fled.", "Tens of thousands", 20e3, "tens of"),
    ("Hundreds of thousands of people fled.", "Hundreds of thousands", 200e3, "hundreds of"),
    ("Several hundred police came.", "Several hundred", 200, "several"),
    ("A couple of hundred came.", "A couple of hundred", 200, "couple, with its article"),
    ("A few thousand came.", "A few thousand", 2000, "few, with its article"),
    ("Several dozen families left.", "Several dozen", 24, "several dozen"),
    ("Several hundred thousand came.", "Several hundred thousand", 200e3, "two scales"),
    ("Millions of dollars were lost.", "Millions of dollars", 2e6, "of money"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), [*DIGITS, *WORDS, *RATIOS, *MULTIPLES])
def test_numbers(sentence: str, expected: list[tuple[str, float]], why: str) -> None:
    found = [(sentence[f.start : f.end], f.value) for f in find_figures(sentence)]
    assert found == [(surface, pytest.approx(value)) for surface, value in expected], why


@pytest.mark.parametrize(("sentence", "surface", "least", "why"), VAGUE)
def test_vague_plurals(sentence: str, surface: str, least: float, why: str) -> None:
    (figure,) = find_figures(sentence)
    assert (sentence[figure.start : figure.end], figure.low) == (surface, least), why
    assert (figure.value, figure.high, figure.qualifier, figure.form) == (None, None, "vague", "vague"), why


@pytest.mark.parametrize("sentence", ["Test scores fell.", "SAT scores of 1,200.", "He scores two goals."])
def test_scores_that_are_results(sentence: str) -> None:
    assert all(f.form != "vague" for f in find_figures(sentence))


@pytest.mark.parametrize("word", ["several", "a few", "a handful", "many", "couple"])
def test_some_is_no_figure(word: str) -> None:
    assert find_figures(f"There were {word} people.") == []
