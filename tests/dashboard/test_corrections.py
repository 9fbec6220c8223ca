"""What a reviewer types into the fields of a claim, and the corrections that it makes."""

from __future__ import annotations

import pytest

from claimtrack.dashboard.corrections import CorrectionError, read_corrections
from claimtrack.dashboard.workspace import Workspace

# field, what is typed, the corrections: of the claim "An estimated 35 doctors …, Staffan de Mistura said"
TYPED = [
    ("value", "35", {}, "nothing changed"),
    ("value", "1,250", {"value": 1250.0}, "thousands with a comma"),
    ("value", "1 250.5", {"value": 1250.5}, "a blank and a fraction"),
    ("value", "12,50,000", {"value": 1250000.0}, "lakhs"),
    ("low", "30", {"low": 30.0}, "a bound"),
    ("high", "", {"high": None}, "emptied: an open bound"),
    ("source", "Staffan de Mistura", {}, "the same source"),
    ("source", "The envoy's office", {"source": "The envoy's office"}, "a name that is not in the list"),
    ("source", "", {"source": None}, "nobody: the writer's own voice"),
    ("kind", "deaths", {"kind": "deaths"}, "another kind"),
    ("place", "Homs", {"place": "Homs"}, "another place"),
    ("as_of", "2016-09-29", {}, "the same day"),
    ("as_of", "28 September 2016", {"as_of": "2016-09-28T00:00:00+00:00"}, "a day as one writes it"),
]


@pytest.mark.parametrize(("name", "said", "corrections", "why"), TYPED, ids=[why for *_, why in TYPED])
def test_corrections(workspace: Workspace, name: str, said: str, corrections: dict[str, object], why: str) -> None:
    assert read_corrections(workspace.cells(0), {name: said}) == corrections, why


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("value", "many", "no number"),
        ("value", "1,5", "no number"),
        ("value", "1250,75", "no number"),
        ("low", "1.2.3", "no number"),
        ("as_of", "soon", "no date"),
    ],
)
def test_what_cannot_be_read_is_told(workspace: Workspace, name: str, said: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        read_corrections(workspace.cells(0), {name: said})


def test_fields_that_are_not_on_the_screen_correct_nothing(workspace: Workspace) -> None:
    assert read_corrections(workspace.cells(0), {}) == {}
