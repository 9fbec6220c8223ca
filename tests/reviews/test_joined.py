"""The claims table with the reviews beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from made import review

import claimtrack
from claimtrack import schema
from claimtrack.reviews import CORRECTABLE, Record, Review, ReviewedClaim, Verdict, joined

CLAIMS = pd.DataFrame({"claim_id": pd.array(["a", "b"], dtype="string"), "value": [35.0, 40.0]}, index=[7, 3])

CASES = [
    # reviews | cells of the claim a | why
    ([review("a")], {"review_verdict": "confirmed", "reviewers": "Ana", "review_count": 1, "review_flagged": False}, "one reviewer"),
    ([review("a"), review("a", "Ben")], {"review_verdict": "confirmed", "reviewers": "Ana; Ben", "review_count": 2}, "two agree"),
    ([review("a"), review("a", "Ben", Verdict.DISPUTED)], {"review_verdict": "disagreement", "review_differs": "verdict"}, "two differ"),
    ([review("a"), review("a", "Ben", Verdict.UNSURE)], {"review_verdict": "confirmed", "review_differs": None}, "one is unsure"),
    ([review("a", verdict=Verdict.UNSURE)], {"review_verdict": "unsure"}, "nobody is sure"),
    ([review("a", verdict=None, flagged=True)], {"review_verdict": None, "reviewers": "Ana", "review_flagged": True}, "only flagged"),
    ([review("a", note="see p. 2")], {"review_note": "see p. 2"}, "one note"),
    ([review("a", note="x"), review("a", "Ben", note="y")], {"review_note": "Ana: x\nBen: y"}, "two notes"),
    ([review("a", grade="fair"), review("a", "Ben", grade="weak")], {"review_grade": "fair; weak"}, "two grades"),
    ([review("a", grade="fair"), review("a", "Ben", grade="fair")], {"review_grade": "fair"}, "one grade"),
    ([review("a", evidence="https://x.org"), review("a", "Ben", evidence="https://y.org")], {"review_evidence": "https://x.org https://y.org"}, "two links"),
    ([review("a", corrections={"value": 36.0})], {"corrected_value": 36.0, "corrected_fields": "value", "value": 35.0}, "a correction beside the cell"),
    ([review("a", corrections={"source": None})], {"corrected_source": None, "corrected_fields": "source"}, "a correction to nothing"),
    ([review("a", corrections={"as_of": "2016-09-28"})], {"corrected_as_of": pd.Timestamp("2016-09-28", tz="UTC")}, "a day"),
    (
        [review("a", corrections={"value": 36.0}), review("a", "Ben", corrections={"value": 37.0})],
        {"corrected_value": None, "corrected_fields": "value", "review_differs": "value", "review_verdict": "confirmed"},
        "two corrections: none is chosen",
    ),
    ([replace(review("a"), undone=True)], {"review_verdict": None, "review_count": 0, "reviewers": None}, "an undone review"),
    ([review("a", verdict=Verdict.DISPUTED), review("a")], {"review_verdict": "confirmed", "review_count": 1}, "the later of two decisions"),
    ([review("gone")], {"review_count": 0, "review_flagged": False}, "a review of another claim"),
]  # fmt: skip


@pytest.mark.parametrize(("reviews", "cells", "why"), CASES, ids=[why for *_, why in CASES])
def test_the_cells_of_a_claim(reviews: list[Review], cells: dict[str, Any], why: str) -> None:
    row = joined(CLAIMS, reviews).loc[7]
    found = {name: None if pd.isna(row[name]) else row[name] for name in cells}
    assert found == cells, why


def test_the_claims_stay_as_they_are() -> None:
    table = joined(
        CLAIMS, [review("b", "Ana", Verdict.WRONG_SOURCE, corrections=dict.fromkeys(["source", "place"], "x"))]
    )
    pd.testing.assert_frame_equal(table[["claim_id", "value"]], CLAIMS)
    assert list(table.columns[2:]) == [column.name for column in schema.REVIEW_COLUMNS]
    assert {f"corrected_{name}" for name in CORRECTABLE} <= set(table.columns)


def test_types_are_the_same_with_and_without_reviews() -> None:
    reviews = [review("a", corrections={"value": 1.0, "source": "x", "as_of": "2016-09-28"}, note="x", grade="y")]
    empty = joined(CLAIMS.iloc[:0], reviews)
    assert [str(dtype) for dtype in joined(CLAIMS, reviews).dtypes] == [
        str(dtype) for dtype in joined(CLAIMS, []).dtypes
    ]
    assert [str(dtype) for dtype in empty.dtypes] == [str(dtype) for dtype in joined(CLAIMS, []).dtypes]


def test_both_versions_of_an_article_have_the_review() -> None:
    twice = pd.concat([CLAIMS, CLAIMS])
    assert joined(twice, [review("a")])["review_verdict"].to_list()[::2] == ["confirmed", "confirmed"]


def test_a_verdict_for_every_word_of_the_schema() -> None:
    (column,) = (column for column in schema.REVIEW_COLUMNS if column.name == "review_verdict")
    assert set(column.allowed or ()) == {*Verdict, "disagreement"}


def test_an_extraction_and_its_record(sqlite_record: Record) -> None:
    from claimtrack.reviews import Decision

    claims = claimtrack.extract("At least 35 doctors left Aleppo, the envoy said. About 40 nurses stayed.")
    sqlite_record.decide(Decision(ReviewedClaim.of_row(claims.iloc[0]), "Ana", Verdict.CONFIRMED))
    table = joined(claims, sqlite_record.all_reviews())
    assert table["review_count"].to_list() == [1, 0]
    pd.testing.assert_frame_equal(table[claims.columns], claims)
