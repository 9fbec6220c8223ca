"""The word "one" as a pronoun ("that one", "one of them"), which is no number at all."""

from __future__ import annotations

import re

from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import word_before, word_behind
from claimtrack.language.patterns import any_of
from claimtrack.language.people import is_person

_ONE = load("excluded.toml")["one"]
_ALWAYS_AFTER = frozenset(_ONE["always_after"])
_AFTER_WORDS = frozenset(_ONE["after_words"])
_BEHIND = re.compile(
    rf"(?i)(?:\s\d[\d,.]*+(?![-–])|['’]s|-{any_of(_ONE['joined'])}\b|\s{any_of(_ONE['before_words'])}\b|\s?[.,;:?!)”\"]|\Z)"
)
_COUNTED_BEFORE = re.compile(rf"(?i)\b{any_of(_ONE['counted_before'])}\s\Z")
_CLAUSE = re.compile(rf"(?i)\b{any_of(_ONE['clause_after'])}\sthat\s\Z")
_COUNTED_BEHIND = re.compile(
    rf"(?i)\s(?:(?:{any_of(_ONE['counted_auxiliaries'])}\s)?{any_of(_ONE['counted_states'])}\b"
    rf"|{any_of(_ONE['counted_verbs'])}\b)"
)


def is_pronoun_one(text: str, start: int, end: int) -> bool:
    """Is this "one" a pronoun and no number ("one protester", "killing one", "one was killed")?"""
    before = word_before(text, start)
    if before in _ALWAYS_AFTER:
        return True
    if _COUNTED_BEHIND.match(text, end):
        return False
    if before in _AFTER_WORDS:
        clause = before == "that" and _CLAUSE.search(text, max(0, start - 20), start)
        return not (clause and is_person(word_behind(text, end)))  # "found that one child was ill"
    return _BEHIND.match(text, end) is not None and not _COUNTED_BEFORE.search(text, max(0, start - 14), start)
