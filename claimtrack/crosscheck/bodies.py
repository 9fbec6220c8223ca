"""For whom a source speaks: the health minister for the health ministry, its director for the WHO (bodies.toml)."""

from __future__ import annotations

import re
import tomllib
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
    phrase = role or source
    if _ALONE.search(phrase.lower()):
        return None
    written = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(phrase)]
    if role and not any(_is_office(word) for word in written):
        return None
    kept = [word for word in written if word.lower() not in _PASSED]
    plain = [word for word in kept if not _is_office(word) or word.lower() in _BECOMES]
    return _known(kept) or _known(plain) or _of_words(plain)


def _is_office(word: str) -> bool:
    return singular(word.lower()) in _OFFICES


def _known(words: list[str]) -> Body | None:
    """The organisation of this name."""
    known = organisation(" ".join(words)) if words else None
    return (_of_words(_WORD.findall(known.name)) or Body((known.name,), None)) if known else None


def _of_words(written: list[str]) -> Body | None:
    countries = {word: country for word in written if (country := _country(word))}
    words = [singular(word.lower()) for word in written if word not in countries]
    named = tuple(sorted({_BECOMES.get(word, word) for word in words} - _PASSED))
    return Body(named, next(iter(countries.values()), None)) if _BODIES & set(named) else None


def _country(word: str) -> str | None:
    """The country that a word names or is the adjective of ("Libya", "Libyan")."""
    place = find_demonym(word) or find_toponym(word)
    return place.country if place is not None and place.precision == "country" else None
