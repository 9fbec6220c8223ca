"""`import claimtrack`: what a programmer calls."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

import claimtrack
from claimtrack import schema
from claimtrack.model import Document

TEXT = "At least 12 people were killed in Aleppo, the ministry said."
MOMENT = datetime(2016, 9, 29, tzinfo=UTC)


@pytest.mark.parametrize("published", ["2016-09-29", date(2016, 9, 29), datetime(2016, 9, 29), MOMENT])  # noqa: DTZ001
def test_a_text_and_its_day(published: str | date) -> None:
    claims = claimtrack.extract(TEXT, published=published)
    schema.check_frame(claims)
    assert claims.loc[0, "surface"] == "12"
    assert claims.loc[0, "published"] == pd.Timestamp(MOMENT)


def test_a_document_keeps_its_own_day() -> None:
    document = Document(text=TEXT, doc_id="a", published=MOMENT)
    assert claimtrack.extract(document, published="2020-01-01").loc[0, "published"] == pd.Timestamp(MOMENT)


def test_documents_that_were_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    claims = claimtrack.extract(claimtrack.read(tmp_path))
    assert list(claims["doc_id"]) == ["a.txt", "b.txt"]


def test_a_text_without_a_figure_is_an_empty_table() -> None:
    pd.testing.assert_frame_equal(claimtrack.extract("Nothing to count here."), schema.empty_frame())


def test_the_name_of_a_file_is_a_text_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.warns(UserWarning, match=r"taken as a text.*extract\(read\("):
        assert claimtrack.extract(str(tmp_path / "a.txt")).empty


def test_a_day_that_is_none() -> None:
    with pytest.raises(ValueError, match="'last week' is no date"):
        claimtrack.extract(TEXT, published="last week")


def test_kinds_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text('[[kind]]\nname = "bakers"\nnouns = ["baker"]\n', encoding="utf-8")
    claims = claimtrack.extract("The town has 30 bakers, the mayor said.", kinds=[tmp_path / "my.toml"])
    assert list(claims["kind"]) == ["bakers"]


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrct'"):
        claimtrack.extrct  # noqa: B018
