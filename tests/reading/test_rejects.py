"""What cannot be read is named, with a remedy, and never stops the rest."""

from __future__ import annotations

import json
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import pytest

from claimtrack.model import Document
from claimtrack.reading import ReadError, ReadOptions, Reject, read, read_all

TEXT = "At least 12 people died when the river rose overnight, the mayor of the town said."


@pytest.mark.parametrize(
    ("reject", "line"),
    [
        (Reject("a.jsonl", "no text", "line 3", "Give it one"), "a.jsonl, line 3: no text. Give it one."),
        (Reject("a.txt", "an empty file", None, "Remove it"), "a.txt: an empty file. Remove it."),
        (Reject("a.txt", "an empty file"), "a.txt: an empty file."),
    ],
)
def test_in_words(reject: Reject, line: str) -> None:
    assert str(reject) == line


@pytest.mark.parametrize(("content", "reason"), [("", "an empty file"), (" \n\t\u00a0\n", "only white space")])
def test_nothing_in_it(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(content)
    (reject,) = read_all([tmp_path / "a.txt"])
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.remedy


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    opened = Path.open

    def refusing(path: Path, mode: str) -> IO[Any]:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refusing)  # an administrator may read all files
    reject, document = read_all([tmp_path])
    assert isinstance(reject, Reject)
    assert "permission denied" in reject.reason
    assert isinstance(document, Document)


def test_the_same_document_twice(tmp_path: Path) -> None:
    lines = [
        {"doc_id": "a", "text": TEXT},
        {"doc_id": "a", "text": f"{TEXT} Updated."},  # a second version
        {"doc_id": "b", "text": TEXT},  # a near-copy elsewhere
        {"doc_id": "a", "text": TEXT},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    *documents, reject = read_all([tmp_path])
    assert [type(item) for item in documents] == [Document] * 3
    assert isinstance(reject, Reject)
    assert (reject.place, reject.reason) == ("line 4", "the same document twice (doc_id a)")


def test_read_warns_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.warns(UserWarning, match=r"gone\.txt: no such file or folder\. Check") as caught:
        (document,) = read(tmp_path / "a.txt", tmp_path / "gone.txt")
    assert document.doc_id == "a.txt"
    assert caught[0].filename == __file__


def test_read_without_trouble_is_silent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read(tmp_path)


def test_nothing_could_be_read(tmp_path: Path) -> None:
    paths = [tmp_path / f"gone{number}.txt" for number in range(8)]
    with pytest.raises(ReadError, match=r"gone0\.txt: no such file") as raised:
        read(*paths)
    assert isinstance(raised.value, ValueError)
    assert len(raised.value.rejects) == 8
    assert str(raised.value).endswith("... and 3 more.")


def test_no_path_at_all() -> None:
    with pytest.raises(ReadError, match="no path given"):
        read()


@pytest.mark.parametrize(
    ("own", "given", "published"),
    [
        ("Published: 2023-02-07\n\n", datetime(2020, 1, 1, tzinfo=UTC), datetime(2023, 2, 7, tzinfo=UTC)),
        ("", datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)),
        ("", datetime(2020, 1, 1), datetime(2020, 1, 1, tzinfo=UTC)),  # noqa: DTZ001 -- a naive one is UTC
        ("", None, None),
    ],
)
def test_published_of_documents_without_a_date(
    tmp_path: Path, own: str, given: datetime | None, published: datetime | None
) -> None:
    (tmp_path / "a.txt").write_text(own + TEXT)
    (document,) = read_all([tmp_path], ReadOptions(published=given))
    assert isinstance(document, Document)
    assert document.published == published
    assert read(tmp_path, published=given) == [document]
