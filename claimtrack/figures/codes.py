"""Digits that are no amount: scores, phone numbers, the numbering of a list, and codes."""

from __future__ import annotations

import re

from claimtrack.figures.names import counts_something
from claimtrack.figures.tallies import is_tally
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import word_before
from claimtrack.language.patterns import any_of

_DATA = load("excluded.toml")
_CALLS = frozenset(_DATA["code"]["call"])
_EMERGENCY = frozenset(_DATA["code"]["emergency"])
_SCORE = re.compile(
    rf"(?P<first>\d{{1,3}})[-–](?P<second>\d{{1,3}})(?![-–\d%]|\s?{any_of(_DATA['score']['counted'])}(?!\w))"
)
_SET_BEFORE, _SET_BEHIND = re.compile(r"\b\d-\d,\s\Z"), re.compile(r",\s\d-\d\b")  # "6-1, 3-6, 6-3"
_SCORED = re.compile(rf"(?i)\b{any_of(_DATA['score']['words'])}\b")
_PHONE = re.compile(
    r"\+\d{1,3}(?:[\s-]\(?\d{1,4}\)?){2,5}(?!\d)"
    r"|\+?\d{1,3}[-.\s]?\(?\d{3}\)?[-.\s]\d{3}[-.\s]?\d{4}|\(?\d{3}\)?[-.]\d{3}[-.]\d{4}|\b\d{3}-\d{4}\b|\+\d{1,3}[-\s]\d"
    r"|\(?\b0\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}\b"
)
_PHONE_SIGNS = frozenset("-.–()+0123456789")
_PHONE_REACH = 18  # characters on either side that belong to one phone number
_LIST_MARK = re.compile(r"[.)]\s")
_MODEL_BEFORE = re.compile(r"\w\s[A-Z]\w{1,14}\s\Z")  # "the Chrysler 300C", where C is no degree
_DASHES = ("-", "–")
_LONGEST_AMOUNT = 9  # digits without a comma


def code(text: str, start: int, end: int, measures: str | None) -> str | None:
    """ "list", "phone", "score" or "code" where the number text[start:end] is one. measures: what its unit measures."""
    if not (text[end - 1].isdigit() or text[start].isdigit()):
        return None
    if end - start <= 2 and _LIST_MARK.match(text, end) and _opens_line(text, start):
        return "list"
    before, behind = text[start - 1 : start], text[end : end + 1]
    if _is_phone(text, start, end):
        return "phone"
    if _is_version(text, start, end):
        return "code"
    if (behind in _DASHES or before in _DASHES) and _is_score(text, start, end):
        return None if is_tally(text, start, end) else "score"
    digits = text[start:end]
    if not digits.isdigit():
        return None
    if end - start > _LONGEST_AMOUNT or (digits[0] == "0" and end - start > 1 and behind != "."):
        return "code"
    if behind.isalpha() and (measures is None or _MODEL_BEFORE.search(text, max(0, start - 20), start)):
        return "code"
    if digits in _EMERGENCY and word_before(text, start) in _CALLS and not counts_something(text, end):
        return "code"
    return None


def _opens_line(text: str, start: int) -> bool:
    """Is there nothing but a bullet between the line's start and the number?"""
    before = text[max(0, start - 12) : start]
    line = before.rfind("\n") + 1
    return (line > 0 or start <= 12) and not before[line:].strip(" \t•*-(")


def _is_phone(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - 2) : start] + text[end : end + 2]
    if not any(sign in _PHONE_SIGNS for sign in near):
        return False
    first = max(0, start - _PHONE_REACH)
    return any(m.start() <= start and end <= m.end() for m in _PHONE.finditer(text, first, end + _PHONE_REACH))


def _is_version(text: str, start: int, end: int) -> bool:
    """ "1.2.3", "192.168.0.1": digits with a dot and a digit on."""
    behind, before = text[end : end + 2], text[max(0, start - 2) : start]
    return (behind[:1] == "." and behind[1:].isdigit()) or (before[1:] == "." and before[:1].isdigit())


def _is_score(text: str, start: int, end: int) -> bool:
    for match in _SCORE.finditer(text, max(0, start - 4), end + 4):
        if match.start() <= start and end <= match.end():
            first, second = int(match["first"]), int(match["second"])
            if _SET_BEFORE.search(text, max(0, match.start() - 8), match.start()) or _SET_BEHIND.match(
                text, match.end()
            ):
                return True
            return second <= first or (second < 12 and _SCORED.search(text, max(0, start - 50), end + 30) is not None)
    return False
