"""Every article of a claims file in one table: its versions, how many claims it has, and which of them are reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

ABOUT = ["doc_id", "text_hash", "title", "publisher", "published", "modified"]
# name in the address → how it reads on the screen
ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "newest": "Newest first",
        "oldest": "Oldest first",
        "open": "Most to review first",
        "claims": "Most claims first",
        "title": "By title",
    }
)


@dataclass(frozen=True)
class ArticleIndex:
    """articles: a row an article, as it is in its newest version: doc_id, text_hash, title, publisher, published,
    claims, versions, words (what is searched). versions: a row a version, oldest first. article_of: the row of articles
    for each claim_id of the newest versions."""

    articles: pd.DataFrame
    versions: pd.DataFrame
    article_of: pd.Series[int]

    def reviewed(self, claim_ids: pd.Series[str]) -> pd.Series[int]:
        """How many of these claims each article has, in the order of articles."""
        rows = self.article_of.reindex(claim_ids.astype(object)).dropna().astype(int)
        return rows.value_counts().reindex(self.articles.index, fill_value=0)

    def find(self, text: str, order: str, reviewed: pd.Series[int]) -> pd.DataFrame:
        """The articles that have each word of the text, in order (ORDERS), with the columns reviewed and open."""
        found = self.articles.assign(reviewed=reviewed, open=self.articles["claims"] - reviewed)
        for word in text.lower().split():
            found = found[found["words"].str.contains(word, regex=False)]
        match order:
            case "title":
                return found.sort_values("title", key=lambda title: title.str.lower(), kind="stable")
            case "oldest":
                return found.sort_values("published", kind="stable")
            case "open" | "claims":
                return found.sort_values(order, ascending=False, kind="stable")
            case _:
                return found.sort_values("published", ascending=False, kind="stable")

    def versions_of(self, doc_id: str) -> list[tuple[str, datetime | None]]:
        """(text_hash, when it was modified or published) of an article's versions, oldest first."""
        found = self.versions[self.versions["doc_id"] == doc_id]
        moments = found["moment"].astype(object).where(found["moment"].notna(), None)
        return list(zip(found["text_hash"].astype(str), moments, strict=True))


def build_index(claims: pd.DataFrame, documents: pd.DataFrame | None) -> ArticleIndex:
    """The articles of a claims table and of the table of documents beside it (None: there is none)."""
    import pandas as pd

    known = claims[ABOUT].drop_duplicates(["doc_id", "text_hash"])
    every = known if documents is None else pd.concat([documents[ABOUT], known], ignore_index=True)
    versions = every.drop_duplicates(["doc_id", "text_hash"]).reset_index(drop=True)
    versions = versions.assign(moment=versions["modified"].fillna(versions["published"]))
    # a version without a moment comes first; else they follow one another as in the file
    versions = versions.sort_values("moment", na_position="first", kind="stable")
    newest = versions.drop_duplicates("doc_id", keep="last").sort_index()
    sizes = claims.groupby(["doc_id", "text_hash"], observed=True).size().rename("claims").reset_index()
    articles = newest.merge(sizes, how="left", on=["doc_id", "text_hash"]).fillna({"claims": 0})
    counts = versions["doc_id"].value_counts()
    words = articles["title"].fillna("") + " " + articles["publisher"].fillna("") + " " + articles["doc_id"]
    articles = articles.assign(
        title=articles["title"].fillna(articles["doc_id"]),
        claims=articles["claims"].astype(int),
        versions=counts.reindex(articles["doc_id"]).to_numpy(),
        words=words.str.lower(),
    )
    return ArticleIndex(articles, versions, _article_of(claims, articles))


def _article_of(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.Series[int]:
    import pandas as pd

    newest = pd.Series(articles.index, index=pd.MultiIndex.from_frame(articles[["doc_id", "text_hash"]]))
    rows = newest.reindex(pd.MultiIndex.from_frame(claims[["doc_id", "text_hash"]])).to_numpy()
    of_claim = pd.Series(rows, index=claims["claim_id"].astype(object)).dropna().astype(int)
    return of_claim[~of_claim.index.duplicated()]
