"""Hedges: the words beside a number that bound it ("at least", "nearly", "or so"), from hedges.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from claimtrack.model import Qualifier, Span

_DATA = tomllib.loads(files(__package__).joinpath("hedges.toml").read_text("utf-8"))
_WINDOW = 60  # characters before a number in which its hedge ends


def _any(words: object) -> str:
    return "|".join(sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


def _by_words(table: dict[str, list[str]]) -> dict[str, Qualifier]:
    return {word.strip(): qualifier for qualifier, words in table.items() for word in words}  # type: ignore[misc]


_LARGE: list[str] = _DATA["large"]["at_least"]
_LEAST_LARGE: int = _DATA["large"]["least"]
_BEFORE = _by_words(_DATA["before"] | {"at_least": [*_DATA["before"]["at_least"], *_LARGE]})
_AFTER = _by_words(_DATA["after"])
_UNHEDGED: list[str] = _DATA["through"]["unhedged"]
_THROUGH = [w for w in _DATA["through"]["words"] if w not in _UNHEDGED]
_HEDGE = rf"(?<![\w-])(?:{_any(w for w in _BEFORE if w[0].isalpha())})(?![\w])|{_any(w for w in _BEFORE if not w[0].isalpha())}"
_LOOSE = re.compile(rf"(?P<hedge>{_HEDGE})(?:\s+(?:{_any(_THROUGH)}|{_HEDGE}))*\s*$")
_FIRM = re.compile(rf"(?<![\w-])(?P<hedge>{_any(_DATA['through']['firm'])})\s+(?:{_any(_UNHEDGED)})\s*$")
_LAST_WORDS = frozenset(w.split()[-1] for w in [*_BEFORE, *_THROUGH, *_UNHEDGED])
_LAST = re.compile(r"(?:[^\s\w]+|[\w.]+)\s*$")
_BEHIND = re.compile(rf"\s*,?\s*(?P<hedge>{_any(_AFTER)})(?!\w)", re.IGNORECASE)
_BEHIND_FIRST = frozenset(w.lstrip("-").split()[0][0] for w in _AFTER) | set("+-")
_CHANGE = re.compile(rf"\b(?:{_any(_DATA['change']['words'])})\b", re.IGNORECASE)


def hedge_before(text: str, start: int, floor: int, value: float | None) -> tuple[Qualifier, Span] | None:
    """The hedge that ends right before `start`, not reaching back over `floor` (the end of the figure before).

    value: the number, for "passed" and the like bound only a large one.
    """
    begin = max(floor, start - _WINDOW)
    window = text[begin:start].lower()
    last = _LAST.search(window)
    if last is None or last[0].strip() not in _LAST_WORDS:
        return None
    match = _LOOSE.search(window) or _FIRM.search(window)
    if match is None:
        return None
    words = re.sub(r"\s+", " ", match["hedge"].strip())
    if words in _LARGE and (value is None or abs(value) < _LEAST_LARGE):
        return None
    return _BEFORE[words], Span(begin + match.start("hedge"), begin + match.end("hedge"))


def hedge_after(text: str, *ends: int) -> tuple[Qualifier, Span] | None:
    """The hedge that begins right behind one of `ends` ("50 or more", "10 days or so")."""
    for end in ends:
        rest = text[end : end + 2].lstrip(" ,")
        if rest and rest[0].lower() in _BEHIND_FIRST and (match := _BEHIND.match(text, end, end + 24)):
            return _AFTER[match["hedge"].lower().strip()], Span(match.start("hedge"), match.end("hedge"))
    return None


def speaks_of_change(text: str, start: int, end: int) -> bool:
    """Does text[start:end] say that a number moved ("rose", "cut")? Then "from 12 to 35" is two figures, no range."""
    return _CHANGE.search(text, start, end) is not None
