"""`claimtrack extract`: articles in, a claims file or a table on the screen out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimtrack import schema
from claimtrack.batch import Extracted, Stories, run
from claimtrack.cli.rejects import RejectsFile, say_reject
from claimtrack.cli.terminal import INTERRUPTED, counted, progress, say, wrong_usage
from claimtrack.export import ClaimsFile, UnknownFormatError, claims_path, open_claims
from claimtrack.model import Document
from claimtrack.pipeline import Options, check_options
from claimtrack.reading import ReadOptions, Reject, read_all
from claimtrack.schema import Row

ROWS_AT_ONCE = 5_000
DOCUMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Job:
    """What to extract from, and how. published: for documents that have no date themselves."""

    paths: Sequence[str]
    published: datetime | None
    options: Options
    processes: int


@dataclass(slots=True)
class Tally:
    documents: int = 0
    claims: int = 0
    rejected: int = 0

    def __str__(self) -> str:
        return f"{counted(self.documents, 'document')}, {counted(self.claims, 'claim')}"


def extract_to_file(job: Job, out: str) -> int:
    """Write the claims of the job to out, piece by piece. Returns the exit status."""
    try:
        target = claims_path(out)
    except UnknownFormatError as error:
        wrong_usage(f"-o {error}.")
    _check(job.options)
    tally, was_there = Tally(), target.exists()
    try:
        with (
            RejectsFile(target.with_name("rejects.jsonl")) as rejects,
            open_claims(out) as file,
            closing(_extracted(job, tally, rejects.add)) as results,
        ):
            _write(results, file)
    except KeyboardInterrupt:
        say(f"Interrupted after {tally}. {_what_stays(target, was_there)}")
        return INTERRUPTED
    except BrokenExecutor:
        reason = "a worker process was ended from outside, perhaps for want of memory; try again with fewer --jobs"
        wrong_usage(f"{reason}. {_what_stays(target, was_there)}")
    except OSError as error:
        wrong_usage(f"{error.filename or target} cannot be written ({error.strerror or error}).")
    listed = f"; {tally.rejected:,} rejected, see {rejects.path}" if tally.rejected else ""
    say(f"{tally} → {target}{listed}")
    return 1 if tally.rejected else 0


def extract_to_screen(job: Job) -> int:
    """Show the claims of the job as a table. Returns the exit status."""
    from claimtrack.cli.table import print_claims

    _check(job.options)
    tally = Tally()
    rows: list[Row] = []
    try:
        with closing(_extracted(job, tally, say_reject)) as results:
            for result in results:
                rows += result.rows
    except KeyboardInterrupt:
        say(f"Interrupted after {tally}.")
        return INTERRUPTED
    print_claims(schema.rows_frame(rows))
    say(f"{tally}; {tally.rejected:,} rejected" if tally.rejected else str(tally))
    return 1 if tally.rejected else 0


def _check(options: Options) -> None:
    """End with a message where the user's own kinds, aliases or plug-ins cannot be used."""
    try:
        check_options(options)
    except ValueError as error:
        wrong_usage(f"{error}.")


def _extracted(job: Job, tally: Tally, reject: Callable[[Reject], None]) -> Generator[Extracted, None, None]:
    """What comes of each document, counted and shown as it comes; rejects go their own way."""
    documents = read_all(job.paths, ReadOptions(published=job.published))
    stories = Stories()
    with progress() as shown, closing(run(documents, job.options, job.processes)) as results:
        for result in results:
            if isinstance(result, Reject):
                tally.rejected += 1
                reject(result)
            else:
                tally.documents += 1
                tally.claims += len(result.rows)
                yield Extracted(result.document, stories.marked(result.document, result.rows))
            shown(str(tally))


def _write(results: Iterable[Extracted], file: ClaimsFile) -> None:
    rows: list[Row] = []
    documents: list[Document] = []
    for result in results:
        rows += result.rows
        documents.append(result.document)
        if len(rows) >= ROWS_AT_ONCE or len(documents) >= DOCUMENTS_AT_ONCE:
            file.add(schema.rows_frame(rows), schema.documents_frame(documents))
            rows, documents = [], []
    file.add(schema.rows_frame(rows), schema.documents_frame(documents))


def _what_stays(target: Path, was_there: bool) -> str:
    if was_there:
        return f"{target} is still what it was before; what this run found is lost."
    return "Nothing was written; what this run found is lost."
