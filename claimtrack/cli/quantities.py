"""`claimtrack quantities`: every number of the articles, before it is decided which are figures of a claim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimtrack.cli.rejects import RejectsFile
from claimtrack.cli.terminal import INTERRUPTED, counted, progress, say, wrong_usage
from claimtrack.export.atomic import replacing
from claimtrack.figures import find_figures, outlet_country
from claimtrack.model import Document, Figure
from claimtrack.reading import Reject, read_all


def write_quantities(paths: Sequence[str], out: str) -> int:
    """Write the numbers of the documents to out, an object a line. Returns the exit status."""
    target = Path(out)
    if target.suffix != ".jsonl":
        wrong_usage(f"-o {target}: quantities are written as JSON lines, to a file that ends in .jsonl.")
    documents = numbers = rejected = 0
    try:
        with (
            RejectsFile(target.with_name("rejects.jsonl")) as rejects,
            replacing(target) as (file,),
            progress() as shown,
        ):
            for item in read_all(paths):
                if isinstance(item, Reject):
                    rejected += 1
                    rejects.add(item)
                    continue
                documents += 1
                for line in lines_of(item):
                    numbers += 1
                    file.write(line.encode("utf-8", "backslashreplace"))
                shown(counted(documents, "document"))
    except KeyboardInterrupt:
        say(f"Interrupted after {counted(documents, 'document')}; {target} was not written.")
        return INTERRUPTED
    except OSError as error:
        wrong_usage(f"{error.filename or target} cannot be written ({error.strerror or error}).")
    listed = f"; {rejected:,} rejected, see {rejects.path}" if rejected else ""
    say(f"{counted(documents, 'document')}, {counted(numbers, 'number')} → {target}{listed}")
    return 1 if rejected else 0


def lines_of(document: Document) -> Iterator[str]:
    """A line of JSON for each number of the document, in text order."""
    for figure in find_figures(document.text, outlet_country(document.url)):
        row = {"id": document.doc_id, "start": figure.start, "end": figure.end, "value": _value(figure)}
        row |= {"low": figure.low, "high": figure.high, "unit": figure.unit}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _value(figure: Figure) -> float | None:
    """The number; None for a range, which both its ends say."""
    return None if figure.qualifier == "range" else figure.value
