"""Every test of the record runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import Server, running_server

from claimtrack.reviews import Record, open_record


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that nobody has used."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'claims.reviews.sqlite'}"
    server: Server = request.getfixturevalue("server")
    return server.fresh()


@pytest.fixture
def record(url: str) -> Iterator[Record]:
    record = open_record(url)
    yield record
    record.close()


@pytest.fixture
def sqlite_record(tmp_path: Path) -> Iterator[Record]:
    """For what no database decides."""
    record = open_record(f"sqlite:///{tmp_path / 'only.reviews.sqlite'}")
    yield record
    record.close()
