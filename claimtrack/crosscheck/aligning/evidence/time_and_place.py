"""Where and when: the places, the moments for which two figures are told, the days on which both happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.features import EVENT, FIXED, TOTAL
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

MOST_OF_ONE = 1000  # numbers up to here are mostly of one incident, and not of a war
MOST_SMALL = 100  # numbers up to here are, on another day, mostly of something else


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
    slack = np.maximum(slack_a, slack_b) + settings.event_slack
    differ = np.abs(event_a - event_b) > slack_a + slack_b + settings.event_slack
    one_dated = np.isnan(event_a) != np.isnan(event_b)
    lag = np.where(np.isnan(event_a), f.published[pair.a] - event_b, f.published[pair.b] - event_a)
    out_of_reach = (lag < -slack) | (lag > settings.report_lag + slack)
    long_ago = one_dated & (lag > settings.long_ago + slack)
    late = one_dated & out_of_reach & ((pair.behaviour == EVENT) | _below(pair, MOST_SMALL))
    points = settings.points
    return np.where(differ | long_ago, points["event_day_other"], 0.0) + np.where(late, points["report_day_other"], 0.0)


def _report_days(pair: Pairs) -> Floats:
    """Neither names a day, and they are reported on different ones; or so long apart that they are of two incidents."""
    import numpy as np

    f, settings = pair.features, load_settings()
    undated = np.isnan(f.event[pair.a]) & np.isnan(f.event[pair.b])
    gap = np.nan_to_num(np.abs(f.published[pair.a] - f.published[pair.b]))
    apart = undated & (np.floor(gap) >= 1) & ~(pair.fit & pair.rare)
    anew = (pair.behaviour == EVENT) | (pair.behaviour == FIXED)
    total = pair.behaviour == TOTAL
    small = apart & total & _below(pair, MOST_SMALL)
    long_apart = undated & total & (gap > settings.akin["one_incident"]) & _below(pair, MOST_OF_ONE)
    points = settings.points
    other_day = np.where(small | long_apart, points["small_day_other"], 0.0)
    return np.where(apart & anew, points["report_day_other"], other_day)


def _below(pair: Pairs, most: float) -> Flags:
    """A number below that, and not the total of both."""
    f = pair.features
    return (pair.number < most) & ~(f.cumulative[pair.a] & f.cumulative[pair.b])
