"""The connection to the database: what makes a commit durable, and one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from claimtrack.reviews.errors import RecordError

WAITS_FOR_WRITERS = 60  # seconds that a writer of an SQLite file waits for others
LOCK = 0x636C61696D  # the key of the writers' lock on PostgreSQL

# synchronous FULL: what is committed survives a power cut (fullfsync: on macOS too)
PRAGMAS = (
    f"busy_timeout = {WAITS_FOR_WRITERS * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "foreign_keys = ON",
)
# Writers take turns, so that rows become visible in the order of their ids, which version() and the reader of what is
# new rest on. A server that acknowledges commits before they are on disk is told not to, for this transaction.
POSTGRESQL_TURN = (
    f"SELECT pg_advisory_xact_lock({LOCK}), CASE WHEN current_setting('synchronous_commit') = 'off' "
    "THEN set_config('synchronous_commit', 'on', true) END"
)


def connect(url: str) -> Engine:
    """An engine for a database URL; nothing is opened yet. Raises RecordError for a URL that cannot be meant."""
    parsed = _parsed(url)
    try:
        if parsed.get_backend_name() == "sqlite":
            engine = create_engine(parsed, connect_args={"timeout": WAITS_FOR_WRITERS})
            file = _SqliteFile(str(parsed.database))
            event.listen(engine, "connect", file.prepare)
            event.listen(engine, "begin", file.begin)
        else:
            engine = create_engine(parsed, pool_pre_ping=True, connect_args={"client_encoding": "utf8"})
    except ModuleNotFoundError as error:
        raise RecordError(f"{error.name} is not installed: pip install 'claimtrack[postgresql]'") from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write; it waits its turn, and is on disk when the block ends well."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text(POSTGRESQL_TURN))
        yield connection


def place_of(url: URL) -> str:
    """Where a record lies, for people: the file, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def _parsed(url: str) -> URL:
    """The URL with the driver that claimtrack uses."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise RecordError(
            "the database of the reviews is no URL: write sqlite:////folder/claims.reviews.sqlite or "
            "postgresql://user:password@host/database"
        ) from error
    match parsed.get_backend_name():
        case "sqlite" if parsed.database in (None, "", ":memory:"):
            raise RecordError("a record in memory would lose its reviews: name a file, sqlite:////folder/name.sqlite")
        case "sqlite":
            return parsed
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise RecordError(f"reviews can be kept in SQLite or PostgreSQL, not in {other}")


class _SqliteFile:
    """The file of a record, which stays the same one while it is open.

    A connection goes on writing into a file that was moved, deleted or replaced: what it acknowledges would be lost.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None

    def prepare(self, connection: Any, _: object) -> None:
        """Of each new connection; the driver must not begin transactions by itself."""
        if self._opened is not None:
            self._check()  # before anything is asked of it, which would make a new file
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        if self._opened is None:
            self._opened = self._there()

    def begin(self, connection: Connection) -> None:
        self._check()
        # a transaction that reads and then writes would fail where another has written in between: it takes its turn
        # first
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def _check(self) -> None:
        if self._there() != self._opened:
            raise RecordError(
                f"the file of the reviews, {self._path}, was moved, deleted or replaced while it was open: put it "
                "back, or start again with the file that is there now"
            )

    def _there(self) -> tuple[int, int] | None:
        try:
            state = Path(self._path).stat()
        except OSError:
            return None
        return state.st_dev, state.st_ino
