"""The facts of claims that are alone, column by column: most claims are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.features import Features, texts
from claimtrack.crosscheck.groups.facts import GROUP_FACTS, about, bits_of, group_id
from claimtrack.crosscheck.numbers import days_as_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]


def describe_singles(claims: pd.DataFrame, features: Features, rows: Ints) -> pd.DataFrame:
    """GROUP_FACTS of the claims at these rows."""
    import numpy as np
    import pandas as pd

    claim_id, text_hash, kind, place = (
        texts(claims[name].take(rows)) for name in ("claim_id", "text_hash", "kind", "place")
    )
    best, low, high, size = (column[rows] for column in (features.best, features.low, features.high, features.size))
    incident = [bits_of(bits)[0] if bits else None for bits in features.incident[rows].tolist()]
    days = days_as_text(np.floor(features.moment[rows]))
    said = cache(about)
    columns = {
        "group_id": list(map(group_id, claim_id, text_hash)),
        "relation": "single",
        "low": np.where(np.isnan(low), best, low) / size,
        "best": best / size,
        "high": np.where(np.isnan(high), best, high) / size,
        "articles": 1,
        "sources": 1,
        "echo": None,
        "first_as_of": days,
        "last_as_of": days,
        "trail": None,
        "incident": list(map(said, kind, incident, place)),
        "priority": 0.0,
        "reason": None,
    }
    return pd.DataFrame(columns, columns=list(GROUP_FACTS), index=range(len(rows)))
