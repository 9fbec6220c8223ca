"""A re-extraction keeps every review; one whose claim is gone is listed and offered the claim that took its place."""

from __future__ import annotations

import pandas as pd
import pytest
from made import claim, decision

import claimtrack
from claimtrack.reviews import Decision, Record, ReviewedClaim, Verdict, orphans
from claimtrack.reviews.orphans import successor_of

BEFORE = "Fighting went on. At least 35 doctors left Aleppo on Monday, the envoy said. The raids killed 12 people."


def extracted(text: str, doc_id: str = "a.txt") -> pd.DataFrame:
    return claimtrack.extract(claimtrack.Document(text=text, doc_id=doc_id), published="2016-09-29")


def reviewed(record: Record, claims: pd.DataFrame) -> dict[str, str]:
    """Decides on every claim; surface → claim id."""
    for row in claims.to_dict("records"):
        record.decide(Decision(ReviewedClaim.of_row(row), "Ana", Verdict.CONFIRMED))
    return dict(zip(claims["surface"], claims["claim_id"], strict=True))


def test_a_new_extraction_of_the_same_text(sqlite_record: Record) -> None:
    reviewed(sqlite_record, extracted(BEFORE))
    assert orphans(sqlite_record, extracted(BEFORE)) == []


def test_an_edit_elsewhere_orphans_nothing(sqlite_record: Record) -> None:
    reviewed(sqlite_record, extracted(BEFORE))
    assert orphans(sqlite_record, extracted("Updated at noon. " + BEFORE)) == []


EDITED = [
    # the sentence about the doctors, edited | the successor's surface | why
    ("At least 35 Syrian doctors left eastern Aleppo on Monday, the envoy said.", "35", "words beside the figure"),
    ("At least 38 doctors left Aleppo on Monday, the envoy said.", "38", "another figure in its place"),
    ("", None, "the sentence is gone"),
    ("Rain fell for 35 hours in Berlin.", None, "the same number elsewhere"),
]


@pytest.mark.parametrize(("sentence", "surface", "why"), EDITED, ids=[why for *_, why in EDITED])
def test_an_edited_sentence(sqlite_record: Record, sentence: str, surface: str | None, why: str) -> None:
    claims = extracted(BEFORE)
    ids = reviewed(sqlite_record, claims)
    after = extracted(BEFORE.replace("At least 35 doctors left Aleppo on Monday, the envoy said.", sentence))
    (orphan,) = orphans(sqlite_record, after)
    assert orphan.review.claim_id == ids["35"]
    assert "35 doctors" in orphan.review.decision.claim.sentence
    successors = after.loc[after["claim_id"] == orphan.successor_claim_id, "surface"].to_list()
    assert successors == ([] if surface is None else [surface]), why
    assert orphan.document_here
    assert len(sqlite_record.history(ids["35"])) == 1


def test_one_that_was_carried_over_is_settled(sqlite_record: Record) -> None:
    reviewed(sqlite_record, extracted(BEFORE))
    after = extracted(BEFORE.replace("35 doctors", "35 Syrian doctors"))
    (orphan,) = orphans(sqlite_record, after)
    assert not orphan.settled
    row = after.loc[after["claim_id"] == orphan.successor_claim_id].iloc[0]
    sqlite_record.decide(Decision(ReviewedClaim.of_row(row), "Ana", Verdict.CONFIRMED))
    (orphan,) = orphans(sqlite_record, after)
    assert orphan.settled


def test_a_document_that_is_not_there(sqlite_record: Record) -> None:
    """The record of a team holds reviews of other claims files."""
    reviewed(sqlite_record, extracted(BEFORE, "b.txt"))
    found = orphans(sqlite_record, extracted("About 40 nurses stayed in Homs."))
    assert [(orphan.successor_claim_id, orphan.document_here) for orphan in found] == [(None, False)] * 2
    assert len(orphans(sqlite_record, extracted("Nothing is counted here."))) == 2


def test_a_document_of_another_name(sqlite_record: Record) -> None:
    before, after = extracted(BEFORE, "https://example.org/a?x=1"), extracted(BEFORE, "https://example.org/a")
    reviewed(sqlite_record, before)
    assert [orphan.successor_claim_id for orphan in orphans(sqlite_record, after)] == after["claim_id"].to_list()


def test_an_undone_review_is_no_orphan(sqlite_record: Record) -> None:
    sqlite_record.decide(decision("gone"))
    sqlite_record.undo("Ana", "gone")
    assert orphans(sqlite_record, extracted(BEFORE)) == []


SENTENCE = "An estimated 35 doctors are left in Aleppo."
SUCCESSORS = [
    # candidates: (id, text_hash, surface, start, sentence, kind) | the successor | why
    ([("x", "new", "35", 13, SENTENCE, "doctors")], "x", "the same words"),
    (
        [("x", "feedfeedfeedfeed", "estimated 35", 3, "Another cut", "count")],
        "x",
        "the same characters of the same text",
    ),
    (
        [("x", "new", "35", 90, SENTENCE, "doctors"), ("y", "new", "35", 20, SENTENCE, "doctors")],
        "y",
        "the nearer of two",
    ),
    (
        [("x", "new", "36", 13, SENTENCE, "doctors"), ("y", "new", "35", 90, SENTENCE, "count")],
        "y",
        "the same figure before the same kind",
    ),
    ([("x", "new", "about 35", 3, SENTENCE, "count")], "x", "a figure that holds the old one"),
    ([("x", "new", "40", 13, SENTENCE, "count")], None, "another figure of another kind"),
    ([("x", "new", "35", 13, "There were 35 of them.", "doctors")], None, "another sentence"),
    ([("x", "new", "35", 13, "", "doctors")], None, "no sentence"),
    ([], None, "nothing"),
]


@pytest.mark.parametrize(("candidates", "successor", "why"), SUCCESSORS, ids=[why for *_, why in SUCCESSORS])
def test_who_takes_its_place(
    candidates: list[tuple[str, str, str, int, str, str]], successor: str | None, why: str
) -> None:
    names = ("claim_id", "text_hash", "surface", "start", "sentence", "kind")
    listed = [dict(zip(names, cells, strict=True)) | {"end": cells[3] + len(cells[2])} for cells in candidates]
    assert successor_of(claim(), listed) == successor, why
