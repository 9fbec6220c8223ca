"""The groups do not depend on what they must not depend on, and hold in awkward cases."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import GROUP_COLUMNS, group_claims
from claimtrack.crosscheck.aligning import candidate_pairs, explain
from claimtrack.crosscheck.features import read_features

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    return claimtrack.extract(claimtrack.read(str(SEEDS)))


def test_the_order_of_the_rows_does_not_matter(claims: pd.DataFrame) -> None:
    shuffled = claims.sample(frac=1, random_state=7).reset_index(drop=True)
    pd.testing.assert_frame_equal(group_claims(claims).table, group_claims(shuffled).table)


def test_unrelated_articles_do_not_matter(claims: pd.DataFrame) -> None:
    derna = claims[claims["doc_id"].str.contains("derna")].reset_index(drop=True)
    alone = group_claims(derna).table.set_index("claim_id")
    among = group_claims(claims).table.set_index("claim_id").loc[alone.index]
    assert alone["group_id"].tolist() == among["group_id"].tolist()
    assert alone["relation"].tolist() == among["relation"].tolist()


def test_every_claim_has_one_row(claims: pd.DataFrame) -> None:
    table = claimtrack.cross_check(claims)
    assert sorted(table["claim_id"]) == sorted(claims["claim_id"])
    assert list(table.columns) == [name for name, _, _ in GROUP_COLUMNS]
    assert (table["relation"] == "single").sum() == (table.groupby("group_id")["claim_id"].transform("size") == 1).sum()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_claims(claims: pd.DataFrame, count: int) -> None:
    table = claimtrack.cross_check(claims.head(count))
    assert len(table) == count
    assert table["relation"].isin(["single", "agree", "moved", "conflict"]).all()


def test_claims_without_dates_places_or_sources(claims: pd.DataFrame) -> None:
    bare = claims.copy()
    for name in (
        "published",
        "as_of",
        "place",
        "country",
        "source",
        "source_text",
        "counted",
        "predicate",
        "when_text",
    ):
        bare[name] = pd.Series([None] * len(bare), dtype=bare[name].dtype)
    assert len(claimtrack.cross_check(bare)) == len(bare)


def test_figures_without_a_number(claims: pd.DataFrame) -> None:
    empty = claims.head(20).copy()
    empty[["value", "low", "high"]] = np.nan
    assert set(claimtrack.cross_check(empty)["relation"]) == {"single"}


def test_two_versions_of_one_article_are_not_two_articles() -> None:
    text = "The flood killed 120 people in Derna, the mayor said. {} It was the worst flood in years."
    versions = [claimtrack.Document(text=text.format(word), doc_id="one") for word in ("Still.", "Yet.")]
    table = claimtrack.cross_check(claimtrack.extract(versions, published="2023-09-15"))
    assert table["articles"].tolist() == [1, 1]
    assert table["sources"].tolist() == [1, 1]


def test_a_large_block_grows_with_its_claims_not_with_their_square(claims: pd.DataFrame) -> None:
    """The same claim in ever more articles: a million pairs would be the square of a thousand."""
    one = claims[claims["kind"] == "deaths"].head(1)

    def pairs(count: int) -> int:
        many = pd.concat([one] * count, ignore_index=True)
        many["doc_id"] = [f"article {number}" for number in range(count)]
        many["published"] = many["published"] + pd.to_timedelta(range(count), unit="D")
        return len(candidate_pairs(read_features(many))[0])

    counts = [pairs(count) for count in (200, 400, 800)]
    assert all(later < 2.2 * earlier for earlier, later in pairwise(counts))


def test_ten_papers_with_one_wire_text_are_one_source(claims: pd.DataFrame) -> None:
    one = claims[(claims["doc_id"] == "05-derna-red-crescent.txt") & (claims["surface"] == "10,100")]
    papers = pd.concat([one] * 10, ignore_index=True)
    papers["doc_id"] = [f"paper {number}" for number in range(10)]
    papers["text_hash"] = [f"{number:016x}" for number in range(10)]
    papers["source"] = papers["source_text"] = pd.Series([None] * 10, dtype="string")
    table = claimtrack.cross_check(papers)
    assert table["group_id"].nunique() == 1
    assert (table["articles"].iloc[0], table["sources"].iloc[0]) == (10, 1)


def test_each_part_of_a_score_explains_itself(claims: pd.DataFrame) -> None:
    killed = claims[claims["surface"].isin(["3,549", "35,418"])].reset_index(drop=True)
    parts = explain(read_features(killed), 0, 1)
    assert {"kind", "place", "value", "source"} <= {part.name for part in parts}
    assert all(part.words for part in parts)
    assert next(part.words for part in parts if part.name == "value") == "3,549 and 35,418 do not fit"
