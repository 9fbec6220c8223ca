"""What is written is read back the same, whatever the format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from any_claims import FRAMES
from hypothesis import HealthCheck, given, settings
from pandas.testing import assert_frame_equal

from claimtrack import schema
from claimtrack.export import open_claims, read_claims, read_documents, to_csv, write_claims

SUFFIXES = (".csv", ".jsonl", ".parquet")
NO_DOCUMENTS = schema.documents_frame([])
slow = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_two_rows(claims: pd.DataFrame, documents: pd.DataFrame, tmp_path: Path, suffix: str) -> None:
    path = write_claims(claims, documents, tmp_path / f"claims{suffix}")
    assert_frame_equal(read_claims(path), claims)
    read = read_documents(path)
    assert read is not None
    assert_frame_equal(read, documents)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_rows(tmp_path: Path, suffix: str) -> None:
    path = write_claims(schema.empty_frame(), NO_DOCUMENTS, tmp_path / f"claims{suffix}")
    assert_frame_equal(read_claims(path), schema.empty_frame())


@pytest.mark.parametrize("suffix", SUFFIXES)
@slow
@given(frame=FRAMES)
def test_any_rows(tmp_path: Path, suffix: str, frame: pd.DataFrame) -> None:
    path = write_claims(frame, NO_DOCUMENTS, tmp_path / f"claims{suffix}")
    assert_frame_equal(read_claims(path), frame)


@slow
@given(frame=FRAMES)
def test_a_csv_read_and_written_again_is_byte_for_byte_the_same(tmp_path: Path, frame: pd.DataFrame) -> None:
    first = write_claims(frame, NO_DOCUMENTS, tmp_path / "first.csv")
    second = write_claims(read_claims(first), NO_DOCUMENTS, tmp_path / "second.csv")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_pieces_make_one_table(claims: pd.DataFrame, documents: pd.DataFrame, tmp_path: Path, suffix: str) -> None:
    other_kind = claims.assign(kind=pd.Categorical(["boats", "boats"]))
    with open_claims(tmp_path / f"claims{suffix}") as file:
        file.add(claims, documents)
        file.add(other_kind, documents)
    read = read_claims(file.path)
    assert list(read["kind"]) == ["deaths", "deaths", "boats", "boats"]
    assert list(read["kind"].cat.categories) == ["boats", "deaths"]


def test_a_csv_file_is_what_to_csv_says(claims: pd.DataFrame, tmp_path: Path) -> None:
    path = write_claims(claims, NO_DOCUMENTS, tmp_path / "claims.csv")
    assert path.read_text(encoding="utf-8") == to_csv(claims)


def test_a_mark_and_crlf_from_a_spreadsheet_are_read(claims: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    rows = list(csv.reader(io.StringIO(to_csv(claims) or "", newline="")))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert_frame_equal(read_claims(path), claims)


def test_jsonl_has_every_column_with_null_where_there_is_none(claims: pd.DataFrame, tmp_path: Path) -> None:
    path = write_claims(claims, NO_DOCUMENTS, tmp_path / "claims.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(list(row) == [column.name for column in schema.COLUMNS] for row in rows)
    assert (rows[0]["published"], rows[1]["published"]) == ("2016-09-29T14:30:00Z", None)
    assert (rows[0]["start"], rows[0]["value"], rows[1]["value"]) == (7, 0.25, None)
