"""Which numbers of four digits are years: decided by the words around them (times.toml, [year])."""

from __future__ import annotations

import re

from claimtrack.language.time_patterns import LOOK, MONTH, SPACE, any_of
from claimtrack.language.time_words import MONTHS, SEASONS, WORDS, YEAR_WORDS

_NEXT_WORDS = re.compile(r"[\s-]{1,4}([A-Za-z][A-Za-z-]*)(?:\s{1,4}([A-Za-z]+))?")
_STRONG = frozenset(YEAR_WORDS["strong"])
_WEAK = frozenset(YEAR_WORDS["weak"])
_WITHIN = frozenset(YEAR_WORDS["within"])
_CHANGED = frozenset(YEAR_WORDS["changed"])
_AMOUNT = _CHANGED.union(YEAR_WORDS["amount"])
_DATED = frozenset(YEAR_WORDS["dated"])
_EVENTS = frozenset(YEAR_WORDS["events"])
_PLURAL_EVENTS = frozenset(YEAR_WORDS["plural_events"])
_YEAR_VERBS = frozenset(YEAR_WORDS["verbs"])
_COUNTED = frozenset(YEAR_WORDS["counted"])
_UNCOUNTED = frozenset(YEAR_WORDS["uncounted"])
_COMPARED = frozenset(YEAR_WORDS["compared"])
_DETERMINERS = frozenset(YEAR_WORDS["determiners"])
_YEAR_LEADS = frozenset(YEAR_WORDS["leads"])
_HEDGED_SINCE = re.compile(rf"(?i:\bsince{SPACE}{any_of(WORDS['lead_hedges'])}{SPACE})\Z")
_OPENING = frozenset(YEAR_WORDS["opening"])
_SENTENCE_ENDS = ("", ".", "!", "?", "”", '"')
_GLUED_BEFORE = frozenset("$€£¥₹#№.,:'’+_\\")
_NOT_AFTER_YEAR = re.compile(r"[\w%°$€£]|[.,:]\d|-[A-Za-z]")
_RANGE_BEFORE = re.compile(r"(?<![\w.,-])([12]\d{3})\s?[-–—/]\s?\Z")
_JOINTS = ("-", "–", "—", "/")
_RANGE_AFTER = re.compile(r"\s?[-–—/]\s?(\d{4}|\d\d)(?!\w|[.,]\d|[-/]\d)")
_SECOND_NUMBER = re.compile(rf"{SPACE}{any_of(YEAR_WORDS['joining'])}{SPACE}\d[\d,.]{{0,9}}(?<=\d)")
_YEARS_BEFORE = re.compile(
    rf"(?i:\b(?:in|of|since|between|from|during|until|years)){SPACE}"
    rf"(?:[12]\d{{3}},?{SPACE}(?:{any_of(YEAR_WORDS['joining'])}{SPACE})?){{1,4}}\Z"
)
_DATE_BEFORE = re.compile(rf"{MONTH}{SPACE}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?{SPACE}\Z")
_ENDS_NUMBER = frozenset(",.;:)—–")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits text[start:end] read as a year (1000 to 2100) in their surroundings.

    "in 2015", "March 2015", "the 2015 election", "(2015)", "2015-16" do; "2000 people", "$2015", "rose by 1500" do not.
    """
    number = text[start:end]
    if end - start != 4 or not (number.isascii() and number.isdigit()) or not "1000" <= number <= "2100":
        return False
    before, after = text[max(0, start - LOOK) : start], text[end : end + LOOK]
    last = before[-1:]
    if last in _GLUED_BEFORE or last.isalnum() or _NOT_AFTER_YEAR.match(after):
        return False
    value = int(number)
    if (range_end := _range_end(value, before, after)) is not None:
        return not counts_noun(value, after[range_end:])
    if last == "(":
        return after[:1] == ")"
    words = before.rstrip("-").split()
    words[-1:] = [word.lstrip("(“‘\"'") for word in words[-1:]]
    previous = words[-1] if words else ""
    if previous.lower() in _STRONG or _is_month(previous.rstrip(".,")) or _names_event(value, before, after):
        return True
    if _HEDGED_SINCE.search(before):
        return True
    if previous in _OPENING and _is_modern(value) and not (_is_round(value) and counts_noun(value, after)):
        return True
    if counts_noun(value, after) or _counts_to(value, previous, after):
        return False
    return _is_led(value, words, before) or _is_dated(value, words, after) or _is_subject(value, before, after)


def _range_end(value: int, before: str, after: str) -> int | None:
    """Where in `after` a range of years ends ("2011-2016", "2015-16"), of which the number is either end; else None."""
    joined = before.rstrip()[-1:] in _JOINTS
    if joined and (left := _RANGE_BEFORE.search(before)) and int(left[1]) < value and _is_modern(int(left[1])):
        return 0
    right = _RANGE_AFTER.match(after)
    if right is None or not _is_modern(value):
        return None
    other = int(right[1]) if len(right[1]) == 4 else value // 100 * 100 + int(right[1])
    return right.end() if value < other <= 2100 or (value % 100 == 99 and other % 100 == 0) else None


def _is_led(value: int, words: list[str], before: str) -> bool:
    """Whether the words before make a number a year that is followed by nothing counted."""
    if not words:
        return False
    previous, before_that = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    if not previous.isalpha() and _DATE_BEFORE.search(before):
        return True
    if previous in _DETERMINERS or previous.endswith(("'s", "’s")):
        return _is_modern(value) and not _is_round(value)  # "the 2014 war", "his 2009 arrest"
    if previous in _WITHIN:
        return True
    if not _is_modern(value):
        return False
    if previous in _WEAK:
        strict = previous != "from" or _is_round(value)
        return not (strict and before_that in _AMOUNT) and not (previous == "for" and _is_round(value))
    return f"{before_that} {previous}" in _COMPARED or bool(_YEARS_BEFORE.search(before))


def _is_dated(value: int, words: list[str], after: str) -> bool:
    """Whether the number is a year behind a word of amount: "population by 2050, …", "the goal of 2020, …"."""
    article, amount, preposition = ["", "", "", *(word.lower() for word in words)][-3:]
    if not 1900 <= value <= 2100:
        return False
    if preposition == "by":
        return after[:1] in _ENDS_NUMBER and amount not in _CHANGED
    if preposition != "of" or article != "the":
        return False
    return amount in SEASONS or (amount in _DATED and after[:1] in _ENDS_NUMBER and not _is_round(value))


def _is_subject(value: int, before: str, after: str) -> bool:
    """ "2014 was the worst year": the number opens its sentence and a verb of a year follows."""
    return (
        _is_modern(value)
        and before.rstrip(' \t\n“"')[-1:] in _SENTENCE_ENDS
        and (following := _NEXT_WORDS.match(after)) is not None
        and following[1] in _YEAR_VERBS
    )


def _names_event(value: int, before: str, after: str) -> bool:
    """ "the 2014 war", "the 2015 elections"."""
    following = _NEXT_WORDS.match(after)
    if following is None or not _is_modern(value):
        return False
    named = before.endswith(("the ", "The ", "'s ", "’s "))
    return (following[1] in _EVENTS and (named or not _is_round(value))) or (named and following[1] in _PLURAL_EVENTS)


def counts_noun(value: int, after: str) -> bool:
    """Whether a counted noun follows: "2000 people", and for a number that is no likely year "1500 small villages"."""
    following = _NEXT_WORDS.match(after)
    if following is None or after[:1] in _ENDS_NUMBER:
        return False
    likely_year = _is_modern(value) and not _is_round(value)
    first, second = following[1], following[2]
    if first.lower() in _COUNTED or (_is_plural(first) and not (likely_year and first[0].isupper())):
        return True
    if likely_year or second is None or first in _UNCOUNTED or first.endswith("ed"):
        return False
    return second in _COUNTED or _is_plural(second)


def _counts_to(value: int, previous: str, after: str) -> bool:
    """ "between 1500 and 2000 people": the noun after a second number is counted by both."""
    other = _SECOND_NUMBER.match(after) if previous.lower() in ("between", "from") else None
    return other is not None and counts_noun(value, after[other.end() :])


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "s'’" and word.lower() not in _UNCOUNTED


def _is_modern(value: int) -> bool:
    return 1800 <= value <= 2100


def _is_round(value: int) -> bool:
    return value % 100 == 0


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word.lower() in MONTHS


def stands_for_itself(text: str, start: int, previous: str) -> bool:
    """Whether a year stands for a time of its own ("in 2014 and 2015") and does not name a thing ("the 2014 war")."""
    if previous in _YEAR_LEADS:
        return True
    before = text[max(0, start - LOOK) : start]
    return bool(_HEDGED_SINCE.search(before) or _YEARS_BEFORE.search(before))
