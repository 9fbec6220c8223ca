"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

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
Record = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        show_default=False,
        help="The database of the reviews (sqlite:////folder/name.sqlite, postgresql://...), if not the one beside "
        "CLAIMS.",
    ),
]
