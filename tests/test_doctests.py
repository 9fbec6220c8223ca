"""The examples in the public face's own words, run in a folder with articles/."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import claimtrack

PUBLIC = [claimtrack, claimtrack.read, claimtrack.extract, claimtrack.cross_check, claimtrack.to_csv]


@pytest.mark.parametrize("public", PUBLIC, ids=lambda p: p.__name__)
def test_examples(public: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    Path("articles", "aleppo.txt").write_text("At least 35 doctors left Aleppo, the envoy said.", encoding="utf-8")
    tests = [test for test in doctest.DocTestFinder(recurse=False).find(public, "example") if test.examples]
    assert tests, "no example"
    runner, report = doctest.DocTestRunner(), []
    for test in tests:
        runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)
