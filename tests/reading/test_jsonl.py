"""JSON Lines: a document a line, and each bad line named."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimtrack.model import Document
from claimtrack.reading import Reject, read, read_all, stream

TEXT = "At least 12 people died when the river rose overnight, the mayor of the town said."


def read_lines(tmp_path: Path, *lines: str) -> list[Document | Reject]:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return list(read_all([file]))


def line(**fields: Any) -> str:
    return json.dumps({"text": TEXT} | fields)


def test_all_fields(tmp_path: Path) -> None:
    fields = {"doc_id": "a1", "title": "Flood", "url": "https://p.example/f", "publisher": "P", "author": "Jane Doe"}
    dates = {"published": "2023-02-07T10:00:00+01:00", "modified": "8 February 2023"}
    (document,) = read_lines(tmp_path, line(**fields, **dates, language="en-GB", section="World"))
    assert document == Document(
        text=TEXT,
        published=datetime(2023, 2, 7, 9, tzinfo=UTC),
        modified=datetime(2023, 2, 8, tzinfo=UTC),
        language="en",
        **fields,
    )


@pytest.mark.parametrize(
    ("fields", "doc_id", "why"),
    [
        ({"doc_id": "x", "url": "https://p.example/f"}, "x", "the one given"),
        ({"doc_id": 17}, "17", "a number is as good"),
        ({"url": "https://p.example/f"}, "https://p.example/f", "the address"),
        ({}, "articles.jsonl#2", "the file and the line"),
        ({"doc_id": "", "url": None}, "articles.jsonl#2", "empty ones count as missing"),
    ],
)
def test_doc_id(tmp_path: Path, fields: dict[str, Any], doc_id: str, why: str) -> None:
    (document,) = read_lines(tmp_path, "", line(**fields))  # a blank line is counted
    assert isinstance(document, Document)
    assert document.doc_id == doc_id, why


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = f" {TEXT}\r\n\r\n{TEXT}\u2028\t"
    (document,) = read_lines(tmp_path, line(text=text))
    assert isinstance(document, Document)
    assert document.text == text


def test_half_a_surrogate_pair_can_be_stored(tmp_path: Path) -> None:
    (document,) = read_lines(tmp_path, f'{{"text": "{TEXT} \\ud83d", "title": "\\udc00x"}}')
    assert isinstance(document, Document)
    assert (document.text, document.title) == (f"{TEXT} \ufffd", "\ufffdx")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"text": "cut', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ('"only a string"', "a string, not an object"),
        ("17", "a number, not an object"),
        ("null", "null, not an object"),
        ('["a"]', "a list, not an object"),
        ('{"title": "Flood"}', 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": "  \\n "}', "only white space"),
        ('{"text": ["a", "b"]}', '"text" is a list'),
        (line(doc_id=True), '"doc_id" is true or false'),
        (line(title={"en": "Flood"}), '"title" is an object'),
        (line(published=1675764000), '"published" is a number'),
        (line(published="last week"), '"published" is no date ("last week")'),
        (line(modified="07/02/2023"), '"modified" is no date'),
        (line(language="de"), "not English (language: de, as the document says)"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path, bad: str, reason: str) -> None:
    first, reject, last = read_lines(tmp_path, line(doc_id="a"), bad, line(doc_id="b"))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(reject, Reject)
    assert reject.place == "line 2"
    assert reject.path.endswith("articles.jsonl")
    assert reason in reject.reason
    assert reject.remedy


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (json.dumps([{"text": TEXT}] * 3), "a JSON list"),
        (json.dumps({"text": TEXT, "title": "Flood"}, indent=2), "JSON spread over several lines"),
        ("\n\n  \n", "only blank lines"),
        ("\x00\x01\x02" * 50, "binary data"),
    ],
)
def test_a_file_that_is_no_json_lines_is_one_reject(tmp_path: Path, content: str, reason: str) -> None:
    (reject,) = read_lines(tmp_path, content)
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.place is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes("\r\n".join([line(doc_id="a", title="é"), line(doc_id="b")]).encode(encoding))
    assert [document.doc_id for document in read(file)] == ["a", "b"]


@pytest.mark.parametrize("size", [1, 7, 64])
def test_lines_across_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(stream, "CHUNK", size)
    found = read_lines(tmp_path, line(doc_id="a"), "{", "", line(doc_id="b"), "")
    assert [item.doc_id if isinstance(item, Document) else item.place for item in found] == ["a", "line 2", "b"]


def test_a_file_is_read_as_it_is_asked_for() -> None:
    pieces = iter([f"{line(doc_id=str(number))}\n".encode() for number in range(3)])
    split = stream.lines(pieces)
    next(split)
    assert len(list(pieces)) == 2


def test_size_is_limited_by_line_not_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "CHUNK", 64)
    monkeypatch.setattr(stream, "LARGEST", 500)
    found = read_lines(tmp_path, *(line(doc_id=str(number)) for number in range(20)), line(text=TEXT * 20))
    assert sum(isinstance(item, Document) for item in found) == 20
    assert isinstance(found[-1], Reject)
    assert "a line of more than" in found[-1].reason
