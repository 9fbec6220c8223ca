"""What the chart of a group draws: a row a claim, with its interval, its place in time and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

WRITER = "the writer"
OTHERS = "other sources"
MOST_NAMED = 8  # sources with a mark of their own
STEP = 0.02  # of the time shown: how far apart the marks of one day stand


def marks_of(members: pd.DataFrame) -> pd.DataFrame:
    """A row a claim: figure, from_ and to (the ends of its interval), opens (an arrow where a bound is open), who, at
    (where it stands in time; NaT for all where some have no day or all have one)."""
    import pandas as pd

    best = members["value"].fillna(members["member_low"]).fillna(members["member_high"])
    named = members["source"].fillna(WRITER)
    known = list(dict.fromkeys(named))
    rare = set(known[MOST_NAMED - 1 :]) if len(known) > MOST_NAMED else set()
    data = pd.DataFrame(
        {
            "figure": best,
            "from_": members["member_low"].fillna(best),
            "to": members["member_high"].fillna(best),
            "opens": [
                _arrow(low, high) for low, high in zip(members["member_low"], members["member_high"], strict=True)
            ],
            "who": named.where(~named.isin(rare), OTHERS),
            "source": named,
            "as of": members["as_of"].fillna("not known"),
            "at": _spread(pd.to_datetime(members["as_of"])),
        }
    ).reset_index(drop=True)
    for name in ("surface", "publisher", "sentence"):
        data[name] = members[name].fillna("").to_numpy()
    return data


def _spread(days: pd.Series[Any]) -> pd.Series[Any]:
    """The days, those of one day a little apart from one another; all NaT where there are not two days or one lacks."""
    if days.isna().any() or days.nunique() < 2:
        return days.where(days.isna())
    place = days.groupby(days).cumcount() - (days.groupby(days).transform("size") - 1) / 2
    spread: pd.Series[Any] = days + place * STEP * (days.max() - days.min())
    return spread


def _arrow(low: float, high: float) -> str:
    """Where an interval is open: "at least 40" upward, "up to 40" downward."""
    if low != low:
        return "↓"
    return "↑" if high != high else ""
