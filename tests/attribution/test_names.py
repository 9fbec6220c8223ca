"""The names of an article: persons, bodies, acronyms, titles."""

from __future__ import annotations

import pytest
from asking import rows

from claimtrack.attribution.bodies import find_acronyms
from claimtrack.attribution.names import Names
from claimtrack.attribution.titles import title_of, without_titles
from claimtrack.language import lay_out

# text | the persons named, with m, f or u | why
PERSONS = """
Elena Lund met Karl Rask. | Elena Lund f, Karl Rask m | given names
Sen. Elena Lund left. | Elena Lund f | title
Mr. Xu Ilves left. | Xu Ilves m | a title tells the gender
Elena Lund left. Lund returned. | Elena Lund f, Elena Lund f | the last name again
Elena Lund Meets Karl Rask After Vote | Elena Lund f, Karl Rask m | a headline is parted at its verb
Toomaz Ilvez left. Ilvez said so. | Toomaz Ilvez u | who speaks under a last name
Toomaz Ilvez left. It rained. | - | nothing tells that it is a person
Northern Ferries left. Ferries said so. | Northern Ferries u | a firm that looks like one
The Red Cross said so. | - | an organisation
"""


@pytest.mark.parametrize(("text", "expected", "why"), rows(PERSONS))
def test_persons(text: str, expected: str, why: str) -> None:
    article = lay_out(text)
    persons = Names(article).persons
    found = [person for sentence in range(len(article.sentences)) for person in persons.mentions(sentence)]
    assert (", ".join(f"{person.name} {person.gender}" for person in found) or "-") == expected, why


# article | short name | full name | why
FULL_NAMES = """
Elena Lund left. | Lund | Elena Lund | last name
Elena Lund left. | Elena | Elena Lund | first name
Prosecutor Ali Məmmədov left. | Məmmədov | Ali Məmmədov | a letter of few alphabets
The Libyan G20 met. | G20 | Libyan G20 | digits
Elena Lund met Karl Lund. | Lund | Lund | two persons: no guess
Elena Lund met Elena Maria Lund. | Lund | Elena Maria Lund | one person, two lengths
The New Harbour Times wrote. | Times | New Harbour Times | a name that begins with an adjective
The World Health Organization (WHO) met. | WHO | World Health Organization | acronym in parentheses
The World Health Organization met. | WHO | World Health Organization | acronym that is known
It rained. | WHO | WHO | the article has no longer name
The Libyan Red Crescent met. | Red Crescent | Libyan Red Crescent | end of a name
The Brennan Center for Justice met. | Brennan Center | Brennan Center for Justice | beginning of a name
The Harbour Sun-Times wrote. | Sun-Times | Harbour Sun-Times | a word with a hyphen
Karim al-Rask left. | al-Rask | Karim al-Rask | a last name that a small word begins
Elena Lund’s office wrote. | Lund | Elena Lund | possessive
Mostly for Lund it was a long day. | Lund | Lund | an adverb begins no name
"""


@pytest.mark.parametrize(("article", "short", "full", "why"), rows(FULL_NAMES))
def test_full_names(article: str, short: str, full: str, why: str) -> None:
    assert Names(lay_out(article)).full_name(short, len(article))[0] == full, why


# text | acronym and words | why
ACRONYMS = """
the World Food Programme (WFP) | WFP World Food Programme | parentheses
the Office of Foreign Aid, or OFA, | OFA Office of Foreign Aid | "or"
the Northern Harbour Office (WFP) | - | other initials
"""


@pytest.mark.parametrize(("text", "expected", "why"), rows(ACRONYMS))
def test_acronyms(text: str, expected: str, why: str) -> None:
    assert (", ".join(f"{short} {words}" for short, words in find_acronyms(text).items()) or "-") == expected, why


# written | name | title | why
TITLES = """
Mayor Elena Lund | Elena Lund | Mayor | one word
Secretary of State Elena Lund | Elena Lund | Secretary of State | three words
the Lt. Gov. Elena Lund | Elena Lund | Lt. Gov. | two ranks
Elena Lund | Elena Lund | - | none
the ministry | ministry | - | no name at all
President | President | - | a title alone is the name
State Department | State Department | - | a body that begins like a title
"""


@pytest.mark.parametrize(("written", "name", "title", "why"), rows(TITLES))
def test_titles(written: str, name: str, title: str, why: str) -> None:
    assert (without_titles(written), title_of(written) or "-") == (name, title), why
