"""Print the columns of the tables into docs/data-dictionary.md: python docs/data_dictionary.py [--check]"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimtrack.schema import (
    COLUMNS,
    DECISION_COLUMNS,
    DOCUMENT_COLUMNS,
    GROUP_DECISION_COLUMNS,
    REVIEW_COLUMNS,
    Column,
    type_in_words,
)

DICTIONARY = Path(__file__).with_name("data-dictionary.md")


def data_dictionary() -> str:
    """Every column of the claims table, of what reviews add to it, and of the tables beside it, as Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Made from `claimtrack/schema/` by `python docs/data_dictionary.py`: edit it there.",
        "",
        "## The claims table",
        "",
        "One row is one numeric claim. Moments are in UTC. An empty cell of a CSV is a null.",
        "",
        *_dictionary_lines(COLUMNS),
        "",
        "## The documents beside it",
        "",
        "`NAME.documents.parquet` lies beside every claims file and holds the texts that the claims count in.",
        "",
        *_dictionary_lines(DOCUMENT_COLUMNS),
        "",
        "## What reviews add",
        "",
        "Every export has these columns behind those of the claims table; the claim's own cells stay what they were.",
        "",
        *_dictionary_lines(REVIEW_COLUMNS),
        "",
        "## Every decision",
        "",
        "The sheet `reviews` of an XLSX export, the table `reviews` of `claimtrack query`: nothing is ever removed.",
        "",
        *_dictionary_lines(DECISION_COLUMNS),
        "",
        "## Every decision about a group",
        "",
        "What `claimtrack export --groups` writes, and the sheet `groups` of an XLSX export.",
        "",
        *_dictionary_lines(GROUP_DECISION_COLUMNS),
    ]
    return "\n".join(lines) + "\n"


def _dictionary_lines(columns: Sequence[Column[Any]]) -> list[str]:
    lines = ["| column | type | unit | null | values | meaning |", "|---|---|---|---|---|---|"]
    for column in columns:
        null = "yes" if column.nullable else "no"
        values = " · ".join(column.allowed or ())
        lines.append(
            f"| `{column.name}` | {column.dtype}: {type_in_words(column)} | {column.unit or ''} | {null} | {values} "
            f"| {column.meaning} |"
        )
    return lines


if __name__ == "__main__":
    if "--check" in sys.argv:
        current = DICTIONARY.read_text("utf-8") == data_dictionary()
        sys.exit(0 if current else "docs/data-dictionary.md is not current: run python docs/data_dictionary.py")
    DICTIONARY.write_text(data_dictionary(), "utf-8")
