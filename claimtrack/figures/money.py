"""Amounts of money: the currency beside a number, as its ISO 4217 code (currencies.toml)."""

from __future__ import annotations

import re

from claimtrack.figures.measure import Measure
from claimtrack.figures.vocabulary import any_of, load

_DATA = load("currencies.toml")
_SYMBOLS: dict[str, str] = _DATA["symbols"]
_NAMES: dict[str, str] = {name: code for code, names in _DATA["names"].items() for name in names}
_PARTS: dict[str, str] = {name: part for part, names in _DATA["parts"].items() for name in names}
_CODES: dict[str, str] = {code: _DATA["codes"].get(code, code) for code in _DATA["codes"]["codes"]}
_ANY_CASE = frozenset(_DATA["codes"]["any_case"])
_OFTEN_WORDS = frozenset(_DATA["often_words"]["names"])
_SCALE_LETTERS: dict[str, float] = _DATA["scale_letters"]

_SYMBOL_BEFORE = re.compile(rf"(?:(?<![\w])(?:[A-Z]{{2,3}}\s?)?|^)(?P<symbol>{any_of(_SYMBOLS)})\s?-?$")
_MONEY_AFTER = re.compile(
    rf"""[ \u00a0-]?\s?(?:(?P<symbol>{any_of(_SYMBOLS)})(?!\w|\.\d|\s?\d)
    |(?P<scale>[{"".join(_SCALE_LETTERS)}])?(?P<code>{any_of(_CODES)})(?!\w)
    |(?i:(?P<part>{any_of(_PARTS, "[ -]", "s?")})|(?P<name>{any_of(_NAMES, "[ -]", "s?")}))(?![\w]))""",
    re.VERBOSE,
)
_SYMBOL_ENDS = frozenset(symbol[-1] for symbol in _SYMBOLS)
_FIRST_LETTERS = frozenset(
    letter for word in (*_NAMES, *_PARTS, *_CODES, *_SYMBOLS) for letter in (word[0], word[0].upper())
) | frozenset(_SCALE_LETTERS)
_WINDOW = 8  # characters before a number in which its currency begins


def money_before(text: str, start: int, end: int, floor: int) -> Measure | None:
    """The currency that is written before the number text[start:end] ("US$3.2m", "EUR 50", "Rs 500 crore").

    floor: the end of the figure before, whose currency is not this one's ("1 $ ½").
    """
    window = text[max(floor, start - _WINDOW) : start]
    written = window.rstrip(" \u00a0-")
    if written[-1:] in _SYMBOL_ENDS and (symbol := _SYMBOL_BEFORE.search(window)):
        begin = start - len(window) + symbol.start()
        letters = window[symbol.start() : symbol.start("symbol")].strip()
        named = _MONEY_AFTER.match(text, end)  # "$ 40 US dollars"
        unit_end = named.end() if named and named["name"] else end
        sign = symbol["symbol"]
        code = _CODES.get(letters) or _SYMBOLS.get(letters + sign, _SYMBOLS[sign])
        return Measure(begin, end, unit_end, code, "money")
    code = written[-3:]
    if (code in _CODES or code.lower() in _ANY_CASE) and not written[-4:-3].isalnum() and window[-1] != "-":
        return Measure(start - len(window) + len(written) - 3, end, end, _CODES[code.upper()], "money")
    return None


def money_after(text: str, start: int, end: int, value: float | None, scaled: bool) -> Measure | None:
    """The currency that is written behind it ("40 million euros", "50 cents", "20 €").

    value, scaled: small bare pounds are weight, "two won" a verb; with a scale both are money.
    """
    begin = end + 1 if text[end : end + 1] in _GAPS else end
    begin += text[begin : begin + 1].isspace()
    if text[begin : begin + 1] not in _FIRST_LETTERS:
        return None
    match = _MONEY_AFTER.match(text, end)
    if match is None:
        return None
    if match["symbol"]:
        return Measure(start, match.end(), match.end(), _SYMBOLS[match["symbol"]], "money")
    if match["code"]:
        factor = _SCALE_LETTERS.get(match["scale"] or "", 1.0)
        return Measure(start, match.end(), match.end(), _CODES[match["code"]], "money", factor)
    if match["part"]:
        return Measure(start, match.end(), match.end(), _PARTS[_entry(match["part"], _PARTS)], "money")
    name = _entry(match["name"], _NAMES)
    if name == "pound" and _is_mass(text, start, match.end(), value, scaled):
        return None
    if name in _OFTEN_WORDS and text[match.end() - 1] != "s" and not scaled:
        return None
    return Measure(start, match.end(), match.end(), _NAMES[name], "money")


_GAPS = frozenset(" \u00a0-")


def _entry(words: str, table: dict[str, str]) -> str:
    """The table's entry for the words as written (plural, hyphens)."""
    lower = words.lower()
    folded = lower if lower in table else lower.replace("-", " ")
    return folded if folded in table else folded.removesuffix("s")


_MASS_AFTER = re.compile(rf"\sof\s(?!{any_of(_DATA['pounds']['spent_on'])}\b)")
_MASS_BEFORE = re.compile(rf"(?i)\b{any_of(_DATA['pounds']['weighing'])}\b.{{0,25}}$")
_ARTICLE_AROUND = 2000  # characters on either side in which a "£" says that pounds are money


def _is_mass(text: str, start: int, end: int, value: float | None, scaled: bool) -> bool:
    """Are these pounds weight? "361 million pounds" is money, "25 pounds" of a dieter weight."""
    if _MASS_AFTER.match(text, end) or _MASS_BEFORE.search(text, max(0, start - 40), start):
        return True
    small = not scaled and value is not None and abs(value) < 1000
    return small and "£" not in text[max(0, start - _ARTICLE_AROUND) : end + _ARTICLE_AROUND]
