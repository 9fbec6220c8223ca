"""Numbers in digits: groupings, decimals, fractions, powers, and the scale that follows ("3.5 million", "250k").

Every repetition in a pattern is bounded, so that a page of digits and commas costs no more than a page of text.
"""

from __future__ import annotations

import re

from claimtrack.figures.currencies import GLUED, LETTERS, NAMES
from claimtrack.figures.multiples import fold_behind
from claimtrack.figures.number import Form, Number
from claimtrack.figures.spelled import SCALES, SPACE, rest_of_hundreds
from claimtrack.figures.vocabulary import load
from claimtrack.language.patterns import any_of

_DATA = load("numerals.toml")
GLYPHS: dict[str, float] = _DATA["glyphs"]
_DOUBTFUL: dict[str, float] = _DATA["doubtful"]
_ABBREVIATIONS: dict[str, float] = _DATA["abbreviations"] | _DOUBTFUL
_PARTS_BEHIND: dict[str, float] = _DATA["parts_behind"]
_LONGEST = 30  # digits; what is longer is a key or a table, no amount

_GROUPED = rf"""
    (?P<lakh>\d{{1,2}}(?:,\d\d){{1,8}},\d{{3}}(?:\.\d{{1,12}})?(?![\d,]))
  | (?P<comma>\d{{1,3}}(?:,\d{{3}}){{1,8}}(?:\.\d{{1,12}})?(?!,?\d))
  | (?P<space>\d{{1,3}}(?:{SPACE}\d{{3}}){{1,6}}(?:\.\d{{1,12}})?(?!{SPACE}?\d))
  | (?P<apostrophe>\d{{1,3}}(?:['’]\d{{3}}){{1,6}}(?:\.\d{{1,12}})?(?!['’]?\d))
  | (?P<dot>\d{{1,3}}(?:\.\d{{3}}){{2,8}}(?:,\d{{1,12}})?(?![\d.])|\d{{1,3}}(?:\.\d{{3}}){{1,8}},\d{{1,12}}(?![\d.]))
  | (?P<decimal_comma>\d{{1,15}},\d\d?(?![\d,]|{SPACE}?\d))(?<!\d\d,\d\d)
"""
_DIGITS = re.compile(
    rf"""(?P<number>{_GROUPED}|(?P<plain>\d+(?:\.\d+)?|\.\d+))
    (?:(?P<power>(?:[xX×*]{SPACE}?10)?\^[+-]?\d{{1,4}}|[eE][+-]?\d{{1,4}}(?!\w))
     |{SPACE}?(?P<glyph>[{"".join(GLYPHS)}])
     |(?:{SPACE}|-)(?P<mixed>\d{{1,2}}/\d{{1,2}})(?![\d/])
     |/(?P<below>\d{{1,3}})(?![\d/])
    )?
    (?:(?:{SPACE}|-)?(?P<scale>(?i:{any_of(SCALES)}))\b|{SPACE}?(?P<short>{any_of(_ABBREVIATIONS)})(?![\w’']))?
    (?:{SPACE}(?P<scale2>(?i:million|billion|trillion|crore))\b)?
    (?P<tail>{SPACE}(?:and{SPACE})?(?i:{any_of(_PARTS_BEHIND)})\b(?!{SPACE}of\b))?
    """,
    re.VERBOSE,
)
# what most numbers are: digits with commas or a point, and behind them a mark or a word that is no scale; for a text in
# small letters
_NO_PLAIN_BEHIND = any_of({*SCALES, *(word.lower() for word in _ABBREVIATIONS), "and"})
PLAIN = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}|\d{{1,15}})(?:\.\d{{1,9}})?"
    rf"(?:(?=[).;:?!%”\",](?!\d))|(?=[ ][a-z(])(?![ ]{_NO_PLAIN_BEHIND}(?!\w)))"
)
_ORDINAL_END = re.compile(r"(?i)(?:st|nd|rd|th)\b")
_GROUPING = re.compile(rf"{SPACE}|[,'’]")


def digits_at(text: str, at: int, stop: int) -> Number | None:
    """The number in digits that begins at `at`; None for an ordinal ("9th") and for what is longer than any amount."""
    match = _DIGITS.match(text, at, stop)
    if match is None or _ORDINAL_END.match(text, match.end("number")):
        return None
    written = match["number"]
    if len(written) > _LONGEST:
        return None
    if match["plain"]:
        value = float(written)
    elif match["dot"] or match["decimal_comma"]:
        value = float(written.replace(".", "").replace(",", "."))
    else:
        value = float(_GROUPING.sub("", written))
    end = match.end("number")
    if end == match.end():
        if text[end : end + 1] in ("-", "f") and (fold := fold_behind(text, end)) > end:
            return Number(at, fold, value, None, "multiple")
        return Number(at, end, value, None, "digits")
    return _scaled(text, match, _with_fraction(match, value, end), stop)


def _with_fraction(match: re.Match[str], value: float, end: int) -> Number:
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
    return Number(match.start(), end, value, None, form)


def _powered(value: float, power: str) -> float:
    exponent = float(re.split(r"[\^eE]", power)[-1])
    try:
        raised = value**exponent if power.startswith("^") else value * 10.0**exponent
    except (OverflowError, ZeroDivisionError):
        return value
    return raised if isinstance(raised, float) and abs(raised) < float("inf") else value


def _scaled(text: str, match: re.Match[str], number: Number, stop: int) -> Number:
    """With the scale that follows ("3.5 million", "250k", "2 crore") and the half behind it."""
    factor, end = 1.0, number.end
    scale, short = match["scale"], match["short"]
    begins = match.start("scale") if scale else match.start("short")
    if (scale or short) and begins - end <= 1:
        if scale:
            factor, end = SCALES[scale.lower()], match.end("scale")
        elif begins > end and text[match.end("short") : match.end("short") + 1] in _HYPHENS:
            pass  # "288 T-shirts"
        elif short not in _DOUBTFUL or _reads_as_scale(text, match.start(), match.end("short"), short):
            factor, end = _ABBREVIATIONS[short], match.end("short")
    if end != number.end and match["scale2"]:
        factor, end = factor * SCALES[match["scale2"].lower()], match.end("scale2")
    value = float(f"{(number.value or 0.0) * factor:.15g}")  # 4.1 × 1e9 is 4,100,000,000 to the reader
    if match["tail"] and match.start("tail") == end:
        last = SCALES.get((match["scale2"] or scale or "").lower(), 1.0)
        words = " ".join(match["tail"].lower().removeprefix(" and").split())
        value, end = value + _PARTS_BEHIND[words] * last, match.end("tail")
    elif scale and end == match.end("scale") and (rest := _rest(text, end, stop, factor)):
        value, end = value + (rest.value or 0.0), rest.end
    return Number(number.start, end, value, None, number.form, factor)


_TENS_BEHIND = re.compile(rf"{SPACE}and{SPACE}(?P<number>\d\d?)(?![\d.,/%]\d|\d|%)")
_HYPHENS = ("-", "–")
_SMALLER = re.compile(rf"{SPACE}(?P<number>\d{{1,3}}){SPACE}(?P<scale>(?i:{any_of(SCALES)}))\b")


def _rest(text: str, at: int, stop: int, scale: float) -> Number | None:
    """What goes on a number behind its scale: "2 million 300 thousand", "3 hundred and one", "3 hundred and 21"."""
    if scale == 100 and (tens := _TENS_BEHIND.match(text, at, stop)):
        return Number(tens.start("number"), tens.end(), float(tens["number"]), None, "digits")
    match = _SMALLER.match(text, at, stop) if text[at + 1 : at + 2].isdigit() else None
    if match is None:
        return rest_of_hundreds(text, at, stop, scale)
    value = float(match["number"]) * SCALES[match["scale"].lower()]
    return Number(match.start("number"), match.end(), value, None, "digits") if value < scale else None


_BEFORE_MONEY = re.compile(
    rf"(?:[$£€¥₹₽₦₩₪₺฿]|\b[A-Z]{{3}}|\b{any_of(LETTERS | GLUED)})\s?"
    r"(?:\d{1,3}(?:\.\d{1,2})?(?:\s?[-–]\s?|\s(?:to|and|or)\s))?\Z"
)
_BEHIND_SCALE = re.compile(
    rf"-(?:strong|plus|member)\b|[\s-](?i:{any_of(NAMES, '[ -]')})s?\b|\s(?:or|to|-)\s?(?:more|so)\b"
)
_UPPER_END = re.compile(r"\s?[-–]\s?[$£€¥₹]?\d{1,3}(?:\.\d{1,3})?(?P<short>[a-z])(?!\w)")
_COUNTED_AFTER = re.compile(
    r"\s(?:[a-z][a-z-]{1,20} ){0,2}?(?:[a-z]{1,20}[^\Wsi]s|people|children|women|men)\b"
    r"|\s(?:[A-Z][a-z]{1,20}s|[A-Z]{3})\b"
)
_NOT_COUNTED = re.compile(rf"\s{any_of(_DATA['not_counted']['words'])}\b")


def _reads_as_scale(text: str, start: int, end: int, short: str) -> bool:
    """Is the m of "2m" a million? Beside a currency, or before something counted; "1.8m tall" is a length."""
    if _BEFORE_MONEY.search(text, max(0, start - 16), start) or _BEHIND_SCALE.match(text, end):
        return True
    upper = _UPPER_END.match(text, end)
    if upper and upper["short"] == short:
        end = upper.end()
    return not _NOT_COUNTED.match(text, end) and _COUNTED_AFTER.match(text, end) is not None
