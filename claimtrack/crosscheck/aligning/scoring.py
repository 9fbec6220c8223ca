"""How likely two claims speak of one quantity: a sum of points, one part for each thing that is compared.

settings.toml holds what each part is worth; `explain` says for one pair how its sum came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.apart import kept_apart, rules
from claimtrack.crosscheck.aligning.evidence import COSTLY, PARTS, most_of_costly
from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.features import QUALIFIERS, Features
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

PAIRS_AT_ONCE = 16_000  # what lies in the processor's memory
ROUNDING = 1e-6  # a sum of points in another order differs by less
# what a part says when it speaks for the pair, and when against it
IN_WORDS = {
    "kind": ("the same kind", "one kind is not sure"),
    "counted": ("the same thing is counted", "a part of the things, or others, are counted"),
    "owner": ("of the same side", "of another side"),
    "fate": ("the same happened", "something else happened"),
    "rival": ("", "each sentence names somebody else"),
    "place": ("the same place", "another place, or one inside the other"),
    "strangers": ("", "the articles have little else in common"),
    "beside": ("", "the sentences have little else in common"),
    "incident": ("the same sort of incident", "another sort of incident, or another site"),
    "source": ("the same source, or two set against each other", "two sources that each tell of their own"),
    "modality": ("", "a fact, a plan or a possibility"),
}
SIGNS = {"approximate": "~", "at_least": "≥ ", "at_most": "≤ "}


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing that is compared adds to a pair's score."""

    name: str
    points: float
    words: str


def pairs_together(features: Features, first: Ints, second: Ints) -> Ints:
    """Which of the pairs (positions in the features) belong together: their places, those of most points first.

    Pairs of equal points stay in their order.
    """
    import numpy as np

    least = load_settings().together
    found: list[Ints] = [np.zeros(0, np.int64)]
    points: list[NDArray[np.float32]] = [np.zeros(0, np.float32)]
    for places in _chunks(len(first)):
        pair = Pairs(features, first[places], second[places])
        cheap = {name: part(pair) for name, part in PARTS.items() if name not in COSTLY}
        promising = np.flatnonzero((sum(cheap.values()) >= least - most_of_costly() - ROUNDING) & ~kept_apart(pair))
        total = _points(pair.of(promising), {name: part[promising] for name, part in cheap.items()})
        chosen = total >= least
        found.append(places[promising[chosen]])
        points.append(total[chosen])
    order = np.argsort(-np.concatenate(points), kind="stable")
    return np.concatenate(found)[order]


def pairs_apart(features: Features, first: Ints, second: Ints) -> Flags:
    """Which of the pairs must not come into one group, whatever else speaks for it."""
    import numpy as np

    apart, least = np.zeros(len(first), np.bool_), load_settings().apart
    for places in _chunks(len(first)):
        pair = Pairs(features, first[places], second[places])
        parts = {name: part(pair) for name, part in PARTS.items()}
        # a possibility is not joined with a fact, but does not keep both from joining a third
        apart[places] = kept_apart(pair) | (sum(parts.values()) - parts["modality"] < least)
    return apart


def _chunks(count: int) -> Iterator[Ints]:
    import numpy as np

    for start in range(0, count, PAIRS_AT_ONCE):
        yield np.arange(start, min(start + PAIRS_AT_ONCE, count))


def _points(pair: Pairs, known: Mapping[str, Floats]) -> NDArray[np.float32]:
    """The points of the pairs; known: the parts that need not be looked at again."""
    import numpy as np

    parts = [known[name] if name in known else part(pair) for name, part in PARTS.items()]
    return np.asarray(sum(parts), np.float32)


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
            return f"{100 * pair.common_words[0]:.0f} % of the sentence's words in both"
        case "story":
            return f"{100 * pair.common_story[0]:.0f} % of the articles' words in both"
        case _:
            return IN_WORDS[name][0 if points > 0 else 1]


def _figure(features: Features, at: int) -> str:
    return f"{SIGNS.get(QUALIFIERS[int(features.qualifier[at])], '')}{features.best[at]:,.10g}"
