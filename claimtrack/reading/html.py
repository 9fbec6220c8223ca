"""A web page → a Document: its main text without menus and comments, and what its metadata says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from claimtrack.model import Document
from claimtrack.reading.dates import parse_date
from claimtrack.reading.encoding import decode
from claimtrack.reading.rejects import UnreadableError
from claimtrack.reading.stream import Entry, whole
from claimtrack.reading.text import read_header

LARGEST_PAGE = 20_000_000  # characters; beyond, embedded pictures and programs are cut out before parsing
SHORTEST_ARTICLE = 100  # characters; below, trafilatura falls back on all the page's text, without paragraphs
NO_TEXT = ("no article text in the HTML", "Save the page once it shows its text, or save the text itself as .txt")
_CHARSET = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_BALLAST = re.compile(
    r"<(script|style|svg)\b(?![^>]*ld\+json).*?</\1\s*>|data:[\w/+.-]+;base64,[\w+/=\s]+", re.DOTALL | re.IGNORECASE
)
_TABLE_RULE = re.compile(r"[|\s:-]*")
_META_DATES = {
    "published": ("article:published_time", "og:article:published_time", "datepublished", "pubdate", "date"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "lastmod"),
}
_JSON_LD_DATES = {
    "published": re.compile(r'"datePublished"\s*:\s*"([^"]+)"'),
    "modified": re.compile(r'"dateModified"\s*:\s*"([^"]+)"'),
}


def documents(chunks: Iterable[bytes], doc_id: str, url: str | None = None) -> Iterator[Entry]:
    """The one Document of a page, called by its canonical URL where it has one, else doc_id.

    url: where the page was fetched. Raises UnreadableError where there is no text in it.
    """
    data = whole(chunks)
    charset = _CHARSET.search(data[:4096])
    yield Entry(None, document(decode(data, charset[1].decode("ascii") if charset else None), doc_id, url))


def document(html: str, doc_id: str, url: str | None = None) -> Document:
    tree, page = _extracted(html, url)
    text = _paragraphs(page.text or "")
    if not any(map(str.isalnum, text)):
        raise UnreadableError(*NO_TEXT)
    header = read_header(text)
    address = _canonical(tree, page.url) or url
    publisher = _publisher(page)
    modified = _moment(tree, "modified")
    published = _moment(tree, "published") or parse_date(page.date or "") or header.published
    return Document(
        text=text,
        doc_id=address or doc_id,
        title=_without_site(page.title, publisher),
        publisher=publisher,
        author=page.author or header.author,
        url=address,
        published=published,
        modified=modified,
    )


def _extracted(html: str, url: str | None) -> tuple[Any, Any]:
    """The parsed page, and trafilatura's Document of it. Raises UnreadableError where either is nothing."""
    from trafilatura import bare_extraction, load_html

    if len(html) > LARGEST_PAGE:
        html = _BALLAST.sub("", html)
        if len(html) > LARGEST_PAGE:
            raise UnreadableError("an HTML page of more than 20 MB", "Save its text as .txt")
    try:
        tree = load_html(html)
        if tree is None:  # a fragment without <html>
            tree = load_html(f"<html><body>{html}</body></html>")
        page = bare_extraction(
            tree,
            url=url,
            config=_settings(),
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # whatever a broken page sets off in the parsers
        raise UnreadableError(f"broken HTML ({type(error).__name__})", "Save its text as .txt") from error
    if page is None:
        raise UnreadableError(*NO_TEXT)
    return tree, page


@cache
def _settings() -> Any:
    from trafilatura.settings import use_config

    settings = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(SHORTEST_ARTICLE)
    return settings


def _paragraphs(extracted: str) -> str:
    """One line a paragraph → a blank line between paragraphs; the rows of a table ("| a | b |") stay together."""
    text, in_table = "", False
    for line in map(str.rstrip, extracted.split("\n")):
        if not line or (in_table and _TABLE_RULE.fullmatch(line)):
            continue
        is_row = line.startswith("|")
        text += ("" if not text else "\n" if in_table and is_row else "\n\n") + line
        in_table = is_row
    return text


def _canonical(tree: Any, found: str | None) -> str | None:
    """The page's own address; that of a site's front page, which careless pages give, is none."""
    links = tree.xpath('//link[@rel="canonical"]/@href')
    for address in (*map(str, links[:1]), found or ""):
        parts = urlsplit(address.strip())
        if parts.scheme in {"http", "https"} and (parts.path.strip("/") or parts.query):
            return address.strip()
    return None


def _moment(tree: Any, which: str) -> datetime | None:
    """The date that the page's metadata gives for `published` or `modified`: meta tags, then JSON-LD."""
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("itemprop") or tag.get("name") or ""
        tags.setdefault(name.lower(), tag.get("content"))
    written = [tags[name] for name in _META_DATES[which] if name in tags]
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        written += _JSON_LD_DATES[which].findall(str(script))
    return next(filter(None, map(parse_date, written)), None)


def _publisher(page: Any) -> str | None:
    """The site's name; a link that stands in its place (a Facebook page) is none."""
    name: str | None = page.sitename
    return page.hostname if name and "://" in name else name


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """ "Flood kills 12 - The Paper" → "Flood kills 12"."""
    if title and publisher:
        return re.sub(rf"\s+[-–—|]\s+{re.escape(publisher)}$", "", title, flags=re.IGNORECASE) or title
    return title
