"""The command `claimtrack`: what the user types, one function a command; the work is done in the modules beside this.

Exit status: 0 when all went well, 1 when some inputs were rejected, 2 on wrong usage, 130 after Ctrl-C.
"""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from claimtrack.cli.looking_commands import crosscheck, query, show
from claimtrack.cli.reading_commands import extract, quantities
from claimtrack.cli.reviewing_commands import dashboard, export

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Find every figure in news articles, and who said it.\n\n"
    "Start with: claimtrack extract ARTICLES -o claims.csv, where ARTICLES is a file or a folder of articles.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        import claimtrack

        typer.echo(f"claimtrack {claimtrack.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


for command in (extract, show, crosscheck, dashboard, export, query, quantities):
    app.command()(command)


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _end)
    app(prog_name="claimtrack")


def _end(number: int, _frame: object) -> None:
    """End as after Ctrl-C, so that no half file stays behind."""
    raise SystemExit(128 + number)
