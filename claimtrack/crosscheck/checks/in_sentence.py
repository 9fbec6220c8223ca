"""Checks of the figures of one sentence, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimtrack.crosscheck.checks.figure import Figure, Finding
from claimtrack.crosscheck.checks.limits import load_limits
from claimtrack.crosscheck.numbers import number

PERSONS = "people"
LISTS_PARTS = re.compile(r"^[^.;:]{0,40}?[:–—]\s*$")


def part_larger_than_whole(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "1,200 dead, including 3,000 children". sentence: the figures of one sentence, in order."""
    for whole, part in _wholes_and_parts(sentence):
        least = part.low if part.low is not None else part.best
        if least is not None and whole.high is not None and least > whole.high:
            yield Finding("part-larger-than-whole", (part, whole), f"{part.surface} is a part of {whole.surface}")


def parts_do_not_sum(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "30 people: 12 men, 10 women and 9 children". After a colon they must sum to the whole, else stay under it."""
    for place, whole in enumerate(sentence[:-2]):
        between = _between(sentence, place)
        rest = sentence[place + 1 :]
        parts = [figure for figure in rest if figure.kind == whole.kind or _countable(figure, whole)]
        if len(parts) < 2 or whole.best is None or any(part.best is None for part in parts):
            continue
        lists, has_parts = LISTS_PARTS.search(between), load_limits().parts.search(between)
        if not (lists or has_parts):
            continue
        together = sum(part.best or 0 for part in parts)
        off = together > whole.best if has_parts else together != whole.best
        exact = all(figure.qualifier == "exact" for figure in (whole, *parts))
        if off and exact and all((part.best or 0) <= whole.best for part in parts):
            said = " + ".join(part.surface for part in parts)
            yield Finding("parts-do-not-sum", (whole, *parts), f"{said} = {number(together)}, not {whole.surface}")


def percentage_against_base(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "28 of the 55 clinics, or 70 percent": the share of a part in its base, all three in one sentence."""
    shares = [figure for figure in sentence if figure.unit == "percent" and figure.value is not None]
    for place, (part, base) in enumerate(pairwise(sentence)):
        if "percent" in (part.unit, base.unit) or not load_limits().base.search(_between(sentence, place).lower()):
            continue
        if len(shares) != 1 or not part.value or not base.value or part.value > base.value:
            continue
        share = 100 * part.value / base.value
        if abs(share - (shares[0].value or 0)) > max(1.0, 0.05 * share):
            why = f"{part.surface} of {base.surface} is {share:.0f} percent, not {shares[0].surface}"
            yield Finding("percentage-against-base", (shares[0], part, base), why)


def _wholes_and_parts(sentence: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for place, (whole, part) in enumerate(pairwise(sentence)):
        alike = whole.kind == part.kind or _countable(part, whole)
        if alike and load_limits().parts.search(_between(sentence, place)):
            yield whole, part


def _countable(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit == PERSONS or (one.unit is not None and one.unit == other.unit)


def _between(sentence: Sequence[Figure], place: int) -> str:
    """The words between a figure of the sentence and the next."""
    one, other = sentence[place], sentence[place + 1]
    return one.sentence[one.position + len(one.surface) : other.position]
