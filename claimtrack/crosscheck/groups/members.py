"""What a group of claims says as a whole: bounds, sources, trail, incident, priority, and the reason in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.comparing import CONFLICT, DENIED, MOVED, RELATIONS
from claimtrack.crosscheck.features import Features, texts
from claimtrack.crosscheck.groups.facts import GROUP_FACTS, about, bits_of, group_id
from claimtrack.crosscheck.groups.inner_pairs import Compared, Decisive
from claimtrack.crosscheck.groups.sources import Voice, echo_chain, origins
from claimtrack.crosscheck.numbers import day_as_text, number
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

LONGEST_TRAIL = 12
TEXTS = (
    "claim_id", "doc_id", "text_hash", "source", "source_role", "via", "wire", "story_id", "publisher", "place", "kind",
    "surface",
)  # fmt: skip


class Members:
    """The members of some groups of several, group by group; the columns are plain lists: a group has few members."""

    def __init__(self, claims: pd.DataFrame, features: Features, rows: Ints) -> None:
        import numpy as np

        best, low, high = features.best[rows], features.low[rows], features.high[rows]
        moment = features.moment[rows]
        self.best, self.bottom, self.top = best.tolist(), features.bottom[rows].tolist(), features.top[rows].tolist()
        self.low = np.where(np.isnan(low), best, low).tolist()
        self.high = np.where(np.isnan(high), best, high).tolist()
        self.size = features.size[rows].tolist()
        self.moment, self.day = moment.tolist(), np.floor(moment).tolist()
        self.denied = (features.modality[rows] == DENIED).tolist()
        self.incident = features.incident[rows].tolist()
        self.text = {name: texts(claims[name].take(rows)) for name in TEXTS}

    def describe(self, sizes: Sequence[int], compared: Compared, offset: int) -> tuple[pd.DataFrame, list[int]]:
        """GROUP_FACTS of the groups of these sizes, and the members that stand out.

        compared: its places count from so many claims (offset) before the first of these.
        """
        import pandas as pd

        facts: list[tuple[Any, ...]] = []
        stand_out: list[int] = []
        start = 0
        for size in sizes:
            decisive = compared.decisive[start + offset]
            pair = replace(decisive, one=decisive.one - offset, other=decisive.other - offset)
            copies = [(one - offset, other - offset) for one, other in compared.copies.get(start + offset, ())]
            row, out = self._group(range(start, start + size), copies, pair)
            facts.append(row)
            stand_out += out
            start += size
        return pd.DataFrame(facts, columns=list(GROUP_FACTS)), stand_out

    def _group(
        self, members: Sequence[int], copies: Sequence[tuple[int, int]], decisive: Decisive
    ) -> tuple[tuple[Any, ...], list[int]]:
        """GROUP_FACTS of a group, and the members that stand out. decisive: the pair that decides."""
        relation = decisive.relation
        voices = [self._voice(at) for at in members]
        behind = origins(voices, copies)
        current = self._current(members, behind, relation)
        size = self.size[members[0]]
        best = median_low([self.best[at] for at in current])
        low, high = min(self.low[at] for at in current), max(self.high[at] for at in current)
        days = sorted(self.day[at] for at in members if self.day[at] == self.day[at])
        articles, sources = len({voice.article for voice in voices}), len(set(behind))
        out = [at for at in members if self.denied[at] or (relation == CONFLICT and not self._fits(at, best))]
        row = (
            self._id(members), RELATIONS[relation],
            low / size, best / size, high / size, articles, sources, echo_chain(voices, behind, copies),
            day_as_text(days[0]) if days else None, day_as_text(days[-1]) if days else None,
            self._trail(members, size), self._incident(members), _priority(decisive, sources, articles),
            self._reason(decisive, dict(zip(members, behind, strict=True))),
        )  # fmt: skip
        return row, out

    def _voice(self, at: int) -> Voice:
        text = self.text
        return Voice(
            at, self.best[at], text["doc_id"][at] or "", text["source"][at], via=text["via"][at], wire=text["wire"][at],
            role=text["source_role"][at], story=text["story_id"][at], denied=self.denied[at],
            surface=text["surface"][at] or "",
        )  # fmt: skip

    def _id(self, members: Sequence[int]) -> str:
        first = min(members, key=lambda at: (self.text["claim_id"][at], at))
        return group_id(self.text["claim_id"][first], self.text["text_hash"][first])

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
        """The figure over time, a step a day on which it changed: "2023-02-07 5,775 → 2023-02-14 47,000"; without what
        was denied. None where it is one figure throughout; a long trail shows its beginning and its end."""
        told: dict[float, dict[float, None]] = {}
        for at in sorted(members, key=lambda at: (self.moment[at], self.best[at])):
            if not self.denied[at]:
                told.setdefault(self.day[at], {})[self.best[at]] = None
        steps: list[str] = []
        before: set[float] = set()
        for day, numbers in told.items():
            if numbers.keys() != before:
                steps.append(f"{day_as_text(day) or '?'} {' / '.join(number(best / size) for best in numbers)}")
            before = set(numbers)
        if len(steps) < 2:
            return None
        if len(steps) > LONGEST_TRAIL:
            steps = [*steps[: LONGEST_TRAIL // 2], "…", *steps[-LONGEST_TRAIL // 2 :]]
        return " → ".join(steps)

    def _incident(self, members: Sequence[int]) -> str:
        """Kind, the sort of incident that at least a third of the members name, and their commonest place."""
        counts = Counter(place for at in members for place in bits_of(self.incident[at]))
        named = [place for place, count in counts.items() if 3 * count >= len(members)]
        most = min(named, key=lambda place: (-counts[place], place), default=None)
        places = Counter(place for at in members if (place := self.text["place"][at]))
        return about(self.text["kind"][members[0]], most, max(places, key=places.__getitem__, default=None))

    def _reason(self, pair: Decisive, behind: dict[int, str]) -> str:
        why = ", ".join(part for part in (pair.reason, self._independence(pair, behind)) if part)
        return why if pair.relation == 0 else f"{self._said(pair.one)} against {self._said(pair.other)}: {why}"

    def _independence(self, pair: Decisive, behind: dict[int, str]) -> str | None:
        """How many sources the two have, in words; None where both are the writers' own."""
        one_source = behind[pair.one] == behind[pair.other]
        cited = self.text["source"][pair.one] or self.text["source"][pair.other]
        if not cited and not one_source:
            return None
        if one_source:
            one_article = self.text["doc_id"][pair.one] == self.text["doc_id"][pair.other]
            return None if not cited and one_article else "one source"
        one_article = self.text["doc_id"][pair.one] == self.text["doc_id"][pair.other]
        return "two sources" if one_article else "two independent sources"

    def _said(self, at: int) -> str:
        """A figure and who says so, when: "denied: 11,300 (Tawfik Shukri, 2023-09-17)"."""
        who = self.text["source"][at] or self.text["publisher"][at]
        named = ", ".join(part for part in (who, day_as_text(self.day[at])) if part)
        denied = "denied: " if self.denied[at] else ""
        return f"{denied}{self.text['surface'][at]} ({named})" if named else f"{denied}{self.text['surface'][at]}"


def _priority(decisive: Decisive, sources: int, articles: int) -> float:
    """Size of the difference × independence × reach, weighed by relation; what took long to move presses less."""
    weights, relation = load_settings().priority, RELATIONS[decisive.relation]
    size = 0.5 + 0.5 * min(decisive.distance, 1.0)
    slow = 1 + math.log2(1 + decisive.days / weights["moved_days"]) if decisive.relation == MOVED else 1.0
    return round(100 * weights[relation] * size * math.log2(1 + sources) * math.log2(1 + articles) / slow, 1)
