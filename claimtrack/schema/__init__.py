"""The claims table: every column's name, type, unit and meaning, defined here once and read by everything else.

`python docs/data_dictionary.py` prints the columns into docs/data-dictionary.md.
"""

from claimtrack.schema.column import Column, Dtype, Row, SchemaError, type_in_words
from claimtrack.schema.columns import COLUMNS, DOCUMENT_COLUMNS, evidence
from claimtrack.schema.frames import (
    check_frame,
    check_names,
    claims_frame,
    decisions_frame,
    documents_frame,
    empty_frame,
    pandas_dtype,
    rows_frame,
    storable,
    table_of,
    typed,
)
from claimtrack.schema.group_columns import GROUP_DECISION_COLUMNS, GROUP_VERDICTS
from claimtrack.schema.review_columns import DECISION_COLUMNS, DISAGREEMENT, REVIEW_COLUMNS, VERDICTS
from claimtrack.schema.rows import claim_row

__all__ = [
    "COLUMNS",
    "DECISION_COLUMNS",
    "DISAGREEMENT",
    "DOCUMENT_COLUMNS",
    "GROUP_DECISION_COLUMNS",
    "GROUP_VERDICTS",
    "REVIEW_COLUMNS",
    "VERDICTS",
    "Column",
    "Dtype",
    "Row",
    "SchemaError",
    "check_frame",
    "check_names",
    "claim_row",
    "claims_frame",
    "decisions_frame",
    "documents_frame",
    "empty_frame",
    "evidence",
    "pandas_dtype",
    "rows_frame",
    "storable",
    "table_of",
    "type_in_words",
    "typed",
]
