"""`claimtrack export`: the claims with their reviews as a file that is taken away."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from reviewed import extracted, review, review_groups
from typer.testing import CliRunner, Result

from claimtrack.cli import app
from claimtrack.export import read_export, read_group_decisions
from claimtrack.reviews import Decision, GroupDecision, ReviewedClaim, Verdict, open_record, record_url


def export(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", "claims.csv", *arguments])


@pytest.mark.usefixtures("folder")
def test_reviews_stand_beside_the_claims() -> None:
    review(extracted())
    result = export("-o", "out.csv")
    assert (result.exit_code, result.stderr) == (0, "3 claims, 3 decisions by Ana, Ben → out.csv\n")
    table = read_export("out.csv")
    assert table["reviewers"].fillna("").to_list() == ["Ana", "", ""]
    assert table["review_note"].iloc[0] == '=HYPERLINK("http://x")'
    assert """'=HYPERLINK""" in Path("out.csv").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_book_holds_the_whole_history() -> None:
    review(extracted())
    assert export("-o", "out.xlsx").exit_code == 0
    book = openpyxl.load_workbook("out.xlsx")
    header, *rows = book["reviews"].iter_rows(values_only=True)
    place = [header.index(name) for name in ("reviewer", "verdict", "corrected_source", "undone", "undoes")]
    assert [tuple(row[n] for n in place) for row in rows] == [
        ("Ana", "confirmed", None, False, None),
        ("Ben", "wrong source", "the army", True, None),
        ("Ben", "wrong source", "the army", False, 2),
    ]
    assert book["claims"].max_row == 4


@pytest.mark.usefixtures("folder")
def test_decisions_about_groups() -> None:
    claims = extracted()
    assert export("-o", "none.csv", "--groups").stderr == "no group decisions → none.csv\n"
    review_groups(claims)
    assert export("-o", "groups.csv", "--groups").stderr == "2 group decisions by Ana, Ben → groups.csv\n"
    assert "'=the ministry counts" in Path("groups.csv").read_text("utf-8")
    table = read_group_decisions("groups.csv")
    assert table[["reviewer", "verdict", "figures"]].to_numpy().tolist() == [
        ["Ana", "conflict", "35; 12"],
        ["Ben", "unsure", "90"],
    ]
    assert table.loc[0, ["recommended", "high", "reasoning"]].to_list() == [12.0, 35.0, "=the ministry counts"]
    some = export("-o", "some.json", "--groups", "--kind", "forces")
    assert some.stderr == "1 group decision by Ben → some.json\n"
    assert export("-o", "out.xlsx", "--kind", "doctors").exit_code == 0
    _, *rows = openpyxl.load_workbook("out.xlsx")["groups"].iter_rows(values_only=True)
    assert [(row[2], row[11]) for row in rows] == [("Ana", "35; 12")]  # the whole group, of which one claim is here


@pytest.mark.usefixtures("folder")
def test_decisions_about_groups_that_are_gone_are_exported_with_the_others() -> None:
    review_groups(extracted())
    record = open_record(record_url(Path("claims.csv")))
    record.decide_group(GroupDecision("g9", ("gone",), "Cleo", "agree"))
    record.close()
    assert export("-o", "all.csv", "--groups").stderr == "3 group decisions by Ana, Ben, Cleo → all.csv\n"


@pytest.mark.usefixtures("folder")
def test_what_is_cut_on_any_sheet_is_told() -> None:
    claims = extracted()
    record = open_record(record_url(Path("claims.csv")))
    record.decide(Decision(ReviewedClaim.of_row(claims.iloc[0]), "Ana", Verdict.UNSURE, note="n" * 40_000))
    record.decide_group(GroupDecision("g9", ("gone",), "Ben", "agree", reasoning="r" * 40_000))
    record.close()
    assert "2 cells longer than a spreadsheet can hold" in export("-o", "all.xlsx").stderr
    assert "1 cell longer than a spreadsheet can hold" in export("-o", "groups.xlsx", "--groups").stderr


@pytest.mark.usefixtures("folder")
def test_no_record_is_made_where_there_is_none() -> None:
    extracted()
    result = export("-o", "out.json")
    assert result.stderr == "3 claims, no reviews → out.json\n"
    assert [row["review_count"] for row in json.loads(Path("out.json").read_text("utf-8"))] == [0, 0, 0]
    assert not list(Path().glob("*.sqlite*"))


def test_a_record_elsewhere(folder: Path) -> None:
    review(extracted(), f"sqlite:///{folder / 'team.sqlite'}")
    assert "no reviews" in export("-o", "a.csv").stderr
    assert "3 decisions by Ana, Ben" in export("-o", "b.csv", "--record", f"sqlite:///{folder / 'team.sqlite'}").stderr


# arguments | claims | decisions | why
CHOSEN = [
    ("--kind deaths", 1, "2 decisions by Ben", "one kind, with its history"),
    ("--kind deaths --kind doctors", 2, "3 decisions by Ana, Ben", "two kinds"),
    ("--verdict confirmed", 1, "1 decision by Ana", "a verdict"),
    ("--verdict none", 2, "2 decisions by Ben", "what nobody has reviewed, or took back"),
    ("--verdict none --verdict confirmed", 3, "3 decisions by Ana, Ben", "either"),
    ("--verdict disagreement", 0, "no reviews", "none of them"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("arguments", "claims", "decisions", "why"), CHOSEN, ids=[why for *_, why in CHOSEN])
def test_only_some_claims(arguments: str, claims: int, decisions: str, why: str) -> None:
    review(extracted())
    result = export("-o", "out.csv", *arguments.split())
    assert result.stderr == f"{claims} claim{'' if claims == 1 else 's'}, {decisions} → out.csv\n", why
    assert len(read_export("out.csv")) == claims, why


@pytest.mark.usefixtures("folder")
def test_flavours() -> None:
    review(extracted())
    assert export("-o", "raw.csv", "--raw").exit_code == export("-o", "excel.csv", "--excel").exit_code == 0
    assert '"=HYPERLINK' in Path("raw.csv").read_text("utf-8")
    assert Path("excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")


# arguments | words of the message | why
WRONG = [
    ("", "-o", "no place to write"),
    ("-o out.ods", ".csv, .xlsx, .json, .jsonl, .parquet", "unknown format"),
    ("-o out.xlsx --raw", "only CSV can be raw", "a flavour of CSV"),
    ("-o out.csv --raw --excel", "exclude each other", "two flavours"),
    ("-o claims.csv", "these are the claims themselves", "over the claims"),
    ("-o ./articles/../claims.csv", "these are the claims themselves", "over the claims by another name"),
    ("-o out.csv --kind deths", "has deaths, doctors", "no such kind"),
    ("-o out.csv --verdict right", "confirmed, wrong extraction", "no such verdict"),
    ("-o out.csv --record sqlite:///none.sqlite", "there is no file none.sqlite", "no such record"),
    ("-o out.csv --record reviews", "is no URL", "no URL"),
    ("-o out.csv --record mysql://host/base", "not in mysql", "another database"),
    ("-o articles/aleppo.txt/out.csv", "cannot be written", "no folder there"),
]


@pytest.mark.parametrize(("arguments", "words", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_usage(folder: Path, arguments: str, words: str, why: str) -> None:
    extracted()
    before = {path.name: path.read_bytes() for path in folder.glob("*.*")}
    result = export(*arguments.split())
    assert result.exit_code == 2, why
    assert words in result.output, why
    assert {path.name: path.read_bytes() for path in folder.glob("*.*")} == before


@pytest.mark.usefixtures("folder")
def test_a_record_that_is_something_else() -> None:
    extracted()
    Path("claims.reviews.sqlite").write_bytes(b"no database at all" * 100)
    result = export("-o", "out.csv")
    assert result.exit_code == 2
    assert "claims.reviews.sqlite" in result.stderr
