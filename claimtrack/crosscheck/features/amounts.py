"""The numbers of the claims: units of one dimension made comparable, and how a number is rounded as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.features.columns import CodeBook, codes_of, per_text
from claimtrack.crosscheck.settings import load_settings, load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

QUALIFIERS = ("exact", "approximate", "at_least", "at_most", "range", "vague")
EXACT, APPROXIMATE, AT_LEAST, AT_MOST, RANGE, VAGUE = range(len(QUALIFIERS))
LEAST_RARE = 20


@dataclass(frozen=True)
class Amounts:
    """value, low, high: in the first unit of their dimension (one unit as written is `size` of it), nan where open.

    best: value, else a bound. bottom, top: from what to what number the figure is understood, by its qualifier and its
    rounding. written: the best number as it stands. unit, dimension, qualifier: codes.
    """

    value: Floats
    low: Floats
    high: Floats
    best: Floats
    bottom: Floats
    top: Floats
    size: Floats
    written: Floats
    qualifier: Codes
    unit: Codes
    dimension: Codes


def read_amounts(claims: pd.DataFrame) -> Amounts:
    """The amounts of the claims, in their order."""
    import numpy as np

    unit, dimension, size = per_text(claims["unit"], _unit_reader(), (0, 0, 1.0))
    value, low, high = (claims[name].to_numpy(np.float64, na_value=np.nan) for name in ("value", "low", "high"))
    qualifier = codes_of(claims["qualifier"], QUALIFIERS)
    best = best_of(value, low, high)
    rounding = _rounding(best, qualifier, (claims["kind"] == "share").to_numpy(np.bool_, na_value=False))
    value, low, high, best, rounding, written = (
        *(amount * size for amount in (value, low, high, best, rounding)),
        best,
    )
    reach = per_text(claims["hedge"], _reach, (load_settings().tolerance.beyond_bound,))[0] * np.abs(best)
    bottom, top = _understood(low, high, best, rounding, reach, qualifier)
    return Amounts(
        value, low, high, best, bottom, top, size, written, qualifier, unit.astype(np.int32), dimension.astype(np.int32)
    )


def _reach(hedge: str) -> tuple[float]:
    """How far beyond a bound of these words a figure still fits it, as a share."""
    vocabulary, tolerance = load_vocabulary(), load_settings().tolerance
    if vocabulary.tight.search(hedge.lower()):
        return (tolerance.beside_tight,)
    return (tolerance.below_worst if vocabulary.worst.search(hedge.lower()) else tolerance.beyond_bound,)


def _understood(
    low: Floats, high: Floats, best: Floats, rounding: Floats, reach: Floats, qualifier: Codes
) -> tuple[Floats, Floats]:
    """From what number to what number each figure is understood."""
    import numpy as np

    tolerance = load_settings().tolerance
    which = [qualifier == AT_LEAST, qualifier == AT_MOST, qualifier == RANGE, qualifier == VAGUE]
    bottom = np.select(which, [best, best - reach, low - rounding, low * tolerance.vague_from], best - rounding)
    top = np.select(which, [best + reach, best, high + rounding, low * tolerance.vague_to], best + rounding)
    return bottom, top


def best_of(value: Floats, low: Floats, high: Floats) -> Floats:
    """One number for each figure: the value, else the bound that there is."""
    import numpy as np

    return np.where(~np.isnan(value), value, np.where(~np.isnan(low), low, high))


def is_rare(numbers: Floats) -> Flags:
    """Numbers that two writers hardly give by chance: from 20 on, with more than one digit that is not zero."""
    import numpy as np

    size = np.abs(np.nan_to_num(numbers))
    power = np.power(10.0, np.floor(np.log10(np.maximum(size, 1))))
    rare: Flags = (size >= LEAST_RARE) & (np.mod(size, power) != 0)
    return rare


def _unit_reader() -> Callable[[str], tuple[float, ...]]:
    """unit → its code (the same for all units of a dimension), its dimension's code, and what one is of the first."""
    names, units = CodeBook([""]), load_vocabulary().units

    def read(unit: str) -> tuple[float, ...]:
        base, _, rate = unit.partition(" per ")
        dimension, size = units.get(base, (base, 1.0))
        return names(f"{dimension} per {rate}" if rate else dimension), names(dimension), size

    return read


def _rounding(best: Floats, qualifier: Codes, is_share: Flags) -> Floats:
    """Half of the last significant digit as written, no more than the tolerated share; 0 for small exact numbers."""
    import numpy as np

    tolerance = load_settings().tolerance
    number = np.where(np.isnan(best), 0.0, np.abs(best))
    step = np.ones(len(best))
    for power in range(1, 14):
        step = np.where((number > 0) & (np.mod(number, 10.0**power) == 0), 10.0**power, step)
    half = step / 2
    exact = np.where(number < tolerance.exact_below, 0.0, np.minimum(half, tolerance.rounding_exact * number))
    exact = np.where(is_share & (np.mod(number, 1) == 0), 0.5, exact)
    approximate = np.maximum(np.minimum(half, tolerance.rounding_approximate * number), tolerance.approximate * number)
    return np.where(qualifier == APPROXIMATE, approximate, exact)
