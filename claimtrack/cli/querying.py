"""`claimtrack query`: SQL over the claims, their documents and their reviews; it reads, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.cli.selecting import select, source_of, tables_of
from claimtrack.cli.terminal import clean, console, counted, say, wrong_usage
from claimtrack.export import Flavour, UnknownExportError, documents_path, export_format, to_csv, write_table
from claimtrack.export.cells import in_full, plain

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

SHOWN = 100  # rows on a terminal, unless --limit says more
NARROWEST = 10  # characters of a column


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask of which claims, and where the answer goes: to out, else to standard output."""

    claims: str
    sql: str
    out: str | None = None
    limit: int | None = None
    record: str | None = None
    flavour: Flavour = "guarded"


def answer(query: Query) -> int:
    """Write the answer. Returns the exit status."""
    if query.out is not None:
        _check_out(query)
    shown = query.out is None and sys.stdout.isatty()
    most = query.limit or (SHOWN + 1 if shown else None)
    result = select(query.sql, tables_of(query.claims, query.record), most)
    if query.out is not None:
        try:
            write_table(result, query.out, flavour=query.flavour)
        except OSError as error:
            wrong_usage(f"{error.filename or query.out} cannot be written ({error.strerror or error}).")
        say(f"{counted(len(result), 'row')} → {query.out}")
    elif shown:
        _show(result, query.limit or SHOWN)
    else:
        sys.stdout.write(to_csv(result, raw=query.flavour == "raw") or "")
    return 0


def _check_out(query: Query) -> None:
    """End with a message where the answer cannot be written there, or would take the claims' place."""
    out = str(query.out)
    try:
        export_format(out, query.flavour)
    except UnknownExportError as error:
        wrong_usage(f"-o {error}.")
    source = source_of(query.claims)
    if Path(out).exists() and any(
        file.exists() and Path(out).samefile(file) for file in (source, documents_path(source))
    ):
        wrong_usage(f"-o {out}: these are the claims themselves; give the answer another name.")


def _show(result: pd.DataFrame, most: int) -> None:
    """Print the rows as a table, or each as a list where the terminal is too narrow for their columns."""
    shown = result.head(most)
    out = console()
    columns: list[list[Any]] = [plain(shown.iloc[:, place]) for place in range(shown.shape[1])]
    if len(columns) * NARROWEST <= out.width:
        out.print(_table(list(shown.columns), columns))
    else:
        for row in zip(*columns, strict=True):
            out.print(_record(list(shown.columns), row))
    say(f"{counted(len(shown), 'row')}" + ("; there are more (--limit N, -o FILE)" if len(result) > most else ""))


def _table(names: Sequence[str], columns: Sequence[Sequence[Any]]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    for name, cells in zip(names, columns, strict=True):
        is_number = any(isinstance(cell, int | float | Decimal) for cell in cells)
        table.add_column(Text(clean(name)), justify="right" if is_number else "left", overflow="fold")
    for row in zip(*columns, strict=True):
        table.add_row(*(Text(clean(in_full(cell))) for cell in row))
    return table


def _record(names: Sequence[str], row: Sequence[Any]) -> Table:
    """One row as lines of name and value, without the empty ones."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, cell in zip(names, row, strict=True):
        if cell is not None:
            table.add_row(Text(clean(name)), Text(clean(in_full(cell))))
    table.add_row("", "")
    return table
