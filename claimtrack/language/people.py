"""Nouns for persons, and nouns that can stand for an unnamed source, from people.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimtrack.language.inflection import singular

_DATA = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
_PERSONS = (
    frozenset(singular(w) for w in [*_DATA["persons"], *_DATA["source_persons"]])
    | frozenset(_DATA["invariant"])
    | frozenset(_DATA["collectives"])
)
SOURCE_PERSONS = frozenset(_DATA["source_persons"])
SOURCE_DOCUMENTS = frozenset(_DATA["source_documents"])
SOURCE_BODIES = frozenset(_DATA["source_bodies"])


@lru_cache(maxsize=16384)
def is_person(noun: str) -> bool:
    """Does the lower-case noun, singular or plural, name persons ("soldiers", "dead", "aid-worker")?"""
    one = singular(noun)
    return one in _PERSONS or noun in _PERSONS or ("-" in one and one.rsplit("-", 1)[1] in _PERSONS)


@lru_cache(maxsize=16384)
def can_be_source(noun: str) -> bool:
    """Can the lower-case noun, singular or plural, stand for a source ("officials", "the ministry", "a report")?"""
    one = singular(noun)
    return any(w in SOURCE_PERSONS or w in SOURCE_DOCUMENTS or w in SOURCE_BODIES for w in (one, noun)) or is_person(
        noun
    )
