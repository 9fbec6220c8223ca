"""Where the record lies, how it is made and upgraded, and what is said where that fails."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from made import decision
from postgres import Server
from sqlalchemy import Connection, inspect, text

from claimtrack.reviews import Record, RecordError, Verdict, open_record, record_url
from claimtrack.reviews.engine import connect
from claimtrack.reviews.migrating import migrate
from claimtrack.reviews.revision import NEWEST, VERSION_TABLE
from claimtrack.reviews.tables import METADATA


def schema_of(url: str) -> dict[str, list[str]]:
    engine = inspect(connect(url))
    return {table: [column["name"] for column in engine.get_columns(table)] for table in engine.get_table_names()}


def revision(url: str) -> str | None:
    with connect(url).connect() as connection:
        return context(connection).get_current_revision()


def context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})


def test_an_empty_database_and_the_same_twice(url: str) -> None:
    open_record(url).decide(decision())
    made = schema_of(url)
    assert set(made) == {*METADATA.tables, VERSION_TABLE}
    again = open_record(url)
    assert schema_of(url) == made
    assert len(again.standing()) == 1


def test_a_record_with_the_newest_schema_is_opened_as_it_is(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_record(url)
    assert revision(url) == NEWEST
    monkeypatch.setitem(sys.modules, "claimtrack.reviews.migrating", None)  # it cannot be imported any more
    assert open_record(url).standing() == []


def test_migrations_make_what_the_code_expects(url: str) -> None:
    open_record(url)
    with connect(url).connect() as connection:
        assert compare_metadata(context(connection), METADATA) == []


def test_an_older_record_is_upgraded_with_its_rows(url: str) -> None:
    engine = connect(url)
    migrate(engine, "0001")
    assert "aliases" not in schema_of(url)
    with engine.begin() as connection:
        cells = {
            "review_id": 1, "at": "2026-05-01 12:00:00", "reviewer": "Ana", "claim_id": "a", "verdict": "wrong source",
            "corrections": '{"source": "Ban Ki-moon"}', "flagged": False, "note": "", "evidence": "", "text_hash": "h",
            "doc_id": "d", "surface": "35", "start": 1, "end": 3, "sentence": "35 left.", "kind": "doctors",
            "extractor": "claimtrack 0.1.0",
        }  # fmt: skip
        names, places = ", ".join(f'"{name}"' for name in cells), ", ".join(f":{name}" for name in cells)
        at = "CAST(:at AS timestamptz)" if engine.dialect.name == "postgresql" else ":at || '.000000'"
        connection.execute(text(f"INSERT INTO reviews ({names}) VALUES ({places.replace(':at', at)})"), cells)
    record = open_record(url)
    kept = record.standing()[0].decision
    assert (kept.verdict, kept.corrections, kept.claim.value) == (Verdict.WRONG_SOURCE, {"source": "Ban Ki-moon"}, None)
    record.add_alias("WHO", "World Health Organization", "Ana")
    assert revision(url) == "0002"


def test_a_newer_record_is_left_alone(record: Record, url: str) -> None:
    record.decide(decision())
    with connect(url).begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(
        RecordError, match=r"written by a newer claimtrack \(schema 9999; this one knows 0002\): upgrade"
    ):
        open_record(url)
    assert revision(url) == "9999"


def test_a_migration_that_fails_leaves_nothing(url: str) -> None:
    with connect(url).begin() as connection:
        connection.execute(text("CREATE TABLE aliases (x INTEGER)"))  # in the way of the second migration
        connection.execute(text(f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES ('0001')"))
    before = schema_of(url)
    with pytest.raises(RecordError, match="aliases"):
        open_record(url)
    assert schema_of(url) == before
    assert revision(url) == "0001"


PLACES = [
    # the claims | the record | why
    ("claims.csv", "claims.reviews.sqlite", "beside a file"),
    ("run.v2/claims.parquet", "run.v2/claims.reviews.sqlite", "in its folder"),
    ("run.v2", "run.v2.reviews.sqlite", "beside a folder, its whole name"),
    ("q?x#1 %41 ü.csv", "q?x#1 %41 ü.reviews.sqlite", "signs that mean something in a URL"),
]


@pytest.mark.parametrize(("claims", "place", "why"), PLACES, ids=[why for *_, why in PLACES])
def test_where_the_record_lies(
    claims: str, place: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMTRACK_DATABASE_URL", raising=False)
    (tmp_path / "run.v2").mkdir()
    record = open_record(record_url(tmp_path / claims))
    record.decide(decision())
    assert (tmp_path / place).exists(), why
    assert record.place == str(tmp_path / place)


def test_with_no_claims_it_lies_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMTRACK_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    assert open_record(record_url(None)).place == str(tmp_path / "claimtrack.reviews.sqlite")


def test_the_environment_names_another_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACK_DATABASE_URL", " postgresql://ana:secret@db/reviews ")
    assert record_url(Path("claims.csv")) == "postgresql://ana:secret@db/reviews"
    monkeypatch.setenv("CLAIMTRACK_DATABASE_URL", "")
    assert record_url(Path("claims.csv")).startswith("sqlite:///")


REFUSED = [
    # URL | what is said | why
    (
        "sqlite:////proc/no/such/claims.reviews.sqlite",
        "Is there such a folder, and may you write in it",
        "no such folder",
    ),
    ("sqlite://", "would lose its reviews", "in memory"),
    ("sqlite:///:memory:", "would lose its reviews", "in memory, by its name"),
    ("claims.reviews.sqlite", "is no URL: write sqlite:///", "a path"),
    ("mysql://db/reviews", "SQLite or PostgreSQL, not in mysql", "another database"),
    ("postgresql://ana:secret@127.0.0.1:1/reviews", "Is the server running", "no server"),
    ("postgres://ana:secret@127.0.0.1:1/reviews", "Is the server running", "the short name of PostgreSQL"),
]


@pytest.mark.parametrize(("url", "said", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_what_cannot_be_opened(url: str, said: str, why: str) -> None:
    if url.startswith("postgres"):
        pytest.importorskip("psycopg")
    with pytest.raises(RecordError, match=said) as refused:
        open_record(url)
    assert "secret" not in str(refused.value), why


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("claim_id,doc_id\n" * 100, "utf-8")
    with pytest.raises(RecordError, match="file is not a database"):
        open_record(f"sqlite:///{tmp_path / 'claims.csv'}")


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (name TEXT)")
    with pytest.raises(RecordError, match="database of something else"):
        open_record(f"sqlite:///{path}")
    assert schema_of(f"sqlite:///{path}") == {"places": ["name"]}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RecordError, match="may you write in it"):
        open_record(f"sqlite:///{tmp_path / 'claims.reviews.sqlite'}")


def test_a_file_that_may_only_be_read(sqlite_record: Record) -> None:
    sqlite_record.decide(decision())
    reading = open_record(f"sqlite:///file:{sqlite_record.place}?mode=ro&uri=true")
    assert len(reading.standing()) == 1
    with pytest.raises(RecordError, match="You may read it only"):
        reading.decide(decision())


def test_postgresql_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordError, match=r"pip install 'claimtrack\[postgresql\]'"):
        open_record("postgresql://db/reviews")


def test_a_server_in_an_old_encoding(server: Server) -> None:
    url = server.database("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(RecordError, match="encoded in LATIN1: make the database with ENCODING 'UTF8'"):
        open_record(url)


def test_a_reviewer_who_may_not_make_tables(server: Server) -> None:
    url = server.database()
    open_record(url).decide(decision())
    with connect(url).begin() as connection:
        connection.execute(text("CREATE ROLE guest LOGIN"))
        connection.execute(text("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO guest"))
        connection.execute(text("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO guest"))
    guest = open_record(url.replace("reviewers@", "guest@"))
    assert guest.decide(decision(reviewer="Guest")) in guest.standing()
    empty = server.database().replace("reviewers@", "guest@")
    with pytest.raises(RecordError, match="Ask whoever runs the server"):
        open_record(empty)


@pytest.mark.parametrize("fate", ["deleted", "moved", "replaced"])
def test_nothing_is_acknowledged_in_a_file_that_is_not_there_any_more(tmp_path: Path, fate: str) -> None:
    file, elsewhere = tmp_path / "claims.reviews.sqlite", tmp_path / "elsewhere.sqlite"
    record = open_record(f"sqlite:///{file}")
    record.decide(decision("a"))
    file.rename(elsewhere)
    if fate == "replaced":
        open_record(f"sqlite:///{file}").close()
    if fate == "deleted":
        elsewhere.unlink()
    for attempt in (lambda: record.decide(decision("b")), record.version):
        with pytest.raises(RecordError, match="was moved, deleted or replaced while it was open: put it back"):
            attempt()
    assert file.exists() == (fate == "replaced")  # no empty record takes its place
    if fate == "moved":
        elsewhere.rename(file)
        record.decide(decision("b"))
        assert [review.claim_id for review in record.standing()] == ["a", "b"]
    record.close()
