"""Who is cited for what: the claims table gathered source by source, the names that were merged as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.attribution.aliases import folded

if TYPE_CHECKING:
    import pandas as pd

KINDS_NAMED = 3  # of a source in the table; the rest are counted
UNKNOWN_TYPE = "not known"
ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "claims": "Most claims first",
        "disputed": "Most disputed first",
        "confirmed": "Most confirmed first",
        "last": "Last cited first",
        "name": "By name",
    }
)
NAMED = """
SELECT coalesce(merged.canonical, claims.source) AS name, claims.*
FROM claims LEFT JOIN merged ON merged.source = claims.source WHERE claims.source IS NOT NULL
"""
HEADS = f"""
WITH named AS ({NAMED}),
kinds AS (
    SELECT name, kind, count(*) AS many, row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, kind) AS place
    FROM named GROUP BY name, kind
),
told AS (
    SELECT name, string_agg(kind || ' ' || many, ', ' ORDER BY place) FILTER (place <= {KINDS_NAMED})
        || CASE WHEN count(*) > {KINDS_NAMED} THEN ', +' || (count(*) - {KINDS_NAMED}) ELSE '' END AS kinds
    FROM kinds GROUP BY name
)
SELECT name, coalesce(mode(source_type ORDER BY source_type), '{UNKNOWN_TYPE}') AS type,
    mode(source_role ORDER BY source_role) AS role, count(*) AS claims, count(DISTINCT doc_id) AS articles,
    any_value(told.kinds) AS kinds, max(day) AS last, list(DISTINCT source ORDER BY source) AS names
FROM named JOIN told USING (name) GROUP BY name ORDER BY claims DESC, name
"""


@dataclass(frozen=True)
class SourceTable:
    """heads: a row a source: name, type, role, claims, articles, kinds (in words), last (day), names (those merged into
    it, as they stand in the claims). writer, nobody: claims in the writer's own voice, and of somebody unnamed."""

    heads: pd.DataFrame
    writer: int
    nobody: int

    def names(self, name: str) -> tuple[str, ...]:
        """The names in the claims that are one source; none where there is no such source."""
        found = self.heads.loc[self.heads["name"] == name, "names"]
        return tuple(map(str, found.iloc[0])) if len(found) else ()


@dataclass(frozen=True)
class SourceFacts:
    """What is known of one source, each with how many claims have it, the most frequent first."""

    kinds: Sequence[tuple[str, int]]
    written: Sequence[tuple[str, int]]
    roles: Sequence[tuple[str, int]]
    places: Sequence[tuple[str, int]]


def source_table(claims: pd.DataFrame, aliases: Mapping[str, str]) -> SourceTable:
    """aliases: name → the name that stands for it, looked up without regard to capitals."""
    import duckdb

    names = claims["source"].dropna().unique()
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.register("claims", _plain(claims))
        connection.register("merged", _merged(map(str, names), aliases))
        heads = connection.execute(HEADS).df()
    alone = claims["source"].isna()
    writer = int((alone & (claims["attribution"] == "none")).sum())
    return SourceTable(heads, writer, int(alone.sum()) - writer)


def facts_of(claims: pd.DataFrame, names: Sequence[str]) -> SourceFacts:
    """What the claims say of the source that goes by these names."""
    cited = claims[claims["source"].isin(names)]

    def counted(column: str) -> list[tuple[str, int]]:
        counts = cited[column].dropna().astype(str).value_counts()
        return sorted(((str(value), int(many)) for value, many in counts.items()), key=lambda pair: (-pair[1], pair[0]))

    return SourceFacts(*(counted(column) for column in ("kind", "source_text", "source_role", "place")))


def with_verdicts(table: SourceTable, claims: pd.DataFrame, reviewed: pd.DataFrame) -> pd.DataFrame:
    """The heads with how many claims of each source are confirmed, disputed (reviewers that differ count) and have the
    wrong source. reviewed: a row a claim: claim_id, verdict."""
    names = table.heads[["name", "names"]].explode("names").rename(columns={"names": "source"})
    of_claims = claims.loc[claims["claim_id"].isin(reviewed["claim_id"]), ["claim_id", "source"]]
    said = reviewed.merge(of_claims, on="claim_id").merge(names.astype({"source": object}), on="source")
    heads = table.heads.copy()
    for column, verdicts in (
        ("confirmed", ("confirmed",)),
        ("disputed", ("disputed", "disagreement")),
        ("wrong_source", ("wrong source",)),
    ):
        counts = said.loc[said["verdict"].isin(verdicts), "name"].value_counts()
        heads[column] = heads["name"].map(counts).fillna(0).astype("int64")
    return heads


def found(heads: pd.DataFrame, text: str, types: Sequence[str], order: str) -> pd.DataFrame:
    """The sources whose names or roles hold all the words of text, of one of the types where some are named."""
    passing = heads["name"].notna()
    looked = heads["name"].str.lower() + " " + heads["names"].str.join(" ").str.lower() + " " + _lower(heads["role"])
    for word in text.lower().split():
        passing &= looked.str.contains(word, regex=False)
    if types:
        passing &= heads["type"].isin(types)
    shown = heads[passing]
    if order == "name":
        return shown.sort_values("name", key=lambda names: names.str.lower(), kind="stable")
    return shown.sort_values(order, ascending=False, kind="stable", na_position="last")


def _lower(texts: pd.Series[str]) -> pd.Series[str]:
    return texts.fillna("").str.lower()


def _merged(names: Sequence[str] | map[str], aliases: Mapping[str, str]) -> pd.DataFrame:
    import pandas as pd

    stands_for = {folded(name): canonical for name, canonical in aliases.items()}
    pairs = [(name, stands_for[folded(name)]) for name in names if folded(name) in stands_for]
    return pd.DataFrame(pairs, columns=["source", "canonical"], dtype="string")


def _plain(claims: pd.DataFrame) -> pd.DataFrame:
    """The columns that are gathered, categories as text; day: of publication, else the moment it holds for."""
    wanted = claims[["source", "source_role", "doc_id"]].copy()
    for name in ("source_type", "kind"):
        wanted[name] = claims[name].astype("string")
    wanted["day"] = claims["published"].fillna(claims["as_of"]).dt.strftime("%Y-%m-%d")
    return wanted
