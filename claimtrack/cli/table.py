"""`claimtrack show`: the claims as a table that one reads on a terminal, article by article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from claimtrack.cli.terminal import clean, console, counted, say, wrong_usage
from claimtrack.telling import words
from claimtrack.telling.words import Cells

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table
    from rich.text import Text

SHORTEST_ID = 6
# title, share of the width, width at least
COLUMNS = (
    ("figure", 4, 11),
    ("of what", 5, 10),
    ("what happened", 5, 10),
    ("where", 4, 8),
    ("as of", 0, 10),
    ("who says so", 6, 12),
)


def load_claims(path: str) -> pd.DataFrame:
    """The claims table at a path that the user gave; ends with a message where there is none."""
    from claimtrack.export import UnknownFormatError, UnreadableClaimsError, claims_path, read_claims

    try:
        return read_claims(path)
    except UnknownFormatError as error:
        wrong_usage(f"{error}.")
    except UnreadableClaimsError as error:
        wrong_usage(f"{error}. Give a file that `claimtrack extract` wrote.")
    except OSError as error:
        wrong_usage(f"{claims_path(path)} cannot be read ({error.strerror or error}).")


def show_claims(path: str, kind: str | None, limit: int | None) -> None:
    """Show the claims of a file, those of one kind where it is given, the first few where limit is given."""
    claims = load_claims(path)
    chosen = claims if kind is None else claims[claims["kind"] == kind]
    if kind is not None and chosen.empty and not claims.empty:
        known = ", ".join(sorted(claims["kind"].astype(str).unique()))
        say(f"{path} has no claims of the kind {kind!r}. There are: {known}.")
        return
    print_claims(chosen.head(limit) if limit else chosen)
    left_out = len(chosen) - limit if limit else 0
    if left_out > 0:
        say(f"{counted(left_out, 'more claim')} not shown (--limit {limit}).")


def print_claims(claims: pd.DataFrame) -> None:
    """Print the table: a heading an article, a line a claim, in the order of the frame."""
    if claims.empty:
        typer.echo("No claims.")
        return
    out = console()
    short = _id_length(claims)
    for _, of_document in claims.groupby(["doc_id", "text_hash"], sort=False):
        rows = words.rows_of(of_document)
        out.print(_heading(rows[0]), soft_wrap=True)
        out.print(_table(rows, short))


def _heading(cells: Cells) -> Text:
    from rich.text import Text

    origin = [cells["publisher"], words.long_day(cells["published"]) if cells["published"] else None]
    rest = ", ".join(clean(part) for part in origin if part)
    return Text.assemble((clean(cells["title"] or cells["doc_id"]), "bold"), f" — {rest}" if rest else "")


def _table(rows: Sequence[Cells], short: int) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for title, ratio, width in COLUMNS:
        table.add_column(title, ratio=ratio or None, min_width=width, style="bold" if title == "figure" else "")
    table.add_column("id", width=short, no_wrap=True, style="dim")
    for cells in rows:
        said = (
            words.figure(cells),
            words.thing(cells),
            words.event(cells),
            words.where(cells),
            words.day(cells["as_of"]),
            words.who(cells),
            cells["claim_id"][:short],
        )
        table.add_row(*(Text(clean(cell)) for cell in said))
    return table


def _id_length(claims: pd.DataFrame) -> int:
    """As many characters of the ids as tell all of them apart, and no fewer than a few."""
    ids = set(claims["claim_id"])
    longest = max(map(len, ids))
    return next((n for n in range(SHORTEST_ID, longest) if len({i[:n] for i in ids}) == len(ids)), longest)
