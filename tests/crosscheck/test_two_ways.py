"""Thousands of claims come as a pandas frame, millions from Parquet by DuckDB: the groups and findings are the same."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import group_claims, load_reference, run_checks
from claimtrack.crosscheck.from_parquet import read_claims_in_order

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    return claimtrack.extract(claimtrack.read(str(SEEDS)))


@pytest.fixture(scope="module")
def from_parquet(claims: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The claims, shuffled into a file of several row groups."""
    file = tmp_path_factory.mktemp("two_ways") / "claims.parquet"
    claims.sample(frac=1, random_state=3).to_parquet(file, row_group_size=50)
    return read_claims_in_order(file)


def test_the_same_groups(claims: pd.DataFrame, from_parquet: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(group_claims(claims).table, group_claims(from_parquet).table)


def test_the_same_findings(claims: pd.DataFrame, from_parquet: pd.DataFrame) -> None:
    reference = load_reference()
    wrong = claims.assign(value=claims["value"] * 1e6, low=claims["low"] * 1e6, high=claims["high"] * 1e6)
    other = from_parquet.assign(**{name: from_parquet[name] * 1e6 for name in ("value", "low", "high")})
    one, two = (run_checks(frame, group_claims(frame).table, reference) for frame in (wrong, other))
    assert [finding.why for finding in one] == [finding.why for finding in two] != []


def test_described_a_few_at_a_time(claims: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = group_claims(claims).table
    monkeypatch.setattr("claimtrack.crosscheck.groups.group_table.CLAIMS_AT_ONCE", 7)
    pd.testing.assert_frame_equal(group_claims(claims).table, at_once)


def test_checked_a_few_at_a_time(claims: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, reference = claims.assign(value=claims["value"] * 1e6, low=claims["low"] * 1e6), load_reference()
    groups = group_claims(wrong).table
    at_once = [finding.why for finding in run_checks(wrong, groups, reference)]
    monkeypatch.setattr("claimtrack.crosscheck.checks.figure.ROWS_AT_ONCE", 3)
    assert [finding.why for finding in run_checks(wrong, groups, reference)] == at_once != []
