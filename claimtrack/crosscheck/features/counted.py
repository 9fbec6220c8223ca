"""What is counted: the class of each counted noun, whose they are, and the kind that a noun names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimtrack.context.gazetteer import find_demonym
from claimtrack.crosscheck.features.columns import CodeBook, texts
from claimtrack.crosscheck.settings import Vocabulary, load_vocabulary
from claimtrack.language.inflection import singular

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

OWNERS_KEPT = 3
CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*")
_JOINS = re.compile(r"\s+(?:and|or|and/or)\s+|,\s*|/")
_BEHIND = re.compile(r"\s+(?:in|from|at|on|for|who|with|per)\s+")


@dataclass(frozen=True)
class Counted:
    """heads: the classes counted (n × 2), 0 = no more than the kind says. owners: n × OWNERS_KEPT, -1 = none."""

    heads: Codes
    owners: Codes


def counts_points(claims: pd.DataFrame) -> Flags:
    """Claims whose noun or unit is that of an index or a poll that moves."""
    import numpy as np

    vocabulary = load_vocabulary()
    read = cache(lambda phrase: not vocabulary.moving.isdisjoint(heads_of(phrase, vocabulary)))
    nouns = zip(texts(claims["counted"]), texts(claims["unit"]), strict=True)
    return np.array([any(read(noun) for noun in both if noun) for both in nouns], np.bool_)


def read_counted(claims: pd.DataFrame, kinds: Sequence[str], among: Sequence[str | None]) -> Counted:
    """The classes of what is counted, and whose they are. among: the groups counted ("deaths among workers")."""
    import numpy as np

    vocabulary = load_vocabulary()
    heads, owners = CodeBook([""]), CodeBook()
    known: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    head_rows = np.zeros((len(claims), 2), np.int32)
    owner_rows = np.full((len(claims), OWNERS_KEPT), -1, np.int32)
    counted, units = texts(claims["counted"]), texts(claims["unit"])
    for row, (kind, phrase, unit) in enumerate(zip(kinds, counted, units, strict=True)):
        text = _group(among[row], vocabulary) or phrase or _of_unit(kind, unit, vocabulary)
        if (kind, text) not in known:
            classes = list(dict.fromkeys(map(heads, _classes(kind, text, vocabulary))))[:2]
            known[kind, text] = sorted(classes), list(map(owners, owners_of(text, vocabulary)))[:OWNERS_KEPT]
        head_codes, owner_codes = known[kind, text]
        head_rows[row, : len(head_codes)] = head_codes
        owner_rows[row, : len(owner_codes)] = owner_codes
    return Counted(head_rows, owner_rows)


def _group(group: str | None, vocabulary: Vocabulary) -> str | None:
    """The group behind the figure, where its noun has a class."""
    nouns = heads_of(group, vocabulary) if group else []
    return group if nouns and nouns[-1] in vocabulary.classes else None


def _of_unit(kind: str, unit: str | None, vocabulary: Vocabulary) -> str:
    """What is counted where no noun is known: the unit, unless it only measures or counts persons."""
    return "" if unit is None or unit == "people" or kind in vocabulary.measured else unit


def _classes(kind: str, phrase: str, vocabulary: Vocabulary) -> list[str]:
    """The classes of a phrase's nouns that say more than the kind does."""
    generic = vocabulary.generic.get(kind, vocabulary.generic[""])
    units = vocabulary.units if kind in vocabulary.measured else {}
    nouns = [noun for noun in heads_of(phrase, vocabulary) if noun[:1].islower()]
    return [vocabulary.classes.get(noun, noun) for noun in nouns if noun not in generic and noun not in units]


def heads_of(phrase: str, vocabulary: Vocabulary) -> list[str]:
    """The nouns that a phrase counts, singular, the longest that has a class: "sailors and marines" → sailor, marine.

    A name stays capitalised ("Palestinians"); a noun that only begins the sentence does not ("Turnout").

    >>> from claimtrack.crosscheck.settings import load_vocabulary
    >>> heads_of("members of a Greek rescue team", load_vocabulary())
    ['member']
    >>> heads_of("total number of dead", load_vocabulary())
    ['dead']
    """
    before, of, after = phrase.partition(" of ")
    if of and before.split() and before.split()[-1].lower() in vocabulary.containers:
        before = after.split(" of ")[0]
    heads = (_head(_BEHIND.split(part)[0].split(), vocabulary) for part in _JOINS.split(before))
    return [head for head in heads if head]


def _head(words: list[str], vocabulary: Vocabulary) -> str:
    if len(words) > 1 and words[-1].lower() in vocabulary.containers:
        words = words[:-1]
    while len(words) > 1 and words[-1][:1].isupper() and not words[-2][:1].isupper():
        words = words[:-1]
    if not words:
        return ""
    if len(words) == 1 and words[0][:1].isupper() and (words[0].isupper() or find_demonym(words[0])):
        return words[0]
    last = singular(words[-1].lower())
    two = f"{words[-2].lower()} {last}" if len(words) > 1 else ""
    return two if two in vocabulary.classes else last


def owners_of(phrase: str, vocabulary: Vocabulary) -> list[str]:
    """The names in a counted phrase, which say whose they are: "US soldiers" → us."""
    return [vocabulary.named.get(name.lower(), name.lower()) for name in CAPITAL.findall(phrase)]
