"""The words of vocabulary.toml, made ready for looking up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claimtrack.crosscheck.settings.cues import Cues, read_cues
from claimtrack.crosscheck.settings.patterns import bits, either
from claimtrack.crosscheck.settings.times import Times, read_times

Fates = Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]


@dataclass(frozen=True)
class Vocabulary:
    """behaviour: of a kind (total, standing, event, fixed). fates: of a kind, in order; any_fate: all their words.

    worst, tight: words of a bound that is of the worst case, and of one that is close to its number.
    incidents, sites: the bits of words. incident_names: of the bits, from the lowest on.
    """

    cues: Cues
    times: Times
    behaviour: Mapping[str, str]
    worst: re.Pattern[str]
    tight: re.Pattern[str]
    measured: frozenset[str]
    anything: frozenset[str]
    rivals: frozenset[str]
    moving: frozenset[str]
    generic: Mapping[str, frozenset[str]]
    names_kind: Mapping[str, str]
    classes: Mapping[str, str]
    containers: frozenset[str]
    named: Mapping[str, str]
    fates: Fates
    any_fate: Mapping[str, re.Pattern[str]]
    own: frozenset[str]
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
    fates = _fates(data["fates"])
    return Vocabulary(
        cues=read_cues(data, [word for words in data["incidents"].values() for word in words]),
        times=read_times(data),
        behaviour=data["behaviour"],
        worst=re.compile(rf"\b(?:{either(data['bounds']['worst'])})\b"),
        tight=re.compile(rf"\b(?:{either(data['bounds']['tight'])})\b"),
        measured=frozenset(data["measured"]["kinds"]),
        anything=frozenset(data["anything"]["kinds"]),
        rivals=frozenset(data["rivals"]["kinds"]),
        moving=frozenset(data["moving"]["nouns"]),
        generic={"": anywhere} | {kind: anywhere | set(nouns) for kind, nouns in data["generic"].items()},
        names_kind=data["names_kind"],
        classes={noun: name for name, nouns in data["classes"].items() for noun in nouns},
        containers=frozenset(data["containers"]["words"]),
        named=data["named"],
        fates=fates,
        any_fate={kind: re.compile("|".join(words.pattern for _, words in of)) for kind, of in fates.items() if of},
        own=frozenset(data["own"]["fates"]),
        incidents=bits(data["incidents"]),
        incident_names=tuple(data["incidents"]),
        sites=bits(data["sites"]),
        directions=frozenset(data["places"]["directions"]),
        stop=frozenset(data["stop"]["words"]),
        units={
            unit: (dimension, float(size)) for dimension, units in data["units"].items() for unit, size in units.items()
        },
    )


def _fates(of_kinds: Mapping[str, Mapping[str, list[str]]]) -> Fates:
    return {
        kind: tuple((name, re.compile(rf"\b(?:{either(words)})\b")) for name, words in classes.items())
        for kind, classes in of_kinds.items()
    }
