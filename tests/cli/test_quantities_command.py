"""`claimtrack quantities`: every number, an object a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.cli import app

# text | start of the number | value | low | high | unit | why
NUMBERS = [
    ("Some 30 hotels closed.", "30", 30, 30, 30, None, "counted: no unit"),
    ("It is 30 to 40 km away.", "30", None, 30, 40, "kilometre", "a range has no value"),
    ("At least 5 kg of gold.", "5", 5, 5, None, "kilogram", "open above"),
    ("Up to $94,000 was paid.", "$94,000", 94_000, None, 94_000, "USD", "open below"),
    ("Two thirds stayed.", "Two thirds", 2 / 3, 2 / 3, 2 / 3, None, "a fraction is its number"),
    ("Dozens came.", "Dozens", None, 24, None, None, "vague"),
]


@pytest.mark.parametrize(("text", "surface", "value", "low", "high", "unit", "why"), NUMBERS)
def test_number(
    folder: Path, text: str, surface: str, value: float, low: float, high: float, unit: str | None, why: str
) -> None:
    (folder / "docs.jsonl").write_text(json.dumps({"doc_id": "d1", "text": text}) + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["quantities", "docs.jsonl", "-o", "out.jsonl"])
    assert result.exit_code == 0, result.output
    (row,) = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert list(row) == ["id", "start", "end", "value", "low", "high", "unit"]
    assert (row["id"], row["start"]) == ("d1", text.index(surface))
    assert [row[name] for name in ("value", "low", "high")] == [n and pytest.approx(n) for n in (value, low, high)], why
    assert row["unit"] == unit, why


def test_a_text_without_a_number_has_no_line_and_rejects_are_listed(folder: Path) -> None:
    (folder / "docs.jsonl").write_text('{"doc_id": "d1", "text": "Nothing here."}\n{\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["quantities", "docs.jsonl", "-o", "out.jsonl"])
    assert result.exit_code == 1
    assert (folder / "out.jsonl").read_bytes() == b""
    assert result.stderr.splitlines()[-1] == "1 document, 0 numbers → out.jsonl; 1 rejected, see rejects.jsonl"
    assert len((folder / "rejects.jsonl").read_text(encoding="utf-8").splitlines()) == 1
