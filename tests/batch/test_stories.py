"""Near-copies of one text have one story_id: a line a case, what was done to the text and whether it is still one story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import claimtrack
from claimtrack.batch import Stories

REPORT = (
    "A ferry sank off the coast on Monday night and at least 40 people drowned, the coast guard said. Fishermen pulled "
    "112 survivors from the water before dawn. The boat had left the port with 180 people on board, three times as many "
    "as it was built for, an official of the harbour told reporters. Relatives waited at the pier for news of the missing."
)
OTHER = (
    "The ministry of health has opened three field hospitals in the north, where cholera has spread since the rains. It "
    "counted 912 cases in a week. Doctors said that clean water was their first need, and that the road to the district "
    "was still cut off. Two aid groups have sent tablets that make water safe to drink."
)


def document(text: str, paper: str, days: int = 0) -> claimtrack.Document:
    moment = datetime(2016, 9, 29, tzinfo=UTC) + timedelta(days=days)
    return claimtrack.Document(text=text, doc_id=paper, published=moment)


@pytest.mark.parametrize(
    ("other", "days", "one_story"),
    [
        (REPORT, 0, True),  # word for word
        ("Forty drown as ferry sinks\n\nHARBOUR TOWN (AP) — " + REPORT, 1, True),  # another headline, a dateline
        (REPORT.replace("pulled 112 survivors", "brought 115 survivors"), 0, True),  # a few words edited
        (REPORT[: REPORT.index("Relatives")], 0, True),  # cut from its end
        (REPORT, 30, False),  # a month later: a bulletin whose wording returns
        (OTHER, 0, False),
    ],
)
def test_is_it_one_story(other: str, days: int, one_story: bool) -> None:
    stories = Stories()
    first = stories.of(document(REPORT, "courier"))
    assert (stories.of(document(other, "tribune", days)) == first) is one_story


def test_short_texts_are_one_story_only_word_for_word() -> None:
    stories = Stories()
    first = stories.of(document("The flood killed 40 people, the mayor said.", "courier"))
    assert stories.of(document("The flood killed 40 people, the mayor said!", "tribune")) == first
    assert stories.of(document("The flood killed 41 people, the mayor said.", "herald")) != first


def test_the_claims_of_a_run_have_it() -> None:
    papers = [document(text, name) for text, name in ((REPORT, "courier"), (OTHER, "herald"), (REPORT, "tribune"))]
    claims = claimtrack.extract(papers)
    assert claims["story_id"].notna().all()
    story_of = claims.drop_duplicates("doc_id").set_index("doc_id")["story_id"]
    assert story_of["courier"] == story_of["tribune"] != story_of["herald"]


def test_an_empty_text_is_a_story_too() -> None:
    assert len(Stories().of(document("", "courier"))) == 16
