"""Plain text → a Document: the text as it is, and what its first lines say of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.model import Document
from claimtrack.reading.dates import parse_date
from claimtrack.reading.encoding import decode
from claimtrack.reading.stream import Entry, whole

TOP = 4_000  # characters in which the first lines are looked for
LONGEST_TITLE = 200
LONGEST_FACT = 150  # a byline or a date line
_NEWLINE = re.compile(r"\r\n|\r|\n")
_HEADING_MARK = re.compile(r"#{1,6}\s+")
_FULL_STOP = re.compile(r"""\.["'”’)\]]*$""")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$")
_BETWEEN_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]+(?:\s+|$)")
_BETWEEN_NAMES = re.compile(r"[\s,;/&]+")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines say; None where they say nothing."""

    title: str | None = None
    author: str | None = None
    published: datetime | None = None
    modified: datetime | None = None


class _Line(NamedTuple):
    words: str
    facts: dict[str, Any]
    blank_follows: bool


class _Reader(NamedTuple):
    fact: str
    pattern: re.Pattern[str]
    value: Callable[[str], Any]


def documents(chunks: Iterable[bytes], doc_id: str, url: str | None = None) -> Iterator[Entry]:
    """The one Document of a text file. Raises UnreadableError for what is no text."""
    text = decode(whole(chunks))
    header = read_header(text)
    yield Entry(
        None,
        Document(
            text=text,
            doc_id=doc_id,
            url=url,
            title=header.title,
            author=header.author,
            published=header.published or header.modified,
            modified=header.modified,
        ),
    )


def read_header(text: str) -> Header:
    """Title, byline and dates from the first five non-empty lines.

    The title is the first line that is no byline or date, if it is short, has no closing full stop, and a blank
    line, a byline or a date follows. A date counts where it is labelled ("Published: 2023-02-07") or stands alone.
    """
    lines = _top_lines(text)
    facts: dict[str, Any] = {}
    for line in lines:
        for fact, value in line.facts.items():
            facts.setdefault(fact, value)
    return Header(
        title=facts.get("title") or _title(lines),
        author=facts.get("author"),
        published=facts.get("published") or facts.get("day"),
        modified=facts.get("modified"),
    )


def _top_lines(text: str) -> list[_Line]:
    lines = [line.strip() for line in _NEWLINE.split(text[:TOP])]
    filled = [at for at, line in enumerate(lines) if line]
    following = [*filled[1:], 0]  # after the last line nothing follows, so that it is no title
    return [
        _Line(lines[at], _facts(lines[at]), after > at + 1)
        for at, after in zip(filled[: _words()["lines"]], following, strict=False)
    ]


def _title(lines: list[_Line]) -> str | None:
    for at, line in enumerate(lines):
        if line.facts:
            continue
        followed = line.blank_follows or (at + 1 < len(lines) and bool(lines[at + 1].facts))
        title = _HEADING_MARK.sub("", line.words, count=1)
        closed = _FULL_STOP.search(title) and not _ABBREVIATION.search(title)
        named = any(map(str.isalpha, title)) and len(title) <= LONGEST_TITLE
        return title if followed and named and not closed else None
    return None


def _facts(line: str) -> dict[str, Any]:
    """What a line near the top says: title, author, published, modified, or a `day` that stands alone.

    "By Jane Doe | Reuters | 29 September 2016" says two things; a line that begins with neither says nothing.
    """
    if len(line) > LONGEST_FACT:
        return {}
    if whole_line := _fact(line):
        return dict([whole_line])
    parts = [part for part in _BETWEEN_PARTS.split(line) if part]
    if not parts or not _fact(parts[0]):
        return {}
    return dict(filter(None, map(_fact, reversed(parts))))


def _fact(part: str) -> tuple[str, Any] | None:
    if day := parse_date(part):
        return "day", day
    for reader in _readers():
        if (found := reader.pattern.fullmatch(part)) and (value := reader.value(found["value"])):
            return reader.fact, value
    return None


def _names(words: str) -> str | None:
    """The words if they can be the names of a byline: capitalised, no sentence."""
    byline = _words()["byline"]
    first, *others = _BETWEEN_NAMES.split(words.strip(" ,"))
    if not first[:1].isupper() or first.lower() in byline["never_first"] or re.search(r"\w{4}\.$", words):
        return None
    capitalised = all(other[:1].isupper() or other in byline["small_words"] for other in others)
    return words.strip(" ,") if capitalised else None


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("header.toml").read_text(encoding="utf-8"))


@cache
def _readers() -> tuple[_Reader, ...]:
    words = _words()

    def after(labels: list[str], separator: str) -> re.Pattern[str]:
        longest_first = "|".join(sorted(labels, key=len, reverse=True))
        return re.compile(rf"(?:{longest_first}){separator}(?P<value>\S.*)", re.IGNORECASE)

    return (
        *(_Reader(fact, after(labels, r"(?:\s*:\s*|\s+)"), parse_date) for fact, labels in words["labels"].items()),
        *(_Reader(fact, after(labels, r"\s*:\s*"), str) for fact, labels in words["colon_labels"].items()),
        _Reader("author", after(words["byline"]["starts"], r"(?:\s*:\s*|\s+)"), _names),
    )
