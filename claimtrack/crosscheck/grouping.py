"""From the claims table to groups of claims that speak of one quantity: the one place that walks through the rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.aligning import align_claims
from claimtrack.crosscheck.features import COLUMNS, Features, read_features
from claimtrack.crosscheck.groups import describe_groups

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

ORDER = ("doc_id", "text_hash", "start", "claim_id")


@dataclass(frozen=True, slots=True)
class Grouped:
    """groups: for each claim the position of its group's first member. table: GROUP_COLUMNS, most pressing first."""

    features: Features
    groups: Ints
    table: pd.DataFrame


def group_claims(claims: pd.DataFrame) -> Grouped:
    """Line up the claims (the columns COLUMNS of the claims table) and describe the groups.

    The result does not depend on the order of the rows. Raises KeyError where a column is missing.
    """
    ordered = in_order(claims)
    features = read_features(ordered)
    groups = align_claims(features)
    return Grouped(features, groups, describe_groups(ordered, features, groups))


def in_order(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims by ORDER, so that the result depends on no other; the table itself where it is so already."""
    needed = claims.loc[:, list(COLUMNS)]
    place = needed[list(ORDER)].reset_index(drop=True).sort_values(list(ORDER), kind="stable").index
    ordered = needed if place.is_monotonic_increasing else needed.take(place.to_numpy())
    return ordered.reset_index(drop=True)
