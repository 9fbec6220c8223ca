"""Numbers that are part of a name ("Article 5", "Flight 370", "F-16", "the S&P 500") or of an address."""

from __future__ import annotations

import re

from claimtrack.figures.vocabulary import load
from claimtrack.language.inflection import is_plural
from claimtrack.language.neighbours import word_before, word_behind
from claimtrack.language.patterns import any_of

_DATA = load("excluded.toml")
_NAME = _DATA["name"]
_UNLESS_COUNTED = frozenset(_NAME["unless_counted"])
_BETWEEN = frozenset(_NAME["between"])
_TIMES = frozenset(_NAME["times"])
_UNLESS_LED = frozenset(_NAME["unless_led"])
_JOINED = frozenset(_NAME["joined"])
_INDICES = frozenset(_DATA["index"]["names"])
_INDEX_VALUES = frozenset(_DATA["index"]["values"])
_STREET = re.compile(
    rf"\sblock\sof\s(?:\w{{1,20}}\s){{1,3}}?[A-Z]|\s(?:[A-Z][\w.]{{1,20}}\s){{1,3}}{any_of(_DATA['address']['streets'])}(?!\w)"
)
_LISTED = re.compile(rf"(?i)\b{any_of(_NAME['numbered'])}\s\d{{1,4}}[a-z]?(?:,\s\d{{1,4}})*,?\sand\s\Z")
_WEAPON = re.compile(rf"[\s-](?:[a-z]{{1,12}}\s){{0,2}}?{any_of(_NAME['weapons'])}\b", re.IGNORECASE)
_HAPPENS = re.compile(rf"\s{any_of(_NAME['unless_happening'])}\b")
_HYPHENS = ("-", "–")
_OPENING = "([“\"‘'"
_LOOK = 40  # characters before the number in which its words are looked for


def _by_last_word(phrases: list[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        last = phrase.split()[-1]
        table[last] = (*table.get(last, ()), phrase)
    return table


_NAMED_BEFORE = _by_last_word(_NAME["before"])
NAME_LEADS = frozenset(_NAMED_BEFORE) | _INDICES
"""Words before a number that may make it a name, in small letters."""


def name_or_address(text: str, start: int, end: int, measures: str | None) -> str | None:
    """ "name" or "address" where the number text[start:end] is part of one. measures: what its unit measures."""
    before = text[start - 1 : start]
    if before.isalnum() or before in ("#", "§") or text[start - 2 : start] == "§ ":
        return "name"
    if before == "+" and text[start - 2 : start - 1].isalnum():
        return "name"  # "the P5+1"
    if text[start - 4 : start] == "and " and _LISTED.search(text, max(0, start - _LOOK), start):
        return "name"  # "Articles 60 and 64"
    if before == "." and text[start - 3 : start - 1].lower() == "no" and text[start:end].isdigit():
        return "name"  # "No.1"
    if text[start] == "." and _WEAPON.match(text, end):
        return "name"
    if before in _HYPHENS and text[start - 2 : start - 1].isalnum() and _is_joined(text, start):
        return "name"
    if (measures is None or text[end : end + 1] == " ") and _is_named_before(text, start, end):
        return "name"  # but "a bid to top 300mph"
    if text[start].isalpha():
        return "name" if is_inside_name(text, start, end) else None
    if _is_index(text, start, end) or _follows_product(text, start, end) or _is_title(text, start, end):
        return "name"
    if measures is not None:
        return None
    if _is_model(text, start, end):
        return "name"
    may_be = text[end + 1 : end + 2].isupper() or word_behind(text, end) == "block"
    return "address" if may_be and _STREET.match(text, end) else None


def _is_joined(text: str, start: int) -> bool:
    """Letters and a hyphen before the number: "F-16", "COVID-19"; not "mid-40", "10-20"."""
    glued = text[max(0, start - _LOOK) : start - 1].split()[-1].lstrip(_OPENING)
    return glued.lower().rsplit("-", 1)[-1] not in _JOINED and (glued[-1].isalpha() or glued[:1].isupper())


def _is_named_before(text: str, start: int, end: int) -> bool:
    last = word_before(text, start)
    if last not in _NAMED_BEFORE:
        return False
    words = " ".join(text[max(0, start - _LOOK) : start].replace("-", " ").lower().split())
    if last not in _NAMED_BEFORE[last] and not words.endswith(_NAMED_BEFORE[last]):
        return False
    is_noun = text[start - 1 - len(last)].islower()
    if last in _UNLESS_COUNTED and (counts_something(text, end) or (is_noun and _HAPPENS.match(text, end))):
        return False
    led = words.split()
    return not (is_noun and last in _TIMES and len(led) > 1 and led[-2] in _UNLESS_LED)


_NEXT_WORD = re.compile(r"\s([A-Za-z][\w-]{0,30})")


def counts_something(text: str, end: int) -> bool:
    """Does a plural noun follow text[:end], with no preposition, verb or article before it ("45 heavily armed men")?"""
    for _ in range(4):
        match = _NEXT_WORD.match(text, end)
        if match is None or match[1] in _BETWEEN:
            return False
        if match[1][0].islower() and is_plural(match[1]):
            return True
        end = match.end()
    return False


def _is_index(text: str, start: int, end: int) -> bool:
    """ "the FTSE 100": the number is one that indices are named with, not the level of one."""
    if word_before(text, start) not in _INDICES:
        return False
    digits = text[start:end].replace(",", "")
    return len(digits) < 5 and digits.isdigit() and int(digits) in _INDEX_VALUES


_LED_NAME = re.compile(rf"\b(?i:{any_of(_NAME['led'])})\s(?:[A-Z][\w’'-]{{0,20}}\s){{1,3}}\Z|\bGroup\sof\s\Z")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_LONGEST_MODEL = 4  # digits
_MODELS = frozenset(map(str, _NAME["models"]))


def _is_model(text: str, start: int, end: int) -> bool:
    """ "the Porsche 911", "a 747": digits behind a name that an article leads, and nothing counted behind them."""
    if end - start > _LONGEST_MODEL or not text[start:end].isdigit():
        return False
    last = text.rfind(" ", max(0, start - _LOOK), start - 1) + 1
    if not text[last : last + 1].isupper() and text[last:start] != "of " and text[start:end] not in _MODELS:
        return False
    before = text[max(0, start - _LOOK) : start]
    if text[start:end] in _MODELS and before[-3:].lower().lstrip() in ("a ", "the ", "he "):
        return not counts_something(text, end)
    words = before.split()
    if not words or not (words[-1][0].isupper() or words[-1] == "of") or text[end : end + 1] in _HYPHENS:
        return False
    if words[-1].endswith(_POSSESSIVES) or _LED_NAME.search(before) is None:
        return False
    return not (counts_something(text, end) or _HAPPENS.match(text, end))


_FIRMS = frozenset(_NAME["firms"])


def is_firm(text: str, start: int, end: int) -> bool:
    """ "3M", where it counts nothing."""
    return text[start:end] in _FIRMS and not counts_something(text, end)


_TITLE_BEHIND = re.compile(rf"\s(?:[A-Z][a-z]{{1,15}}\s)?{any_of(_NAME['titles'])}\b")


def _is_title(text: str, start: int, end: int) -> bool:
    """ "60 Minutes", "12 Angry Men": capitalised like a name, in a line that is no headline."""
    if not text[end + 1 : end + 2].isupper() or not _TITLE_BEHIND.match(text, end):
        return False
    before = text[max(0, start - _LOOK) : start].rstrip(" “\"‘'(")
    return bool(before) and not _is_headline(text, start, end)


_PRODUCT = re.compile(r"\b(?:[a-z]{1,3}[A-Z][A-Za-z]{0,12})\s\Z")


def _follows_product(text: str, start: int, end: int) -> bool:
    """ "iOS 9", "macOS 14": a word that begins small and goes on with a capital."""
    words = text[max(0, start - 18) : start].split()
    if not words or words[-1].islower() or not words[-1][0].islower():
        return False
    return _PRODUCT.search(text, max(0, start - 18), start) is not None and not counts_something(text, end)


_LONG_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_GROUP_OF = "Group of"
_LAST_OF_LINE = re.compile(r"[\w’'-]{1,40}\Z")
_CAPITAL_BEHIND = re.compile(r"[\s-][A-Z]")
_LINE = 300  # characters of a line that are looked at on either side
_TITLE = 0.6  # share of capitalised words from which a line is a headline


def is_inside_name(text: str, start: int, end: int) -> bool:
    """A capitalised number word amid the sentence, with a capitalised neighbour, in a line that is no headline."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - _LOOK) : start].rstrip(" “\"‘'(")
    if not before or before[-1] in '.!?:;\n—–”"’':
        return False
    if before.endswith(_GROUP_OF):
        return True
    previous = _LAST_OF_LINE.search(before)
    if not _CAPITAL_BEHIND.match(text, end) and not (previous and previous[0][0].isupper()):
        return False
    return not _is_headline(text, start, end)


def _is_headline(text: str, start: int, end: int) -> bool:
    """Is most of the line around text[start:end] capitalised?"""
    first = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    last = text.find("\n", end, end + _LINE)
    words = _LONG_WORD.findall(text, first, last if last >= 0 else end + _LINE)
    return len([word for word in words if word[0].isupper()]) >= _TITLE * len(words)
