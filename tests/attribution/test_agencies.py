"""The agency that signs a text: byline | text | agency (- = none)."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.attribution.agencies import agency_of

CASES = """
# the dateline
 | KABUL (AP) — A bomb killed 12 people on Monday. | Associated Press
 | (Reuters) - A bomb killed 12 people. | Reuters
 | GENEVA, Sept. 29 (Reuters) - Some 35 doctors are left. | Reuters
 | BEIJING, Jan. 3 (Xinhua) -- Flooding displaced 4,000 people. | Xinhua
# the last line
 | A bomb killed 12 people. — AFP | Agence France-Presse
 | A bomb killed 12 people. (AFP) | Agence France-Presse
# the byline
The Associated Press | A bomb killed 12 people. | Associated Press
By Ann Lee, Reuters | A bomb killed 12 people. | Reuters
Ann Lee of The Associated Press | A bomb killed 12 people. | Associated Press
Reuters Staff | A bomb killed 12 people. | Reuters
# no agency: cited, helping, or no signature at all
Ann Lee | A bomb killed 12 people, Reuters reported. | -
Ann Lee | A bomb killed 12 people. Reuters contributed to this report. | -
Ann Lee | The Associated Press (AP) counted 12 dead. | -
Ann Lee | A bomb killed 12 people, according to Reuters | -
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("author", "text", "agency"), ROWS)
def test_agency(author: str, text: str, agency: str) -> None:
    document = claimtrack.Document(text=text, doc_id="one", author=author or None)
    assert (agency_of(document) or "-") == agency


def test_the_last_line_of_a_reporter_of_reuters() -> None:
    text = "A bomb killed 12 people.\n\n(Reporting by Ann Lee; Editing by John Roe)"
    assert agency_of(claimtrack.Document(text=text, doc_id="one")) == "Reuters"


def test_the_claims_have_it() -> None:
    assert claimtrack.extract("KABUL (AP) — A bomb killed 12 people on Monday.")["wire"].tolist() == [
        "Associated Press"
    ]
