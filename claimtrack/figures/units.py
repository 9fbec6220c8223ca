"""Units: what a number measures. Percent and the common measures are read from units.toml, money is money.py;
what looks like another unit is asked of quantulum3, on that word alone."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.figures.measure import Measure
from claimtrack.figures.money import CURRENCY_WORDS, LETTERS_BEFORE, money_after, money_before
from claimtrack.figures.number import Number
from claimtrack.figures.vocabulary import load
from claimtrack.language.neighbours import first_words, small_word_before, small_word_behind, word_before, word_behind
from claimtrack.language.patterns import any_of

_UNITS = load("units.toml")
_UNITS_MORE = _UNITS.pop("more")
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
_PERCENTAGE_BEFORE = re.compile(r"(?i)\b(?:percentages?|per[ -]?cents?)\sof\s\Z")
_CLAUSE_END = re.compile(r"\s?(?:[.,;:!?)](?!\d)|\Z)|\s(?:and|but|in|for)\s")
_UNIT = re.compile(
    rf"(?P<gap>[ \u00a0\n-]{{0,2}})(?:\(\s?)?"
    rf"(?:(?i:(?P<word>{any_of(_WORDS, '[ -]', 's?')}))(?!\w)|(?P<short>{any_of(_SHORT)})(?![\w²³/]|-\w|['’]\w))"
)
_MORE = re.compile(rf" {any_of(_UNITS_MORE['words'])}(?= )")
_MORE_OF = ("duration", "length")
_FIRST_WORDS = first_words(_WORDS, "s") | first_words(_SHORT)
_SIGN_BEGINS = frozenset(short[0] for short in _SHORT if not short[0].isalpha())
# behind these the number may be a percentage or a magnitude ("a magnitude of about 6.2")
_LEADS = LETTERS_BEFORE | {"of", "magnitude", "least", "about", "around", "nearly", "almost", "over", "to", "than"}
_QUAKES = frozenset(("earthquake", "quake", "tremor", "temblor", "aftershock"))
_UNIT_WORDS = (
    _FIRST_WORDS
    | frozenset(_UNITS_MORE["words"])
    | CURRENCY_WORDS
    | _QUAKES
    | {"percent", "per", "pct", "percentage", "percentages", "on", "magnitude"}
)
_PER_UNITS = [
    word
    for name, unit in _UNITS.items()
    for word in unit["words"]
    if unit["measures"] in ("duration", "length", "area", "volume", "mass") and len(name.split()) < 3
]
_PER = re.compile(
    rf"\s(?:per|a|an|each|every)\s(?P<per>{any_of((*_PER_UNITS, 'person', 'capita', 'head'), '[ -]')})\b"
    r"|\sof(?:\s[\w-]{1,20}){1,4}?\s(?:per|a|an|each)\s(?P<rate>second|minute|hour|day)\b"
    r"|/(?P<slash>s|h|hr|day|ms|millisecond|year|km²|m³|L|l)(?!\w)"
)
_MARKS_BEHIND = frozenset((", ", ". ", "; ", ": ", ") "))
_MAGNITUDE_LOOK = 30  # characters before a number in which it is named
_MAGNITUDE_BEFORE = re.compile(r"(?i)\bmagnitude(?:[ -]|\sof\s(?:[a-z]+\s){0,2}?)\Z")
_ON_THE_SCALE = re.compile(r"\s(?:on|magnitude\son)\sthe\s(?:open-ended\s)?Richter\b")
_QUAKE_SIZE = re.compile(r"[2-9]\.\d")
_RARE_UNITS = load("rare_units.toml")
_CAPITALISED = frozenset(_RARE_UNITS["capitalised"])
_SYMBOL = rf"{any_of(_RARE_UNITS['prefixes'])}?{any_of(_RARE_UNITS['symbols'])}(?:[²³]|\^?[23])?"
_RARE_UNIT = re.compile(rf"\s?(?P<unit>(?=[^\s\d]{{0,6}}[A-ZµμΩ°²³/^]){_SYMBOL}(?:[/·]{_SYMBOL})?)(?![\w/-])")
_LARGE = 1e5  # "2 lakh pounds" and more are money, no weight
_END = re.compile(r"\s*(?:[.,;:)]|$|x\s|is\s|and\s|tall|wide|long|deep|high|above|below)")


def measure_at(text: str, number: Number, at: int, floor: int, outlet: str) -> Measure | None:
    """What a number measures, None where it counts things or nothing is said.

    at: where its unit begins if it has one behind it. floor: the end of the figure before. outlet: the country of the
    paper, "" where unknown.
    """
    start = number.start
    if _is_plainly_counted(text, start, at):
        return None
    scaled = number.scale >= _LARGE or number.form == "vague"
    return (
        _percent(text, start, at, floor)
        or money_before(text, number if at == number.end else number._replace(end=at), floor, outlet)
        or money_after(text, number, at, scaled, outlet)
        or _common(text, start, at)
        or _rare(text, start, at)
    )


def _is_plainly_counted(text: str, start: int, at: int) -> bool:
    """Does the number stand between a word that leads no unit and a small word that is none, or a mark?"""
    before = small_word_before(text, start)
    if not before and text[start - 1 : start] == " ":
        before = word_before(text, start).rstrip(",;:)")
    if not before.isalpha() or before in _LEADS:
        return False
    if behind := small_word_behind(text, at):
        return behind not in _UNIT_WORDS
    return text[at : at + 2] in _MARKS_BEHIND and "agnitude" not in text[max(0, start - _MAGNITUDE_LOOK) : start]


def _percent(text: str, start: int, end: int, floor: int) -> Measure | None:
    if text[end : end + 1] not in _PERCENT_FIRST and text[end + 1 : end + 2] not in _PERCENT_FIRST:
        return _percentage_of(text, start, end, floor) if text[start - 4 : start] == " of " else None
    match = _PERCENT.match(text, end)
    if match is None:
        return None
    points = match["points1"] or match["points2"] or match["points3"] or match["pp"]
    return Measure(start, match.end(), match.end(), "percentage point" if points else "percent", "percent")


def _percentage_of(text: str, start: int, end: int, floor: int) -> Measure | None:
    """ "a turnout percentage of 57": nothing counted stands behind the number, and no number before the word."""
    match = _PERCENTAGE_BEFORE.search(text, max(floor, start - 24), start)
    if match is None or not _CLAUSE_END.match(text, end):
        return None
    return Measure(start, end, end, "percent", "percent")


def _common(text: str, start: int, end: int) -> Measure | None:
    match = _UNIT.match(text, end) if _may_be_unit(text, end) else None
    if match is None and (between := _MORE.match(text, end)):
        match = _UNIT.match(text, between.end())
        if match is None or _MEASURES.get(_unit_name(text, start, match) or "") not in _MORE_OF:
            return None
    if match is None:
        return _magnitude(text, start, end)
    name = _unit_name(text, start, match)
    if name is None:
        return None
    unit_end = match.end() + (text[match.end() : match.end() + 1] == ")" and "(" in match[0])
    measures = _MEASURES[name]
    per = _PER.match(text, unit_end, unit_end + 60) if text[unit_end : unit_end + 1] in (" ", "/", "\n") else None
    if per and measures not in ("duration", "temperature"):
        return Measure(start, end, unit_end if per["rate"] else per.end(), f"{name} per {_per_what(per)}", measures)
    return Measure(start, end, unit_end, name, measures)


def _per_what(per: re.Match[str]) -> str:
    """The unit that another is counted by, by its own name ("a litre", "/L", "barrels of crude a day")."""
    if slash := per["slash"]:
        return _SHORT.get(slash) or _WORDS.get(slash, slash)
    word = (per["per"] or per["rate"]).lower()
    return _WORDS.get(word) or _WORDS.get(word.replace("-", " "), word)


def _magnitude(text: str, start: int, end: int) -> Measure | None:
    """ "a magnitude of 6.2", "6.9 on the Richter scale"."""
    before = text[max(0, start - _MAGNITUDE_LOOK) : start]
    named = "agnitude" in before and _MAGNITUDE_BEFORE.search(before)
    if (
        named
        or (text.startswith(" on ", end) and _ON_THE_SCALE.match(text, end))
        or (word_behind(text, end) in _QUAKES and _QUAKE_SIZE.fullmatch(text, start, end))
    ):
        return Measure(start, end, end, "magnitude", "magnitude")
    return None


def unit_named(word: str) -> tuple[str, str] | None:
    """(unit, what it measures) of a unit's name in the singular ("mile"), None where it is none of units.toml."""
    name = _WORDS.get(word.lower())
    return (name, _MEASURES[name]) if name else None


def _may_be_unit(text: str, end: int) -> bool:
    word = word_behind(text, end)
    return word in _FIRST_WORDS if word else text[end : end + 4].lstrip(" \u00a0\n-(")[:1] in _SIGN_BEGINS


def _unit_name(text: str, start: int, match: re.Match[str]) -> str | None:
    end = match.start()
    if match["word"]:
        word = match["word"].lower()
        if not match["gap"] and match["word"][0].isupper():
            return None  # "2Day FM"
        folded = word if word in _WORDS else word.replace("-", " ")
        name = _WORDS.get(folded) or _WORDS[folded.removesuffix("s")]
        is_ordinal = name == "second" and "-" not in match["gap"] and not word.endswith("s")
        counted = text[end - 3 : end] == "one" or text[end - 2 : end] == " a"
        return None if is_ordinal and not counted else name
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
