"""The accuracy gate: no benchmark that is at hand falls below its floor (benchmarks/floors.toml)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUN = ROOT.parent / "shared" / "bench" / "run"
FLOORS: dict[str, float] = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, object]]:
    if not RUN.exists():
        pytest.skip("the benchmarks' texts (../shared/bench, under other licences) are not at hand")
    command = f"{sys.executable} -m claimtrack"
    done = subprocess.run(
        [sys.executable, RUN, "--json"],
        cwd=ROOT,
        env={**os.environ, "CLAIMTRACK": command},
        capture_output=True,
        text=True,
    )
    parts: dict[str, dict[str, object]] = json.loads(done.stdout)["parts"]
    return parts


@pytest.mark.parametrize("part", FLOORS)
def test_score_is_not_below_its_floor(part: str, scores: dict[str, dict[str, object]]) -> None:
    found = scores[part]
    if found["state"] == "absent":
        pytest.skip(str(found["line"]))
    score = found["score"]
    assert isinstance(score, float)
    assert score >= FLOORS[part], found["line"]
