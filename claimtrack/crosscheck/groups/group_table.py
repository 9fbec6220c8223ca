"""The table of groups: a row a member, with its group's relation, low–best–high, sources, trail and priority."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.features import Features
from claimtrack.crosscheck.groups.facts import GROUP_FACTS
from claimtrack.crosscheck.groups.inner_pairs import compare_members
from claimtrack.crosscheck.groups.members import Members
from claimtrack.crosscheck.groups.singles import describe_singles
from claimtrack.crosscheck.numbers import days_as_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

# name, dtype, meaning: the table of groups
GROUP_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("group_id", "string", "the same for all members of a group; it stays while the group's earliest member does"),
    ("claim_id", "string", "the claim"),
    ("doc_id", "string", "the claim's document"),
    ("start", "int64", "where the figure starts in the document's text"),
    ("end", "int64", "where it ends, exclusive"),
    ("relation", "string", "of the group: agree, moved, conflict; single for a group of one"),
    ("low", "float64", "the lowest bound that is still held, in the claims' unit"),
    ("best", "float64", "the middle one of what the sources say now"),
    ("high", "float64", "the highest bound that is still held"),
    ("articles", "int64", "articles that tell of it"),
    ("sources", "int64", "independent sources: echoes and near-copies count once"),
    ("echo", "string", "who is repeated by several articles, and how"),
    ("first_as_of", "string", "the first day for which it is told"),
    ("last_as_of", "string", "the last day for which it is told"),
    ("trail", "string", "the figure over time"),
    ("incident", "string", "what it is about, in a few words"),
    ("stands_out", "bool", "this claim does not fit the group's best figure, or is denied"),
    ("priority", "float64", "what to look at first: size of conflict × independence × reach"),
    ("reason", "string", "why the group has its relation"),
    ("text_hash", "string", "of the claim's document"),
    ("surface", "string", "the figure as written"),
    ("value", "float64", "the claim's value"),
    ("qualifier", "string", "how it is bounded"),
    ("member_low", "float64", "the claim's lower bound"),
    ("member_high", "float64", "the claim's upper bound"),
    ("unit", "string", "the claim's unit"),
    ("kind", "string", "the claim's kind"),
    ("counted", "string", "what is counted"),
    ("place", "string", "where"),
    ("as_of", "string", "the day for which the claim is told"),
    ("source", "string", "who is cited"),
    ("via", "string", "who passed it on"),
    ("publisher", "string", "who published it"),
    ("sentence", "string", "the sentence"),
)
OF_CLAIM = (
    "claim_id", "doc_id", "start", "end", "text_hash", "surface", "value", "qualifier", "unit", "kind", "counted",
    "place", "source", "via", "publisher", "sentence",
)  # fmt: skip
DTYPES = {name: dtype for name, dtype, _ in GROUP_COLUMNS}
CLAIMS_AT_ONCE = 50_000


def describe_groups(claims: pd.DataFrame, features: Features, groups: Ints) -> pd.DataFrame:
    """The table of groups (GROUP_COLUMNS), the most pressing group first.

    claims, features: in one order. groups: for each claim the position of its group's first member.
    """
    import numpy as np
    import pandas as pd

    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    sizes = np.diff(np.append(starts, len(claims)))
    facts, stands_out = _facts(claims, features, order, sizes)
    group, day = np.empty(len(claims), np.int32), np.floor(features.moment)
    group[order] = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    rank = np.empty(len(sizes), np.int32)
    rank[facts["group_id"].argsort(kind="stable")] = np.arange(len(sizes))
    rows = np.lexsort((day, rank[group], -facts["priority"].to_numpy()[group]))
    dtype_of = {name: pd.api.types.pandas_dtype(dtype) for name, dtype in DTYPES.items()}
    data: dict[str, Any] = {name: claims[name].astype(dtype_of[name]).array.take(rows) for name in OF_CLAIM}
    data |= {name: facts[name].array.take(group[rows]) for name in GROUP_FACTS}
    data |= {
        "stands_out": stands_out[rows],
        "member_low": claims["low"].array.take(rows),
        "member_high": claims["high"].array.take(rows),
        "as_of": pd.Series(days_as_text(day[rows]), dtype="string").array,
    }
    return pd.DataFrame({name: data[name] for name, _, _ in GROUP_COLUMNS}, copy=False)


def _facts(
    claims: pd.DataFrame, features: Features, order: Ints, sizes: Ints
) -> tuple[pd.DataFrame, NDArray[np.bool_]]:
    """GROUP_FACTS of each group, and which claims stand out; so many claims at a time that a million are no burden.

    order: the claims, group by group. sizes: of the groups in it.
    """
    import numpy as np
    import pandas as pd

    several = sizes > 1
    of_several = np.repeat(several, sizes)
    stands_out = np.zeros(len(claims), np.bool_)
    pieces = [pd.DataFrame({name: pd.Series(dtype=DTYPES[name]) for name in GROUP_FACTS})]
    members, alone = order[of_several], order[~of_several]
    compared = compare_members(features, members, sizes[several])
    for groups, places in _pieces(sizes[several]):
        rows = members[places]
        facts, out = Members(claims, features, rows).describe(sizes[several][groups].tolist(), compared, places.start)
        pieces.append(facts.astype({name: DTYPES[name] for name in GROUP_FACTS}))
        stands_out[rows[out]] = True
    for start in range(0, len(alone), CLAIMS_AT_ONCE):
        facts = describe_singles(claims, features, alone[start : start + CLAIMS_AT_ONCE])
        pieces.append(facts.astype({name: DTYPES[name] for name in GROUP_FACTS}))
    place_of_group = np.argsort(np.argsort(~several, kind="stable"))
    return pd.concat(pieces, ignore_index=True).take(place_of_group).reset_index(drop=True), stands_out


def _pieces(sizes: Ints) -> Iterator[tuple[slice, slice]]:
    """Some groups at a time, of CLAIMS_AT_ONCE members or of one group that has more: which groups, which members."""
    import numpy as np

    ends = np.cumsum(sizes)
    first = start = 0
    while first < len(sizes):
        last = max(int(np.searchsorted(ends, start + CLAIMS_AT_ONCE, side="right")), first + 1)
        end = int(ends[last - 1])
        yield slice(first, last), slice(start, end)
        first, start = last, end
