"""Ages of persons and of age groups, which are no figures of a claim: "aged 12", "Ahmed, 45,", "the under-30s"."""

from __future__ import annotations

import re

from claimtrack.figures.vocabulary import load
from claimtrack.language.inflection import is_plural
from claimtrack.language.neighbours import first_words, word_before, word_behind
from claimtrack.language.patterns import any_of
from claimtrack.language.people import is_person

_AGE = load("excluded.toml")["age"]
_AFTER = re.compile(
    rf"(?i)[\s-]{{1,2}}(?:and\sa\shalf[\s-])?{any_of(_AGE['units'])}s?(?:[\s-]olds?|\sof\sage|\s(?:and|or)\s(?:older|younger))\b"
    r"|-somethings?\b|\s(?:and|or)\s(?:older|younger)\b"
)
_BEFORE = re.compile(
    rf"(?i)\b{any_of(_AGE['before'])}\s(?:{any_of(_AGE['hedges'])}\s){{0,2}}(?P<list>(?:\d{{1,3}},\s){{0,5}}(?:\d{{1,3}}(?:,?\s(?:to|and|or)\s|[-–]))?)\Z"
)
AGE_FOLLOWERS = first_words(_AGE["units"], "s") | {"something", "somethings", "and", "or"}
AGE_LINKS = frozenset(words.split()[-1] for words in (*_AGE["before"], *_AGE["hedges"], "to", "and", "or", "than"))
_BOUNDED_GROUP = re.compile(
    rf"(?i)\b{any_of(_AGE['groups'])}\s(?:aged?\s)?{any_of(_AGE['bounds'])}\s(?:the\sage\sof\s)?\Z"
)
_BIRTHDAY = re.compile(rf"(?i)\b{any_of(_AGE['birthdays'])}\s\Z")
_APPOSED = re.compile(rf"(?P<name>[\w.’'-]{{1,30}}),\s(?:{any_of(_AGE['degrees'])}\s)?\Z")
_APPOSED_END = re.compile(r"[,.;)]|\s*\Z|\sand\s[A-Z]")
_DECADE_OF_LIFE = re.compile(rf"(?i)\b{any_of(_AGE['decades_of_life'])}[\s-]?\Z")
_DEGREES = any_of(_AGE["degrees"])
_BARE_ENDS = re.compile(
    r"\Z|[.,;:!?)”\"](?!\w)|\s(?:and|but|when|while|after|before)\s|\sat\s(?:the\stime|his\sdeath|her\sdeath)\b"
)
_PERSON_IS = re.compile(
    rf"(?i)(?:\b(?:he|she|who|the\s{any_of(_AGE['persons'])}|when\s[\w’'-]{{1,20}})(?:\s(?:was|is|turns)|[’']s)|\byou(?:\sare|[’']re)|\bI(?:\sam|[’']m))"
    rf"\s(?:{_DEGREES}\s){{0,2}}\Z"
)
_PERSON_OF = re.compile(rf"(?i)\b{any_of(_AGE['persons'])}\sof\s(?:{_DEGREES}\s)?\Z")
_LIFE_EVENT = re.compile(
    rf"(?i)\b{any_of(_AGE['life_events'])}\s(?:{any_of(_AGE['life_times'])}\s){{0,2}}at\s(?:{_DEGREES}\s)?\Z"
)
_BEHIND_LIFE_EVENT = re.compile(rf"\s{any_of(_AGE['life_behind'])}\s(?!the\b|those\b|his\b|her\b|their\b)")
_AGE_RANGE = re.compile(r"(?i)\bin\sage\s(?:from\s)?(?:[\w-]{1,20}\s){0,4}(?:to|and)\s\Z")
_BARE_LEADS = frozenset(_AGE["bare_leads"]).union(words.split()[-1] for words in _AGE["degrees"])
_OLDEST = 115
_LAST_WORDS = frozenset(words.split()[-1] for words in (*_AGE["bounds"], *_AGE["birthdays"]))
AGE_LEADS = _LAST_WORDS.union(_AGE["before"], _AGE["decades_of_life"])
AGE_LOOK = 40
"""Characters before a number in which what makes it an age begins."""


def is_age(text: str, start: int, end: int) -> bool:
    """Is the number text[start:end] the age of a person or the bound of an age group?"""
    if word_behind(text, end) in AGE_FOLLOWERS and _AFTER.match(text, end):
        return True
    before = text[max(0, start - AGE_LOOK) : start]
    if before.endswith(", ") and _is_apposed(text, start, end, before):
        return True
    if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return _DECADE_OF_LIFE.search(before) is not None
    if before[-1:] == "-" and before.lower().endswith("under-"):
        return True
    lead = word_before(text, start)
    if lead in ("to", "and", "from") and _AGE_RANGE.search(before):
        return True  # "ranging in age from a toddler to 71"
    if (
        (lead in AGE_LINKS or lead[:1].isdigit())
        and (match := _BEFORE.search(before))
        and (text[start].isdigit() or not match["list"])
    ):
        return True
    if lead in _BARE_LEADS and _is_bare(text, start, end, before):
        return True
    return lead in _LAST_WORDS and bool(_BOUNDED_GROUP.search(before) or _BIRTHDAY.search(before))


def _is_apposed(text: str, start: int, end: int, before: str) -> bool:
    """ "Ahmed, 45, lost …", "a woman, 32, was …": a number of years between commas behind one person."""
    if not _is_of_life(text[start:end]) or not _APPOSED_END.match(text, end):
        return False
    match = _APPOSED.search(before)
    if match is None:
        return False
    word = match["name"]
    return word != word.lower() or (is_person(word) and not is_plural(word))


def _is_bare(text: str, start: int, end: int, before: str) -> bool:
    """ "He was 86.", "died at 84", "Ruiz, now 71, is": nothing counted stands behind the number."""
    if not _is_of_life(text[start:end]):
        return False
    if _LIFE_EVENT.search(before) and _BEHIND_LIFE_EVENT.match(text, end):
        return True
    if not _BARE_ENDS.match(text, end):
        return False
    if _PERSON_IS.search(before) or _LIFE_EVENT.search(before) or _PERSON_OF.search(before):
        return True
    return _APPOSED.search(before) is not None and text[end : end + 1] == "," and _is_apposed(text, start, end, before)


def _is_of_life(digits: str) -> bool:
    return len(digits) <= 3 and digits.isdigit() and 0 < int(digits) <= _OLDEST
