"""The commands that look into what was extracted; what they do is in the modules that they call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.arguments import Record


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


def query(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="A file that extract wrote, or its folder.")],
    sql: Annotated[
        str,
        typer.Argument(
            metavar="SQL",
            help="What to select from the tables claims, documents (the articles' texts) and reviews (every decision).",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            metavar="FILE",
            show_default=False,
            help="Where to write (.csv, .xlsx, .json, .jsonl, .parquet) instead of showing it here.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, show_default=False, help="Only the first N rows.")
    ] = None,
    record: Record = None,
    raw: Annotated[bool, typer.Option("--raw", help="CSV whose text is not guarded against formulas.")] = False,
) -> None:
    """Ask the claims a question in SQL.

    claimtrack query claims.csv "SELECT kind, count(*) FROM claims GROUP BY kind"

    On a terminal the answer is a table; piped on, it is CSV. Nothing is changed, and no other file is read.
    """
    from claimtrack.cli.querying import Query, answer

    raise typer.Exit(answer(Query(claims, sql, out, limit, record, "raw" if raw else "guarded")))
