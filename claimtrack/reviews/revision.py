"""Which schema a record has, told without Alembic: almost every record has the newest one, and importing it takes
longer than opening a record."""

from __future__ import annotations

from sqlalchemy import Engine, String, column, inspect, select, table

VERSION_TABLE = "claimtrack_revision"
NEWEST = "0002"  # of migrations/versions


def is_newest(engine: Engine) -> bool:
    """Whether the tables are there as this claimtrack makes them."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(VERSION_TABLE):
            return False
        query = select(column("version_num", String)).select_from(table(VERSION_TABLE))
        return connection.execute(query).scalars().all() == [NEWEST]
