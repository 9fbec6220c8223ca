"""Numbers written in words: "a hundred and twenty-seven thousand", "two and a half million", "three quarters"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.figures.number import Form, Number
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import word_behind
from claimtrack.language.patterns import any_of

_DATA = load("numerals.toml")
ONES: dict[str, float] = _DATA["ones"]
TENS: dict[str, float] = _DATA["tens"]
SCALES: dict[str, float] = _DATA["scales"]
DENOMINATORS: dict[str, float] = _DATA["denominators"]

_LINK_WORDS = ("and", "a", "an", "point", "over", "of")
SPACE = r"[ \t\u00a0\u202f\u2009]"
_SPACES = rf"{SPACE}{{1,3}}"
# a line may break inside a numeral
_JOIN = rf"(?:{_SPACES}(?:-{SPACE}?|\n{SPACE}{{0,3}})?|-{SPACE}?\n?|\n{SPACE}{{0,3}})"
_CARDINAL = any_of([*ONES, *TENS, *SCALES])
_WORD_OF_NUMBER = any_of([*ONES, *TENS, *SCALES, *DENOMINATORS])
_LINK = (
    rf"(?:and{_JOIN}(?:a{_SPACES})?|a(?:{_SPACES}|-)|point{_SPACES}|over{_SPACES}(?:an?{_SPACES})?"
    rf"|of{_SPACES}a{_SPACES}(?={any_of(w for w in SCALES if SCALES[w] > 100)}\b))"
)
_WORDS = re.compile(rf"(?i){_WORD_OF_NUMBER}(?:{_JOIN}{_LINK}?{_WORD_OF_NUMBER}){{0,24}}\b")
_REST = re.compile(
    rf"(?i){_SPACES}(?P<and>and{_SPACES})?(?P<words>{_CARDINAL}(?:{_JOIN}(?:and{_SPACES})?{_CARDINAL}){{0,8}})\b"
)
_CARDINALS = {word: float(value) for word, value in (ONES | TENS).items()}
_GOING_ON = frozenset((*ONES, *TENS, *SCALES, *DENOMINATORS, *_LINK_WORDS))
_MARKS = frozenset(".,;:!?)”\"’'")
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLE = re.compile(r"(?i)(?<!\w)an?[ -]\Z")
_LINKS = frozenset(_LINK_WORDS)


def words_at(text: str, at: int, stop: int, first: str) -> Number | None:
    """The longest number that the words from `at` on spell; an article before is part of "a hundred", "a third".

    first: the first of them, in small letters.
    """
    if first in _CARDINALS and _stands_alone(text, at + len(first)):
        return Number(at, at + len(first), _CARDINALS[first], None, "words")
    match = _WORDS.match(text, at, stop)
    if match is None:
        return None
    found = [(at + m.start(), m[0].lower()) for m in _WORD.finditer(match[0])]
    article = article_before(text, at)
    for count in range(len(found), 0, -1):
        words = [word for _, word in found[:count]]
        value, form = _evaluated(words, article is not None)
        if value is not None:
            begin, word = found[count - 1]
            if count < len(found) and _ends_in_ordinal(text, found, count):
                return None
            nth = form == "fraction" and words[0] in TENS and not word.endswith("s")
            takes_article = nth or words[0] in SCALES or words[0] in DENOMINATORS
            start = article if article is not None and takes_article else at
            return Number(start, begin + len(word), value, None, form, max(1.0, SCALES.get(word, 1.0)))
    return None


def _stands_alone(text: str, end: int) -> bool:
    """Is it certain that no word of a number goes on behind `end`?"""
    if text[end : end + 1].isalnum():
        return False
    word = word_behind(text, end)
    return word not in _GOING_ON if word else text[end : end + 1] in _MARKS


def _ends_in_ordinal(text: str, found: Sequence[tuple[int, str]], count: int) -> bool:
    """Are the words from `count` on the end of an ordinal ("the twenty-|first", "the hundred |and first")?"""
    (begin, word), rest = found[count - 1], found[count:]
    last = rest[-1][1]
    if (word not in TENS and word not in SCALES) or last not in DENOMINATORS or last.endswith("s"):
        return False
    joint = text[begin + len(word) : begin + len(word) + 1]
    return len(rest) == 1 and joint == "-" if rest[0][1] != "and" else len(rest) == 2


def article_before(text: str, at: int) -> int | None:
    """Where "a" or "an" begins that stands right before `at`."""
    match = _ARTICLE.search(text, max(0, at - 3), at) if text[at - 1 : at] in (" ", "-") else None
    return match.start() if match else None


def rest_of_hundreds(text: str, at: int, stop: int, scale: float) -> Number | None:
    """The words that go on a number whose digits end in "hundred" or "thousand" ("3 hundred and one")."""
    match = _REST.match(text, at, stop) if scale in (100, 1000) else None
    if match is None:
        return None
    value = _integer(_WORD.findall(match["words"].lower()))
    if value is None or not 0 < value < scale:
        return None
    return Number(match.start("words"), match.end(), value, None, "words")


def _evaluated(words: Sequence[str], article: bool) -> tuple[float | None, Form]:
    """The number that the words spell, or None where they spell no single one. article: "a" or "an" stands before."""
    if words[-1] in _LINKS:
        return None, "words"
    if "over" in words:
        split = words.index("over")
        above = _evaluated(words[:split], article)[0] if split else None
        below = _evaluated(words[split + 1 :], False)[0]
        return (above / below, "fraction") if above is not None and below else (None, "words")
    if "point" in words:
        return _pointed(words), "words"
    if words[-1] in DENOMINATORS:
        return _fraction(words, article)
    if any(w in DENOMINATORS for w in words):
        return _fraction_of_scale(words, article)
    return _integer(words), "words"


def _integer(words: Sequence[str]) -> float | None:
    """Cardinals ("a hundred and twenty-seven thousand"); None where the words are no single one."""
    total = current = 0.0
    previous = ""
    for i, word in enumerate(words):
        if word in ("and", "a"):
            if word == "and" and not (previous in SCALES and i + 1 < len(words)):
                return None
            continue
        if word in ONES:
            if previous in ONES or (previous in TENS and not 0 < ONES[word] < 10):
                return None
            current += ONES[word]
        elif word in TENS:
            if previous in ONES or previous in TENS:
                return None
            current += TENS[word]
        elif word not in SCALES:
            return None
        elif SCALES[word] <= 100:
            if current >= 100:
                return None
            current = (current or 1.0) * SCALES[word]
        elif total and SCALES[word] >= _smallest_scale(words[:i]):
            if current:
                return None
            total *= SCALES[word]
        else:
            total += (current or 1.0) * SCALES[word]
            current = 0.0
        previous = word
    return total + current if words else None


def _smallest_scale(words: Sequence[str]) -> float:
    return min((SCALES[w] for w in words if SCALES.get(w, 0) > 100), default=float("inf"))


def _pointed(words: Sequence[str]) -> float | None:
    """ "nine point nought four"; a scale at the end holds for the whole ("two point five million")."""
    split, end = words.index("point"), len(words)
    scale = 1.0
    while end > split + 2 and words[end - 1] in SCALES:
        end -= 1
        scale *= SCALES[words[end]]
    whole = _integer(words[:split]) if split else 0.0
    digits = [ONES.get(w, TENS.get(w)) for w in words[split + 1 : end]]
    if whole is None or not digits or None in digits:
        return None
    return (whole + float("0." + "".join(str(int(d or 0)) for d in digits))) * scale


def _fraction(words: Sequence[str], article: bool) -> tuple[float | None, Form]:
    """Words that end in a denominator: "three quarters", "one and a half", "two hundred and fifty-four hundredths"."""
    below, above = DENOMINATORS[words[-1]], words[:-1]
    if len(above) > 1 and above[-1] in TENS and above[-2] != "and" and below < 10:
        below, above = below + TENS[above[-1]], above[:-1]
    if article and len(above) == 1 and above[0] in TENS and below < 10 and not words[-1].endswith("s"):
        return 1.0 / (below + TENS[above[0]]), "fraction"  # "a twenty-first"
    if not above or list(above) == ["a"]:
        alone = words[-1] == "half" or article or bool(above)
        return (1.0 / below, "fraction") if alone and below > 1 else (None, "words")
    if below == 1 or above[-1] in DENOMINATORS:
        return None, "words"
    if above[-1] == "a" and above[-2:-1] == ["and"]:
        whole = _integer(above[:-2])
        return (None if whole is None else _with_part(whole, 1.0 / below, above[-3]), "words")
    mixed = _mixed(above, below)
    if mixed is not None:
        return mixed, "words"
    top = _integer(above)
    if top is not None and (words[-1].endswith("s") or top == 1):
        return top / below, "fraction"
    if above[0] == "one" and len(above) > 1:  # "one hundred fifth"
        return 1.0 / (below + (_integer(above[1:]) or 0.0)), "fraction"
    return None, "words"


def _mixed(above: Sequence[str], below: float) -> float | None:
    """ "two and three (quarters)": what stands before the last "and" is whole."""
    if "and" not in above[1:]:
        return None
    split = len(above) - 1 - list(reversed(above)).index("and")
    whole, part = _integer(above[:split]), _integer(above[split + 1 :])
    if not part or part >= below:
        return None
    if whole is None:
        pieces = (_integer(piece.split()) for piece in " ".join(above[:split]).split(" and "))
        whole = sum(piece for piece in pieces if piece)
    return whole + part / below if whole else None


def _with_part(whole: float, part: float, last: str) -> float:
    """ "one million and a half" is 1.5 million; "a hundred and a half" 100.5."""
    return whole + part * (SCALES[last] if SCALES.get(last, 0) > 100 else 1.0)


def _fraction_of_scale(words: Sequence[str], article: bool) -> tuple[float | None, Form]:
    """ "half a million", "a quarter million", "two and a half thousand", "three quarters of a million"."""
    scale, left = 1.0, list(words)
    while left and left[-1] in SCALES:
        scale *= SCALES[left.pop()]
    while left and left[-1] in ("a", "of"):
        left.pop()
    if scale == 1.0 or not left:
        return None, "words"
    value, _ = _evaluated(left, article or left == ["quarter"])
    return (None, "words") if value is None else (value * scale, "words")
