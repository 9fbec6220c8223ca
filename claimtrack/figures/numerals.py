"""Finds every number of a text, in digits (digits.py) or in words (spelled.py), and the vague plurals and ratios.

One compiled pattern says where a number may begin; what stands there is worked out on the spot. What a number
measures, how it is hedged and whether it is a figure at all is decided elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from claimtrack.figures.digits import GLYPHS, digits_at
from claimtrack.figures.number import Number
from claimtrack.figures.spelled import DENOMINATORS, ONES, SCALES, SPACE, TENS, article_before, words_at
from claimtrack.figures.vocabulary import any_of, in_any_case, load

_DATA = load("numerals.toml")
_VAGUE: dict[str, float] = _DATA["vague"]
_VAGUE_TIMES: dict[str, float] = _DATA["vague_times"]
_SOME_TIMES: dict[str, float] = _DATA["some_times"]
_WHOLES: list[str] = _DATA["ratio"]["wholes"]

_FIRST_WORDS = {
    word.split()[0] for word in (*ONES, *TENS, *SCALES, *DENOMINATORS, *_VAGUE, *_VAGUE_TIMES, *_SOME_TIMES)
}
_CANDIDATE = re.compile(
    rf"\b(?:\d|{in_any_case(_FIRST_WORDS)}(?![a-z])|(?P<glued>[A-Z]{{3}}|Rs)(?=\d))|[{''.join(GLYPHS)}]|\.(?=\d)(?<!\w\.)"
)
_VAGUE_PLURAL = re.compile(
    rf"""(?ix)(?:(?P<times>{any_of(_VAGUE_TIMES)}){SPACE}of{SPACE}(?P<scales>{any_of(SCALES)})s
    |(?P<some>{any_of(_SOME_TIMES)}){SPACE}(?P<scale>{any_of(SCALES)})(?:{SPACE}(?P<scale2>thousand|million|billion))?
    |(?P<plural>{any_of(_VAGUE)}))\b"""
)
_RATIO = re.compile(
    rf"""(?ix)(?P<some>\d{{1,3}}(?:\.\d{{1,3}})?|{any_of(ONES)}){SPACE}
    (?P<joint>{any_of(_DATA["ratio"]["joints"])}){SPACE}
    (?P<whole>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:{SPACE}(?:thousand|million|billion))?|{any_of(ONES)}|{any_of(TENS)}|(?:(?:a|{any_of(ONES)}){SPACE})?{any_of(_WHOLES)})
    \b(?![-,.]?\d|%|{SPACE}per{SPACE}?cent|{SPACE}?percent)"""
)
_TIME_BEHIND = re.compile(rf"(?i)[\s-](?:\w{{1,12}}\s)?{any_of(_DATA['ratio']['times'])}s?\b")
_SIGN = re.compile(r"(?i)(?:(?:^|(?<=[\s(<>=≤≥$£€,;]))[-−–]\s?|(?:^|(?<=\s))[-−]|(?<!or\s)\b(?:minus|negative)\s)$")
_CURRENCIES = frozenset("$£€¥")
_MAY_END_SIGN = frozenset("-−– \u00a0se")


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text, left to right, none inside another."""
    at, stop = 0, len(text)
    while match := _CANDIDATE.search(text, at):
        number = _number_at(text, match.end() if match["glued"] else match.start(), stop)
        if number is None:
            at = _past(text, match.end(), stop)
        else:
            at = number.end
            yield _signed(text, number)


def _number_at(text: str, at: int, stop: int) -> Number | None:
    char = text[at]
    if char in GLYPHS:
        return Number(at, at + 1, GLYPHS[char], None, "fraction")
    if char.isalpha():
        return _vague(text, at, stop) or _ratio(text, at, stop) or words_at(text, at, stop)
    return _ratio(text, at, stop) or digits_at(text, at, stop)


def _past(text: str, at: int, stop: int) -> int:
    """The end of the digits that stand at `at`: what is no number is passed over whole."""
    while at < stop and text[at].isdigit():
        at += 1
    return at


def _signed(text: str, number: Number) -> Number:
    """A minus sign or "minus" before the number belongs to it; a dash between words and "plus or minus" do not."""
    if number.value is None or text[number.start - 1 : number.start] not in _MAY_END_SIGN:
        return number
    if text[number.start - 1].isspace() and text[number.start - 2 : number.start - 1] not in _MAY_END_SIGN:
        return number
    before = text[max(0, number.start - 12) : number.start]
    sign = _SIGN.search(before)
    if sign is None or (sign[0][-1:] == " " and "–" in sign[0]):
        return number
    if sign[0][-1:] == " " and sign[0][0] in "-−" and before[: sign.start()].strip():
        return number
    return number._replace(start=number.start - (len(before) - sign.start()), value=-number.value)


def _vague(text: str, at: int, stop: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred": no value, but a least one (numerals.toml)."""
    match = _VAGUE_PLURAL.match(text, at, stop)
    if match is None:
        return None
    if match["plural"]:
        least = _VAGUE[match["plural"].lower()]
    elif match["times"]:
        least = _VAGUE_TIMES[match["times"].lower()] * SCALES[match["scales"].lower()]
    else:
        some = " ".join(match["some"].lower().split())
        least = _SOME_TIMES[some] * SCALES[match["scale"].lower()] * SCALES.get((match["scale2"] or "").lower(), 1.0)
    article = article_before(text, at) if match["some"] else None
    return Number(at if article is None else article, match.end(), None, float(least), "vague")


def _ratio(text: str, at: int, stop: int) -> Number | None:
    """ "one in five", "three out of ten", "six per 1,000": a part of a whole, as a fraction."""
    match = _RATIO.match(text, at, stop)
    if match is None:
        return None
    some, whole = _small(match["some"]), _small(match["whole"])
    if not 0 < some < whole:
        return None
    joint = match["joint"].lower()
    if joint == "per" and (whole < 100 or not math.log10(whole).is_integer() or text[at - 1 : at] in _CURRENCIES):
        return None  # "two per four", "$5 per 1,000"
    if joint == "in" and _TIME_BEHIND.match(text, match.end()):
        return None
    if joint == "in" and not _is_usual_part(some, whole, match["whole"][0].isdigit()):
        return None
    return Number(at, match.end(), some / whole, None, "ratio")


def _is_usual_part(some: float, whole: float, in_digits: bool) -> bool:
    """ "1 in 4", "3 in 4", "nine in 10", "12 in 100" are said of a part, "4 in 7" of what happened in seven places."""
    if some == 1 or (whole <= 4 and some == whole - 1):
        return True
    return not (in_digits and whole % 5) and not (whole > 12 and whole % 10)


def _small(words: str) -> float:
    """The number of "five", "12.5", "1,000", "two hundred"; an article is 1."""
    value = 0.0
    for word in words.lower().replace(",", "").split():
        if word[0].isdigit():
            value = float(word)
        elif word in SCALES:
            value = (value or 1.0) * SCALES[word]
        else:
            value = ONES.get(word, TENS.get(word, 1.0))
    return value
