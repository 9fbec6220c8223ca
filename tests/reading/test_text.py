"""Plain text: kept as it is, and what its first lines say."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimtrack.reading import parse_date, read
from claimtrack.reading.text import read_header

BODY = "The river rose overnight and at least 12 people died, the mayor of the town said."
FEB_7 = datetime(2023, 2, 7, tzinfo=UTC)
SEP_29 = datetime(2016, 9, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        f"  {BODY}  \n\n",  # outer space stays
        f"{BODY}\r\n\r\n{BODY}\r\n",  # Windows newlines
        f"{BODY}\r{BODY}",  # old Mac newlines
        f"{BODY}\u2028{BODY}\u00a0\t",  # separators that str.splitlines would take for newlines
        f"{BODY} e\u0301 \u00e9",  # no normalisation of accents
    ],
)
def test_text_is_kept_exactly(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(written.encode())
    (document,) = read(file)
    assert document.text == written
    assert document.doc_id == "a.txt"


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        (f"Flood kills 12\n\n{BODY}", "Flood kills 12", "a blank line follows"),
        (f"\n\n  Flood kills 12  \r\n\r\n{BODY}", "Flood kills 12", "space around it is not part of it"),
        (f"Flood kills 12\nBy Jane Doe\n{BODY}", "Flood kills 12", "a byline follows"),
        (f"Flood kills 12\nPublished: 2023-02-07\n{BODY}", "Flood kills 12", "a date line follows"),
        (f"2023-02-07\nFlood kills 12\n\n{BODY}", "Flood kills 12", "a date before it"),
        (f"# Flood kills 12\n\n{BODY}", "Flood kills 12", "a Markdown heading"),
        (f"Did 12 people die?\n\n{BODY}", "Did 12 people die?", "a question mark is no full stop"),
        (f"Storm hits the U.S.\n\n{BODY}", "Storm hits the U.S.", "an abbreviation's stop"),
        (f"Title: Flood kills 12\nBy Jane Doe\n{BODY}", "Flood kills 12", "said to be the title"),
        (f"Flood kills 12\n{BODY}", None, "text follows at once: a wrapped line"),
        (f"Flood kills 12.\n\n{BODY}", None, "a sentence"),
        (f"“Flood kills 12.”\n\n{BODY}", None, "a sentence in quotation marks"),
        (f"{'Flood ' * 40}\n\n{BODY}", None, "too long"),
        ("An estimated 35 doctors are left", None, "the only line is the text"),
        ("An estimated 35 doctors are left\n\n", None, "nothing but blank lines follows"),
        (f"---\n\n{BODY}", None, "a rule has no letters"),
    ],
)
def test_title(text: str, title: str | None, why: str) -> None:
    assert read_header(text).title == title, why


@pytest.mark.parametrize(
    ("line", "author", "why"),
    [
        ("By Jane Doe", "Jane Doe", "the usual form"),
        ("by\u00a0Jane Mary Doe –", "Jane Mary Doe", "no-break space, and a dash at the end"),
        ("BY JANE DOE", "JANE DOE", "capitals"),
        ("By: Jane Doe", "Jane Doe", "a colon"),
        ("By Jane Doe and John van der Roe", "Jane Doe and John van der Roe", "two, and small words in a name"),
        ("By Jane Doe, The Daily Paper", "Jane Doe, The Daily Paper", "her paper is part of the line"),
        ("By Jane Doe | 7 February 2023", "Jane Doe", "a date after it"),
        ("Author: jane", "jane", "said to be the author"),
        ("By Monday", None, "a day is no author"),
        ("By the time help came, it was over", None, "a sentence"),
        ("By Jane Doe was written a book.", None, "a sentence with capitals"),
        ("Bystanders Help", None, "a longer word"),
    ],
)
def test_byline(line: str, author: str | None, why: str) -> None:
    assert read_header(f"Flood kills 12\n\n{line}\n\n{BODY}").author == author, why


@pytest.mark.parametrize(
    ("line", "published", "why"),
    [
        ("Published: 2023-02-07", FEB_7, "ISO"),
        ("PUBLISHED ON 7 February 2023", FEB_7, "no colon, capitals"),
        ("Date: Feb. 7, 2023", FEB_7, "another label"),
        ("Published: 2023-02-07T14:30:00+01:00", FEB_7.replace(hour=13, minute=30), "to UTC"),
        ("Tuesday, 7 February 2023", FEB_7, "alone on its line"),
        ("By Jane Doe – 7 February 2023", FEB_7, "after the byline"),
        ("Updated: 7 February 2023", FEB_7, "nothing better is known"),
        ("Published: 7 February 2023 | Updated: 9 February 2023", FEB_7, "the first edition counts"),
        ("Published: yesterday", None, "no date"),
        ("The dam broke on 7 February 2023", None, "a date among other words"),
        ("Published: 07/02/2023", None, "two different days"),
    ],
)
def test_published(line: str, published: datetime | None, why: str) -> None:
    (header,) = [read_header(f"Flood kills 12\n\n{line}\n\n{BODY}")]
    assert (header.published or header.modified) == published, why


def test_updated_is_the_modified_date_too(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Flood\n\nUpdated: 2023-02-07\n\n{BODY}")
    (document,) = read(file)
    assert (document.published, document.modified) == (FEB_7, FEB_7)


def test_the_sixth_line_never_counts() -> None:
    lines = ["Flood kills 12", *[BODY] * 4, "Published: 2023-02-07", "By Jane Doe"]
    header = read_header("\n\n".join(lines))
    assert (header.published, header.author) == (None, None)
    assert read_header("\n\n".join([*lines[:4], *lines[5:]])).published == FEB_7  # the fifth does


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2016-09-29", SEP_29),
        ("20160929", SEP_29),
        ("2016/09/29", SEP_29),
        ("29 September 2016", SEP_29),
        ("29th of September, 2016", SEP_29),
        ("29-Sep-2016", SEP_29),
        ("Sept. 29, 2016", SEP_29),
        ("Thursday, September 29, 2016", SEP_29),
        ("2016-09-29 14:05", SEP_29.replace(hour=14, minute=5)),
        ("2016-09-29T14:05:00Z", SEP_29.replace(hour=14, minute=5)),
        ("Thu, 29 Sep 2016 14:05:00 GMT", SEP_29.replace(hour=14, minute=5)),
        ("Thu, 29 Sep 2016 16:05:00 +0200", SEP_29.replace(hour=14, minute=5)),
        ("Sept. 29, 2016 at 10:05 a.m. EDT", SEP_29.replace(hour=14, minute=5)),
        ("10 PM, Sept 28, 2016 (EDT)", None),  # a zone apart from its time
        ("12 p.m. 29 September 2016", SEP_29.replace(hour=12)),
        ("29 September 2016, 10:05 XYZ", SEP_29),  # a zone we do not know: the day
        ("29 September 2016, 25:61", SEP_29),  # no such time: the day
        ("September 2016", None),
        ("2016", None),
        ("30 February 2016", None),
        ("2016-02-30", None),
        ("29/09/2016", None),
        ("on 29 September 2016 he left", None),
        ("0001-01-01T00:00:00", None),  # an empty date of some programs
        ("", None),
    ],
)
def test_parse_date(written: str, moment: datetime | None) -> None:
    assert parse_date(written) == moment
