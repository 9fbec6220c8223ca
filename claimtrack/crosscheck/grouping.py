"""The table of groups: a row a member, with its group's relation, low–best–high, sources, trail and priority."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from statistics import median_low
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.blocking import candidate_pairs
from claimtrack.crosscheck.clustering import cluster
from claimtrack.crosscheck.comparing import CONFLICT, DENIED, MOVED, RELATIONS, accepted, distance, reasons, relations
from claimtrack.crosscheck.features import COLUMNS, Features, read_features, texts
from claimtrack.crosscheck.scoring import score_pairs
from claimtrack.crosscheck.settings import load_settings
from claimtrack.crosscheck.sources import Voice, copied, echo_chain, origins
from claimtrack.crosscheck.vocabulary import load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

LARGEST_COMPARED = 64  # members of a group that are compared pair by pair; in a larger one each with so many after it
PAIRS_AT_ONCE = 100_000
LONGEST_TRAIL = 12
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

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
    ordered = claims.loc[:, list(COLUMNS)].sort_values(["doc_id", "text_hash", "start", "claim_id"], kind="stable")
    ordered = ordered.reset_index(drop=True)
    features = read_features(ordered)
    first, second = candidate_pairs(features)
    scores = score_pairs(features, first, second)
    groups = cluster(len(features), first, second, scores)
    return Grouped(features, groups, describe_groups(ordered, features, groups))


def describe_groups(claims: pd.DataFrame, features: Features, groups: Ints) -> pd.DataFrame:
    """The table of groups (GROUP_COLUMNS).

    claims, features: in one order. groups: for each claim the position of its group's first member.
    """
    import numpy as np
    import pandas as pd

    count = len(claims)
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.concatenate(([True], np.diff(groups[order]) != 0))) if count else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, count))
    described = _Members(claims, features)
    stands_out = np.zeros(count, np.bool_)
    several = np.flatnonzero(sizes > 1)
    facts = _Pairs(features, *_inner_pairs(order, starts[several], sizes[several]))
    columns = described.singles(order[starts])
    for place, start, size in zip(several.tolist(), starts[several].tolist(), sizes[several].tolist(), strict=True):
        members = order[start : start + size].tolist()
        row, out = described.group(members, facts.copies.get(members[0], []), facts.worst[members[0]])
        for column, fact in zip(columns, row, strict=True):
            column[place] = fact
        stands_out[out] = True
    of_claim = np.empty(count, np.int64)
    of_claim[order] = np.repeat(np.arange(len(starts)), sizes)
    kept = ("claim_id", "doc_id", "start", "end", "text_hash", "surface", "value", "unit", "counted", "place", "source",
            "via", "publisher", "sentence")  # fmt: skip
    data: dict[str, Any] = {
        **{name: claims[name].array for name in kept},
        "qualifier": claims["qualifier"].astype("string").array,
        "kind": claims["kind"].astype("string").array,
        "stands_out": stands_out,
        "member_low": claims["low"].array,
        "member_high": claims["high"].array,
        "as_of": _days_as_text(np.floor(features.moment)),
    }
    dtypes = {name: dtype for name, dtype, _ in GROUP_COLUMNS}
    facts_of_groups = pd.DataFrame(dict(zip(GROUP_FACTS, columns, strict=True)))
    facts_of_groups = facts_of_groups.astype({name: pd.api.types.pandas_dtype(dtypes[name]) for name in GROUP_FACTS})
    for name in GROUP_FACTS:
        data[name] = facts_of_groups[name].array.take(of_claim)
    frame = pd.DataFrame({name: data[name] for name in dtypes})
    frame = frame.astype({name: pd.api.types.pandas_dtype(dtype) for name, dtype in dtypes.items()})
    by = ["priority", "group_id", "as_of", "doc_id", "start"]
    return frame.sort_values(by, ascending=[False, True, True, True, True], kind="stable").reset_index(drop=True)


GROUP_FACTS = (
    "group_id", "relation", "low", "best", "high", "articles", "sources", "echo", "first_as_of", "last_as_of", "trail",
    "incident", "priority", "reason",
)  # fmt: skip


class _Members:
    """Describes groups; the columns are held as plain lists, because a group has few members."""

    def __init__(self, claims: pd.DataFrame, features: Features) -> None:
        import numpy as np

        best = features.best
        everyone = np.arange(len(features))
        bottom, top = accepted(features, everyone)
        self.best, self.bottom, self.top = best.tolist(), bottom.tolist(), top.tolist()
        self.low = np.where(np.isnan(features.low), best, features.low).tolist()
        self.high = np.where(np.isnan(features.high), best, features.high).tolist()
        self.size = features.size.tolist()
        self.day = np.floor(features.moment).tolist()
        self.moment = features.moment.tolist()
        self.denied = (features.modality == DENIED).tolist()
        self.incident = features.incident.tolist()
        self.text = {name: texts(claims[name]) for name in TEXTS}
        self.settings = load_settings()
        self.incident_names = load_vocabulary().incident_names

    def singles(self, firsts: Ints) -> list[list[Any]]:
        """The columns GROUP_FACTS as though each of these claims were alone."""
        listed = firsts.tolist()
        days = [_day_as_text(self.day[at]) for at in listed]
        bounds = [[column[at] / self.size[at] for at in listed] for column in (self.low, self.best, self.high)]
        count = len(listed)
        return [
            [self._id(at) for at in listed], ["single"] * count, *bounds, [1] * count, [1] * count, [None] * count,
            days, list(days), [None] * count, [self._incident([at]) for at in listed], [0.0] * count, [None] * count,
        ]  # fmt: skip

    def group(self, members: Sequence[int], copies: Copies, worst: Worst) -> tuple[tuple[Any, ...], list[int]]:
        """The facts of a group, and the members that stand out. worst: the pair that decides."""
        relation, widest = worst[2], worst[3]
        voices = [self._voice(at) for at in members]
        behind = origins(voices, copies)
        current = self._current(members, behind, relation)
        size = self.size[members[0]]
        best = median_low([self.best[at] for at in current])
        low, high = min(self.low[at] for at in current), max(self.high[at] for at in current)
        days = sorted(self.day[at] for at in members if self.day[at] == self.day[at])
        articles, sources = len({voice.article for voice in voices}), len(set(behind))
        out = [at for at in members if self.denied[at] or (relation == CONFLICT and not self._fits(at, best))]
        weight = self.settings.priority[RELATIONS[relation]] * (0.5 + 0.5 * min(widest, 1.0))
        row = (
            self._id(min(members, key=lambda at: (self.text["claim_id"][at], at))), RELATIONS[relation], low / size,
            best / size, high / size, articles, sources, echo_chain(voices, behind, copies),
            _day_as_text(days[0]) if days else None, _day_as_text(days[-1]) if days else None,
            self._trail(members, size),
            self._incident(members), round(100 * weight * math.log2(1 + sources) * math.log2(1 + articles), 1),
            self._reason(worst),
        )  # fmt: skip
        return row, out

    def _voice(self, at: int) -> Voice:
        text = self.text
        article = text["doc_id"][at] or ""
        return Voice(at, self.best[at], article, text["source"][at], text["via"][at], text["wire"][at])

    def _id(self, at: int) -> str:
        key = f"{self.text['claim_id'][at]}\n{self.text['text_hash'][at]}"
        return "g" + hashlib.sha256(key.encode()).hexdigest()[:12]

    def _fits(self, at: int, best: float) -> bool:
        slack = 1e-9 * abs(best)
        return bool(self.bottom[at] <= best + slack and best <= self.top[at] + slack)

    def _current(self, members: Sequence[int], behind: Sequence[str], relation: int) -> list[int]:
        """What is still held: the latest figure of each source, none denied; where it moved, those of the last day."""
        latest: dict[str, int] = {}
        for at, origin in zip(members, behind, strict=True):
            if self.denied[at]:
                continue
            known = latest.get(origin)
            if known is None or (self.moment[at], self.best[at]) > (self.moment[known], self.best[known]):
                latest[origin] = at
        held = list(latest.values()) or list(members)
        if relation == MOVED:
            last = max(self.day[at] for at in held)
            held = [at for at in held if self.day[at] == last] or held
        return held

    def _trail(self, members: Sequence[int], size: float) -> str | None:
        seen: dict[tuple[float, float], None] = {}
        for at in sorted(members, key=lambda at: (self.moment[at], self.best[at])):
            seen[self.day[at], self.best[at]] = None
        steps = [f"{_day_as_text(day) or '?'} {number(best / size)}" for day, best in seen]
        if len({step.partition(" ")[2] for step in steps}) < 2:
            return None
        if len(steps) > LONGEST_TRAIL:
            steps = [*steps[: LONGEST_TRAIL // 2], "…", *steps[-LONGEST_TRAIL // 2 :]]
        return " → ".join(steps)

    def _incident(self, members: Sequence[int]) -> str:
        counts: dict[int, int] = {}
        for at in members:
            bits = self.incident[at]
            while bits:
                bit = bits & -bits
                counts[bit] = counts.get(bit, 0) + 1
                bits ^= bit
        most = [
            self.incident_names[bit.bit_length() - 1]
            for bit, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:1]
        ]
        places = [self.text["place"][at] for at in members if self.text["place"][at]]
        place = max(dict.fromkeys(places), key=places.count) if places else None
        what = self.text["kind"][members[0]]
        return ", ".join(part for part in (str(what), *most, place) if part)

    def _reason(self, worst: Worst) -> str:
        one, other, relation, _, why = worst
        return why if relation == 0 else f"{self._said(one)} against {self._said(other)}: {why}"

    def _said(self, at: int) -> str:
        who = self.text["source"][at] or self.text["publisher"][at]
        day = _day_as_text(self.day[at])
        named = ", ".join(part for part in (who, day) if part)
        denied = "denied: " if self.denied[at] else ""
        return f"{denied}{self.text['surface'][at]} ({named})" if named else f"{denied}{self.text['surface'][at]}"


TEXTS = ("claim_id", "doc_id", "text_hash", "source", "via", "wire", "publisher", "place", "kind", "surface")
Copies = list[tuple[int, int]]
Worst = tuple[int, int, int, float, str]  # one, other, their relation, how far apart, the reason in words


class _Pairs:
    """The relations of all pairs inside groups, worked out at once; keys are the groups' first members.

    worst: the pair of the strongest relation that is furthest apart. copies: the pairs of near-copies.
    """

    def __init__(self, features: Features, first: Ints, second: Ints, group: Ints) -> None:
        import numpy as np

        related = np.zeros(len(first), np.int8)
        apart = np.zeros(len(first), np.float32)
        near = np.zeros(len(first), np.bool_)
        for start in range(0, len(first), PAIRS_AT_ONCE):
            chunk = slice(start, start + PAIRS_AT_ONCE)
            one, other = first[chunk], second[chunk]
            related[chunk], apart[chunk] = relations(features, one, other), distance(features, one, other)
            near[chunk] = copied(features, one, other)
        order = np.lexsort((second, first, -apart, -related, group))
        decides = order[np.flatnonzero(np.diff(group[order], prepend=-1))]
        said = reasons(features, first[decides], second[decides])
        decided = (column[decides].tolist() for column in (group, first, second, related, apart))
        self.worst: dict[int, Worst] = {
            key: (one, other, kind, far, why) for key, one, other, kind, far, why in zip(*decided, said, strict=True)
        }
        self.copies: dict[int, Copies] = {}
        for key, one, other in zip(group[near].tolist(), first[near].tolist(), second[near].tolist(), strict=True):
            self.copies.setdefault(key, []).append((one, other))


def _inner_pairs(order: Ints, starts: Ints, sizes: Ints) -> tuple[Ints, Ints, Ints]:
    """The pairs of members of each group (the first member, the second, the group's first member)."""
    import numpy as np

    within = np.repeat(starts, sizes)
    place = within + np.arange(len(within)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    end, first_of = within + np.repeat(sizes, sizes), order[within].astype(np.int32)
    order = order.astype(np.int32)
    ones, others, groups = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for step in range(1, LARGEST_COMPARED):
        reach = place + step < end
        if not reach.any():
            break
        place, end, first_of = place[reach], end[reach], first_of[reach]
        ones.append(order[place])
        others.append(order[place + step])
        groups.append(first_of)
    return np.concatenate(ones), np.concatenate(others), np.concatenate(groups)


def number(value: float) -> str:
    """A number as one reads it: 45,089 or 6.1."""
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1e6 else f"{value:,.6g}"


@lru_cache(maxsize=100_000)
def _day_as_text(day: float) -> str | None:
    return None if day != day else (EPOCH + timedelta(days=day)).strftime("%Y-%m-%d")


def _days_as_text(days: NDArray[np.float64]) -> list[str | None]:
    known = {day: _day_as_text(day) for day in set(days.tolist()) if day == day}
    return [known.get(day) for day in days.tolist()]
