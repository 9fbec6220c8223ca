"""Paths in, Documents and Rejects out: finds the files, picks the format, and keeps what can be used."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from os import PathLike

from claimtrack.model import Document
from claimtrack.reading import html, jsonl, text
from claimtrack.reading.dates import as_utc
from claimtrack.reading.encoding import byte_order_mark
from claimtrack.reading.language import english_or_unsure
from claimtrack.reading.paths import Source, find, unique_names
from claimtrack.reading.rejects import ReadError, Reject, UnreadableError
from claimtrack.reading.stream import Entry, chunks

Format = Callable[[Iterable[bytes], str, str | None], Iterator[Entry]]

FORMATS: dict[str, Format] = {
    ".txt": text.documents,
    ".md": text.documents,
    ".html": html.documents,
    ".htm": html.documents,
    ".jsonl": jsonl.documents,
}
_HTML_STARTS = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|(?:html|head|body|meta|title|article|main|section|div|h1|p)\b)", re.IGNORECASE
)
_JSON_STARTS = re.compile(r"""\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[\[{]|$))""")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """published: the date of documents that have none themselves (a naive one counts as UTC)."""

    published: datetime | None = None


_DEFAULTS = ReadOptions()


def read_all(paths: Sequence[str | PathLike[str]], options: ReadOptions = _DEFAULTS) -> Iterator[Document | Reject]:
    """The Documents that the paths name, and a Reject for each input that gives none.

    The paths are looked up first (doc_ids need all of them), then one file after another is read as the caller asks
    for it, in the order of the paths and sorted within each. A second copy of a document (same doc_id, same text)
    is a Reject; two texts under one doc_id are two versions.
    """
    found = find(paths)
    sources = [item for item in found if isinstance(item, Source)]
    names = iter(unique_names(sources))
    seen: set[int] = set()
    for item in found:
        if isinstance(item, Reject):
            yield item
            continue
        for place, outcome in _entries(item, next(names)):
            try:
                yield _accepted(outcome, options, seen)
            except UnreadableError as error:
                yield error.reject(item.path, place)


def read(*paths: str | PathLike[str], published: datetime | None = None) -> list[Document]:
    """The Documents of files, folders, globs and URLs.

    published: for documents that have no date themselves. Warns of each input that gave no document; raises
    ReadError where none did.

    >>> import claimtrack
    >>> [document.doc_id for document in claimtrack.read("articles/")]
    ['aleppo.txt']
    """
    documents: list[Document] = []
    rejects: list[Reject] = []
    for item in read_all(paths, ReadOptions(published)):
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            documents.append(item)
    if not documents:
        raise ReadError(rejects or [Reject("read()", "no path given", None, "Name a file, a folder or a URL")])
    for reject in rejects:
        warnings.warn(str(reject), stacklevel=2)
    return documents


def sniffed(head: bytes) -> Format:
    """The format of an input whose name does not tell, by its first bytes."""
    mark, encoding = byte_order_mark(head) or (b"", "utf-8")
    start = head[len(mark) :][:4096].decode(encoding, errors="replace")
    if _HTML_STARTS.match(start):
        return html.documents
    return jsonl.documents if _JSON_STARTS.match(start) else text.documents


def _entries(source: Source, name: str) -> Iterator[Entry]:
    try:
        pieces = chunks(source.open)
        head = next(pieces, None)
        if head is None:
            raise UnreadableError("an empty file", "Remove it, or save the article again")
        documents = FORMATS.get(source.suffix) or sniffed(head)
        yield from documents(chain([head], pieces), name, source.url)
    except UnreadableError as error:
        yield Entry(None, error)


def _accepted(outcome: Document | UnreadableError, options: ReadOptions, seen: set[int]) -> Document:
    """The document with its language and date. Raises UnreadableError where it is of no use."""
    if isinstance(outcome, UnreadableError):
        raise outcome
    if not outcome.text.strip():
        raise UnreadableError("no text in it, only white space", "Remove it, or save the article again")
    language = outcome.language or english_or_unsure(outcome.text)
    published = outcome.published or (as_utc(options.published) if options.published else None)
    document = replace(outcome, language=language, published=published)
    key = hash((document.doc_id, document.text_hash))  # not the strings: a run may have millions
    if key in seen:
        raise UnreadableError(f"the same document twice (doc_id {document.doc_id})", "Remove one of the two")
    seen.add(key)
    return document
