"""The extension names the format; what is no claims table is said to be none."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from claimtrack.export import (
    UnknownFormatError,
    UnreadableClaimsError,
    claims_path,
    documents_path,
    read_claims,
    read_documents,
    to_csv,
    write_claims,
)

PATHS = [
    ("claims.csv", "claims.csv", "claims.documents.parquet", "a file"),
    ("claims.CSV", "claims.CSV", "claims.documents.parquet", "capitals"),
    ("a/b.v2.jsonl", "a/b.v2.jsonl", "a/b.v2.documents.parquet", "a dot in the name"),
    ("there", "there/claims.parquet", "there/claims.documents.parquet", "a folder that is there"),
    ("new", "new/claims.parquet", "new/claims.documents.parquet", "a folder to make"),
    ("new.d/", "new.d/claims.parquet", "new.d/claims.documents.parquet", "a slash: a folder"),
]


@pytest.mark.parametrize(("given", "claims", "documents", "why"), PATHS, ids=[why for *_, why in PATHS])
def test_path(
    given: str, claims: str, documents: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there").mkdir()
    assert claims_path(given) == Path(claims), why
    assert documents_path(claims_path(given)) == Path(documents), why


def test_an_unknown_extension_names_the_known_ones() -> None:
    with pytest.raises(UnknownFormatError, match=r"claims\.xls.*\.csv, \.jsonl, \.parquet"):
        claims_path("claims.xls")


def test_a_folder_is_made_and_read(claims: pd.DataFrame, documents: pd.DataFrame, tmp_path: Path) -> None:
    written = write_claims(claims, documents, tmp_path / "runs" / "today")
    assert written == tmp_path / "runs" / "today" / "claims.parquet"
    assert len(read_claims(tmp_path / "runs" / "today")) == 2


def test_a_database_reads_the_parquet_file(claims: pd.DataFrame, documents: pd.DataFrame, tmp_path: Path) -> None:
    path = write_claims(claims, documents, tmp_path / "claims.parquet")
    assert duckdb.sql(f"SELECT kind, start FROM '{path}' WHERE qualifier = 'exact'").fetchall() == [("deaths", 7)] * 2


NOT_CLAIMS = [
    ("a.csv", b"", "empty"),
    ("a.csv", b"name,value\nx,1\n", "another table"),
    ("a.csv", b"\xff\xfe\x00", "no UTF-8"),
    ("a.csv", b'claim_id,doc_id\n"open', "a quotation mark that never closes"),
    ("a.jsonl", b'{"path": "x"}\n', "another table"),
    ("a.jsonl", b"[1]\n", "no objects"),
    ("a.jsonl", b"{", "no JSON"),
    ("a.parquet", b"PAR1", "cut off"),
    ("a.parquet", b"", "empty"),
]


@pytest.mark.parametrize(("name", "content", "why"), NOT_CLAIMS)
def test_no_claims_table(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableClaimsError, match="is not a claims table"):
        print(why, read_claims(path))


@pytest.mark.parametrize("cells", [51, 53])
def test_a_row_of_another_length_is_refused(claims: pd.DataFrame, tmp_path: Path, cells: int) -> None:
    path = tmp_path / "claims.csv"
    rows = list(csv.reader(io.StringIO(to_csv(claims) or "", newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*rows, [*rows[1], "x"][:cells]])
    with pytest.raises(UnreadableClaimsError):
        read_claims(path)


def test_a_missing_file_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_claims(tmp_path / "claims.csv")


def test_no_documents_beside_it_is_none(tmp_path: Path) -> None:
    assert read_documents(tmp_path / "claims.csv") is None
