"""Checks of figures of many articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimtrack.crosscheck.checks.figure import Figure, Finding
from claimtrack.crosscheck.checks.limits import load_limits
from claimtrack.crosscheck.settings import load_vocabulary

FATES_OF_PERSONS = ("deaths", "injured", "missing", "displaced", "detained")
MOST_COMPARED = 32  # figures of one number and day that each is held against
WORDS = re.compile(r"[a-z][a-z’'-]+")


def total_falls(trail: Sequence[Figure]) -> Iterator[Finding]:
    """One source's total that is lower later, with a word where two digits were swapped (4,327 → 4,237).

    trail: the figures of one group of a kind that only grows, in the order of their days.
    """
    by_source: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in trail:
        if figure.value is not None and figure.modality == "asserted":
            by_source[figure.source].append(figure)
    for told in by_source.values():
        for before, after in pairwise(told):
            in_time = before.day is not None and after.day is not None and before.day < after.day
            one, other = before.value or 0.0, after.value or 0.0
            if not in_time or before.text_hash == after.text_hash or other >= one:
                continue
            fall = f"{before.surface} ({before.day}) → {after.surface} ({after.day})"
            if swapped_digits(one, other):
                yield Finding("swapped-digits", (after, before), f"{fall}: two digits may be swapped")
            elif other < one * (1 - load_limits().falls_by):
                yield Finding("total-falls", (after, before), f"{fall}: a total does not fall")


def swapped_digits(one: float, other: float) -> bool:
    """Are two whole numbers the same but for two neighbouring digits?

    >>> swapped_digits(4237, 4327), swapped_digits(4237, 4238)
    (True, False)
    """
    left, right = f"{one:.0f}", f"{other:.0f}"
    if len(left) != len(right) or left == right:
        return False
    differ = [place for place in range(len(left)) if left[place] != right[place]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and left[differ[0]] == right[differ[1]]
        and left[differ[1]] == right[differ[0]]
    )


def number_under_two_kinds(figures: Iterable[Figure]) -> Iterator[Finding]:
    """ "three wounded" here, "three dead" there: one number, place and story of two fates, in two articles of one day.

    It is no finding where the article tells of both fates itself ("three dead and 49 wounded").
    """
    fates: dict[str, set[tuple[str, float]]] = defaultdict(set)
    met: dict[tuple[float, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        value = figure.value
        if figure.kind not in FATES_OF_PERSONS or value is None or figure.low != figure.high:
            continue
        fates[figure.text_hash].add((figure.kind, value))
        if value >= load_limits().least_rare:
            met[value, figure.published].append(figure)
    for (value, _), same_number in met.items():
        for place, one in enumerate(same_number):
            for other in same_number[place + 1 : place + 1 + MOST_COMPARED]:
                both_told = (other.kind, value) in fates[one.text_hash] or (one.kind, value) in fates[other.text_hash]
                if one.kind != other.kind and not both_told and _of_one_story(one, other):
                    why = f"{one.surface}: {one.kind} here, {other.kind} there"
                    yield Finding("number-under-two-kinds", (one, other), why)


def _of_one_story(one: Figure, other: Figure) -> bool:
    """Two articles, no two countries, and sentences of much the same words."""
    if one.text_hash == other.text_hash:
        return False
    if one.country != other.country and None not in (one.country, other.country):
        return False
    stop = load_vocabulary().stop
    words, others = (set(WORDS.findall(figure.sentence.lower())) - stop for figure in (one, other))
    return len(words & others) >= max(3, 0.4 * min(len(words), len(others)))
