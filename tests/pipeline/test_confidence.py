"""How sure a row is: a line a sentence, the surer of two above the other; and the weights are those that were learnt."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from claimtrack.confidence import WEIGHTS, confidence_of
from claimtrack.model import Document
from claimtrack.pipeline import extract_claims

ROOT = Path(__file__).parents[2]

# the surer sentence | the less sure one | why
PAIRS = [
    ("The tunnel cost $40 million.", "It grew by another 40.", "money, and a number with nothing counted"),
    (
        "Reuters reports that 40 houses burned.",
        "Varelius says that 40 houses burned.",
        "a known medium, and a bare name",
    ),
    ("The storm killed 40 people.", "The team brought 40 boxes.", "a kind of its own, and the fallback"),
    ("At least 40 boxes burned.", "The 40 boxes burned.", "a hedge belongs to a claim"),
]


def sureness(sentence: str) -> float:
    (claim,) = extract_claims(Document(doc_id="d", text=sentence))
    return claim.confidence


@pytest.mark.parametrize(("surer", "other", "why"), PAIRS)
def test_surer(surer: str, other: str, why: str) -> None:
    assert sureness(surer) > sureness(other), why


def test_every_sign_that_a_row_can_have_has_a_weight() -> None:
    rows = (ROOT / "benchmarks" / "judged_rows.csv").read_text("utf-8").splitlines()[1:]
    signs = {sign for row in rows for sign in row.split(",")[1].split()}
    assert signs == set(WEIGHTS["signs"])


def test_the_weights_are_those_that_the_judged_rows_teach() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from calibrate import fitted, read_rows
    finally:
        sys.path.pop(0)
    _, signs, right = read_rows()
    names = sorted({sign for found in signs for sign in found})
    table = np.array([[1.0, *(float(name in found) for name in names)] for found in signs])
    written = tomllib.loads((ROOT / "claimtrack" / "confidence.toml").read_text("utf-8"))
    assert [round(weight, 2) for weight in fitted(table, right)] == [written["base"], *written["signs"].values()]


def test_sure_is_a_share() -> None:
    assert all(0 < confidence_of((sign,)) < 1 for sign in WEIGHTS["signs"])
