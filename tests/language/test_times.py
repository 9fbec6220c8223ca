"""Time expressions in sentences."""

from __future__ import annotations

import pytest

from claimtrack.language.times import find_times

# sentence | the expressions in it, in order | one word on why
EXPRESSIONS = [
    ("The convoy was hit on Thursday.", ["Thursday"], "preposition left out"),
    ("Thursday saw the heaviest raids.", ["Thursday"], "at the start"),
    ("Three more died Tuesday morning.", ["Tuesday morning"], "part of the day"),
    (
        "They arrived last Tuesday and left late on Wednesday.",
        ["last Tuesday", "late on Wednesday"],
        "modified weekdays",
    ),
    ("Thursday's blast killed six.", ["Thursday"], "possessive"),
    ("He is out most Thursdays.", [], "a habit is no day"),
    ("Prices rose last week and this month.", ["last week", "this month"], "calendar units"),
    ("The vote is next week.", ["next week"], "future"),
    ("Forty died in March.", ["March"], "month after in"),
    ("The bridge fell on March 4.", ["March 4"], "American"),
    ("The bridge fell on 4 March 2011.", ["4 March 2011"], "British"),
    ("The bridge fell on Friday, March 4, 2011.", ["Friday, March 4, 2011"], "weekday and date are one"),
    ("It began in March 2014.", ["March 2014"], "month and year"),
    ("It began in Sept. 2014.", ["Sept. 2014"], "short month"),
    ("Dated 2016-09-29 and 29/09/2016.", ["2016-09-29", "29/09/2016"], "numeric"),
    ("Updated 2016-09-29T06:03:00Z.", ["2016-09-29T06:03:00Z"], "ISO with clock"),
    ("In 2015 rebels took the town.", ["2015"], "year before a noun"),
    ("In 2013, 2014 and 2015 it rained.", ["2013", "2014", "2015"], "list of years"),
    ("He has ruled since 2011.", ["since 2011"], "since stays"),
    ("He has ruled since at least 2011.", ["since at least 2011"], "hedged since stays"),
    ("At least 90 died since March.", ["since March"], "since stays"),
    ("Before 2011, few left.", ["Before 2011"], "before changes the meaning"),
    ("Many fled after Friday's attack.", ["Friday"], "after belongs to the attack"),
    ("Many have fled since Friday's attack.", ["since Friday"], "since holds for the day too"),
    ("Twelve died yesterday, two today, four overnight.", ["yesterday", "today", "overnight"], "relative days"),
    ("It was seen the day before yesterday.", ["the day before yesterday"], "longest first"),
    ("He left three days ago.", ["three days ago"], "words"),
    ("He left 2-3 days ago or nearly two weeks ago.", ["2-3 days ago", "nearly two weeks ago"], "range; hedge stays"),
    ("The town fell a year and a half ago.", ["a year and a half ago"], "and a half"),
    ("They came decades ago.", ["decades ago"], "no number"),
    ("Sales were 40 a year earlier.", ["a year earlier"], "compared with"),
    ("Over 90 died in the past 48 hours.", ["in the past 48 hours"], "in the past stays"),
    ("Over 90 died over the last ten days.", ["over the last ten days"], "over the last stays"),
    ("The past year was bad, in the past month worst.", ["The past year", "in the past month"], "no number"),
    ("Fighting grew in recent weeks.", ["in recent weeks"], "recent"),
    ("He waited for two weeks.", [], "a span of time, no time"),
    ("The blast came at 06:03.", ["06:03"], "clock"),
    ("The blast came at 9 p.m. on Thursday.", ["9 p.m. on Thursday"], "clock and day are one"),
    ("Leave by Friday, they were told.", ["by Friday"], "by stays"),
    ("The count stood at 40 as of 12 May.", ["as of 12 May"], "as of stays"),
    ("The strike began in mid-July and early 2020.", ["mid-July", "early 2020"], "parts"),
    ("Growth in the first quarter of 2020 was 2%.", ["the first quarter of 2020"], "quarter"),
    ("Growth in the first three months of 2020.", ["the first three months of 2020"], "first months"),
    (
        "Losses in the year to March and the 12 months to June 2016.",
        ["the year to March", "the 12 months to June 2016"],
        "to",
    ),
    ("Peace came by the end of the year.", ["by the end of the year"], "end of"),
    ("Wars of the 1990s and the early '80s.", ["the 1990s", "the early '80s"], "decades"),
    ("Between 2011 and 2016 half left.", ["Between 2011 and 2016"], "range of years"),
    ("It was dry from March to May.", ["from March to May"], "range of months"),
    ("Talks ran from 4 to 6 March.", ["from 4 to 6 March"], "range of days"),
    ("Talks on March 4-6.", ["March 4-6"], "range of days with a hyphen"),
    ("A cut from 2000 to 1500.", [], "amounts"),
    ("Between 1500 and 2000 people marched.", [], "amounts with a noun"),
    ("From 31 to 1000 men.", [], "no day of a year"),
    ("In the summer of 2014 and the winter of 2013-14.", ["the summer of 2014", "the winter of 2013-14"], "seasons"),
    ("Floods came last summer.", ["last summer"], "season without a year"),
    ("There was no sign of this fall in prices.", [], "fall, the noun"),
    ("It may rain and they march on.", [], "verbs in lower case"),
    ("May said she would go. March on!", [], "a person, and a verb at the start"),
    ("In May 40 people died; the next vote is on May 4.", ["May", "May 4"], "neighbours of May"),
    ("In March 12 people were killed.", ["March"], "the number counts people"),
    ("On March 12 rebels attacked.", ["March 12"], "on asks for a day"),
    ("April Glaspie came in April.", ["April"], "first name"),
    ("In 2000 villages, 2000 people of 1500 families.", [], "amounts"),
    ("The 2014 war cost $2015.", [], "a year that names a thing; money"),
    ("The Sunday Times and USA Today reported it on Sunday.", ["Sunday"], "names of papers"),
    ("Officials told Russia Today so on 3 May.", ["3 May"], "a name that seems to hold an article"),
    ("Black Friday sales fell.", [], "a name"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), EXPRESSIONS, ids=[why for *_, why in EXPRESSIONS])
def test_expressions(sentence: str, expected: list[str], why: str) -> None:
    assert [span.of(sentence) for span in find_times(sentence)] == expected, why


def test_only_the_part_asked_for() -> None:
    text = "On Monday, since March, on Friday"
    assert [span.of(text) for span in find_times(text, 11, 22)] == ["since March"]
    assert [span.of(text) for span in find_times(text, 17, 22)] == []  # March without its neighbour


@pytest.mark.parametrize(
    "unit",
    [
        "in ",
        " ",
        "\n",
        "1",
        "2015 ",
        "the ",
        "1-",
        "1:",
        "1.",
        "from 2011 to ",
        "March ",
        "the past 3 ",
        "three or ",
        "the 3 months to ",
    ],
)
def test_long_monotony_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + ". Then came yesterday"
    assert find_times(text)[-1].of(text) == "yesterday"
