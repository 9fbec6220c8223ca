"""`claimtrack query`: SQL over the claims, which reads them and nothing else."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from reviewed import extracted, review
from typer.testing import CliRunner, Result

from claimtrack.cli import app, querying

Command = Callable[..., subprocess.CompletedProcess[str]]


def query(*arguments: str, claims: str = "claims.csv") -> Result:
    return CliRunner().invoke(app, ["query", claims, *arguments])


# SQL | the CSV that comes of it | why
ANSWERS = [
    ("SELECT surface, low, high FROM claims ORDER BY start", "surface,low,high\n35,35,35\n12,12,\n90,,90\n", "cells and nulls"),
    ("SELECT kind, count(*) AS n FROM claims GROUP BY kind HAVING n > 5", "kind,n\n", "no rows"),
    ("SELECT max(as_of) AS d FROM claims", "d\n2016-09-29T00:00:00Z\n", "a moment, in UTC"),
    ("SELECT DISTINCT as_of::DATE AS d FROM claims", "d\n2016-09-29\n", "a day"),
    ("SELECT '-1' AS t, -1 AS n, -1.50::DECIMAL(4, 2) AS d", "t,n,d\n'-1,-1,-1.50\n", "text is guarded, numbers are not"),
    ("SELECT 1 AS n, 2 AS n, 3 AS n", "n,n_2,n_3\n1,2,3\n", "one name thrice"),
    ("SELECT INTERVAL 2 DAY AS i, [1, 2] AS l, TRUE AS b", 'i,l,b\n2 days,"[1,2]",True\n', "other types"),
    ("SELECT 9007199254740993 AS n", "n\n9007199254740993\n", "a whole number that no float holds"),
    ("SELECT count(*) AS n FROM documents JOIN claims USING (doc_id, text_hash)", "n\n3\n", "the documents"),
    ("SELECT text[start + 1 : \"end\"] AS t FROM claims JOIN documents USING (doc_id) ORDER BY start LIMIT 1", "t\n35\n", "spans"),
    ("SELECT reviewer, verdict FROM reviews WHERE NOT undone AND undoes IS NULL", "reviewer,verdict\nAna,confirmed\n", "reviews"),
    ("FROM claims SELECT count(*) AS n; -- so many", "n\n3\n", "a semicolon and a remark"),
    ("WITH c AS (SELECT * FROM claims) SELECT count(*) AS n FROM c", "n\n3\n", "a common table expression"),
]  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl", "claims.parquet"])
def test_answers(name: str) -> None:
    review(extracted(name), name=name)
    for sql, answer, why in ANSWERS:
        result = query(sql, claims=name)
        assert (result.exit_code, result.stdout) == (0, answer), why


@pytest.mark.usefixtures("folder")
def test_a_folder_and_groups() -> None:
    extracted("run/claims.parquet")
    assert query("SELECT count(*) AS n FROM claims, documents", claims="run").stdout == "n\n3\n"
    CliRunner().invoke(app, ["crosscheck", "run", "-o", "groups.csv"])
    assert query("SELECT DISTINCT relation FROM groups", claims="groups.csv").stdout == "relation\nsingle\n"


@pytest.mark.usefixtures("folder")
def test_describe_names_the_columns() -> None:
    extracted()
    lines = query("DESCRIBE claims").stdout.splitlines()
    assert lines[1].startswith("claim_id,VARCHAR")
    assert any(line.startswith("published,TIMESTAMP WITH TIME ZONE") for line in lines)


@pytest.mark.usefixtures("folder")
def test_out_is_a_file_of_any_format() -> None:
    extracted()
    for suffix in ("csv", "xlsx", "json", "jsonl", "parquet"):
        result = query("SELECT surface, as_of, 5 AS n FROM claims", "-o", f"out.{suffix}")
        assert (result.exit_code, result.stderr) == (0, f"3 rows → out.{suffix}\n")
    assert json.loads(Path("out.json").read_text("utf-8"))[0] == {
        "surface": "35",
        "as_of": "2016-09-29T00:00:00Z",
        "n": 5,
    }
    assert [cell.data_type for cell in openpyxl.load_workbook("out.xlsx")["table"][2]] == ["s", "d", "n"]


@pytest.mark.usefixtures("folder")
def test_limit() -> None:
    extracted()
    assert query("SELECT surface FROM claims", "--limit", "2").stdout == "surface\n35\n12\n"
    assert query("SELECT surface FROM claims LIMIT 1", "--limit", "2").stdout == "surface\n35\n"


@pytest.mark.usefixtures("folder")
def test_a_terminal_shows_a_table_and_how_much_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extracted()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr(querying, "SHOWN", 2)
    monkeypatch.setenv("COLUMNS", "80")
    querying.answer(querying.Query("claims.csv", "SELECT surface AS s, start AS n FROM claims"))
    shown = capsys.readouterr()
    assert "35" in shown.out
    assert "90" not in shown.out
    assert shown.err == "2 rows; there are more (--limit N, -o FILE)\n"
    querying.answer(querying.Query("claims.csv", "SELECT * REPLACE ('\x1b[31mred' AS place) FROM claims", limit=1))
    shown = capsys.readouterr()
    assert "\ufffd[31mred" in shown.out  # too many columns for the terminal: a line each, and harmless
    assert shown.err == "1 row\n"


# SQL | words of the message | why
REFUSED = [
    ("", "one SQL statement, not none", "nothing"),
    ("/* x */", "one SQL statement, not none", "a remark"),
    ("SELECT 1; SELECT 2", "one SQL statement, not 2", "two statements"),
    ("SELEC 1", 'syntax error at or near "SELEC"', "a slip of the finger"),
    ("SELECT valu FROM claims", '"value"', "no such column: what is meant"),
    ("SELECT * FROM claim", "Tables: claims, documents, reviews", "no such table: what there is"),
    ("SELECT 'a' + 1", "Error:", "types"),
    ("SELECT error('x')", "Error:", "an error while it runs"),
    ("DROP TABLE claims", "query only reads", "takes away"),
    ("INSERT INTO reviews SELECT * FROM reviews", "query only reads", "adds"),
    ("COPY claims TO 'stolen.csv'", "query only reads", "writes a file"),
    ("EXPLAIN ANALYZE COPY claims TO 'claims.parquet'", "query only reads", "writes a file while it explains"),
    ("ATTACH 'other.db'", "query only reads", "opens a database"),
    ("SET enable_external_access = true", "query only reads", "unlocks"),
    ("SELECT * FROM read_text('articles/aleppo.txt')", "no other file", "reads another file"),
    ("SELECT * FROM 'articles/other.csv'", "no other file", "reads another file by its name"),
    ("SELECT * FROM glob('*')", "no other file", "looks around"),
    ("SELECT * FROM 'https://example.org/x.csv'", "no other file", "reads the net"),
    ("SELECT * FROM query", "does not exist", "a variable of the program is no table"),
    ("SELECT getenv('HOME')", "does not exist", "the environment"),
]


@pytest.mark.parametrize(("sql", "words", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_refused(folder: Path, sql: str, words: str, why: str) -> None:
    extracted("claims.parquet")
    before = {path.name: path.read_bytes() for path in folder.glob("*.*")}
    result = query(sql, claims="claims.parquet")
    assert result.exit_code == 2, why
    assert words in result.stderr, why
    assert "Traceback" not in result.output
    assert {path.name: path.read_bytes() for path in folder.glob("*.*")} == before, why


# arguments | words of the message | why
WRONG = [
    ("-o out.ods", ".csv, .xlsx, .json, .jsonl, .parquet", "unknown format"),
    ("-o out.json --raw", "only CSV can be raw", "a flavour of CSV"),
    ("-o claims.csv", "these are the claims themselves", "over the claims"),
    ("-o claims.documents.parquet", "these are the claims themselves", "over the documents"),
    ("-o articles/aleppo.txt/out.csv", "cannot be written", "no folder there"),
    ("--record sqlite:///none.sqlite", "there is no file none.sqlite", "no such record"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("arguments", "words", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_usage(arguments: str, words: str, why: str) -> None:
    extracted()
    result = query("SELECT 1", *arguments.split())
    assert result.exit_code == 2, why
    assert words in result.stderr, why


@pytest.mark.usefixtures("folder")
def test_what_is_no_claims_table() -> None:
    Path("other.csv").write_text("a,b\n1,2\n", "utf-8")
    Path("other.parquet").write_bytes(b"PAR1")
    for name, words in (
        ("other.csv", "is not a claims table"),
        ("other.parquet", "is not a table"),
        ("none.csv", "cannot be read"),
        ("none.txt", ".csv, .jsonl, .parquet"),
    ):
        result = query("SELECT 1", claims=name)
        assert (result.exit_code, words in result.stderr) == (2, True), name


def test_piped_on_it_is_plain_csv(folder: Path, claimtrack: Command) -> None:
    extracted()
    done = claimtrack("query", str(folder / "claims.csv"), "SELECT surface, '=1' AS t FROM claims LIMIT 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "surface,t\n35,'=1\n", "")
    done = claimtrack("query", str(folder / "claims.csv"), "SELECT '=1' AS t", "--raw")
    assert done.stdout == "t\n=1\n"
