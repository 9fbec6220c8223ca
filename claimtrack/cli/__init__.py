"""The command `claimtrack`: what the user types, one function a command; the work is done in the modules beside this.

Exit status: 0 when all went well, 1 when some inputs were rejected, 2 on wrong usage, 130 after Ctrl-C.
"""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.terminal import wrong_usage

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Find every figure in news articles, and who said it.\n\n"
    "Start with: claimtrack extract ARTICLES -o claims.csv, where ARTICLES is a file or a folder of articles.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Articles as text, HTML or JSONL: a file, a folder, a pattern like 'news/*.html', a web address, or - "
        "for what is typed or pasted.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        show_default=False,
        help="The day that 'yesterday' is counted from, for articles that do not say when they were published "
        "(2016-09-29).",
    ),
]


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


@app.command()
def extract(
    paths: Paths,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            metavar="OUT",
            show_default=False,
            help="Where to write: claims.csv (for a spreadsheet), claims.jsonl, claims.parquet, or a folder. Without "
            "it the claims are shown here.",
        ),
    ] = None,
    published: Published = None,
    kinds: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="More kinds of claims, as a TOML file; may be given several times.",
        ),
    ] = None,
    aliases: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="Names of sources and the one name that each stands for, as a CSV file.",
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(metavar="X", min=0, max=1, help="Leave out claims less sure than this (0 to 1).")
    ] = 0.0,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="How many processor cores to use.")] = 1,
) -> None:
    """Write a row for each figure in the articles, with who said it.

    What cannot be read is listed in rejects.jsonl beside OUT and does not stop the others. The articles' texts are
    kept beside OUT too (NAME.documents.parquet), so that each row can be laid back over its article.
    """
    from claimtrack.cli.extracting import Job, extract_to_file, extract_to_screen
    from claimtrack.pipeline import Options

    options = Options(
        kinds=tuple(map(str, kinds or ())),
        aliases=None if aliases is None else str(aliases),
        min_confidence=min_confidence,
    )
    job = Job(paths=paths, published=_date(published), options=options, processes=jobs)
    raise typer.Exit(extract_to_screen(job) if out is None else extract_to_file(job, out))


@app.command()
def show(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="A file that extract wrote, or its folder.")],
    why: Annotated[
        str | None,
        typer.Option(
            metavar="CLAIM_ID",
            show_default=False,
            help="Explain this one row: its sentence, and the words that each field comes from. The first few "
            "characters of the id are enough.",
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", show_default=False, help="Only this kind of claim (deaths, money ...)."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, show_default=False, help="Only the first N claims.")
    ] = None,
) -> None:
    """Show claims or groups in a table, or explain a claim (--why)."""
    from claimtrack.cli.crosscheck import is_groups, show_groups

    if is_groups(claims):
        show_groups(claims, kind, limit)
    elif why is None:
        from claimtrack.cli.table import show_claims

        show_claims(claims, kind, limit)
    else:
        from claimtrack.cli.why import explain_claim

        explain_claim(claims, why)


@app.command()
def crosscheck(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="A file that extract wrote, or its folder.")],
    out: Annotated[
        str, typer.Option("-o", metavar="GROUPS.csv", show_default=False, help="Where to write (.csv or .jsonl).")
    ],
    reference: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="A CSV of values to hold the claims against: kind, place or country, value, and if wanted counted, "
            "year, tolerance, origin.",
        ),
    ] = None,
    revisions: Annotated[
        bool,
        typer.Option("--revisions", help="Instead: which figures changed between two versions of an article."),
    ] = False,
    chart: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Draw one group too, as .html (or .png, .svg)."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar="GROUP_ID", show_default=False, help="The group to draw; else the most pressing one."),
    ] = None,
) -> None:
    """Line up the claims that speak of one quantity: do they agree?

    Groups of claims are told apart as agree, moved (over time) and conflict, with the sources and echoes of each.

    What the checks of single claims and articles found is written beside OUT, to NAME.checks.csv.
    """
    from claimtrack.cli.crosscheck import Crosscheck, crosscheck_to_file, revisions_to_file

    if revisions:
        raise typer.Exit(revisions_to_file(claims, out))
    raise typer.Exit(crosscheck_to_file(Crosscheck(claims, out, reference, chart, group)))


@app.command()
def quantities(
    paths: Paths,
    out: Annotated[str, typer.Option("-o", metavar="OUT.jsonl", show_default=False, help="Where to write.")],
) -> None:
    """Write every number in the articles, figure of a claim or not.

    One JSON object a line: id, start, end, value, low, high, unit.
    """
    from claimtrack.cli.quantities import write_quantities

    raise typer.Exit(write_quantities(paths, out))


def _date(published: str | None) -> datetime | None:
    if published is None:
        return None
    from claimtrack.reading import parse_date

    moment = parse_date(published)
    if moment is None:
        wrong_usage(f"--published: {published!r} is no date. Write it as 2016-09-29.")
    return moment


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
