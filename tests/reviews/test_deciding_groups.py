"""Decisions about groups, which keep their group when its id changes."""

from __future__ import annotations

import pytest
from made import group

from claimtrack.reviews import DecisionError, GroupVerdict, Record


def test_a_decision_comes_back_whole(record: Record) -> None:
    said = group(
        "a", "b", verdict="moved", recommended=430_000.0, low=427_600.0, reasoning="Both cite the ministry; \0 نعم"
    )
    made = record.decide_group(said)
    assert made.decision == said
    assert record.group_history("g1") == [made] == record.standing_groups()


def test_undo_is_a_row(record: Record) -> None:
    first, second = record.decide_group(group("a", "b", verdict="unsure")), record.decide_group(group("a", "b"))
    assert record.standing_groups() == [second]
    undoing = record.undo_group("Ana", "g1")
    assert undoing is not None
    assert undoing.undoes == second.group_review_id
    assert record.standing_groups() == [first]
    assert [review.undone for review in record.group_history("g1")] == [False, True, False]
    assert record.undo_group("Ben", "g1") is None
    assert record.undo_group("Ana", "g1") is not None
    assert record.undo_group("Ana", "g1") is None
    assert record.standing_groups() == []


FOUND = [
    # decided on | the group's id and claims now | found | why
    (("b", "c"), ("g2", ["a", "b", "c"]), True, "a claim joined before its first"),
    (("b", "c"), ("g1", []), True, "the same id"),
    (("a", "b", "c", "d"), ("g2", ["b", "c"]), True, "half of it is left"),
    (("a", "b", "c", "d"), ("g2", ["c", "e", "f"]), False, "one of its claims went elsewhere"),
    (("a", "b"), ("g2", ["x", "y"]), False, "another group"),
]


@pytest.mark.parametrize(("members", "now", "found", "why"), FOUND, ids=[why for *_, why in FOUND])
def test_a_group_whose_id_has_changed(
    record: Record, members: tuple[str, ...], now: tuple[str, list[str]], found: bool, why: str
) -> None:
    made = record.decide_group(group(*members))
    assert record.group_history(*now) == ([made] if found else []), why
    assert (record.undo_group("Ana", *now) is not None) == found


def test_a_later_decision_replaces_the_one_under_the_former_id(record: Record) -> None:
    record.decide_group(group("b", "c"))
    bens = record.decide_group(group("b", "c", reviewer="Ben"))
    later = record.decide_group(group("a", "b", "c", group_id="g2", verdict="agree"))
    other = record.decide_group(group("x", "y", group_id="g9"))
    assert record.standing_groups() == [bens, later, other]
    record.undo_group("Ana", "g2", ["a", "b", "c"])
    assert [review.decision.verdict for review in record.standing_groups()] == ["conflict", "conflict", "conflict"]


def test_a_large_group(record: Record) -> None:
    members = [f"claim {number}" for number in range(2_000)]
    made = record.decide_group(group(*members))
    record.decide_group(group("elsewhere", group_id="g9"))
    assert record.group_history("g2", ["a", *members]) == [made]


REFUSED = [
    ({"verdict": "maybe"}, "there are: agree, conflict, moved, not the same quantity, unsure"),
    ({"reviewer": ""}, "give a name"),
    ({"low": 5.0, "recommended": 4.0}, "the lower bound first"),
    ({"low": 5.0, "high": 4.0}, "the lower bound first"),
    ({"recommended": float("nan")}, "must be numbers"),
]


@pytest.mark.parametrize(("given", "said"), REFUSED, ids=lambda case: case if isinstance(case, str) else "")
def test_what_cannot_be_meant(given: dict[str, str], said: str) -> None:
    with pytest.raises(DecisionError, match=said):
        group("a", **given)
    with pytest.raises(DecisionError, match="a group has claims"):
        group()


def test_the_verdict_is_one_of_the_list() -> None:
    assert group("a", "a", verdict="not the same quantity").verdict is GroupVerdict.NOT_THE_SAME
    assert group("a", "b", "a").claim_ids == ("a", "b")
