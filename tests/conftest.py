"""What several rooms' tests share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
BENCHMARKS = sorted((ROOT.parent / "shared" / "bench").glob("*/*.jsonl"))  # under other licences: not always there


@pytest.fixture(scope="session")
def articles() -> list[str]:
    """The texts of the seeds, and of the benchmarks' articles where they are at hand."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    for path in BENCHMARKS:
        documents = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
        texts += [document["text"] for document in documents if isinstance(document.get("text"), str)]
    return texts
