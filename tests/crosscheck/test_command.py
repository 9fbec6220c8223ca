"""`claimtrack crosscheck`, and `claimtrack show` of what it wrote."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from click.testing import Result
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.cli.crosscheck import read_groups
from claimtrack.crosscheck import ChartError, group_chart, save_chart

SEEDS = Path(__file__).parents[2] / "seeds"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with claims.csv, groups.csv and groups.checks.csv of the seed reports."""
    path = tmp_path_factory.mktemp("crosscheck")
    assert run("extract", str(SEEDS), "-o", str(path / "claims.csv")).exit_code in (0, 1)
    result = run("crosscheck", str(path / "claims.csv"), "-o", str(path / "groups.csv"))
    assert result.exit_code == 0, result.output
    assert "claims" in result.stderr
    return path


def test_the_contract_of_the_groups_file(folder: Path) -> None:
    with (folder / "groups.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:6] == ["group_id", "claim_id", "doc_id", "start", "end", "relation"]
    assert {row["relation"] for row in rows} == {"agree", "moved", "conflict", "single"}
    assert (folder / "groups.checks.csv").read_text(encoding="utf-8").startswith("check,why,claim_id")


def test_jsonl_says_the_same(folder: Path) -> None:
    result = run("crosscheck", str(folder / "claims.csv"), "-o", str(folder / "groups.jsonl"))
    assert result.exit_code == 0, result.output
    pd.testing.assert_frame_equal(read_groups(str(folder / "groups.csv")), read_groups(str(folder / "groups.jsonl")))


def test_parquet_says_the_same(folder: Path) -> None:
    assert run("extract", str(SEEDS), "-o", str(folder / "claims.parquet")).exit_code in (0, 1)
    result = run("crosscheck", str(folder / "claims.parquet"), "-o", str(folder / "from_parquet.csv"))
    assert result.exit_code == 0, result.output
    for end in ("csv", "checks.csv"):
        assert (folder / f"from_parquet.{end}").read_bytes() == (folder / f"groups.{end}").read_bytes()


def test_a_parquet_file_of_something_else(folder: Path) -> None:
    pd.DataFrame({"value": [1.0]}).to_parquet(folder / "other.parquet")
    result = run("crosscheck", str(folder / "other.parquet"), "-o", str(folder / "none.csv"))
    assert result.exit_code == 2
    assert "is not a claims table" in result.stderr


def test_show_prints_the_most_pressing_group_first(folder: Path) -> None:
    result = run("show", str(folder / "groups.csv"), "--limit", "1")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("CONFLICT  deaths, flood, Derna: 3,166 – 3,958 – 11,300 people")
    assert "echo: Libyan Red Crescent → 4 articles" in result.stdout
    assert all(len(line) <= 120 for line in result.stdout.splitlines())


def test_show_of_one_kind(folder: Path) -> None:
    shown = run("show", str(folder / "groups.csv"), "--kind", "missing").stdout
    assert "10,100" in shown
    assert "11,300 (" not in shown


def test_a_reference_of_the_user(folder: Path) -> None:
    (folder / "own.csv").write_text("kind,place,value\ndoctors,Aleppo,350\n", encoding="utf-8")
    out = folder / "with_reference.csv"
    assert (
        run("crosscheck", str(folder / "claims.csv"), "--reference", str(folder / "own.csv"), "-o", str(out)).exit_code
        == 0
    )
    assert "the reference has 350 (own.csv)" in (folder / "with_reference.checks.csv").read_text(encoding="utf-8")


def test_revisions(folder: Path) -> None:
    lines = [
        '{"doc_id": "one", "published": "2023-09-15", "text": "The flood killed 120 people in Derna, the mayor said."}',
        '{"doc_id": "one", "published": "2023-09-16", "text": "The flood killed 150 people in Derna, the mayor said."}',
    ]
    (folder / "versions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    claims, out = str(folder / "versions.csv"), folder / "changes.csv"
    assert run("extract", str(folder / "versions.jsonl"), "-o", claims).exit_code == 0
    result = run("crosscheck", claims, "--revisions", "-o", str(out))
    assert result.exit_code == 0, result.output
    assert "changed,deaths" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "groups.xlsx"], "ends in .csv or .jsonl"),
        (["-o", "groups.csv", "--reference", "bad.csv"], "no column kind"),
        (["-o", "groups.csv", "--chart", "chart.pdf"], "ends in .html, .png or .svg"),
        (["-o", "groups.csv", "--chart", "chart.html", "--group", "nothing"], "no group"),
    ],
)
def test_wrong_usage(folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str) -> None:
    monkeypatch.chdir(folder)
    Path("bad.csv").write_text("what,value\n", encoding="utf-8")
    result = run("crosscheck", "claims.csv", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_chart_of_a_group(folder: Path) -> None:
    pytest.importorskip("altair")
    groups = read_groups(str(folder / "groups.csv"))
    first = groups["group_id"].iloc[0]
    chart = group_chart(groups, first)
    told = str(chart.to_dict())
    members = groups[groups["group_id"] == first]
    assert all(source in told for source in members["source"].dropna())
    save_chart(chart, folder / "chart.html")
    assert "vega" in (folder / "chart.html").read_text(encoding="utf-8").lower()
    with pytest.raises(ChartError):
        group_chart(groups, "g")  # more than one
