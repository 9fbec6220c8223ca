"""What was told as recorded is there, whatever happens; what was not is told as not, and stays typed."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from visiting import Visitors, expect

from claimtrack.reviews import record_url

# what makes the database useless for a while, and what mends it
FAILURES = {
    "writes fail": (
        "CREATE TRIGGER no_space BEFORE INSERT ON reviews BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
        "DROP TRIGGER no_space",
    ),
    "nothing works": ("ALTER TABLE reviews RENAME TO reviews_away", "ALTER TABLE reviews_away RENAME TO reviews"),
}


def execute(claims: Path, statement: str) -> None:
    """Change the record's database behind its back."""
    with closing(sqlite3.connect(record_url(claims).removeprefix("sqlite:///"))) as database:
        database.execute(statement)


@pytest.mark.parametrize("failure", FAILURES)
def test_a_record_that_fails_is_told_and_nothing_typed_is_lost(visitors: Visitors, failure: str) -> None:
    claims, ana = visitors.dashboard.claims, visitors.come(failure)
    ana.open(order="article")
    claim = ana.claim
    ana.page.get_by_text("Correct, note, grade").click()
    ana.write_choice("Source", "A nurse at the gate")
    ana.fill("Note", "Heard on the recording.")
    ana.settled()
    breaks, mends = FAILURES[failure]
    execute(claims, breaks)
    try:
        ana.button("Confirmed").click()
        expect(ana.page.get_by_role("alert").filter(has_text="recorded").first).to_be_visible()
    finally:
        execute(claims, mends)
    if failure == "nothing works":
        ana.button("Try again").click()
    expect(ana.page.get_by_text("Not recorded, your input is still here").first).to_be_visible()
    ana.shows_claim(claim)
    expect(ana.page.get_by_label("Note", exact=True)).to_have_value("Heard on the recording.")
    ana.button("Confirmed").click()
    ana.moved_on(claim)
    (review,) = [review for review in visitors.dashboard.record().standing() if review.reviewer == failure]
    assert review.decision.note == "Heard on the recording."
    assert review.decision.corrections == {"source": "A nurse at the gate"}


def test_a_draft_waits_while_its_writer_looks_elsewhere(visitors: Visitors) -> None:
    ana = visitors.come("Draft")
    ana.open(order="article")
    ana.page.get_by_text("Correct, note, grade").click()
    ana.fill("Note", "half a thought")
    claim = ana.goes("j")
    ana.goes("k")
    assert ana.claim == claim
    expect(ana.page.get_by_label("Note", exact=True)).to_have_value("half a thought")
    ana.page.get_by_role("link", name="Record", exact=True).click()
    expect(ana.page).to_have_url(visitors.dashboard.address("record"))
    ana.settled()
    ana.page.get_by_role("link", name="Claims", exact=True).click()
    ana.shows_claim(claim)
    expect(ana.page.get_by_label("Note", exact=True)).to_have_value("half a thought")


@pytest.mark.parametrize("time", [1, 2, 3])
def test_a_killed_server_loses_nothing_that_it_told(visitors: Visitors, time: int) -> None:
    name = f"Killed {time}"
    ana = visitors.come(name)
    ana.open()
    told = [ana.goes("1") for _ in range(2)]
    claim = ana.claim
    ana.press("4")
    ana.moved_on(claim)
    visitors.dashboard.stop(signal.SIGKILL)
    there = [review.claim_id for review in visitors.dashboard.record().standing() if review.reviewer == name]
    assert there == [*told, claim]
    visitors.dashboard.start()
    ana.reload()
    ana.page.get_by_role("radio", name="Reviewed").click()
    ana.sees("1 of 3")
