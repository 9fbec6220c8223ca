"""What the README shows is what the commands print."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_outputs_shown_are_real() -> None:
    spec = importlib.util.spec_from_file_location("outputs", ROOT / "docs" / "outputs.py")
    assert spec is not None
    assert spec.loader is not None
    outputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outputs)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert outputs.BLOCK.search(readme), "no output is shown"
    assert outputs.filled(readme) == readme, "run python docs/outputs.py"


def test_there_are_two_set_up_commands() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert sum(line.startswith("python3 -m venv") for line in lines) == 2


def test_the_files_that_the_architecture_names_are_there() -> None:
    named = set(re.findall(r"\b[a-z_]+\.(?:py|toml|csv)\b", (ROOT / "docs" / "architecture.md").read_text("utf-8")))
    there = {path.name for folder in ("claimtrack", "tests", ".") for path in (ROOT / folder).rglob("*.*")}
    assert named - there == set()
