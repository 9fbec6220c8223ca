"""Titles in front of a person's name, from titles.toml: which words are the title and which the name."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from claimtrack.attribution.source_types import organisation
from claimtrack.language.people import SOURCE_BODIES

Gender = Literal["m", "f", "u"]

DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
OFFICES, _INNER = frozenset(DATA["titles"]), frozenset(DATA["inner"])
TITLES = OFFICES | frozenset(DATA["inside"])
HE = frozenset(DATA["he"])
MALE, FEMALE = frozenset(DATA["male"]), frozenset(DATA["female"])
_POSTS, _NO_NAMES = frozenset(DATA["posts"]), frozenset(DATA["no_names"])
_LEADING = re.compile(r"(?i)^(?:the|a|an|his|her|their|its|our|this|that|these|those|some|both)\s+")


@cache
def given_names() -> dict[str, Gender]:
    """Given names of the world's news → gender ("u" where both)."""
    lines = files("claimtrack.language").joinpath("given_names.csv").read_text("utf-8").splitlines()
    return {row["name"]: row["gender"] for row in csv.DictReader(lines)}  # type: ignore[misc]


def is_given_name(word: str) -> bool:
    """Is the word, or its part in front of a hyphen, a given name ("Jean-Pierre")?"""
    given = given_names()
    return word in given or word.split("-")[0] in given


def title_length(words: Sequence[str]) -> int:
    """How many words at the front are a title, which holds at least one office; the last word is never one."""
    k = last = 0
    while k < len(words) - 1:
        if words[k] in TITLES:
            last = k + 1
        elif words[k] not in _INNER:
            break
        k += 1
    if any(w in OFFICES for w in words[:last]) and words[last] not in _INNER:
        return last
    return _length_behind_a_name(words)


def _length_behind_a_name(words: Sequence[str]) -> int:
    """ "Carroll County Sheriff | Tobe Leazenby": the title that begins with the name of a place or a body."""
    last = next((k + 1 for k in range(len(words) - 3, 0, -1) if words[k] in _POSTS), 0)
    while 0 < last < len(words) - 1 and words[last] in TITLES:
        last += 1
    person = words[last:]
    if not last or len(person) not in (2, 3) or any(w in _NO_NAMES for w in person):
        return 0
    return 0 if person[-1].lower() in SOURCE_BODIES else last


def is_name_like(words: Sequence[str]) -> bool:
    """Are all words capitalised but the small ones that a title may hold ("Secretary of State")?"""
    return all(w[0].isupper() or w in _INNER for w in words)


def without_titles(written: str) -> str:
    """ "Secretary of State John Kerry" → "John Kerry"; "the Red Cross" → "Red Cross"."""
    name = _LEADING.sub("", " ".join(written.split()))
    words = name.split()
    if not is_name_like(words):
        return name
    rest = words[title_length(words) :]
    cut = rest and len(rest) < len(words) and (len(rest) <= 3 or is_given_name(rest[0]))
    return " ".join(rest) if cut and organisation(name) is None else name


def title_of(written: str) -> str | None:
    """The title in front of the name, as written: "Secretary of State"."""
    words = _LEADING.sub("", " ".join(written.split())).split()
    name = without_titles(written).split()
    return " ".join(words[: len(words) - len(name)]) or None
