"""Decisions about groups in every format: what a reviewer recommends, and why, comes out as it went in."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from any_claims import ODD_TEXTS
from pandas.testing import assert_frame_equal

from claimtrack import schema
from claimtrack.export import export_table, read_group_decisions, write_table
from claimtrack.export.xlsx_cells import cell_text
from claimtrack.reviews import (
    GroupDecision,
    GroupReview,
    GroupVerdict,
    group_decisions_frame,
)

DOCS = Path(__file__).parents[2] / "docs" / "export.md"
AT = datetime(2026, 3, 1, 12, 30, 15, 250_000, tzinfo=UTC)


@pytest.fixture
def groups(claims: pd.DataFrame) -> pd.DataFrame:
    """A decision for each odd text, which is its reasoning."""
    members = (*claims["claim_id"], "gone")
    verdicts = list(GroupVerdict)
    reviews = [
        GroupReview(
            number,
            AT,
            GroupDecision(
                "g1", members, f"Ana {number}", verdicts[number % len(verdicts)], 0.1 * number, None, 1e12, text
            ),
            undoes=None,
            undone=number == 2,
        )
        for number, text in enumerate(ODD_TEXTS, 1)
    ]
    return group_decisions_frame(reviews, claims)


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_what_is_written_is_read_back(groups: pd.DataFrame, suffix: str, tmp_path: Path) -> None:
    assert_frame_equal(read_group_decisions(write_table(groups, tmp_path / f"groups.{suffix}")), groups)


def test_raw_csv_too(groups: pd.DataFrame, tmp_path: Path) -> None:
    path = write_table(groups, tmp_path / "groups.csv", flavour="raw")
    assert_frame_equal(read_group_decisions(path, raw=True), groups)


def test_a_reasoning_is_no_formula(groups: pd.DataFrame) -> None:
    text = export_table(groups).decode()
    assert any(reasoning.startswith("=") for reasoning in groups["reasoning"].dropna())
    assert not re.search(r"(?m)(^|,)\"?[=@+\t]", text)


def test_json_is_an_array_of_the_same(groups: pd.DataFrame) -> None:
    rows = json.loads(export_table(groups, None, "json"))
    assert [row["reasoning"] for row in rows] == groups["reasoning"].astype(object).where(
        groups["reasoning"].notna(), None
    ).to_list()
    assert {row["decided_at"] for row in rows} == {"2026-03-01T12:30:15.250000Z"}
    assert [row["verdict"] for row in rows] == groups["verdict"].to_list()


def test_a_book_of_claims_has_them_on_a_sheet(claims: pd.DataFrame, groups: pd.DataFrame) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export_table(claims, [], "xlsx", groups=groups)))
    assert book.sheetnames == ["claims", "reviews", "groups", "columns"]
    header, *rows = book["groups"].iter_rows(values_only=True)
    assert list(header) == list(groups.columns)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    held = [row["reasoning"] and row["reasoning"].replace("_x005F_", "_") for row in told]  # openpyxl leaves that mark
    assert held == [None if text is pd.NA else cell_text(text) for text in groups["reasoning"]]
    assert [row["recommended"] for row in told] == pytest.approx(groups["recommended"].to_list())
    assert all(cell.data_type != "f" for row in book["groups"].iter_rows() for cell in row)
    meanings = {row[1]: row[2] for row in book["columns"].iter_rows(values_only=True) if row[0] == "groups"}
    assert meanings == {column.name: column.meaning for column in schema.GROUP_DECISION_COLUMNS}


def test_alone_they_are_a_book_of_their_own(groups: pd.DataFrame) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export_table(groups, None, "xlsx")))
    assert book.sheetnames == ["groups", "columns"]


def test_the_docs_name_every_column() -> None:
    named = re.findall(
        r"(?m)^\| `(\w+)` \|", DOCS.read_text("utf-8").split("### Decisions on groups")[1].split("\n## ")[0]
    )
    assert named == [column.name for column in schema.GROUP_DECISION_COLUMNS]
