"""The words of vocabulary.toml, made ready for looking up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Vocabulary:
    """behaviour: of a kind (total, standing, event, fixed). fates: of a kind, in order. incidents, sites: bits."""

    behaviour: Mapping[str, str]
    measured: frozenset[str]
    rivals: frozenset[str]
    generic: Mapping[str, frozenset[str]]
    names_kind: Mapping[str, str]
    classes: Mapping[str, str]
    fates: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    own: frozenset[str]
    increment_before: re.Pattern[str]
    increment_after: re.Pattern[str]
    increment_verbs: re.Pattern[str]
    part: re.Pattern[str]
    aside: re.Pattern[str]
    cumulative: re.Pattern[str]
    said: str
    said_then: re.Pattern[str]
    then_said: re.Pattern[str]
    weekdays: tuple[str, ...]
    days_before: re.Pattern[str]
    numbers: Mapping[str, int]
    containers: frozenset[str]
    among: re.Pattern[str]
    named: Mapping[str, str]
    incidents: Mapping[str, int]
    incident_names: tuple[str, ...]
    sites: Mapping[str, int]
    directions: frozenset[str]
    stop: frozenset[str]
    units: Mapping[str, tuple[str, float]]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary of vocabulary.toml."""
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    anywhere = frozenset(data["generic"].pop("any"))
    increment, days, among = data["increment"], data["days"], data["among"]
    said, weekday = _either(data["said"]["words"]), _either(days["week"])
    return Vocabulary(
        behaviour=data["behaviour"],
        measured=frozenset(data["measured"]["kinds"]),
        rivals=frozenset(data["rivals"]["kinds"]),
        generic={"": anywhere} | {kind: anywhere | set(nouns) for kind, nouns in data["generic"].items()},
        names_kind=data["names_kind"],
        classes={noun: name for name, nouns in data["classes"].items() for noun in nouns},
        fates={
            kind: tuple((name, re.compile(rf"\b(?:{_either(words)})\b")) for name, words in classes.items())
            for kind, classes in data["fates"].items()
        },
        own=frozenset(data["own"]["fates"]),
        increment_before=re.compile(rf"\b(?:{_either(increment['before'])})\s+(?:[\w’'-]+\s+){{0,2}}$"),
        increment_after=re.compile(rf"^\s+(?:{_either(increment['after'])})\b"),
        increment_verbs=re.compile(rf"\b(?:{_either(increment['verbs'])})\s+(?:[\w’'-]+\s+){{0,2}}$"),
        part=re.compile(rf"\b(?:{_either(data['part']['words'])})\b"),
        aside=re.compile(_either(data["aside"]["words"])),
        cumulative=re.compile(rf"\b(?:{_either(data['cumulative']['words'])})\b"),
        said=said,
        said_then=re.compile(
            rf"\b(?:{said})\b[^.;]{{0,25}}?\b(?:late |early )?(?:on )?(?:late |early )?({weekday})\b", re.IGNORECASE
        ),
        then_said=re.compile(rf"^\W*(?:late |early )?(?:on )?({weekday})\b[^;]{{0,90}}?\b(?:{said})\b", re.IGNORECASE),
        weekdays=tuple(days["week"]),
        days_before=re.compile(rf"\b(\w+) days? (?:{_either(days['before'])})\b"),
        numbers={name: number for number, name in enumerate(days["numbers"], 1)},
        containers=frozenset(data["containers"]["words"]),
        among=re.compile(
            rf"^\s+[\w ]{{0,20}}?\b(?:{_either(among['nouns'])}) (?:{_either(among['words'])}) "
            r"((?:\w+ ){0,2}?\w+)\b(?= in\b| at\b|[.,;]|$)"
        ),
        named=data["named"],
        incidents=_bits(data["incidents"]),
        incident_names=tuple(data["incidents"]),
        sites=_bits(data["sites"]),
        directions=frozenset(data["places"]["directions"]),
        stop=frozenset(data["stop"]["words"]),
        units={
            unit: (dimension, float(size)) for dimension, units in data["units"].items() for unit, size in units.items()
        },
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _bits(classes: Mapping[str, list[str]]) -> dict[str, int]:
    return {word: 1 << place for place, words in enumerate(classes.values()) for word in words}
