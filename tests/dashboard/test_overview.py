"""What came in, what is open, who has reviewed and where: counted, and shown on the page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from decided import review
from shown_page import Page, tables_of, text_of

from claimtrack.dashboard.overview.numbers import Arrived, arrived, by_state, progress, rejected
from claimtrack.dashboard.overview.places import WORLD, Window, by_place, labelled, thinned, window_of
from claimtrack.dashboard.workspace import Workspace
from claimtrack.export import read_claims, write_claims
from claimtrack.reviews import Decision, ReviewedClaim, Verdict, open_record, record_url


def made(days: list[str | None], kinds: list[str] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims, one a document, and the documents, each published on one of the days."""
    published = pd.to_datetime(pd.Series(days, dtype="object"), utc=True)
    ids = [f"d{number}" for number in range(len(days))]
    documents = pd.DataFrame({"doc_id": ids, "text_hash": "h", "published": published})
    claims = documents.assign(
        kind=kinds or "deaths", source="WHO", claim_id=[f"c{number}" for number in range(len(days))]
    )
    return claims, documents


def came_in(days: list[str | None]) -> Arrived:
    claims, documents = made(days)
    return arrived(claims, claims, documents)


SPANS = [  # days | what a bar is | bars: label and claims
    (["2024-05-01", "2024-05-01", "2024-05-03"], "day", [("1 May 2024", 2), ("2 May 2024", 0), ("3 May 2024", 1)]),
    (
        ["2024-01-31", "2024-06-01"],
        "month",
        [("Jan 2024", 1), ("Feb 2024", 0), ("Mar 2024", 0), ("Apr 2024", 0), ("May 2024", 0), ("Jun 2024", 1)],
    ),
    (
        ["2010-05-01", "2019-01-01"],
        "year",
        [*[(str(year), int(year == 2010)) for year in range(2010, 2019)], ("2019", 1)],
    ),
    (["2024-05-01", None], "day", [("1 May 2024", 1)]),  # no day is on no bar
    ([None], "day", []),
    ([], "day", []),
]


@pytest.mark.parametrize(("days", "span", "bars"), SPANS)
def test_what_came_in(days: list[str | None], span: str, bars: list[tuple[str, int]]) -> None:
    came = came_in(days)
    assert (came.span, list(zip(came.days["label"], came.days["claims"], strict=True))) == (span, bars)
    assert came.undated == days.count(None)


def test_documents_without_claims_are_counted() -> None:
    claims, documents = made(["2024-05-01", "2024-05-02"])
    came = arrived(claims.iloc[:1], claims.iloc[:1], documents)
    assert (came.documents, came.without_claims, came.claims) == (2, 1, 1)
    assert arrived(claims.iloc[:1], claims.iloc[:1], None).documents == 1  # no texts beside the claims


def test_kinds_are_told_over_time() -> None:
    claims, documents = made(["2024-05-01", "2024-05-01", "2024-05-02"], ["deaths", "injured", "deaths"])
    came = arrived(claims, claims, documents)
    assert sorted(came.kinds.itertuples(index=False, name=None)) == [
        ("deaths", "1 May 2024", 1), ("deaths", "2 May 2024", 1), ("injured", "1 May 2024", 1),
    ]  # fmt: skip
    assert came.totals == {"deaths": 2, "injured": 1}


STATES = [  # verdict of the first of two deaths | open, reviewed, disputed
    (None, (2, 0, 0)),  # only flagged
    ("confirmed", (1, 1, 0)),
    ("wrong source", (1, 1, 0)),
    ("unsure", (1, 1, 0)),
    ("disputed", (1, 0, 1)),
    ("disagreement", (1, 0, 1)),  # reviewers differ
]


@pytest.mark.parametrize(("verdict", "counts"), STATES)
def test_what_is_open(verdict: str | None, counts: tuple[int, int, int]) -> None:
    claims, documents = made(["2024-05-01"] * 2)
    states = by_state(
        claims, pd.DataFrame({"claim_id": ["c0"], "verdict": [verdict]}), arrived(claims, claims, documents).totals
    )
    assert list(states.itertuples(index=False, name=None)) == [("deaths", *counts)]


def test_how_much_each_reviewer_has_decided() -> None:
    reviews = [
        review("c1", "Ana", Verdict.CONFIRMED),
        review("c1", "Ben", Verdict.DISPUTED),
        review("c2", "Ben", Verdict.CONFIRMED),
        review("c3", "Ben", None, flagged=True),
    ]
    ben, ana = progress(reviews)
    assert (ben.reviewer, ben.decided, ben.flagged, ben.last) == ("Ben", 2, 1, reviews[-1].at)
    assert (ana.reviewer, ana.verdicts) == ("Ana", Counter({"confirmed": 1}))


REJECTS = [  # rejects.jsonl | what is told
    (
        '{"path": "/home/me/secret/a.pdf", "reason": "no text in it"}\n',
        [("a.pdf", "no text in it")],
    ),  # without its folder
    ("", []),
    ("nonsense\n", []),
    ('{"reason": "no path"}\n', []),
    (None, []),  # no such file
]


@pytest.mark.parametrize(("text", "told"), REJECTS)
def test_what_was_rejected(tmp_path: Path, text: str | None, told: list[tuple[str, str]]) -> None:
    if text is not None:
        (tmp_path / "rejects.jsonl").write_text(text, "utf-8")
    assert rejected(tmp_path / "claims.parquet") == told


def spots_of(*places: tuple[str, float, float]) -> pd.DataFrame:
    return by_place(pd.DataFrame(places, columns=["place", "lat", "lon"]))


def test_names_of_one_position_are_one_spot() -> None:
    spots = spots_of(
        ("Aleppo", 36.2, 37.2),
        ("Aleppo", 36.2, 37.2),
        ("Halab", 36.2, 37.2),
        ("Homs", 34.7, 36.7),
        ("nowhere", float("nan"), 1),
    )
    assert list(spots["place"]) == ["Aleppo", "Homs"]
    assert list(spots["places"]) == [("Aleppo", "Halab"), ("Homs",)]
    assert list(spots["claims"]) == [3, 1]


WINDOWS = [  # places | the part of the world
    ((), WORLD),
    ((("Sydney", -33.9, 151.2), ("Lima", -12.0, -77.0)), WORLD),  # far apart
    ((("Aleppo", 36.0, 37.0),), Window(17.0, 57.0, 28.0, 44.0)),  # one place, with what is around it
]


@pytest.mark.parametrize(("places", "window"), WINDOWS)
def test_the_part_of_the_world(places: tuple[tuple[str, float, float], ...], window: Window) -> None:
    assert window_of(spots_of(*places)) == window


def test_every_place_lies_in_its_window() -> None:
    places = [("Oslo", 59.9, 10.7), ("Tunis", 36.8, 10.2), ("Lisbon", 38.7, -9.1)]
    window = window_of(spots_of(*places))
    assert all(window.holds(lat, lon) for _, lat, lon in places)


def test_labels_do_not_lie_on_one_another() -> None:
    spots = spots_of(
        ("Derna", 32.8, 22.6),
        ("Derna", 32.8, 22.6),
        ("Derna port", 32.7, 22.7),
        ("Lagos", 6.5, 3.4),
        ("Suva", -18.1, 178.4),
    )
    names = spots.set_index("spot")["place"]
    assert [names[spot] for spot in labelled(spots, WORLD)] == ["Derna", "Lagos"]  # Suva's would leave the map


def test_cities_of_one_cell_are_one_dot() -> None:
    assert thinned([(0.1, 0.2), (0.3, 0.1), (2.0, 2.0), (85.0, 0.0)], WORLD, 1.5) == [(0.0, 0.0), (1.5, 1.5)]


# the page


def decide(claims: Path, workspace: Workspace, row: int, who: str, verdict: Verdict) -> None:
    open_record(record_url(claims)).decide(Decision(ReviewedClaim.of_row(workspace.cells(row)), who, verdict))


def test_the_page_tells_what_is_open_and_who_reviews(
    monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace
) -> None:
    decide(claims_file, workspace, 0, "Ben", Verdict.DISPUTED)
    shown = Page(monkeypatch, "overview", claims_file).show()
    assert "Ben" in text_of(shown)
    assert f"1 of {len(workspace)}" in text_of(shown)
    assert "disputed" in tables_of(shown)


def test_blind_others_are_not_counted(monkeypatch: pytest.MonkeyPatch, claims_file: Path, workspace: Workspace) -> None:
    decide(claims_file, workspace, 0, "Ben", Verdict.DISPUTED)
    shown = Page(monkeypatch, "overview", claims_file, blind=True).show()
    assert "Ben" not in text_of(shown)
    assert "Nobody has decided a claim yet" in text_of(shown)


def test_no_claims_in_plain_words(monkeypatch: pytest.MonkeyPatch, claims_file: Path) -> None:
    none = write_claims(read_claims(claims_file).iloc[:0], [], claims_file.with_name("none.parquet"))
    assert "There are no claims yet" in text_of(Page(monkeypatch, "overview", none).show())
