"""A claim is decided, flagged and taken back on its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown_page import Page, said, text_of

from claimtrack.api import extract
from claimtrack.dashboard.workspace import open_workspace
from claimtrack.export import write_claims
from claimtrack.model import Document
from claimtrack.reading import parse_date
from claimtrack.reviews import Record, RecordError, Review, Verdict, open_record, record_url


def press(page: Page, key: str) -> None:
    next(button for button in page.test.button if (button.key or "").startswith(key)).click()
    page.test.run()
    assert not page.test.exception


def standing(claims: Path) -> list[tuple[str, Verdict | None, bool, str]]:
    """Who decided what, flagged or not, with what note."""
    record = open_record(record_url(claims))
    found = [(r.reviewer, r.decision.verdict, r.decision.flagged, r.decision.note) for r in record.standing()]
    record.close()
    return found


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, claims_file: Path) -> Page:
    return Page(monkeypatch, "claims", claims_file)


def test_taking_a_flag_off_leaves_the_verdict(page: Page, claims_file: Path) -> None:
    claim = said(page.show(status="all", order="article"), "claim")
    press(page, "flag-")
    assert standing(claims_file) == [("Ana", None, True, "")]
    press(page, "verdict-confirmed-")
    assert standing(claims_file) == [("Ana", Verdict.CONFIRMED, True, "")]
    press(page, "previous")
    assert said(page.test, "claim") == claim
    press(page, "flag-")
    assert "Flag taken off" in text_of(page.test)
    assert standing(claims_file) == [("Ana", Verdict.CONFIRMED, False, "")]
    press(page, "undo")  # the taking off
    assert standing(claims_file) == [("Ana", Verdict.CONFIRMED, True, "")]


def test_a_claim_that_is_only_flagged_is_as_before_without_its_flag(page: Page, claims_file: Path) -> None:
    page.show(status="all", order="article")
    press(page, "verdict-confirmed-")  # the first
    press(page, "flag-")  # the second
    press(page, "flag-")
    assert standing(claims_file) == [("Ana", Verdict.CONFIRMED, False, "")]
    press(page, "undo")  # not once more of the second: the first
    assert standing(claims_file) == []


def test_what_could_not_be_taken_back_is_taken_back_next(
    page: Page, claims_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Review:
        raise RecordError("no server")

    page.show(status="all", order="article")
    press(page, "verdict-confirmed-")
    press(page, "verdict-disputed-")
    with monkeypatch.context() as out_of_reach:
        out_of_reach.setattr(Record, "undo", refuse)
        press(page, "undo")
        assert "Not taken back: no server" in text_of(page.test)
    press(page, "undo")
    assert standing(claims_file) == [("Ana", Verdict.CONFIRMED, False, "")]


def test_what_one_has_typed_is_not_the_next_ones(page: Page, claims_file: Path) -> None:
    claim = said(page.show(status="all", order="article"), "claim")
    next(area for area in page.test.text_area if area.label == "Note").set_value("Ana's own words")
    page.test.run()
    assert "not recorded yet" in text_of(page.test)
    page.show("Ben", claim=claim)
    assert "not recorded yet" not in text_of(page.test)
    assert next(area for area in page.test.text_area if area.label == "Note").value == ""
    press(page, "verdict-confirmed-")
    assert standing(claims_file) == [("Ben", Verdict.CONFIRMED, False, "")]


def test_a_claim_of_two_versions_is_in_the_list_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "At least 12 people died in Homs. The flood killed 30 people in Derna."
    versions = [
        Document(text=text, doc_id="live", published=parse_date("2024-05-01")),
        Document(text=f"{text} It destroyed 9 houses.", doc_id="live", published=parse_date("2024-05-02")),
    ]
    workspace = open_workspace(write_claims(extract(versions), versions, tmp_path / "claims.parquet"))
    assert len(workspace) > len(set(workspace.claims["claim_id"]))
    page = Page(monkeypatch, "claims", workspace.path)
    walked = [said(page.show(status="all", order="newest"), "claim")]
    while not next(button for button in page.test.button if button.key == "next").disabled:
        press(page, "next")
        walked.append(said(page.test, "claim"))
        assert len(walked) <= len(workspace), "the way leads in a circle"
    assert sorted(walked) == sorted(set(workspace.claims["claim_id"]))
