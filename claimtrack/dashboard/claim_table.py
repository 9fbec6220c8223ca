"""The claims in DuckDB: which rows pass the filters, in which order, and how many each value of a facet has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.dashboard.filters import FACETS, Filters

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import pyarrow

MOST_VALUES = 200  # of a facet that are offered; what is rarer is found by its words
OPEN = "open"  # the verdict of a claim that nobody has decided
NO_PLACE, NOBODY, WRITER = "no place named", "nobody named", "the writer"

# what the filters and orders speak of; `row` is the position in the claims frame
TABLE = f"""
CREATE TABLE claims AS SELECT
    row,
    claim_id,
    kind,
    coalesce(place, '{NO_PLACE}') AS place,
    coalesce(source, source_text, CASE attribution WHEN 'none' THEN '{WRITER}' ELSE '{NOBODY}' END) AS source,
    coalesce(source_type, '{NOBODY}') AS source_type,
    qualifier,
    modality,
    doc_id AS article,
    CAST(coalesce(as_of, published) AS DATE) AS day,
    coalesce(value, low, high) AS figure,
    confidence,
    CAST(0 AS DOUBLE) AS priority,
    lower(concat_ws(' ', sentence, surface, counted, source, source_text, place, country, title, publisher)) AS words
FROM frame
"""
VIEW = f"""
SELECT claims.*, coalesce(reviewed.verdict, '{OPEN}') AS verdict, coalesce(mine, false) AS mine,
    coalesce(flagged, false) AS flagged
FROM claims LEFT JOIN reviewed USING (claim_id)
"""
ORDER_BY: Mapping[str, str] = {
    "priority": "priority DESC, confidence, row",
    "article": "row",
    "newest": "day DESC NULLS LAST, row",
    "oldest": "day NULLS LAST, row",
    "largest": "figure DESC NULLS LAST, row",
    "unsure": "confidence, row",
    "kind": "kind, row",
    "place": "lower(place), row",
    "source": "lower(source), row",
}
STATUS: Mapping[str, str] = {"open": "NOT mine", "done": "mine", "flagged": "flagged"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the filters let through. rows: positions in the claims frame, in order; counts: of each facet's values."""

    rows: list[int]
    counts: Mapping[str, list[tuple[str, int]]]


class ClaimTable:
    """A claims table that several sessions filter at once; it holds only what the filters speak of."""

    def __init__(self, claims: pd.DataFrame) -> None:
        import duckdb

        self._connection = duckdb.connect(config={"threads": 2})
        self._connection.register("frame", _read(claims))
        self._connection.execute(TABLE)
        self._connection.unregister("frame")

    def set_priorities(self, priorities: pd.DataFrame) -> None:
        """What to check first; priorities: columns claim_id and priority, one row a claim."""
        cursor = self._connection.cursor()
        cursor.register("ranked", priorities)
        cursor.execute(
            "UPDATE claims SET priority = ranked.priority FROM ranked WHERE ranked.claim_id = claims.claim_id"
        )

    def seen(self, filters: Filters, reviewed: pd.DataFrame) -> Seen:
        """reviewed: a row a claim that is reviewed: claim_id, verdict, mine (by the one who looks), flagged."""
        cursor = self._connection.cursor()
        cursor.register("reviewed", reviewed)
        cursor.execute(f"CREATE TEMP VIEW seen AS {VIEW}")
        where, values = _where(filters)
        found = cursor.execute(
            f"SELECT row FROM seen WHERE {where} ORDER BY {ORDER_BY[filters.order]}", values
        ).fetchnumpy()["row"]
        counts = {facet.name: _counts(cursor, filters.without(facet.name), facet.name) for facet in FACETS}
        return Seen([int(row) for row in found], counts)


def _counts(cursor: duckdb.DuckDBPyConnection, filters: Filters, facet: str) -> list[tuple[str, int]]:
    where, values = _where(filters)
    return cursor.execute(
        f"SELECT {facet}, count(*) FROM seen WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}",
        values,
    ).fetchall()


def _where(filters: Filters) -> tuple[str, list[Any]]:
    """The condition of the filters, with ? for each of its values."""
    parts: list[str] = ["true"]
    values: list[Any] = []
    for name, chosen in filters.chosen.items():
        if chosen:
            parts.append(f"{name} IN ({', '.join('?' * len(chosen))})")
            values += list(chosen)
    if filters.since:
        parts.append("day >= ?")
        values.append(filters.since)
    if filters.until:
        parts.append("day <= ?")
        values.append(filters.until)
    if filters.confidence != (0.0, 1.0):
        parts.append("confidence BETWEEN ? AND ?")
        values += filters.confidence
    for word in filters.text.lower().split():
        parts.append("contains(words, ?)")
        values.append(word)
    if filters.status in STATUS:
        parts.append(STATUS[filters.status])
    return " AND ".join(parts), values


def _read(claims: pd.DataFrame) -> pyarrow.Table:
    """The columns that the table reads, without a copy of them; a claim of two versions once, as in the newest."""
    import pyarrow

    wanted = claims[
        [
            "claim_id", "kind", "place", "source", "source_text", "attribution", "source_type", "qualifier", "modality",
            "doc_id", "as_of", "published", "value", "low", "high", "confidence", "sentence", "surface", "counted",
            "country", "title", "publisher",
        ]
    ].assign(row=range(len(claims)))  # fmt: skip
    again = wanted["claim_id"].duplicated(keep="last")
    return pyarrow.Table.from_pandas(wanted[~again] if again.any() else wanted, preserve_index=False)
