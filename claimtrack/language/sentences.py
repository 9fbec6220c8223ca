"""Paragraphs and sentences as spans into the text; nothing is copied or changed."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from itertools import pairwise

from claimtrack.model import Span

_DATA = tomllib.loads(files(__package__).joinpath("abbreviations.toml").read_text("utf-8"))
_TITLES, _OTHERS, _STARTERS = (frozenset(_DATA[name]) for name in ("titles", "others", "starters"))

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_END = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…].)[.!?…]*)['\"”’»)\]]*(?P<gap>\s+)(?=[\"“‘'«(\[`—–-]*\s?(?P<next>[\w$£€@#]))"
)
_LAST_WORD = re.compile(r"[\w.&’'-]+$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_NEXT_WORD = re.compile(r"[\"“‘'«(\[`—–-]*\s?([\w’']+)")
_LONGEST_ABBREVIATION = 20  # characters
_CLOSED = frozenset('.!?:;”"’)…»')


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, trimmed of white space. A blank line parts them, and so does a single line break, unless the
    text is wrapped: there a line that ends amid a sentence goes on in the next."""
    lines = [m for m in _LINE.finditer(text) if m[0].strip()]
    wrapped = _is_wrapped(text, lines)
    spans: list[Span] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        start, end = _trimmed(text, line.start(), line.end())
        if previous and spans and _adjacent(text, previous, line) and _goes_on(previous, line, wrapped):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _adjacent(text: str, line: re.Match[str], following: re.Match[str]) -> bool:
    gap = text[line.end() : following.start()].replace("\r\n", "\n")
    return len(gap) == 1 and gap != "\u2029"


def _is_wrapped(text: str, lines: list[re.Match[str]]) -> bool:
    """Is the text broken into lines of one width, most of them amid a sentence?"""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    amid = sum(a[0].rstrip()[-1] not in _CLOSED and len(a[0]) >= _NARROW for a, _ in pairs)
    return len(pairs) >= 3 and amid > len(pairs) / 2


_NARROW, _WIDE = 40, 130  # characters of a wrapped line


def _goes_on(line: re.Match[str], following: re.Match[str], wrapped: bool) -> bool:
    """Does a sentence go on over the line break? In lower case it does; in wrapped text whatever is not closed."""
    begins = following[0].lstrip()[0]
    if begins.islower() and line[0].rstrip()[-1] not in ".!?":
        return True
    return (
        wrapped
        and _NARROW <= len(line[0]) <= _WIDE
        and line[0].rstrip()[-1:] != ":"
        and not following[0].startswith(("\t", "   "))
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the white space between them."""
    spans: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match["next"].islower() or (match["mark"] == "." and _abbreviates(text, start, match)):
            continue
        spans.append(Span(start, match.start("gap")))
        start = match.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def _abbreviates(text: str, start: int, stop: re.Match[str]) -> bool:
    """Does the full stop belong to the word before it ("Gen.", "U.S.", "J.")?"""
    before = text[max(start, stop.start() - _LONGEST_ABBREVIATION) : stop.start()]
    if text[stop.end("mark") : stop.start("gap")] or not before or before[-1].isspace():
        return False
    word = before.split()[-1]
    if not word.isalpha():
        last = _LAST_WORD.search(word)
        if last is None:
            return False
        word = last[0]
    if word in _TITLES:
        return True
    if word not in _OTHERS and not (_INITIAL.fullmatch(word) and word != "I"):
        return False
    following = _NEXT_WORD.match(text, stop.end())
    return following is None or following[1] not in _STARTERS
