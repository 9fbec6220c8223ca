"""Reporting words: which tokens of a sentence report, and in which frame; from cues.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from claimtrack.attribution.boundaries import is_time
from claimtrack.language import Token
from claimtrack.language.inflection import singular
from claimtrack.language.words import VERBS, verb_forms

_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
WORDS: dict[str, list[str]] = _DATA["words"]
(
    SPEECH, CLAUSE, RECIPIENT, THAT_ONLY, ACT, COUNTING, SHOWING, TAKES_PREPOSITION, OF_PERSONS, NAMING, INSERTED,
    INTENDS, OF_OBJECT, UNSAID,
) = (
    frozenset(_DATA[name])
    for name in (
        "speech", "clause", "recipient", "that_only", "act", "counting", "showing", "takes_preposition", "of_persons",
        "naming", "inserted", "intends", "of_object", "unsaid",
    )
)  # fmt: skip
POLLS = frozenset(WORDS["polls"])
TALLIES = frozenset(WORDS["counts"])
ESTIMATING = frozenset(WORDS["estimating"])
STOPS = frozenset(WORDS["stops"])

_PASSIVE, _PASSIVE_TO = frozenset(WORDS["passive"]), frozenset(WORDS["passive_to"])
_WITH_OBJECT: dict[str, list[str]] = _DATA["with_object"]
_WITH_NEXT: dict[str, list[str]] = _DATA["with_next"]
_WITH_LATER: dict[str, list[str]] = _DATA["with_later"]
_BESIDE_QUOTATION = frozenset(_DATA["beside_quotation"])
_OF_PARTICIPLE = frozenset(_DATA["of_participle"])
_OBJECT_ALONE = frozenset(_WITH_OBJECT) - SPEECH - CLAUSE
_ALL = SPEECH | CLAUSE | THAT_ONLY | frozenset(_WITH_OBJECT)
_BASES = {form: base for base in sorted(_ALL) for form in verb_forms(base)} | {
    form: base for form, base in VERBS.items() if base in _ALL
}
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "'re"))
_HAVE = frozenset(("has", "had", "have", "gives", "gave", "give", "giving"))
_OBJECT_WITHIN, _QUOTED_WITHIN, _LATER_WITHIN = 7, 6, 26  # tokens behind the verb
_POLL_WITHIN = 12  # tokens in front of "has", with what describes the poll ("a survey released on Friday")

Form = Literal["finite", "ing", "infinitive", "passive"]


class Cue(NamedTuple):
    """A reporting verb at token `at`; group: where its verb group begins ("has also | said")."""

    at: int
    base: str
    form: Form
    group: int


def find_cues(toks: Sequence[Token]) -> list[Cue]:
    """The reporting verbs of a sentence, in order."""
    found: list[Cue] = []
    for k, token in enumerate(toks):
        if token.lower in _HAVE and _shows(toks, k):
            found.append(Cue(k, "show", "ing" if token.lower.endswith("ing") else "finite", k))
            continue
        base = _BASES.get(token.lower)
        if base is None or token.tag not in ("V", "N") or not _in_frame(toks, k, base):
            continue
        group = verb_group(toks, k)
        form = _form(toks, k, group)
        if form and (token.tag == "V" or form == "passive"):
            found.append(Cue(k, base, form, group))
    return found


def verb_group(toks: Sequence[Token], k: int) -> int:
    """The first token of the verb group that ends at k: auxiliaries and adverbs before it, but no time ("figures
    released late yesterday | show")."""
    while k and toks[k - 1].tag in ("X", "A") and not is_time(toks[k - 1]):
        k -= 1
    return k


def _shows(toks: Sequence[Token], k: int) -> bool:
    """ "The poll has Lee at 40 percent"."""
    if not k or k + 1 >= len(toks) or not (toks[k + 1].tag in ("M", "R", "S") or toks[k + 1].lower == "her"):
        return False  # "has a margin of error" is no report
    for j in range(k - 1, max(-1, k - _POLL_WITHIN), -1):
        if singular(toks[j].lower) in POLLS | TALLIES:
            return True
        if toks[j].tag in (",", "X", "S", "C", '"', "R"):
            return False
    return False


def _in_frame(toks: Sequence[Token], k: int, base: str) -> bool:
    """Do the words around a verb allow that it reports?"""
    token = toks[k]
    behind = toks[k + 1] if k + 1 < len(toks) else None
    following = behind.lower if behind else ""
    if token.text[0].isupper() and k > 1 and toks[k - 1].tag != '"':
        return False
    if following.endswith(("self", "selves")):
        return False
    if _is_bare_participle(toks, k) and (following in ("by", "as") or (following == "of" and base in _OF_PARTICIPLE)):
        return False
    if base in _BESIDE_QUOTATION and not (behind and behind.tag in (",", '"')):
        return False
    if base in _WITH_NEXT and following not in _WITH_NEXT[base] and not _quotes(toks, k):
        return False
    if base in _OBJECT_ALONE and not _one_of(toks[k + 1 : k + _OBJECT_WITHIN], _WITH_OBJECT[base]):
        return False
    return base not in _WITH_LATER or _one_of(toks[k + 1 : k + _LATER_WITHIN], _WITH_LATER[base])


def _is_bare_participle(toks: Sequence[Token], k: int) -> bool:
    return toks[k].lower.endswith("ed") and not (k and toks[k - 1].tag == "X")


def _quotes(toks: Sequence[Token], k: int) -> bool:
    """ "called it a “night of 40 burials”": are quoted words the verb's object?"""
    return any(t.tag == '"' for t in toks[k + 1 : k + _QUOTED_WITHIN])


def _one_of(toks: Sequence[Token], words: Sequence[str]) -> bool:
    return any(t.lower in words for t in toks)


def _form(toks: Sequence[Token], k: int, group: int) -> Form | None:
    """The form of the verb at k; None for a passive of a verb that reports only in the active ("was added")."""
    word = toks[k].lower
    is_passive = any(t.lower in _BE for t in toks[group:k])
    if is_passive and not word.endswith("ing"):
        opens = k + 1 < len(toks) and toks[k + 1].lower in ("to", "that")
        spoke = _BASES[word] in SPEECH or _BASES[word] in _WITH_NEXT
        if spoke and word not in _PASSIVE and any(t.text == "'s" for t in toks[group:k]):
            return "finite"  # "who's called for", not "he's charged with"
        return "passive" if word in _PASSIVE and (opens or word not in _PASSIVE_TO) else None
    if group and toks[group - 1].lower == "to":
        return "infinitive"
    return "ing" if word.endswith("ing") and not is_passive else "finite"
