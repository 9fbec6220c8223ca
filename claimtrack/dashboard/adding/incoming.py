"""What a browser sends as documents; a file's name is only ever a name, never a path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from claimtrack.dashboard.extraction import ADDED
from claimtrack.model import Document
from claimtrack.reading import Reject, parse_date, read_all
from claimtrack.reading.text import read_header

EXTENSIONS = ("txt", "md", "html", "htm", "jsonl")
LONGEST_NAME = 120
UPLOAD = "upload"  # what every file is called while it is read
# controls, and what turns the direction of reading
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FIRST_WORDS = 8


class PasteError(ValueError):
    """A field of the form that cannot be meant; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text and what is said of it, as typed; empty where nothing is."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


def read_files(files: Iterable[tuple[str, bytes]]) -> list[Document | Reject]:
    """The documents of files (their names as the browser gives them, their bytes), and a Reject for what gives none.

    Two texts under one name are two versions of one article; the same text twice is one document and a Reject.
    """
    seen: set[tuple[str, str]] = set()
    found: list[Document | Reject] = []
    for name, data in files:
        for item in _read_file(file_name(name), data):
            key = (item.doc_id, item.text_hash) if isinstance(item, Document) else None
            if key in seen:
                found.append(Reject(file_name(name), "the same text twice", None, "Once is enough"))
                continue
            found.append(item)
            if key is not None:
                seen.add(key)
    return found


def read_pasted(pasted: Pasted) -> Document | Reject:
    """The document of a pasted text; what the form does not say its first lines may say.

    Raises PasteError for a date or an address that cannot be meant.
    """
    if not pasted.text.strip():
        raise PasteError("There is no text yet: paste the article's text")
    if pasted.published.strip() and parse_date(pasted.published.strip()) is None:
        raise PasteError(f"Published: “{pasted.published}” is no date; write it as 2016-09-29")
    url = pasted.url.strip()
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
        raise PasteError("Address: it starts with http:// or https://")
    said = {
        "doc_id": f"{ADDED}{pasted_name(pasted)}",
        "text": pasted.text,
        "title": pasted.title.strip() or None,
        "publisher": pasted.publisher.strip() or None,
        "published": pasted.published.strip() or None,
        "url": url or None,
    }
    line = json.dumps({name: cell for name, cell in said.items() if cell is not None})
    [item] = _read(".jsonl", line.encode("utf-8"))
    if isinstance(item, Reject):
        return replace(item, path="The pasted text", place=None)
    header = read_header(item.text)
    published = item.published or header.published or header.modified
    return replace(item, title=item.title or header.title, author=header.author, published=published)


def pasted_name(pasted: Pasted) -> str:
    """What a pasted article is called: the same for a later version of it, another for another article."""
    if pasted.url.strip():
        return pasted.url.strip()
    title = pasted.title.strip() or read_header(pasted.text).title or " ".join(pasted.text.split()[:FIRST_WORDS])
    about = [title, pasted.publisher.strip(), pasted.published.strip()]
    return file_name(", ".join(part for part in about if part).replace("/", "-"))


def file_name(given: str) -> str:
    """A file's name without folders and without what is not printed; never empty."""
    last = PurePosixPath(given.replace("\\", "/")).name
    return " ".join(UNPRINTED.sub("", last).split()).strip(" .")[:LONGEST_NAME] or "article"


def _read_file(name: str, data: bytes) -> list[Document | Reject]:
    suffix = PurePosixPath(name).suffix.lower()
    upload = f"{UPLOAD}{suffix if suffix.removeprefix('.') in EXTENSIONS else '.txt'}"
    found: list[Document | Reject] = []
    for item in _read(upload.removeprefix(UPLOAD), data):
        if isinstance(item, Reject):
            found.append(replace(item, path=name))
        else:
            doc_id = f"{name}{item.doc_id.removeprefix(upload)}" if item.doc_id.startswith(upload) else item.doc_id
            found.append(replace(item, doc_id=doc_id if doc_id.startswith(ADDED) else f"{ADDED}{doc_id}"))
    return found


def _read(suffix: str, data: bytes) -> list[Document | Reject]:
    with TemporaryDirectory(prefix="claimtrack-") as folder:
        file = Path(folder) / f"{UPLOAD}{suffix}"
        file.write_bytes(data)
        return list(read_all([file]))
