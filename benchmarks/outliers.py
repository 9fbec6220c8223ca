"""Which texts cost more than their length: the costliest article beside the median one, and hostile texts.

    python benchmarks/outliers.py [TEXTS]      a folder or a .jsonl with `text`; seeds/ without

First the cost of each text per thousand characters, as multiples of the median text's (aim: at most 20). Then texts
that are made of one piece again and again, at two lengths: how many times as much four times the length costs (aim: 4).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from rich.console import Console
from rich.table import Table
from speed import EXTRACT, FINDER, FIRST, PATTERN, SEEDS, keep_to_one_core, own_readers, warm_up

from claimtrack.model import Document
from claimtrack.reading import ReadError, read

Reader = Callable[[Document], object]

SHORTEST = 1_000  # characters that a text counts as at least: shorter ones cost what any document costs
AGAIN = 3  # readings of each text, of which the fastest counts
PIECES = (
    "1",
    "1,",
    " ",
    "1 ",
    "“",
    "“1”",
    "-",
    "1-",
    "and ",
    "one and ",
    "at least ",
    "half a ",
    "$1 ",
    "12 people ",
    "A1",
)
LENGTHS = {EXTRACT: (10_000, 40_000), FINDER: (50_000, 200_000), PATTERN: (250_000, 1_000_000)}
TOO_SHORT = 0.01  # seconds, of which the clock says nothing


def cost(reader: Reader, document: Document, again: int = AGAIN) -> float:
    """CPU seconds of the fastest of some readings."""
    taken = []
    for _ in range(again):
        begin = process_time()
        reader(document)
        taken.append(process_time() - begin)
    return min(taken)


def per_thousand(reader: Reader, documents: Sequence[Document]) -> list[tuple[float, Document]]:
    """Each document with what it costs per thousand characters, the costliest first."""
    found = [(cost(reader, d) / max(len(d.text), SHORTEST), d) for d in documents]
    return sorted(found, key=lambda pair: pair[0], reverse=True)


def print_articles(console: Console, documents: Sequence[Document]) -> None:
    table = Table("", "costliest × median", "aim", "its characters", "its id", box=None, pad_edge=False)
    for name, reader in own_readers().items():
        ranked = per_thousand(reader, documents)
        middle = median(seconds for seconds, _ in ranked)
        seconds, worst = ranked[0]
        table.add_row(name, f"{seconds / middle:.1f}", "at most 20", f"{len(worst.text):,}", worst.doc_id[:40])
    console.print(table)


def print_hostile(console: Console) -> None:
    readers = own_readers()
    table = Table("again and again", *readers, box=None, pad_edge=False)
    for piece in PIECES:
        growth = []
        for name, reader in readers.items():
            short, long = (cost(reader, _repeated(piece, length), again=1) for length in LENGTHS[name])
            growth.append(f"{long / short:.1f}" if short > TOO_SHORT else "–")
        table.add_row(repr(piece), *growth)
    console.print(table)
    longest = ", ".join(f"{name} {lengths[1]:,}" for name, lengths in LENGTHS.items())
    console.print(f"Costs of four times the length: 4 is a straight line, – too short to say. Longest: {longest}.")


def _repeated(piece: str, length: int) -> Document:
    return Document(text=piece * (length // len(piece)), doc_id=piece, published=FIRST.published)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=SEEDS, help="a folder, or a .jsonl with text (seeds/)")
    chosen = parser.parse_args(arguments)
    try:
        documents = read(chosen.texts)
    except ReadError as error:
        parser.error(str(error))
    keep_to_one_core()
    warm_up(own_readers().values())
    console = Console(width=None if sys.stdout.isatty() else 120, markup=False, highlight=False)
    print_articles(console, documents)
    print_hostile(console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
