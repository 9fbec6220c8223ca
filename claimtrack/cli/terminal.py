"""What the commands say on a terminal: plain sentences, and hostile text made harmless."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

import typer

if TYPE_CHECKING:
    from rich.console import Console

INTERRUPTED = 130  # exit status after Ctrl-C
PIPED_WIDTH = 120
WIDEST = 180
SPACES = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
TEXT_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
HARMLESS = {**dict.fromkeys((*CONTROLS, *TEXT_DIRECTIONS), "\N{REPLACEMENT CHARACTER}"), **dict.fromkeys(SPACES, " ")}


def clean(text: object) -> str:
    """The text in one line, without what could move the cursor, change colours or turn the direction of reading."""
    return str(text).translate(HARMLESS)


def say(message: str) -> None:
    """One line on stderr."""
    typer.echo(clean(message), err=True)


def wrong_usage(message: str) -> NoReturn:
    """Say what is wrong and how to do it right, and end with exit status 2."""
    say(f"Error: {message}")
    raise typer.Exit(2)


def console() -> Console:
    """Standard output: in colour on a terminal, else plain text of a fixed width."""
    from rich.console import Console

    if sys.stdout.isatty():
        seen = Console(highlight=False, markup=False, emoji=False)
        seen.width = min(seen.width, WIDEST)
        return seen
    plain = cast(TextIO, _TrimmedLines())
    return Console(file=plain, width=PIPED_WIDTH, color_system=None, highlight=False, markup=False, emoji=False)


class _TrimmedLines:
    """Writes to standard output without the spaces that fill a table's lines."""

    def write(self, text: str) -> None:
        sys.stdout.write("\n".join(line.rstrip(" ") for line in text.split("\n")))

    def flush(self) -> None:
        sys.stdout.flush()


def counted(number: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A moving bar on a terminal's stderr, with the text last given beside it; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda text: bar.update(task, description=text)
