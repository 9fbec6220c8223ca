"""`claimtrack extract`: files, rejects, the summary line and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.export import read_claims, read_documents
from claimtrack.model import Claim, Document
from claimtrack.pipeline import Options


@pytest.mark.parametrize("out", ["claims.csv", "claims.jsonl", "claims.parquet", "run"])
def test_claims_and_their_documents_are_written(folder: Path, out: str) -> None:
    result = CliRunner().invoke(app, ["extract", "articles", "-o", out, "--published", "2016-09-29"])
    assert result.exit_code == 0, result.output
    claims, documents = read_claims(out), read_documents(out)
    assert documents is not None
    text = documents.loc[0, "text"]
    assert list(claims["surface"]) == ["35", "12", "90"]
    assert all(text[row.start : row.end] == row.surface for row in claims.itertuples())
    assert set(claims["published"].astype(str)) == {"2016-09-29 00:00:00+00:00"}
    assert not (folder / "rejects.jsonl").exists()


@pytest.mark.usefixtures("folder")
def test_the_summary_is_one_line_on_stderr() -> None:
    result = CliRunner().invoke(app, ["extract", "articles", "-o", "claims.csv"])
    assert result.stdout == ""
    assert result.stderr == "1 document, 3 claims → claims.csv\n"


def test_rejects_are_listed_with_their_place_and_a_remedy(folder: Path) -> None:
    (folder / "docs.jsonl").write_text('{"text": "Some 40 people died in Aleppo."}\n{"text": \n', encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", "docs.jsonl", "nowhere.txt", "-o", "out/claims.csv"])
    assert result.exit_code == 1
    first, second, summary = result.stderr.splitlines()
    assert first.startswith("docs.jsonl (line 2): ")
    assert second.startswith("nowhere.txt: ")
    assert summary == "1 document, 1 claim → out/claims.csv; 2 rejected, see out/rejects.jsonl"
    rows = [json.loads(line) for line in (folder / "out" / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["path"], row["place"]) for row in rows] == [("docs.jsonl", "line 2"), ("nowhere.txt", None)]
    assert all(row["reason"] and row["remedy"] for row in rows)
    assert len(read_claims("out/claims.csv")) == 1


@pytest.mark.usefixtures("folder")
def test_a_former_list_of_rejects_does_not_outlive_its_run() -> None:
    assert CliRunner().invoke(app, ["extract", "nowhere.txt", "-o", "claims.csv"]).exit_code == 1
    assert Path("rejects.jsonl").exists()
    assert CliRunner().invoke(app, ["extract", "articles", "-o", "claims.csv"]).exit_code == 0
    assert not Path("rejects.jsonl").exists()


@pytest.mark.usefixtures("folder")
def test_nothing_readable_gives_an_empty_table() -> None:
    assert CliRunner().invoke(app, ["extract", "nowhere.txt", "-o", "claims.csv"]).exit_code == 1
    assert read_claims("claims.csv").empty


@pytest.mark.usefixtures("folder")
def test_without_o_the_claims_are_shown_and_nothing_is_written() -> None:
    result = CliRunner().invoke(app, ["extract", "articles"])
    assert result.exit_code == 0
    assert "~35" in result.stdout
    assert result.stderr == "1 document, 3 claims\n"
    assert [path.name for path in Path().iterdir()] == ["articles"]


@pytest.mark.usefixtures("folder")
def test_a_text_pasted_in() -> None:
    result = CliRunner().invoke(app, ["extract", "-"], input="About 500 people marched in Cairo, police said.")
    assert result.exit_code == 0, result.stderr
    assert "~500" in result.stdout


@pytest.mark.usefixtures("folder")
def test_min_confidence_leaves_rows_out() -> None:
    result = CliRunner().invoke(app, ["extract", "articles", "-o", "claims.csv", "--min-confidence", "1"])
    assert result.exit_code == 0
    assert read_claims("claims.csv").empty


@pytest.mark.usefixtures("folder")
def test_options_reach_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Options] = []

    def extract_claims(_: Document, options: Options) -> list[Claim]:
        seen.append(options)
        return []

    monkeypatch.setattr("claimtrack.batch.local.extract_claims", extract_claims)
    Path("my.toml").write_text('[[kind]]\nname = "bakers"\nnouns = ["baker"]\n', encoding="utf-8")
    Path("names.csv").write_text("alias,name\nWHO,World Health Organization\n", encoding="utf-8")
    arguments = ["--kinds", "my.toml", "--aliases", "names.csv", "--min-confidence", "0.5"]
    CliRunner().invoke(app, ["extract", "articles", "-o", "claims.csv", *arguments])
    assert seen == [Options(kinds=("my.toml",), aliases="names.csv", min_confidence=0.5)]


def test_several_processes_write_the_same_bytes(folder: Path) -> None:
    for number in range(40):
        text = f"At least {number + 20} people were killed in Aleppo, the ministry said."
        (folder / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
    for jobs in ("1", "2"):
        assert CliRunner().invoke(app, ["extract", "articles", "-o", f"{jobs}.csv", "--jobs", jobs]).exit_code == 0
    assert Path("1.csv").read_bytes() == Path("2.csv").read_bytes()
