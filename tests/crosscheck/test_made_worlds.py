"""The rows that the benchmark is run on: made-up worlds that hardly meet."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import group_claims

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seeds() -> pd.DataFrame:
    return claimtrack.extract(claimtrack.read(str(ROOT / "seeds")))


def made_rows(count: int) -> pd.DataFrame:
    spec = importlib.util.spec_from_file_location("crosscheck_benchmark", ROOT / "benchmarks" / "crosscheck.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    rows: pd.DataFrame = script.made_rows(count)
    return rows


def test_each_world_has_the_groups_of_the_seeds(seeds: pd.DataFrame) -> None:
    """Three worlds have three times the groups and more: a text of one world may be repeated in the next."""
    worlds = group_claims(made_rows(3 * len(seeds))).table
    several = worlds[worlds["relation"] != "single"]
    once = group_claims(seeds).table
    expected = once.loc[once["relation"] != "single", "group_id"].nunique()
    assert several["group_id"].nunique() >= 3 * expected
