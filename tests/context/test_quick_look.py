"""Most sentences name no place and are never read for one, and of others few words: the quick look misses none."""

from __future__ import annotations

import pytest

from claimtrack.context.mentions import mentions_of, read_mentions, starts_of_names
from claimtrack.context.places import places_of
from claimtrack.language import lay_out

# sentence | the words that are read as places | why
LOOKS = [
    ("Rain fell on the river.", [], "no capital but the first"),
    ("Elena Quist spoke to Karl Rusk.", [], "persons"),
    ("Fighting reached Aleppo.", ["Aleppo"], "a city"),
    ("Syrian troops left.", ["Syrian"], "those of a country"),
    ("The New Zealand's navy left.", ["New Zealand"], "two words and a possessive"),
    ("The U.S. left.", ["U.S."], "dots"),
    ("It sells worldwide.", ["worldwide"], "everywhere"),
    ("They met in the town of Abekaverra.", ["Abekaverra"], "a town that no table knows"),
    ("It was in Besieged Aleppo.", ["Besieged Aleppo"], "a word that the tables leave off"),
    ("It was in USA Today on Monday.", [], "a paper, though a country begins it"),
    ("They left Colombia's.", ["Colombia"], "a possessive before the full stop"),
    ("It was the French’s.", ["French"], "a people's, too"),
    ("Rain fell on Hawaiʻi.", ["Hawaiʻi"], "a letter of no Latin alphabet"),
    ("Forty lived in Sverdlovsk Region.", ["Sverdlovsk Region"], "known only with a word for an area"),
    ("She lives in Huntington, W. Va.", ["Huntington", "W. Va."], "a name of two short words"),
    ("Rain fell in Saint–Denis.", ["Saint–Denis"], "two words that a dash ties"),
    ("He came from W.Va. on Monday.", ["W.Va."], "a dot amid a name"),
    ("J. Quist and C.I.O. Rusk met.", [], "initials"),
    ("Officials spoke of towns and of nations.", [], "words that say nothing of where"),
    ("The flood reached Johnson-City.", ["Johnson-City"], "a word of no place, but tied to another"),
    ("Hurricane warnings were out in May.", [], "words that are never a place's"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), LOOKS)
def test_quick_look(sentence: str, expected: list[str], why: str) -> None:
    article = lay_out(sentence)
    found = mentions_of(article, 0, (), starts_of_names(article))
    assert [mention.span.of(sentence) for mention in found] == expected, why


# sentence | the words that name a place itself, and no people
PLACES_ALONE = [
    ("Syrian troops left.", []),
    ("Syrian troops left Aleppo.", ["Aleppo"]),
    ("American nurses left American Samoa.", ["American Samoa"]),
    ("It sells worldwide.", []),
    ("Rebels attacked a town in Somali State.", ["Somali State"]),
    ("Congolese voters met in the town of Abekaverra.", ["Abekaverra"]),
]


@pytest.mark.parametrize(("sentence", "expected"), PLACES_ALONE)
def test_places_themselves(sentence: str, expected: list[str]) -> None:
    found = places_of(lay_out(sentence)).named_in(0)
    assert [mention.span.of(sentence) for mention in found] == expected


def test_the_plain_way_finds_no_more(articles: list[str]) -> None:
    for article in map(lay_out, articles):
        places, starts = places_of(article), starts_of_names(article)
        countries = places.countries
        for i, span in enumerate(article.sentences):
            plain = read_mentions(article, i, countries)
            assert mentions_of(article, i, countries, starts) == plain, span.of(article.text)
            of_places = [mention for mention in plain if mention.how not in ("demonym", "world")]
            assert places.named_in(i) == of_places, span.of(article.text)
