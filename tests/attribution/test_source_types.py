"""Which type a source has: a line a case, the reason last."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

import claimtrack
from claimtrack.attribution.source_types import Organisation, organisation, source_type
from claimtrack.model import SourceType

PACKAGE = Path(claimtrack.__file__).parent

# source | role | text | type (- = none) | why
CASES = """
Ramzy Ezzeldin Ramz | the United Nations deputy special envoy for Syria | Ramz | intergovernmental | organisation
Lena Okafor | UN deputy envoy | she | intergovernmental | acronym in the role
John Kirby | the Pentagon's spokesman | Kirby | government | possessive organisation
Amal Saleh | police spokesman | Saleh | government | the body before a neutral person
Tom Bryce | Red Cross spokesman | Bryce | ngo | organisation of two words
Mary Holt | a Reuters correspondent | Holt | media | organisation and role agree
Samir Haddad | spokesman for the ministry | he | government | the part after "for"
Ines Duarte | health minister | Duarte | government | plain role
Ahmed Nasser | Health Minister of the interim government | he | government | first part decides
Paul Reyes | mayor of the coastal town | Reyes | government | plain role
Dana Whitfield | Sen. | Whitfield | government | abbreviated title
Karim Aziz | a rebel commander | he | armed_group | rebel commander before commander
Oleg Petrenko | commander of the rebel brigade | he | armed_group | a commander gives way to the rebels
Oleg Petrenko | commander of the 3rd battalion | he | military | plain commander's body
Viktor Lys | Gen. | Lys | military | rank alone
Rosa Lind | Lt. Col. | Lind | military | rank of two words
Rosa Lind | Col. with the state police | Lind | government | the police's colonel is no soldier
Noah Feld | a hospital official | Feld | other | an official, but not the government's
Noah Feld | an official | Feld | government | nothing but an official
Ruth Amadi | an official at Save the Children | she | ngo | organisation after "at"
Peter Stahl | professor of economics at Harvard University | Stahl | expert | university
Peter Stahl | an economist at Goldman Sachs | Stahl | company | the organisation decides
Peter Stahl | an independent economist | Stahl | expert | plain role
Yara Mansour | an epidemiologist | she | expert | plain role
Idris Bello | chief executive of the airline | Bello | company | plain role
Idris Bello | president | Bello | government | nothing but a president
Idris Bello | president of the teachers' union | Bello | other | a president gives way to the union
Idris Bello | president of the World Bank | Bello | intergovernmental | organisation after "of"
Um Khalid | a resident of the UN-run camp | she | witness | hyphenated UN does not speak
Um Khalid | a mother of a Pentagon official | she | witness | one who speaks for nobody else
Um Khalid | a survivor of the Boko Haram attack | she | witness | the organisation is only spoken of
Jean Roux | eyewitness | he | witness | plain role
Farid Gul | human rights activist | Gul | ngo | activist
Farid Gul | an aid worker in the valley | he | ngo | aid worker
Li Wen | Syria's ambassador to the United Nations | Li | government | the UN is where he is sent
Li Wen | an adviser to the United Nations | Li | intergovernmental | whom a neutral person advises
Li Wen | an expert on Hezbollah at Chatham House | Li | expert | Hezbollah is the subject
Li Wen | a lawyer who represents Hamas prisoners | Li | other | the phrase ends at "who"
Li Wen | spokesman for Hamas | Li | armed_group | organisation after "for"
Li Wen | the Hamas-run Health Ministry spokesman | Li | government | a known variant of the ministry
Li Wen | an army doctor | Li | expert | of equal words the last
Li Wen | the company's director | Li | company | neutral director
Li Wen | managing director of the aid group | Li | ngo | neutral before "of"
Li Wen | director | Li | - | a director of nothing
Li Wen | a ministry media officer | Li | government | a media officer is no journalist
Doug Ford | - | Ford | - | a last name that is a car maker's
Doug Ford | Ontario premier | Ford | government | role of a person with such a name
Ford | the car maker | Ford | company | the organisation itself
Ford | a police spokesman | Ford | government | a person's role before the name
Maria Silva | - | she | - | a person's name alone
Mexico | - | Mexico | - | a bare country is not asked here
the US | - | the US | - | a bare country is not asked here
Damascus | - | Damascus | - | a capital for a government is not asked here
the Syrian government | - | the government | government | country and government
Turkish authorities | - | the authorities | government | demonym and authorities
US officials | - | officials | government | demonym and officials
Israeli army | - | the army | military | demonym and army
Syrian Ministry of Health | - | the ministry | government | unlisted ministry
Gaza Health Ministry | - | the ministry | government | listed ministry
Reuters | - | Reuters | media | listed agency
the AP | - | the AP | media | article before the acronym
U.N. | - | the U.N. | intergovernmental | dotted acronym
WHO | - | WHO | intergovernmental | acronym that is a word
who | - | who | - | the word
Syrian Observatory for Human Rights | a British monitoring group | the group | ngo | name and apposition agree
Airwars | a watchdog on the Pentagon's heels | it | ngo | a body's apposition may name another
Médecins Sans Frontières | - | the charity | ngo | accents
Quinnipiac University | - | the poll | expert | pollster
Ipsos | - | the survey | expert | pollster
University of Aleppo | - | the university | expert | unlisted university
Bank of the South | - | the bank | company | unlisted bank
Bank of England | - | the Bank | government | listed central bank
Acme Widgets Inc. | - | the company | company | legal form
Valley Tribune | - | the paper | media | word of a newspaper's name
post office workers | - | workers | government | small letters are no newspaper
Liwa al-Fajr Brigades | - | the group | armed_group | word of an armed group's name
Nusra Front | - | the group | armed_group | listed group
al Shabaab | - | the militants | armed_group | hyphen left out
ISIS | - | ISIS | armed_group | variant
Free Syrian Army | - | the rebels | armed_group | longest name, not the army
Pakistani Taliban | - | the Taliban | armed_group | variant
US Coast Guard | - | the coast guard | military | listed service
London Fire Brigade | - | firefighters | government | a brigade that fights fires
state television | - | state television | media | what it is called
state news agency SANA | - | SANA | media | kind and name
residents | - | residents | witness | plural role
a rebel commander | - | a rebel commander | armed_group | unnamed person
two policemen | - | two policemen | government | plural in -men
doctors | - | doctors | expert | plural role
medics | - | medics | expert | plural role
Kassem | - | the envoy | government | the mention when the name says nothing
Local Coordination Committees | - | the activists | ngo | listed network
police in the city | - | police | government | collective noun
coroner's office | - | the coroner | government | possessive
Democratic Party | - | the party | other | party
the opposition | - | the opposition | other | opposition
a study by Johns Hopkins University | - | the study | expert | study
Organization for the Prohibition of Chemical Weapons | - | the organization | intergovernmental | American spelling
"""


def rows() -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("source", "role", "text", "expected", "why"), rows())
def test_type(source: str, role: str, text: str, expected: str, why: str) -> None:
    found = source_type(source, None if role == "-" else role, text)
    assert (found or "-") == expected, why


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UNHCR", "UN High Commissioner for Refugees"),  # acronym
        ("unhcr", "UN High Commissioner for Refugees"),  # small letters
        ("the U.N. refugee agency", "UN High Commissioner for Refugees"),  # article, dots, variant
        ("The Guardian", "The Guardian"),  # "the" is part of the name
        ("guardian", "The Guardian"),  # and may be left out
        ("Medecins Sans Frontieres", "Médecins Sans Frontières"),  # no accents
        ("Al Qaeda", "al-Qaeda"),  # no hyphen
        ("Médecins  Sans Frontières", "Médecins Sans Frontières"),  # two spaces
        ("Bill & Melinda Gates Foundation", "Bill & Melinda Gates Foundation"),  # ampersand
        ("World Health Organisation", "World Health Organization"),  # British spelling
        ("McDonald’s", "McDonald's"),  # typographic apostrophe
        ("Nowhere Gazette", None),  # unknown
        ("", None),  # nothing
    ],
)
def test_organisation(name: str, expected: str | None) -> None:
    found = organisation(name)
    assert (found.name if found else None) == expected


def test_organisation_carries_its_names() -> None:
    assert organisation("HRW") == Organisation("Human Rights Watch", "HRW", "ngo", ())


def test_each_organisation_is_found_by_all_its_names() -> None:
    with (PACKAGE / "attribution/organisations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in filter(None, (row["name"], row["acronym"], *row["variants"].split("|"))):
                found = organisation(name)
                assert found and found.name == row["name"], name
                assert source_type(name, None, "it") == row["type"], name


def test_each_phrase_of_the_lexicon_says_its_type() -> None:
    data = tomllib.loads((PACKAGE / "attribution/source_types.toml").read_text(encoding="utf-8"))
    for kind in get_args(SourceType):
        for phrase in (*data[kind]["roles"], *data[kind]["fallback"]):
            assert source_type("Nia Roe", phrase, "Roe") == kind, phrase


def test_person_nouns_are_lower_case_and_stand_once_a_list() -> None:
    data = tomllib.loads((PACKAGE / "language/people.toml").read_text(encoding="utf-8"))
    for name in ("persons", "collectives", "invariant", "source_persons", "source_documents", "source_bodies"):
        assert data[name] == [noun.casefold() for noun in data[name]], name
        assert [noun for noun, times in Counter(data[name]).items() if times > 1] == [], name
    assert set(data["invariant"]) <= set(data["persons"])


def test_given_names_are_unique() -> None:
    with (PACKAGE / "language/given_names.csv").open(encoding="utf-8", newline="") as file:
        names = list(csv.DictReader(file))
    assert [name for name, times in Counter(row["name"].casefold() for row in names).items() if times > 1] == []
    assert {row["gender"] for row in names} == {"m", "f", "u"}
