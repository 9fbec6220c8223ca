"""What the words around a figure say of it: a table, sentence | what is true of the {marked} figure | why."""

from __future__ import annotations

import re

import numpy as np
import pytest

import claimtrack
from claimtrack.crosscheck.features import Features, read_features

MARK = re.compile(r"\{(.+?)\}")
YEAR = 366.0  # days


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Another {40} people were killed in Derna.", {"increment"}),
        ("Rescuers found {seven} other bodies in Derna.", {"increment"}),
        ("The Harbour Index fell {31} points on Monday.", {"increment"}),
        ("The Harbour Index fell 31 points to {17,792} points on Monday.", set()),
        ("The village lost {31} people in the flood.", set()),  # persons are no points
        ("The flood killed 120 people, including {40} children.", {"part"}),
        ("Police said {40} of the victims were children.", {"part"}),
        ("In Derna {40} percent of the houses stand.", set()),  # a share is of a whole, and no part of a count
        ("The toll in Derna is up from {40} dead.", {"overtaken"}),
        ("The mayor added to the {40} deaths previously known.", {"overtaken"}),
        ("In a second attack {40} people were killed in Derna.", {"elsewhere"}),
        ("It was the worst day in Derna since March, when a bomber killed {40} people.", {"elsewhere"}),
        ("The attack killed {40} people in Derna.", set()),
    ],
)
def test_cues(marked: str, expected: set[str]) -> None:
    features, at = features_of(marked)
    found = {name for name in ("increment", "part", "overtaken", "elsewhere") if getattr(features, name)[at]}
    assert found == expected


@pytest.mark.parametrize(
    ("marked", "year"),
    [
        ("The 1985 earthquake killed {5,000} people in Mexico.", 1985),
        ("The flood of 1953 killed {1,800} people in Zeeland.", 1953),
        ("The earthquake killed {5,000} people in Mexico.", None),
    ],
)
def test_the_year_of_an_incident(marked: str, year: int | None) -> None:
    features, at = features_of(marked)
    days = (np.datetime64(f"{year}-07-02") - np.datetime64("1970-01-01")).astype(int) if year else float("nan")
    assert features.event[at] == pytest.approx(float(days), abs=YEAR / 2, nan_ok=True)


def features_of(marked: str) -> tuple[Features, int]:
    """The features of a sentence, and the place of its marked figure."""
    mark = MARK.search(marked)
    assert mark is not None
    claims = claimtrack.extract(claimtrack.Document(text=MARK.sub(r"\1", marked), doc_id="one"), published="2020-03-10")
    places = claims.index[claims["start"] == mark.start()].tolist()
    assert len(places) == 1, f"the figure was not extracted: {marked}"
    return read_features(claims), places[0]
