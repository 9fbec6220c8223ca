"""Help, version, and wrong usage: exit status 2 and a plain message, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.cli import app

# arguments | words of the message | why
WRONG = [
    ("", "Usage", "no command"),
    ("extrct articles", "Did you mean 'extract'", "a slip of the finger"),
    ("extract", "PATH", "no path"),
    ("extract articles -o claims.xls", ".csv, .jsonl, .parquet", "unknown format"),
    ("extract articles --published 07/02/2016", "2016-09-29", "no date"),
    ("extract articles --kinds none.toml", "none.toml", "no such file"),
    ("extract articles --kinds articles/aleppo.txt -o claims.csv", "aleppo.txt", "no kinds file"),
    ("extract articles --aliases none.csv", "none.csv", "no such file"),
    ("extract articles --min-confidence 2", "--min-confidence", "out of range"),
    ("extract articles --jobs 0", "--jobs", "out of range"),
    ("extract articles -o articles/aleppo.txt/claims.csv", "cannot be written", "no folder there"),
    ("show", "CLAIMS", "no file"),
    ("show none.csv", "none.csv cannot be read", "no such file"),
    ("show articles/aleppo.txt", ".csv, .jsonl, .parquet", "not a format of claims"),
    ("show other.csv", "other.csv is not a claims table", "another table"),
    ("show articles", "claims.parquet cannot be read", "a folder without claims"),
    ("quantities articles", "-o", "no place to write"),
    ("quantities articles -o out.csv", ".jsonl", "not the format"),
]


@pytest.mark.parametrize(("arguments", "words", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_usage(folder: Path, arguments: str, words: str, why: str) -> None:
    (folder / "other.csv").write_text("name,value\nx,1\n", encoding="utf-8")
    result = CliRunner().invoke(app, arguments.split())
    assert result.exit_code == 2, why
    assert words in result.output, why
    assert "Traceback" not in result.output
    assert {path.name for path in folder.iterdir()} == {"articles", "other.csv"}


def test_help_names_every_command_in_plain_words() -> None:
    text = CliRunner().invoke(app, ["--help"]).stdout
    assert all(f"  {command} " in text for command in ("extract", "show", "export", "query", "quantities"))
    assert "completion" not in text
    assert "..." not in text.partition("Commands:")[2]  # no description is cut short


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == "claimtrack 0.1.0\n"


LIGHT = [
    ("import claimtrack", "import"),
    ("import claimtrack; claimtrack.Document", "the model"),
    ("from typer.testing import CliRunner; from claimtrack.cli import app; CliRunner().invoke(app, '--help')", "help"),
]


@pytest.mark.parametrize(("code", "why"), LIGHT)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, why: str) -> None:
    heavy = "{'pandas', 'numpy', 'pyarrow', 'rich', 'trafilatura', 'dateparser', 'quantulum3', 'fsspec'}"
    script = f"import sys; {code}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "[]\n", why


def test_a_kinds_file_that_cannot_be_used_is_wrong_usage(tmp_path: Path) -> None:
    article, kinds = tmp_path / "a.txt", tmp_path / "kinds.toml"
    article.write_text("A flood killed 40 people.", "utf-8")
    kinds.write_text("[[kind]]\nname = 'Goals!'\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", "extract", article, "--kinds", kinds, "-o", tmp_path / "claims.csv"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert "kinds.toml, kind 1 (Goals!)" in done.stderr
    assert not (tmp_path / "claims.csv").exists()
