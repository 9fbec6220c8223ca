"""Two versions of one article: which figures changed, and nothing about typing errors."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import revisions

OLD = "The flood killed 120 people in Derna, the mayor said. About 3,000 people are missing, the ministry said."


def changes(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    """(change, old surface, new surface) between two versions."""
    documents = [
        claimtrack.Document(text=text, doc_id="one", modified=datetime(2023, 9, day, tzinfo=UTC))
        for day, text in ((16, new), (15, old))
    ]
    table = revisions(claimtrack.extract(documents, published="2023-09-15"))
    plain = table.astype(object).where(table.notna(), None)
    return [(row["change"], row["old"], row["new"]) for row in plain.to_dict("records")]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD.replace("120", "145"), [("changed", "120", "145")]),
        (OLD.replace("mayor", "mayer"), []),  # a typing error
        (OLD.replace("The flood", "On Sunday the flood"), []),  # the figure moved in the text
        (OLD.replace("killed 120", "killed at least 120"), [("changed", "120", "120")]),  # its bound
        (
            OLD.replace("120", "145").replace("3,000", "2,500"),
            [("changed", "120", "145"), ("changed", "3,000", "2,500")],
        ),
        (OLD + " The water destroyed 25 bridges in Libya.", [("added", None, "25")]),
        ("The flood killed 120 people in Derna, the mayor said.", [("removed", "3,000", None)]),
    ],
    ids=["a new toll", "a typing error", "moved", "a new bound", "two figures", "a new figure", "a figure less"],
)
def test_changes(new: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert changes(OLD, new) == expected


def test_when_and_by_how_much() -> None:
    documents = [
        claimtrack.Document(text=text, doc_id="one", modified=datetime(2023, 9, day, tzinfo=UTC))
        for day, text in ((15, OLD), (17, OLD.replace("120", "150")))
    ]
    row = revisions(claimtrack.extract(documents, published="2023-09-15")).iloc[0]
    assert (row["from"][:10], row["to"][:10]) == ("2023-09-15", "2023-09-17")
    assert (row["old_value"], row["new_value"], row["by"], row["percent"]) == (120, 150, 30, 25)


def test_one_version_has_no_changes() -> None:
    table = revisions(claimtrack.extract(claimtrack.Document(text=OLD, doc_id="one"), published="2023-09-15"))
    assert table.empty
    assert isinstance(table, pd.DataFrame)
