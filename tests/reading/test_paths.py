"""What a path names, in which order, and how its documents are called."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from claimtrack.model import Document
from claimtrack.reading import Reject, read, read_all

TEXT = "At least 12 people died when the river rose overnight, the mayor of the town said"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bit of everything, beside which we stand."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.txt",
        "README.md",
        "notes.log",
        "rejects.jsonl",
        ".hidden.txt",
        ".git/c.txt",
        "old/a.txt",
        "old/page.HTM",
        "old/deep/d.txt",
    ):
        file = tmp_path / "articles" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><body><p>{TEXT}: {name}.</p></body></html>" if "page" in name else f"{TEXT}: {name}.")
    return tmp_path / "articles"


def ids(*paths: str | Path) -> list[str]:
    return [item.doc_id if isinstance(item, Document) else f"! {item.reason}" for item in read_all(paths)]


FOLDER = ["articles/a.txt", "b.txt", "old/a.txt", "page.HTM", "d.txt"]


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("paths", "doc_ids", "why"),
    [
        (["articles"], FOLDER, "sorted, a folder's files first; hidden, .md, .log and our own rejects left out"),
        (["articles/"], FOLDER, "with a slash"),
        (["articles", "articles/a.txt", "articles/*.txt"], FOLDER, "a file named twice comes once"),
        (["articles/b.txt", "articles/a.txt"], ["b.txt", "a.txt"], "in the order given"),
        (["articles/README.md"], ["README.md"], "Markdown by its name"),
        (["articles/notes.log"], ["notes.log"], "any file by its name"),
        (["articles/.hidden.txt"], [".hidden.txt"], "a hidden one by its name"),
        (["articles/.git"], ["c.txt"], "a hidden folder by its name"),
        (["articles/*.txt"], ["a.txt", "b.txt"], "a glob"),
        (["articles/**/*.txt"], ["articles/a.txt", "b.txt", "old/a.txt", "d.txt"], "at any depth"),
        (["articles/*"], ["a.txt", "b.txt"], "a star takes files of the known kinds"),
        (["articles/*.md"], ["README.md"], "or of the kind it spells"),
        (["articles/?.txt"], ["a.txt", "b.txt"], "a question mark"),
        (["articles/*.csv"], ["! no file matches"], "nothing there"),
        (["articles/READ*"], ["! it matches no .txt, .html, .htm or .jsonl file"], "only others there"),
        (["articles/gone.txt", "articles/b.txt"], ["! no such file or folder", "b.txt"], "one does not stop another"),
        (["articles/b.txt/x"], ["! no such file or folder"], "a file is no folder"),
        ([""], ["! an empty path"], "not the folder we stand in"),
    ],
)
def test_paths(paths: list[str], doc_ids: list[str], why: str) -> None:
    assert ids(*paths) == doc_ids, why


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(articles: Path) -> None:
    (articles / "a[1].txt").write_text(TEXT)
    assert ids(articles / "a[1].txt") == ["a[1].txt"]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT)
    (reject,) = read_all([tmp_path])
    assert isinstance(reject, Reject)
    assert reject.reason == "no .txt, .html, .htm or .jsonl file in the folder"


def test_links(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert ids(tmp_path) == ["a.txt", "! no such file or folder"]


def test_pipes_in_a_folder_are_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT)
    assert ids(tmp_path) == ["a.txt"]


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text(TEXT)
    assert ids("~/a.txt") == ["a.txt"]


def test_as_many_parents_as_needed(tmp_path: Path) -> None:
    for name in ("x/news/a.txt", "y/news/a.txt", "y/old/a.txt", "y/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert ids(tmp_path) == ["x/news/a.txt", "b.txt", "y/news/a.txt", "old/a.txt"]


def test_lines_of_two_files_of_one_name(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_text(json.dumps({"text": TEXT}))
    assert ids(tmp_path) == ["x/a.jsonl#1", "y/a.jsonl#1"]


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        file.write_text(TEXT)
    except OSError:
        pytest.skip("the file system refuses such names")
    assert ids(file) == ["caf\ufffd.txt"]


def test_reading_is_lazy(articles: Path) -> None:
    found = read_all([articles / "a.txt", articles / "b.txt"])
    next(found)
    (articles / "b.txt").unlink()
    (reject,) = found
    assert isinstance(reject, Reject)


@pytest.mark.parametrize(
    ("content", "doc_id", "why"),
    [
        (f"{TEXT}.", "stdin", "text"),
        (f"<!DOCTYPE html><html><body><p>{TEXT}.</p></body></html>", "stdin", "HTML"),
        (f"\n  <p>{TEXT}.</p>", "stdin", "a fragment of HTML"),
        (json.dumps({"text": f"{TEXT}."}), "stdin#1", "JSON Lines"),
        (json.dumps({"text": f"{TEXT}.", "doc_id": "a"}) + "\n", "a", "JSON Lines with an id"),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, doc_id: str, why: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (document,) = read("-")
    assert (document.doc_id, document.text) == (doc_id, f"{TEXT}."), why


@pytest.mark.parametrize("start", ["<3 people>", "{sic} ", "[Updated] "])
def test_text_that_begins_like_something_else(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{start}{TEXT}.".encode())))
    assert read("-")[0].text == f"{start}{TEXT}."


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (reject,) = read_all(["-"])
    assert isinstance(reject, Reject)
    assert (reject.path, reject.reason) == ("-", "an empty file")


@pytest.fixture
def memory() -> Iterator[None]:
    filesystem = fsspec.filesystem("memory")
    for name in ("a.txt", "old/a.txt", "old/.x.txt", "old/.y/z.txt", "notes.md"):
        filesystem.pipe(f"/news/{name}", f"{TEXT}: {name}.".encode())
    filesystem.pipe("/lines/b.jsonl", b"\n".join(json.dumps({"text": f"{TEXT} {n}"}).encode() for n in range(2)))
    yield
    filesystem.rm("/news", recursive=True)
    filesystem.rm("/lines", recursive=True)


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize(
    ("url", "doc_ids", "why"),
    [
        ("memory://news/a.txt", ["a.txt"], "a file"),
        ("memory://news", ["news/a.txt", "old/a.txt"], "a folder, without hidden ones"),
        ("memory://news/*.txt", ["a.txt"], "a glob"),
        ("memory://news/*.md", ["notes.md"], "a glob that spells its kind"),
        ("memory://lines/b.jsonl", ["b.jsonl#1", "b.jsonl#2"], "JSON Lines"),
        ("memory://news/gone.txt", ["! no such file or folder"], "missing"),
        ("memory://news/*.csv", ["! no file matches"], "nothing matches"),
    ],
)
def test_urls(url: str, doc_ids: list[str], why: str) -> None:
    assert ids(url) == doc_ids, why


def test_file_urls(articles: Path) -> None:
    assert ids((articles / "old").as_uri()) == ["a.txt", "d.txt", "page.HTM"]


def test_an_unknown_protocol_is_a_reject() -> None:
    (reject,) = read_all(["nosuch://a/b.txt"])
    assert isinstance(reject, Reject)
    assert "nosuch" in reject.reason


def test_a_web_page_is_called_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://paper.example/news/?id=5"
    pages = {url: f"<html><body><p>{TEXT}.</p></body></html>", "https://paper.example/a.txt": TEXT}
    monkeypatch.setattr(fsspec, "open", lambda url, _: io.BytesIO(pages[url].encode()))
    assert [(document.doc_id, document.url) for document in read(*pages)] == [(page, page) for page in pages]
