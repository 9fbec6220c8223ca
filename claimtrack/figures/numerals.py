"""Numerals: digits and words, as they stand in the text → a number and where it stands.

Candidates are found by one compiled pattern; what a match means is worked out word by word.
What a number measures, how it is hedged and whether it is a figure at all is decided elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

Form = Literal["digits", "words", "fraction", "vague", "ratio", "multiple"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at start..end. value is None for a vague plural, whose least is `low`.

    scale: the power that its last word or letter multiplied by ("3.5 million": 1e6), 1 where none stands.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    form: Form
    scale: float = 1.0


_WORDS = tomllib.loads(files(__package__).joinpath("numerals.toml").read_text("utf-8"))
ONES: dict[str, float] = _WORDS["ones"]
TENS: dict[str, float] = _WORDS["tens"]
SCALES: dict[str, float] = _WORDS["scales"]
DENOMINATORS: dict[str, float] = _WORDS["denominators"]
GLYPHS: dict[str, float] = _WORDS["glyphs"]
VAGUE: dict[str, float] = _WORDS["vague"]
ABBREVIATIONS: dict[str, float] = _WORDS["abbreviations"] | _WORDS["doubtful"]
DOUBTFUL = frozenset(_WORDS["doubtful"])


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_SPACE = r"[ \t\u00a0\u202f\u2009]"
_JOIN = rf"(?:{_SPACE}+(?:-{_SPACE}*|\n{_SPACE}*)?|-{_SPACE}*|\n{_SPACE}*)"  # between the words of one numeral; a line may break there
_GLYPH = f"[{''.join(GLYPHS)}]"
_DIGITS = rf"""
    (?P<lakh>\d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?(?![\d,]))
  | (?P<comma>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!,?\d))
  | (?P<space>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:\.\d+)?(?!{_SPACE}?\d))
  | (?P<dot>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?(?![\d.])|\d{{1,3}}(?:\.\d{{3}})+,\d+(?![\d.]))
  | (?P<decimal_comma>\d+,\d\d?(?![\d,]|{_SPACE}?\d))(?<!\d\d,\d\d)
  | (?P<plain>\d+(?:\.\d+)?|\.\d+)
"""
_SCALE_WORD = rf"(?:{_any([*SCALES, *ABBREVIATIONS])})"
_NUMBER_WORD = rf"(?:{_any([*ONES, *TENS, *SCALES])})"
_FRACTION_WORD = rf"(?:{_any(DENOMINATORS)})"

DIGITS = re.compile(
    rf"""(?P<number>{_DIGITS})
    (?:(?P<power>(?:[xX×*]{_SPACE}?10)?\^[+-]?\d+|[eE][+-]?\d+(?!\w))
     |{_SPACE}?(?P<glyph>{_GLYPH})
     |(?:{_SPACE}|-)(?P<mixed>\d{{1,2}}/\d{{1,2}})(?![\d/])
     |/(?P<below>\d{{1,3}})(?![\d/])
    )?
    (?:(?:{_SPACE}|-)?(?P<scale>(?i:{_any(SCALES)}))\b|{_SPACE}?(?P<short>{_any(ABBREVIATIONS)})(?![\w’'-]))?
    (?:{_SPACE}(?P<scale2>(?i:million|billion|trillion|crore))\b)?
    (?P<tail>(?:{_SPACE}and{_SPACE}|{_SPACE})(?i:a{_SPACE}half|a{_SPACE}quarter|three{_SPACE}quarters)\b(?!{_SPACE}of\b))?
    """,
    re.VERBOSE,
)
WORDS = re.compile(
    rf"""(?ix) (?:(?:a|an|the|per)?{_SPACE}*)??
    \b(?:{_NUMBER_WORD}|{_FRACTION_WORD}|nought)
    (?:{_JOIN}(?:and{_JOIN}(?:a{_SPACE}+)?|a{_SPACE}+|point{_SPACE}+|over{_SPACE}+(?:an?{_SPACE}+)?)?(?:{_NUMBER_WORD}|{_FRACTION_WORD}))*\b
    """
)
_VAGUE_PLURAL = rf"""(?:(?:{_any(_WORDS["vague_times"])}){_SPACE}of{_SPACE}(?:{_any(SCALES)})s
    |(?:{_any(_WORDS["some_times"])}){_SPACE}(?:dozen|hundred|thousand|million|billion)(?:{_SPACE}(?:thousand|million|billion))?
    |(?:{_any(VAGUE)}))"""
VAGUE_PLURAL = re.compile(rf"(?ix)\b{_VAGUE_PLURAL}\b")
RATIO = re.compile(
    rf"""(?ix)\b(?P<some>\d+|{_any(ONES)}){_SPACE}(?P<joint>in|out{_SPACE}of|in{_SPACE}every|of{_SPACE}every){_SPACE}
    (?P<all>\d{{1,3}}(?:,\d{{3}})*|{_any(ONES)}|{_any(TENS)}|(?:(?:a|one|{_any(ONES)}){_SPACE})?(?:hundred|thousand|million))\b(?![-,.]?\d|%)"""
)
_WORD_START = rf"(?i:{_any([*ONES, *TENS, *SCALES, *DENOMINATORS, *VAGUE, *_WORDS['vague_times'], *_WORDS['some_times']])})(?![a-z])"
CANDIDATE = re.compile(rf"(?<!\w)(?:[.]?\d|{_WORD_START})|{_GLYPH}|(?<=\b[A-Za-z]{{3}})\d|(?<=\bRs)\d")
_ORDINAL_END = re.compile(r"(?i)(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[A-Za-z]+|-")


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Every number in text[start:end], left to right, none inside another."""
    stop = len(text) if end is None else end
    at = start
    while match := CANDIDATE.search(text, at, stop):
        number = _number_at(text, match.start(), stop)
        if number is None:
            at = _past(text, match.end(), stop)
        else:
            at = number.end
            yield _signed(text, number)


_SIGN = re.compile(r"(?i)(?:(?:^|(?<=[\s(<>=≤≥$£€,;]))[-−–]\s?|(?:^|(?<=\s))[-−]|\b(?:minus|negative)\s)$")


def _signed(text: str, number: Number) -> Number:
    """A minus sign or "minus" before the number belongs to it; a dash between words does not."""
    before = text[max(0, number.start - 10) : number.start]
    sign = _SIGN.search(before)
    if sign is None or number.value is None or (sign[0][-1:] == " " and "–" in sign[0]):
        return number
    if sign[0][-1:] == " " and sign[0][0] in "-−" and before[: sign.start()].strip():
        return number
    begin = number.start - (len(before) - sign.start())
    return Number(begin, number.end, -number.value, number.low, number.form, number.scale)


def _past(text: str, at: int, stop: int) -> int:
    """The end of the digits that stand at `at`: what is no number is passed over whole."""
    while at < stop and text[at].isdigit():
        at += 1
    return at


def _number_at(text: str, at: int, stop: int) -> Number | None:
    char = text[at]
    if char in GLYPHS:
        return Number(at, at + 1, GLYPHS[char], None, "fraction")
    if not char.isalpha():
        return _ratio(text, at, stop) or _digits(text, at, stop)
    return _vague(text, at, stop) or _ratio(text, at, stop) or _words(text, at, stop)


# ------------------------------------------------------------------- digits


def _digits(text: str, at: int, stop: int) -> Number | None:
    match = DIGITS.match(text, at, stop)
    if match is None or _ORDINAL_END.match(text, match.end("number")):
        return None
    written = match["number"]
    if match["dot"] or match["decimal_comma"]:
        written = written.replace(".", "").replace(",", ".")
    value = float(re.sub(rf"{_SPACE}|,", "", written))
    end = match.end("number")
    form: Form = "digits"
    if match["power"]:
        value, end = _powered(value, match["power"]), match.end("power")
    elif match["glyph"]:
        value, end = value + GLYPHS[match["glyph"]], match.end("glyph")
    elif match["mixed"]:
        over, below = map(float, match["mixed"].split("/"))
        if over < below:
            value, end = value + over / below, match.end("mixed")
    elif match["below"] and float(match["below"]) > value and value == int(value):
        value, end, form = value / float(match["below"]), match.end("below"), "fraction"
    return _scaled(text, match, Number(match.start(), end, value, None, form))


def _powered(value: float, power: str) -> float:
    exponent = float(re.split(r"[\^eE]", power)[-1])
    try:
        return value**exponent if power.startswith("^") else value * 10.0**exponent
    except (OverflowError, ZeroDivisionError):
        return value


def _scaled(text: str, match: re.Match[str], number: Number) -> Number:
    """With the scale that follows ("3.5 million", "250k", "2 crore") and the half behind it."""
    value, end = number.value or 0.0, number.end
    unscaled = value or 1.0
    scale, short = match["scale"], match["short"]
    joined = text[end : match.start("scale") if scale else match.start("short")] if scale or short else ""
    if scale and len(joined) <= 1:
        value, end = value * SCALES[scale.lower()], match.end("scale")
    elif (
        short
        and len(joined) <= 1
        and (short not in DOUBTFUL or _reads_as_scale(text, match.start(), match.end("short")))
    ):
        value, end = value * ABBREVIATIONS[short], match.end("short")
    if (scale or short) and match["scale2"] and end != number.end:
        value, end = value * SCALES[match["scale2"].lower()], match.end("scale2")
    factor = value / unscaled if value else 1.0
    value = float(f"{value:.15g}")  # 4.1 × 1e9 is 4,100,000,000 to the reader
    if match["tail"] and match.start("tail") == end:
        last = SCALES.get((match["scale2"] or scale or "").lower(), 1.0)
        part = 0.25 if "quarter" in match["tail"] else 0.5
        value, end = value + (0.75 if "three" in match["tail"] else part) * last, match.end("tail")
    return Number(number.start, end, value, None, number.form, factor)


_BEFORE_MONEY = re.compile(r"[$£€¥₹₽₦₩₪₺฿]\s?$|\b[A-Z]{3}\s?$")
_COUNTED_AFTER = re.compile(
    r"\s(?:[a-z][a-z-]+ ){0,2}?(?:[a-z]+[^\Wsi]s|people|children|women|men)\b|\s(?:[A-Z][a-z]+s|USD|EUR|SEK)\b"
)
_NOT_COUNTED = re.compile(r"\s(?:tall|long|wide|deep|high|above|below|from|away|is|was|x|in|of|and|to|off|per)\b")


def _reads_as_scale(text: str, start: int, end: int) -> bool:
    """Is the m of "2m" a million? Beside a currency, or before something counted; "1.8m tall" is a length."""
    if _BEFORE_MONEY.search(text, max(0, start - 5), start):
        return True
    return not _NOT_COUNTED.match(text, end) and _COUNTED_AFTER.match(text, end) is not None


# -------------------------------------------------------------------- words


def _vague(text: str, at: int, stop: int) -> Number | None:
    match = VAGUE_PLURAL.match(text, at, stop)
    if match is None:
        return None
    words = match[0].lower().split()
    least = VAGUE.get(words[0])
    if len(words) > 1:
        least = _WORDS["vague_times"].get(words[0])
        if least is None or words[1] != "of" or words[-1].rstrip("s") not in SCALES:
            times = next(n for w, n in _WORDS["some_times"].items() if match[0].lower().startswith(w))
            least = times
            for word in words:
                least *= SCALES.get(word, 1.0)
        else:
            least *= SCALES[words[-1].rstrip("s")]
    return Number(match.start(), match.end(), None, least, "vague")


def _ratio(text: str, at: int, stop: int) -> Number | None:
    """ "one in five", "three out of ten": a part of a whole, as a fraction."""
    match = RATIO.match(text, at, stop)
    if match is None:
        return None
    some, whole = _small(match["some"]), _small(match["all"])
    spelled = not match["all"][0].isdigit()
    if not 0 < some < whole or (match["joint"].lower() == "in" and not (spelled or whole % 5 == 0)):
        return None
    if match["joint"].lower() == "in" and whole > 12 and whole % 10:
        return None
    return Number(match.start(), match.end(), some / whole, None, "ratio")


def _small(words: str) -> float:
    value = 0.0
    for word in words.lower().replace(",", "").split():
        if word.isdigit():
            value = float(word)
        elif word in SCALES:
            value = (value or 1.0) * SCALES[word]
        else:
            value = ONES.get(word, TENS.get(word, 1.0))
    return value


def _words(text: str, at: int, stop: int) -> Number | None:
    match = WORDS.match(text, at, stop)
    if match is None:
        return None
    tokens = [(m.start() + at, m[0].lower()) for m in _WORD.finditer(match[0]) if m[0] != "-"]
    article = _article_before(text, at)
    while tokens:
        value, form = _evaluate([w for _, w in tokens], article is not None)
        if value is not None:
            last, word = tokens[-1]
            begin = article if article is not None and _takes_article([w for _, w in tokens]) else at
            return Number(begin, last + len(word), value, None, form, max(1.0, SCALES.get(word, 1.0)))
        tokens.pop()
    return None


_ARTICLE = re.compile(r"(?i)\b(?:a|an)[\s-]$")


def _article_before(text: str, at: int) -> int | None:
    match = _ARTICLE.search(text, max(0, at - 3), at)
    return match.start() if match else None


def _takes_article(words: list[str]) -> bool:
    """ "a hundred", "a third", "half": the article is part of the number."""
    return words[0] in SCALES or words[0] in DENOMINATORS


def _evaluate(words: list[str], article: bool) -> tuple[float | None, Form]:
    """The number that the words spell, or None where they spell no single one (the caller drops the last word)."""
    if words[-1] in ("and", "a", "point", "over"):
        return None, "words"
    if "over" in words:
        split = words.index("over")
        above, below = _evaluate(words[:split], article)[0], _evaluate(words[split + 1 :], False)[0]
        return (above / below, "fraction") if above is not None and below else (None, "words")
    if "point" in words:
        return _pointed(words), "words"
    if words[-1] in DENOMINATORS:
        return _fraction(words, article)
    if any(w in DENOMINATORS for w in words):
        return _fraction_of_scale(words, article)
    return _integer(words), "words"


def _integer(words: list[str]) -> float | None:
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


def _smallest_scale(words: list[str]) -> float:
    return min((SCALES[w] for w in words if SCALES.get(w, 0) > 100), default=float("inf"))


def _pointed(words: list[str]) -> float | None:
    """ "nine point nought four"; a scale at the end holds for the whole ("two point five million")."""
    split = words.index("point")
    scale = 1.0
    while len(words) > split + 2 and words[-1] in SCALES:
        scale *= SCALES[words.pop()]
    whole = _integer(words[:split]) if split else 0.0
    digits = [ONES.get(w, TENS.get(w)) for w in words[split + 1 :]]
    if whole is None or not digits or any(d is None for d in digits):
        return None
    return (whole + float("0." + "".join(str(int(d or 0)) for d in digits))) * scale


def _fraction(words: list[str], article: bool) -> tuple[float | None, Form]:
    """Words that end in a denominator: "three quarters", "one and a half", "two hundred and fifty-four hundredths"."""
    below, above = DENOMINATORS[words[-1]], words[:-1]
    if len(above) > 1 and above[-1] in TENS and above[-2] != "and" and below < 10:
        below, above = below + TENS[above[-1]], above[:-1]
    if not above or above == ["a"]:
        alone = words[-1] == "half" or article or above == ["a"]
        return (1.0 / below, "fraction") if alone and below > 1 else (None, "words")
    if below == 1 or above[-1] in DENOMINATORS:
        return None, "words"
    if above[-1] == "a" and above[-2:-1] == ["and"]:
        whole = _integer(above[:-2])
        return (None if whole is None else _with_half(whole, 1.0 / below, above[-3]), "words")
    for i in range(len(above) - 1, 0, -1):
        if above[i] == "and":
            whole, part = _integer(above[:i]), _integer(above[i + 1 :])
            if part and part < below and whole is None:
                whole = sum(n for n in (_integer(w.split()) for w in " ".join(above[:i]).split(" and ")) if n)
            if whole and part and part < below:
                return whole + part / below, "words"
            break
    top = _integer(above)
    singular_denominator = not words[-1].endswith("s")
    if top is None or (singular_denominator and top != 1):
        return (
            (1.0 / (below + (_integer(above[1:]) or 0.0)), "fraction")
            if above[0] == "one" and len(above) > 1
            else (None, "words")
        )
    return top / below, "fraction"


def _with_half(whole: float, part: float, last: str) -> float:
    """ "one million and a half" is 1.5 million; "a hundred and a half" 100.5."""
    return whole + part * (SCALES[last] if SCALES.get(last, 0) > 100 else 1.0)


def _fraction_of_scale(words: list[str], article: bool) -> tuple[float | None, Form]:
    """A fraction of a scale: "half a million", "a quarter million", "two and a half thousand", "three quarters of a million"."""
    scale = 1.0
    left = list(words)
    while left and left[-1] in SCALES:
        scale *= SCALES[left.pop()]
    if left and left[-1] == "a":
        left.pop()
    if scale == 1.0 or not left:
        return None, "words"
    value, _ = _evaluate(left, article)
    return (None, "words") if value is None else (value * scale, "words")
