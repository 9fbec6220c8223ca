"""What was told as recorded is there, whatever happens; what was not is told as not, and stays typed."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from postgres import Server
from visiting import Visitors, expect

from claimtrack.reviews import record_url
from claimtrack.reviews.engine import connect

REFUSAL = "CREATE TRIGGER no_space BEFORE INSERT ON reviews "
# what makes the database useless for a while: on SQLite | on PostgreSQL | what mends it, on SQLite | on PostgreSQL
FAILURES = {
    "writes fail": (
        f"{REFUSAL}BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$; {REFUSAL}EXECUTE FUNCTION refuse()",
        "DROP TRIGGER no_space",
        "DROP TRIGGER no_space ON reviews",
    ),
    "nothing works": (
        *["ALTER TABLE reviews RENAME TO reviews_away"] * 2,
        *["ALTER TABLE reviews_away RENAME TO reviews"] * 2,
    ),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def record_place(request: pytest.FixtureRequest, claims: Path) -> str:
    """On both databases."""
    if request.param == "sqlite":
        return record_url(claims)
    server: Server = request.getfixturevalue("server")
    return server.fresh()


def execute(place: str, statement: str) -> None:
    """Change the record's database behind its back."""
    with connect(place).begin() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("failure", FAILURES)
def test_a_record_that_fails_is_told_and_nothing_typed_is_lost(
    visitors: Visitors, record_place: str, failure: str
) -> None:
    ana = visitors.come(failure)
    ana.open(order="article")
    claim = ana.claim
    ana.page.get_by_text("Correct, note, grade").click()
    ana.write_choice("Source", "A nurse at the gate")
    ana.fill("Note", "Heard on the recording.")
    ana.settled()
    breaks, mends = FAILURES[failure][record_place.startswith("postgresql") :: 2]
    execute(record_place, breaks)
    try:
        ana.button("Confirmed").click()
        expect(ana.page.get_by_role("alert").filter(has_text="recorded").first).to_be_visible()
    finally:
        execute(record_place, mends)
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
