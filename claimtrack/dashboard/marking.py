"""An article's text as HTML in which figures, cues and sources are marked, and nothing of the text is ever markup.

A mark is told apart by its shape and by a small word behind it, not by colour alone (`style.css`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

# characters that turn the direction of reading, and controls: shown, so that they cannot rearrange what is read
DIRECTIONS = {0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO"}
DIRECTIONS |= {0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI"}
SHOWN = {code: f"[{name}]" for code, name in DIRECTIONS.items()}
CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)
}
HARMLESS = str.maketrans({**SHOWN, **CONTROLS, 0x0D: " "})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark. name: what they are (figure, cue, source, …); focus: the one that the reader is at."""

    start: int
    end: int
    name: str
    focus: bool = False


def harmless(text: str) -> str:
    """The text without controls, and with the characters that turn the direction of reading made visible."""
    return text.encode("utf-8", "replace").decode("utf-8").translate(HARMLESS)


def marked_html(text: str, marks: Iterable[Mark], first: int = 0, last: int | None = None) -> str:
    """The part [first, last) of a text as HTML, with the marks that lie in it; where two overlap the earlier stays."""
    last = len(text) if last is None else last
    parts: list[str] = []
    at = first
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if at <= mark.start < mark.end <= last:
            parts += (plain_html(text[at : mark.start]), _marked(mark, text[mark.start : mark.end]))
            at = mark.end
    parts.append(plain_html(text[at:last]))
    return f'<div class="ct-text" dir="ltr">{"".join(parts)}</div>'


def _marked(mark: Mark, words: str) -> str:
    focus = ' id="ct-focus"' if mark.focus else ""
    name = escape(mark.name, quote=True)
    return f'<mark class="ct-mark ct-{name}"{focus} data-label="{name}">{plain_html(words)}</mark>'


def plain_html(text: str) -> str:
    """The text as HTML that shows it as it is and does nothing."""
    return escape(harmless(text), quote=True)
