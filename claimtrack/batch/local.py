"""Documents in, rows out: in order, a few at a time, whatever a single document does."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from claimtrack.model import Document
from claimtrack.pipeline import Options, extract_claims
from claimtrack.reading import Reject
from claimtrack.schema import Row, claim_row

DOCUMENTS_IN_CHUNK = 16
CHARACTERS_IN_CHUNK = 200_000
CHUNKS_AHEAD = 3  # chunks that wait or run, for each worker


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document and the rows of its claims, in text order (schema.claim_row)."""

    document: Document
    rows: list[Row]


Result = Extracted | Reject


def run(documents: Iterable[Document | Reject], options: Options, jobs: int = 1) -> Generator[Result, None, None]:
    """Extract the claims of each document, in the order given; rejects are passed on in their places.

    documents: may be endless, no more than a few chunks of them are held at once. jobs: processes; they are started
    afresh (not forked), so the caller's main module must be importable. An error inside one document becomes a
    Reject that names it, and the rest goes on. When the iterator is closed, or on an interrupt, the processes end
    after the few documents that they are at. Raises concurrent.futures.BrokenExecutor when a process is killed.
    """
    if jobs > 1:
        return _in_processes(documents, options, jobs)
    return (item if isinstance(item, Reject) else extract_one(item, options) for item in documents)


def extract_one(document: Document, options: Options) -> Result:
    """The rows of one document, or a Reject that says what went wrong inside."""
    try:
        return Extracted(document, [claim_row(claim) for claim in extract_claims(document, options)])
    except Exception as error:
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Reject(
            path=document.doc_id,
            reason=f"internal error ({what})",
            remedy="This is a mistake in claimtrack: please report it, with the document",
        )


def _in_processes(documents: Iterable[Document | Reject], options: Options, jobs: int) -> Generator[Result, None, None]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    ahead: deque[tuple[Sequence[Document | Reject], Future[list[list[Row] | Reject]]]] = deque()
    try:
        for chunk in _chunks(documents):
            with _interrupts_held():
                future = pool.submit(_extract_chunk, [item for item in chunk if isinstance(item, Document)], options)
            ahead.append((chunk, future))
            if len(ahead) >= jobs * CHUNKS_AHEAD:
                yield from _results(*ahead.popleft())
        while ahead:
            yield from _results(*ahead.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(documents: Iterable[Document | Reject]) -> Iterator[list[Document | Reject]]:
    chunk: list[Document | Reject] = []
    characters = 0
    for item in documents:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(chunk) >= DOCUMENTS_IN_CHUNK or characters >= CHARACTERS_IN_CHUNK:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _extract_chunk(documents: Sequence[Document], options: Options) -> list[list[Row] | Reject]:
    """In a worker: only rows and rejects travel back, the parent has the documents."""
    results = (extract_one(document, options) for document in documents)
    return [result.rows if isinstance(result, Extracted) else result for result in results]


def _results(chunk: Sequence[Document | Reject], future: Future[list[list[Row] | Reject]]) -> Iterator[Result]:
    answers = iter(future.result())
    for item in chunk:
        if isinstance(item, Reject):
            yield item
            continue
        answer = next(answers)
        yield answer if isinstance(answer, Reject) else Extracted(item, answer)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits while processes start, and never reaches those that start here (on Windows it may)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
