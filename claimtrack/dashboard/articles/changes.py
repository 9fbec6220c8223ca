"""What changed between two texts, sentence by sentence and word by word, as HTML that tells it by shape and not by
colour alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimtrack.dashboard.marking import plain_html
from claimtrack.language import lay_out

PIECES = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")
WORDS = re.compile(r"\w+")
ALIKE = 0.5  # of their words, that two sentences share where one became the other
MOST_CHANGES = 300  # sentences of either text that are lined up; of what differs more, the beginning is shown
MOST_PIECES = 2_000  # words of a sentence that are compared one by one


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that became another; old None: it is new; new None: it is gone."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence; at: how far into its text it stands, 0 to 1."""

    words: str
    at: float


def changed_sentences(old: str, new: str) -> tuple[list[Change], int]:
    """The sentences that differ, in the order of the texts, and how many there are (at least, where some are left out).

    A sentence that only moved, or whose spaces differ, has not changed.
    """
    before, after = _sentences(old), _sentences(new)
    gone, come = _only_in(before, after), _only_in(after, before)
    total = max(len(gone), len(come))
    gone, come = gone[:MOST_CHANGES], come[:MOST_CHANGES]
    twins = _twins(gone, come)
    changes = [
        (told.at, Change(gone[twins[i]].words if i in twins else None, told.words)) for i, told in enumerate(come)
    ]
    matched = set(twins.values())
    changes += [(told.at, Change(told.words, None)) for i, told in enumerate(gone) if i not in matched]
    return [change for _, change in sorted(changes, key=lambda change: change[0])], max(total, len(changes))


def change_html(change: Change) -> tuple[str, str]:
    """Both sides of a change as HTML: what went is struck out, what came is underlined."""
    if change.old is None or change.new is None:
        return _whole(change.old, "del"), _whole(change.new, "ins")
    old, new = PIECES.findall(change.old), PIECES.findall(change.new)
    if max(len(old), len(new)) > MOST_PIECES:
        return _whole(change.old, "del"), _whole(change.new, "ins")
    left, right = [], []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = what == "equal"
        left.append(plain_html("".join(old[i:j])) if same else _whole("".join(old[i:j]), "del"))
        right.append(plain_html("".join(new[k:m])) if same else _whole("".join(new[k:m]), "ins"))
    return "".join(left), "".join(right)


def _whole(words: str | None, tag: str) -> str:
    return f"<{tag}>{plain_html(words)}</{tag}>" if words else ""


def _sentences(text: str) -> list[_Told]:
    length = len(text) or 1
    return [_Told(" ".join(span.of(text).split()), span.start / length) for span in lay_out(text).sentences]


def _only_in(here: Sequence[_Told], there: Sequence[_Told]) -> list[_Told]:
    left = Counter(told.words for told in there)
    found = []
    for told in here:
        if left[told.words]:
            left[told.words] -= 1
        else:
            found.append(told)
    return found


def _twins(gone: Sequence[_Told], come: Sequence[_Told]) -> dict[int, int]:
    """Number of a sentence that came → of the one that it was before; the likest are taken first."""
    old, new = [[_bag(told) for told in side] for side in (gone, come)]
    pairs = [(alike, -abs(j - i), j, i) for i, one in enumerate(old) for j, other in enumerate(new)
             if (alike := _alike(one, other)) >= ALIKE]  # fmt: skip
    found: dict[int, int] = {}
    for _, _, j, i in sorted(pairs, reverse=True):
        if j not in found and i not in found.values():
            found[j] = i
    return found


def _bag(told: _Told) -> frozenset[str]:
    return frozenset(WORDS.findall(told.words.lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)
