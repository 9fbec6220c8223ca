"""Units: what a number measures. Money, percent and the common measures come from our own tables
(currencies.toml, units.toml); what looks like another unit is asked of quantulum3, on that word alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit beside a number. start, end: with the words that belong to the figure (currency, percent);
    unit_end: where the unit's words end, which is behind `end` for true measures ("12 km": the figure is "12")."""

    start: int
    end: int
    unit_end: int
    unit: str
    measures: str
    factor: float = 1.0


_UNITS = tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))
_MONEY = tomllib.loads(files(__package__).joinpath("currencies.toml").read_text("utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w).replace(r"\ ", "[ -]") for w in words), key=len, reverse=True))


def _plural_any(words: Iterable[str]) -> str:
    """The words, each with its regular plural."""
    return "|".join(sorted((re.escape(w).replace(r"\ ", "[ -]") + "s?" for w in words), key=len, reverse=True))


_SYMBOLS: dict[str, str] = _MONEY["symbols"]
_NAMES = {name: code for code, names in _MONEY["names"].items() for name in names}
_PARTS = {name: code for code, names in _MONEY["parts"].items() for name in names}
_CODES = {code: _MONEY["codes"].get(code, code) for code in _MONEY["codes"]["codes"]}
_SYMBOL_BEFORE = re.compile(rf"(?:(?<![\w])(?:[A-Z]{{2,3}}\s?)?|^)(?P<symbol>{_any(_SYMBOLS)})\s?-?$")
_CODE_BEFORE = re.compile(rf"(?i)(?<!\w)(?P<code>{_any(_CODES)})\s?$")
_MONEY_AFTER = re.compile(
    rf"""[ \u00a0-]?\s?(?:(?P<symbol>{_any(_SYMBOLS)})(?![\w.]|\s?\d)
    |(?P<scale>[MmBbk])?(?P<code>{_any(_CODES)})(?!\w)
    |(?i:(?P<part>{_plural_any(_PARTS)})|(?P<name>{_plural_any(_NAMES)}))(?![\w]))""",
    re.VERBOSE,
)
_EURO_MILLIONS = re.compile(r"\s?M(?P<code>EUR|USD|GBP|AUD)\b|\s?[mk]?(?P<glued>EUR|USD|GBP)\b")
_PERCENT = re.compile(
    r"\s?%(?P<points1>[ -]points?)?|[ \u00a0-](?i:per[ -]?cents?|pct|p\.c\.|percentages?|pc)(?P<points2>[ -]points?)?\b|\s(?i:percentage)(?P<points3>[ -]points?)\b|\s?(?P<pp>pp)\b"
)

_WORDS = {word: name for name, unit in _UNITS.items() for word in unit.get("words", ())}
_SHORT = {word: name for name, unit in _UNITS.items() for word in unit.get("short", ())}
_UNIT = re.compile(
    rf"""(?P<gap>[ \u00a0\n-]{{0,2}})(?:\(\s?)?(?:(?i:(?P<word>{_plural_any(_WORDS)}))(?!\w)|(?P<short>{_any(_SHORT)})(?![\w²³/]|-\w|['’]\w))""",
)
_PER = re.compile(
    r"(?P<of>\sof(?:\s[\w-]+){1,4}?)??\s(?:per|a|an|each|every)\s(?P<per>second|minute|hour|day|week|month|year|person|capita)\b|/(?P<slash>s|h|hr|day|ms|millisecond)\b"
)
_MAGNITUDE_BEFORE = re.compile(r"(?i)\bmagnitude[ -](?:of\s)?$")
_MASS_AFTER = re.compile(r"\sof\s(?!(?:his|her|its|their|the|public|tax|damage|debt|aid|fines?)\b)")
_MASS_BEFORE = re.compile(
    r"(?i)\b(?:weigh(?:s|ed|ing|t)?|los(?:t|e|ing)|gain(?:ed)?|shed|heavy|heavier|lighter|drop|dropped|seized|carr(?:y|ied|ying)|burns?|equal to)\b.{0,25}$"
)
_FOREIGN_UNIT = re.compile(
    r"\s?(?P<unit>(?=[^\s\d]*[A-ZµμΩ°²³/^])[A-Za-zµμΩ°]{1,5}(?:[²³]|\^?[23])?(?:/[A-Za-z]{1,4}[23]?)?)(?![\w/-])"
)
_SCALE_LETTER = {"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3}


def measure_at(text: str, start: int, end: int, value: float | None, scaled: bool) -> Measure | None:
    """What the number text[start:end] measures, None where it counts things or nothing is said."""
    return (
        _percent(text, start, end)
        or _money_before(text, start, end)
        or _money_after(text, start, end, value, scaled)
        or _common(text, start, end)
        or _rare(text, start, end)
    )


def _percent(text: str, start: int, end: int) -> Measure | None:
    match = _PERCENT.match(text, end)
    if match is None:
        return None
    points = match["points1"] or match["points2"] or match["points3"] or match["pp"]
    return Measure(start, match.end(), match.end(), "percentage point" if points else "percent", "percent")


def _money_before(text: str, start: int, end: int) -> Measure | None:
    window = text[max(0, start - 8) : start]
    if not window or not (window[-1] in "  -" or not window[-1].isdigit()):
        return None
    symbol = _SYMBOL_BEFORE.search(window)
    if symbol:
        begin = start - (len(window) - symbol.start())
        code = _SYMBOLS[symbol["symbol"]]
        letters = window[symbol.start() : symbol.start("symbol")].strip()
        more = _MONEY_AFTER.match(
            text, end
        )  # "$ 40 US" is dollars all the same; "$1.2 million Canadian" is not looked for
        return Measure(begin, end, more.end() if more and more["name"] else end, _CODES.get(letters, code), "money")
    code_before = _CODE_BEFORE.search(window)
    if code_before and (window[code_before.start()].isupper() or len(window.strip()) == 3):
        return Measure(
            start - (len(window) - code_before.start()), end, end, _CODES[code_before["code"].upper()], "money"
        )
    return None


def _money_after(text: str, start: int, end: int, value: float | None, scaled: bool) -> Measure | None:
    match = _MONEY_AFTER.match(text, end)
    if match is None:
        return None
    if match["symbol"]:
        return Measure(start, match.end(), match.end(), _SYMBOLS[match["symbol"]], "money")
    if match["code"]:
        factor = _SCALE_LETTER.get(match["scale"] or "", 1.0)
        return Measure(start, match.end(), match.end(), _CODES[match["code"]], "money", factor)
    if match["part"]:
        return Measure(start, match.end(), match.end(), _PARTS[_singular(match["part"], _PARTS)], "money")
    name = _singular(match["name"], _NAMES)
    if name == "pound" and _is_mass(text, start, match.end(), value, scaled):
        return None
    if name in ("mark", "won", "real", "ether", "sterling") and text[match.end() - 1] != "s" and not scaled:
        return None
    return Measure(start, match.end(), match.end(), _NAMES[name], "money")


def _singular(words: str, table: dict[str, str]) -> str:
    folded = words.lower().replace("-", " ") if words.lower() not in table else words.lower()
    return folded if folded in table else folded.removesuffix("s")


def _is_mass(text: str, start: int, end: int, value: float | None, scaled: bool) -> bool:
    """Are these pounds weight? "361 million pounds" is money, "25 pounds" of a dieter weight."""
    if _MASS_AFTER.match(text, end) or _MASS_BEFORE.search(text, max(0, start - 40), start):
        return True
    return not scaled and value is not None and abs(value) < 1000 and "£" not in text[max(0, start - 2000) : end + 2000]


def _common(text: str, start: int, end: int) -> Measure | None:
    match = _UNIT.match(text, end)
    if match is None:
        if _MAGNITUDE_BEFORE.search(text, max(0, start - 14), start):
            return Measure(start, end, end, "magnitude", "magnitude")
        return None
    if match["word"]:
        word = match["word"].lower()
        folded = word if word in _WORDS else word.replace("-", " ")
        name = _WORDS.get(folded) or _WORDS.get(folded.removesuffix("s")) or ""
        if name == "second" and "-" not in match["gap"] and not word.endswith("s") and text[end - 3 : end] != "one":
            return None
    else:
        name = _SHORT[match["short"]]
        if len(match["short"]) == 1 and match["gap"] and not _stands_alone(text, match.end()):
            return None
    unit_end = match.end() + (text[match.end() : match.end() + 1] == ")" and "(" in match[0])
    measures = _UNITS[name]["measures"]
    per = _PER.match(text, unit_end, unit_end + 60)
    if per and measures not in ("duration", "temperature"):
        unit = f"{name} per {per['per'] or per['slash']}"
        return Measure(start, end, unit_end if per["of"] else per.end(), unit, measures)
    return Measure(start, end, unit_end, name, measures)


_END = re.compile(r"\s*(?:[.,;:)]|$|x\s|is\s|and\s|tall|wide|long|deep|high|above|below)")


def _stands_alone(text: str, end: int) -> bool:
    return _END.match(text, end) is not None


def _rare(text: str, start: int, end: int) -> Measure | None:
    """A word that only a unit is written like ("50 kJ", "3 Ω", "12 m/s²"): quantulum3 is asked for it."""
    match = _FOREIGN_UNIT.match(text, end, end + 14)
    if match is None or (
        match["unit"].isalpha() and (match["unit"].isupper() or match["unit"].istitle()) and len(match["unit"]) > 1
    ):
        return None
    if len(match["unit"]) == 1 and match["unit"] not in "Ω°":
        return None
    asked = _ask_quantulum(match["unit"])
    return Measure(start, end, match.end(), asked[0], asked[1]) if asked else None


@lru_cache(maxsize=4096)
def _ask_quantulum(unit: str) -> tuple[str, str] | None:
    """(unit name, what it measures) of a written unit, None where quantulum3 knows none."""
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that scikit-learn is absent: its classifier is not wanted
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its classifier gains nothing on news and fails to load beside a newer scikit-learn
    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    try:
        found = [q for q in parser.parse(f"7 {unit}") if q.value == 7]
    except Exception:  # it raises many kinds on odd symbols; an unknown unit is an answer
        return None
    if (
        len(found) != 1
        or found[0].unit.name == "dimensionless"
        or found[0].unit.entity.name in ("currency", "dimensionless")
    ):
        return None
    return str(found[0].unit.name), str(found[0].unit.entity.name)
