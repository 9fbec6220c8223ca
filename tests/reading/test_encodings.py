"""Bytes to text."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimtrack.model import Document
from claimtrack.reading import Reject, read, read_all, stream

NEWS = "The mayor said “about 40” people — most of them farmers — had left José’s village, at £30 a head.\n"
POLISH_NAMES = "The police said that 40 people of Łódź and Przemyśl were hurt, and that Józef Wałęsa had died.\n"


@pytest.mark.parametrize(
    ("data", "text", "why"),
    [
        (NEWS.encode(), NEWS, "UTF-8"),
        (NEWS.encode("utf-8-sig"), NEWS, "with a byte order mark, which is lost"),
        (b"\xff\xfe" + NEWS.encode("utf-16-le"), NEWS, "UTF-16 of Windows"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), NEWS, "the other UTF-16"),
        (b"\xff\xfe\0\0" + NEWS.encode("utf-32-le"), NEWS, "UTF-32, whose mark begins like that of UTF-16"),
        (NEWS.encode("windows-1252"), NEWS, "windows-1252"),
        ((NEWS * 30).encode("windows-1252"), NEWS * 30, "a longer one: the pound stays a pound"),
        (NEWS.encode("mac_roman"), NEWS, "old Macs"),
        ((NEWS * 4).replace("José", "Jose").encode() + b"caf\xe9", None, "UTF-8 with a broken byte"),
        (b"40 people left. " * 9_000 + NEWS.encode("windows-1252"), None, "far from the start"),
        (
            b"\x0cPage 1 \x1b[1mbold\x1b[0m, the 12 of them",
            "\x0cPage 1 \x1b[1mbold\x1b[0m, the 12 of them",
            "form feed",
        ),
    ],
)
def test_decoded(tmp_path: Path, data: bytes, text: str | None, why: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    (document,) = read(file)
    if text is None:
        assert document.text.endswith(("caf\ufffd", NEWS)), why
        assert "“about 40” people — most" in document.text
    else:
        assert document.text == text, why


def test_a_mark_in_the_middle_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff\ufeffThe end of the road".encode())
    assert read(tmp_path / "a.txt")[0].text == "\ufeffThe end of the road"


@pytest.mark.parametrize(
    ("data", "reason", "why"),
    [
        (b"The end\0of the road", "binary data", "a NUL byte"),
        (bytes(range(1, 9)) * 20 + b"The end of the road", "binary data", "many control characters"),
        (b"%PDF-1.7\n1 0 obj", "a PDF", "a PDF"),
        (b"PK\x03\x04word/document.xml", "office document", "a Word file"),
        (b"{\\rtf1 The end of the road}", "an RTF document", "RTF is text, but not the article's"),
        (gzip.compress(NEWS.encode()), "a gzip archive", "packed"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.bin"])
def test_binary_is_a_reject(tmp_path: Path, name: str, data: bytes, reason: str, why: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (reject,) = read_all([file])
    assert isinstance(reject, Reject), why
    assert reason in reject.reason
    assert reject.remedy


def test_a_large_file_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST", 1024 * 1024)
    (tmp_path / "a.txt").write_text(NEWS * 20_000)
    (tmp_path / "b.txt").write_text(NEWS)
    reject, document = read_all([tmp_path])
    assert isinstance(reject, Reject)
    assert reject.reason == "larger than 1 MB"
    assert isinstance(document, Document)
