"""The rules that keep two claims out of one group, whatever else speaks for it; each has its name in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.features import EVENT, FIXED, TOTAL, UNSURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

ANOTHER_DAY = 2  # days between two reports of what is counted anew each day
APART_IN_ONE_ARTICLE = 3  # days between two moments of one quantity that a source tells of in one article


def kept_apart(pair: Pairs) -> Flags:
    """The pairs that any of the rules keeps apart."""
    import numpy as np

    apart: Flags = np.logical_or.reduce(list(rules(pair).values()))
    return apart


def rules(pair: Pairs) -> dict[str, Flags]:
    """Why pairs cannot be of one quantity: the reason in words → the pairs."""
    return {**_of_the_things(pair), **_of_one_article(pair)}


def _of_the_things(pair: Pairs) -> dict[str, Flags]:
    f, fit = pair.features, pair.fit
    unsure = (f.kind[pair.a] == UNSURE) | (f.kind[pair.b] == UNSURE)
    shared, as_many = pair.same_place_names
    other_day = f.anything[pair.a] & (abs(f.moment[pair.a] - f.moment[pair.b]) >= ANOTHER_DAY)
    return {
        "other kinds": ~pair.same(f.kind) & ~unsure,
        "other units": f.measured[pair.a] & f.measured[pair.b] & ~pair.same(f.unit) & ~_converted(pair),
        "an increment and what is none": f.increment[pair.a] != f.increment[pair.b],
        "two increments": f.increment[pair.a] & f.increment[pair.b] & (~fit | other_day),
        "a figure and what was held before it": (f.overtaken[pair.a] != f.overtaken[pair.b]) & ~fit,
        "a part and its whole": (f.part[pair.a] != f.part[pair.b]) & ~fit,
        "one place and several": shared & ~as_many,
    }


def _of_one_article(pair: Pairs) -> dict[str, Flags]:
    f, together, fit = pair.features, pair.same_document, pair.fit
    against = pair.both(f.source) & ~pair.same_source
    one_moment = ~(abs(f.moment[pair.a] - f.moment[pair.b]) >= APART_IN_ONE_ARTICLE)
    one_time = one_moment | (pair.behaviour == EVENT)
    return {
        "two figures of one sentence": pair.same_sentence & ~_converted(pair) & ~against,
        "one article, and no two sources against each other": together & ~against & ~fit & one_time,
        "the incident and another one": together & (f.elsewhere[pair.a] != f.elsewhere[pair.b]) & ~fit,
        "one article gives two shares or measures": together & ~fit & (pair.behaviour == FIXED),
        "one article tells of all and of some": together & pair.counted.one_generic & (pair.behaviour == TOTAL),
    }


def _converted(pair: Pairs) -> Flags:
    """One measure in two units ("5 miles (8 km)")."""
    f = pair.features
    converted: Flags = pair.same(f.dimension) & pair.fit & (pair.behaviour == FIXED) & ~pair.same(f.unit)
    return converted
