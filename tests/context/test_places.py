"""Which place a figure holds for: a line a case."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution import attributions_of
from claimtrack.context import place_for, places_of
from claimtrack.figures import find_figures
from claimtrack.language import lay_out
from claimtrack.model import Place

# text | figure | the place as written (- = none)
CASES = """
# the place that the sentence says it happened in
At least 60 refugees drowned off the coast of Libya. | 60 | Libya
Some 2,000 people marched through Paris. | 2,000 | Paris
Fire destroyed 30 houses in Anbar province. | 30 | Anbar province
Two hospitals were hit in rebel-held eastern Aleppo. | Two | rebel-held eastern Aleppo
In northern Nigeria, 22 girls were kidnapped. | 22 | northern Nigeria
Ten people were hurt on the outskirts of Kabul. | Ten | Kabul
Around 50 whales were stranded on a beach in New Zealand. | 50 | New Zealand
Flooding in the Indian state of Assam displaced 45,000 people. | 45,000 | Assam
A bomb near the Indian city of Mumbai killed nine. | nine | Mumbai
Three died in Cairo and the port city of Suez. | Three | Cairo and the port city of Suez
Kenya's health ministry reported 12 cases. | 12 | Kenya
Germany has taken in 1.1 million refugees. | 1.1 million | Germany
The United States has 36,000 hospitals. | 36,000 | United States
The US general in Haiti Lt Gen Ken Keen said 200,000 people died. | 200,000 | Haiti
Some 40 fans of Manchester United were hurt in Rome. | 40 | Rome
Poland hosts 1.5 million Ukrainian refugees. | 1.5 million | Poland
# of several the one beside the figure
The rebels killed 12 soldiers in Aleppo and three in Homs. | 12 | Aleppo
The rebels killed 12 soldiers in Aleppo and three in Homs. | three | Homs
The quake killed 300 in Turkey, while 40 died in Syria. | 300 | Turkey
The quake killed 300 in Turkey, while 40 died in Syria. | 40 | Syria
There were 12 deaths in Lagos, 5 in Kano and 3 in Abuja. | 12 | Lagos
There were 12 deaths in Lagos, 5 in Kano and 3 in Abuja. | 5 | Kano
There were 12 deaths in Lagos, 5 in Kano and 3 in Abuja. | 3 | Abuja
Floods killed 30 people in Bihar on Monday, officials in Delhi said. | 30 | Bihar
The minister, on a visit to Tokyo, said 90 people had died in Osaka. | 90 | Osaka
# where it happened before where from and whither
Turkey sent 400 troops to Idlib. | 400 | Idlib
Police in Hamburg arrested 43 fans from Bremen. | 43 | Hamburg
Russia lost 17 tanks near Kyiv. | 17 | Kyiv
French troops killed 30 militants in Mali. | 30 | Mali
# who is cited is the last choice
The UN envoy for Syria said 300 people had died in Yemen. | 300 | Yemen
The Libyan minister for Europe said 12 people had drowned off Malta. | 12 | Malta
# nothing but a nationality
An Italian court jailed 12 people. | 12 | Italy
A dozen Syrian doctors have left. | A dozen | Syria
# a person's, a paper's, a club's name is no place
Sydney has 40 hospitals. | 40 | Sydney
Madison has 40 hospitals. | 40 | -
Paris Jackson sold 40 records in Berlin. | 40 | Berlin
Mr Washington sold 40 houses. | 40 | -
The Chicago Tribune counted 300 murders in Detroit. | 300 | Detroit
The Washington Post has 900 journalists. | 900 | -
Michael Jordan sold 40 houses. | 40 | -
More than 900 fans watched the LA Lakers. | 900 | -
# who acted in the sentence before comes after where something happened
Shells fell in Homs. Russia rejected the charge. About 40 people died. | 40 | Homs
Russia rejected the charge. About 40 people died. | 40 | Russia
Buildings in Homs collapsed. About 40 people died. | 40 | Homs
# a month, a season, a day is no place
In May, 12 people died. | 12 | -
On Sunday 12 people died. | 12 | -
# where nothing is named, the sentence before, then what the article is about
Fighting spread in Tigray on Monday. At least 12 people died. | 12 | Tigray
Fighting spread in Tigray and Kassala. At least 12 people died. | 12 | Tigray and Kassala
Chile's president spoke. It was late. Many came. A total of 40 died. | 40 | Chile
# everywhere is no place
The firm has 900 shops around the world. | 900 | -
The strain has reached 90 firms in 30 countries. Its lab is in Rome. | 90 | -
The two countries met in Rome over 90 prisoners. | 90 | Rome
# what is measured holds where something happened, or for the country that the text is about
Rates rose in Norway. Norway's bank warned Norwegians. The rise was 3 percent. | 3 percent | Norway
An envoy went to Norway. The rise was 3 percent. | 3 percent | -
A fire broke out in Oslo. It cost $3 million. | $3 million | Oslo
It cost $3 million. The fire broke out in Oslo. | $3 million | Oslo
It cost $3 million. Fans from Oslo and Bergen paid in Lagos. | $3 million | -
# a story of its own in parentheses
Fire broke out in Oslo. (A man won 40 cars.) | 40 | -
Fire broke out in Oslo. (A Lagos man won 40 cars.) | 40 | Lagos
# abroad, a nationality says little
A bomb in Kabul killed two guards and 12 Italian doctors. | 12 | Kabul
# not here, but beside it; and what the gazetteer does not know
Bombs went off in the town of Abeka, south of Lagos, and 40 died. | 40 | Abeka
The blast, 60 miles north of Oslo, hurt 40. | 40 | Oslo
# a person's, a storm's, an institution's, an outlet's name is no place
Fans adored Whitney Houston. Houston sold 40 records. | 40 | -
Judge T. Jackson Bedford ruled. Bedford fined 40 men. | 40 | -
Winds of Hurricane Florence grew. Florence hit 40 homes. | 40 | -
He asked Judge Ann Lima. Lima fined 40 men. | 40 | -
A University of Texas study counted 40 cases. | 40 | -
A car hit 40 men near Syracuse University. | 40 | Syracuse University
He met 19-year-old Zach Anderson. Anderson sold 40 cars. | 40 | -
Delays at Oslo Sky Harbor International Airport hit 40 flights. | 40 | Oslo Sky Harbor International Airport
In Oslo, a Syracuse University study counted 40 cases. | 40 | Oslo
He was in The Streets of San Francisco for 40 episodes. | 40 | -
Trade fell in Oslo, USA Today said, and 40 shops shut. | 40 | Oslo
Bank of America lost 40 men. | 40 | -
He left his Lagos home with 40 cars. | 40 | Lagos
Shots fell at the Washington Square Mall, and 40 fled. | 40 | -
A bus hit 40 cars near Havre de Grace. | 40 | -
The Kyoto protocol binds 40 states. | 40 | -
Nobody knows why 12 people died. | 12 | -
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CASES.splitlines() if "|" in line]


def placed(text: str, surface: str) -> tuple[Place, str] | None:
    """The place of the figure that is written so, and the rule that chose it."""
    article = lay_out(text)
    (figure,) = (f for f in find_figures(text) if text[f.start : f.end] == surface)
    attribution = attributions_of(article).of(figure)
    cited = [span for span in (attribution.source_span, attribution.role_span) if span is not None]
    return place_for(places_of(article), article.sentence_at(figure.start), figure, None, cited)


@pytest.mark.parametrize(("text", "figure", "place"), ROWS)
def test_place(text: str, figure: str, place: str) -> None:
    found = placed(text, figure)
    assert (found[0].name if found else "-") == place


RULES = [
    # text | figure | rule, as `show --why` names it
    ("The raid killed 12 people in Aleppo.", "12", "place-local"),
    ("Aleppo buried 12 people.", "12", "place-name"),
    ("Turkey sent 400 troops to Idlib.", "400", "place-towards"),
    ("A raid near Aleppo killed 12 people.", "12", "place-near"),
    ("They came from Aleppo with 12 trucks.", "12", "place-from"),
    ("An Italian court jailed 12 people.", "12", "place-demonym"),
    ("Fighting spread in Tigray. At least 12 people died.", "12", "place-before"),
    ("Chile mourns.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nSome 40 people died.", "40", "place-of-article"),
]


@pytest.mark.parametrize(("text", "figure", "rule"), RULES)
def test_the_rule_is_named(text: str, figure: str, rule: str) -> None:
    found = placed(text, figure)
    assert found is not None
    assert found[1] == rule


def test_a_place_carries_what_the_gazetteer_knows() -> None:
    found = placed("The raid killed 12 people in eastern Aleppo.", "12")
    assert found is not None
    place = found[0]
    assert (place.name, place.country, place.precision) == ("eastern Aleppo", "SY", "city")
    assert place.lat == pytest.approx(36.2, abs=0.2)


def test_two_places_of_two_countries_have_no_one_spot() -> None:
    found = placed("Twelve died in Kabul and Islamabad.", "Twelve")
    assert found is not None
    assert (found[0].name, found[0].country, found[0].lat) == ("Kabul and Islamabad", None, None)


def test_a_city_is_looked_for_in_each_country_of_the_article() -> None:
    text = "Syria, Syria and Syria again. Lebanon was calm. Clashes in Tripoli killed 12 people."
    found = placed(text, "12")
    assert found is not None
    assert (found[0].name, found[0].country) == ("Tripoli", "LB")


def test_a_name_that_two_countries_share_is_read_by_what_else_the_article_says() -> None:
    sheriff = placed("The sheriff came. In Georgia, 12 people died, the FBI said.", "12")
    assert sheriff is not None
    assert sheriff[0].country == "US"
    alone = placed("In Georgia, 12 people died.", "12")
    assert alone is not None
    assert alone[0].country == "GE"


def test_the_country_of_an_article_is_the_one_it_names_most() -> None:
    text = "Syria and Syrian towns were hit, Syria said. Turkey and Russia were not."
    assert places_of(lay_out(text)).country == "SY"
    assert places_of(lay_out("Nothing happened.")).country is None
    assert not places_of(lay_out("New Zealand and Kenya met.")).certain


WORDS = ["In", "in", "The", "the", "Aleppo", "Gulf", "of", "Mexico", "and", "Syrian", "12", "three", "people", "died",
         ",", ".", "-", "said", "Paris", "Hilton", "near", "\n\n", "–", "(", "“", "İstanbul"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_a_place_stands_where_it_says(text: str) -> None:
    article = lay_out(text)
    places = places_of(article)
    for figure in find_figures(text):
        found = place_for(places, article.sentence_at(figure.start), figure, None)
        if found is not None and found[1] != "place-demonym":
            place = found[0]
            assert place.span.of(text)
            assert place.span.of(text)[0].isalpha()


def test_the_mentions_of_a_sentence_come_in_order_and_do_not_overlap() -> None:
    text = "In Cairo and the port city of Suez, in the Gulf of Mexico, in Syria's north and in Paris 12 people died."
    spans = [m.span for m in places_of(lay_out(text)).of_sentence(0)]
    assert len(spans) == 4
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


# text | the countries that it speaks of, the most named first
COUNTRIES = [
    ("New Zealand and Kenya met in Texas, and Texans in New Zealand.", ("NZ", "US", "KE")),
    ("The Jersey girls of New Jersey sang in New Jersey.", ("US", "JE")),
    ("President Moon met those of North Korea and Papua New Guinea.", ("KP", "PG")),
    ("U.S. senators and a Republican met UK ones.", ("US", "GB")),
    ("He won 40 crore, the Lok Sabha heard.", ("IN",)),
    ("The Kremlin wrote to France.", ("FR", "RU")),
    ("Malakhov danced in France.", ("FR",)),
    ("El Salvador, El Salvador; Mexico.", ("SV", "MX")),
    ("Latin America and the Indian Ocean: Brazil and South American states.", ("BR",)),
    ("Syria’s army left, Syria said. Lebanon’s did not.", ("SY", "LB")),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries_of_an_article(text: str, expected: tuple[str, ...]) -> None:
    assert places_of(lay_out(text)).countries == expected
