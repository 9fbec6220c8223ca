"""What a reviewer sees of the reviews, and what a session is told."""

from __future__ import annotations

from claimtrack.dashboard.options import DashboardOptions, from_arguments
from claimtrack.dashboard.session import clean_name, reviewed_frame
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import Decision, ReviewedClaim, Verdict, open_record, record_url


def test_reviews_of_a_claim_become_one_row_of_the_one_who_looks(workspace: Workspace) -> None:
    record = open_record(record_url(workspace.path))
    said = [
        (0, "Ana", Verdict.CONFIRMED, False),
        (0, "Ben", Verdict.CONFIRMED, False),
        (1, "Ana", Verdict.CONFIRMED, False),
        (1, "Ben", Verdict.WRONG_SOURCE, True),
        (2, "Ben", Verdict.DISPUTED, False),
        (3, "Ana", None, True),
        (3, "Ben", Verdict.UNSURE, False),
    ]
    for row, reviewer, verdict, flagged in said:
        claim = ReviewedClaim.of_row(workspace.cells(row))
        record.decide(Decision(claim=claim, reviewer=reviewer, verdict=verdict, flagged=flagged))
    frame = reviewed_frame(record.standing(), "Ana").set_index("claim_id").loc[workspace.claims["claim_id"]]
    assert frame["verdict"].fillna("").to_list() == ["confirmed", "disagreement", "disputed", "unsure"]
    assert frame["mine"].to_list() == [True, True, False, False]
    assert frame["flagged"].to_list() == [False, True, False, True]
    record.close()


def test_without_reviews_there_are_no_rows() -> None:
    assert reviewed_frame([], "Ana").empty


def test_a_name_is_one_line_of_bounded_length() -> None:
    assert clean_name("  Ana\n  Kovač ") == "Ana Kovač"
    assert len(clean_name("x" * 1_000)) == 80
    assert clean_name("x" * 79 + " y") == "x" * 79  # as the record keeps it


def test_options_travel_in_one_argument() -> None:
    options = DashboardOptions(("a b.csv", "{odd}"), record="sqlite:///x.db", blind=True, home="/h")
    assert from_arguments([options.to_argument()]) == options
    assert from_arguments([]) == DashboardOptions()
    assert from_arguments(["one.txt", "two.txt"]) == DashboardOptions(("one.txt", "two.txt"))
