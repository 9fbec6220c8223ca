"""Singular and plural of nouns, and which nouns are people."""

from __future__ import annotations

import pytest

from claimtrack.language.inflection import is_plural, plural, singular
from claimtrack.language.people import can_be_source, is_person

# singular | plural
PAIRS = [
    ("soldier", "soldiers"),
    ("child", "children"),
    ("policeman", "policemen"),
    ("city", "cities"),
    ("day", "days"),
    ("church", "churches"),
    ("box", "boxes"),
    ("analysis", "analyses"),
    ("aircraft", "aircraft"),
    ("aid-worker", "aid-workers"),
    ("passer-by", "passers-by"),
    ("human", "humans"),
]


@pytest.mark.parametrize(("one", "many"), PAIRS)
def test_singular_and_plural(one: str, many: str) -> None:
    assert (singular(many), plural(one), singular(one)) == (one, many, one)


@pytest.mark.parametrize("noun", ["bus", "crisis", "virus", "glass", "family"])
def test_singulars_that_look_like_plurals(noun: str) -> None:
    assert singular(noun) == noun
    assert not is_plural(noun)


# noun | a person | can be a source
PEOPLE = [
    ("soldiers", True, True),
    ("aid-workers", True, True),
    ("dead", True, True),
    ("ministry", False, True),
    ("report", False, True),
    ("table-tennis", False, False),
    ("bridge", False, False),
]


@pytest.mark.parametrize(("noun", "person", "source"), PEOPLE)
def test_people_and_sources(noun: str, person: bool, source: bool) -> None:
    assert (is_person(noun), can_be_source(noun)) == (person, source)
