"""Which claims the filters let through, in which order, and how many each value of a facet has."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from claimtrack.dashboard.claim_table import ClaimTable
from claimtrack.dashboard.filters import FACETS, Filters
from claimtrack.dashboard.session import NO_REVIEWS
from claimtrack.dashboard.workspace import Workspace

# the claims, in the order of the articles: 35 doctors, 12 people, 300 houses, 11,300 people
SHOWN = [
    (Filters(), ["35", "12", "300", "11,300"], "everything"),
    (Filters(chosen={"kind": ("deaths",)}), ["12", "11,300"], "one value"),
    (Filters(chosen={"kind": ("deaths", "doctors")}), ["35", "12", "11,300"], "values of one facet are alternatives"),
    (Filters(chosen={"kind": ("deaths",), "place": ("Homs",)}), ["12"], "two facets must both hold"),
    (Filters(chosen={"kind": ()}), ["35", "12", "300", "11,300"], "a facet without a value asks for nothing"),
    (Filters(chosen={"kind": ("votes",)}), [], "a value that no claim has"),
    (Filters(chosen={"source": ("the writer",)}), ["12", "11,300"], "nobody is cited: the writer"),
    (Filters(chosen={"source": ("Staffan de Mistura",)}), ["35"], "a source by its canonical name"),
    (Filters(chosen={"qualifier": ("at_most",)}), ["300"], "a bound"),
    (Filters(chosen={"article": ("derna",)}), ["300", "11,300"], "an article"),
    (Filters(since=date(2020, 1, 1)), ["300", "11,300"], "from a day on"),
    (Filters(until=date(2016, 9, 29)), ["35", "12"], "the last day is inside"),
    (Filters(since=date(2016, 9, 29), until=date(2016, 9, 29)), ["35", "12"], "one day"),
    (Filters(text="HOUSES"), ["300"], "capitals do not matter"),
    (Filters(text="derna flood"), ["11,300"], "every word must occur"),
    (Filters(text="'; DROP TABLE claims; --"), [], "words are never SQL"),
    (Filters(chosen={"kind": ("' OR true --",)}), [], "values are never SQL"),
    (Filters(text="100%_"), [], "% and _ stand for themselves"),
    (Filters(confidence=(0.99, 1.0)), [], "surer than any"),
    (Filters(order="largest"), ["11,300", "300", "35", "12"], "largest figure first"),
    (Filters(order="newest"), ["300", "11,300", "35", "12"], "newest first, in their order within a day"),
    (Filters(order="oldest"), ["35", "12", "300", "11,300"], "oldest first"),
    (Filters(order="kind"), ["300", "12", "11,300", "35"], "buildings, deaths, doctors"),
    (Filters(order="place"), ["35", "300", "11,300", "12"], "Aleppo, Derna, Homs"),
]


@pytest.mark.parametrize(("filters", "surfaces", "why"), SHOWN, ids=[why for *_, why in SHOWN])
def test_the_filters_let_through(workspace: Workspace, filters: Filters, surfaces: list[str], why: str) -> None:
    seen = workspace.table.seen(filters, NO_REVIEWS)
    assert [workspace.claims["surface"].iloc[row] for row in seen.rows] == surfaces, why


def test_a_claim_of_two_versions_is_counted_once(workspace: Workspace) -> None:
    table = ClaimTable(pd.concat([workspace.claims, workspace.claims.iloc[1:2]], ignore_index=True))
    seen = table.seen(Filters(), NO_REVIEWS)
    assert seen.rows == [0, 2, 3, 4]  # the newest, which comes last
    assert dict(seen.counts["kind"])["deaths"] == 2


def test_a_facet_counts_what_its_other_values_would_show(workspace: Workspace) -> None:
    seen = workspace.table.seen(Filters(chosen={"kind": ("doctors",), "article": ("aleppo",)}), NO_REVIEWS)
    assert dict(seen.counts["kind"]) == {"deaths": 1, "doctors": 1}
    assert dict(seen.counts["article"]) == {"aleppo": 1}
    assert dict(seen.counts["verdict"]) == {"open": 1}
    assert set(seen.counts) == {facet.name for facet in FACETS}


STATUSES = [
    ("all", ["35", "12", "300", "11,300"]),
    ("open", ["300", "11,300"]),  # the third was decided by somebody else, so it is open for the one who looks
    ("done", ["35", "12"]),
    ("flagged", ["12"]),
]


@pytest.mark.parametrize(("status", "surfaces"), STATUSES)
def test_the_status_is_that_of_the_one_who_looks(workspace: Workspace, status: str, surfaces: list[str]) -> None:
    ids = workspace.claims["claim_id"]
    reviewed = pd.DataFrame(
        [
            (ids[0], "confirmed", True, False),
            (ids[1], "disagreement", True, True),
            (ids[2], "disputed", False, False),
        ],
        columns=["claim_id", "verdict", "mine", "flagged"],
    )
    seen = workspace.table.seen(Filters(status=status), reviewed)
    assert [workspace.claims["surface"].iloc[row] for row in seen.rows] == surfaces
    by_verdict = workspace.table.seen(Filters(chosen={"verdict": ("open",)}), reviewed)
    assert [workspace.claims["surface"].iloc[row] for row in by_verdict.rows] == ["11,300"]


def test_what_to_check_first_follows_the_cross_check(workspace: Workspace) -> None:
    groups = workspace.groups().drop_duplicates("claim_id").set_index("claim_id")["priority"]
    rows = workspace.table.seen(Filters(order="priority"), NO_REVIEWS).rows
    priorities = [groups[workspace.claims["claim_id"].iloc[row]] for row in rows]
    assert priorities == sorted(priorities, reverse=True)
