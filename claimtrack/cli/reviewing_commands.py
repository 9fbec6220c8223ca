"""The commands for reviews and what comes out of them; what they do is in the modules that they call."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from claimtrack.cli.arguments import Record
from claimtrack.cli.terminal import wrong_usage


def dashboard(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CLAIMS|ARTICLES",
            show_default=False,
            help="A file that extract wrote (or its folder), or articles as extract takes them; nothing opens the "
            "reports that come with claimtrack.",
        ),
    ] = None,
    record: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            show_default=False,
            help="Where the reviews are kept: sqlite:////folder/name.sqlite or postgresql://user@host/name. Else what "
            "CLAIMTRACK_DATABASE_URL says, else a file beside the claims.",
        ),
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Show others' decisions only after one's own.")] = False,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=65535, show_default=False, help="The port, else the first free from 8501."
        ),
    ] = None,
    host: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            show_default=False,
            help="The address to listen on (0.0.0.0: every one of this machine's); else this machine alone can see it.",
        ),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Review claims in the browser, alone or with others."""
    from claimtrack.cli.dashboard import Serving, serve
    from claimtrack.dashboard.options import DashboardOptions

    serve(DashboardOptions(tuple(paths or ()), record, blind), Serving(port, host, not no_browser))


def export(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="A file that extract wrote, or its folder.")],
    out: Annotated[
        str,
        typer.Option(
            "-o",
            metavar="FILE",
            show_default=False,
            help="Where to write; the name's ending is the format: .csv, .xlsx, .json, .jsonl, .parquet.",
        ),
    ],
    record: Record = None,
    groups: Annotated[
        bool,
        typer.Option(
            "--groups",
            help="Instead of the claims, what was decided about groups of the cross-check: verdict, recommended "
            "figure, reasoning, by whom and when.",
        ),
    ] = False,
    raw: Annotated[
        bool,
        typer.Option("--raw", help="CSV for programs: text as it is, even where a spreadsheet would compute it."),
    ] = False,
    excel: Annotated[
        bool, typer.Option("--excel", help="CSV that Excel opens with the right letters (UTF-8 with a mark).")
    ] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", show_default=False, help="Only this kind of claim; may be given several times."),
    ] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VERDICT",
            show_default=False,
            help="Only claims with this verdict (confirmed, 'wrong source', disagreement, none for those not reviewed "
            "...); may be given several times.",
        ),
    ] = None,
) -> None:
    """Write the claims with their reviews: who decided what.

    The claims' own cells stay as they were; verdicts, corrections, notes and names stand behind them. XLSX has
    sheets with every decision ever made, on claims and on groups, and one that says what each column means.
    """
    from claimtrack.cli.exporting import Export, export_to_file

    if raw and excel:
        wrong_usage("--raw and --excel exclude each other: what Excel opens must be guarded against formulas.")
    flavour: Literal["guarded", "raw", "excel"] = "raw" if raw else "excel" if excel else "guarded"
    raise typer.Exit(export_to_file(Export(claims, out, record, flavour, kind or (), verdict or (), groups)))
