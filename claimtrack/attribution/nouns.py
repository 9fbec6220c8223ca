"""Nouns and participles that report: "the bank's estimate of 40", "his recommended 2 percent", what a figure comes
from."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.boundaries import is_time
from claimtrack.attribution.contents import content_end
from claimtrack.attribution.cues import ESTIMATING, WORDS
from claimtrack.attribution.phrase import POSSESSIVES, Phrase
from claimtrack.attribution.phrases import last_noun_phrase, phrase_after, phrase_before
from claimtrack.attribution.report import Report
from claimtrack.language import Token
from claimtrack.language.inflection import plural, singular
from claimtrack.language.people import can_be_source
from claimtrack.model import Span

_NOUNS, _NUMBERED, _ORIGINATING = (frozenset(WORDS[name]) for name in ("nouns", "numbered", "originating"))
_NOUNS |= {plural(noun) for noun in _NOUNS}
_UNITS = frozenset(("percent", "per", "cent", "-"))
_COME = frozenset(("come", "comes", "came", "coming"))
_LONGEST = 200  # tokens of a phrase; what is longer is no sentence


def reports_of_nouns(toks: Sequence[Token]) -> list[Report]:
    """ "the bank's estimate of 40 percent", "Lee's claim that 90 percent left", "his plan to hire 300"."""
    found: list[Report] = []
    for k in range(1, len(toks)):
        if toks[k].lower not in _NOUNS or toks[k].tag != "N":
            continue
        numbered = _number_before(toks, k)
        if numbered is not None:
            found.append(numbered)
            continue
        behind = _past_time(toks, k + 1)
        if behind < len(toks) - 1 and toks[behind].lower in ("is", "was") and toks[behind + 1].lower == "that":
            behind += 1  # "her view is that"
        if behind >= len(toks) - 1 or not _reports(toks[behind]):
            continue
        source = owner_of(toks, k)
        if source is not None and (toks[source.head].tag in ("M", "D") or can_be_source(toks[source.head].lower)):
            cue = Span(toks[k].start, toks[k].end)
            clause = toks[behind].lower == "that" or toks[behind].tag == "X"
            end = content_end(toks, behind) if clause else _phrase_end(toks, behind + 1)
            reach = (Span(toks[behind].start, end),)
            estimates = toks[k].lower in ESTIMATING
            found.append(Report(source, toks, cue, reach, "indirect", "noun-cue", estimates=estimates, speaks=False))
    return found


def _number_before(toks: Sequence[Token], k: int) -> Report | None:
    """ "Lee's “47 percent” remark", "the ministry's 40 million figure": the number stands between the owner and the
    noun at k."""
    first = k
    while first and (toks[first - 1].tag in ("#", '"') or toks[first - 1].lower in _UNITS):
        first -= 1
    if first == k or not any(t.tag == "#" for t in toks[first:k]):
        return None
    source = owner_of(toks, first)
    if source is None or not (toks[source.head].tag in ("M", "D") or can_be_source(toks[source.head].lower)):
        return None
    cue, reach = Span(toks[k].start, toks[k].end), Span(toks[first].start, toks[k].start)
    return Report(source, toks, cue, (reach,), "indirect", "noun-cue", speaks=False)


def reports_of_participles(toks: Sequence[Token]) -> list[Report]:
    """ "the alliance's recommended 2 percent", "his proposed $40 million cut": whose number it is stands before."""
    found: list[Report] = []
    for k in range(1, len(toks) - 1):
        owned = toks[k - 1].tag == "'s" or toks[k - 1].lower in POSSESSIVES
        if not owned or toks[k].lower not in _NUMBERED or toks[k + 1].tag != "#":
            continue
        source = owner_of(toks, k)
        if source is not None and (toks[source.head].tag in ("M", "D") or can_be_source(toks[source.head].lower)):
            cue, reach = Span(toks[k].start, toks[k].end), Span(toks[k + 1].start, _phrase_end(toks, k + 1))
            found.append(Report(source, toks, cue, (reach,), "indirect", "participle", speaks=False))
    return found


def reports_of_origin(toks: Sequence[Token]) -> list[Report]:
    """ "The “40 percent” figure came from the campaign": where a number comes from."""
    for k in range(1, len(toks) - 2):
        if toks[k].lower not in _COME or toks[k + 1].lower != "from":
            continue
        numbers, source = phrase_before(toks, k), phrase_after(toks, k + 2)
        if numbers is None or source is None or singular(toks[numbers.head].lower) not in _ORIGINATING:
            continue
        if toks[source.head].tag == "M" or can_be_source(toks[source.head].lower):
            cue, reach = Span(toks[k].start, toks[k + 1].end), Span(toks[0].start, toks[k].start)
            return [Report(source, toks, cue, (reach,), "indirect", "origin", speaks=False)]
    return []


def _past_time(toks: Sequence[Token], k: int) -> int:
    """Behind a time at k: "the pledge | last month | to"."""
    while k < len(toks) and (is_time(toks[k]) or toks[k].lower in ("last", "this", "on")):
        k += 1
    return k


def _reports(behind: Token) -> bool:
    """Does the word behind a noun begin what it reports: "the claim that", "the plan to", "the plan would"?"""
    return behind.lower in ("that", "of", "to", "for", "by", "about", "would", "could")


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
