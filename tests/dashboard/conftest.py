"""The claims of a few sentences, as the dashboard opens them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.api import extract
from claimtrack.dashboard.workspace import Workspace, open_workspace
from claimtrack.export import write_claims
from claimtrack.model import Document
from claimtrack.reading import parse_date

TEXTS = {
    "aleppo": "An estimated 35 doctors are left in Aleppo, Staffan de Mistura said. At least 12 people died in Homs.",
    "derna": "Up to 300 houses were destroyed in Derna, the mayor said. The flood killed 11,300 people in Derna.",
}


@pytest.fixture
def claims_file(tmp_path: Path) -> Path:
    documents = [
        Document(text=text, doc_id=name, title=f"News from {name}", published=parse_date(day))
        for (name, text), day in zip(TEXTS.items(), ("2016-09-29", "2023-09-15"), strict=True)
    ]
    return write_claims(extract(documents), documents, tmp_path / "claims.parquet")


@pytest.fixture
def workspace(claims_file: Path) -> Workspace:
    return open_workspace(claims_file)
