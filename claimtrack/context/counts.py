"""How many units a time expression counts ("two or three" days ago), and how precisely that places a date."""

from __future__ import annotations

import re

from claimtrack.language.time_patterns import any_of
from claimtrack.language.time_words import NUMBERS, UNITS, WORDS, Precision

NUMBER = (
    rf"(?:\d[\d.,]*|{any_of(word for word, n in NUMBERS.items() if 20 <= n < 100)}"
    rf"[- ]{any_of(word for word, n in NUMBERS.items() if 1 <= n < 10)}|{any_of(NUMBERS)})"
)
NUMBER_GROUP = rf"(?P<number>{NUMBER}(?: (?:or|to) {NUMBER}| ?- ?\d+| and a half)?)"
_JOINED_NUMBERS = re.compile(rf"({NUMBER}) (?:or|to) ({NUMBER})|(\d[\d.,]*) ?- ?(\d+)")
_COARSER: dict[Precision, Precision | None] = {
    "minute": "day",
    "day": "week",
    "week": "month",
    "month": "year",
    "year": None,
}


def number_of(words: str) -> float:
    """ "three", "twenty-five", "48", "1.5"; of "two or three" the mean."""
    if joined := _JOINED_NUMBERS.fullmatch(words):
        return (number_of(joined[1] or joined[3]) + number_of(joined[2] or joined[4])) / 2
    if words.endswith(" and a half"):
        return number_of(words.removesuffix(" and a half")) + 0.5
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in NUMBERS:
        return NUMBERS[words]
    return sum(NUMBERS[part] for part in words.replace("-", " ").split())


def counted_precision(number: str, unit: str) -> Precision | None:
    """How precisely a date is known that lies so many units away; None where it is not known at all."""
    precision = UNITS[unit].precision
    return _COARSER[precision] if number in WORDS["vague_numbers"] else precision
