"""A hundred thousand claims: they open, are filtered, and one is reviewed. How fast is printed, not judged (-s)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pandas as pd
import pytest
from visiting import Visitors, expect, without_complaint

from claimtrack.export import read_claims, write_claims

COPIES = 500  # of the seeds' claims, each with articles of its own


@pytest.fixture(scope="module")
def claims(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    frame = read_claims(seeds)
    many = pd.concat([_copy(frame, number) for number in range(COPIES)], ignore_index=True)
    return write_claims(many, (), tmp_path_factory.mktemp("many") / "claims.parquet")


def _copy(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    start = f"{number:03x}"
    return frame.assign(
        claim_id=start + frame["claim_id"].str[3:],
        doc_id=f"copy {number}, " + frame["doc_id"],
        part_of=start + frame["part_of"].str[3:],
    )


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = perf_counter()
    yield
    print(f"\n{what}: {perf_counter() - start:.2f} s", end="")


def test_they_open_and_are_filtered(visitors: Visitors) -> None:
    ana = visitors.come("Many")
    with without_complaint(ana):
        with timed("first opening"):
            ana.open()
        with timed("opened again"):
            ana.reload()
        with timed("filtered by search"):
            ana.fill("Search", "Aleppo doctors")
            expect(ana.page.get_by_text("1 of ")).to_be_visible()
            ana.page.wait_for_url("**text=Aleppo*")
            ana.settled()
        with timed("filtered by kind"):
            ana.filter("Kind", "doctors")
            ana.page.wait_for_url("**kind=doctors*")
            ana.settled()
        with timed("a verdict and the next claim"):
            ana.goes("1")


@pytest.mark.parametrize("page", ["sources", "articles", "overview", "record", "disagreements"])
def test_the_other_pages_open(visitors: Visitors, page: str) -> None:
    ana = visitors.come("Many")
    with without_complaint(ana):
        with timed(f"{page}, the first time"):
            ana.open(page)
        with timed(f"{page}, again"):
            ana.reload()
    expect(ana.page.get_by_test_id("stException")).to_have_count(0)
