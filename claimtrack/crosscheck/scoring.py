"""How likely two claims speak of one quantity: a sum of points, one part for each thing that is compared.

settings.toml holds what each part is worth; `explain` says for one pair how its sum came about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.amounts import QUALIFIERS
from claimtrack.crosscheck.apart import kept_apart, rules
from claimtrack.crosscheck.evidence import PARTS
from claimtrack.crosscheck.features import Features
from claimtrack.crosscheck.pairs import Pairs
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

PAIRS_AT_ONCE = 100_000
# what a part says when it speaks for the pair, and when against it
IN_WORDS = {
    "kind": ("the same kind", "one kind is not sure"),
    "counted": ("the same thing is counted", "a part of the things, or others, are counted"),
    "owner": ("of the same side", "of another side"),
    "fate": ("the same happened", "something else happened"),
    "rival": ("", "each sentence names somebody else"),
    "place": ("the same place", "another place, or one inside the other"),
    "incident": ("the same sort of incident", "another sort of incident, or another site"),
    "source": ("the same source, or two set against each other", "two sources that each tell of their own"),
    "modality": ("", "a fact, a plan or a possibility"),
}
SIGNS = {"approximate": "~", "at_least": "≥ ", "at_most": "≤ "}


@dataclass(frozen=True, slots=True)
class Scores:
    """points: of each pair. apart: pairs that must not come into one group, whatever else speaks for it."""

    points: NDArray[np.float32]
    apart: Flags


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing that is compared adds to a pair's score."""

    name: str
    points: float
    words: str


def score_pairs(features: Features, first: Ints, second: Ints) -> Scores:
    """The scores of the pairs (positions in the features)."""
    import numpy as np

    points, apart = np.zeros(len(first), np.float32), np.zeros(len(first), np.bool_)
    least = load_settings().apart
    for start in range(0, len(first), PAIRS_AT_ONCE):
        chunk = slice(start, start + PAIRS_AT_ONCE)
        pair = Pairs(features, first[chunk], second[chunk])
        parts = {name: part(pair) for name, part in PARTS.items()}
        points[chunk] = total = sum(parts.values())
        # a possibility is not joined with a fact, but does not keep both from joining a third
        apart[chunk] = kept_apart(pair) | (total - parts["modality"] < least)
    return Scores(points, apart)


def explain(features: Features, first: int, second: int) -> list[Part]:
    """The parts of one pair's score, those that decide most first; a part of no points is left out."""
    import numpy as np

    pair = Pairs(features, np.array([first]), np.array([second]))
    scored = {name: float(part(pair)[0]) for name, part in PARTS.items()}
    parts = [Part(name, points, _in_words(name, points, pair)) for name, points in scored.items() if points]
    broken = [rule for rule, pairs in rules(pair).items() if pairs[0]]
    if broken:
        parts.append(Part("apart", float("-inf"), ", ".join(broken)))
    return sorted(parts, key=lambda part: -abs(part.points))


def _in_words(name: str, points: float, pair: Pairs) -> str:
    """What was compared, in words, for the first pair."""
    f, one, other = pair.features, int(pair.a[0]), int(pair.b[0])
    match name:
        case "value":
            return f"{_figure(f, one)} and {_figure(f, other)} {'fit' if pair.fit[0] else 'do not fit'}"
        case "moment":
            return f"told {abs(f.moment[one] - f.moment[other]):.0f} days apart"
        case "words":
            return f"{100 * pair.shared_words(f.words)[0]:.0f} % of the sentence's words in both"
        case "story":
            return f"{100 * pair.shared_words(f.story)[0]:.0f} % of the articles' words in both"
        case _:
            return IN_WORDS[name][0 if points > 0 else 1]


def _figure(features: Features, at: int) -> str:
    return f"{SIGNS.get(QUALIFIERS[int(features.qualifier[at])], '')}{features.best[at]:,.10g}"
