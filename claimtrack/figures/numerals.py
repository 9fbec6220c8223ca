"""Finds every number of a text, in digits (digits.py) or in words (spelled.py), and the vague plurals and ratios.

One compiled pattern says where a number may begin; what stands there is worked out on the spot. What a number
measures, how it is hedged and whether it is a figure at all is decided elsewhere.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Iterator

from claimtrack.figures.digits import GLYPHS, PLAIN, digits_at
from claimtrack.figures.money import is_glued_sum
from claimtrack.figures.multiples import multiple_at
from claimtrack.figures.number import Number
from claimtrack.figures.spelled import DENOMINATORS, ONES, SCALES, SPACE, TENS, article_before, words_at
from claimtrack.figures.vocabulary import load
from claimtrack.language.letters import in_small_letters
from claimtrack.language.patterns import any_of

_DATA = load("numerals.toml")
_VAGUE: dict[str, float] = _DATA["vague"]
_VAGUE_TIMES: dict[str, float] = _DATA["vague_times"]
_SOME_TIMES: dict[str, float] = _DATA["some_times"]
_WHOLES: list[str] = _DATA["ratio"]["wholes"]

_MULTIPLES = (*_DATA["multiple"]["verbs"], *_DATA["multiple"]["times"])
_FIRST_WORDS = {
    word.split()[0]
    for word in (*ONES, *TENS, *SCALES, *DENOMINATORS, *_VAGUE, *_VAGUE_TIMES, *_SOME_TIMES, *_MULTIPLES)
}
# What most characters are not is looked at first (the character before a word, then the word's first letter), which
# is what makes it fast; and the text is looked through in small letters, which are half as many.
_BEGIN = "".join(sorted({word[0] for word in _FIRST_WORDS}))
_NUMBER = rf"(?:(?P<plain>{PLAIN})|[\d{''.join(GLYPHS)}]|{any_of(_FIRST_WORDS)}(?!(?!fold\b)[a-z])|\.\d)"
_CANDIDATE = re.compile(f"({_NUMBER})")
_NEXT_CANDIDATE = re.compile(rf"[^a-z0-9_](?=[\d{_BEGIN}{''.join(GLYPHS)}.])({_NUMBER})")
_GLUED = re.compile(r"[A-Zzč][A-Za-zčł]{0,3}+(?=\d)")
_VAGUE_BEGIN = frozenset(words.split()[0] for words in (*_VAGUE, *_VAGUE_TIMES, *_SOME_TIMES))
_MULTIPLE_BEGIN = frozenset(_MULTIPLES)
_FOLD = ("-", "f")
_JOINT_BEGIN = frozenset(f"{gap}{joint[:3]}".rstrip() for joint in _DATA["ratio"]["joints"] for gap in " -")
_VAGUE_PLURAL = re.compile(
    rf"""(?ix)(?:(?P<times>{any_of(_VAGUE_TIMES)}){SPACE}of{SPACE}(?P<scales>{any_of(SCALES)})s
    |(?P<some>{any_of(_SOME_TIMES)}){SPACE}(?P<scale>{any_of(SCALES)})(?:{SPACE}(?P<scale2>thousand|million|billion))?
    |(?P<plural>{any_of(_VAGUE)}))\b"""
)
_RATIO = re.compile(
    rf"""(?ix)(?P<some>\d{{1,3}}(?:\.\d{{1,3}})?|{any_of(ONES)})(?:(?P<hyphen>-)|{SPACE})
    (?P<joint>{any_of(_DATA["ratio"]["joints"])})(?(hyphen)-|{SPACE})
    (?P<whole>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:{SPACE}(?:thousand|million|billion))?|{any_of(ONES)}|{any_of(TENS)}|(?:(?:a|{any_of(ONES)}){SPACE})?{any_of(_WHOLES)})
    \b(?![-,.]?\d|%|{SPACE}per{SPACE}?cent|{SPACE}?percent)"""
)
_TIME_BEHIND = re.compile(rf"(?i)[\s-](?:\w{{1,12}}\s)?{any_of(_DATA['ratio']['times'])}s?\b")
_SIGN = re.compile(r"(?i)(?:(?:^|(?<=[\s(<>=≤≥$£€,;]))[-−–]\s?|(?:^|(?<=\s))[-−]|(?<!or\s)\b(?:minus|negative)\s)$")
_DIGIT_BEHIND = re.compile(r"\s(?:of\s(?:about\s|up\sto\s)?)?\d")
_CURRENCIES = frozenset("$£€¥")
_DASHES = frozenset("-−–")
_SIGN_WORD_ENDS = ("nus", "ive")


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text, left to right, none inside another."""
    small, at, stop = in_small_letters(text), 0, len(text)
    sums = deque(_glued_sums(text, stop))
    match = _CANDIDATE.match(small) or _NEXT_CANDIDATE.search(small)
    while match:
        begin, end = match.span(1)
        while sums and sums[0].start <= begin:
            at = sums[0].end
            yield sums.popleft()
        if begin >= at and not _goes_on(text, begin, at):
            number = _number_at(text, small, match, stop)
            if number is None:
                at = _past(text, end, stop)
            else:
                if small.startswith(_OVER, number.end):
                    number = spoken_fraction(text, small, number, stop) or number
                at = number.end
                yield _signed(text, number) if _may_be_signed(text, number.start) else number
        elif begin >= at:
            at = begin + 1
        match = _NEXT_CANDIDATE.search(small, at)
    yield from sums


def _glued_sums(text: str, stop: int) -> list[Number]:
    """The numbers right behind letters that are a currency ("R500m"); behind others they are part of a name ("F16")."""
    numbers = (digits_at(text, match.end(), stop) for match in _GLUED.finditer(text))
    return [number for number in numbers if number and is_glued_sum(text, number)]


def _goes_on(text: str, begin: int, at: int) -> bool:
    """Does what begins here go on a name ("PM2.|5", "AB40 |million")? at: the end of the last number."""
    edge = begin - 1
    if edge <= at or not text[edge - 1].isdigit():
        return text[edge].isalnum() if edge >= 0 else False
    return text[edge] in ".," or text[begin].isalpha()


def _number_at(text: str, small: str, match: re.Match[str], stop: int) -> Number | None:
    """The number that begins where the candidate `match` stands in `small`, the text in small letters."""
    at, end = match.span(1)
    number: Number | None
    if plain := match["plain"]:
        number = Number(at, end, float(plain.replace(",", "")), None, "digits")
    elif (word := match[1]).isalpha():
        if word in _VAGUE_BEGIN and (vague := _vague(text, at, stop)):
            return vague
        if (word in _MULTIPLE_BEGIN or small[end : end + 1] in _FOLD) and (multiple := multiple_at(text, at, stop)):
            return multiple
        number = words_at(text, at, stop, word)
    elif word in GLYPHS:
        return Number(at, at + 1, GLYPHS[word], None, "fraction")
    else:
        number = digits_at(text, at, stop)
    if number and small[number.end : number.end + 4].rstrip(" \n-") in _JOINT_BEGIN:
        return _ratio(text, at, stop) or number
    return number


_OVER = " over "
_FRACTION_END = re.compile(r"\s?(?:[.;:!?)](?!\d)|\Z)")
_LARGEST_BELOW = 1000


def spoken_fraction(text: str, small: str, above: Number, stop: int) -> Number | None:
    """ "3 over 4" with nothing counted behind it: a fraction; "up 3 over 5 years" is none."""
    if above.form not in ("digits", "words"):
        return None
    at = above.end + len(_OVER)
    match = _CANDIDATE.match(small, at)
    below = _number_at(text, small, match, stop) if match else None
    if below is None or not _FRACTION_END.match(text, below.end) or below.form not in ("digits", "words"):
        return None
    if not above.value or not below.value or not above.value < below.value <= _LARGEST_BELOW:
        return None
    return Number(above.start, below.end, above.value / below.value, None, "fraction")


def _past(text: str, at: int, stop: int) -> int:
    """The end of the digits that stand at `at`: what is no number is passed over whole."""
    while at < stop and text[at].isdigit():
        at += 1
    return at


def _may_be_signed(text: str, start: int) -> bool:
    """Is the character before the number a dash, or the word before it "minus" or "negative", perhaps?"""
    last = text[start - 1 : start]
    if last != " " and last != "\u00a0":
        return last in _DASHES
    return text[start - 2 : start - 1] in _DASHES or text[start - 4 : start - 1].lower() in _SIGN_WORD_ENDS


def _signed(text: str, number: Number) -> Number:
    """A minus sign or "minus" before the number belongs to it; a dash between words and "plus or minus" do not."""
    if number.value is None:
        return number
    before = text[max(0, number.start - 12) : number.start]
    sign = _SIGN.search(before)
    if sign is None or (sign[0][-1:] == " " and "–" in sign[0]):
        return number
    if sign[0][0] in _DASHES and before[: sign.start()].rstrip()[-1:].isdigit():
        return number  # "75 -300 mm" is a range
    if sign[0][-1:] == " " and sign[0][0] in "-−" and before[: sign.start()].strip():
        return number
    return number._replace(start=number.start - (len(before) - sign.start()), value=-number.value)


def _vague(text: str, at: int, stop: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred": no value, but a least one (numerals.toml)."""
    match = _VAGUE_PLURAL.match(text, at, stop)
    if match is None:
        return None
    if match["plural"]:
        if match["plural"].lower() == "scores" and _are_results(text, at, match.end()):
            return None
        least = _VAGUE[match["plural"].lower()]
    elif match["times"]:
        least = _VAGUE_TIMES[match["times"].lower()] * SCALES[match["scales"].lower()]
    else:
        some = " ".join(match["some"].lower().split())
        least = _SOME_TIMES[some] * SCALES[match["scale"].lower()] * SCALES.get((match["scale2"] or "").lower(), 1.0)
    article = article_before(text, at) if match["some"] else None
    return Number(at if article is None else article, match.end(), None, float(least), "vague")


_NO_SCORES_AFTER = frozenset(load("excluded.toml")["scores"]["not_after"])


def _are_results(text: str, at: int, end: int) -> bool:
    """Are these scores results ("test scores", "scores of 1,200", "he scores two goals") and no great number?"""
    words = text[max(0, at - 20) : at].split()
    if words and words[-1].strip("“\"‘'(").lower() in _NO_SCORES_AFTER:
        return True
    return bool(_DIGIT_BEHIND.match(text, end))


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
    if joint == "in" and match["hyphen"] is None and _TIME_BEHIND.match(text, match.end()):
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
