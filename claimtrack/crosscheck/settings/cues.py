"""The words around a figure that make it an increment, a part, what was held before, or of another incident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimtrack.crosscheck.settings.patterns import bits, either, right_before

OVERTAKEN, ELSEWHERE = 1, 2


@dataclass(frozen=True)
class Cues:
    """Patterns for the words right before a figure (…_before) or right behind it (…_after: from its end on).

    part_or_increment: a word of these stands before each figure that is a part, or an increment by what stands before.
    of_sentences: bits of OVERTAKEN and ELSEWHERE; a sentence without such a word has no such figure.
    year: of an incident ("the 1985 quake"). aside: from here on a sentence tells of something else.
    totals: the phrases of cumulative.
    """

    increment_before: re.Pattern[str]
    increment_after: re.Pattern[str]
    increment_verbs: re.Pattern[str]
    increment_moves: re.Pattern[str]
    part: re.Pattern[str]
    part_after: re.Pattern[str]
    part_or_increment: re.Pattern[str]
    overtaken_before: re.Pattern[str]
    overtaken_after: re.Pattern[str]
    elsewhere: re.Pattern[str]
    of_sentences: Mapping[str, int]
    year: re.Pattern[str]
    aside: re.Pattern[str]
    among: re.Pattern[str]
    totals: tuple[str, ...]
    cumulative: re.Pattern[str]


def read_cues(data: Mapping[str, Any], incidents: Sequence[str]) -> Cues:
    """The cues of vocabulary.toml. incidents: all words for one."""
    increment, part, overtaken, elsewhere = (data[name] for name in ("increment", "part", "overtaken", "elsewhere"))
    nouns, passed = either([*elsewhere["nouns"], *incidents]), r"(?:[\w’'-]+\s+){0,2}?"
    return Cues(
        increment_before=right_before(increment["before"]),
        increment_after=re.compile(rf"\s+(?:{either(increment['after'])})\b"),
        increment_verbs=right_before(increment["verbs"]),
        increment_moves=right_before(increment["moves"]),
        part=re.compile(rf"\b(?:{either(part['words'])})\b"),
        part_after=re.compile(rf"\s+(?:{either(part['after'])})\b"),
        part_or_increment=re.compile(rf"\b(?:{either([*increment['before'], *increment['verbs'], *part['words']])})\b"),
        overtaken_before=right_before(overtaken["before"]),
        overtaken_after=re.compile(rf"\s+{passed}(?:{either(overtaken['after'])})\b"),
        elsewhere=re.compile(
            rf"\b(?:{either(elsewhere['words'])})\s+{passed}(?:{nouns})\b|\bsince (?:[\w’'-]+,? ){{1,4}}when\b"
        ),
        of_sentences=bits(
            {
                "overtaken": _first_words([*overtaken["before"], *overtaken["after"]]),
                "elsewhere": _first_words([*elsewhere["words"], "since"]),
            }
        ),
        year=_year(incidents),
        aside=re.compile(either(data["aside"]["words"])),
        among=_among(data["among"]),
        totals=tuple(data["cumulative"]["words"]),
        cumulative=re.compile(rf"\b(?:{either(data['cumulative']['words'])})\b"),
    )


def _year(incidents: Iterable[str]) -> re.Pattern[str]:
    """ "the 1985 earthquake", "the flood of 1953"."""
    year, incident = r"((?:19|20)\d\d)", f"(?:{either(incidents)})"
    return re.compile(rf"\b{year} {incident}\b|\b{incident} (?:of|in) (?:\w+ )?{year}\b")


def _among(among: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """ "40 deaths among workers"."""
    return re.compile(
        rf"\s+[\w ]{{0,20}}?\b(?:{either(among['nouns'])}) (?:{either(among['words'])}) "
        r"((?:\w+ ){0,2}?\w+)\b(?= in\b| at\b|[.,;]|$)"
    )


def _first_words(phrases: Iterable[str]) -> list[str]:
    return [phrase.split()[0] for phrase in phrases]
