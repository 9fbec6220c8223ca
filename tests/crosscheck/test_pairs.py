"""Which sentences speak of one quantity, and how they relate: a table of pairs (pairs.py), from text to group."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from pairs import PAIRS

import claimtrack
from claimtrack.crosscheck import group_claims

MARK = re.compile(r"\{(.+?)\}")


def claims_of(doc_id: str, day: str, marked: str) -> tuple[pd.DataFrame, int]:
    """The claims of a sentence, and where its marked figure starts."""
    mark = MARK.search(marked)
    assert mark is not None
    document = claimtrack.Document(text=MARK.sub(r"\1", marked), doc_id=doc_id)
    return claimtrack.extract(document, published=day), mark.start()


def figure_at(rows: pd.DataFrame, start: int) -> pd.DataFrame:
    """The row whose figure begins there; a currency sign may be in front of it."""
    return rows[(rows["start"] - start).isin([0, 1])]


@pytest.mark.parametrize(
    ("relation", "day", "one", "other_day", "other", "why"), PAIRS, ids=[pair[5] for pair in PAIRS]
)
def test_pair(relation: str, day: str, one: str, other_day: str, other: str, why: str) -> None:
    claims, start = claims_of("one", day, one)
    other_claims, other_start = claims_of("other", other_day, other)
    table = group_claims(pd.concat([claims, other_claims], ignore_index=True)).table
    members = table.set_index(["doc_id"])
    first, second = figure_at(members.loc[["one"]], start), figure_at(members.loc[["other"]], other_start)
    assert len(first) == len(second) == 1, f"the figures were not extracted: {one} | {other}"
    together = first["group_id"].iloc[0] == second["group_id"].iloc[0]
    found = first["relation"].iloc[0] if together else "apart"
    assert found == relation, f"{why}: {one} | {other}"


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 40
    assert {pair[0] for pair in PAIRS} == {"agree", "moved", "conflict", "apart"}
