"""What a number measures: money, percent, measures; and what only looks like a unit."""

from __future__ import annotations

import pytest

from claimtrack.figures import find_figures, outlet_country

# sentence with one figure | surface | value | unit | a word on why
MONEY = [
    ("Losses reached US$3.2m.", "US$3.2m", 3.2e6, "USD", "US dollars"),
    ("Losses reached A$5m.", "A$5m", 5e6, "AUD", "Australian"),
    ("Losses reached C$1.5bn.", "C$1.5bn", 1.5e9, "CAD", "Canadian"),
    ("Losses reached HK$40 million.", "HK$40 million", 40e6, "HKD", "Hong Kong"),
    ("Losses reached Rs 500 crore.", "Rs 500 crore", 5e9, "INR", "rupees and crore"),
    ("Losses reached Rs. 2.5 lakh.", "Rs. 2.5 lakh", 2.5e5, "INR", "rupees and lakh"),
    ("Losses reached €3bn.", "€3bn", 3e9, "EUR", "billion"),
    ("Losses reached £250k.", "£250k", 250e3, "GBP", "thousand"),
    ("Losses reached EUR 50m.", "EUR 50m", 50e6, "EUR", "code before"),
    ("Losses reached 50 million EUR.", "50 million EUR", 50e6, "EUR", "code behind"),
    ("Losses reached 3 MEUR.", "3 MEUR", 3e6, "EUR", "scale and code"),
    ("It costs 20 €.", "20 €", 20, "EUR", "sign behind, at the end"),
    ("It costs 500 zł.", "500 zł", 500, "PLN", "letters as sign"),
    ("It costs 20 Hong Kong dollars.", "20 Hong Kong dollars", 20, "HKD", "words first"),
    ("It costs 40 Moroccan dirhams.", "40 Moroccan dirhams", 40, "MAD", "nationality"),
    ("It costs 50 cents.", "50 cents", 50, "cent", "a part of a currency keeps its name"),
    ("A R500m tender.", "R500m", 500e6, "ZAR", "a letter before a sum with a scale"),
    ("It won N2,000.", "N2,000", 2000, "NGN", "a letter before a sum with thousands"),
    ("It owes KSh300m.", "KSh300m", 300e6, "KES", "letters, and m is a million"),
    ("It cost Sh40 billion.", "Sh40 billion", 40e9, "KES", "letters, and a scale in words"),
    ("It cost MAUD 60.", "MAUD 60", 60e6, "AUD", "scale and code before"),
    ("It cost nzd$15.", "nzd$15", 15, "NZD", "code in small letters and sign"),
    ("It cost $30 CAD.", "$30 CAD", 30, "CAD", "the code behind says whose dollars"),
    ("It made $3 million (Canadian).", "$3 million (Canadian)", 3e6, "CAD", "the nation behind says it too"),
    ("A $3 million Canadian film.", "$3 million", 3e6, "USD", "the nation of a noun does not"),
    ("It cost $40 Australian dollars.", "$40", 40, "AUD", "sign and name"),
    ("It costs 50p.", "50p", 50, "penny", "p behind digits"),
    ("A 1080p screen.", "1080", 1080, None, "the lines of a screen"),
    ("It costs $1.20, not 99c.", "99c", 99, "cent", "c where dollars are near"),
    ("It cost 3 dollars 20 cents.", "3 dollars 20 cents", 3.2, "USD", "a sum in two parts"),
    ("It cost £2 50p.", "£2 50p", 2.5, "GBP", "a sum in two parts, by signs"),
    ("It cost 2 pounds 50 pence.", "2 pounds 50 pence", 2.5, "GBP", "pence make pounds money"),
    ("It cost thirteen dollars forty-five.", "thirteen dollars forty-five", 13.45, "USD", "the part without its name"),
    ("He had a 5-pound note.", "5-pound", 5, "GBP", "a note is money"),
    ("Iraq paid 40,000 dinars.", "40,000 dinars", 40e3, "IQD", "the country that is named near it"),
    ("It paid 40,000 dinars.", "40,000 dinars", 40e3, "dinar", "whose is not said"),
    ("Manila paid 40,000 pesos.", "40,000 pesos", 40e3, "PHP", "a capital names its country"),
    ("A 300 million-won loan.", "300 million-won", 300e6, "KRW", "hyphen"),
    ("It cost 361 million pounds.", "361 million pounds", 361e6, "GBP", "large: money"),
    ("The baby weighed 8 pounds.", "8", 8, "pound", "weight"),
    ("They won two medals; 2 won.", "2", 2, None, "won, the verb"),
    ("Try 5 recipes.", "5", 5, None, "no Turkish lira"),
    ("Half of the dollars.", "Half", 0.5, None, "a share of money is no money"),
]

MEASURES = [
    ("Turnout was 57%.", "57%", 57, "percent", "sign"),
    ("Turnout was 57 per cent.", "57 per cent", 57, "percent", "British"),
    ("Turnout was 57pc.", "57pc", 57, "percent", "glued"),
    ("Turnout rose by 3.5 percentage points.", "3.5 percentage points", 3.5, "percentage point", "points"),
    ("A 200-km march.", "200", 200, "kilometre", "hyphen"),
    ("Winds of 150km/h.", "150", 150, "kilometre per hour", "glued"),
    ("A train at 110mph.", "110", 110, "mile per hour", "glued letters are a unit, no code"),
    ("Winds of 90 miles an hour.", "90", 90, "mile per hour", "words"),
    ("It pumps 2.5 million barrels per day.", "2.5 million", 2.5e6, "barrel per day", "compound"),
    ("It reached 40C.", "40", 40, "degree Celsius", "letter"),
    ("A 7.8-magnitude quake.", "7.8", 7.8, "magnitude", "behind"),
    ("A magnitude 6.2 tremor.", "6.2", 6.2, "magnitude", "before"),
    ("He ran 100 metres in it.", "100", 100, "metre", "words"),
    ("He ran it in 9.58s.", "9.58", 9.58, "second", "s behind decimals"),
    ("A fence of 5m.", "5", 5, "metre", "m with nothing counted"),
    ("It used 50 kJ.", "50", 50, "kilojoule", "asked of quantulum3"),
    ("It slowed by 12 m/s².", "12", 12, "metre per square second", "asked of quantulum3"),
    ("It took half an hour.", "half", 0.5, "hour", "a fraction of a unit"),
    ("It took one second.", "one", 1, "second", "second, the time"),
    ("It rose half a percentage point.", "half a percentage point", 0.5, "percentage point", "a part of a point"),
    ("A turnout percentage of 57.", "57", 57, "percent", "the word before"),
    ("It is 6-foot-2.", "6-foot-2", 6 + 2 / 12, "foot", "feet and inches of a person"),
    ("It measured 6.9 on the Richter scale.", "6.9", 6.9, "magnitude", "the scale behind"),
    ("A 6.0 quake shook it.", "6.0", 6, "magnitude", "the quake behind"),
    ("It was the strongest since a 7.1 quake in May.", "7.1", 7.1, "magnitude", "between two small words"),
    ("It had a magnitude of about 7.", "7", 7, "magnitude", "hedged"),
    ("It holds 5 grams per litre.", "5", 5, "gram per litre", "per a measure"),
    ("It does 30 miles per gallon.", "30", 30, "mile per gallon", "per a measure"),
    ("It cut 2 million barrels of crude a day.", "2 million", 2e6, "barrel per day", "what flows, between"),
    ("It buys 2 million gallons of fuel a year.", "2 million", 2e6, "gallon", "the sum of a year"),
    ("It pumps 3 million bpd.", "3 million", 3e6, "barrel per day", "letters"),
]

NO_UNIT = [
    ("The dealer sold 5 SUVs.", "capitals are no unit"),
    ("The party has 40 MPs.", "capitals are no unit"),
    ("The party has 9 NDAs to sign.", "capitals are no unit"),
    ("About 2m people voted.", "a million"),
    ("There were 12 dead.", "nothing said"),
    ("He sold 288 T-shirts.", "letters of a noun, no trillion"),
    ("She is in her 30s.", "no seconds"),
    ("Even 2Day FM reported it.", "a name"),
]


@pytest.mark.parametrize(("sentence", "surface", "value", "unit", "why"), [*MONEY[:-3], *MEASURES])
def test_unit(sentence: str, surface: str, value: float, unit: str | None, why: str) -> None:
    figure = find_figures(sentence)[-1]
    found = (sentence[figure.start : figure.end], figure.value, figure.unit)
    assert found == (surface, pytest.approx(value), unit), why


@pytest.mark.parametrize(("sentence", "surface", "value", "unit", "why"), MONEY[-3:])
def test_looks_like_money(sentence: str, surface: str, value: float, unit: None, why: str) -> None:
    figure = find_figures(sentence)[-1]
    assert (sentence[figure.start : figure.end], figure.value, figure.unit) == (surface, value, unit), why


@pytest.mark.parametrize(("sentence", "why"), NO_UNIT)
def test_no_unit(sentence: str, why: str) -> None:
    (figure,) = find_figures(sentence)
    assert figure.unit is None, why


# the paper's address | sentence | unit | a word on why
OUTLETS = [
    ("https://www.abc.net.au/news/1", "It cost $5m.", "AUD", "an Australian paper's dollars"),
    ("https://www.abc.net.au/news/1", "It cost US$5m.", "USD", "unless it says whose"),
    ("https://www.dawn.com.pk/1", "It cost Rs 5m.", "PKR", "rupees"),
    ("https://www.bbc.co.uk/1", "It cost $5m.", "USD", "a country with no dollar of its own"),
    ("https://example.com/1", "It cost $5m.", "USD", "an address that says nothing"),
    (None, "It cost $5m.", "USD", "no address"),
    ("http://[broken", "It cost $5m.", "USD", "no address that can be read"),
]


@pytest.mark.parametrize(("url", "sentence", "unit", "why"), OUTLETS)
def test_the_outlets_country_says_whose_dollars(url: str | None, sentence: str, unit: str, why: str) -> None:
    (figure,) = find_figures(sentence, outlet_country(url))
    assert figure.unit == unit, why


def test_unit_end_is_behind_the_words_of_the_unit() -> None:
    sentence = "It lies 12 km away."
    (figure,) = find_figures(sentence)
    assert sentence[figure.end : figure.unit_end] == " km"
