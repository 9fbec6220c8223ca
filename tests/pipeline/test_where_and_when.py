"""The section a claim stands in, and the moment it holds for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimtrack.model import Document
from claimtrack.pipeline import Options, extract_claims

ARTICLE = """Flood kills 40 in Derna

A flood killed 40 people in Derna on Sunday, the mayor said.

About 3,000 people have left the city since September, and 12 schools are closed. Last week there were three.
"""
THURSDAY = datetime(2023, 9, 14, tzinfo=UTC)


def claims(text: str = ARTICLE) -> list:
    return extract_claims(Document(text=text, doc_id="a", published=THURSDAY))


def test_sections() -> None:
    assert [c.section for c in claims()] == ["headline", "lead", "body", "body", "body"]


def test_a_text_without_a_headline_begins_with_its_lead() -> None:
    assert claims("Police arrested 12 people.\n\nNine were later freed.")[0].section == "lead"


@pytest.mark.parametrize(
    ("nth", "as_of"),
    [
        pytest.param(0, "2023-09-14", id="no time named: the day of publication"),
        pytest.param(1, "2023-09-10", id="on Sunday: the last one"),
        pytest.param(2, "2023-09-14", id="since September: until now"),
    ],
)
def test_as_of(nth: int, as_of: str) -> None:
    moment = claims()[nth].moment.as_of
    assert moment is not None
    assert moment.date().isoformat() == as_of


def test_without_a_date_of_publication_nothing_is_made_up() -> None:
    found = extract_claims(Document(text="A flood killed 40 people on Sunday.", doc_id="a"))
    assert found[0].moment.as_of is None


def test_claims_below_the_confidence_asked_for_are_left_out() -> None:
    document = Document(text=ARTICLE, doc_id="a", published=THURSDAY)
    sure = extract_claims(document, Options(min_confidence=0.8))
    assert 0 < len(sure) <= len(extract_claims(document))
    assert all(c.confidence >= 0.8 for c in sure)


def test_a_text_without_figures_has_no_claims() -> None:
    assert claims("Rain fell on Sunday and the river rose.") == []
