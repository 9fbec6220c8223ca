"""What came in and what is open, counted: by day of publication, by kind, by reviewer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimtrack.reviews import Review, Verdict

if TYPE_CHECKING:
    import pandas as pd

OPEN, REVIEWED, DISPUTED = "open", "reviewed", "disputed"
STATES = (OPEN, REVIEWED, DISPUTED)
# verdicts of a claim that mean a state, as the claims page filters them
VERDICTS: Mapping[str, tuple[str, ...]] = {
    OPEN: ("open",),
    DISPUTED: ("disputed", "disagreement"),
    REVIEWED: tuple(str(verdict) for verdict in Verdict if verdict is not Verdict.DISPUTED),
}
MOST_BARS = 92  # days of publication that are told one by one; a longer time is told by month, or by year
SPANS: Mapping[str, str] = {"D": "day", "M": "month", "Y": "year"}  # pandas' name of a span of time → ours
MOST_REJECTS = 500


@dataclass(frozen=True)
class Arrived:
    """What came in.

    span: "day", "month" or "year". days: label, documents and claims, a row a span, those without any too. kinds: kind,
    label and claims. totals: kind → its claims, the most frequent first. undated: documents without a day of
    publication.
    """

    documents: int
    without_claims: int
    claims: int
    sources: int
    undated: int
    span: str
    days: pd.DataFrame
    kinds: pd.DataFrame
    totals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Progress:
    """What one reviewer has decided: verdicts: of how many claims; flagged: claims without a verdict; last: when."""

    reviewer: str
    verdicts: Mapping[str, int]
    flagged: int
    last: datetime

    @property
    def decided(self) -> int:
        return sum(self.verdicts.values())


def arrived(rows: pd.DataFrame, claims: pd.DataFrame, documents: pd.DataFrame | None) -> Arrived:
    """rows: of all versions of the articles; claims: each once, as in the newest one; documents: the texts beside them,
    None where there are none: then the rows alone tell of documents."""
    import pandas as pd

    keys = ["doc_id", "text_hash"]
    of_claims = rows[[*keys, "published"]].drop_duplicates(keys)
    listed = of_claims if documents is None else documents[[*keys, "published"]]
    every = pd.concat([listed, of_claims]).drop_duplicates(keys)
    span = _span(every["published"])
    bars = _bars(every["published"], span)
    labels = {bar: _label(bar, span) for bar in bars}
    told = _periods(claims["published"], span)
    days = pd.DataFrame(
        {
            "label": list(labels.values()),
            "documents": _periods(every["published"], span).value_counts().reindex(bars, fill_value=0).to_numpy(),
            "claims": told.value_counts().reindex(bars, fill_value=0).to_numpy(),
        }
    )
    by_kind = pd.DataFrame({"kind": claims["kind"].astype(str), "bar": told}).dropna()
    kinds = by_kind.groupby(["kind", "bar"], observed=True).size().rename("claims").reset_index()
    kinds["label"] = kinds["bar"].map(labels).astype("object")
    return Arrived(
        documents=len(every),
        without_claims=len(every) - len(of_claims),
        claims=len(claims),
        sources=int(claims["source"].nunique()),
        undated=int(every["published"].isna().sum()),
        span=SPANS[span],
        days=days,
        kinds=kinds[["kind", "label", "claims"]],
        totals={str(kind): int(many) for kind, many in claims["kind"].astype(str).value_counts().items()},
    )


def by_state(claims: pd.DataFrame, reviewed: pd.DataFrame, totals: Mapping[str, int]) -> pd.DataFrame:
    """A row a kind, in the order of totals: kind, open, reviewed, disputed.

    reviewed: a row a claim, with claim_id and verdict (null where it is only flagged: that is open). totals: kind → its
    claims.
    """
    import pandas as pd

    said = reviewed.dropna(subset=["verdict"]).set_index("claim_id")["verdict"].map(_state)
    decided = claims.loc[claims["claim_id"].isin(said.index), ["claim_id", "kind"]].astype(object)
    counts = Counter(zip(decided["kind"].astype(str), decided["claim_id"].map(said), strict=True))
    rows = [
        (kind, many - counts[kind, REVIEWED] - counts[kind, DISPUTED], counts[kind, REVIEWED], counts[kind, DISPUTED])
        for kind, many in totals.items()
    ]
    return pd.DataFrame(rows, columns=["kind", *STATES])


def progress(reviews: Iterable[Review]) -> list[Progress]:
    """How much each reviewer has decided, who decided most first. reviews: standing ones, one a reviewer and claim."""
    verdicts: dict[str, Counter[str]] = {}
    flagged: Counter[str] = Counter()
    last: dict[str, datetime] = {}
    for review in reviews:
        counts = verdicts.setdefault(review.reviewer, Counter())
        if review.decision.verdict is not None:
            counts[str(review.decision.verdict)] += 1
        elif review.decision.flagged:
            flagged[review.reviewer] += 1
        last[review.reviewer] = max(review.at, last.get(review.reviewer, review.at))
    told = [Progress(name, counts, flagged[name], last[name]) for name, counts in verdicts.items()]
    return sorted(told, key=lambda one: (-one.decided, one.reviewer))


def rejected(path: Path) -> list[tuple[str, str]]:
    """The inputs that could not be used, without their folder, and why: of the rejects.jsonl beside a claims file, at
    most MOST_REJECTS."""
    try:
        with path.with_name("rejects.jsonl").open(encoding="utf-8", errors="replace") as file:
            rows = [json.loads(line) for _, line in zip(range(MOST_REJECTS), file, strict=False)]
        return [(PurePath(str(row["path"])).name, str(row["reason"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _state(verdict: str) -> str:
    return DISPUTED if verdict in VERDICTS[DISPUTED] else REVIEWED


def _label(bar: pd.Period, span: str) -> str:
    match span:
        case "D":
            return f"{bar.day} {bar.strftime('%b %Y')}"
        case "M":
            return bar.strftime("%b %Y")
        case _:
            return str(bar.year)


def _span(moments: pd.Series[pd.Timestamp]) -> str:
    first, last = moments.min(), moments.max()
    if first != first or (last - first).days < MOST_BARS:
        return "D"
    return "M" if (last - first).days < MOST_BARS * 30 else "Y"


def _periods(moments: pd.Series[pd.Timestamp], span: str) -> pd.Series[pd.Period]:
    return moments.dt.tz_localize(None).dt.to_period(span)


def _bars(moments: pd.Series[pd.Timestamp], span: str) -> pd.PeriodIndex:
    import pandas as pd

    known = _periods(moments.dropna(), span)
    if known.empty:
        return pd.PeriodIndex([], freq=span)
    return pd.period_range(known.min(), known.max(), freq=span)
