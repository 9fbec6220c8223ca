"""Files and texts from a browser: their names are never paths, and what cannot be used says why."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dashboard.adding.incoming import Pasted, PasteError, file_name, pasted_name, read_files, read_pasted
from claimtrack.dashboard.extraction import add_articles
from claimtrack.export import read_claims
from claimtrack.model import Document
from claimtrack.reading import Reject

TEXT = "At least 40 people were killed in Derna on Monday, the Red Crescent said. About 300 houses fell."
HTML = f"<html><head><title>Flood</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
CANONICAL = HTML.replace("</head>", '<link rel="canonical" href="https://paper.example/flood"></head>')

# as the browser gives it | what it is called
NAMES = [
    ("flood.txt", "flood.txt"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\me\\flood.txt", "flood.txt"),
    ("/etc/", "etc"),
    ("..", "article"),
    ("", "article"),
    ("a\x00b\ntxt.\u202egpj", "abtxt.gpj"),
    ("  many   spaces.txt ", "many spaces.txt"),
    ("=cmd|'<b>x.txt", "=cmd|'<b>x.txt"),
    ("x" * 500, "x" * 120),
]


@pytest.mark.parametrize(("given_name", "name"), NAMES)
def test_a_name_is_no_path(given_name: str, name: str) -> None:
    assert file_name(given_name) == name


@given(st.text())
def test_whatever_a_file_is_called_it_has_a_name(given_name: str) -> None:
    name = file_name(given_name)
    assert 0 < len(name) <= 120
    assert "/" not in name
    assert "\n" not in name
    name.encode("utf-8")


# name, bytes | doc_ids | words of the rejects | why
FILES = [
    ([("flood.txt", TEXT)], ["added/flood.txt"], [], "a text"),
    ([("flood.html", HTML)], ["added/flood.html"], [], "a page"),
    ([("flood.html", CANONICAL)], ["added/https://paper.example/flood"], [], "a page that says its address"),
    ([("notes.md", f"# Flood\n\n{TEXT}")], ["added/notes.md"], [], "Markdown"),
    ([("a.jsonl", json.dumps({"doc_id": "x", "text": TEXT}))], ["added/x"], [], "the given doc_id"),
    ([("a.jsonl", json.dumps({"text": TEXT}))], ["added/a.jsonl#1"], [], "a line's number"),
    ([("a.jsonl", '{"text": 1}\n' + json.dumps({"text": TEXT}))], ["added/a.jsonl#2"], ["a.jsonl: \"text\" is a number"],
     "a bad line stops no other"),
    ([("a.jsonl", json.dumps({"doc_id": "added/x", "text": TEXT}))], ["added/x"], [], "one that was exported"),
    ([("../up.txt", TEXT)], ["added/up.txt"], [], "a path that climbs"),
    ([("noextension", TEXT)], ["added/noextension"], [], "no extension"),
    ([("picture.txt", "\x00\x01\x02\x03" * 99)], [], ["picture.txt: binary"], "no text"),
    ([("empty.txt", "")], [], ["empty.txt: an empty file"], "nothing in it"),
    ([("a.txt", TEXT), ("a.txt", f"{TEXT} Rain fell.")], ["added/a.txt", "added/a.txt"], [], "two versions"),
    ([("a.txt", TEXT), ("a.txt", TEXT)], ["added/a.txt"], ["a.txt: the same text twice"], "twice the same"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "doc_ids", "rejects", "why"), FILES, ids=[why for *_, why in FILES])
def test_files_become_documents(files: list[tuple[str, str]], doc_ids: list[str], rejects: list[str], why: str) -> None:
    found = read_files([(name, text.encode()) for name, text in files])
    assert [item.doc_id for item in found if isinstance(item, Document)] == doc_ids, why
    told = [f"{item.path}: {item.reason}" for item in found if isinstance(item, Reject)]
    assert len(told) == len(rejects), told
    assert all(said.startswith(start) for said, start in zip(told, rejects, strict=True)), told


def test_no_reject_names_a_folder_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    [reject] = read_files([("x.txt", b"\x00\x01")])
    assert isinstance(reject, Reject)
    assert str(tmp_path) not in f"{reject}"
    assert list(tmp_path.iterdir()) == []  # nothing stays behind


def test_a_pasted_text_is_what_the_form_says() -> None:
    document = read_pasted(Pasted(TEXT, "Flood", "The Courier", "2023-09-15", "https://paper.example/a"))
    assert isinstance(document, Document)
    assert (document.text, document.title, document.publisher) == (TEXT, "Flood", "The Courier")
    assert f"{document.published:%Y-%m-%d}" == "2023-09-15"
    assert (document.doc_id, document.url) == ("added/https://paper.example/a", "https://paper.example/a")


def test_what_the_form_does_not_say_the_first_lines_may() -> None:
    document = read_pasted(Pasted(f"Dams burst above Derna\nPublished: 2023-09-15\n\n{TEXT}"))
    assert isinstance(document, Document)
    assert document.title == "Dams burst above Derna"
    assert f"{document.published:%Y-%m-%d}" == "2023-09-15"
    assert document.doc_id == "added/Dams burst above Derna"


# pasted | what it is called | why
PASTED = [
    (Pasted(TEXT, "Flood", "Courier", "2023-09-15"), "Flood, Courier, 2023-09-15", "what is known of it"),
    (Pasted(TEXT, "and/or"), "and-or", "no folder"),
    (Pasted("Rain fell."), "Rain fell", "its first words"),
    (Pasted("\u202e\x00", ""), "article", "nothing that is printed"),
]


@pytest.mark.parametrize(("pasted", "name", "why"), PASTED, ids=[why for *_, why in PASTED])
def test_a_pasted_text_has_a_name(pasted: Pasted, name: str, why: str) -> None:
    assert pasted_name(pasted) == name, why


WRONG = [
    (Pasted(" \n "), "There is no text yet"),
    (Pasted(TEXT, published="someday"), "“someday” is no date"),
    (Pasted(TEXT, url="javascript:alert(1)"), "http:// or https://"),
    (Pasted(TEXT, url="https://"), "http:// or https://"),
]


@pytest.mark.parametrize(("pasted", "words"), WRONG, ids=[words for _, words in WRONG])
def test_what_cannot_be_meant_is_told(pasted: Pasted, words: str) -> None:
    with pytest.raises(PasteError, match=words):
        read_pasted(pasted)


def test_a_pasted_text_in_another_language_says_why_it_is_left_out() -> None:
    french = "Les autorités ont annoncé mardi que quarante personnes étaient mortes dans les inondations. " * 4
    reject = read_pasted(Pasted(french))
    assert isinstance(reject, Reject)
    assert (reject.path, reject.place) == ("The pasted text", None)
    assert "not English" in reject.reason


def test_two_who_add_at_once_lose_nothing(claims_file: Path) -> None:
    pasted = [Pasted(f"At least {number} people were killed in Homs.", f"Report {number}") for number in range(20, 28)]
    before = read_claims(claims_file)

    def add(text: Pasted) -> int:
        return add_articles(claims_file, [read_pasted(text)], lambda *_: None).claims

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(add, pasted)) == [1] * len(pasted)
    after = read_claims(claims_file)
    assert set(after["surface"]) == {*before["surface"], *map(str, range(20, 28))}
    assert len(after) == len(before) + len(pasted)
