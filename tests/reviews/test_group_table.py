"""Every decision about a group as a table, and which of them a blind reviewer may see."""

from __future__ import annotations

import pandas as pd
import pytest
from made import group

from claimtrack import schema
from claimtrack.reviews import Record, group_decisions_frame, visible_groups

CLAIMS = pd.DataFrame(
    {
        "claim_id": ["a", "b", "b", "z"],  # b in two versions of its article
        "kind": pd.Categorical(["deaths", "deaths", "deaths", "cases"]),
        "place": ["Derna", None, "Derna", "Lagos"],
        "unit": ["people"] * 4,
        "surface": ["11,300", "5,000", "about 5,000", "7"],
        "source": ["the mayor", None, None, "WHO"],
    }
)


def test_each_decision_is_a_row_with_what_the_group_is_about(sqlite_record: Record) -> None:
    sqlite_record.decide_group(group("b", "a", reviewer="Ben", verdict="unsure"))
    sqlite_record.decide_group(
        group("a", "b", recommended=5_000.0, low=4_000.0, reasoning="=the ministry counts, not the mayor")
    )
    table = group_decisions_frame(sqlite_record.all_group_reviews(), CLAIMS)
    schema.check_frame(table, schema.GROUP_DECISION_COLUMNS)
    first, second = table.astype(object).where(table.notna(), None).to_dict("records")
    assert (first["reviewer"], first["verdict"], first["recommended"]) == ("Ben", "unsure", None)
    told = ("recommended", "low", "high", "unit", "reasoning")
    assert [second[name] for name in told] == [5_000, 4_000, None, "people", "=the ministry counts, not the mayor"]
    about = ("kind", "place", "figures", "cited", "claim_ids")
    assert [second[name] for name in about] == ["deaths", "Derna", "11,300; about 5,000", "the mayor", "a b"]
    assert first["figures"] == "about 5,000; 11,300"  # in the order of its claims


def test_what_stands_is_each_reviewers_last_word(sqlite_record: Record) -> None:
    sqlite_record.decide_group(group("a", "b"))
    sqlite_record.decide_group(group("a", "b", verdict="agree"))
    sqlite_record.decide_group(group("a", "b", reviewer="Ben"))
    sqlite_record.decide_group(group("x", "y", group_id="g2"))
    sqlite_record.undo_group("Ana", "g2")
    table = group_decisions_frame(sqlite_record.all_group_reviews(), CLAIMS)
    assert table["stands"].to_list() == [False, True, True, False, False]
    assert table["undone"].to_list() == [False, False, False, True, False]
    assert table["undoes"].to_list() == [pd.NA, pd.NA, pd.NA, pd.NA, 4]
    assert table["figures"].isna().to_list() == [False, False, False, True, True]  # of claims that are not there


def test_a_table_of_ids_alone_and_no_decisions(sqlite_record: Record) -> None:
    assert group_decisions_frame([], CLAIMS).empty
    sqlite_record.decide_group(group("a"))
    table = group_decisions_frame(sqlite_record.all_group_reviews(), CLAIMS[["claim_id"]])
    assert table[["kind", "place", "unit", "figures", "cited"]].isna().all(axis=None)


# Ana decided on | Ben on | she sees his | why
SEEN = [
    (("g1", "ab"), ("g1", "ab"), True, "the same group"),
    (("g1", "ab"), ("g7", "abc"), True, "it has grown, and changed its id"),
    (("g1", "abcd"), ("g7", "az"), False, "one of her claims is in it"),
    (("g1", "ab"), ("g2", "xy"), False, "another group"),
]


@pytest.mark.parametrize(("anas", "bens", "sees", "why"), SEEN, ids=[why for *_, why in SEEN])
def test_the_blind_see_others_where_they_have_decided(
    sqlite_record: Record, anas: tuple[str, str], bens: tuple[str, str], sees: bool, why: str
) -> None:
    for reviewer, (group_id, members) in (("Ana", anas), ("Ben", bens)):
        sqlite_record.decide_group(group(*members, group_id=group_id, reviewer=reviewer))
    reviews = sqlite_record.all_group_reviews()
    assert visible_groups(reviews, "Ana", blind=False) == reviews
    assert visible_groups(reviews, "Ana", blind=True) == (reviews if sees else reviews[:1]), why
    assert visible_groups(reviews, "Cleo", blind=True) == []


def test_who_takes_their_decision_back_is_blind_again(sqlite_record: Record) -> None:
    sqlite_record.decide_group(group("a", "b", reviewer="Ben"))
    sqlite_record.decide_group(group("a", "b"))
    sqlite_record.undo_group("Ana", "g1")
    seen = visible_groups(sqlite_record.all_group_reviews(), "Ana", blind=True)
    assert {review.decision.reviewer for review in seen} == {"Ana"}
