"""From numbers to figures: each with its unit, its range, its hedge, and why it may be no figure of a claim."""

from __future__ import annotations

import re

from claimtrack.figures.excluded import is_web
from claimtrack.figures.hedges import hedge_after, hedge_before, is_during
from claimtrack.figures.measured import Measured, excluded, measured
from claimtrack.figures.numerals import find_numbers
from claimtrack.figures.pairs import joined, sharing
from claimtrack.figures.pronouns import is_pronoun_one
from claimtrack.model import Figure, Qualifier, Span


def find_figures(text: str, outlet: str = "") -> list[Figure]:
    """Every number of the text as a Figure, in order, none inside another.

    outlet: the country (ISO 3166) of the paper, which says whose dollars "$" are; "" where it is not known.

    Also those that are no figure of a claim (`excluded` says why); the pronoun "one" and what stands inside a
    URL, a handle or a hashtag is left out altogether.
    """
    found = _measured_numbers(text, outlet)
    figures: list[Figure] = []
    i = 0
    while i < len(found):
        here = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        floor = figures[-1].end if figures else 0
        pair = joined(text, here, following, floor) if following else None
        if pair is None:
            figures.append(_figure(text, sharing(text, here, following), floor))
        elif isinstance(pair, Measured):
            figures.append(_figure(text, pair, floor))
        else:
            figures.append(pair)
        i += 1 if pair is None else 2
    return figures


def _measured_numbers(text: str, outlet: str) -> list[Measured]:
    found: list[Measured] = []
    for number in find_numbers(text):
        start, end = number.start, number.end
        if end - start == 3 and text[start:end].lower() == "one" and is_pronoun_one(text, start, end):
            continue
        if not is_web(text, start, end):
            found.append(measured(text, number, found[-1].end if found else 0, outlet))
    return found


_NOUN = re.compile(r"(?:\s(?!or\b|and\b|to\b)[a-z]{1,20}+){1,2}(?:\s(?:a|per)\s[a-z]{1,10}+)?(?=,?\s(?:or|give|and)\s)")
_PLUS_OTHER = re.compile(r"plus\s[a-z]")  # "$900 plus expenses": no more than that


def _figure(text: str, m: Measured, floor: int) -> Figure:
    qualifier, hedge = _hedge(text, m, floor)
    low = high = m.value
    if m.number.form == "vague":
        low, high, qualifier = m.number.low, None, "vague"
    elif qualifier == "at_least":
        high = None
    elif qualifier == "at_most":
        low = None
    return Figure(
        start=m.start, end=m.end, value=m.value, low=low, high=high, qualifier=qualifier, hedge=hedge, unit=m.unit,
        measures=m.measures, unit_end=m.unit_end, form=m.number.form, excluded=excluded(text, m),
    )  # fmt: skip


def _hedge(text: str, m: Measured, floor: int) -> tuple[Qualifier, Span | None]:
    """The hedge before the figure or behind it; a bound before it goes first ("at least 50 or so")."""
    before = hedge_before(text, m.start, floor, m.value)
    if before and m.measures == "duration" and is_during(text, before[1]):
        before = None
    if before and before[0] in ("at_least", "at_most"):
        return before
    behind = hedge_after(text, m.end)
    if behind and m.measures == "money" and _PLUS_OTHER.match(text, behind[1].start):
        behind = None
    if behind is None and m.unit_end != m.end:
        behind = hedge_after(text, m.unit_end)
    if behind is None and (noun := _NOUN.match(text, m.unit_end)):
        behind = hedge_after(text, noun.end())
    return behind or before or ("exact", None)
