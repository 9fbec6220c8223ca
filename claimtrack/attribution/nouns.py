"""Nouns and participles that report: "the bank's estimate of 40", "his recommended 2 percent", what a figure comes
from."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claimtrack.attribution.boundaries import is_time
from claimtrack.attribution.contents import content_end
from claimtrack.attribution.cues import ESTIMATING, WORDS
from claimtrack.attribution.phrase import POSSESSIVES, Phrase, may_be_source
from claimtrack.attribution.phrases import last_noun_phrase, phrase_after, phrase_before
from claimtrack.attribution.report import Report
from claimtrack.language import Token
from claimtrack.language.inflection import plural, singular
from claimtrack.language.words import verb_forms
from claimtrack.model import Span

_NOUNS, _NUMBERED, _ORIGINATING, _OPENS, _BEFORE_TIME = (
    frozenset(WORDS[name]) for name in ("nouns", "numbered", "originating", "opens_reported", "before_time")
)
_NOUNS |= {plural(noun) for noun in _NOUNS}
_UNITS = frozenset(("percent", "per", "cent", "-"))
_LONGEST = 200  # tokens of a phrase; what is longer is no sentence


def reports_of_nouns(toks: Sequence[Token], words: Set[str]) -> list[Report]:
    """Of the nouns and participles of a sentence that report, and of what a figure comes from.

    words: those of the sentence in small letters.
    """
    found: list[Report] = []
    if _READERS.keys().isdisjoint(words):
        return found
    for k in range(1, len(toks)):
        report = _READERS[toks[k].lower](toks, k) if toks[k].lower in _READERS else None
        if report is not None:
            found.append(report)
    return found


def _of_noun(toks: Sequence[Token], k: int) -> Report | None:
    """ "the bank's estimate of 40 percent", "Lee's claim that 90 percent left", "his plan to hire 300"."""
    if toks[k].tag != "N":
        return None
    numbered = _number_before(toks, k)
    if numbered is not None:
        return numbered
    behind = _past_time(toks, k + 1)
    if behind < len(toks) - 1 and toks[behind].lower in ("is", "was") and toks[behind + 1].lower == "that":
        behind += 1  # "her view is that"
    if behind >= len(toks) - 1 or toks[behind].lower not in _OPENS:
        return None
    clause = toks[behind].lower == "that" or toks[behind].tag == "X"
    end = content_end(toks, behind) if clause else _phrase_end(toks, behind + 1)
    return _owned(toks, k, owner_of(toks, k), Span(toks[behind].start, end), "noun-cue")


def _owned(toks: Sequence[Token], k: int, source: Phrase | None, reach: Span, rule: str) -> Report | None:
    """The report of the word at k, where its owner can be a source."""
    if source is None or not (toks[source.head].tag == "D" or may_be_source(toks[source.head])):
        return None
    cue, estimates = Span(toks[k].start, toks[k].end), toks[k].lower in ESTIMATING
    return Report(source, toks, cue, (reach,), "indirect", rule, estimates=estimates, speaks=False)


def _number_before(toks: Sequence[Token], k: int) -> Report | None:
    """ "Lee's “47 percent” remark", "the ministry's 40 million figure": the number stands between the owner and the
    noun at k."""
    first = k
    while first and (toks[first - 1].tag in ("#", '"') or toks[first - 1].lower in _UNITS):
        first -= 1
    if first == k or not any(t.tag == "#" for t in toks[first:k]):
        return None
    return _owned(toks, k, owner_of(toks, first), Span(toks[first].start, toks[k].start), "noun-cue")


def _of_participle(toks: Sequence[Token], k: int) -> Report | None:
    """ "the alliance's recommended 2 percent", "his proposed $40 million cut": whose number it is stands before."""
    owned = toks[k - 1].tag == "'s" or toks[k - 1].lower in POSSESSIVES
    if not owned or k + 1 >= len(toks) or toks[k + 1].tag != "#":
        return None
    reach = Span(toks[k + 1].start, _phrase_end(toks, k + 1))
    return _owned(toks, k, owner_of(toks, k), reach, "participle")


def _of_origin(toks: Sequence[Token], k: int) -> Report | None:
    """ "The “40 percent” figure came from the campaign": where a number comes from."""
    if k + 2 >= len(toks) or toks[k + 1].lower != "from":
        return None
    numbers, source = phrase_before(toks, k), phrase_after(toks, k + 2)
    if numbers is None or source is None or singular(toks[numbers.head].lower) not in _ORIGINATING:
        return None
    if not may_be_source(toks[source.head]):
        return None
    cue, reach = Span(toks[k].start, toks[k + 1].end), Span(toks[0].start, toks[k].start)
    return Report(source, toks, cue, (reach,), "indirect", "origin", speaks=False)


_READERS = (
    dict.fromkeys(_NUMBERED, _of_participle)
    | dict.fromkeys(verb_forms("come"), _of_origin)
    | dict.fromkeys(_NOUNS, _of_noun)
)


def _past_time(toks: Sequence[Token], k: int) -> int:
    """Behind a time at k: "the pledge | last month | to"."""
    while k < len(toks) and (is_time(toks[k]) or toks[k].lower in _BEFORE_TIME):
        k += 1
    return k


def _phrase_end(toks: Sequence[Token], k: int) -> int:
    """Where the noun phrase or the infinitive from token k on ends: at a comma or where a verb of the sentence goes on
    ("Lee's call for a revolution | draws 4,000"). A position in the text."""
    last = min(len(toks), k + _LONGEST)
    for j in range(k + 1, last):
        token, before = toks[j], toks[j - 1]
        if token.text in (",", ";", "-", "—", "–") and before.end < token.start + (token.text in (",", ";")):
            return token.start
        if token.tag == "X" or (token.tag == "V" and before.tag in ("N", "M", '"') and not _describes(token)):
            return token.start
    return toks[last - 1].end


def _describes(token: Token) -> bool:
    return token.lower.endswith(("ing", "ed", "en"))


def owner_of(toks: Sequence[Token], k: int) -> Phrase | None:
    """Whose estimate or report the noun at k is: "the bank's estimate of", "a New York Times report that"; None where
    nobody's."""
    first = k
    if k + 1 < len(toks) and toks[k + 1].lower == "that":
        while first and toks[first - 1].tag == "M":
            first -= 1
    if first < k:
        return Phrase(first, k, k - 1)
    owner = k - 1
    while owner and toks[owner].tag in ("N", "A", "M") and k - owner < 4:
        owner -= 1
    if toks[owner].lower in POSSESSIVES:
        return Phrase(owner, owner + 1, owner)
    if not owner or toks[owner].tag != "'s":
        return None
    source = phrase_before(toks, owner)
    own = last_noun_phrase(toks, owner)  # "a check on Lee's claim that": Lee's, not the check's
    return own if source is not None and toks[own.head].tag == "M" and own.first > source.first else source
