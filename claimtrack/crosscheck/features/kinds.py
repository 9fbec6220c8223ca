"""The kind of each claim, and how figures of it behave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.features.columns import CodeBook, texts
from claimtrack.crosscheck.features.counted import heads_of
from claimtrack.crosscheck.settings import load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

COUNT, UNSURE = "count", 0  # the fallback kind and its code
BEHAVIOURS = ("total", "standing", "event", "fixed")
TOTAL, STANDING, EVENT, FIXED = range(len(BEHAVIOURS))


@dataclass(frozen=True)
class Kinds:
    """kind: its code, COUNT first; behaviour: the code of BEHAVIOURS.

    measured: its figures have a unit. anything: it counts anything. rivals: it is shared out among those who are named.
    """

    kind: Codes
    behaviour: Codes
    measured: Flags
    anything: Flags
    rivals: Flags


def kind_names(claims: pd.DataFrame) -> list[str]:
    """The kind of each claim; a plain count of what names a kind ("cases of measles") is of that kind."""
    kinds, counted, units = (texts(claims[name]) for name in ("kind", "counted", "unit"))
    vocabulary = load_vocabulary()
    named: dict[tuple[str, str], str] = {}
    found: list[str] = []
    for kind, phrase, unit in zip(kinds, counted, units, strict=True):
        if kind != COUNT or not phrase or unit == "people":
            found.append(str(kind))
            continue
        if (phrase, str(unit)) not in named:
            understood = {vocabulary.names_kind.get(head, COUNT) for head in heads_of(phrase, vocabulary)}
            named[phrase, str(unit)] = understood.pop() if len(understood) == 1 else COUNT
        found.append(named[phrase, str(unit)])
    return found


def read_kinds(names: Sequence[str], points: Flags) -> Kinds:
    """names: of the kinds. points: claims that count points, which go both ways whatever their kind does."""
    import numpy as np

    vocabulary = load_vocabulary()
    book = CodeBook([COUNT])
    kind = np.fromiter((book(name) for name in names), np.int32, len(names))
    of_kind = np.array([BEHAVIOURS.index(vocabulary.behaviour.get(name, "standing")) for name in book.of], np.int32)

    def among(chosen: frozenset[str]) -> Flags:
        flags: Flags = np.isin(kind, [code for name, code in book.of.items() if name in chosen])
        return flags

    behaviour = np.where(points, STANDING, of_kind[kind]).astype(np.int32)
    return Kinds(kind, behaviour, *map(among, (vocabulary.measured, vocabulary.anything, vocabulary.rivals)))
