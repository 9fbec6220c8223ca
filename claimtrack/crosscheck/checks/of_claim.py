"""Checks of one claim, against what is known elsewhere."""

from __future__ import annotations

import re

from claimtrack.crosscheck.checks.figure import Figure, Finding
from claimtrack.crosscheck.checks.limits import load_limits
from claimtrack.crosscheck.checks.reference import Reference
from claimtrack.crosscheck.numbers import number

WORDS = re.compile(r"[a-z][a-z’'-]+")


def impossible_magnitude(figure: Figure, reference: Reference) -> Finding | None:
    """ "35 million doctors in Aleppo": more than a country has people, or more percent than there are."""
    limits = load_limits()
    least = figure.low if figure.low is not None else figure.value
    if least is None:
        return None
    if figure.kind == "share":
        growing = set(WORDS.findall(figure.sentence.lower())) & limits.growth
        if least <= limits.most_percent or growing or figure.unit != "percent":
            return None
        return Finding("impossible-magnitude", (figure,), f"{figure.surface} is more than all")
    share = limits.of_people.get(figure.kind)
    people = reference.people_of(figure.country)
    if share is None or people is None or least <= share * people.value:
        return None
    of_all = f"{100 * share:g} % of " if share < 1 else ""
    counted, there_are = figure.counted or figure.kind, f"the {number(people.value)} people of {people.name}"
    why = f"{figure.surface} {counted} is more than {of_all}{there_are}"
    return Finding("impossible-magnitude", (figure,), why)


def against_reference(figure: Figure, reference: Reference) -> Finding | None:
    """A figure that the reference table knows otherwise."""
    if figure.kind == "population" and figure.predicate not in (None, *load_limits().living):
        return None
    known = reference.find(figure.kind, figure.counted, figure.place, figure.country, figure.precision)
    if known is None or figure.best is None or known.value == 0:
        return None
    tolerance = known.tolerance if known.tolerance is not None else load_limits().reference
    low = figure.low if figure.low is not None else -float("inf")
    high = figure.high if figure.high is not None else float("inf")
    near_enough = low <= known.value * (1 + tolerance) and high >= known.value * (1 - tolerance)
    if near_enough:
        return None
    year = f", {known.year}" if known.year else ""
    why = f"{figure.surface} for {known.name}; the reference has {number(known.value)} ({known.origin}{year})"
    return Finding("against-reference", (figure,), why)
