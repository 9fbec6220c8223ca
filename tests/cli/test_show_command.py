"""`claimtrack show`: a table that one reads, harmless whatever the article says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.export import read_claims, read_documents, write_claims

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def claims(folder: Path) -> Path:
    """claims.csv of the article."""
    result = CliRunner().invoke(app, ["extract", "articles", "-o", "claims.csv", "--published", "2016-09-29"])
    assert result.exit_code == 0, result.output
    return folder / "claims.csv"


def show(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["show", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("claims")
def test_figures_are_shown_with_their_bounds_under_the_article() -> None:
    lines = show("claims.csv").splitlines()
    assert "29 September 2016" in lines[0]
    assert [line.split()[:2] for line in lines if re.match(" *[~≥≤]", line)] == [
        ["~35", "doctors"],
        ["≥", "12"],
        ["≤", "90"],
    ]


def test_piped_output_is_plain_and_no_wider_than_120(claims: Path, claimtrack: Command) -> None:
    result = claimtrack("show", claims.name)
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert all(len(line) <= 120 and line == line.rstrip() for line in result.stdout.splitlines())


@pytest.mark.usefixtures("claims")
def test_limit_says_how_many_are_left_out() -> None:
    result = CliRunner().invoke(app, ["show", "claims.csv", "--limit", "1"])
    assert "~35" in result.stdout
    assert "12" not in result.stdout
    assert result.stderr == "2 more claims not shown (--limit 1).\n"


def test_kind_shows_only_that_kind(claims: Path) -> None:
    table = read_claims(claims)
    kind = table["kind"].iloc[1]
    shown = show("claims.csv", "--kind", kind)
    assert "≥ 12" in shown
    assert ("~35" in shown) == (table["kind"].iloc[0] == kind)


@pytest.mark.usefixtures("claims")
def test_an_unknown_kind_names_those_that_there_are() -> None:
    result = CliRunner().invoke(app, ["show", "claims.csv", "--kind", "deths"])
    assert "no claims of the kind 'deths'" in result.stderr
    assert "deaths" in result.stderr


@pytest.mark.usefixtures("claims")
def test_no_claims() -> None:
    CliRunner().invoke(app, ["extract", "nowhere", "-o", "claims.csv"])
    assert show("claims.csv") == "No claims.\n"


HOSTILE = [
    ("\x1b[31mred\x1b[0m", "�[31mred�[0m", "a terminal's control codes"),
    ("[bold]x[/bold] [link=file:///]y", "[bold]x[/bold] [link=file:///]y", "rich's markup"),
    (":skull:", ":skull:", "rich's emoji"),
    ("\x9b2J", "�2J", "a control code in one character"),
    ("a\u202eb", "a�b", "turns the direction of reading"),
    ("a\r\nb", "a  b", "line ends"),
    ("\x07\x08", "��", "bell and backspace"),
]


@pytest.mark.parametrize(("text", "shown", "why"), HOSTILE, ids=[why for *_, why in HOSTILE])
def test_hostile_text_is_shown_not_obeyed(claims: Path, text: str, shown: str, why: str) -> None:
    documents = read_documents(claims)
    assert documents is not None
    table = read_claims(claims)
    hostile = table.assign(
        **{name: table[name].where(table[name].isna(), text) for name in ("title", "counted", "place")}
    )
    write_claims(hostile.assign(title=hostile["title"].fillna(text)), documents, claims)
    every = show("claims.csv", "--limit", "1") + show("claims.csv", "--why", table["claim_id"].iloc[0])
    assert shown in every, why
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", every), why


def test_hostile_text_in_an_error_message(claimtrack: Command) -> None:
    result = claimtrack("extract", "\x1b[31m.txt", "-o", "claims.csv")
    assert result.returncode == 1
    assert "\x1b" not in result.stderr
