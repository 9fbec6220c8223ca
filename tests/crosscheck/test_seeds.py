"""The seed reports: every conflict, movement and echo in them is found, by name, and nothing else is alarming."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import load_reference, run_checks

SEEDS = Path(__file__).parents[2] / "seeds"
DOCUMENTS = {
    "02": "02-quake-first-days.txt",
    "03": "https://example.org/continental-ledger/quake-second-week",
    "04": "04-quake-march.txt",
    "05": "05-derna-red-crescent.txt",
    "06": "https://example.org/harbour-courier/derna-dams",
    "07": "https://example.org/continental-ledger/derna-count",
    "08": "08-derna-greek-rescuers.txt",
    "10": "https://example.org/meridian-times/hong-kong-march",
    "11": "11-ebola-august.txt",
    "12": "https://example.org/continental-ledger/ebola-cuba",
    "13": "13-sudan-appeal.txt",
    "14": "https://example.org/meridian-times/sudan-displaced",
    "15": "15-myanmar-prisoners.txt",
    "18": "18-world-cup-figures.txt",
    "19": "https://example.org/continental-ledger/ukraine-strikes",
    "20": "20-kazakhstan-toll.txt",
}

CONFLICTS = {
    "dead in Derna": ["05 11,300", "06 11,300", "07 11,300", "08 11,300", "07 3,958", "07 3,166"],
    "Greek rescuers killed": ["08 Four", "08 three/members"],
    "marchers on June 16": ["10 two million", "10 338,000"],
    "marchers on June 9": ["10 1.03 million", "10 240,000"],
    "workers dead in Qatar": ["18 400 to 500", "18 40"],
}
MOVED = {
    "dead of the earthquake": ["02 3,549", "03 35,418", "04 45,089"],
    "injured in the earthquake": ["02 22,168", "03 105,505", "04 108,000"],
    "buildings destroyed": ["02 5,775", "03 47,000", "04 160,000"],
    "homes destroyed": ["03 211,000", "04 520,000"],
    "aftershocks": ["02 285", "04 11,000"],
    "searchers": ["02 12,000", "04 6,368"],
    "displaced in Libya": ["07 38,640", "08 40,000"],
    "cases of Ebola": ["11 3,069", "12 4,784"],
    "dead of Ebola": ["11 1,552", "12 2,400"],
    "killed in Sudan": ["13 12,000", "14 24,850"],
    "fled from Sudan": ["13 1.5 million", "14 3.1 million"],
    "killed in Myanmar": ["15 1,006", "15 1,100"],
    "detained in Myanmar": ["15 5,730", "15 7,355"],
    "killed in Ukraine": ["19 14", "19 19"],
    "injured in Ukraine": ["19 97", "19 105"],
    "dead in Kazakhstan": ["20 164", "20 225"],
    "detained in Kazakhstan": ["20 5,800", "20 9,900"],
}
AGREE = {"missing in Derna": ["05 10,100", "06 10,100", "08 10,100", "07 9,000"]}
APART = {
    "the earthquake of 1939": ("03 33,000", "03 35,418"),
    "Ebola in Congo": ("11 24", "11 3,069"),
    "a road crash and a flood": ("08 Four", "08 11,300"),
    "one country and both": ("04 51,000", "04 45,089"),
    "Syria and both": ("03 3,700", "04 51,000"),
    "two marches": ("10 two million", "10 1.03 million"),
    "buried and dead": ("05 3,000", "05 11,300"),
    "those in the car and the rescuers": ("08 three/people", "08 three/members"),
}


@pytest.fixture(scope="module")
def groups() -> pd.DataFrame:
    return claimtrack.cross_check(claimtrack.extract(claimtrack.read(str(SEEDS))))


def rows(groups: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of "08 three/members": the document's figures of that surface, where what is counted has that word."""
    report, _, surface = name.partition(" ")
    surface, _, counted = surface.partition("/")
    found = groups[(groups["doc_id"] == DOCUMENTS[report]) & (groups["surface"] == surface)]
    found = found[found["counted"].fillna("").str.contains(counted)] if counted else found
    assert not found.empty, name
    return found


def ids(groups: pd.DataFrame, names: list[str]) -> set[str]:
    return {str(group_id) for name in names for group_id in rows(groups, name)["group_id"]}


@pytest.mark.parametrize(
    ("relation", "names"),
    [
        (relation, names)
        for relation, all_names in (("conflict", CONFLICTS), ("moved", MOVED), ("agree", AGREE))
        for names in all_names.values()
    ],
    ids=[*CONFLICTS, *MOVED, *AGREE],
)
def test_found_by_name(groups: pd.DataFrame, relation: str, names: list[str]) -> None:
    found = ids(groups, names)
    assert len(found) == 1
    assert set(groups.loc[groups["group_id"].isin(found), "relation"]) == {relation}


@pytest.mark.parametrize("names", APART.values(), ids=list(APART))
def test_kept_apart(groups: pd.DataFrame, names: tuple[str, str]) -> None:
    assert not ids(groups, [names[0]]) & ids(groups, [names[1]])


@pytest.mark.parametrize(
    ("relation", "expected"), [("conflict", CONFLICTS), ("moved", MOVED)], ids=["conflict", "moved"]
)
def test_no_false_alarm(groups: pd.DataFrame, relation: str, expected: dict[str, list[str]]) -> None:
    known = {group_id for names in expected.values() for group_id in ids(groups, names)}
    others = groups[(groups["relation"] == relation) & ~groups["group_id"].isin(known)]
    assert others[["doc_id", "surface", "sentence"]].values.tolist() == []


def test_no_check_is_alarmed() -> None:
    claims = claimtrack.extract(claimtrack.read(str(SEEDS)))
    found = run_checks(claims, claimtrack.cross_check(claims), load_reference())
    assert [finding.why for finding in found] == []


def test_one_source_in_four_articles_is_an_echo(groups: pd.DataFrame) -> None:
    derna = groups[groups["group_id"].isin(ids(groups, ["05 11,300"]))].iloc[0]
    assert derna["echo"] == (
        "Libyan Red Crescent → 4 articles "
        "(2 near-copies; via United Nations humanitarian office; wire of Associated Press)"
    )
    assert derna["articles"] == 4
    assert derna["low"] == 3166
    assert derna["high"] == 11300


def test_near_copies_are_one_source(groups: pd.DataFrame) -> None:
    copied = groups[groups["group_id"].isin(ids(groups, ["05 170"]))].iloc[0]
    assert (copied["articles"], copied["sources"]) == (2, 1)
    assert copied["echo"] == "Othman Abduljaleel → 2 articles (2 near-copies; wire of Associated Press)"


def test_the_denial_stands_out(groups: pd.DataFrame) -> None:
    denied = rows(groups, "08 11,300")
    assert denied.loc[denied["source"] == "Tawfik Shukri", "stands_out"].tolist() == [True]


def test_the_trail_tells_the_movement(groups: pd.DataFrame) -> None:
    quake = groups[groups["group_id"].isin(ids(groups, ["02 5,775"]))].iloc[0]
    assert quake["trail"] == "2023-02-07 5,775 → 2023-02-14 47,000 → 2023-03-02 160,000"


def test_the_dispute_over_derna_comes_first(groups: pd.DataFrame) -> None:
    assert groups["group_id"].iloc[0] in ids(groups, ["05 11,300"])
