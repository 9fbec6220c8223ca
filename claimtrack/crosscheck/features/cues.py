"""What the words around a figure say of it: an increment, a part, what was held before, another incident, a fate."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.crosscheck.settings import Cues, Vocabulary

SHARE = "share"
NEAR_BEFORE = 40  # characters


class Around(NamedTuple):
    """The words around one figure, lower case: as far as the figures beside it, and since the start of the sentence."""

    before: str
    after: str
    since_start: str


def may_be_part_or_increment(around: Around, cues: Cues) -> bool:
    """Whether the words before the figure can make it a part or an increment; most cannot."""
    return cues.part_or_increment.search(around.before) is not None


def is_increment(around: Around, may_be: bool, cues: Cues) -> bool:
    if cues.increment_after.match(around.after):
        return True
    before = (cues.increment_before, cues.increment_verbs) if may_be else ()
    return any(words.search(around.before) for words in before)


def has_moved(around: Around, cues: Cues) -> bool:
    """ "the index fell 12 points"."""
    return cues.increment_moves.search(around.before) is not None


def is_part(kind: str, around: Around, may_be: bool, cues: Cues) -> bool:
    """ "including 12", and, where it is no share, "12 of the"."""
    told = may_be and cues.part.search(around.before)
    return bool(told or (kind != SHARE and cues.part_after.match(around.after)))


def is_overtaken(around: Around, cues: Cues) -> bool:
    return bool(cues.overtaken_before.search(around.before) or cues.overtaken_after.match(around.after))


def year_of(around: Around, cues: Cues) -> int | None:
    """The year of the incident that the figure is of."""
    found = cues.year.search(around.before) or cues.year.search(around.after)
    return int(found[1] or found[2]) if found else None


def fate_of(kind: str, predicate: str, around: Around, vocabulary: Vocabulary) -> str:
    """The first fate of the kind that the predicate names, else that the words near the figure do; "" for none."""
    classes = vocabulary.fates.get(kind)
    if not classes:
        return ""
    aside = vocabulary.cues.aside.search(around.after)
    behind = around.after[: aside.start()] if aside else around.after
    near = f"{predicate} | {around.before[-NEAR_BEFORE:]} | {behind}"
    if not vocabulary.any_fate[kind].search(near):
        return ""
    for text in (predicate, near):
        for name, words in classes:
            if words.search(text):
                return name
    return ""
