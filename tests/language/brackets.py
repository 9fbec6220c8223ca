"""Sentences whose number stands in square brackets."""

from __future__ import annotations

import re


def bracketed(marked: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and where the words in them start and end."""
    match = re.search(r"\[(.*?)\]", marked)
    assert match
    return marked.replace("[", "").replace("]", ""), match.start(), match.end() - 2
