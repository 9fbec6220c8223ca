"""Singular and plural of nouns, by rule and by the list in words.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

_PLURALS: dict[str, str] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))["plurals"]
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
_NO_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "ous")


@lru_cache(maxsize=16384)
def singular(noun: str) -> str:
    """The singular of a lower-case noun, itself where it is no plural; of one with a hyphen, its last part's."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun in _PLURALS:
        return noun
    if noun.endswith(("women", "men")) and len(noun) > 5:
        return noun[:-3] + "man"
    if "-" in noun:
        head, last = noun.rsplit("-", 1)
        return f"{head}-{singular(last)}"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and len(noun) > 2 and not noun.endswith(_NO_PLURAL_ENDINGS):
        return noun[:-1]
    return noun


@lru_cache(maxsize=16384)
def plural(noun: str) -> str:
    """The plural of a lower-case singular noun."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if (
        noun.endswith("man")
        and len(noun) > 4
        and noun not in ("human", "german", "ottoman", "roman", "shaman", "talisman")
    ):
        return noun[:-3] + "men"
    if "-" in noun:
        head, last = noun.rsplit("-", 1)
        return f"{head}-{plural(last)}"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun + "s"


@lru_cache(maxsize=16384)
def is_plural(noun: str) -> bool:
    """Does the lower-case word read as a plural noun?"""
    return noun in _SINGULARS or singular(noun) != noun
