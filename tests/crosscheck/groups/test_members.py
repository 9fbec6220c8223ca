"""What a group says of itself: how pressing it is, and what it is about."""

from __future__ import annotations

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import group_claims

TOLL = "The earthquake killed {} people in Nepal, the police said."


def groups_of(*articles: tuple[str, str]) -> pd.DataFrame:
    """The groups of several. articles: day, text."""
    claims = [
        claimtrack.extract(claimtrack.Document(text=text, doc_id=str(place)), published=day)
        for place, (day, text) in enumerate(articles)
    ]
    table = group_claims(pd.concat(claims, ignore_index=True)).table
    return table[table["relation"] != "single"]


@pytest.mark.parametrize(
    ("pressing", "other"),
    [
        (("2015-04-26", "2015-04-27"), ("2015-04-26", "2015-06-27")),  # in a day, in two months
        (("2015-04-26", "2015-04-26"), ("2015-04-26", "2015-04-27")),  # a conflict, and a toll that grew
    ],
)
def test_what_took_longer_to_move_presses_less(pressing: tuple[str, str], other: tuple[str, str]) -> None:
    groups = [groups_of((one, TOLL.format("1,910")), (two, TOLL.format("3,815"))) for one, two in (pressing, other)]
    first, second = (group["priority"].iloc[0] for group in groups)
    assert first > second > 0


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        ((TOLL.format("1,910"), TOLL.format("1,910")), "deaths, quake, Nepal"),
        # one of four names an incident: that is not what the group is about
        ((TOLL.format("1,910"), *["In Nepal 1,910 people were killed, the police said."] * 3), "deaths, Nepal"),
    ],
)
def test_what_a_group_is_about(texts: tuple[str, ...], about: str) -> None:
    groups = groups_of(*(("2015-04-26", text) for text in texts))
    assert set(groups["incident"]) == {about}
