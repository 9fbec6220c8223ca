"""What is on the screen as a file, cell by cell the same as the claims and their reviews."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from visiting import Visitor, Visitors

from claimtrack.crosscheck import group_claims
from claimtrack.export import read_claims, read_group_decisions, unguard, with_reviews
from claimtrack.reviews import Decision, GroupDecision, ReviewedClaim, Verdict

KIND = "deaths"


@pytest.fixture(scope="module", autouse=True)
def reviews(claims: Path) -> None:
    """Decisions of two reviewers, with all that a spreadsheet could take for something else."""
    from claimtrack.reviews import open_record, record_url

    record = open_record(record_url(claims))
    rows = read_claims(claims).query("kind == @KIND")
    for number, (_, row) in enumerate(rows.head(4).iterrows()):
        claim = ReviewedClaim.of_row(row)
        corrections = {"source": '=HYPERLINK("https://example.org")', "value": -5.0, "low": None} if number else {}
        record.decide(Decision(claim, "Ana", Verdict.CONFIRMED, corrections, note="=1+1\n+2", grade="sure"))
        record.decide(Decision(claim, "Ben", list(Verdict)[number], note="@home, 'quoted'", flagged=number == 2))


def expected(visitors: Visitors) -> pd.DataFrame:
    claims = read_claims(visitors.dashboard.claims)
    return with_reviews(claims[claims["kind"] == KIND], visitors.dashboard.record().all_reviews())


def exported(visitor: Visitor, choice: str, which: str, folder: Path) -> Path:
    visitor.button("Export").first.click()
    visitor.page.get_by_role("radio", name=choice, exact=True).click()
    download = visitor.download(visitor.page.get_by_role("button", name=re.compile(f"{which}.* as {choice}$")))
    target = folder / download.suggested_filename
    download.save_as(target)
    return target


def same(frame: pd.DataFrame, rows: list[dict[str, object]]) -> None:
    """Every cell of the rows (None where empty) is what the frame has at its place."""
    assert len(rows) == len(frame)
    by_id = {row["claim_id"]: row for row in rows}
    for wanted in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        row = by_id[wanted["claim_id"]]
        assert list(row) == list(wanted)
        for name, value in wanted.items():
            assert plain(row[name], value) == plain(value, value), (wanted["claim_id"], name)


def plain(cell: object, like: object) -> object:
    """A cell as the type of what it should be."""
    match like:
        case None:
            return None if cell in (None, "") else cell
        case pd.Timestamp() | datetime():
            moment = pd.Timestamp(cell)
            return (moment.tz_localize("UTC") if moment.tzinfo is None else moment).round("ms")
        case bool():
            return str(cell).lower() in ("true", "1")
        case int() | float():
            return float(str(cell))
        case _:
            return str(cell)


def test_csv_of_what_is_shown(visitors: Visitors, tmp_path: Path) -> None:
    ana = visitors.come("Ana")
    ana.open(kind=KIND, status="all", order="largest")
    shown = ana.cells(0)
    file = exported(ana, "CSV", "These", tmp_path)
    frame = expected(visitors)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert not any(cell.startswith(("=", "@", "\t")) for row in rows for cell in row.values())
    texts = frame.select_dtypes(["string", "object", "category"]).columns
    same(frame, [{name: unguard(cell) if name in texts else cell for name, cell in row.items()} for row in rows])
    figures = [max(float(row[name] or "-inf") for name in ("value", "low", "high")) for row in rows]
    assert figures == sorted(figures, reverse=True), shown


def test_xlsx_of_what_is_shown(visitors: Visitors, tmp_path: Path) -> None:
    ana = visitors.come("Ana")
    ana.open(kind=KIND, status="all")
    book = openpyxl.load_workbook(exported(ana, "XLSX", "These", tmp_path))
    sheet = book["claims"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    header, *lines = sheet.iter_rows(values_only=True)
    same(expected(visitors), [dict(zip(header, line, strict=True)) for line in lines])
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref
    decisions = list(book["reviews"].iter_rows(values_only=True))
    assert len(decisions) == 1 + 8
    assert {"Ana", "Ben"} <= {cell for line in decisions for cell in line}


def test_json_of_everything(visitors: Visitors, tmp_path: Path) -> None:
    ana = visitors.come("Ana")
    ana.open(kind=KIND)
    rows = json.loads(exported(ana, "JSON", "All 208 claims", tmp_path).read_text("utf-8"))
    claims = read_claims(visitors.dashboard.claims)
    same(with_reviews(claims, visitors.dashboard.record().all_reviews()), rows)


@pytest.mark.parametrize(("page", "said"), [("crosscheck", {"status": "all"}), ("record", {"section": "groups"})])
def test_csv_of_decisions_on_groups(visitors: Visitors, page: str, said: dict[str, str], tmp_path: Path) -> None:
    groups = group_claims(read_claims(visitors.dashboard.claims)).table
    members = groups[groups["relation"] == "conflict"].groupby("group_id")["claim_id"]
    group_id, claim_ids = next(iter(members))
    decision = GroupDecision(group_id, tuple(claim_ids), page, "conflict", 12.0, reasoning="=1+1")
    visitors.dashboard.record().decide_group(decision)
    ana = visitors.come("Ana")
    ana.open(page, **said)
    table = read_group_decisions(exported(ana, "CSV", "Decisions on groups", tmp_path))
    (row,) = table[table["reviewer"] == page].to_dict("records")
    assert (row["verdict"], row["recommended"], row["reasoning"]) == ("conflict", 12.0, "=1+1")


def test_the_grid_has_no_download_of_its_own(visitors: Visitors) -> None:
    """It would write formulas unguarded."""
    ana = visitors.come("Ana")
    ana.open()
    ana.page.locator("[data-testid=stDataFrame]").first.hover()
    assert ana.page.locator("button[aria-label^='Download as CSV']:visible").count() == 0
