"""Noun phrases that name a source beside a reporting word, with the role that stands beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.appositions import CLOSING, phrase_before_apposition, with_role_before, with_role_behind
from claimtrack.attribution.boundaries import beginning, ending, trimmed, without_time
from claimtrack.attribution.phrase import Phrase, is_personal
from claimtrack.language import Token


def phrase_before(toks: Sequence[Token], k: int) -> Phrase | None:
    """The noun phrase that ends right before token k: the subject of a verb at k.

    "X, the minister, said": behind an apposition or a relative clause the phrase is what stands before it.
    """
    if k and toks[k - 1].text in CLOSING:
        return phrase_before_apposition(toks, k - 1)
    end = without_time(toks, k)
    first = beginning(toks, end)
    found = trimmed(toks, first, end) if first is not None else None
    return with_role_before(toks, found) if found else None


def phrase_after(toks: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`: the subject of an inverted verb, the object of "according to"."""
    if first >= len(toks):
        return None
    if is_personal(toks[first]) and toks[first].tag in ("R", "S"):
        return Phrase(first, first + 1, first)
    k = first
    while k < len(toks) - 1 and (toks[k].tag in ("A", "D", "#") or (k > first and _joins_words(toks, k))):
        k += 1
    last = ending(toks, first, k)
    found = trimmed(toks, first, last) if last is not None else None
    return with_role_behind(toks, found) if found else None


def _joins_words(toks: Sequence[Token], k: int) -> bool:
    """The sign in "and/or" and "a 40-page report"."""
    return toks[k].text == "/" or (toks[k].text == "-" and toks[k - 1].tag == "#" and toks[k].start == toks[k - 1].end)


def last_noun_phrase(toks: Sequence[Token], end: int) -> Phrase:
    """The noun phrase that ends before `end`, without the one that it is tied to by a preposition."""
    first = end - 1
    while first and toks[first - 1].tag in ("N", "M", "D", "A"):
        first -= 1
    return Phrase(first, end, end - 1)
