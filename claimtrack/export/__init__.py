"""Tables as files: the claims with their documents' texts beside them, and exports with the reviews joined.

A claims file is CSV, JSONL or Parquet; an export may be JSON or XLSX too. One small module a format; every write goes
to a temporary name first, so that there is never half a file.
"""

from claimtrack.export.claims_file import (
    ClaimsFile,
    UnknownFormatError,
    UnreadableClaimsError,
    claims_path,
    documents_path,
    open_claims,
    read_claims,
    read_documents,
    write_claims,
)
from claimtrack.export.csv import Flavour, guard, to_csv, unguard
from claimtrack.export.tables import (
    EXPORT_FORMATS,
    ExportFormat,
    UnknownExportError,
    export_format,
    export_table,
    read_export,
    read_group_decisions,
    with_reviews,
    write_table,
)

__all__ = [
    "EXPORT_FORMATS",
    "ClaimsFile",
    "ExportFormat",
    "Flavour",
    "UnknownExportError",
    "UnknownFormatError",
    "UnreadableClaimsError",
    "claims_path",
    "documents_path",
    "export_format",
    "export_table",
    "guard",
    "open_claims",
    "read_claims",
    "read_documents",
    "read_export",
    "read_group_decisions",
    "to_csv",
    "unguard",
    "with_reviews",
    "write_claims",
    "write_table",
]
