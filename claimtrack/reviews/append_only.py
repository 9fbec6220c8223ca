"""Triggers that refuse to change or delete a row, for SQLite and PostgreSQL.

On SQLite an INSERT OR REPLACE deletes without a delete trigger, so that an insert over a row is refused too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

REFUSAL = "the record of reviews is append-only"

SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
    "BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
)
POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION claimtrack_refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
)
POSTGRESQL = (
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION claimtrack_refuse_change()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION claimtrack_refuse_change()",
)


def append_only(dialect: str, table: str, unique: Sequence[Sequence[str]]) -> Iterator[str]:
    """The statements that make a table append-only.

    dialect: sqlite or postgresql. unique: the table's keys, each the names of its columns.
    """
    if dialect == "postgresql":
        yield POSTGRESQL_FUNCTION.format(refusal=REFUSAL)
    same = " OR ".join("(" + " AND ".join(f"{name} = NEW.{name}" for name in key) + ")" for key in unique)
    for statement in SQLITE if dialect == "sqlite" else POSTGRESQL:
        yield statement.format(table=table, refusal=REFUSAL, same=same)
