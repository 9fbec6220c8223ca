"""Reporting words: which tokens of a sentence report, and in which frame; from cues.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

from claimtrack.language.tokens import VERBS, Token, verb_forms

_DATA = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
SPEECH, CLAUSE, DOCUMENT, RECIPIENT = (frozenset(_DATA[name]) for name in ("speech", "clause", "document", "recipient"))
THAT_ONLY = frozenset(_DATA["that_only"])
WITH_OBJECT: dict[str, list[str]] = _DATA["with_object"]
_WITH_NEXT: dict[str, list[str]] = _DATA["with_next"]
_WITH_LATER: dict[str, list[str]] = _DATA["with_later"]
_BESIDE_QUOTATION = frozenset(_DATA["beside_quotation"])
_BEHIND_PARTICIPLE = frozenset(("by", "as"))
_OF_PARTICIPLE = frozenset(_DATA["of_participle"])
_WORDS = _DATA["words"]
PASSIVE = frozenset(_WORDS["passive"])
ESTIMATING = frozenset(_WORDS["estimating"])
NOUNS = frozenset(_WORDS["nouns"])
POLLS = frozenset(_WORDS["polls"])
STOPS = frozenset(_WORDS["stops"])
DOCUMENT_PREPOSITIONS = frozenset(_WORDS["document_prepositions"])
_ALL = SPEECH | CLAUSE | DOCUMENT | THAT_ONLY | frozenset(WITH_OBJECT)
_BASES = {form: base for base in sorted(_ALL) for form in verb_forms(base)} | {
    form: base for form, base in VERBS.items() if base in _ALL
}
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "'re"))


class Cue(NamedTuple):
    """A reporting verb at token `at`. form: `finite`, `ing`, `infinitive` or `passive`."""

    at: int
    base: str
    form: str


def find_cues(toks: Sequence[Token]) -> list[Cue]:
    """The reporting verbs of a sentence, in order."""
    found: list[Cue] = []
    for k, token in enumerate(toks):
        base = _BASES.get(token.lower)
        if token.lower in ("has", "had", "have") and k and _is_poll(toks[k - 1]) and _names(toks, k + 1):
            found.append(Cue(k, "show", "finite"))
            continue
        if (
            base is None
            or token.tag not in ("V", "N")
            or (token.text[0].isupper() and k > 1 and toks[k - 1].tag != '"')
        ):
            continue
        if (
            base in WITH_OBJECT
            and base not in SPEECH | CLAUSE
            and not any(t.lower in WITH_OBJECT[base] for t in toks[k + 1 : k + 7])
        ):
            continue
        following = toks[k + 1].lower if k + 1 < len(toks) else ""
        if base in _WITH_NEXT and following not in _WITH_NEXT[base]:
            continue
        if following.endswith(("self", "selves")):
            continue
        participle = following in _BEHIND_PARTICIPLE or (following == "of" and base in _OF_PARTICIPLE)
        if participle and token.lower.endswith("ed") and not (k and toks[k - 1].tag == "X"):
            continue
        if base in _BESIDE_QUOTATION and not (k + 1 < len(toks) and toks[k + 1].tag in (",", '"')):
            continue
        if base in _WITH_LATER and not any(t.lower in _WITH_LATER[base] for t in toks[k + 2 : k + 26]):
            continue
        form = _form(toks, k)
        if form and (token.tag == "V" or form == "passive"):
            found.append(Cue(k, base, form))
    return found


def _is_poll(token: Token) -> bool:
    return token.lower in POLLS or token.lower.rstrip("s") in POLLS


def _names(toks: Sequence[Token], k: int) -> bool:
    return k < len(toks) and toks[k].tag in ("M", "R", "S")


def _form(toks: Sequence[Token], k: int) -> str | None:
    before = _verb_group_start(toks, k)
    word = toks[k].lower
    helpers = [t.lower for t in toks[before:k]]
    if any(h in _BE for h in helpers) and not word.endswith("ing"):
        return "passive" if word in PASSIVE else None
    if before and toks[before - 1].lower == "to":
        return "infinitive"
    if word.endswith("ing") and not any(h in _BE for h in helpers):
        return "ing"
    return "finite"


def _verb_group_start(toks: Sequence[Token], k: int) -> int:
    """The first token of the verb group that ends at k: auxiliaries and adverbs before it."""
    while k and toks[k - 1].tag in ("X", "A"):
        k -= 1
    return k
