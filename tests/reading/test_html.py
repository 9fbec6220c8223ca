"""Web pages: the article's text, and what the metadata says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimtrack.model import Document
from claimtrack.reading import Reject, html, read, read_all

FIRST = "At least 12 people died when the river rose overnight, the mayor of the town said on Tuesday."
SECOND = "Rescuers were looking for three more, and about 400 families have left their houses &amp; farms."


def page(head: str = "", body: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Flood kills 12</h1><p>{FIRST}</p><p>{SECOND}</p>{body}</article>"
        '<script>document.write("99 dead")</script><footer>Terms of use</footer></body></html>'
    )


def read_page(tmp_path: Path, source: str) -> Document:
    file = tmp_path / "page.html"
    file.write_text(source, encoding="utf-8")
    (document,) = read(file)
    return document


def test_main_text_in_paragraphs(tmp_path: Path) -> None:
    paragraphs = read_page(tmp_path, page()).text.split("\n\n")
    assert paragraphs == ["Flood kills 12", FIRST, SECOND.replace("&amp;", "&")]


def test_a_title_outside_the_article_stays_outside(tmp_path: Path) -> None:
    source = page('<meta property="og:title" content="Flood kills 12">').replace("<h1>Flood kills 12</h1>", "")
    document = read_page(tmp_path, source)
    assert document.title == "Flood kills 12"
    assert "Flood kills 12" not in document.text


def test_rows_of_a_table_stay_together(tmp_path: Path) -> None:
    table = "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Aby</td><td>7</td></tr></table>"
    assert "\n\n| Town | Dead |\n| Aby | 7 |" in read_page(tmp_path, page(body=table)).text


def test_comments_of_readers_are_left_out(tmp_path: Path) -> None:
    comments = '<div class="comments" id="comments"><p>I heard that 500 people died there, not 12.</p></div>'
    assert "500" not in read_page(tmp_path, page(body=comments)).text


METADATA = """
<title>Flood kills 12 - The Paper</title>
<meta property="og:title" content="Flood kills 12 - The Paper"><meta property="og:site_name" content="The Paper">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://paper.example/news/flood">
<meta property="article:published_time" content="2023-02-07T14:30:00+01:00">
<meta property="article:modified_time" content="2023-02-08T09:00:00Z">
"""


def test_metadata(tmp_path: Path) -> None:
    document = read_page(tmp_path, page(METADATA))
    assert document.title == "Flood kills 12"
    assert document.publisher == "The Paper"
    assert document.author == "Jane Doe"
    assert document.url == document.doc_id == "https://paper.example/news/flood"
    assert document.published == datetime(2023, 2, 7, 13, 30, tzinfo=UTC)
    assert document.modified == datetime(2023, 2, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "published", "why"),
    [
        ('<meta itemprop="datePublished" content="2023-02-07">', datetime(2023, 2, 7, tzinfo=UTC), "microdata"),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2023-02-07T10:00Z"}</script>',
            datetime(2023, 2, 7, 10, tzinfo=UTC),
            "JSON-LD keeps the time",
        ),
        (
            '<link rel="canonical" href="https://paper.example/2023/02/07/flood">',
            datetime(2023, 2, 7, tzinfo=UTC),
            "the day in the address",
        ),
        ("", None, "nothing says it: nothing is invented"),
    ],
)
def test_published(tmp_path: Path, head: str, published: datetime | None, why: str) -> None:
    assert read_page(tmp_path, page(head)).published == published, why


@pytest.mark.parametrize(
    ("head", "doc_id", "why"),
    [
        ("", "page.html", "no address: the file's name"),
        ('<link rel="canonical" href="https://paper.example/">', "page.html", "the front page is no article"),
        ('<meta property="og:url" content="https://paper.example/a">', "https://paper.example/a", "Open Graph"),
        (
            '<meta property="og:url" content="https://paper.example/">'
            '<link rel="canonical" href="https://paper.example/a">',
            "https://paper.example/a",
            "the better of two",
        ),
    ],
)
def test_address(tmp_path: Path, head: str, doc_id: str, why: str) -> None:
    assert read_page(tmp_path, page(head)).doc_id == doc_id, why


def test_an_address_on_facebook_is_no_publisher(tmp_path: Path) -> None:
    head = '<meta property="article:publisher" content="https://www.facebook.com/thepaper">'
    assert read_page(tmp_path, page(head)).publisher is None


def test_declared_charset(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    source = page(body="<p>It cost £30, José said, “no more” — and they had to pay it.</p>")
    file.write_bytes(source.replace("utf-8", "windows-1252").encode("windows-1252"))
    assert "£30, José said, “no more” —" in read(file)[0].text


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<html><body></body></html>", "nothing in it"),
        ("<html><body><script>document.write('12 people died')</script></body></html>", "programs do not run"),
        ("<", "broken at once"),
        ("<html", "cut off"),
    ],
)
def test_no_text_is_a_reject(tmp_path: Path, source: str, why: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(source)
    (reject,) = read_all([file])
    assert isinstance(reject, Reject), why
    assert reject.reason == "no article text in the HTML"
    assert reject.remedy


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (f"<p>{FIRST}</p>", "a fragment"),
        (f"<html><body>{'<div>' * 5_000}<p>{FIRST}{'</div>' * 5_000}", "nested very deep"),
        (f"<html><body><p>{FIRST}<p>{SECOND}<table><tr><td><b><i>", "never closed"),
        (f"\x01<html><body><p>{FIRST}</p>\x02</body></html>", "control characters"),
    ],
)
def test_broken_pages_are_read_or_rejected(tmp_path: Path, source: str, why: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(source)
    (item,) = read_all([file])
    assert FIRST in item.text if isinstance(item, Document) else item.remedy, why


def test_pictures_inside_a_page_do_not_count_as_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LARGEST_PAGE", 5_000)
    picture = f'<img src="data:image/png;base64,{"A" * 9_000}">'
    assert FIRST in read_page(tmp_path, page(body=picture)).text
    (tmp_path / "large.html").write_text(page(body=f"<p>{FIRST}</p>" * 90))
    (reject,) = read_all([tmp_path / "large.html"])
    assert isinstance(reject, Reject)
    assert "20 MB" in reject.reason


def test_the_parser_keeps_quiet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text("<html")
    list(read_all([tmp_path / "page.html"]))
    assert capfd.readouterr() == ("", "")
