"""Who is cited for what, names that look alike, and names that are merged: seen at once, used by the next extraction."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from shown_page import Page, said, tables_of, text_of

from claimtrack.api import extract
from claimtrack.dashboard.extraction import add_articles
from claimtrack.dashboard.folders import aliases_file
from claimtrack.dashboard.opening import claims_file_for
from claimtrack.dashboard.session import NO_REVIEWS
from claimtrack.dashboard.sources.similar import similar_names
from claimtrack.dashboard.sources.table import SourceTable, facts_of, found, source_table, with_verdicts
from claimtrack.export import read_claims, write_claims
from claimtrack.model import Document
from claimtrack.reading import parse_date
from claimtrack.reviews import RecordError, open_record, record_url
from claimtrack.reviews.record import Record

TEXTS = {
    "a": (
        "2024-05-01",
        "The flood killed 30 people in Derna, the World Health Organization said. WHO said 12 were hurt.",
    ),
    "b": ("2024-05-03", "About 40 doctors are left in Sirte, Refugees International said."),
    "c": ("2024-05-02", "The flood killed 31 people in Derna, Refugees International said."),
    "d": ("2024-05-02", "Six people died in Benghazi."),
}


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    documents = [Document(text=text, doc_id=name, published=parse_date(day)) for name, (day, text) in TEXTS.items()]
    return extract(documents)


@pytest.fixture
def several(claims: pd.DataFrame, tmp_path: Path) -> Path:
    return write_claims(claims, [], tmp_path / "claims.parquet")


@pytest.fixture(scope="module")
def table(claims: pd.DataFrame) -> SourceTable:
    return source_table(claims, {})


def row(table: SourceTable, name: str) -> dict[str, object]:
    return dict(table.heads[table.heads["name"] == name].iloc[0])


def test_a_row_a_source(table: SourceTable) -> None:
    refugees = row(table, "Refugees International")
    assert (refugees["claims"], refugees["articles"], refugees["last"]) == (2, 2, "2024-05-03")
    assert refugees["kinds"] == "deaths 1, doctors 1"
    assert table.writer == 1  # "Six people died" is in the writer's own voice


MERGED = [  # aliases | names that are then one source
    ({}, ()),
    ({"refugees international": "World Health Organization"}, ("Refugees International", "World Health Organization")),
    ({"Refugees International": "RI"}, ("Refugees International",)),  # a name that is new
]


@pytest.mark.parametrize(("aliases", "names"), MERGED)
def test_merged_names_are_one_source(claims: pd.DataFrame, aliases: dict[str, str], names: tuple[str, ...]) -> None:
    merged = source_table(claims, aliases)
    canonical = next(iter(aliases.values()), "nobody")
    assert merged.names(canonical) == names
    assert sum(merged.heads["claims"]) == claims["source"].notna().sum()


def test_verdicts_are_counted_for_who_is_cited(claims: pd.DataFrame, table: SourceTable) -> None:
    ids = list(claims.loc[claims["source"] == "Refugees International", "claim_id"])
    unnamed = list(claims.loc[claims["source"].isna(), "claim_id"])
    reviewed = pd.DataFrame({"claim_id": [*ids, *unnamed], "verdict": ["disagreement", "confirmed", "wrong source"]})
    heads = with_verdicts(table, claims, reviewed).set_index("name")
    assert list(heads.loc["Refugees International", ["confirmed", "disputed", "wrong_source"]]) == [1, 1, 0]
    assert heads["wrong_source"].sum() == 0  # that claim names nobody


FOUND = [  # text, types, order | names
    ("refugees", (), "claims", ["Refugees International"]),
    ("REFUGEES world", (), "claims", []),
    ("", ("no such type",), "claims", []),
    ("", (), "last", ["Refugees International", "World Health Organization"]),
    ("", (), "name", ["Refugees International", "World Health Organization"]),
]


@pytest.mark.parametrize(("text", "types", "order", "names"), FOUND)
def test_sources_that_are_found(
    claims: pd.DataFrame, table: SourceTable, text: str, types: tuple[str, ...], order: str, names: list[str]
) -> None:
    heads = with_verdicts(table, claims, NO_REVIEWS)
    assert list(found(heads, text, types, order)["name"]) == names


def test_how_a_source_is_written(claims: pd.DataFrame) -> None:
    facts = facts_of(claims, ["World Health Organization"])
    assert ("WHO", 1) in facts.written
    assert dict(facts.kinds)["deaths"] == 1


ALIKE = [  # names with their claims | what is suggested
    ({"WHO": 3, "World Health Organization": 9}, [("WHO", "World Health Organization")]),
    ({"Ramz": 1, "Ramzy Ezzeldin Ramz": 3}, [("Ramz", "Ramzy Ezzeldin Ramz")]),  # a surname
    ({"Volodymyr Zelenskyy": 1, "Volodymyr Zelensky": 4}, [("Volodymyr Zelenskyy", "Volodymyr Zelensky")]),
    (
        {"Médecins Sans Frontières": 1, "Medecins sans Frontieres": 2},
        [("Médecins Sans Frontières", "Medecins sans Frontieres")],
    ),
    ({"the health ministry": 1, "health ministry": 2}, [("the health ministry", "health ministry")]),
    ({"police": 5, "Hong Kong police": 2}, []),  # no name
    ({"United Nations": 5, "United Nations refugee agency": 2}, []),  # another body
    ({"Smith": 1, "John Smith": 2, "Mary Smith": 2}, []),  # either may be meant
    ({"AFAD": 1, "FIFA": 2}, []),
    ({}, []),
]


@pytest.mark.parametrize(("names", "suggested"), ALIKE)
def test_names_that_look_alike(names: dict[str, int], suggested: list[tuple[str, str]]) -> None:
    assert [(pair.name, pair.kept) for pair in similar_names(names)] == suggested


# the page


def press(page: Page, key: str) -> None:
    next(button for button in page.test.button if button.key == key).click()
    page.test.run()
    assert not page.test.exception


def merge(page: Page, name: str, other: str) -> None:
    page.show(source=name)
    page.test.selectbox(key=f"source-other {name}").set_value(other)
    page.test.run()
    press(page, "source-merge")


def test_a_merger_is_seen_at_once_kept_in_a_file_and_taken_back(monkeypatch: pytest.MonkeyPatch, several: Path) -> None:
    page = Page(monkeypatch, "sources", several)
    merge(page, "Refugees International", "World Health Organization")
    record = open_record(record_url(several))
    assert record.aliases() == {"Refugees International": "World Health Organization"}
    assert said(page.test, "source") == "World Health Organization"
    assert "Refugees International" not in tables_of(page.test)
    assert "Merged into it" in text_of(page.test)
    assert aliases_file(several).read_text("utf-8") == "alias,name\nRefugees International,World Health Organization\n"
    press(page, "alias-0")
    assert record.aliases() == {}
    assert said(page.test, "source") == "Refugees International"
    assert "Refugees International" in tables_of(page.test)
    assert aliases_file(several).read_text("utf-8") == "alias,name\n"
    assert [(row.canonical, row.reviewer) for row in record.alias_history()] == [
        ("World Health Organization", "Ana"),
        (None, "Ana"),
    ]


def test_what_was_extracted_with_an_alias_keeps_it_until_the_next_time(
    monkeypatch: pytest.MonkeyPatch, several: Path
) -> None:
    open_record(record_url(several)).add_alias("RI", "Refugees International", "Ana")
    page = Page(monkeypatch, "sources", several)
    page.show(source="Refugees International")
    press(page, "alias-0")
    assert "when the articles are extracted anew" in text_of(page.test)
    assert said(page.test, "source") == "Refugees International"


def test_a_merger_that_is_not_recorded_is_said(monkeypatch: pytest.MonkeyPatch, several: Path) -> None:
    def refuse(*_: object) -> None:
        raise RecordError("the disk is full")

    page = Page(monkeypatch, "sources", several)
    monkeypatch.setattr(Record, "add_alias", refuse)
    merge(page, "Refugees International", "World Health Organization")
    assert "Not recorded: the disk is full" in text_of(page.test)
    assert page.test.selectbox(key="source-other Refugees International").value == "World Health Organization"


def test_a_file_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, several: Path) -> None:
    aliases_file(several).mkdir()  # a folder where the file should be
    page = Page(monkeypatch, "sources", several)
    merge(page, "Refugees International", "World Health Organization")
    assert "It is recorded, but the file for the next extraction could not be written" in text_of(page.test)


def test_who_only_looks_cannot_merge(monkeypatch: pytest.MonkeyPatch, several: Path) -> None:
    shown = Page(monkeypatch, "sources", several).show(reviewer="")
    assert not [button for button in shown.button if button.key == "source-merge"]
    assert "Refugees International" in tables_of(shown)


def test_no_sources_in_plain_words(monkeypatch: pytest.MonkeyPatch, claims: pd.DataFrame, tmp_path: Path) -> None:
    none = write_claims(claims.iloc[:0], [], tmp_path / "none.parquet")
    assert "No claim names a source yet" in text_of(Page(monkeypatch, "sources", none).show())
    some = write_claims(claims, [], tmp_path / "some.parquet")
    assert "No source has all of this" in text_of(Page(monkeypatch, "sources", some).show(text="no such name"))


def test_hostile_names_are_text(monkeypatch: pytest.MonkeyPatch, claims: pd.DataFrame, tmp_path: Path) -> None:
    hostile = claims.assign(source="<script>x</script> [x](javascript:x) $y$", source_text="**he**")
    hostile = hostile.astype({"source": "string", "source_text": "string"})
    shown = Page(monkeypatch, "sources", write_claims(hostile, [], tmp_path / "hostile.parquet")).show()
    assert "<script>x" not in text_of(shown)
    assert "&lt;script&gt;x" in text_of(shown)


# the next extraction


def nothing(documents: int, claims: int) -> None:
    """Progress that nobody watches."""


def test_the_next_extraction_uses_the_names(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("At least 12 people died in Homs, Refugees International said.", "utf-8")
    home = tmp_path / "home"
    target, _ = claims_file_for([str(article)], home, nothing)
    before = read_claims(target)
    aliases_file(target).write_text("alias,name\nRefugees International,RI\n", "utf-8")
    claims_file_for([str(article)], home, nothing)  # opened again: the names have changed, so that it is extracted anew
    after = read_claims(target)
    assert (list(before["source"]), list(after["source"])) == (["Refugees International"], ["RI"])
    assert list(before["claim_id"]) == list(after["claim_id"])  # reviews stay
    aliases_file(target).write_text("alias,name\nRefugees International,Ref. Int.\n", "utf-8")
    add_articles(
        target, [Document(text="Five people died in Homs, Refugees International said.", doc_id="added/2")], nothing
    )
    assert list(read_claims(target)["source"]) == [
        "RI",
        "Ref. Int.",
    ]  # the file as it is now, not as it was read before


def test_what_could_not_be_read_is_kept_beside_the_claims(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("At least 12 people died in Homs.", "utf-8")
    target, tally = claims_file_for([str(article), str(tmp_path / "none.txt")], tmp_path / "home", nothing)
    assert tally is not None
    assert len(tally.rejects) == len(target.with_name("rejects.jsonl").read_text("utf-8").splitlines()) == 1
