"""The rules that keep two claims out of one group, whatever else speaks for it; each has its name in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.comparing import EVENT, FIXED, TOTAL
from claimtrack.crosscheck.pairs import UNSURE_KIND, Pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

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
    unsure = (f.kind[pair.a] == UNSURE_KIND) | (f.kind[pair.b] == UNSURE_KIND)
    shared, as_many = pair.same_place_names
    return {
        "other kinds": ~pair.same(f.kind) & ~unsure,
        "other units": f.measured[pair.a] & f.measured[pair.b] & ~pair.same(f.unit) & ~_converted(pair),
        "an increment and what is none": f.increment[pair.a] != f.increment[pair.b],
        "two increments": f.increment[pair.a] & f.increment[pair.b] & ~fit,
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
        "one source tells of both in one article": together & pair.same_source & ~fit & one_time,
        "one article gives two shares or measures": together & ~fit & (pair.behaviour == FIXED),
        "one article tells of all and of some": together & pair.counted.one_generic & (pair.behaviour == TOTAL),
    }


def _converted(pair: Pairs) -> Flags:
    """One measure in two units ("5 miles (8 km)")."""
    f = pair.features
    converted: Flags = pair.same(f.dimension) & pair.fit & (pair.behaviour == FIXED) & ~pair.same(f.unit)
    return converted
