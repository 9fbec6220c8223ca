"""The class of a word among its neighbours: names at a sentence's start, verbs that look like nouns, "that", "her"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.language.inflection import is_plural, singular
from claimtrack.language.people import SOURCE_DOCUMENTS, can_be_source
from claimtrack.language.words import (
    CLOSING_VERBS,
    CONTEXT,
    GERUND_NOUNS,
    NOUNS_TOO,
    OWN_PARTICIPLES,
    SHOWING_VERBS,
    VERBS,
    Tag,
)

(
    _STATES, _BEFORE_NUMBER, _PASSIVE, _HAVE, _PLURAL_SUBJECTS, _NO_SUBJECTS, _SINGULAR, _FREE, _BEFORE_PARTICIPLE,
    _BEFORE_TO,
) = (
    frozenset(CONTEXT[name])
    for name in (
        "states", "before_number", "passive", "have", "plural_subjects", "no_subjects", "singular_determiners",
        "free_determiners", "before_participle", "before_to",
    )
)  # fmt: skip
_COMMON_ENDINGS = tuple(CONTEXT["common_endings"])
_PARTICIPLE_ENDINGS = tuple(CONTEXT["participle_endings"])
_POSSESSIVES = frozenset(("her", "his", "their", "its"))
_LONGEST_PHRASE = 16  # tokens of a noun phrase and what describes it
_SPEAKER_WITHIN = 7  # tokens of a speaker's name behind its verb
_PHRASE: frozenset[Tag] = frozenset(("N", "M", "#", "D"))


class Token(NamedTuple):
    start: int
    end: int
    text: str
    lower: str
    tag: Tag


_CONTEXTUAL: frozenset[Tag] = frozenset(("V", "'s"))
_CONTEXTUAL_WORDS = _STATES | _POSSESSIVES | GERUND_NOUNS | {"that", "may", "will", "well"}


_LEADING = 3
"""Tokens of a sentence among which its first word is."""


def may_change(written: str, lower: str, tag: Tag) -> bool:
    """May `tag_in_context` give a token that is not its sentence's first word another tag than it has alone?"""
    return tag in _CONTEXTUAL or lower in _CONTEXTUAL_WORDS or (tag in ("N", "A") and written[0].isupper())


def tag_in_context(found: Sequence[Token], i: int, leading: int) -> Tag:
    """The tag of found[i]. Tokens before i have their final tag, those behind it the one that they have alone.

    leading: the index of the sentence's first word.
    """
    token = found[i]
    after = found[i + 1] if i + 1 < len(found) else None
    if token.tag == "V" and token.lower not in GERUND_NOUNS:
        return "N" if _is_noun_here(found, i, after) else "V"
    if token.tag == "M" and i == leading and not _begins_a_name(token, after):
        return "V" if token.lower in VERBS and token.lower not in NOUNS_TOO else "N"
    if token.lower in GERUND_NOUNS:
        shows = after is not None and after.lower == "that" and i > 0 and found[i - 1].lower in SOURCE_DOCUMENTS
        governs = (i and found[i - 1].tag == "X") or shows  # "with a survey finding that"
        return token.tag if governs else "N"
    if token.tag == "N" and token.text[0].isupper() and i > leading:
        return "M" if after and after.tag == "M" else "N"  # "New York"
    if token.tag == "A" and i and token.text[0].isupper() and len(token.text) > 2 and found[i - 1].tag == "M":
        return "M"  # "USA Today"
    if token.tag == "'s" and i and found[i - 1].tag in ("R", "S"):
        return "X"  # "who's called for"
    return _tag_of_special_word(found, i, after)


def _is_noun_here(found: Sequence[Token], i: int, after: Token | None) -> bool:
    """Is a word that is a verb in the lists part of a noun phrase at i?"""
    if _after_determiner(found, i) or _describes(found, i, after):
        return True
    return found[i].lower in NOUNS_TOO and not _verb_here(found, i, after)


def _tag_of_special_word(found: Sequence[Token], i: int, after: Token | None) -> Tag:
    token = found[i]
    before = found[i - 1] if i else None
    if token.lower in _STATES and before and after and _governs_number(before, after):
        return "V"
    if token.lower == "that" and after:
        opens_clause = (before is not None and before.tag in ("V", "N", "M", ",")) or after.tag in ("D", "R", "M", "#")
        return "S" if opens_clause else "D"
    if token.lower in _POSSESSIVES and after and after.tag in ("N", "M", "V"):
        return "D"
    if token.text in ("May", "Will") and before and before.tag in ("P", "A", "D", "M", ","):
        return "M"
    if token.lower == "well" and before and before.tag == "M":
        return "N"
    return token.tag


def _governs_number(before: Token, after: Token) -> bool:
    """ "the blast injured 12", "has wounded at least 17": a participle that takes a number or a determiner."""
    if before.tag not in ("N", "M", "C", "R", "X", "A", "S") and before.lower != "that":
        return False
    return after.tag in ("#", "D") or (after.lower in _BEFORE_NUMBER and before.lower not in _PASSIVE)


def first_word(found: Sequence[Token]) -> int:
    for i, token in enumerate(found[:_LEADING]):
        if token.tag not in ('"', ","):
            return i
    return 0


def _begins_a_name(token: Token, after: Token | None) -> bool:
    """Is the capitalised first word a name? It is when a name follows, or when it is no known or plural word."""
    if token.lower in VERBS and token.lower.endswith("ing"):
        return False  # "Noting Lee's age"
    if after and after.tag == "M":
        return True
    if token.lower in VERBS or token.lower.endswith(_COMMON_ENDINGS):
        return False
    if is_plural(token.lower) and can_be_source(token.lower):
        return False  # "Aides and lawmakers"
    return after is None or after.tag != "N"


def _describes(found: Sequence[Token], i: int, after: Token | None) -> bool:
    """A participle between determiner or number and noun is part of the noun phrase ("the injured workers", "12
    suspected cases")."""
    if not i or after is None or after.tag not in ("N", "M") or not found[i].lower.endswith(_PARTICIPLE_ENDINGS):
        return False
    before = found[i - 1]
    return before.tag in ("D", "#", "'s") or before.lower in _BEFORE_PARTICIPLE


def _after_determiner(found: Sequence[Token], i: int) -> bool:
    """ "his filing", "the killed and wounded", "the building": a noun, whatever it ends in."""
    return i > 0 and found[i - 1].tag in ("D", "'s") and found[i - 1].lower not in _FREE


# ------------------------------------------------------------------ noun or verb


def _verb_here(found: Sequence[Token], i: int, after: Token | None) -> bool:
    """Is a word that may be noun or verb a verb at i? After a subject that agrees, and before what a verb takes."""
    if i == 0:
        return False
    before = found[i - 2] if found[i - 1].tag == "A" and i > 1 else found[i - 1]
    word = found[i].lower
    is_base = VERBS[word] == word
    if before.lower == "to":
        return i < 2 or found[i - 2].lower not in _BEFORE_TO
    if before.tag == "R" or before.lower in ("who", "which", "that"):
        return True
    if before.tag == "X":
        return before.lower not in _HAVE or not is_base or word in OWN_PARTICIPLES
    if before.tag == '"' or before.text in (",", "—", "–"):
        if not is_base and after is not None and after.lower == "that":
            return True  # "Ann Lee, a consultant, notes that"
        if word.endswith("s") and after is not None and _shows(VERBS[word], after):
            return True  # "A poll, taken in May, shows 40 percent", "…, shows Lee ahead"
        return not is_base and VERBS[word] in CLOSING_VERBS and _names_speaker(found, i + 1)  # ", reports the AP."
    if before.tag not in ("N", "M"):
        return False
    if is_base:
        return _agrees_in_plural(found, i, before, after)
    return not word.endswith("s") or _agrees_in_third_person(found, i, before, after)


def _shows(verb: str, after: Token) -> bool:
    return (verb in CLOSING_VERBS and after.tag == "#") or (verb in SHOWING_VERBS and after.tag in ("M", "D", "R", "S"))


def _names_speaker(found: Sequence[Token], k: int) -> bool:
    """Does a name, or a noun that can be a source, end the clause that begins at token k?"""
    begin = k
    while k < len(found) and k - begin < _SPEAKER_WITHIN and _in_name(found[k]):
        k += 1
    named = any(t.tag == "M" for t in found[begin:k]) or (k > begin and can_be_source(found[k - 1].lower))
    return named and (k == len(found) or found[k].tag in (",", '"'))


def _in_name(token: Token) -> bool:
    return token.tag in _PHRASE or token.text in ("&", "-") or (token.tag == "A" and token.text[0].isupper())


def _agrees_in_third_person(found: Sequence[Token], i: int, before: Token, after: Token | None) -> bool:
    """ "the poll shows Lee ahead", "an average of polls shows", not "police reports" and "0.1 percentage points"."""
    if after is None or before.lower in _NO_SUBJECTS:
        return False
    if before.tag == "N" and is_plural(before.lower) and before.lower != "news" and not _head_before_of(found, i):
        return False
    if _is_counted(found, i):
        return False
    if after.tag == "N" and before.lower in SOURCE_DOCUMENTS:
        return True
    if after.tag == "N" and before.tag == "M" and is_plural(after.lower) and VERBS[found[i].lower] in CLOSING_VERBS:
        return True  # "Ann Lee reports investments"
    if after.lower == "to" and before.tag == "N" and singular(found[i].lower) in SOURCE_DOCUMENTS:
        return False  # "used court records to"
    closes = after.tag == "," and VERBS[found[i].lower] in CLOSING_VERBS and _phrase_behind_comma(found, i)
    return closes or after.text == ":" or _takes_object(found, i)


def _is_counted(found: Sequence[Token], i: int) -> bool:
    """ "two tribute shows": does a number begin the noun phrase that ends at i? Not "a 40-page report"."""
    k = i - 1
    while k > 0 and found[k].tag in ("N", "M"):
        k -= 1
    begins = k == 0 or found[k - 1].text == "," or found[k - 1].tag == "C"
    return found[k].tag == "#" and found[k].lower != "one" and begins


def _agrees_in_plural(found: Sequence[Token], i: int, before: Token, after: Token | None) -> bool:
    """ "Republicans claim", "polls show voters", not "the CBS News poll," and "a New York Times report from"."""
    if before.lower not in _PLURAL_SUBJECTS and not before.lower.endswith("s"):
        return after is not None and _plural_head(found, i) and _takes_object(found, i)
    if _singular_phrase(found, i) or before.lower.endswith("ous"):
        return False  # "his infamous comment"
    if after is None:
        return True
    if after.lower == "of" or (found[i].lower in SOURCE_DOCUMENTS and before.tag == "M" and after.tag in (",", "P")):
        return False
    sourced = before.tag == "N" and can_be_source(before.lower) and after.tag == "N"
    return sourced or after.tag in ("P", ",") or _takes_object(found, i)


def _takes_object(found: Sequence[Token], i: int) -> bool:
    """Does something stand behind i that a verb takes: a determiner, a number, a clause, "at least"?"""
    after = found[i + 1]
    if after.lower == "at":
        return i + 2 < len(found) and found[i + 2].lower in ("least", "most")
    if after.tag == "P" and i + 3 < len(found) and found[i + 3].tag == "S":
        return True  # "shows in detail how"
    return after.tag in ("D", "#", "R", "S", "A", "M") or after.lower in ("to", "about", "nearly", "more", "up", "out")


def _phrase_behind_comma(found: Sequence[Token], i: int) -> bool:
    """Does the noun phrase in front of i stand behind a comma: "…, a review of the records shows."?"""
    for k in range(i - 1, max(-1, i - 14), -1):
        if found[k].text == "," or found[k].lower == "as":
            return True
        if found[k].tag not in _PHRASE and found[k].tag not in ("P", "A", "'s", "V"):
            return False
    return False


def _head_before_of(found: Sequence[Token], i: int) -> bool:
    """Does a singular head of the noun phrase in front of i stand before an "of" or a participle ("an average of polls
    taken in May shows")?"""
    head = _far_head(found, i)
    return head is not None and not is_plural(head.lower)


def _plural_head(found: Sequence[Token], i: int) -> bool:
    """ "data from the Census Survey show", "results of polls made for the bank show": a plural stands at the head."""
    head = _far_head(found, i)
    return head is not None and is_plural(head.lower) and can_be_source(head.lower)


def _far_head(found: Sequence[Token], i: int) -> Token | None:
    """The head of the noun phrase in front of i, where a preposition or participle parts it from what describes it."""
    head = None
    for k in range(i - 1, max(-1, i - _LONGEST_PHRASE), -1):
        if found[k].tag in ("P", "V") and k and found[k - 1].tag in ("N", "M"):
            head = found[k - 1]
        elif found[k].tag not in _PHRASE and found[k].tag not in ("P", "V", "A", "'s") and found[k].lower != "and":
            break
    return head


def _singular_phrase(found: Sequence[Token], i: int) -> bool:
    """Does the noun phrase that ends at i begin with "a" or "another", so that no verb in the plural follows?"""
    for k in range(i - 1, max(-1, i - 7), -1):
        if found[k].tag == "D":
            return found[k].lower in _SINGULAR
        if found[k].tag not in ("N", "M"):
            return False
    return False
