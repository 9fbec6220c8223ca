"""The list of articles: one row an article, its versions in order, what is reviewed; found by words, in any order."""

from __future__ import annotations

import pandas as pd
import pytest

from claimtrack.api import extract
from claimtrack.dashboard.articles.index import ORDERS, ArticleIndex, build_index
from claimtrack.dashboard.articles.rows import article_rows
from claimtrack.dashboard.workspace import Workspace
from claimtrack.model import Document
from claimtrack.reading import parse_date
from claimtrack.schema import documents_frame


def document(doc_id: str, text: str, day: str | None = None, modified: str | None = None, **about: str) -> Document:
    moments = {"published": parse_date(day) if day else None, "modified": parse_date(modified) if modified else None}
    return Document(text=text, doc_id=doc_id, **moments, **about)


DOCUMENTS = [
    # the newer version stands first: what counts is when it was modified
    document("flood", "At least 40 people died in Derna. Some 300 houses fell.", "2023-09-12", "2023-09-15",
             title="Flood", publisher="The Courier"),
    document("flood", "At least 30 people died in Derna.", "2023-09-12", title="Flood", publisher="The Courier"),
    document("aleppo", "An estimated 35 doctors are left in Aleppo.", "2016-09-29", title="aid for Aleppo"),
    document("quiet", "Nothing was counted here.", title="Quiet day"),
    document("untitled.txt", "Up to 90 soldiers left, the army said.", "2020-01-01"),
]  # fmt: skip


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    return extract(DOCUMENTS)


@pytest.fixture(scope="module")
def index(claims: pd.DataFrame) -> ArticleIndex:
    return build_index(claims, documents_frame(DOCUMENTS))


def test_an_article_is_a_row_as_it_is_in_its_newest_version(index: ArticleIndex) -> None:
    rows = index.articles.set_index("doc_id")[["title", "claims", "versions"]].to_dict("index")
    assert rows == {
        "flood": {"title": "Flood", "claims": 2, "versions": 2},
        "aleppo": {"title": "aid for Aleppo", "claims": 1, "versions": 1},
        "quiet": {"title": "Quiet day", "claims": 0, "versions": 1},
        "untitled.txt": {"title": "untitled.txt", "claims": 1, "versions": 1},
    }


def test_versions_follow_one_another_by_their_moments(index: ArticleIndex) -> None:
    assert [text_hash for text_hash, _ in index.versions_of("flood")] == [
        DOCUMENTS[1].text_hash,
        DOCUMENTS[0].text_hash,
    ]
    assert index.versions_of("quiet") == [(DOCUMENTS[3].text_hash, None)]
    assert index.versions_of("no such article") == []


def test_without_documents_the_claims_name_the_articles(claims: pd.DataFrame) -> None:
    found = build_index(claims, None)
    assert set(found.articles["doc_id"]) == {"flood", "aleppo", "untitled.txt"}
    assert build_index(claims.iloc[:0], None).articles.empty


# words | order | doc_ids in order | why
FINDS = [
    ("", "newest", ["flood", "untitled.txt", "aleppo", "quiet"], "without a date last"),
    ("", "oldest", ["aleppo", "untitled.txt", "flood", "quiet"], "without a date last"),
    ("", "title", ["aleppo", "flood", "quiet", "untitled.txt"], "capitals do not matter"),
    ("", "claims", ["flood", "aleppo", "untitled.txt", "quiet"], "most first, else as in the file"),
    ("COURIER", "newest", ["flood"], "the publisher"),
    ("aid aleppo", "newest", ["aleppo"], "each word"),
    ("aid derna", "newest", [], "not one of them alone"),
    ("untitled", "newest", ["untitled.txt"], "the name"),
    ("(", "newest", [], "words are no pattern"),
]


@pytest.mark.parametrize(("words", "order", "wanted", "why"), FINDS, ids=[f"{w} {o} {y}" for w, o, _, y in FINDS])
def test_articles_are_found(index: ArticleIndex, words: str, order: str, wanted: list[str], why: str) -> None:
    none = index.reviewed(pd.Series([], dtype="string"))
    assert index.find(words, order, none)["doc_id"].to_list() == wanted, why
    assert order in ORDERS


def test_what_is_reviewed_counts_for_the_newest_version(index: ArticleIndex, claims: pd.DataFrame) -> None:
    newest = claims[claims["text_hash"] == DOCUMENTS[0].text_hash]["claim_id"]
    reviewed = index.reviewed(pd.Series([*newest[:1], "gone"], dtype="string"))
    found = index.find("", "open", reviewed).set_index("doc_id")
    assert found.loc["flood", ["reviewed", "open"]].to_list() == [1, 1]
    assert found["open"].to_list() == [1, 1, 1, 0], "most to review first"


def test_the_claims_of_a_version_come_in_the_order_of_its_text(workspace: Workspace) -> None:
    claims = workspace.claims.iloc[::-1].reset_index(drop=True)
    doc_id, text_hash = claims["doc_id"].iloc[0], claims["text_hash"].iloc[0]
    rows = article_rows(claims, doc_id, text_hash)
    assert list(rows.starts) == sorted(rows.starts)
    assert [claims["claim_id"].iloc[row] for row in rows.rows] == list(rows.ids)
    assert rows.place_of(rows.ids[1]) == 1
    assert rows.place_of("gone") is None
    assert len(article_rows(claims, "gone", text_hash)) == 0
