"""The tables that SQL may select from, in a DuckDB that reads them and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from claimtrack import schema
from claimtrack.cli.crosscheck import is_groups, read_groups
from claimtrack.cli.recorded import recorded
from claimtrack.cli.table import load_claims
from claimtrack.cli.terminal import say, wrong_usage
from claimtrack.export import UnknownFormatError, claims_path, documents_path

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

ALLOWED = "SELECT"  # DESCRIBE, SUMMARIZE and SHOW are one to DuckDB; EXPLAIN ANALYZE COPY would write
LOCKED = (
    "SET TimeZone = 'UTC'",
    "SET python_enable_replacements = false",  # or a table could be any variable of this program
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


def source_of(claims: str) -> Path:
    """The file that CLAIMS means: of claims, or of groups. Ends with a message where it can be neither."""
    if is_groups(claims):
        return Path(claims)
    try:
        return claims_path(claims)
    except UnknownFormatError as error:
        wrong_usage(f"{error}.")


def tables_of(claims: str, record: str | None) -> dict[str, pd.DataFrame | Path]:
    """The tables by name: a frame in memory, or a Parquet file that stays where it is."""
    if is_groups(claims):
        return {"groups": read_groups(claims)}
    source = source_of(claims)
    in_place = source.suffix.lower() == ".parquet" and source.is_file()
    tables: dict[str, pd.DataFrame | Path] = {"claims": source if in_place else load_claims(claims)}
    if documents_path(source).is_file():
        tables["documents"] = documents_path(source)
    tables["reviews"] = schema.decisions_frame(recorded(source, record).reviews)
    return tables


def select(sql: str, tables: Mapping[str, pd.DataFrame | Path], most: int | None) -> pd.DataFrame:
    """The rows that one SELECT gives, no more than most of them; ends with a message where the SQL is wrong.

    Columns have Arrow's types; of two with one name, the second gets a number (n, n_2).
    """
    import duckdb
    import pandas as pd

    with duckdb.connect() as connection:
        for name, table in tables.items():
            _add(connection, name, table)
        _lock(connection, [table for table in tables.values() if isinstance(table, Path)])
        try:
            selected = connection.sql(_checked(sql))
            answer = _without_intervals(selected if most is None else selected.limit(most)).to_arrow_table()
        except duckdb.Error as error:
            _refuse(error, tables)
    frame: pd.DataFrame = answer.to_pandas(types_mapper=pd.ArrowDtype)
    return frame.set_axis(_told_apart(answer.column_names), axis="columns")


def _add(connection: duckdb.DuckDBPyConnection, name: str, table: pd.DataFrame | Path) -> None:
    import duckdb
    import pyarrow

    if not isinstance(table, Path):
        connection.register(name, pyarrow.Table.from_pandas(table, preserve_index=False))
        return
    try:
        connection.read_parquet(str(table.resolve())).create_view(name)
    except duckdb.Error as error:
        reason = str(error).strip().splitlines()[0]
        wrong_usage(f"{table} is not a table ({reason}). Give a file that `claimtrack extract` wrote.")


def _lock(connection: duckdb.DuckDBPyConnection, readable: Iterable[Path]) -> None:
    """From here on only these files can be read, and no setting changed."""
    paths = ", ".join("'" + str(path.resolve()).replace("'", "''") + "'" for path in readable)
    connection.execute(f"SET allowed_paths = [{paths}]")
    for setting in LOCKED:
        connection.execute(setting)


def _checked(sql: str) -> str:
    """The SQL, if it is one statement that only reads. Raises duckdb.Error where it is no SQL."""
    import duckdb

    statements = duckdb.extract_statements(sql)
    if len(statements) != 1:
        wrong_usage(f"give one SQL statement, not {len(statements) or 'none'}: SELECT ... FROM claims.")
    kind = statements[0].type.name
    if kind != ALLOWED:
        wrong_usage(f"query only reads: begin with SELECT, not with {kind}.")
    return sql


def _without_intervals(selected: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """The relation with spans of time as words ("2 days"): neither pandas nor Parquet has such a type."""
    from duckdb import ColumnExpression

    if not any(dtype.id == "interval" for dtype in selected.types):
        return selected
    if len(set(selected.columns)) < len(selected.columns):
        wrong_usage("two columns have one name: give one of them another, SELECT ... AS name.")
    return selected.select(
        *(
            ColumnExpression(name).cast("VARCHAR").alias(name) if dtype.id == "interval" else ColumnExpression(name)
            for name, dtype in zip(selected.columns, selected.types, strict=True)
        )
    )


def _told_apart(names: Iterable[str]) -> list[str]:
    given: list[str] = []
    for name in names:
        other, number = name, 1
        while other in given:
            number += 1
            other = f"{name}_{number}"
        given.append(other)
    return given


def _refuse(error: duckdb.Error, tables: Iterable[str]) -> NoReturn:
    """Say what is wrong with the SQL and what there is to select from, and end with exit status 2."""
    reason, names = str(error).strip(), ", ".join(tables)
    if "disabled by configuration" in reason or "disabled through configuration" in reason:
        wrong_usage(f"query reads no other file than those of the tables: {names}.")
    for line in f"Error: {reason}".splitlines():
        if line.strip():
            say(line)
    say(f"Tables: {names}. Their columns: claimtrack query CLAIMS 'DESCRIBE claims'.")
    raise typer.Exit(2)
