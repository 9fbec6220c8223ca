"""Every figure of the seeds, with every field right and no row too many: tests/seeds/NAME.json holds the rows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimtrack.model import Claim
from claimtrack.pipeline import extract_claims
from claimtrack.reading import read

SEEDS = Path(__file__).parents[2] / "seeds"
REPORTS = sorted(path for path in SEEDS.iterdir() if path.suffix in (".txt", ".html"))
FIELDS = (
    "surface", "value", "low", "high", "qualifier", "kind", "unit", "counted", "place", "source", "attribution",
    "modality",
)  # fmt: skip


def row(claim: Claim) -> dict[str, object]:
    text, figure = claim.document.text, claim.figure
    return {
        "surface": text[figure.start : figure.end],
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "qualifier": figure.qualifier,
        "kind": claim.kind,
        "unit": claim.unit,
        "counted": claim.counted,
        "place": claim.place.name if claim.place else None,
        "source": claim.attribution.source,
        "attribution": claim.attribution.kind,
        "modality": claim.modality,
    }


def position(text: str, surface: str, nth: int) -> int:
    """Where the nth occurrence of the surface, as whole words, begins."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
    return found[nth - 1]


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_every_row_of_the_report(report: Path) -> None:
    document = read(report)[0]
    expected = json.loads((Path(__file__).parent / f"{report.stem}.json").read_text("utf-8"))
    claims = extract_claims(document)
    got = {claim.figure.start: row(claim) for claim in claims}
    want = {position(document.text, r["surface"], r["nth"]): {f: r[f] for f in FIELDS} for r in expected}
    for start, fields in want.items():
        if fields["place"] is None and start in got:  # the text names none for it: a wider one is no error
            got[start]["place"] = None
    assert got == want


def test_the_seeds_hold_every_kind() -> None:
    kinds = {
        r["kind"]
        for report in REPORTS
        for r in json.loads((Path(__file__).parent / f"{report.stem}.json").read_text("utf-8"))
    }
    assert kinds == {
        "deaths", "injured", "missing", "displaced", "detained", "population", "doctors", "health_facilities", "forces",
        "protesters", "cases", "buildings", "vehicles", "attacks", "money", "share", "votes", "measurement", "duration",
        "count",
    }  # fmt: skip


def test_each_report_has_its_sources_named() -> None:
    sources = (SEEDS / "SOURCES.md").read_text("utf-8")
    assert [r.name for r in REPORTS if r.name not in sources] == []
