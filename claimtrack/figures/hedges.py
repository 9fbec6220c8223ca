"""Hedges: the words beside a number that bound it ("at least", "nearly", "or so"), from hedges.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.figures.vocabulary import load
from claimtrack.language.letters import in_small_letters
from claimtrack.language.neighbours import first_words, small_word_before, word_behind
from claimtrack.language.patterns import any_of
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
_WITH_OVER = frozenset(_DATA["phrasal"]["over"])
_ADJACENT = frozenset(_DATA["large"]["adjacent"])
_LEAST_LARGE: int = _DATA["large"]["least"]
_BEFORE: dict[str, Qualifier] = _qualifiers(_DATA["before"]) | dict.fromkeys(_LARGE, "at_least")
_AFTER = _qualifiers(_DATA["after"])
_DEGREE = frozenset(_DATA["degree"]["words"])
_NOT_OVER_ARTICLE = frozenset(_DATA["through"]["not_over_article"])
_THROUGH = frozenset(_DATA["through"]["words"])
_UNHEDGED = frozenset(_DATA["through"]["unhedged"])
_LASTING = frozenset(_DATA["during"]["unless_behind"])
_DEFINITE = frozenset(_DATA["through"]["definite"])
_UNLESS_DEFINITE = frozenset(_DATA["through"]["unless_definite"])
_FIRM = frozenset(_DATA["through"]["firm"])


_PHRASES = frozenset((*_BEFORE, *_THROUGH, *_UNHEDGED))


def _longest_by_last_word(phrases: Iterable[str]) -> dict[str, int]:
    """How many words the longest phrase has that ends in a word."""
    longest: dict[str, int] = {}
    for words in map(str.split, phrases):
        longest[words[-1]] = max(len(words), longest.get(words[-1], 0))
    return longest


_LONGEST_ENDING = _longest_by_last_word(_PHRASES)
_ENDINGS = {
    last: tuple(phrase for phrase in _PHRASES if phrase.split()[-1] == last) for last in _LONGEST_ENDING
}  # last word → the phrases that end in it
_ONLY_THROUGH = frozenset(word for word, phrases in _ENDINGS.items() if phrases == (word,) and word not in _BEFORE)
_TOKEN = re.compile(r"[<>=≥≤~≈]{1,2}|[\w.’'-]+|[^\w\s]")
_BEHIND = re.compile(
    rf"\s{{0,2}}(?P<hedge>{any_of(_AFTER)})(?!\w|\s(?:than|of|[$£€]?\d))|,\s(?P<apart>{any_of(_AFTER)})(?=[.,;:)]|\Z)",
    re.IGNORECASE,
)
_BEHIND_FIRST = frozenset(c for phrase in _AFTER for c in (phrase.lstrip(" -")[0], phrase.lstrip(" -")[0].upper(), "-"))
_BEHIND_WORDS = first_words(_AFTER)
_CHANGE = re.compile(rf"\b{any_of(_DATA['change']['words'])}\b", re.IGNORECASE)


def hedge_before(text: str, start: int, floor: int, value: float | None) -> tuple[Qualifier, Span] | None:
    """The hedge that ends right before `start`, not reaching back over `floor` (the end of the figure before).

    value: the number, for "passed" and the like bound only a large one.
    """
    word = small_word_before(text, start)
    if word and word not in _ENDINGS:
        return None
    begin = max(floor, start - _WINDOW)
    window = in_small_letters(text[begin:start])
    if word and not (window.endswith(_ENDINGS[word], 0, -1) or "\n" in window or "  " in window):
        return None
    if not _may_end_hedge(window):
        return None
    tokens = _TOKEN.findall(window)
    hedge = _outermost(tokens)
    if hedge is None:
        return None
    words, first, end = hedge
    if words in _LARGE and (value is None or abs(value) < _LEAST_LARGE):
        return None
    if words in _ADJACENT and end < len(tokens):
        return None
    if words in _NOT_OVER_ARTICLE and end < len(tokens) and tokens[end] in ("a", "an"):
        return None  # "a fight over a $900 bill"
    spans = [token.span() for token in _TOKEN.finditer(window)]
    return _BEFORE[words], Span(begin + spans[first][0], begin + spans[end - 1][1])


def _may_end_hedge(window: str) -> bool:
    """Does the window, in small letters, end in the last word of a hedge, or in that and a word it reaches through?"""
    words = window.rsplit(None, 2)
    last = words[-1].lstrip(_OPENING) if words else ""
    if last in _ONLY_THROUGH:
        last = words[-2].lstrip(_OPENING) if len(words) > 1 else ""
    return last in _ENDINGS or (bool(last) and last[-1] in _SIGNS)


def _outermost(words: list[str]) -> tuple[str, int, int] | None:
    """The hedge farthest back of those that end the words, one right before another or before a word of [through].

    Returns its entry and its first and last word (exclusive), degree words inside ("well over").
    """
    found: tuple[str, int, int] | None = None
    end, only_firm, definite = len(words), False, False
    while phrase := _phrase_ending(words, end):
        first = end - len(phrase.split())
        if phrase in _UNHEDGED:
            if end < len(words):
                break
            only_firm, definite = True, phrase in _DEFINITE
        elif phrase in _BEFORE:
            if phrase == "over" and first and words[first - 1] in _WITH_OVER:
                break
            if (only_firm and phrase not in _FIRM) or (definite and phrase in _UNLESS_DEFINITE):
                break
            if found is None or _BEFORE[phrase] != "approximate" or _BEFORE[found[0]] == "approximate":
                found = (phrase, _with_degree(words, first), end)  # "what about more than 40": a bound stays one
        elif only_firm:
            break
        end = first
    return found


def _phrase_ending(words: list[str], end: int) -> str | None:
    """The longest entry of the tables that the words before `end` end in."""
    for count in range(min(_LONGEST_ENDING.get(words[end - 1], 0) if end else 0, end), 0, -1):
        phrase = " ".join(words[end - count : end]) if count > 1 else words[end - 1]
        if phrase in _PHRASES:
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


def hedge_after(text: str, end: int) -> tuple[Qualifier, Span] | None:
    """The hedge that begins right behind `end` ("50 or more", "10 days or so")."""
    if (word := word_behind(text, end)) and word not in _BEHIND_WORDS:
        return None
    rest = text[end : end + 3].lstrip(" ,\n")
    if not rest or rest[0] not in _BEHIND_FIRST:
        return None
    match = _BEHIND.match(text, end, end + _BEHIND_WINDOW)
    if match is None:
        return None
    group = match.lastgroup or "hedge"
    return _AFTER[_folded(match[group])], Span(match.start(group), match.end(group))


def _folded(words: str) -> str:
    """The entry of [after] for the words as written: " odd" has its space."""
    folded = " ".join(words.lower().split())
    return folded if folded in _AFTER else f" {folded}"


def speaks_of_change(text: str, start: int, end: int) -> bool:
    """Does text[start:end] say that a number moved ("rose", "cut")? Then "from 12 to 35" is two figures, no range."""
    return _CHANGE.search(text, start, end) is not None
