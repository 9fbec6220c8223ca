from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = """Doctors leave Aleppo

An estimated 35 doctors are left in Aleppo, the United Nations envoy said on Thursday.

At least 12 people were killed in the strike, the ministry said. Up to 90 soldiers left the city.
"""

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, with articles/aleppo.txt in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "aleppo.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def claimtrack(folder: Path) -> Command:
    """Run the command in the folder, as a process of its own: stdout, stderr and the exit status."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "claimtrack", *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )

    return run
