"""A light reading of one sentence: its tokens, each with a word class. No parser: lists, endings and neighbours."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Literal, NamedTuple

from claimtrack.language.inflection import is_plural
from claimtrack.language.people import SOURCE_DOCUMENTS, can_be_source

Tag = Literal["D", "R", "P", "C", "S", "X", "A", "V", "N", "M", "#", ",", '"', "'s"]
"""D determiner, R pronoun, P preposition, C conjunction, S subordinator, X auxiliary, A adverb, V verb,
N noun or adjective, M name (capitalised), # number, "," punctuation, '"' quotation mark, 's possessive."""


class Token(NamedTuple):
    start: int
    end: int
    text: str
    lower: str
    tag: Tag


_DATA = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def _forms(base: str) -> tuple[set[str], set[str], set[str]]:
    """(third person, past and participle, -ing) of a regular verb, with and without a doubled consonant."""
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeiou":
        return {base[:-1] + "ies"}, {base[:-1] + "ied"}, {base + "ing"}
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else base + "s"
    past, ing = {stem + "ed"}, {stem + "ing", base + "ing"}
    if base[-1] not in "aeiouwxyh" and base[-2] in "aeiou" and base[-3:-2] not in "aeiou":
        past.add(base + base[-1] + "ed")
        ing.add(base + base[-1] + "ing")
    return {third}, past, ing


def verb_forms(base: str) -> set[str]:
    """All forms of a verb by its base: "say" → say, says, said, saying."""
    third, past, ing = _forms(base)
    irregular: dict[str, list[str]] = _DATA["irregular"]
    return {base} | third | ing | (set(irregular[base]) if base in irregular else past)


def _verb_tables() -> tuple[dict[str, str], frozenset[str]]:
    """Every verb form → its base; and the forms that are as often nouns (bases and third persons of the doubtful)."""
    table: dict[str, str] = {}
    doubtful: set[str] = set()
    irregular: dict[str, list[str]] = _DATA["irregular"]
    unsure = frozenset(_DATA["doubtful_bases"])
    for base in [*_DATA["verbs"], *irregular]:
        for form in verb_forms(base):
            table.setdefault(form, base)
        if base in unsure:
            doubtful |= {base} | _forms(base)[0]
            doubtful |= {w for w in irregular.get(base, []) if w == base}
    return table, frozenset(doubtful)


VERBS, _DOUBTFUL = _verb_tables()
_CLOSED: dict[str, Tag] = {}
for _tag, _name in (
    ("#", "numbers"),
    ("A", "adverbs"),
    ("N", "adjectives"),
    ("P", "prepositions"),
    ("R", "pronouns"),
    ("S", "subordinators"),
    ("C", "conjunctions"),
    ("D", "determiners"),
    ("X", "auxiliaries"),
):
    for _word in _DATA[_name]:
        _CLOSED[_word] = _tag  # type: ignore[assignment]
for _word in ("as", "after", "before", "since", "until", "because"):
    _CLOSED[_word] = "S"
for _word in ("up", "down", "out", "off", "over", "about"):
    _CLOSED[_word] = "P"
_CLOSED["which"] = _CLOSED["who"] = "S"
_CLOSED["one"] = "#"
_NOT_ADVERBS = frozenset(_DATA["not_adverbs"])


def is_function_word(word: str) -> bool:
    """Is the lower-case word a determiner, preposition, conjunction, pronoun, auxiliary or the like?"""
    return word in _CLOSED


_TOKEN = re.compile(
    r"""(?P<number>[$£€¥]?\d[\d,.]*\d(?:[A-Za-z%]+)?|[$£€¥]?\d[A-Za-z%]*)
      | (?P<dotted>(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|\b(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Lt|Col|Gen|Maj|Capt|Cpl|Sgt|Cmdr|Adm|Rev|Jr|Sr|St|Inc|Corp|Ltd|Co)\.)
      | (?P<possessive>['’]s\b|['’](?=\s))
      | (?P<word>[^\W\d_]+(?:(?:[-–&/.]|['’](?!s\b))[^\W_]+)*)
      | (?P<quote>[“”„«»"‘]|``|''|’)
      | (?P<mark>[^\w\s]+?|_)
    """,
    re.VERBOSE,
)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the sentence text[start:end], tagged. Offsets count in the whole text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        written = match[0]
        found.append(Token(match.start(), match.end(), written, written.lower().replace("’", "'"), _first_tag(match)))
    for i in range(len(found)):
        found[i] = _in_context(found, i)
    return found


def _first_tag(match: re.Match[str]) -> Tag:
    kind = match.lastgroup
    if kind == "number":
        return "#"
    if kind == "possessive":
        return "'s"
    if kind == "quote":
        return '"'
    if kind == "mark":
        return ","
    word = match[0]
    return "M" if kind == "dotted" and word[0].isupper() else _by_word(word)


def _by_word(word: str) -> Tag:
    lower = word.lower().replace("’", "'")
    closed = _CLOSED.get(lower)
    if closed:
        return "M" if word.isupper() and len(word) > 1 and lower in ("us", "it", "who") else closed
    if word[0].isupper() or _PARTICLE_NAME.match(word):
        return "M"
    if lower in VERBS:
        return "V"
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return "A"
    if lower.endswith("ed") and len(lower) > 4:
        return "V"
    return "N"


_PARTICLE_NAME = re.compile(r"(?:al|el|ad|an|as|ash|at|az|ar|bin|ibn|ben|de|van|von)[-’'][A-Z]")


def _in_context(found: list[Token], i: int) -> Token:
    """The tag once the neighbours are looked at: names at the sentence's start, nouns that look like verbs."""
    token = found[i]
    if token.tag == "M" and i == _first_word(found) and not _begins_a_name(found, i):
        lower = token.lower
        tag: Tag = "V" if lower in VERBS and lower not in _DOUBTFUL else "N"
        return token._replace(tag=tag)
    if token.lower in _GERUND_NOUNS:
        return token if i and found[i - 1].tag == "X" else token._replace(tag="N")
    if token.tag == "N" and token.text[0].isupper() and i > _first_word(found) and i + 1 < len(found):
        return token._replace(tag="M") if found[i + 1].tag == "M" else token  # "New York"
    if token.tag == "V":
        if token.lower in _DOUBTFUL and not _verb_here(found, i):
            return token._replace(tag="N")
        if _modifies(found, i) or _after_determiner(found, i):
            return token._replace(tag="N")
    elif token.lower in _PARTICIPLE_STATES and i and i + 1 < len(found) and _governs_number(found, i):
        return token._replace(tag="V")
    elif token.lower == "that" and i + 1 < len(found):
        after_verb = i > 0 and found[i - 1].tag in ("V", "N", "M", ",")
        return token._replace(tag="S" if after_verb or found[i + 1].tag in ("D", "R", "M", "#") else "D")
    elif token.lower in ("her", "his", "their", "its") and i + 1 < len(found) and found[i + 1].tag in ("N", "M", "V"):
        return token._replace(tag="D")
    elif token.text in ("May", "Will") and i and found[i - 1].tag in ("P", "A", "D", "M", ","):
        return token._replace(tag="M")
    elif token.lower == "well" and i and found[i - 1].tag == "M":
        return token._replace(tag="N")
    return token


_GERUND_NOUNS = frozenset(_DATA["gerund_nouns"])
_CLOSING_VERBS = frozenset(_DATA["closing_verbs"])
_PARTICIPLE_STATES = frozenset(("wounded", "injured", "displaced", "infected", "detained"))


def _governs_number(found: list[Token], i: int) -> bool:
    """ "the blast injured 12", "has wounded at least 17": the participle takes a number or a determiner as its object."""
    before, after = found[i - 1], found[i + 1]
    if before.tag not in ("N", "M", "C", "R", "X", "A", "S") and before.lower != "that":
        return False
    return after.tag in ("#", "D") or (
        after.lower in ("at", "about", "more", "some", "nearly", "up", "over", "around", "dozens", "hundreds")
        and before.lower not in ("were", "was", "are", "is")
    )


def _first_word(found: list[Token]) -> int:
    return next((i for i, t in enumerate(found[:3]) if t.tag not in ('"', ",")), 0)


def _begins_a_name(found: list[Token], i: int) -> bool:
    """Is the capitalised first word a name? It is when a name follows, or when it is no known or plural word."""
    following = found[i + 1] if i + 1 < len(found) else None
    if following and following.tag == "M":
        return True
    lower = found[i].lower
    if lower in VERBS or lower.endswith(("ly", "ing", "ed", "ers", "ents", "ists", "ials", "ors", "ities", "ions")):
        return False
    return not (following and following.tag == "N" and not lower.isupper())


def _verb_here(found: list[Token], i: int) -> bool:
    """Is a word that may be noun or verb a verb at i? After a subject and before what a verb takes."""
    before = found[i - 1] if i else None
    after = found[i + 1] if i + 1 < len(found) else None
    if before is None:
        return False
    if before.tag == "A" and i > 1:
        before = found[i - 2]
    word = found[i].lower
    if before.lower == "to":
        return i < 2 or found[i - 2].lower not in ("according", "due", "thanks", "compared")
    if before.tag == "R" or before.lower in ("who", "which", "that"):
        return True
    if before.tag == "X":
        return before.lower not in _HAVE or VERBS[word] != word or before.lower.endswith("not")
    if before.tag not in ("N", "M"):
        return False
    third = VERBS[word] != word and word.endswith("s")
    if not third and VERBS[word] != word:
        return True
    if third:
        return _agrees_in_third_person(found, i, before, after)
    return _agrees_in_plural(found, i, before, after)


_HAVE = frozenset(("has", "have", "had", "having"))


def _agrees_in_third_person(found: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """ "the poll shows Lee ahead", "an average of polls shows", not "the police reports" and "0.1 percentage points"."""
    if before.lower in ("police", "people", "percentage", "basis"):
        return False
    if before.tag == "N" and is_plural(before.lower) and before.lower != "news" and not _of_before(found, i):
        return False
    if after is None:
        return False
    if after.tag == "N" and before.lower in SOURCE_DOCUMENTS:
        return True
    closes = after.tag == "," and VERBS[found[i].lower] in _CLOSING_VERBS and _after_comma(found, i)
    return closes or after.text == ":" or _takes_object(found, i)


def _agrees_in_plural(found: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """ "Republicans claim", "polls show voters", not "the CBS News poll," and "a New York Times report from"."""
    if before.lower not in ("people", "men", "women", "children", "police") and not before.lower.endswith("s"):
        return after is not None and _plural_head(found, i) and _takes_object(found, i)
    if _singular_phrase(found, i) or (after is not None and after.lower == "of"):
        return False
    if after is None:
        return True
    if found[i].lower in SOURCE_DOCUMENTS and before.tag == "M" and after.tag in (",", "P"):
        return False
    sourced = before.tag == "N" and can_be_source(before.lower) and after.tag == "N"
    return sourced or after.tag in ("P", ",") or _takes_object(found, i)


def _after_comma(found: list[Token], i: int) -> bool:
    """Does the noun phrase in front of i stand behind a comma: "…, a review of the records shows."?"""
    for k in range(i - 1, max(-1, i - 14), -1):
        if found[k].text == ",":
            return True
        if found[k].tag not in ("N", "M", "#", "D", "P", "A", "'s", "V"):
            return False
    return False


def _takes_object(found: list[Token], i: int) -> bool:
    """Does something stand behind i that a verb takes: a determiner, a number, a clause, "at least"?"""
    after = found[i + 1]
    if after.lower == "at":
        return i + 2 < len(found) and found[i + 2].lower in ("least", "most")
    return after.tag in ("D", "#", "R", "S", "A", "M") or after.lower in ("to", "about", "nearly", "more", "up")


def _of_before(found: list[Token], i: int) -> bool:
    """Does the noun phrase in front of i have an "of" or the like in it, so that its head stands before that?"""
    for k in range(i - 1, max(-1, i - 6), -1):
        if found[k].tag == "P":
            return True
        if found[k].tag not in ("N", "M", "#", "D"):
            return False
    return False


def _plural_head(found: list[Token], i: int) -> bool:
    """ "data from the Census Survey show", "documents from his tax return show": a source in the plural before "from"."""
    for k in range(i - 1, max(0, i - 8), -1):
        if found[k].tag == "P":
            return found[k].lower in ("from", "by") and is_plural(found[k - 1].lower) and can_be_source(found[k - 1].lower)
        if found[k].tag not in ("N", "M", "#", "D", "'s"):
            return False
    return False


def _singular_phrase(found: list[Token], i: int) -> bool:
    """Does the noun phrase that ends at i begin with "a" or "another", so that no verb in the plural follows?"""
    for k in range(i - 1, max(-1, i - 7), -1):
        if found[k].tag == "D":
            return found[k].lower in ("a", "an", "another", "each", "every", "this")
        if found[k].tag not in ("N", "M"):
            return False
    return False


def _after_determiner(found: list[Token], i: int) -> bool:
    """ "his filing", "the killed and wounded", "the building": a noun, whatever it ends in."""
    return (
        i > 0
        and found[i - 1].tag in ("D", "'s")
        and found[i - 1].lower
        not in (
            "that",
            "this",
            "those",
            "these",
            "such",
            "all",
            "both",
            "half",
            "many",
            "several",
            "some",
            "any",
            "few",
        )
    )


def _modifies(found: list[Token], i: int) -> bool:
    """A participle between determiner or number and noun is part of the noun phrase ("the injured workers", "12 suspected cases")."""
    word = found[i].lower
    if not word.endswith(("ed", "ing", "en", "wn", "ght", "aid")):
        return False
    before = found[i - 1] if i else None
    after = found[i + 1] if i + 1 < len(found) else None
    if after is None or before is None or after.tag not in ("N", "M"):
        return False
    return before.tag in ("D", "#", "'s") or before.lower in ("of", "more", "new", "other", "suspected", "with")
