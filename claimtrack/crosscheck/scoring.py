"""How likely two claims speak of one quantity: a sum of points, one part for each thing that is compared.

settings.toml holds what each part is worth; `explain` says for one pair how its sum came about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.comparing import (
    APPROXIMATE,
    DENIED,
    EVENT,
    EXACT,
    FIXED,
    MOVED,
    TOTAL,
    VAGUE,
    fits,
    relations,
)
from claimtrack.crosscheck.features import QUALIFIERS, Features, is_rare, shared_words
from claimtrack.crosscheck.settings import Settings, load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]

PAIRS_AT_ONCE = 100_000
PARTS = (
    "kind",
    "counted",
    "owner",
    "fate",
    "rival",
    "place",
    "moment",
    "value",
    "words",
    "story",
    "incident",
    "source",
    "modality",
)
APART_IN_ONE_ARTICLE = 3  # days between two moments of one quantity that a source tells of in one article
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
COUNT = 0  # the code of the fallback kind


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
    settings = load_settings()
    for start in range(0, len(first), PAIRS_AT_ONCE):
        chunk = slice(start, start + PAIRS_AT_ONCE)
        pair = _Pairs(features, first[chunk], second[chunk], settings)
        parts = pair.parts()
        points[chunk] = total = sum(parts.values())
        # a possibility is not joined with a fact, but does not keep both from joining a third
        apart[chunk] = pair.apart() | (total - parts["modality"] < settings.apart)
    return Scores(points, apart)


def explain(features: Features, first: int, second: int) -> list[Part]:
    """The parts of one pair's score, those that decide most first; a part of no points is left out."""
    import numpy as np

    pair = _Pairs(features, np.array([first]), np.array([second]), load_settings())
    parts = [Part(name, float(points[0]), pair.words_for(name)) for name, points in pair.parts().items()]
    if pair.apart()[0]:
        parts.append(Part("apart", float("-inf"), pair.words_for("apart")))
    return sorted((part for part in parts if part.points), key=lambda part: -abs(part.points))


class _Pairs:
    """The comparisons of some pairs, an array a comparison."""

    def __init__(self, features: Features, first: Ints, second: Ints, settings: Settings) -> None:
        import numpy as np

        self.f, self.a, self.b, self.settings, self.p = features, first, second, settings, settings.points
        self.fit = fits(features, first, second)
        self.same_document = features.document[first] == features.document[second]
        self.same_sentence = self.same_document & (features.sentence[first] == features.sentence[second])
        self.same_source = features.source[first] == features.source[second]
        one, other = np.abs(features.written[first]), np.abs(features.written[second])
        self.number = np.maximum(one, other)
        one, other = np.abs(features.best[first]), np.abs(features.best[second])
        self.smaller, self.larger = np.minimum(one, other), np.maximum(one, other)
        self.behaviour = features.behaviour[first]

    def _same(self, codes: Codes) -> Flags:
        same: Flags = codes[self.a] == codes[self.b]
        return same

    def _both(self, codes: Codes, none: int = -1) -> Flags:
        both: Flags = (codes[self.a] != none) & (codes[self.b] != none)
        return both

    def parts(self) -> dict[str, Floats]:
        return {name: getattr(self, f"_{name}")() for name in PARTS}

    def _kind(self) -> Floats:
        import numpy as np

        return np.where(self._same(self.f.kind), self.p["kind_same"], self.p["kind_unsure"])

    def _counted_relation(self) -> tuple[Flags, Flags, Flags, Flags]:
        """Both generic, the same class, one generic, other classes."""
        heads_a, heads_b = self.f.heads[self.a], self.f.heads[self.b]
        generic_a, generic_b = heads_a[:, 0] == 0, heads_b[:, 0] == 0
        shared = (heads_a[:, :, None] == heads_b[:, None, :]) & (heads_a[:, :, None] > 0)
        both_generic = generic_a & generic_b
        same = shared.any((1, 2))
        one_generic = generic_a != generic_b
        return both_generic, same, one_generic, ~(both_generic | same | one_generic)

    def _counted(self) -> Floats:
        import numpy as np

        both_generic, same, one_generic, _ = self._counted_relation()
        part = self.p["counted_part"] + np.where(self.fit, 0.0, self.p["counted_part_unfit"])
        return np.select(
            [both_generic, same, one_generic],
            [self.p["counted_generic"], self.p["counted_same"], part],
            self.p["counted_other"],
        )

    def _owner(self) -> Floats:
        import numpy as np

        owners_a, owners_b = self.f.owners[self.a], self.f.owners[self.b]
        shared = ((owners_a[:, :, None] == owners_b[:, None, :]) & (owners_a[:, :, None] >= 0)).any((1, 2))
        both = (owners_a[:, 0] >= 0) & (owners_b[:, 0] >= 0)
        return np.where(shared, self.p["owner_same"], np.where(both, self.p["owner_other"], 0.0))

    def _fate(self) -> Floats:
        import numpy as np

        named = self._same(self.f.fate) & self._both(self.f.fate, 0)
        same = np.where(named, self.p["fate_same_named"], self.p["fate_same"])
        unsure = ~self._same(self.f.kind)
        return np.where(self._same(self.f.fate) | unsure, np.where(unsure, 0.0, same), self.p["fate_other"])

    def _rival(self) -> Floats:
        """Each sentence names somebody whom the other does not."""
        import numpy as np

        f = self.f
        rivals = f.rivals[self.a] & f.rivals[self.b] & ~self.fit
        others = np.zeros(len(rivals), np.bool_)
        at = np.flatnonzero(rivals)
        if len(at):
            one, two = f.words[self.a[at]], f.words[self.b[at]]
            same = one[:, :, None] == two[:, None, :]
            alone = f.names[self.a[at]] & ~same.any(2), f.names[self.b[at]] & ~same.any(1)
            others[at] = alone[0].any(1) & alone[1].any(1)
        return np.where(others, self.p["rival_other"], 0.0)

    def _place(self) -> Floats:
        import numpy as np

        f = self.f
        places_a, places_b = f.places[self.a], f.places[self.b]
        known = (places_a[:, 0] >= 0) & (places_b[:, 0] >= 0)
        shared = ((places_a[:, :, None] == places_b[:, None, :]) & (places_a[:, :, None] >= 0)).any((1, 2))
        sizes = (places_a >= 0).sum(1) == (places_b >= 0).sum(1)
        same = shared & sizes
        in_country = self._same(f.country) & (f.country[self.a] >= 0)
        within = (shared & ~sizes) | (in_country & (f.wide[self.a] | f.wide[self.b]) & ~same)
        both_wide = in_country & f.wide[self.a] & f.wide[self.b]
        inner = self.p["place_within"] + np.where(self.fit, 0.0, self.p["place_within_unfit"])
        return np.select(
            [~known, same | both_wide, within],
            [self.p["place_unknown"], self.p["place_same"], inner],
            np.where(self.fit & self._rare(), self.p["place_other_rare"], self.p["place_other"]),
        )

    def _moment(self) -> Floats:
        import numpy as np

        f, p = self.f, self.p
        gap = np.abs(f.moment[self.a] - f.moment[self.b])
        unknown = np.isnan(gap)
        gap = np.floor(np.nan_to_num(gap))
        points = np.where(
            unknown, 0.0, np.maximum(p["moment_same"] + p["moment_per_doubling"] * np.log2(1 + gap), p["moment_least"])
        )
        event_gap = (
            np.abs(f.event[self.a] - f.event[self.b])
            - f.event_slack[self.a]
            - f.event_slack[self.b]
            + self.settings.event_slack
        )
        both_dated = ~np.isnan(event_gap)
        lag_a, lag_b = f.published[self.b] - f.event[self.a], f.published[self.a] - f.event[self.b]
        lag = np.where(np.isnan(f.event[self.a]), lag_b, lag_a)
        one_dated = np.isnan(f.event[self.a]) != np.isnan(f.event[self.b])
        slack = np.maximum(f.event_slack[self.a], f.event_slack[self.b])
        out_of_reach = (lag < -slack) | (lag > self.settings.report_lag + slack)
        published_gap = np.nan_to_num(np.abs(f.published[self.a] - f.published[self.b]))
        reports_apart = ~both_dated & ~one_dated & (np.floor(published_gap) >= 1)
        rare = self.fit & self._rare()
        is_event = self.behaviour == EVENT
        is_anew = is_event | (self.behaviour == FIXED)
        small = (self.number < 100) & ~(f.cumulative[self.a] & f.cumulative[self.b])
        long_ago = one_dated & (lag > self.settings.long_ago + slack)
        points += np.where(long_ago | (both_dated & (event_gap > 0)), p["event_day_other"], 0.0)
        points += np.where(one_dated & out_of_reach & (is_event | small), p["report_day_other"], 0.0)
        points += np.where(reports_apart & is_anew & ~rare, p["report_day_other"], 0.0)
        return points + np.where(
            reports_apart & small & ~is_event & ~rare & (self.behaviour == TOTAL), p["small_day_other"], 0.0
        )

    def _rare(self) -> Flags:
        return is_rare(self.number)

    def _value(self) -> Floats:
        import numpy as np

        p, f = self.p, self.f
        doublings = np.log2(np.maximum(self.larger, 1e-9) / np.maximum(self.smaller, 1e-9))
        vague = (f.qualifier[self.a] == VAGUE) | (f.qualifier[self.b] == VAGUE)
        fitting = np.where(
            self._rare() & ~vague,
            p["value_rare"],
            np.where((self.number <= 12) | vague, p["value_common"], p["value_plain"]),
        )
        moved = (relations(f, self.a, self.b) == MOVED) & (self.behaviour != FIXED)
        unfit = np.where(moved, p["value_moved"], p["value_unfit"]) + p["value_per_doubling"] * np.minimum(
            doublings, 40
        )
        unfit += np.where(self.behaviour == FIXED, p["value_fixed"], 0.0)
        return np.where(self.fit, fitting, unfit)

    def _shared_words(self, words: Codes) -> Floats:
        """The share of the words of the shorter text that both have; a text of one or two words counts as three."""
        import numpy as np

        shared, shortest, _ = shared_words(words, self.a, self.b)
        return np.divide(shared, np.maximum(shortest, 3), dtype=np.float64)

    def _words(self) -> Floats:
        import numpy as np

        return np.where(self.same_sentence, 0.0, self.p["words"] * self._shared_words(self.f.words))

    def _story(self) -> Floats:
        import numpy as np

        return np.where(self.same_document, 0.0, self.p["story"] * self._shared_words(self.f.story))

    def _incident(self) -> Floats:
        import numpy as np

        def points(bits: NDArray[np.int64], same: float, other: float) -> Floats:
            one, two = bits[self.a], bits[self.b]
            return np.where((one & two) != 0, same, np.where((one != 0) & (two != 0), other, 0.0))

        return points(self.f.incident, self.p["incident_same"], self.p["incident_other"]) + points(
            self.f.site, 0.0, self.p["site_other"]
        )

    def _source(self) -> Floats:
        import numpy as np

        both = self._both(self.f.source)
        own = self.f.own[self.a] & self.f.own[self.b] & ~self.fit
        same = np.where(self.fit, self.p["source_same_fit"], self.p["source_same"])
        beside = np.where(self.same_document, self.p["source_beside"], 0.0)
        other = np.where(own, self.p["source_own"], np.where(self.same_sentence, self.p["source_against"], beside))
        return np.where(both, np.where(self.same_source, same, other), 0.0)

    def _modality(self) -> Floats:
        import numpy as np

        one, other = self.f.modality[self.a], self.f.modality[self.b]
        differ = (one != other) & (one != DENIED) & (other != DENIED)
        denied = (one == DENIED) != (other == DENIED)
        points = np.where(differ, np.where(self.fit, self.p["modality_other"], self.p["modality_unfit"]), 0.0)
        return np.where(denied & ~self.fit, self.p["modality_other"], points)

    def apart(self) -> Flags:
        """Pairs that cannot be of one quantity: those that any of the rules keeps apart."""
        apart: Flags = _any(self.apart_rules().values())
        return apart

    def apart_rules(self) -> dict[str, Flags]:
        """Why pairs cannot be of one quantity: the reason in words → the pairs."""
        f, same_document = self.f, self.same_document
        unsure = (f.kind[self.a] == COUNT) | (f.kind[self.b] == COUNT)
        converted = self._same(f.dimension) & self.fit & (self.behaviour == FIXED) & ~self._same(f.unit)
        against = self._both(f.source) & ~self.same_source
        one_moment = ~(abs(f.moment[self.a] - f.moment[self.b]) >= APART_IN_ONE_ARTICLE)
        one_voice = same_document & self.same_source & ~self.fit & (one_moment | (self.behaviour == EVENT))
        _, _, one_generic, _ = self._counted_relation()
        places_a, places_b = f.places[self.a], f.places[self.b]
        shared = ((places_a[:, :, None] == places_b[:, None, :]) & (places_a[:, :, None] >= 0)).any((1, 2))
        several = (places_a >= 0).sum(1) != (places_b >= 0).sum(1)
        both_grow = f.increment[self.a] & f.increment[self.b]
        return {
            "other kinds": ~self._same(f.kind) & ~unsure,
            "other units": f.measured[self.a] & f.measured[self.b] & ~self._same(f.unit) & ~converted,
            "two figures of one sentence": self.same_sentence & ~converted & ~against,
            "one source tells of both in one article": one_voice,
            "one article gives two shares or measures": same_document & ~self.fit & (self.behaviour == FIXED),
            "one article tells of all and of some": same_document & one_generic & (self.behaviour == TOTAL),
            "an increment and what is none": f.increment[self.a] != f.increment[self.b],
            "two increments": both_grow & ~self.fit,
            "a part and its whole": (f.part[self.a] != f.part[self.b]) & ~self.fit,
            "one place and several": shared & several,
        }

    def words_for(self, name: str) -> str:
        """What was compared, in words, for the first pair."""
        f, one, other = self.f, int(self.a[0]), int(self.b[0])
        match name:
            case "value":
                return f"{_figure(f, one)} and {_figure(f, other)} {'fit' if self.fit[0] else 'do not fit'}"
            case "moment":
                return f"told {abs(f.moment[one] - f.moment[other]):.0f} days apart"
            case "words":
                return f"{100 * self._shared_words(f.words)[0]:.0f} % of the sentence's words in both"
            case "story":
                return f"{100 * self._shared_words(f.story)[0]:.0f} % of the articles' words in both"
            case "apart":
                return ", ".join(rule for rule, pairs in self.apart_rules().items() if pairs[0])
            case _:
                speaks_for, speaks_against = IN_WORDS[name]
                return speaks_for if getattr(self, f"_{name}")()[0] > 0 else speaks_against


def _any(flags: Iterable[Flags]) -> Flags:
    """Where any of the arrays is true."""
    import numpy as np

    found: Flags = np.logical_or.reduce(list(flags))
    return found


def _figure(features: Features, at: int) -> str:
    signs = {EXACT: "", APPROXIMATE: "~", QUALIFIERS.index("at_least"): "≥ ", QUALIFIERS.index("at_most"): "≤ "}
    return f"{signs.get(int(features.qualifier[at]), '')}{features.best[at]:,.10g}"
