"""Amounts of money: the currency that is written before a number or behind it."""

from __future__ import annotations

import re

from claimtrack.figures.currencies import (
    BEFORE_NO_NOUN,
    CODES,
    GLUED,
    LETTERS,
    NAMES,
    NATIONS,
    PARTS,
    SCALE_LETTERS,
    SIGNS,
    currency_of,
)
from claimtrack.figures.measure import Measure
from claimtrack.figures.number import Number
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import first_words, word_before, word_behind
from claimtrack.language.patterns import any_of

_DATA = load("currencies.toml")
_PARTS_GLUED: dict[str, str] = _DATA["parts_glued"]
_LINES = {letter: frozenset(lines) for letter, lines in _DATA["lines_of_a_screen"].items()}
_OFTEN_WORDS = frozenset(_DATA["often_words"]["names"])

_SIGN_BEFORE = re.compile(rf"(?<!\w)(?P<letters>[A-Za-z]{{2,3}}[ ]?)??(?P<sign>{any_of(SIGNS)})[ \u00a0]?-?\Z")
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_NEAR = 500  # characters on either side in which a sign says that "c" is cents
_SPEAKS_OF_CENTS = ("$", "€", "cents")
_OPENING = "([“\"‘'—–-"
_WINDOW = 8  # characters before a number in which its currency begins

_CURRENCY_BEHIND = re.compile(
    rf"""[ \u00a0-]?\s?(?:(?P<sign>{any_of((*SIGNS, *(s for s in LETTERS if s not in CODES)))})(?!\w|\.\d|\s?\d)
    |(?P<scale>[{"".join(SCALE_LETTERS)}])?(?P<code>{any_of(CODES)})(?!\w)
    |(?i:(?P<part>{any_of(PARTS, "[ -]", "s?")})|(?P<name>{any_of(NAMES, "[ -]", "s?")}))(?![\w]))""",
    re.VERBOSE,
)
_SCALED_CODES = {(letter + code).lower() for letter in SCALE_LETTERS for code in CODES}
LETTERS_BEFORE = frozenset(letters.lower() for letters in LETTERS) | _SCALED_CODES
CURRENCY_WORDS = first_words((*NAMES, *PARTS), "s") | first_words((*LETTERS, *SIGNS)) | _SCALED_CODES
_SIGN_BEGINS = frozenset(sign[0] for sign in SIGNS)
_NATION_BEHIND = re.compile(
    rf"[ ]\(?(?P<nation>{any_of(NATIONS)})(?:\)|(?=\s?[.,;:)]|\s{any_of(BEFORE_NO_NOUN)}\s|\s?\Z))"
)


def money_before(text: str, number: Number, floor: int, outlet: str) -> Measure | None:
    """The currency that is written before the number ("US$3.2m", "EUR 50", "Rs 500 crore", "R500m").

    floor: the end of the figure before, whose currency is not this one's ("1 $ ½"). outlet: the paper's country.
    """
    start, end = number.start, number.end
    behind_word = text[start - 1 : start] == " " and text[start - 2 : start - 1].isalpha()
    if behind_word and word_before(text, start) not in LETTERS_BEFORE:
        return None
    window = text[max(floor, start - _WINDOW) : start]
    written = window.rstrip(" \u00a0-")
    if written[-1:] in _SIGN_ENDS and (sign := _SIGN_BEFORE.search(window)):
        return _with_sign(text, number, start - len(window), sign, outlet)
    word = written[written.rfind(" ") + 1 :].lstrip(_OPENING)
    if not word or window[-1] == "-":
        return None
    begin = start - len(window) + len(written) - len(word)
    if word in LETTERS:
        code = currency_of(word, LETTERS[word], text, begin, outlet)
        return Measure(begin, end, end, code, "money")
    if word[1:] in CODES and word[0] in SCALE_LETTERS and word.isupper():
        return Measure(begin, end, end, CODES[word[1:]], "money", SCALE_LETTERS[word[0]])
    if word in GLUED and written == window and _is_large(text, number):
        return Measure(begin, end, end, currency_of(word, GLUED[word], text, begin, outlet), "money")
    return None


def is_glued_sum(text: str, number: Number) -> bool:
    """Is a number that stands right behind letters a sum of money ("Rs500", "R2.5bn") and no part of a name ("F16")?"""
    first = number.start
    while first and number.start - first < 5 and text[first - 1].isalpha():
        first -= 1
    letters = text[first : number.start]
    return letters in LETTERS or (letters in GLUED and _is_large(text, number))


def _is_large(text: str, number: Number) -> bool:
    return number.scale > 1 or "," in text[number.start : number.end]


def _with_sign(text: str, number: Number, window: int, match: re.Match[str], outlet: str) -> Measure:
    """The sum whose sign was found in the window that begins at `window`; words behind it say whose ("$30 CAD")."""
    sign, letters = match["sign"], (match["letters"] or "").strip()
    begin, end = window + match.start("sign"), number.end
    if letters and (letters + sign in SIGNS or letters in CODES):
        code = SIGNS.get(letters + sign) or CODES[letters]
        begin = window + match.start()
    else:
        code = currency_of(sign, SIGNS[sign], text, begin, outlet)
    if text[end : end + 1] != " ":
        return Measure(begin, end, end, code, "money")
    if nation := _NATION_BEHIND.match(text, end) if sign == "$" else None:
        return Measure(begin, nation.end(), nation.end(), NATIONS[nation["nation"]], "money")
    behind = _CURRENCY_BEHIND.match(text, end) if word_behind(text, end) in CURRENCY_WORDS else None
    if behind and behind["code"] and not behind["scale"] and behind["code"].isupper():
        return Measure(begin, behind.end(), behind.end(), CODES[behind["code"]], "money")
    if behind and (name := behind["name"]) and len(name.split()) + ("-" in name) > 1:  # "$40 Australian dollars"
        return Measure(begin, end, behind.end(), NAMES[_entry(name, NAMES)], "money")
    return Measure(begin, end, behind.end() if behind and behind["name"] else end, code, "money")


def money_after(text: str, number: Number, at: int, scaled: bool, outlet: str) -> Measure | None:
    """The currency that is written behind it, from `at` on ("40 million euros", "50 cents", "20 €", "99p").

    scaled: it is written with a large scale; small bare pounds are weight, "two won" a verb, with a scale both are
    money.
    """
    start = number.start
    if text[at : at + 1] in _PARTS_GLUED and (part := _glued_part(text, number, at)):
        return part
    word = word_behind(text, at)
    if word not in CURRENCY_WORDS if word else text[at : at + 3].lstrip(" \u00a0-")[:1] not in _SIGN_BEGINS:
        return None
    match = _CURRENCY_BEHIND.match(text, at)
    if match is None:
        return None
    if sign := match["sign"]:
        code = currency_of(sign, SIGNS.get(sign) or LETTERS[sign], text, at, outlet)
        return Measure(start, match.end(), match.end(), code, "money")
    if match["code"]:
        factor = SCALE_LETTERS.get(match["scale"] or "", 1.0)
        return Measure(start, match.end(), match.end(), CODES[match["code"]], "money", factor)
    if match["part"]:
        return Measure(start, match.end(), match.end(), PARTS[_entry(match["part"], PARTS)], "money")
    name = _entry(match["name"], NAMES)
    if name == "pound" and _is_mass(text, start, match.end(), number.value, scaled):
        return None
    if name in _OFTEN_WORDS and text[match.end() - 1] != "s" and not scaled:
        return None
    code = currency_of(name, NAMES[name], text, at, outlet)
    return Measure(start, match.end(), match.end(), code, "money")


def _glued_part(text: str, number: Number, at: int) -> Measure | None:
    """ "50p", "99c", "50¢": hundredths of a currency right behind the digits."""
    letter, behind, value = text[at], text[at + 1 : at + 3], number.value
    if behind[:1].isalnum() or behind == ".m" or number.form != "digits" or value is None or not 0 < value < 5000:
        return None
    if value in _LINES.get(letter, ()):
        return None
    if letter == "c" and not any(sign in text[max(0, at - _NEAR) : at + _NEAR] for sign in _SPEAKS_OF_CENTS):
        return None  # "flat 3c"
    return Measure(number.start, at + 1, at + 1, _PARTS_GLUED[letter], "money")


def _entry(words: str, table: dict[str, str]) -> str:
    """The table's entry for the words as written (plural, hyphens)."""
    lower = words.lower()
    folded = lower if lower in table else lower.replace("-", " ")
    return folded if folded in table else folded.removesuffix("s")


_MASS_AFTER = re.compile(rf"\sof\s(?!{any_of(_DATA['pounds']['spent_on'])}\b)")
_MASS_BEFORE = re.compile(rf"(?i)\b{any_of(_DATA['pounds']['weighing'])}\b.{{0,25}}$")
_PAID_BEHIND = re.compile(rf"[\s-]{any_of(_DATA['pounds']['paid'])}\b")
_ARTICLE_AROUND = 2000  # characters on either side in which a "£" says that pounds are money


def _is_mass(text: str, start: int, end: int, value: float | None, scaled: bool) -> bool:
    """Are these pounds weight? "361 million pounds" is money, "25 pounds" of a dieter weight."""
    if _MASS_AFTER.match(text, end) or _MASS_BEFORE.search(text, max(0, start - 40), start):
        return True
    if _PAID_BEHIND.match(text, end):
        return False
    small = not scaled and value is not None and abs(value) < 1000
    return small and "£" not in text[max(0, start - _ARTICLE_AROUND) : end + _ARTICLE_AROUND]
