"""The pages of articles, disagreements, the record and adding, as a script that runs without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown_page import Page, tables_of, text_of

from claimtrack.dashboard.workspace import Workspace
from claimtrack.export import read_claims, write_claims
from claimtrack.reviews import Decision, Record, ReviewedClaim, Verdict, open_record, record_url


@pytest.fixture
def record(claims_file: Path) -> Record:
    return open_record(record_url(claims_file))


def decide(record: Record, workspace: Workspace, row: int, who: str, verdict: Verdict, **other: object) -> None:
    record.decide(Decision(ReviewedClaim.of_row(workspace.cells(row)), who, verdict, **other))  # type: ignore[arg-type]


@pytest.fixture
def no_claims(claims_file: Path) -> Path:
    return write_claims(read_claims(claims_file).iloc[:0], [], claims_file.with_name("none.parquet"))


EMPTY = [
    ("articles", "There are no articles yet"),
    ("disagreements", "no decisions of two reviewers"),
    ("record", "Nothing is recorded yet"),
    ("add", "Their figures join 0 claims"),
]


@pytest.mark.parametrize(("name", "words"), EMPTY)
def test_without_claims_a_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, no_claims: Path, name: str, words: str
) -> None:
    assert words in text_of(Page(monkeypatch, name, no_claims).show())


@pytest.mark.parametrize("name", [name for name, _ in EMPTY])
def test_a_page_can_be_read_by_one_who_has_given_no_name(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, name: str
) -> None:
    Page(monkeypatch, name, claims_file).show(reviewer="")


def test_articles_are_listed_with_what_is_reviewed(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace, record: Record
) -> None:
    decide(record, workspace, 0, "Ana", Verdict.CONFIRMED)
    table = Page(monkeypatch, "articles", claims_file).show().dataframe[0].value
    assert table["title"].to_list() == ["News from derna", "News from aleppo"]
    assert table["claims"].to_list() == [2, 2]
    assert table["reviewed"].to_list() == [0, 1]


def test_an_article_is_shown_with_its_figures_marked(monkeypatch: pytest.MonkeyPatch, claims_file: Path) -> None:
    test = Page(monkeypatch, "articles", claims_file).show(doc="aleppo")
    shown = text_of(test)
    assert shown.count("ct-other") >= 2
    assert "ct-focus" not in shown.replace('"#ct-focus"', "")
    [following] = [button for button in test.button if button.label == "Next"]
    following.click().run()
    assert not test.exception
    assert "ct-source" in text_of(test)
    assert test.query_params["claim"]


def test_an_article_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, claims_file: Path) -> None:
    assert "not in the open file" in text_of(Page(monkeypatch, "articles", claims_file).show(doc="../../etc/passwd"))


def test_disagreements_are_shown_with_who_said_what(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace, record: Record
) -> None:
    decide(record, workspace, 0, "Ana", Verdict.CONFIRMED)
    decide(record, workspace, 0, "Ben", Verdict.DISPUTED, note="<script>x</script> call them")
    decide(record, workspace, 1, "Ben", Verdict.DISPUTED)
    shown = text_of(Page(monkeypatch, "disagreements", claims_file).show())
    assert "Reviewers differ on 1 claim" in shown
    assert "Ben" in shown
    assert "<script>x" not in shown


@pytest.mark.parametrize("name", ["disagreements", "record"])
def test_blind_others_are_not_seen_before_ones_own_decision(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace, record: Record, name: str
) -> None:
    decide(record, workspace, 0, "Ben", Verdict.DISPUTED, note="hush")
    decide(record, workspace, 0, "Cyd", Verdict.CONFIRMED, note="hush")
    page = Page(monkeypatch, name, claims_file, blind=True)
    test = page.show()
    assert "hush" not in text_of(test) + tables_of(test)
    decide(record, workspace, 0, "Ana", Verdict.CONFIRMED)
    test.run()
    assert "hush" in text_of(test) + tables_of(test)


def test_the_record_lists_decisions_newest_first(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace, record: Record
) -> None:
    decide(record, workspace, 0, "Ana", Verdict.CONFIRMED)
    decide(record, workspace, 1, "Ben", Verdict.UNSURE)
    record.undo("Ana", str(workspace.cells(0)["claim_id"]))
    test = Page(monkeypatch, "record", claims_file).show()
    assert test.dataframe[0].value["decision"].to_list() == [
        "took back decision 1",
        "? unsure",
        "✔ confirmed (taken back)",
    ]


def test_a_lost_decision_is_carried_over(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace, record: Record
) -> None:
    cells = workspace.cells(0)
    gone = {**cells, "claim_id": "gone", "surface": "36", "sentence": cells["sentence"].replace("35", "36")}
    record.decide(Decision(ReviewedClaim.of_row(gone), "Ben", Verdict.WRONG_SOURCE, note="call them"))
    test = Page(monkeypatch, "record", claims_file).show(section="lost")
    assert "A claim took the place: 1" in text_of(test)
    [button] = [button for button in test.button if button.label.startswith("Carry over")]
    button.click().run()
    assert "Carried over: decision 2" in text_of(test)
    [new] = record.standing([cells["claim_id"]])
    assert (new.reviewer, new.decision.verdict) == ("Ana", Verdict.WRONG_SOURCE)
    assert len(list(record.all_reviews())) == 2


def test_grades_are_offered_from_then_on(monkeypatch: pytest.MonkeyPatch, claims_file: Path, record: Record) -> None:
    test = Page(monkeypatch, "record", claims_file).show(section="grades")
    test.text_area[0].set_value("A\n\n B ")
    [save] = [button for button in test.button if button.label == "Offer these"]
    save.click().run()
    assert record.grades() == ["A", "B"]


def test_a_pasted_text_joins_the_claims_and_what_is_wrong_stays_typed(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path
) -> None:
    test = Page(monkeypatch, "add", claims_file).show(how="paste")

    def find() -> None:
        [button] = [button for button in test.button if button.label == "Find the figures"]
        button.click().run()
        assert not test.exception

    test.text_area[0].set_value("Some 70 people were killed in Homs on Monday, the Red Crescent said.")
    [published] = [field for field in test.text_input if field.label == "Published"]
    published.set_value("someday")
    find()
    assert "is no date" in text_of(test)
    assert test.text_area[0].value.startswith("Some 70")
    [published] = [field for field in test.text_input if field.label == "Published"]
    published.set_value("2020-03-04")
    find()
    assert "1 article, 1 claim" in text_of(test)
    assert not test.text_area[0].value
    assert "70" in set(read_claims(claims_file)["surface"])


def test_where_a_login_is_configured_a_name_does_not_stand_in_for_it(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path
) -> None:
    page = Page(monkeypatch, "record", claims_file)
    page.test.secrets["auth"] = {"client_id": "x"}
    test = page.show(reviewer="Ana", section="grades")
    assert not test.text_area
    assert "Log in to review" in [button.label for button in test.button]
