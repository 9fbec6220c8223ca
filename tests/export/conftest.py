from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from claimtrack import schema
from claimtrack.model import Document


@pytest.fixture
def claims() -> pd.DataFrame:
    """Two rows: one with every cell, one with only those that must be there."""
    full: dict[str, object] = {
        "string": "= the ministry, \"quoted\"\nand 'so' on – ü",
        "timestamp": datetime(2016, 9, 29, 14, 30, tzinfo=UTC),
        "float64": 0.25,
        "int64": 7,
        "Int64": 3,
    }
    rows = [
        tuple(
            full.get(c.dtype, (c.allowed or ("deaths",))[0]) if all_of_it or not c.nullable else None
            for c in schema.COLUMNS
        )
        for all_of_it in (True, False)
    ]
    return schema.rows_frame(rows)


@pytest.fixture
def documents() -> pd.DataFrame:
    return schema.documents_frame([Document(text="two\r\nlines", doc_id="a.txt")])
