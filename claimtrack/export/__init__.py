"""The claims table as files: CSV, JSONL or Parquet by extension, with the documents' texts beside them.

One small module a format; every write goes to a temporary name first, so that there is never half a file.
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
from claimtrack.export.csv import guard, to_csv, unguard

__all__ = [
    "ClaimsFile",
    "UnknownFormatError",
    "UnreadableClaimsError",
    "claims_path",
    "documents_path",
    "guard",
    "open_claims",
    "read_claims",
    "read_documents",
    "to_csv",
    "unguard",
    "write_claims",
]
