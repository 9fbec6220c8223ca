"""Which sentences speak of one quantity, and what relation they have: a table of pairs (pairs.py), from text to group."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import group_claims
from pairs import PAIRS

MARK = re.compile(r"\{(.+?)\}")


def claims_of(doc_id: str, day: str, marked: str) -> tuple[pd.DataFrame, int]:
    """The claims of a sentence, and where its marked figure starts."""
    mark = MARK.search(marked)
    assert mark is not None
    document = claimtrack.Document(text=MARK.sub(r"\1", marked), doc_id=doc_id)
    return claimtrack.extract(document, published=day), mark.start()


@pytest.mark.parametrize(("relation", "day", "one", "other_day", "other", "why"), PAIRS, ids=[pair[5] for pair in PAIRS])
def test_pair(relation: str, day: str, one: str, other_day: str, other: str, why: str) -> None:
    claims, start = claims_of("one", day, one)
    other_claims, other_start = claims_of("other", other_day, other)
    table = group_claims(pd.concat([claims, other_claims], ignore_index=True)).table
    members = table.set_index(["doc_id"])
    first = members.loc[["one"]].query("start <= @start < end or start == @start + 1")
    second = members.loc[["other"]].query("start <= @other_start < end or start == @other_start + 1")
    assert len(first) == len(second) == 1, f"the figures were not extracted: {one} | {other}"
    together = first["group_id"].iloc[0] == second["group_id"].iloc[0]
    found = first["relation"].iloc[0] if together else "apart"
    assert found == relation, f"{why}: {one} | {other}"


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 40
    assert {pair[0] for pair in PAIRS} == {"agree", "moved", "conflict", "apart"}
