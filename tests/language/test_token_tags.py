"""The word class of a token among its neighbours; the token asked about stands in square brackets."""

from __future__ import annotations

import pytest
from brackets import bracketed

from claimtrack.language.tokens import tokens, verb_forms

# sentence | tag | why
TAGS = [
    ("[The] blast killed six.", "D", "determiner"),
    ("The blast [killed] six.", "V", "verb"),
    ("The blast killed [six].", "#", "number word"),
    ("It cost [$2.5bn] to build.", "#", "money is one token"),
    ("About [12,000] fled.", "#", "thousands"),
    ("[Elena] Lund spoke.", "M", "a name follows"),
    ("[Officials] said so.", "N", "a plural that opens the sentence is no name"),
    ("[Citing] the ministry, he left.", "V", "nor is a verb"),
    ("The [New] York office closed.", "M", "an adjective inside a name"),
    ("They [have] left.", "X", "auxiliary"),
    ("She [quickly] left.", "A", "ends in -ly"),
    ("The [family] left.", "N", "ends in -ly and is a noun"),
    ("The [ministry]'s tally rose.", "N", "before a possessive"),
    ("The ministry['s] tally rose.", "'s", "possessive"),
    ("The [officials]’ tally rose.", "N", "plural in front of its apostrophe"),
    ("He works for [al-Shifa] hospital.", "M", "a name with its particle"),
    ("The [WHO] met.", "M", "an acronym, no pronoun"),
    ("The man [who] fled met her.", "S", "the pronoun"),
    # noun or verb
    ("The [report] came late.", "N", "behind a determiner"),
    ("Villagers [report] new deaths.", "V", "behind a plural that can speak"),
    ("The poll [shows] him ahead.", "V", "a document shows"),
    ("The Ridgeway poll [shows] Lang ahead.", "V", "a name between"),
    ("The Northern News [poll], taken in May, was close.", "N", "a name that ends in s is no plural"),
    ("A Northern Times [report] from Derna was wrong.", "N", "one thing takes no plural verb"),
    ("An average of polls [shows] Lang ahead.", "V", "the head stands before of"),
    ("Data from the Harbour Survey [show] that it rose.", "V", "the head stands before from"),
    ("It rose by 0.1 percentage [points] to 4.", "N", "points of percentage"),
    ("The police [reports] were lost.", "N", "police takes no -s"),
    ("He has [record] support.", "N", "behind has a base form is a noun"),
    ("They did not [record] it.", "V", "behind not it is a verb"),
    ("They [plan] to leave.", "V", "behind a pronoun"),
    ("According to [polls] it was close.", "N", "to of according to"),
    ("They want to [poll] farmers.", "V", "to of an infinitive"),
    ("Exit [polling] was stopped.", "N", "a noun in -ing"),
    ("Lang is [polling] well.", "V", "the same as a verb"),
    ("Some 700 families fled, records [show].", "V", "closes the sentence"),
    # participles
    ("The [injured] workers left.", "N", "describes a noun"),
    ("The blast [injured] 12 workers.", "V", "governs a number"),
    ("There were 12 [suspected] cases.", "N", "between number and noun"),
    # that, her, May
    ("He said [that] it rained.", "S", "opens a clause"),
    ("[That] house burned.", "D", "points at a noun"),
    ("She saw [her] house.", "D", "whose"),
    ("In [May] it rained.", "M", "the month"),
    ("It [may] rain.", "X", "the auxiliary"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "tag", "why"), TAGS)
def test_tags(marked: str, tag: str, why: str) -> None:
    text, start, end = bracketed(marked)
    found = [token for token in tokens(text, 0, len(text)) if token.start == start]
    assert [(token.text, token.tag) for token in found] == [(text[start:end], tag)], why


# base | some of its forms
FORMS = [
    ("say", {"says", "said", "saying"}),
    ("deny", {"denies", "denied", "denying"}),
    ("stop", {"stopped", "stopping"}),
    ("reach", {"reaches", "reached"}),
    ("draw", {"drew", "drawn", "drawing"}),
    ("put", {"puts", "put"}),
]


@pytest.mark.parametrize(("base", "forms"), FORMS)
def test_verb_forms(base: str, forms: set[str]) -> None:
    assert forms | {base} <= verb_forms(base)
