"""Brings a record to the newest schema."""

from __future__ import annotations

from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from claimtrack.reviews.engine import place_of, writing
from claimtrack.reviews.errors import RecordError
from claimtrack.reviews.revision import VERSION_TABLE

MIGRATIONS = "claimtrack.reviews:migrations"  # Alembic finds the folder in the package
ALEMBIC = Lock()  # it keeps the connection that it works on in a global variable: one thread of a program at a time


def migrate(engine: Engine, revision: str = "head") -> None:
    """Make or upgrade the tables, in one transaction; does nothing where they are up to date.

    Raises RecordError where a newer claimtrack made them, where the file is a database of something else, or where
    the server's encoding cannot hold every language.
    """
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    with ALEMBIC, writing(engine) as connection:
        _check(connection, scripts)
        config.attributes.update(connection=connection, version_table=VERSION_TABLE)
        command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    config.set_main_option("path_separator", "os")
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _check(connection: Connection, scripts: ScriptDirectory) -> None:
    place, revision = place_of(connection.engine.url), _revision(connection)
    if revision is not None and revision not in {script.revision for script in scripts.walk_revisions()}:
        raise RecordError(
            f"the reviews in {place} were written by a newer claimtrack (schema {revision}; this one knows "
            f"{scripts.get_current_head()}): upgrade with pip install --upgrade claimtrack"
        )
    if connection.dialect.name == "sqlite":
        if revision is None and inspect(connection).get_table_names():
            raise RecordError(f"{place} is a database of something else: name another file for the reviews")
    elif (encoding := connection.execute(text("SHOW server_encoding")).scalar()) != "UTF8":
        raise RecordError(f"{place} is encoded in {encoding}: make the database with ENCODING 'UTF8'")
