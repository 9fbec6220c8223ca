"""Hedges: the words beside a number that bound it ("at least", "nearly", "or so"), from hedges.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.figures.vocabulary import any_of, load
from claimtrack.model import Qualifier, Span

_DATA = load("hedges.toml")
_WINDOW = 60  # characters before a number in which its hedge begins
_BEHIND_WINDOW = 24
_LONGEST_WORD = 24
_OPENING = "([“\"‘'"
_SIGNS = frozenset("<>=≥≤~≈")


def _qualifiers(table: dict[str, list[str]]) -> dict[str, Qualifier]:
    return {word: qualifier for qualifier, words in table.items() for word in words}  # type: ignore[misc]


_LARGE = frozenset(_DATA["large"]["at_least"])
_LEAST_LARGE: int = _DATA["large"]["least"]
_BEFORE: dict[str, Qualifier] = _qualifiers(_DATA["before"]) | dict.fromkeys(_LARGE, "at_least")
_AFTER = _qualifiers(_DATA["after"])
_DEGREE = frozenset(_DATA["degree"]["words"])
_THROUGH = frozenset(_DATA["through"]["words"])
_UNHEDGED = frozenset(_DATA["through"]["unhedged"])
_LASTING = frozenset(_DATA["during"]["unless_behind"])
_FIRM = frozenset(_DATA["through"]["firm"])


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in phrases)


_LAST_WORDS = _last_words((*_BEFORE, *_THROUGH, *_UNHEDGED))
_MOST_WORDS = max(len(phrase.split()) for phrase in (*_BEFORE, *_THROUGH, *_UNHEDGED))
_TOKEN = re.compile(r"[<>=≥≤~≈]{1,2}|[\w.’'-]+|[^\w\s]")
_BEHIND = re.compile(
    rf"\s{{0,2}}(?P<hedge>{any_of(_AFTER)})(?!\w|\s(?:than|of|[$£€]?\d))|,\s(?P<apart>{any_of(_AFTER)})(?=[.,;:)]|\Z)",
    re.IGNORECASE,
)
_BEHIND_FIRST = frozenset(c for phrase in _AFTER for c in (phrase.lstrip(" -")[0], phrase.lstrip(" -")[0].upper(), "-"))
_CHANGE = re.compile(rf"\b{any_of(_DATA['change']['words'])}\b", re.IGNORECASE)


def hedge_before(text: str, start: int, floor: int, value: float | None) -> tuple[Qualifier, Span] | None:
    """The hedge that ends right before `start`, not reaching back over `floor` (the end of the figure before).

    value: the number, for "passed" and the like bound only a large one.
    """
    words_before = text[max(floor, start - _LONGEST_WORD) : start].split()
    if not words_before:
        return None
    last = words_before[-1].lstrip(_OPENING).lower()
    if last not in _LAST_WORDS and last[-1:] not in _SIGNS:
        return None
    begin = max(floor, start - _WINDOW)
    tokens = list(_TOKEN.finditer(text, begin, start))
    hedge = _outermost([token[0].lower() for token in tokens])
    if hedge is None:
        return None
    words, first, end = hedge
    if words in _LARGE and (value is None or abs(value) < _LEAST_LARGE):
        return None
    return _BEFORE[words], Span(tokens[first].start(), tokens[end - 1].end())


def _outermost(words: list[str]) -> tuple[str, int, int] | None:
    """The hedge farthest back of those that end the words, one right before another or before a word of [through].

    Returns its entry and its first and last word (exclusive), degree words inside ("well over").
    """
    found: tuple[str, int, int] | None = None
    end, only_firm = len(words), False
    while phrase := _phrase_ending(words, end):
        first = end - len(phrase.split())
        if phrase in _UNHEDGED:
            if end < len(words):
                break
            only_firm = True
        elif phrase in _BEFORE:
            if only_firm and phrase not in _FIRM:
                break
            found = (phrase, _with_degree(words, first), end)
        elif only_firm:
            break
        end = first
    return found


def _phrase_ending(words: list[str], end: int) -> str | None:
    """The longest entry of the tables that the words before `end` end in."""
    for count in range(min(_MOST_WORDS, end), 0, -1):
        phrase = " ".join(words[end - count : end])
        if phrase in _BEFORE or phrase in _THROUGH or phrase in _UNHEDGED:
            return phrase
    return None


def _with_degree(words: list[str], first: int) -> int:
    """Where the words of degree before a hedge begin."""
    for count in (2, 1):
        if count <= first and " ".join(words[first - count : first]) in _DEGREE:
            return first - count
    return first


def is_during(text: str, hedge: Span) -> bool:
    """Does a hedge of a duration say when ("fired 211 shells over 29 minutes") and not how long at least?"""
    if text[hedge.start : hedge.end] != "over":
        return False
    words_before = text[max(0, hedge.start - _LONGEST_WORD) : hedge.start].split()
    return bool(words_before) and words_before[-1].lower() not in _LASTING


def hedge_after(text: str, *ends: int) -> tuple[Qualifier, Span] | None:
    """The hedge that begins right behind one of `ends` ("50 or more", "10 days or so")."""
    for end in ends:
        rest = text[end : end + 3].lstrip(" ,\n")
        if rest and rest[0] in _BEHIND_FIRST and (match := _BEHIND.match(text, end, end + _BEHIND_WINDOW)):
            group = match.lastgroup or "hedge"
            return _AFTER[_folded(match[group])], Span(match.start(group), match.end(group))
    return None


def _folded(words: str) -> str:
    """The entry of [after] for the words as written: " odd" has its space."""
    folded = " ".join(words.lower().split())
    return folded if folded in _AFTER else f" {folded}"


def speaks_of_change(text: str, start: int, end: int) -> bool:
    """Does text[start:end] say that a number moved ("rose", "cut")? Then "from 12 to 35" is two figures, no range."""
    return _CHANGE.search(text, start, end) is not None
