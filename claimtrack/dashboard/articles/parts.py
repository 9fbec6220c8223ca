"""A long text in parts that a browser shows at once, each cut where a paragraph ends."""

from __future__ import annotations

from collections.abc import Sequence

PART = 30_000  # characters of a part, about
SLACK = 6_000  # characters before the end of a part in which a good place to cut is looked for
CUTS = ("\n\n", "\n", ". ", " ")  # the best first

Part = tuple[int, int]


def text_parts(text: str, length: int = PART, slack: int = SLACK) -> list[Part]:
    """(start, end) of the parts, one behind the other, the whole text covered; one part where the text is empty."""
    parts: list[Part] = []
    start = 0
    while len(text) - start > length + slack:
        end = _cut(text, start + length - slack, start + length)
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def part_of(parts: Sequence[Part], position: int) -> int:
    """The number, from 0, of the part that a character stands in; the last one for a place behind the text."""
    for number, (_, end) in enumerate(parts):
        if position < end:
            return number
    return len(parts) - 1


def _cut(text: str, first: int, last: int) -> int:
    for cut in CUTS:
        at = text.rfind(cut, first, last)
        if at >= 0:
            return at + len(cut)
    return last
