"""Every test of the record runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import SERVERS_USER, Server, programs

from claimtrack.reviews import Record, open_record


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = programs()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (initdb, pg_ctl)")
    if os.geteuid() == 0 and SERVERS_USER not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {SERVERS_USER}")
    server = Server.made(folder)
    yield server
    server.remove()


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
