"""Which sentences speak of one quantity, and how they relate: a table of pairs (pairs.py), from text to group."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from pairs import PAIRS

import claimtrack
from claimtrack.crosscheck import group_claims

MARK = re.compile(r"\{(.+?)\}")


def claims_of(doc_id: str, day: str, *marked: str) -> tuple[pd.DataFrame, list[int]]:
    """The claims of an article of these sentences, and where the marked figure of each starts."""
    starts, text = [], ""
    for sentence in marked:
        mark = MARK.search(sentence)
        assert mark is not None
        starts.append(len(text) + mark.start())
        text += MARK.sub(r"\1", sentence) + " "
    return claimtrack.extract(claimtrack.Document(text=text.rstrip(), doc_id=doc_id), published=day), starts


def figure_at(rows: pd.DataFrame, start: int) -> pd.DataFrame:
    """The row whose figure begins there; a currency sign may be in front of it."""
    return rows[(rows["start"] - start).isin([0, 1])]


@pytest.mark.parametrize(
    ("relation", "day", "one", "other_day", "other", "why"), PAIRS, ids=[pair[5] for pair in PAIRS]
)
def test_pair(relation: str, day: str, one: str, other_day: str, other: str, why: str) -> None:
    if other_day == "=":
        same_sentence = MARK.sub(r"\1", one) == MARK.sub(r"\1", other)
        claims, starts = claims_of("one", day, one) if same_sentence else claims_of("one", day, one, other)
        start, other_start = (starts[0], MARK.search(other).start()) if same_sentence else starts
        articles = [claims, claims]
    else:
        (claims, (start,)), (more, (other_start,)) = claims_of("one", day, one), claims_of("other", other_day, other)
        articles = [claims, more]
    table = group_claims(pd.concat(articles if articles[0] is not articles[1] else [claims], ignore_index=True)).table
    first, second = (
        figure_at(table[table["doc_id"] == article["doc_id"].iloc[0]], at)
        for article, at in zip(articles, (start, other_start), strict=True)
    )
    assert len(first) == len(second) == 1, f"the figures were not extracted: {one} | {other}"
    together = first["group_id"].iloc[0] == second["group_id"].iloc[0]
    found = first["relation"].iloc[0] if together else "apart"
    assert found == relation, f"{why}: {one} | {other}"


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 40
    assert {pair[0] for pair in PAIRS} == {"agree", "moved", "conflict", "apart"}
