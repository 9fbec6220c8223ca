"""The groups of the cross-check: which are shown, how they read, whose decisions are seen, and what is recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from shown_page import Page, said, tables_of, text_of

from claimtrack.api import extract
from claimtrack.crosscheck import group_claims
from claimtrack.dashboard.groups.amounts import AmountError, read_amount, typed_amount
from claimtrack.dashboard.groups.cards import cards
from claimtrack.dashboard.groups.filters import GroupFilters, from_address, to_address
from claimtrack.dashboard.groups.table import GroupTable, decided_by, decisions_by_group, group_table, visible
from claimtrack.dashboard.groups.words import decided_sign, decision_in_words, figures, told_by
from claimtrack.export import read_claims, write_claims
from claimtrack.model import Document
from claimtrack.reading import parse_date
from claimtrack.reviews import GroupDecision, GroupReview, RecordError, open_record, record_url
from claimtrack.reviews.record import Record

TEXTS = {
    "harbour": ("2023-09-15", "The flood killed 11,300 people in Derna, the Libyan Red Crescent said."),
    "ledger": ("2023-09-15", "The flood in Derna killed 3,000 people, the health ministry said."),
    "meridian": ("2023-09-15", "The flood has killed 11,300 people in Derna, according to the Libyan Red Crescent."),
    "gazette": ("2019-06-17", "Two million people marched in Hong Kong, organisers said. Police said 338,000 marched."),
    "[x](javascript:alert(1))": (
        "2023-09-16",
        "<script>alert(1)</script> About 40 doctors are left in Sirte, he said.",
    ),
}


def group_review(
    reviewer: str, group_id: str, claim_ids: tuple[str, ...], verdict: str = "agree", **other: Any
) -> GroupReview:
    fate = {"undoes": other.pop("undoes", None), "undone": False}
    decision = GroupDecision(group_id, claim_ids, reviewer, verdict, **other)
    return GroupReview(1, datetime(2026, 5, 1, 9, 30, tzinfo=UTC), decision, **fate)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [
        Document(text=text, doc_id=name, title=f"{name} news", published=parse_date(day))
        for name, (day, text) in TEXTS.items()
    ]
    return write_claims(extract(documents), documents, tmp_path_factory.mktemp("several") / "claims.parquet")


@pytest.fixture
def claims_of_several(several: Path, tmp_path: Path) -> Path:
    """The same beside a record of its own."""
    for file in several.parent.glob("claims.*parquet"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path / several.name


@pytest.fixture(scope="module")
def table(several: Path) -> GroupTable:
    return group_table(group_claims(read_claims(several)).table)


def test_conflicts_come_first_and_who_is_alone_is_counted(table: GroupTable) -> None:
    assert list(table.heads["relation"]) == sorted(table.heads["relation"], key=("conflict", "moved", "agree").index)
    assert table.alone == 1  # the doctors


FILTERS = [  # filters | places of the groups that are left
    (GroupFilters(), {"Derna", "Hong Kong"}),
    (GroupFilters({"place": ("Derna",)}), {"Derna"}),
    (GroupFilters({"place": ("Derna", "Hong Kong")}), {"Derna", "Hong Kong"}),  # values of one facet are alternatives
    (GroupFilters({"place": ("Derna",), "kind": ("protesters",)}), set()),  # facets must all hold
    (GroupFilters(text="RED crescent"), {"Derna"}),  # capitals do not matter
    (GroupFilters(text="red police"), set()),  # every word must occur
    (GroupFilters({"relation": ("agree",)}), set()),
]


@pytest.mark.parametrize(("filters", "places"), FILTERS)
def test_groups_that_are_shown(table: GroupTable, filters: GroupFilters, places: set[str]) -> None:
    assert {table.head(group_id)["place"] for group_id in table.shown(filters, ())} == places


def test_a_reviewers_work_is_told_apart(table: GroupTable) -> None:
    first, *rest = table.shown(GroupFilters(), ())
    assert table.shown(GroupFilters(status="done"), {first}) == [first]
    assert table.shown(GroupFilters(status="open"), {first}) == rest


def test_counts_leave_out_the_facets_own_choice(table: GroupTable) -> None:
    counts = table.counts(GroupFilters({"place": ("Derna",)}), (), "place")
    assert counts == {"Derna": 1, "Hong Kong": 1}


ADDRESSES = [
    GroupFilters(),
    GroupFilters({"relation": ("conflict", "moved"), "place": ("Côte d'Ivoire",)}, "dead & gone", "done"),
]


@pytest.mark.parametrize("filters", ADDRESSES)
def test_an_address_gives_the_filters_back(filters: GroupFilters) -> None:
    said = {name: [value] if isinstance(value, str) else value for name, value in to_address(filters).items()}
    assert from_address(said, GroupFilters(status="open")) == filters


def test_an_address_that_makes_no_sense_changes_nothing() -> None:
    assert from_address({"status": ["sideways"], "colour": ["red"]}, GroupFilters(status="open")) == GroupFilters(
        status="open"
    )


HEAD = {
    "kind": "deaths",
    "unit": "people",
    "articles": 4,
    "sources": 1,
    "first_as_of": "2023-09-15",
    "last_as_of": "2023-09-18",
}
FIGURES = [  # kind, unit, low, best, high | as it reads
    ("deaths", "people", 3166.0, 3958.0, 11300.0, "3,166 – 11,300 people, best 3,958"),
    ("deaths", "people", 105.0, 105.0, 105.0, "105 people"),
    ("share", "percent", 10.0, 12.0, 12.5, "10% – 12.5%, best 12%"),
    ("money", "USD", 1.5e9, 1.5e9, 1.5e9, "1.5 billion USD"),
    ("count", None, 3.0, 3.0, 4.0, "3 – 4, best 3"),
]


@pytest.mark.parametrize(("kind", "unit", "low", "best", "high", "in_words"), FIGURES)
def test_figures_in_words(kind: str, unit: str | None, low: float, best: float, high: float, in_words: str) -> None:
    assert figures({**HEAD, "kind": kind, "unit": unit, "low": low, "best": best, "high": high}) == in_words


DAYS = [  # first | last | as it reads
    ("2023-09-15", "2023-09-15", "15 September 2023"),
    ("2023-09-15", "2023-09-18", "15 to 18 September 2023"),
    ("2023-08-30", "2023-09-02", "30 August to 2 September 2023"),
    ("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023"),
]


@pytest.mark.parametrize(("first", "last", "in_words"), DAYS)
def test_who_tells_it_and_when(first: str, last: str, in_words: str) -> None:
    assert (
        told_by({**HEAD, "first_as_of": first, "last_as_of": last}) == f"4 articles, 1 independent source, {in_words}"
    )


DECISIONS = [  # what is decided | as the history tells it
    ({}, "2026-05-01 09:30 Ana: agree"),
    ({"recommended": 40.0}, "2026-05-01 09:30 Ana: agree, recommends 40 people"),
    ({"recommended": 40.0, "low": 38.0}, "2026-05-01 09:30 Ana: agree, recommends 40 people (at least 38)"),
    (
        {"low": 38.0, "high": 50.0, "reasoning": "its own count"},
        "2026-05-01 09:30 Ana: agree (38 to 50): “its own count”",
    ),
    ({"high": 50.0}, "2026-05-01 09:30 Ana: agree (at most 50)"),
    ({"undoes": 3}, "2026-05-01 09:30 Ana: took back “agree”"),
]


@pytest.mark.parametrize(("decided", "in_words"), DECISIONS)
def test_a_decision_in_words(decided: dict[str, Any], in_words: str) -> None:
    assert decision_in_words(group_review("Ana", "g1", ("c1",), **decided), HEAD) == in_words


def test_reviewers_who_differ_have_a_sign_of_their_own() -> None:
    one, other = group_review("Ana", "g1", ("c1",), "agree"), group_review("Ben", "g1", ("c1",), "conflict")
    assert [decided_sign(reviews) for reviews in ((), (one,), (one, other))] == ["", "=", "⚖"]


def test_decisions_follow_their_claims(table: GroupTable) -> None:
    derna, hong_kong = (next(g for g in table.members if table.head(g)["place"] == p) for p in ("Derna", "Hong Kong"))
    claims = tuple(table.members[derna])
    standing = [
        group_review("Ana", "another id", claims),  # the group was given another id since
        group_review("Ben", hong_kong, ("gone",)),  # the id is the same, its claims have changed
        group_review("Cy", "gone", ("gone",)),  # the group is no more
    ]
    found = decisions_by_group(standing, table)
    assert {group: [r.decision.reviewer for r in reviews] for group, reviews in found.items()} == {
        derna: ["Ana"],
        hong_kong: ["Ben"],
    }
    assert decided_by(found, "Ana") == {derna}
    assert visible(found, "Ana", blind=False) == found
    assert set(visible(found, "Ana", blind=True)) == {derna}  # Ben's waits until Ana has decided


def claim(
    doc_id: str, source: str | None, value: float, sentence: str = "", day: int = 1, out: bool = False
) -> dict[str, Any]:
    return {
        "doc_id": doc_id, "source": source, "value": value, "low": value, "high": value, "start": 0, "sentence": sentence,
        "as_of": pd.Timestamp(2024, 1, day), "published": None, "stands_out": out,
    }  # fmt: skip


FOLDED = [  # claims | each card: the article that tells it first, how many repeat it, in how many other articles
    ([claim("a", "WHO", 5), claim("b", "WHO", 5)], [("a", 1, 1)]),  # one source with one figure
    ([claim("a", "WHO", 5), claim("a", "WHO", 5)], [("a", 1, 0)]),  # said twice in one article
    ([claim("a", "WHO", 5), claim("b", "WHO", 6)], [("a", 0, 0), ("b", 0, 0)]),  # another figure is another card
    ([claim("a", "WHO", 5), claim("b", "UN", 5)], [("a", 0, 0), ("b", 0, 0)]),  # so is another source
    ([claim("b", "WHO", 5, day=2), claim("a", "WHO", 5)], [("a", 1, 1)]),  # the earlier one comes first
    (
        [claim("a", None, 5, "five people died there"), claim("b", None, 5, "Five people died there.")],
        [("a", 1, 1)],
    ),  # a copy
    (
        [claim("a", None, 5, "five people died there"), claim("b", None, 5, "the toll is at five")],
        [("a", 0, 0), ("b", 0, 0)],
    ),
]


@pytest.mark.parametrize(("claims", "expected"), FOLDED)
def test_echoes_are_folded(claims: list[dict[str, Any]], expected: list[tuple[str, int, int]]) -> None:
    assert [(c.first["doc_id"], len(c.echoes), c.other_articles) for c in cards(claims)] == expected


def test_a_card_stands_out_with_any_of_its_claims() -> None:
    assert [card.stands_out for card in cards([claim("a", "WHO", 5), claim("b", "WHO", 5, out=True)])] == [True]


AMOUNTS = [("1,250", 1250.0), (" 0.5 ", 0.5), ("", None), ("1 000 000", 1e6), ("-5", -5.0)]


@pytest.mark.parametrize(("typed", "value"), AMOUNTS)
def test_amounts_as_they_are_typed(typed: str, value: float | None) -> None:
    assert read_amount(typed, "Low") == value
    assert read_amount(typed_amount(value), "Low") == value  # and back


@pytest.mark.parametrize("typed", ["about 5", "nan", "inf", "5-6", "2,5", "1_000", "0,500", ","])
def test_an_amount_that_cannot_be_read_is_named(typed: str) -> None:
    with pytest.raises(AmountError, match="Low"):
        read_amount(typed, "Low")


# the page


def press(page: Page, key: str) -> None:
    next(button for button in page.test.button if button.key and button.key.startswith(key)).click()
    page.test.run()
    assert not page.test.exception


def test_the_page_shows_a_group_and_its_claims(monkeypatch: pytest.MonkeyPatch, claims_of_several: Path) -> None:
    shown = Page(monkeypatch, "crosscheck", claims_of_several).show(text="Derna")
    assert "Deaths, flood, Derna" in text_of(shown)
    assert "Echoed by 1 article" in [expander.label for expander in shown.expander]
    assert "<script>alert" not in text_of(Page(monkeypatch, "crosscheck", claims_of_several).show())
    assert said(shown, "text") == "Derna"
    assert said(shown, "group")


def test_a_verdict_is_recorded_then_taken_back(monkeypatch: pytest.MonkeyPatch, claims_of_several: Path) -> None:
    page = Page(monkeypatch, "crosscheck", claims_of_several)
    group_id = said(page.show(text="Derna"), "group")
    page.test.text_input(key=f"group best {group_id} Ana").set_value("11,300")
    page.test.text_area(key=f"group reasoning {group_id} Ana").set_value("its own count")
    press(page, "group-conflict")
    record = open_record(record_url(claims_of_several))
    (review,) = record.standing_groups()
    assert (review.decision.verdict, review.decision.recommended, review.decision.reasoning) == (
        "conflict",
        11300,
        "its own count",
    )
    press(page, "group-undo")
    assert record.standing_groups() == []
    assert page.test.text_area(key=f"group reasoning {group_id} Ana").value == "its own count"  # to be decided anew


def test_what_one_has_typed_of_a_group_is_not_the_next_ones(
    monkeypatch: pytest.MonkeyPatch, claims_of_several: Path
) -> None:
    page = Page(monkeypatch, "crosscheck", claims_of_several)
    group_id = said(page.show(text="Derna"), "group")
    page.test.text_area(key=f"group reasoning {group_id} Ana").set_value("Ana's own words")
    page.test.run()
    page.show("Ben")
    press(page, "group-agree")
    (review,) = open_record(record_url(claims_of_several)).standing_groups()
    assert (review.decision.reviewer, review.decision.reasoning) == ("Ben", "")


def test_the_buttons_of_a_group_are_its_own(monkeypatch: pytest.MonkeyPatch, claims_of_several: Path) -> None:
    page = Page(monkeypatch, "crosscheck", claims_of_several)
    group_id = said(page.show(), "group")
    assert f"group-agree-{group_id}" in {button.key for button in page.test.button}  # a second press decides no other


def test_what_cannot_be_meant_is_not_recorded(monkeypatch: pytest.MonkeyPatch, claims_of_several: Path) -> None:
    page = Page(monkeypatch, "crosscheck", claims_of_several)
    group_id = said(page.show(text="Derna"), "group")
    page.test.text_input(key=f"group low {group_id} Ana").set_value("many")
    press(page, "group-conflict")
    assert "Not recorded: Low: 'many' is no number" in text_of(page.test).replace("&#x27;", "'")
    assert page.test.text_input(key=f"group low {group_id} Ana").value == "many"
    assert open_record(record_url(claims_of_several)).standing_groups() == []


def test_a_record_that_fails_loses_nothing_that_was_typed(
    monkeypatch: pytest.MonkeyPatch, claims_of_several: Path
) -> None:
    def refuse(*_: object) -> GroupReview:
        raise RecordError("the disk is full")

    page = Page(monkeypatch, "crosscheck", claims_of_several)
    group_id = said(page.show(text="Derna"), "group")
    page.test.text_area(key=f"group reasoning {group_id} Ana").set_value("its own count")
    monkeypatch.setattr(Record, "decide_group", refuse)
    press(page, "group-agree")
    assert "Not recorded, your input is still here: the disk is full" in text_of(page.test)
    assert said(page.test, "group") == group_id
    assert page.test.text_area(key=f"group reasoning {group_id} Ana").value == "its own count"


def test_blind_others_are_seen_after_ones_own_decision(
    monkeypatch: pytest.MonkeyPatch, claims_of_several: Path
) -> None:
    page = Page(monkeypatch, "crosscheck", claims_of_several, blind=True)
    group_id = said(page.show(text="Derna", status="all"), "group")
    table = group_table(group_claims(read_claims(claims_of_several)).table)
    record = open_record(record_url(claims_of_several))
    record.decide_group(
        GroupDecision(group_id, tuple(table.members[group_id]), "Ben", "moved", reasoning="Ben's reasons")
    )
    page.test.run()
    assert "Ben" not in text_of(page.test) + tables_of(page.test)
    assert "you see it after your own decision" in text_of(page.test)
    press(page, "group-agree")
    assert "Ben" in text_of(page.show(group=group_id))


def test_no_groups_and_no_findings_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, several: Path, tmp_path: Path
) -> None:
    none = write_claims(read_claims(several).iloc[:0], [], tmp_path / "claims.parquet")
    assert "No two claims speak of one quantity yet" in text_of(Page(monkeypatch, "crosscheck", none).show())
    assert "The checks found nothing" in text_of(Page(monkeypatch, "crosscheck", none).show(view="checks"))


def test_what_the_checks_found_is_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = Document(
        text="The flood killed 30 people: 12 men, 10 women and 19 children.",
        doc_id="a",
        published=parse_date("2024-05-02"),
    )
    shown = Page(
        monkeypatch, "crosscheck", write_claims(extract([document]), [document], tmp_path / "claims.parquet")
    ).show(view="checks")
    assert "12 + 10 + 19 = 41, not 30" in text_of(shown)
    assert "parts do not sum" in tables_of(shown)
