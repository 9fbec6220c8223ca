"""Who is cited for the number that stands in square brackets."""

from __future__ import annotations

import re

from claimtrack.attribution import attributions_of
from claimtrack.language import lay_out
from claimtrack.model import Attribution, Figure


def asked(marked: str) -> tuple[Attribution, str]:
    """The attribution of the bracketed number, and the text without the brackets."""
    match = re.search(r"\[(.*?)\]", marked)
    assert match
    text = marked.replace("[", "").replace("]", "")
    figure = Figure(start=match.start(), end=match.end() - 2, value=None, low=None, high=None)
    return attributions_of(lay_out(text)).of(figure), text


def rows(table: str) -> list[list[str]]:
    """The cells of a table with a case a line, parted by bars; lines that begin with # are headings."""
    lines = (line.strip() for line in table.strip().splitlines())
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
