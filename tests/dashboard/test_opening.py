"""From what the user names to a claims file: claims, articles, seeds; and articles that are added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.dashboard.extraction import add_articles
from claimtrack.dashboard.folders import seeds_folder
from claimtrack.dashboard.opening import claims_file_for, is_claims_file
from claimtrack.export import read_claims, read_documents, write_claims
from claimtrack.model import Document
from claimtrack.reading import Reject

TWELVE = "At least 12 people died in Homs, the ministry said."


def nothing(documents: int, claims: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(TWELVE, "utf-8")
    return folder


def test_a_claims_file_is_opened_as_it_is(claims_file: Path, tmp_path: Path) -> None:
    assert claims_file_for([str(claims_file)], tmp_path / "home", nothing) == (claims_file, None)
    assert claims_file_for([str(claims_file.parent)], tmp_path / "home", nothing) == (claims_file, None)


def test_claims_and_articles_are_told_apart(claims_file: Path, articles: Path, tmp_path: Path) -> None:
    claims, documents = read_claims(claims_file), read_documents(claims_file)
    assert documents is not None
    for extension in ("csv", "jsonl"):
        assert is_claims_file(str(write_claims(claims, documents, tmp_path / f"claims.{extension}")))
    (articles / "articles.jsonl").write_text(json.dumps({"text": TWELVE}), "utf-8")
    assert not is_claims_file(str(articles / "articles.jsonl"))
    assert not is_claims_file(str(articles))
    assert not is_claims_file(str(tmp_path / "not there"))


def test_articles_are_extracted_once_into_a_folder_of_the_users(articles: Path, tmp_path: Path) -> None:
    path, tally = claims_file_for([str(articles)], tmp_path / "home", nothing)
    assert tally is not None
    assert (tally.documents, tally.claims) == (1, 1)
    assert path.is_relative_to(tmp_path / "home")
    assert claims_file_for([str(articles)], tmp_path / "home", nothing) == (path, None)


def test_a_changed_article_is_extracted_again_and_added_ones_stay(articles: Path, tmp_path: Path) -> None:
    path, _ = claims_file_for([str(articles)], tmp_path / "home", nothing)
    add_articles(path, [Document(text="The flood killed 11,300 people.", doc_id="added/flood")], nothing)
    (articles / "two.txt").write_text("Up to 90 soldiers were killed in Deir al-Zor.", "utf-8")
    again, tally = claims_file_for([str(articles)], tmp_path / "home", nothing)
    assert (again, tally is not None and tally.documents) == (path, 3)
    assert sorted(read_claims(path)["surface"]) == ["11,300", "12", "90"]


def test_without_paths_the_seeds_are_opened(tmp_path: Path) -> None:
    path, tally = claims_file_for([], tmp_path / "home", nothing)
    assert tally is not None
    assert tally.documents >= len(list(seeds_folder().glob("*.txt"))) > 0
    assert len(read_claims(path)) == tally.claims >= 200


def test_a_claims_file_beside_other_paths_is_refused(claims_file: Path, articles: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="open it alone"):
        claims_file_for([str(articles), str(claims_file)], tmp_path / "home", nothing)


def test_what_cannot_be_read_is_told_and_the_rest_is_there(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_text("", "utf-8")
    _, tally = claims_file_for([str(articles)], tmp_path / "home", nothing)
    assert tally is not None
    assert tally.documents == 1
    assert [Path(reject.path).name for reject in tally.rejects] == ["empty.txt"]


def test_an_added_article_joins_the_open_file_once(claims_file: Path) -> None:
    before = read_claims(claims_file)
    seen: list[tuple[int, int]] = []
    article = Document(text=TWELVE, doc_id="added/homs")
    tally = add_articles(claims_file, [article, Reject("x", "is empty", "")], lambda *done: seen.append(done))
    assert (tally.documents, tally.claims, len(tally.rejects)) == (1, 1, 1)
    assert seen == [(1, 1)]
    again = add_articles(claims_file, [article], nothing)
    assert (again.documents, again.claims) == (0, 0)
    after = read_claims(claims_file)
    assert len(after) == len(before) + 1
    assert after.head(len(before)).equals(before)
    texts = read_documents(claims_file)
    assert texts is not None
    assert texts["doc_id"].iloc[-1] == "added/homs"


def test_a_second_text_of_one_article_is_its_second_version(claims_file: Path) -> None:
    add_articles(claims_file, [Document(text="At least 13 people died in Homs.", doc_id="aleppo")], nothing)
    claims = read_claims(claims_file)
    assert claims.loc[claims["doc_id"] == "aleppo", "text_hash"].nunique() == 2


def test_a_copy_of_an_article_that_is_there_is_of_its_story(claims_file: Path) -> None:
    text = "At least 40 people died when a ferry sank off the coast of Tanzania on Monday, the ministry said."
    for paper in ("courier", "tribune"):
        add_articles(claims_file, [Document(text=text, doc_id=f"added/{paper}")], nothing)
    claims = read_claims(claims_file)
    stories = claims.loc[claims["doc_id"].str.startswith("added/"), "story_id"]
    assert (len(stories), stories.nunique()) == (2, 1)
