"""Which two figures can hold at one moment: a table of sentences, and the relation of two moments."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck.comparing import RELATIONS, relations
from claimtrack.crosscheck.features import read_features


def relation(one: str, day: str, other: str, other_day: str) -> str:
    """The relation of the one figure of each sentence, taken as one quantity."""
    claims = [
        claimtrack.extract(claimtrack.Document(text=text, doc_id=doc_id), published=when)
        for doc_id, text, when in (("one", one, day), ("other", other, other_day))
    ]
    assert [len(frame) for frame in claims] == [1, 1]
    features = read_features(pd.concat(claims, ignore_index=True))
    return RELATIONS[int(relations(features, np.array([0]), np.array([1]))[0])]


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("35", "36", False),  # exact numbers are not rounded
        ("about 430,000", "427,600", True),
        ("about 430,000", "390,000", False),
        ("4,000", "3,960", True),  # a round number is rounded
        ("4,000", "3,600", False),
        ("at least 40", "47", True),
        ("at least 40", "5,000", False),  # far beyond
        ("at least 40", "39", False),  # on the other side
        ("up to 90", "85", True),
        ("up to 90", "95", False),
        ("up to 90", "62", True),  # said of the worst case
        ("up to 90", "50", False),
        ("fewer than 90", "62", False),  # said of what it nearly was
        ("just under 90", "87", True),
        ("just under 90", "70", False),
        ("just over 90", "110", False),
        ("at least 38", "at least 28", False),  # two lower bounds of one moment
        ("at least 38", "more than 38", True),
        ("up to 90", "up to 60", False),
        ("at least 40", "up to 45", True),
        ("between 30 and 40", "35", True),
        ("between 30 and 40", "41", False),
        ("between 30 and 40", "between 38 and 50", True),
        ("dozens of", "40", True),
        ("dozens of", "900", False),
        ("hundreds of", "dozens of", False),
        ("thousands of", "3,200", True),
        ("nearly 2,000", "about 2,050", True),
    ],
)
def test_at_one_moment(one: str, other: str, fits: bool) -> None:
    sentences = (f"The earthquake killed {number} people in Nepal." for number in (one, other))
    first, second = sentences
    assert relation(first, "2015-04-28", second, "2015-04-28") == ("agree" if fits else "conflict")
    assert relation(second, "2015-04-28", first, "2015-04-28") == ("agree" if fits else "conflict"), (
        "the other way round"
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The earthquake killed 1,000 people in Nepal.", "The earthquake killed 1,500 people in Nepal.", "moved"),
        ("The earthquake killed 1,500 people in Nepal.", "The earthquake killed 1,000 people in Nepal.", "conflict"),
        ("In Nepal 1,500 people are missing.", "In Nepal 1,000 people are missing.", "moved"),
        ("In Nepal 1,000 people are missing.", "In Nepal 1,500 people are missing.", "moved"),
        ("In Nepal 1,000 people are missing.", "In Nepal at least 1,000 people are missing.", "agree"),
    ],
    ids=["a total grows", "a total does not fall", "a standing count falls", "a standing count grows", "nothing moved"],
)
def test_two_days_later(one: str, other: str, expected: str) -> None:
    assert relation(one, "2015-04-26", other, "2015-04-28") == expected
