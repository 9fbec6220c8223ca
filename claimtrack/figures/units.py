"""Units: what a number measures. Percent and the common measures are read from units.toml, money is money.py;
what looks like another unit is asked of quantulum3, on that word alone."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.figures.measure import Measure
from claimtrack.figures.money import money_after, money_before
from claimtrack.figures.vocabulary import any_of, load

_UNITS = load("units.toml")
_WORDS: dict[str, str] = {word: name for name, unit in _UNITS.items() for word in unit.get("words", ())}
_SHORT: dict[str, str] = {word: name for name, unit in _UNITS.items() for word in unit.get("short", ())}
_GLUED = frozenset(word for unit in _UNITS.values() for word in unit.get("only_glued", ()))
_MEASURES: dict[str, str] = {name: unit["measures"] for name, unit in _UNITS.items()}

_PERCENT = re.compile(
    r"\s?%(?P<points1>[ -]points?)?"
    r"|[ \u00a0-]?(?i:per[ -]?cents?|pct|p\.c\.|percentages?|pc)(?P<points2>[ -]points?)?\b"
    r"|\s(?i:percentage)(?P<points3>[ -]points?)\b|\s?(?P<pp>pp)\b"
)
_PERCENT_FIRST = frozenset("%pP")
_UNIT = re.compile(
    rf"(?P<gap>[ \u00a0\n-]{{0,2}})(?:\(\s?)?"
    rf"(?:(?i:(?P<word>{any_of(_WORDS, '[ -]', 's?')}))(?!\w)|(?P<short>{any_of(_SHORT)})(?![\w²³/]|-\w|['’]\w))"
)
_UNIT_FIRST = frozenset(c for word in _WORDS for c in (word[0], word[0].upper())) | frozenset(w[0] for w in _SHORT)
_PER = re.compile(
    r"(?P<of>\sof(?:\s[\w-]{1,20}){1,4}?)??"
    r"\s(?:per|a|an|each|every)\s(?P<per>second|minute|hour|day|week|month|year|person|capita)\b"
    r"|/(?P<slash>s|h|hr|day|ms|millisecond)\b"
)
_MAGNITUDE_BEFORE = re.compile(r"(?i)\bmagnitude[ -](?:of\s)?$")
_RARE_UNITS = load("rare_units.toml")
_CAPITALISED = frozenset(_RARE_UNITS["capitalised"])
_SYMBOL = rf"{any_of(_RARE_UNITS['prefixes'])}?{any_of(_RARE_UNITS['symbols'])}(?:[²³]|\^?[23])?"
_RARE_UNIT = re.compile(rf"\s?(?P<unit>(?=[^\s\d]{{0,6}}[A-ZµμΩ°²³/^]){_SYMBOL}(?:[/·]{_SYMBOL})?)(?![\w/-])")
_END = re.compile(r"\s*(?:[.,;:)]|$|x\s|is\s|and\s|tall|wide|long|deep|high|above|below)")


def measure_at(text: str, start: int, end: int, floor: int, value: float | None, scaled: bool) -> Measure | None:
    """What the number text[start:end] measures, None where it counts things or nothing is said.

    floor: the end of the figure before. value, scaled: the number, and whether it is written with a large scale
    ("million"); see money_after.
    """
    return (
        _percent(text, start, end)
        or money_before(text, start, end, floor)
        or money_after(text, start, end, value, scaled)
        or _common(text, start, end)
        or _rare(text, start, end)
    )


def _percent(text: str, start: int, end: int) -> Measure | None:
    if text[end : end + 1] not in _PERCENT_FIRST and text[end + 1 : end + 2] not in _PERCENT_FIRST:
        return None
    match = _PERCENT.match(text, end)
    if match is None:
        return None
    points = match["points1"] or match["points2"] or match["points3"] or match["pp"]
    return Measure(start, match.end(), match.end(), "percentage point" if points else "percent", "percent")


def _common(text: str, start: int, end: int) -> Measure | None:
    match = _UNIT.match(text, end) if _may_be_unit(text, end) else None
    if match is None:
        before = text[max(0, start - 14) : start]
        if "agnitude" in before and _MAGNITUDE_BEFORE.search(before):
            return Measure(start, end, end, "magnitude", "magnitude")
        return None
    name = _unit_name(text, start, match)
    if name is None:
        return None
    unit_end = match.end() + (text[match.end() : match.end() + 1] == ")" and "(" in match[0])
    measures = _MEASURES[name]
    per = _PER.match(text, unit_end, unit_end + 60)
    if per and measures not in ("duration", "temperature"):
        unit = f"{name} per {per['per'] or per['slash']}"
        return Measure(start, end, unit_end if per["of"] else per.end(), unit, measures)
    return Measure(start, end, unit_end, name, measures)


def _may_be_unit(text: str, end: int) -> bool:
    return text[end : end + 4].lstrip(" \u00a0\n-(")[:1] in _UNIT_FIRST


def _unit_name(text: str, start: int, match: re.Match[str]) -> str | None:
    end = match.start()
    if match["word"]:
        word = match["word"].lower()
        if not match["gap"] and match["word"][0].isupper():
            return None  # "2Day FM"
        folded = word if word in _WORDS else word.replace("-", " ")
        name = _WORDS.get(folded) or _WORDS[folded.removesuffix("s")]
        is_ordinal = name == "second" and "-" not in match["gap"] and not word.endswith("s")
        return None if is_ordinal and text[end - 3 : end] != "one" else name
    short = match["short"]
    if short in _GLUED and match["gap"]:
        return None
    if len(short) == 1 and match["gap"] and not _END.match(text, match.end()):
        return None
    if short == "s" and not match["gap"] and "." not in text[start:end]:
        return None  # "the under-30s", "in their 60s"; "9.58s" are seconds
    return _SHORT[short]


def _rare(text: str, start: int, end: int) -> Measure | None:
    """A word that only a unit is written like ("50 kJ", "3 Ω", "12 m/s²"): quantulum3 is asked for it."""
    match = _RARE_UNIT.match(text, end)
    if match is None:
        return None
    unit = match["unit"]
    is_name = unit.isalpha() and len(unit) > 1 and (unit.isupper() or (unit.istitle() and unit not in _CAPITALISED))
    if is_name or (len(unit) == 1 and unit not in "Ω°"):
        return None
    asked = _ask_quantulum(unit)
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
    if len(found) != 1 or found[0].unit.entity.name in ("currency", "dimensionless"):
        return None
    return str(found[0].unit.name), str(found[0].unit.entity.name)
