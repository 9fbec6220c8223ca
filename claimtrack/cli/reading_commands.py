"""The commands that read articles; what they do is in the modules that they call."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.arguments import Paths, Published
from claimtrack.cli.terminal import wrong_usage


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
