"""Word classes: what a word may be by itself, from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Literal

Tag = Literal["D", "R", "P", "C", "S", "X", "A", "V", "N", "M", "#", ",", '"', "'s"]
"""D determiner, R pronoun, P preposition, C conjunction, S subordinator, X auxiliary, A adverb, V verb,
N noun or adjective, M name (capitalised), # number, "," punctuation, '"' quotation mark, 's possessive."""

_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
CONTEXT: dict[str, list[str]] = _DATA["context"]
NOT_ADVERBS = frozenset(_DATA["not_adverbs"])
GERUND_NOUNS = frozenset(_DATA["gerund_nouns"])
CLOSING_VERBS = frozenset(_DATA["closing_verbs"])
SHOWING_VERBS = frozenset(_DATA["showing_verbs"])

_CLASSES: tuple[tuple[Tag, str], ...] = (
    ("#", "numbers"),
    ("A", "adverbs"),
    ("N", "adjectives"),
    ("P", "prepositions"),
    ("R", "pronouns"),
    ("S", "subordinators"),
    ("C", "conjunctions"),
    ("D", "determiners"),
    ("X", "auxiliaries"),
)


def _regular_forms(base: str) -> tuple[set[str], set[str], set[str]]:
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
    third, past, ing = _regular_forms(base)
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
            doubtful |= {base} | _regular_forms(base)[0]
            doubtful |= {past for past in irregular.get(base, []) if past == base}
    return table, frozenset(doubtful)


def _class_of_words() -> dict[str, Tag]:
    closed: dict[str, Tag] = {word: tag for tag, name in _CLASSES for word in _DATA[name]}
    ambiguous: dict[str, Tag] = _DATA["ambiguous"]
    return closed | ambiguous


VERBS, NOUNS_TOO = _verb_tables()
OWN_PARTICIPLES = frozenset(base for base, (_, participle) in _DATA["irregular"].items() if participle == base)
CLOSED = _class_of_words()


def is_function_word(word: str) -> bool:
    """Is the lower-case word a determiner, preposition, conjunction, pronoun, auxiliary or the like?"""
    return word in CLOSED


def rarest(words: Sequence[str]) -> str:
    """The word of a phrase by which it is looked for: the longest that is no function word, if any."""
    return max(words, key=lambda word: (len(word) > 1 and not is_function_word(word), len(word)))
