"""For whom a source speaks: the health minister for the health ministry, its director for the WHO (bodies.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claimtrack.attribution.source_types import organisation
from claimtrack.context.gazetteer import find_demonym, find_toponym
from claimtrack.language.inflection import singular

_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("bodies.toml").read_text("utf-8"))
_OFFICES, _PASSED = frozenset(_DATA["offices"]), frozenset([*_DATA["grades"], *_DATA["joins"]])
_BECOMES: dict[str, str] = _DATA["becomes"]
_BODIES = frozenset(_DATA["nouns"]["bodies"])
_ALONE = re.compile(rf"\b(?:{'|'.join(_DATA['alone']['offices'])})\b")
_WORD = re.compile(r"\w[\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation. words: of its name, sorted, without country. country: ISO 3166-1 alpha-2, None = not said."""

    words: tuple[str, ...]
    country: str | None

    def may_be(self, other: Body) -> bool:
        """One body, as far as both names say: "health ministry" may be "Libyan health ministry"."""
        return self.words == other.words and (self.country == other.country or None in (self.country, other.country))


@lru_cache(maxsize=1 << 14)
def body_of(source: str, role: str | None) -> Body | None:
    """The body that a source is or speaks for, None where neither its name nor its role says.

    >>> body_of("Rema Hamad", "health minister") == body_of("the health ministry", None)
    True
    >>> body_of("Jean-Max Bellerive", "Prime Minister")
    """
    written = _name_of(source, role)
    if not written or not _nouns_in(written):
        return Body(written, None) if written else None
    countries = {word: country for word in written if (country := _country(word))}
    named = _named(word for word in written if word not in countries) - _PASSED
    return Body(tuple(sorted(named)), next(iter(countries.values()), None)) if _BODIES & named else None


def body_nouns(source: str, role: str | None) -> frozenset[str]:
    """Nouns that any name of this body has ("ministry"), empty for none: what shares none is no one body. No country is
    looked up for it."""
    written = _name_of(source, role)
    return _nouns_in(written) or frozenset(written)


@lru_cache(maxsize=1 << 14)
def _name_of(source: str, role: str | None) -> tuple[str, ...]:
    """The words of the body's name as written, or its whole name where that has no noun for a body; empty for none."""
    phrase = role or source
    if _ALONE.search(phrase.lower()):
        return ()
    written = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(phrase)]
    if role and not any(_is_office(word) for word in written):
        return ()
    kept = [word for word in written if word.lower() not in _PASSED]
    plain = [word for word in kept if not _is_office(word) or word.lower() in _BECOMES]
    for words in filter(None, (kept, plain)):
        known = organisation(" ".join(words))
        if known is not None:
            names = tuple(_WORD.findall(known.name))
            return names if _nouns_in(names) else (known.name,)
    return tuple(plain) if _nouns_in(plain) else ()


def _is_office(word: str) -> bool:
    return singular(word.lower()) in _OFFICES


def _nouns_in(written: Iterable[str]) -> frozenset[str]:
    return _BODIES & _named(written)


def _named(written: Iterable[str]) -> set[str]:
    words = (singular(word.lower()) for word in written)
    return {_BECOMES.get(word, word) for word in words}


def _country(word: str) -> str | None:
    """The country that a word names or is the adjective of ("Libya", "Libyan")."""
    place = find_demonym(word) or find_toponym(word)
    return place.country if place is not None and place.precision == "country" else None
