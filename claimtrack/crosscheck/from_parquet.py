"""Millions of claims from a Parquet file, by DuckDB: only the columns that the cross-check looks at, in its order."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.features import COLUMNS
from claimtrack.crosscheck.grouping import ORDER

if TYPE_CHECKING:
    import pandas as pd

MEMORY = "1GB"  # for sorting; what needs more is put on disk


def read_claims_in_order(path: Path) -> pd.DataFrame:
    """The claims (COLUMNS), sorted by ORDER. Raises duckdb.Error where it is no claims table."""
    import duckdb
    import pandas as pd
    import pyarrow

    query = f"SELECT {_quoted(COLUMNS)} FROM read_parquet(?) ORDER BY {_quoted(ORDER)}"
    with TemporaryDirectory() as spill, duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = '{spill}'")
        table: Any = connection.sql(query, params=[str(path)]).to_arrow_table()
    strings = {kind: pd.StringDtype() for kind in (pyarrow.string(), pyarrow.large_string())}
    claims: pd.DataFrame = table.to_pandas(types_mapper=strings.get, self_destruct=True, split_blocks=True)
    return claims


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
