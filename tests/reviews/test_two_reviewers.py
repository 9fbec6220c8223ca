"""Where reviewers differ, what a blind one sees, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from made import claim, review

from claimtrack.reviews import Verdict, disagreements, standing_of, visible

CONFIRMED, WRONG, DISPUTED, UNSURE = Verdict.CONFIRMED, Verdict.WRONG_EXTRACTION, Verdict.DISPUTED, Verdict.UNSURE

DIFFER = [
    # Ana's | Ben's | what they differ about | why
    ({}, {}, (), "both confirm"),
    ({}, {"verdict": DISPUTED}, ("verdict",), "verdicts"),
    ({}, {"verdict": UNSURE}, (), "one is undecided"),
    ({}, {"verdict": None, "flagged": True}, (), "one has only flagged it"),
    ({}, {"corrections": {"value": 36.0}}, ("value",), "both confirm, one with another number"),
    ({}, {"corrections": {"value": 35.0}}, (), "a correction to what it is already"),
    ({"verdict": WRONG, "corrections": {"value": 36.0}}, {"verdict": WRONG}, (), "one does not say what is right"),
    ({"verdict": WRONG, "corrections": {"value": 36.0}}, {"verdict": WRONG, "corrections": {"value": 37.0}}, ("value",), "two numbers"),
    ({"verdict": WRONG, "corrections": {"value": 36.0}}, {"verdict": WRONG, "corrections": {"low": 37.0}}, (), "two fields"),
    ({"corrections": {"place": "homs "}}, {"corrections": {"place": "Homs"}}, (), "capitals"),
    ({"corrections": {"as_of": "2016-09-28"}}, {"corrections": {"as_of": "2016-09-28T02:00:00+02:00"}}, (), "one moment, written in two ways"),
    ({"corrections": {"source": None}}, {"corrections": {"source": "Ban Ki-moon"}}, ("source",), "nobody or somebody"),
    ({"corrections": {"high": 40.0}}, {}, ("high",), "a bound or none"),
    ({"corrections": {"as_of": None}, "verdict": DISPUTED}, {}, ("verdict", "as_of"), "verdict and a field"),
]  # fmt: skip


@pytest.mark.parametrize(("anas", "bens", "fields", "why"), DIFFER, ids=[why for *_, why in DIFFER])
def test_where_two_differ(anas: dict[str, Any], bens: dict[str, Any], fields: tuple[str, ...], why: str) -> None:
    found = disagreements([review("a", "Ana", **anas), review("a", "Ben", **bens), review("b", "Ben", DISPUTED)])
    assert [(one.claim_id, one.fields) for one in found] == ([("a", fields)] if fields else []), why
    assert [
        (one.claim_id, one.fields) for one in disagreements([review("a", "Ana", **bens), review("a", "Ben", **anas)])
    ] == [("a", fields) for _ in found]


def test_the_undecided_are_kept_apart() -> None:
    first, second, third = review("a", "Ana"), review("a", "Ben", DISPUTED), review("a", "Cy", UNSURE)
    (found,) = disagreements([first, second, third])
    assert (found.reviews, found.undecided) == ((first, second), (third,))


def test_only_what_stands_differs() -> None:
    anas, bens = review("a", "Ana"), review("a", "Ben", DISPUTED)
    assert disagreements([anas, bens, review("a", "Ben")]) == []
    assert (
        disagreements([anas, replace(bens, undone=True), replace(review("a", "Ben", DISPUTED), undoes=bens.review_id)])
        == []
    )


def test_claims_that_came_of_two_extractions() -> None:
    """Ben confirms 36, which a later extraction reads where Ana corrected 35 to it."""
    anas = review("a", "Ana", corrections={"value": 36.0})
    assert disagreements([anas, review("a", "Ben", claim=claim("a", value=36.0))]) == []


def test_blind_reviewers_see_others_only_after_deciding() -> None:
    mine, bens, hidden = review("a", "Ana"), review("a", "Ben", DISPUTED), review("b", "Ben")
    flagged, also_hidden = review("c", "Ana", None, flagged=True), review("c", "Ben")
    every = [mine, bens, hidden, flagged, also_hidden]
    assert visible(every, "Ana", blind=True) == [mine, bens, flagged]
    assert visible(every, "Ana", blind=False) == every
    assert visible(every, "nobody yet", blind=True) == []


def test_one_who_takes_the_decision_back_is_blind_again() -> None:
    mine, bens = review("a", "Ana"), review("a", "Ben")
    undoing = replace(review("a", "Ana"), undoes=mine.review_id)
    assert visible([replace(mine, undone=True), bens, undoing], "Ana", blind=True) == [
        replace(mine, undone=True),
        undoing,
    ]


def test_what_stands_does_not_depend_on_the_order() -> None:
    reviews = [review("a", "Ana"), review("b", "Ana"), review("a", "Ana", DISPUTED)]
    assert standing_of(reversed(reviews)) == [reviews[1], reviews[2]]
