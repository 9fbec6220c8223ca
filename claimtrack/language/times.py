"""The spans of time expressions ("since March", "three days ago") and the numbers that are points in time.

The words lie in times.toml. Every repetition in a pattern is bounded, so that the time grows with the length of the
text alone. What a span means as a date is `claimtrack.context.moments`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from claimtrack.model import Span

Precision = Literal["minute", "day", "week", "month", "year"]

_LOOK = 40
"""Characters that are looked at on either side of a number."""


class Unit(NamedTuple):
    """How long a unit of time is, in seconds or in calendar months (the other is 0)."""

    seconds: int
    months: int
    precision: Precision


_TOML: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("times.toml").read_text("utf-8"))
_WORDS: Mapping[str, list[str]] = _TOML["words"]
_YEAR: Mapping[str, list[str]] = _TOML["year"]
_AGO: Mapping[str, list[str]] = _TOML["ago"]

MONTHS: Mapping[str, int] = {name.lower(): n for name, n in {**_TOML["months"], **_TOML["short_months"]}.items()}
WEEKDAYS: Mapping[str, int] = {name.lower(): n for name, n in _TOML["weekdays"].items()}
RELATIVE_DAYS: Mapping[str, int] = _TOML["relative_days"]
SEASONS: Mapping[str, tuple[int, int]] = {name: (first, months) for name, (first, months) in _TOML["seasons"].items()}
NUMBERS: Mapping[str, float] = _TOML["numbers"]
ORDINALS: Mapping[str, int] = _TOML["ordinals"]
LEADS: Mapping[str, str] = _TOML["leads"]
"""Leading words that stay in a span ("since"), and what they make of the time after them (see times.toml)."""
_UNITS = {
    name: Unit(unit.get("seconds", 0), unit.get("months", 0), unit["precision"])
    for name, unit in _TOML["units"].items()
}
UNITS: Mapping[str, Unit] = _UNITS | {plural: _UNITS[name] for plural, name in _TOML["plural_units"].items()}
"""Singular and plural units, by their words."""
WORDS: Mapping[str, list[str]] = _WORDS
"""Lists of words by what they do in an expression (`hedges`, `past`, `early`, ...; see times.toml)."""

_S = r"\s{1,4}"
_THE = rf"(?:[Tt]he|THE){_S}"


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, longest first; a space in them matches up to four of any white space."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", _S) for w in sorted(words, key=len, reverse=True)) + ")"


def _capital(names: Iterable[str]) -> list[str]:
    """Names as they are capitalised, and in capitals for headlines."""
    return [form for name in names for form in (name, name.upper())]


def _loose(words: Iterable[str]) -> str:
    return f"(?i:{any_of(words)})"


# --- the parts of expressions ---
_FULL_MONTH = any_of(_capital(_TOML["months"])) + r"\b"
_MONTH = rf"(?:{_FULL_MONTH}|{any_of(_capital(_TOML['short_months']))}\b\.?)"
_WEEKDAY = any_of(_capital(_TOML["weekdays"])) + r"\b"
_WEEKDAY_OF_DATE = rf"(?:{_WEEKDAY}|{any_of(day[:3] for day in _TOML['weekdays'])}\b\.?),?{_S}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–]\s?|{_S}(?:and|to){_S}){_DAY})?"
_YEAR_DIGITS = r"(?:1\d{3}|20\d\d|2100)(?!\w|[.,]\d)"
_UNIT = _loose(UNITS) + r"\b"
_TENS = any_of(word for word, n in NUMBERS.items() if n >= 20 and " " not in word)
_ONES = any_of(word for word, n in NUMBERS.items() if 1 <= n <= 9 and len(word) > 2)
_COUNT = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?i:{_TENS}[-\s]{_ONES}|{any_of(NUMBERS)})\b)"
_COUNTS = rf"{_COUNT}(?:(?:{_S}(?:or|to){_S}|\s?[-–]\s?){_COUNT}|{_S}and{_S}a{_S}half)?"
_PART_OF_DAY = rf"(?:{_S}{_loose(_WORDS['parts_of_day'])}\b)?"
_ZONE = rf"(?:{_S}{any_of(_WORDS['zones'])}\b)?"
_HALF_DAY = rf"{_loose(_WORDS['half_days'])}(?!\w)"
_HOUR = r"(?:[01]?\d|2[0-3])"
_CLOCK = (
    rf"(?:{_HOUR}(?:[:.][0-5]\d)?\s?{_HALF_DAY}{_ZONE}|{_HOUR}:[0-5]\d(?::[0-5]\d)?(?![\w:]){_ZONE}"
    rf"|(?:[01]\d|2[0-3]):?[0-5]\d{_S}{any_of(_WORDS['zones'])}\b|{_COUNT}{_S}o['’]clock\b|(?i:noon|midnight)\b)"
)
_NUMERIC_DATE = (
    r"(?:\d{4}-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?Z?)?(?![\w-])|\d{4}/[01]\d/[0-3]\d(?![\w/])"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\w)|\d{1,2}-\d{1,2}-\d{4}(?![\w-]))"
)
_DATE = (
    rf"(?:{_WEEKDAY_OF_DATE})?(?:(?:{_THE})?{_DAYS}{_S}(?:of{_S})?{_MONTH}(?:,?{_S}{_YEAR_DIGITS})?"
    rf"|{_MONTH}{_S}{_DAYS}(?:,?{_S}{_YEAR_DIGITS})?|{_NUMERIC_DATE})"
)
_EARLY_OR_LATE = _loose([*_WORDS["early"], *_WORDS["middle"], *_WORDS["late"]])
_PAST_OR_FUTURE = _loose([*_WORDS["past"], *_WORDS["future"]])
_NAMED_DAY = (
    rf"(?:(?i:early|late|earlier|later)(?:{_S}on)?{_S})?"
    rf"(?:(?:(?i:this{_S}(?:past|coming)|last|next|this|coming){_S})?{_WEEKDAY}|{_loose(RELATIVE_DAYS)}\b){_PART_OF_DAY}"
)
_MONTH_YEAR = rf"{_MONTH},?{_S}(?:of{_S})?{_YEAR_DIGITS}"
_YEARS = rf"{_YEAR_DIGITS}(?:\s?[-–/]\s?(?:{_YEAR_DIGITS}|\d\d(?!\d)))?"
_CALENDAR = (
    rf"(?:(?:(?i:this|last|next|the{_S}previous|the{_S}current){_S})"
    rf"(?:(?i:weekend|week|fortnight|month|quarter|year|decade|century)\b"
    rf"|{_loose(SEASONS)}\b(?!{_S}(?:in|of|from)\b)|{_FULL_MONTH}))"
)
_SEASON = rf"(?:{_THE})?{_loose(SEASONS)}{_S}(?:of{_S})?{_YEARS}"
_DECADE = rf"(?:{_THE})?(?:(?i:early|mid|late)[-\s])?(?:(?:1\d|20)\d0['’]?s|['’‘]\d0s)(?!\w)"
_CALENDAR_PART = rf"(?:{_MONTH_YEAR}|{_CALENDAR}|{_FULL_MONTH}|{_YEARS}|(?:{_THE})?(?i:week|month|year)\b)"
_NTH = (
    rf"(?:{_THE})?{_loose(ORDINALS)}{_S}"
    rf"(?:(?i:quarter|half)\b(?:{_S}(?:of{_S})?{_CALENDAR_PART})?"
    rf"|(?:{_COUNT}{_S})?(?i:weeks?|months?|days?|quarters?){_S}of{_S}{_CALENDAR_PART})"
)
_PART = rf"{_EARLY_OR_LATE}(?:{_S}|-){_CALENDAR_PART}"
_ROLLING = (
    rf"(?:(?:{_THE})?{_PAST_OR_FUTURE}{_S}{_COUNTS}[-\s]{_UNIT}|{_THE}{_PAST_OR_FUTURE}{_S}{_UNIT}(?!{_S}of\b)"
    rf"|(?i:recent){_S}{_UNIT})"
)
_YEAR_TO = (
    rf"{_THE}(?:{_COUNT}{_S})?{_UNIT}{_S}(?:to|ending|ended|through|up{_S}to){_S}"
    rf"(?:{_DATE}|{_MONTH_YEAR}|{_FULL_MONTH})"
)
_RANGE_END = rf"(?:{_DATE}|{_MONTH_YEAR}|{_FULL_MONTH}|{_YEAR_DIGITS}|{_WEEKDAY})"
_TO = rf"{_S}(?:to|until|till|through){_S}"
_RANGE = (
    rf"(?:(?i:between){_S}(?:{_RANGE_END}{_S}and{_S}{_RANGE_END}|{_DAY}{_S}and{_S}{_DATE})"
    rf"|(?i:from){_S}(?:{_RANGE_END}{_TO}{_RANGE_END}|{_DAY}{_TO}{_DATE})"
    rf"|{_FULL_MONTH}(?:\s?[-–]\s?|{_S}(?:to|through){_S}){_FULL_MONTH}(?:,?{_S}{_YEAR_DIGITS})?)"
)
_AGO_EXPRESSION = (
    rf"(?:{_COUNTS}{_S})?{_UNIT}(?:{_S}and{_S}a{_S}half)?{_S}(?i:ago)\b|(?i:an?|one){_S}{_UNIT}{_S}earlier\b"
)

_EXPRESSION = re.compile(
    r"(?:"
    rf"(?P<name>{any_of(_WORDS['names'])}\b)"
    rf"|(?P<clock>{_CLOCK}(?:,?{_S}(?:on{_S})?(?:{_DATE}|{_NAMED_DAY}))?)"
    rf"|(?P<range>{_RANGE})"
    rf"|(?P<date>{_DATE}(?:,?{_S}(?:at{_S})?{_CLOCK})?)"
    rf"|(?P<day>{_NAMED_DAY}(?:,?{_S}(?:at{_S})?{_CLOCK})?)"
    rf"|(?P<ago>{_AGO_EXPRESSION})"
    rf"|(?P<decade>{_DECADE})"
    rf"|(?P<season>{_SEASON})"
    rf"|(?P<month_year>{_MONTH_YEAR})"
    rf"|(?P<rolling>{_ROLLING})"
    rf"|(?P<part>{_YEAR_TO}|{_PART}|{_NTH}|Q[1-4]{_S}{_YEAR_DIGITS}|(?i:the{_S}weekend)\b)"
    rf"|(?P<calendar>{_CALENDAR})"
    rf"|(?P<month>{_FULL_MONTH})"
    rf"|(?P<year>{_YEARS})"
    r")"
)
_LEAD = re.compile(rf"(?i:\b{any_of(LEADS)}(?:{_S}{any_of(_WORDS['lead_hedges'])})?{_S})\Z")
_ROLLING_LEAD = re.compile(rf"(?i:\b{any_of([*_WORDS['past_leads'], *LEADS])}{_S})\Z")
_AGO_LEAD = re.compile(rf"(?i:\b(?:{any_of(LEADS)}{_S})?(?:{any_of(_WORDS['hedges'])}{_S})?)\Z")
_LEADS = {"rolling": _ROLLING_LEAD, "ago": _AGO_LEAD}

_WORD = re.compile(rf"(?<![\w$€£¥#.,/-])(?:(?:[Tt]he|THE|[Aa]n?){_S})?(\d|['’‘]\d|[A-Za-z]+)")
_ARTICLE = re.compile(r"(?:the|an?) ")
_FIRST_WORDS = frozenset(
    form
    for words in (
        *(_TOML[table] for table in ("months", "short_months", "weekdays", "relative_days", "seasons", "numbers")),
        *(_WORDS[group] for group in ("past", "future", "early", "middle", "late")),
        *(ORDINALS, UNITS, ["noon", "midnight", "between", "from", "this", "weekend", "recent", "Q"]),
        *([name[:3] for name in _TOML["weekdays"]], _WORDS["names"]),
    )
    for first in {_ARTICLE.sub("", phrase).split()[0] for phrase in words}
    for form in (first, first.capitalize(), first.upper())
)
"""The words that an expression may begin with, after an article: cheaper to look up than to try the pattern."""

# --- the surroundings of a number of four digits ---
_WORD_BEFORE = re.compile(r"(\w+)[\s-]{1,4}\Z")
_NEXT_WORDS = re.compile(r"[\s-]{1,4}([A-Za-z][A-Za-z-]*)(?:\s{1,4}([A-Za-z]+))?")
_STRONG = frozenset(_YEAR["strong"])
_WEAK = frozenset(_YEAR["weak"])
_WITHIN = frozenset(_YEAR["within"])
_AMOUNT = frozenset(_YEAR["amount"])
_EVENTS = frozenset(_YEAR["events"])
_PLURAL_EVENTS = frozenset(_YEAR["plural_events"])
_YEAR_VERBS = frozenset(_YEAR["verbs"])
_COUNTED = frozenset(_YEAR["counted"])
_UNCOUNTED = frozenset(_YEAR["uncounted"])
_MONTH_NEIGHBOURS = frozenset(_WORDS["month_neighbours"])
_AMBIGUOUS_MONTHS = frozenset(_capital(_WORDS["ambiguous_months"]))
_NAME_MONTHS = frozenset(_capital(_WORDS["name_months"]))
_COMPARED = frozenset(_YEAR["compared"])
_YEAR_LEADS = frozenset(_YEAR["leads"])
_HEDGED_SINCE = re.compile(rf"(?i:\bsince{_S}{any_of(_WORDS['lead_hedges'])}{_S})\Z")
_OPENING = frozenset(_YEAR["opening"])
_SENTENCE_ENDS = ("", ".", "!", "?", "”", '"')

_GLUED_BEFORE = frozenset("$€£¥₹#№.,:'’+_\\")
_NOT_AFTER_YEAR = re.compile(r"[\w%°$€£]|[.,:]\d|-[A-Za-z]")
_RANGE_BEFORE = re.compile(r"(?<![\w.,-])([12]\d{3})\s?[-–—/]\s?\Z")
_RANGE_AFTER = re.compile(r"\s?[-–—/]\s?(\d{4}|\d\d)(?!\w|[.,]\d|[-/]\d)")
_SECOND_NUMBER = re.compile(rf"{_S}{any_of(_YEAR['joining'])}{_S}\d[\d,.]{{0,9}}(?<=\d)")
_YEARS_BEFORE = re.compile(
    rf"(?i:\b(?:in|of|since|between|from|during|until)){_S}"
    rf"(?:[12]\d{{3}},?{_S}(?:{any_of(_YEAR['joining'])}{_S})?){{1,4}}\Z"
)
_DATE_BEFORE = re.compile(rf"{_MONTH}{_S}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?{_S}\Z")
_YEARS_ONLY = re.compile(rf"\w{{4,7}}{_S}({_YEAR_DIGITS}){_S}\w{{2,7}}{_S}({_YEAR_DIGITS})")
_MONTH_AND_DAY = re.compile(rf"({_MONTH}){_S}{_DAY}")
_CAPITALISED = re.compile(r"\s[A-Z][a-z]")

# --- what makes a number a point in time ---
_ANOTHER = rf"(?:\s?[-–]\s?|{_S}(?:and|to|or){_S})"
_POINT_AFTER = re.compile(
    r"(?P<decade>['’]?s(?!\w))"
    rf"|(?P<clock>(?:[:.][0-5]\d)?(?:{_ANOTHER}\d{{1,2}}(?:[:.][0-5]\d)?)?\s?{_HALF_DAY}|{_S}o['’]clock\b"
    rf"|(?<=[0-2]\d[0-5]\d){_S}{any_of(_WORDS['zones'])}\b)"
    rf"|(?P<date>(?:st|nd|rd|th)?(?:{_ANOTHER}\d{{1,2}}(?:st|nd|rd|th)?)?{_S}(?:of{_S})?{_MONTH})"
    rf"|(?P<always>(?:{_ANOTHER}{_COUNT}|{_S}of|{_S}and{_S}a{_S}half)?{_S}{_UNIT}"
    rf"(?:{_S}and{_S}a{_S}half)?(?:{_S}{_loose(_AGO['always'])}\b|['’]?{_S}time\b))"
    rf"|(?P<ago>(?:{_ANOTHER}{_COUNT}|{_S}and{_S}a{_S}half)?{_S}{_UNIT}{_S}{_loose(_AGO['markers'])}\b)"
)
_SPAN_BEFORE = re.compile(rf"(?i:\b{any_of(_AGO['spans'])}{_S}(?:{any_of(_WORDS['hedges'])}{_S}){{0,2}})\Z")
_JOINED_CHARACTERS = frozenset("0123456789/.:-–")
_JOINED_WORD = re.compile(
    rf"(?P<date>{_NUMERIC_DATE}|\d{{4}}-[01]\d-[0-3]\d|9/11(?!\d))"
    rf"|(?P<clock>{_HOUR}:[0-5]\d(?::[0-5]\d)?(?:[-–]{_HOUR}:[0-5]\d)?(?![\d:]))"
    r"|(?P<year>[12]\d{3}[-–/](?:[12]\d{3}|\d\d)(?!\d|[-/]\d))"
)
_MONTH_BEFORE = re.compile(
    rf"(?P<open>(?i:\bin){_S})?(?:\b{_MONTH}){_S}(?P<first>\d{{1,2}}(?:st|nd|rd|th)?{_ANOTHER})?\Z"
)


def find_times(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The time expressions in text[start:end], in order, none overlapping.

    A leading preposition is left out ("on Thursday" → "Thursday") but where it changes the meaning: since, by, until,
    before, after, as of and the like, "in the past 48 hours", and both ends of a range ("from March to May").
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    first_free = start
    for word in _WORD.finditer(text, start, stop):
        if word.start() < first_free or not (word[1] in _FIRST_WORDS or word[1][-1].isdigit()):
            continue
        match = _EXPRESSION.match(text, word.start(), stop)
        if match is None and word.start(1) > word.start():
            match = _EXPRESSION.match(text, word.start(1), stop)
        if match is None:
            continue
        if match.lastgroup == "name":
            first_free = match.end()
        elif span := _expression_span(text, match, first_free):
            spans.append(span)
            first_free = span.end
    return spans


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits text[start:end] read as a year (1000 to 2100) in their surroundings.

    "in 2015", "March 2015", "the 2015 election", "(2015)", "2015-16" do; "2000 people", "$2015", "rose by 1500" do not.
    """
    number = text[start:end]
    if end - start != 4 or not (number.isascii() and number.isdigit()) or not "1000" <= number <= "2100":
        return False
    before, after = text[max(0, start - _LOOK) : start], text[end : end + _LOOK]
    last = before[-1:]
    if last in _GLUED_BEFORE or last.isalnum() or _NOT_AFTER_YEAR.match(after):
        return False
    value = int(number)
    if (range_end := _range_end(value, before, after)) is not None:
        return not _counts(value, after[range_end:])
    if last == "(":
        return after[:1] == ")"
    words = before.rstrip("-").split()
    words[-1:] = [word.lstrip("(“‘\"'") for word in words[-1:]]
    previous = words[-1] if words else ""
    if previous.lower() in _STRONG or _is_month(previous.rstrip(".,")) or _names_event(value, before, after):
        return True
    if _HEDGED_SINCE.search(before):
        return True
    if previous in _OPENING and _is_modern(value) and not (_is_round(value) and _counts(value, after)):
        return True
    if _counts(value, after) or _counts_to(value, previous, after):
        return False
    return _is_led(value, words, before) or _is_subject(value, before, after)


def _range_end(value: int, before: str, after: str) -> int | None:
    """Where in `after` a range of years ends ("2011-2016", "2015-16"), of which the number is either end; else None."""
    if (left := _RANGE_BEFORE.search(before)) and int(left[1]) < value and _is_modern(int(left[1])):
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
    if _DATE_BEFORE.search(before):
        return True
    if previous == "the":
        return _is_modern(value) and not _is_round(value)
    if previous in _WITHIN:
        return True
    if not _is_modern(value):
        return False
    if previous in _WEAK:
        strict = previous != "from" or _is_round(value)
        return not (strict and before_that in _AMOUNT) and not (previous == "for" and _is_round(value))
    return f"{before_that} {previous}" in _COMPARED or bool(_YEARS_BEFORE.search(before))


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


_ENDS_NUMBER = frozenset(",.;:)—–")


def _counts(value: int, after: str) -> bool:
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
    return other is not None and _counts(value, after[other.end() :])


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "s'’" and word.lower() not in _UNCOUNTED


def _is_modern(value: int) -> bool:
    return 1800 <= value <= 2100


def _is_round(value: int) -> bool:
    return value % 100 == 0


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word.lower() in MONTHS


def time_number(text: str, start: int, end: int) -> str | None:
    """Why the number text[start:end] is a point in time and no amount; None where it may be an amount.

    "date" (March 4; 4 March; 29/09/2016), "clock" (06:03; 9 p.m.), "year", "decade" (the 1990s), and "ago" for a number
    that places an event together with its unit ("three days ago", "two weeks later", "nine days after the quake").
    Spans of time are amounts: "for two weeks", "in the past 48 hours". Looks at 40 characters on either side.
    """
    stop = end + _LOOK
    if match := _POINT_AFTER.match(text, end, stop):
        reason = match.lastgroup
        if reason == "decade":
            return reason if _is_decade(text, start, end) else None
        if reason == "date" and _is_day_number(text, start, end):
            return reason
        if reason == "ago":
            return None if _SPAN_BEFORE.search(text, max(0, start - _LOOK), start) else reason
        if reason == "always":
            return "ago"
        if reason == "clock":
            return reason
    if not text[start].isdigit():
        return None
    if (reason := _joined(text, start, end)) or end - start > 4:
        return reason
    if end - start == 4:
        return "year" if is_year(text, start, end) else None
    return "date" if _follows_month(text, start, end) else None


def _is_decade(text: str, start: int, end: int) -> bool:
    number, before = text[start:end], text[max(0, start - 12) : start]
    if not number.isdigit() or number[-1] != "0":
        return False
    if len(number) == 4:
        return "1000" <= number <= "2100"
    return len(number) == 2 and (before[-1:] in ("'", "’", "‘") or before[-4:].lower() == "the ")


def _is_day_number(text: str, start: int, end: int) -> bool:
    return end - start <= 2 and text[start:end].isdigit() and 1 <= int(text[start:end]) <= 31


def _joined(text: str, start: int, end: int) -> str | None:
    """The reason of digits that stand in one word with others: 06:03, 29/09/2016, 2015-16."""
    first, last = start, end
    floor, ceiling = max(0, start - 12), min(len(text), end + 12)
    while first > floor and text[first - 1] in _JOINED_CHARACTERS:
        first -= 1
    while last < ceiling and text[last] in _JOINED_CHARACTERS:
        last += 1
    if first == start and last == end and text[start:end].isdigit():
        return None
    match = _JOINED_WORD.match(text, first, last)
    if match is None or match.end() < end:
        return None
    if match.lastgroup == "year":
        return "year" if is_year(text, first, first + 4) else None
    return match.lastgroup


def _follows_month(text: str, start: int, end: int) -> bool:
    """ "March 4", "March 4-6"; but "in March 12 people were killed" counts people."""
    before = text[max(0, start - _LOOK) : start]
    if (not before[-1:].isspace() and before[-1:] not in ("-", "–")) or not _is_day_number(text, start, end):
        return False
    match = _MONTH_BEFORE.search(before)
    return match is not None and not (match["open"] and _counts(int(text[start:end]), text[end : end + _LOOK]))


def _expression_span(text: str, match: re.Match[str], first_free: int) -> Span | None:
    """The span of a match with the leading words that belong to it, None where it is no time after all."""
    start, end = match.span()
    previous = _WORD_BEFORE.search(text, max(first_free, start - 24), start)
    word = previous[1].lower() if previous else ""
    kind = match.lastgroup
    if kind == "year" and not (_is_led_in_time(text, start, word) and is_year(text, start, start + 4)):
        return None
    if kind == "month" and not _is_free_month(text, match, word):
        return None
    years = _YEARS_ONLY.fullmatch(text, start, end) if kind == "range" else None
    if years and not all(is_year(text, *years.span(group)) for group in (1, 2)):
        return None
    if kind == "date" and word == "in" and _counts(0, text[end : end + _LOOK]):
        day = _MONTH_AND_DAY.fullmatch(match[0])
        end = day.end(1) + start if day else end
    lead = _LEADS.get(str(kind), _LEAD).search(text, max(first_free, start - _LOOK), start)
    possessive = text[end : end + 2] in ("'s", "’s")
    if lead and not (possessive and not lead[0].lower().startswith("since")):
        start = lead.start()
    return Span(start, end)


def _is_led_in_time(text: str, start: int, previous: str) -> bool:
    """Whether a year stands for a time of its own ("in 2014 and 2015") and does not name a thing ("the 2014 war")."""
    if previous in _YEAR_LEADS:
        return True
    before = text[max(0, start - _LOOK) : start]
    return bool(_HEDGED_SINCE.search(before) or _YEARS_BEFORE.search(before))


def _is_free_month(text: str, match: re.Match[str], previous: str) -> bool:
    """Whether a month's name alone is the month: not the verb, nor a person ("April Glaspie")."""
    name = match[0]
    if previous in _MONTH_NEIGHBOURS:
        return True
    if name in _AMBIGUOUS_MONTHS:
        return False
    return not (name in _NAME_MONTHS and _CAPITALISED.match(text, match.end()))
