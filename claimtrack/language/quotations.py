"""Quotations as spans: from inside the opening mark to inside the closing one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from claimtrack.model import Span

_MARK = re.compile(  # one of the characters first, so that the search runs from one to the next
    r"[“”„«»\"`'‘’](?:(?<=[“”„«»\"])|(?<=`)`|(?<=')'|(?<=‘)(?<![\w.,!?…]‘)(?=\w)|(?<=[\w.,!?…]’)(?!\w))"
)
_OPENING = frozenset(("“", "„", "«", "``", "‘"))
_CLOSING = frozenset(("”", "»", "’"))
_PAIR = {"”": '“„"', "»": "«", "’": "‘"}


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The quotations in order. One that runs on over paragraphs (each begins with a mark, only the last is closed)
    gives a span for each. A mark without its partner ends with its paragraph and opens nothing beyond it, so that
    one stray mark cannot spoil the article."""
    spans: list[Span] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        runs_on = following is not None and _MARK.match(text, following.start) is not None
        spans.extend(_of_paragraph(text, paragraph, runs_on))
    return spans


def _of_paragraph(text: str, paragraph: Span, runs_on: bool) -> list[Span]:
    """runs_on: the next paragraph begins with a mark, so that one left open in this goes on there."""
    spans: list[Span] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match[0]
        if opened is None:
            if _may_open(text, match, paragraph):
                opened = mark, match.end()
        elif _closes(text, opened[0], match) and not _closes_inner(text, opened, match):
            spans.append(Span(opened[1], match.start()))
            opened = None
        elif mark in _OPENING and mark == opened[0]:
            opened = mark, match.end()  # the first was a stray one
    if opened and opened[0] != "‘":
        begins = opened[1] - paragraph.start < 3
        if begins or runs_on or _runs_long(text, opened[1], paragraph.end):
            spans.append(Span(opened[1], paragraph.end))
    return spans


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark[0] in _OPENING:
        return True
    if mark[0] in _CLOSING:
        return False
    before = text[mark.start() - 1 : mark.start()] if mark.start() > paragraph.start else ""
    after = text[mark.end() : mark.end() + 1]
    return (not before or before in " \t\n(\u00a0—–-[:") and after not in ("", " ", "\n")


def _closes(text: str, opening: str, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENING:
        return opening == mark[0] and _stands_behind(text, mark)
    if mark[0] in _CLOSING:
        return opening in _PAIR[mark[0]]
    if opening == "``":
        return mark[0] == "''"
    if opening != mark[0] and not (opening == "“" and mark[0] == '"'):
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return not before.isspace() or not after.isalnum()


def _closes_inner(text: str, opened: tuple[str, int], mark: re.Match[str]) -> bool:
    """Does a curly mark close a quotation within one that a straight mark opened ("He said: “We lost 40,” …")?"""
    return opened[0] == '"' and mark[0] == "”" and text.find("“", opened[1], mark.start()) >= 0


def _stands_behind(text: str, mark: re.Match[str]) -> bool:
    """Is an opening mark typed where a closing one belongs, behind a word and before none (“We lost 40.“)?"""
    after = text[mark.end() : mark.end() + 1]
    return not text[mark.start() - 1].isspace() and (not after or not (after.isalnum() or after == "“"))


def _runs_long(text: str, start: int, end: int) -> bool:
    """A mark left open is a quotation when a sentence follows it, not when it trails off ("a 6\\" pipe")."""
    return end - start > 60 and text[start : start + 1].isupper()
