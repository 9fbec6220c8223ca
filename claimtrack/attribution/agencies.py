"""From which news agency a paper took its text: read from the dateline, the byline and the last line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimtrack.model import Document

OPENING, CLOSING = 400, 160  # characters in which a dateline stands, and a last line
PLACE_AND_DAY = r"(?:(?:[A-Z][\w’'-]*|\d{1,2})[.,]{0,2} ){0,8}"  # "GENEVA, Sept. 29 "


@dataclass(frozen=True, slots=True)
class _Forms:
    """name_of: every way of writing an agency → its name. The patterns find it in a place where it signs a text."""

    name_of: dict[str, str]
    dateline: re.Pattern[str]
    last: re.Pattern[str]
    byline: re.Pattern[str]
    line_of: dict[str, str]


def agency_of(document: Document) -> str | None:
    """The agency that signs the text, None where none does; one that is only cited or helped does not.

    >>> agency_of(Document(text="KABUL (AP) — A bomb killed 12 people on Monday.", doc_id="one"))
    'Associated Press'
    """
    forms = _forms()
    text = document.text
    found = forms.byline.search(document.author or "") or forms.dateline.search(text[:OPENING])
    if found is None:
        tail = text[-CLOSING:].rstrip()
        for words, name in forms.line_of.items():
            if tail.rpartition("\n")[2].startswith(words):
                return name
        found = forms.last.search(tail)
    return forms.name_of[found[1]] if found else None


@cache
def _forms() -> _Forms:
    data = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    name_of = {form: name for name, written in data["agencies"].items() for form in written}
    one = "|".join(re.escape(form) for form in sorted(name_of, key=len, reverse=True))
    return _Forms(
        name_of,
        dateline=re.compile(rf"(?m)^{PLACE_AND_DAY}\((?:By )?({one})(?: [^()\n]{{0,20}})?\)\s*[-–—:]"),
        last=re.compile(rf"(?:[-–—/(\[]\s?|\n)({one})[)\]/]?$"),
        byline=re.compile(rf"(?:^|[/|,(&]|\b(?:[Bb]y|of|for) )\s*({one})\s*(?:$|[/|,)&]|[Ss]taff\b|[Ww]riters?\b)"),
        line_of={words: name for name, written in data["lines"].items() for words in written},
    )
