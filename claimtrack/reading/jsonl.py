"""JSON Lines → a Document a line; the file is never held in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from claimtrack.model import Document
from claimtrack.reading.dates import parse_date
from claimtrack.reading.encoding import byte_order_mark, decode, refuse_binary
from claimtrack.reading.language import declared_english
from claimtrack.reading.rejects import UnreadableError
from claimtrack.reading.stream import Entry, lines, whole

_SURROGATE = re.compile("[\ud800-\udfff]")
_JSON_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def documents(chunks: Iterable[bytes], doc_id: str, url: str | None = None) -> Iterator[Entry]:  # noqa: ARG001
    """Each line's Document, or what is wrong with the line; blank lines are passed by, but counted.

    A document without doc_id and url is called `doc_id#LINE`; the file's own url is not that of its documents.
    Raises UnreadableError for a file that is not JSON Lines at all.
    """
    some = False
    for number, line in enumerate(lines(_utf8(chunks)), 1):
        if not line.strip():
            continue
        if not some:
            _refuse_other_json(line)
        some = True
        try:
            outcome: Document | UnreadableError = document(decode(line), f"{doc_id}#{number}")
        except UnreadableError as error:
            outcome = error
        yield Entry(f"line {number}", outcome)
    if not some:
        raise UnreadableError("no text in it, only blank lines", "Write one JSON object a line")


def document(line: str, default_id: str) -> Document:
    """The Document of one JSON object. Raises UnreadableError where it has no text or a field of the wrong type."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not valid JSON ({error})", "Write one JSON object a line") from error
    if not isinstance(record, dict):
        raise UnreadableError(f"{_json_type(record)}, not an object", 'Write {"text": "..."} on each line')
    text = _string(record, "text")
    if text is None:
        raise UnreadableError('no "text"', "Give each document a text, or leave the line out")
    url = _string(record, "url")
    language = _string(record, "language")
    return Document(
        text=text,
        doc_id=_identifier(record) or url or default_id,
        title=_string(record, "title"),
        publisher=_string(record, "publisher"),
        author=_string(record, "author"),
        url=url,
        published=_moment(record, "published"),
        modified=_moment(record, "modified"),
        language=declared_english(language) if language else None,
    )


def _utf8(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes; UTF-16 and UTF-32, in which a line does not end with one byte, are turned into UTF-8."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    marked = byte_order_mark(first)
    if marked and marked[1] != "utf-8":
        return [decode(whole(chain([first], pieces))).encode()]
    refuse_binary(first)
    return chain([first], pieces)


def _refuse_other_json(line: bytes) -> None:
    first = line.removeprefix(b"\xef\xbb\xbf").strip()
    if first == b"{":
        raise UnreadableError("JSON spread over several lines", "Write one object a line: jq -c . FILE > NEW.jsonl")
    if first.startswith(b"["):
        raise UnreadableError("a JSON list", "Write one object a line: jq -c '.[]' FILE > NEW.jsonl")


def _string(record: dict[str, Any], field: str) -> str | None:
    """The field's string, None where it is missing, null or empty; half a surrogate pair becomes U+FFFD."""
    value = record.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UnreadableError(f'"{field}" is {_json_type(value)}, not a string', f'Write "{field}" as a string')
    return value if value.isascii() else _SURROGATE.sub("\ufffd", value)


def _identifier(record: dict[str, Any]) -> str | None:
    """The doc_id; a whole number is as good as a string."""
    value = record.get("doc_id")
    return str(value) if type(value) is int else _string(record, "doc_id")


def _moment(record: dict[str, Any], field: str) -> datetime | None:
    written = _string(record, field)
    if written is None:
        return None
    moment = parse_date(written)
    if moment is None:
        raise UnreadableError(f'"{field}" is no date ("{written[:40]}")', "Write it as 2023-02-07, or leave it out")
    return moment


def _json_type(value: object) -> str:
    return _JSON_TYPES.get(type(value), "a string" if isinstance(value, str) else "null")
