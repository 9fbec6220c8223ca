from __future__ import annotations

import runpy
from pathlib import Path

from claimtrack import schema

DOCS = Path(__file__).parents[2] / "docs"


def test_the_data_dictionary_is_current() -> None:
    data_dictionary = runpy.run_path(str(DOCS / "data_dictionary.py"))["data_dictionary"]
    assert (DOCS / "data-dictionary.md").read_text("utf-8") == data_dictionary(), "run python docs/data_dictionary.py"


def test_every_column_says_what_it_means() -> None:
    assert all(column.meaning for column in (*schema.COLUMNS, *schema.DOCUMENT_COLUMNS))
