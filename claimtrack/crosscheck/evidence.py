"""What speaks for and against a pair of claims being of one quantity: a function a part, points of settings.toml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimtrack.crosscheck.amounts import QUALIFIERS
from claimtrack.crosscheck.comparing import DENIED, EVENT, FIXED, MOVED, TOTAL, relations
from claimtrack.crosscheck.pairs import Pairs
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

VAGUE = QUALIFIERS.index("vague")
MOST_COMMON = 12  # numbers up to here are given by chance
MOST_SMALL = 100  # numbers up to here are, on another day, mostly of something else


def kind(pair: Pairs) -> Floats:
    import numpy as np

    points = load_settings().points
    return np.where(pair.same(pair.features.kind), points["kind_same"], points["kind_unsure"])


def counted(pair: Pairs) -> Floats:
    """The same class of things, all of them and a part, or others."""
    import numpy as np

    points, relation = load_settings().points, pair.counted
    part = points["counted_part"] + np.where(pair.fit, 0.0, points["counted_part_unfit"])
    return np.select(
        [relation.both_generic, relation.same, relation.one_generic],
        [points["counted_generic"], points["counted_same"], part],
        points["counted_other"],
    )


def owner(pair: Pairs) -> Floats:
    """Whose they are: "Palestinian dead"."""
    import numpy as np

    points, owners = load_settings().points, pair.features.owners
    other = np.where(pair.both(owners[:, 0]), points["owner_other"], 0.0)
    return np.where(pair.share_any(owners), points["owner_same"], other)


def fate(pair: Pairs) -> Floats:
    """What happened to them, where that makes another quantity: "buried"."""
    import numpy as np

    points, fates = load_settings().points, pair.features.fate
    unsure = ~pair.same(pair.features.kind)
    both_say = pair.both(fates, 0)
    same = np.where(both_say, points["fate_same_named"], points["fate_same"])
    other = np.where(pair.fit & ~both_say, points["fate_unsaid"], points["fate_other"])
    return np.where(unsure, 0.0, np.where(pair.same(fates), same, other))


def rival(pair: Pairs) -> Floats:
    """Each sentence names somebody whom the other does not: in shares and votes, and where no place says what is meant
    ("Google cuts 12,000 jobs", "Microsoft cuts 10,000")."""
    import numpy as np

    f = pair.features
    placeless = (f.places[pair.a, 0] < 0) & (f.places[pair.b, 0] < 0)
    asked = ~pair.fit & (f.rivals[pair.a] & f.rivals[pair.b] | placeless)
    found = np.zeros(len(asked))
    found[asked] = np.where(pair.of(asked).name_others, load_settings().points["rival_other"], 0.0)
    return found


def place(pair: Pairs) -> Floats:
    import numpy as np

    f, points = pair.features, load_settings().points
    known = pair.both(f.places[:, 0])
    shared, as_many = pair.same_place_names
    in_country = pair.same(f.country) & (f.country[pair.a] >= 0)
    same = shared & as_many | in_country & f.wide[pair.a] & f.wide[pair.b]
    within = shared & ~as_many | in_country & (f.wide[pair.a] | f.wide[pair.b])
    inner = points["place_within"] + np.where(pair.fit, 0.0, points["place_within_unfit"])
    other = np.where(pair.fit & pair.rare, points["place_other_rare"], points["place_other"])
    return np.select([~known, same, within], [points["place_unknown"], points["place_same"], inner], other)


def moment(pair: Pairs) -> Floats:
    """How far apart the moments are for which both are told, and the days on which both happened."""
    import numpy as np

    f, points = pair.features, load_settings().points
    gap = np.abs(f.moment[pair.a] - f.moment[pair.b])
    fading = points["moment_same"] + points["moment_per_doubling"] * np.log2(1 + np.floor(np.nan_to_num(gap)))
    told = np.where(np.isnan(gap), 0.0, np.maximum(fading, points["moment_least"]))
    return told + _event_days(pair) + _report_days(pair)


def _event_days(pair: Pairs) -> Floats:
    """Both name the day on which it happened, or one names a day that the other can hardly mean."""
    import numpy as np

    f, settings = pair.features, load_settings()
    event_a, event_b, slack_a, slack_b = f.event[pair.a], f.event[pair.b], f.event_slack[pair.a], f.event_slack[pair.b]
    slack = np.maximum(slack_a, slack_b)
    differ = np.abs(event_a - event_b) - slack_a - slack_b + settings.event_slack > 0
    one_dated = np.isnan(event_a) != np.isnan(event_b)
    lag = np.where(np.isnan(event_a), f.published[pair.a] - event_b, f.published[pair.b] - event_a)
    out_of_reach = (lag < -slack) | (lag > settings.report_lag + slack)
    long_ago = one_dated & (lag > settings.long_ago + slack)
    late = one_dated & out_of_reach & ((pair.behaviour == EVENT) | _small(pair))
    points = settings.points
    return np.where(differ | long_ago, points["event_day_other"], 0.0) + np.where(late, points["report_day_other"], 0.0)


def _report_days(pair: Pairs) -> Floats:
    """Neither names a day, and they are reported on different ones."""
    import numpy as np

    f, points = pair.features, load_settings().points
    undated = np.isnan(f.event[pair.a]) & np.isnan(f.event[pair.b])
    gap = np.nan_to_num(np.abs(f.published[pair.a] - f.published[pair.b]))
    apart = undated & (np.floor(gap) >= 1) & ~(pair.fit & pair.rare)
    anew = (pair.behaviour == EVENT) | (pair.behaviour == FIXED)
    small = _small(pair) & (pair.behaviour == TOTAL)
    return np.where(apart & anew, points["report_day_other"], np.where(apart & small, points["small_day_other"], 0.0))


def _small(pair: Pairs) -> Flags:
    """A small number, and not the total of both."""
    f = pair.features
    return (pair.number < MOST_SMALL) & ~(f.cumulative[pair.a] & f.cumulative[pair.b])


def value(pair: Pairs) -> Floats:
    """The figures fit, and how hardly by chance; or they do not, and by how much."""
    import numpy as np

    points, f = load_settings().points, pair.features
    vague = (f.qualifier[pair.a] == VAGUE) | (f.qualifier[pair.b] == VAGUE)
    plain = np.where((pair.number <= MOST_COMMON) | vague, points["value_common"], points["value_plain"])
    fitting = np.where(pair.rare & ~vague, points["value_rare"], plain)
    fixed = pair.behaviour == FIXED
    moved = (relations(f, pair.a, pair.b) == MOVED) & ~fixed
    unfit = np.where(moved, points["value_moved"], points["value_unfit"]) + np.where(fixed, points["value_fixed"], 0.0)
    return np.where(pair.fit, fitting, unfit + points["value_per_doubling"] * np.minimum(_doublings(pair), 40))


def _doublings(pair: Pairs) -> Floats:
    import numpy as np

    one, other = (np.maximum(np.abs(pair.features.best[at]), 1e-9) for at in (pair.a, pair.b))
    return np.abs(np.log2(one / other))


def words(pair: Pairs) -> Floats:
    import numpy as np

    return np.where(pair.same_sentence, 0.0, load_settings().points["words"] * pair.shared_words(pair.features.words))


def story(pair: Pairs) -> Floats:
    import numpy as np

    return np.where(pair.same_document, 0.0, load_settings().points["story"] * pair.shared_words(pair.features.story))


def incident(pair: Pairs) -> Floats:
    """The sort of incident, and the site of it."""
    f, points = pair.features, load_settings().points
    sort = _of_bits(pair, f.incident, points["incident_same"], points["incident_other"])
    return sort + _of_bits(pair, f.site, 0.0, points["site_other"])


def _of_bits(pair: Pairs, bits: Ints, same: float, other: float) -> Floats:
    import numpy as np

    one, two = bits[pair.a], bits[pair.b]
    return np.where((one & two) != 0, same, np.where((one != 0) & (two != 0), other, 0.0))


def source(pair: Pairs) -> Floats:
    """The same source, or two that are set against each other, or two that each tell of their own."""
    import numpy as np

    f, points = pair.features, load_settings().points
    own = f.own[pair.a] & f.own[pair.b] & ~pair.fit
    same = np.where(pair.fit, points["source_same_fit"], points["source_same"])
    beside = np.where(pair.same_document, points["source_beside"], 0.0)
    other = np.where(own, points["source_own"], np.where(pair.same_sentence, points["source_against"], beside))
    return np.where(pair.both(f.source), np.where(pair.same_source, same, other), 0.0)


def modality(pair: Pairs) -> Floats:
    """A fact against a plan or a possibility; a denial speaks of the same number."""
    import numpy as np

    points = load_settings().points
    one, other = pair.features.modality[pair.a], pair.features.modality[pair.b]
    differ = (one != other) & (one != DENIED) & (other != DENIED)
    denied = (one == DENIED) != (other == DENIED)
    unfit = np.where(denied, points["modality_other"], np.where(differ, points["modality_unfit"], 0.0))
    return np.where(pair.fit, np.where(differ, points["modality_other"], 0.0), unfit)


PARTS: dict[str, Callable[[Pairs], Floats]] = {
    part.__name__: part
    for part in (
        kind, counted, owner, fate, rival, place, moment, value, words, story, incident, source, modality,
    )
}  # fmt: skip
