"""A claims file and the documents beside it, in the format that the extension names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from claimtrack import schema
from claimtrack.export import csv, jsonl, parquet
from claimtrack.export.atomic import replacing
from claimtrack.model import Claim, Document

if TYPE_CHECKING:
    import pandas as pd


class Writer(Protocol):
    def write(self, frame: pd.DataFrame) -> None: ...
    def close(self) -> None: ...


class Format(Protocol):
    """A module that writes and reads the claims table."""

    def Writer(self, file: BinaryIO, /) -> Writer: ...  # noqa: N802
    def read(self, path: Path, /) -> pd.DataFrame: ...


FORMATS: dict[str, Format] = {".csv": csv, ".jsonl": jsonl, ".parquet": parquet}


class UnknownFormatError(ValueError):
    """No format goes by this file name's extension."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: a claims file ends in {', '.join(FORMATS)}, or is a folder")


class UnreadableClaimsError(ValueError):
    """What is there is not a claims table."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path} is not a claims table: {str(reason).strip()}")


def claims_path(path: str | Path) -> Path:
    """The claims file that a path means: itself, or claims.parquet in a folder.

    A folder is there already, or is a name without an extension or with a slash at its end. Raises UnknownFormatError.
    """
    given = Path(path)
    if given.is_dir() or not given.suffix or str(path).endswith(("/", os.sep)):
        return given / "claims.parquet"
    if given.suffix.lower() not in FORMATS:
        raise UnknownFormatError(given)
    return given


def documents_path(claims: Path) -> Path:
    """Where the documents of a claims file lie: claims.documents.parquet beside claims.csv."""
    return claims.with_name(f"{claims.stem}.documents.parquet")


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file being written, piece by piece."""

    path: Path
    claims: Writer
    documents: Writer

    def add(self, claims: pd.DataFrame, documents: pd.DataFrame) -> None:
        """Append rows of both tables. Raises schema.SchemaError, OSError."""
        schema.check_frame(claims)
        schema.check_frame(documents, schema.DOCUMENT_COLUMNS)
        self.claims.write(claims)
        self.documents.write(documents)


@contextmanager
def open_claims(path: str | Path) -> Iterator[ClaimsFile]:
    """Write a claims file and its documents piece by piece; both appear, whole, when the block ends well.

    On any error, an interrupt included, both stay what they were. Raises UnknownFormatError, OSError.
    """
    target = claims_path(path)
    file_format = FORMATS[target.suffix.lower()]
    with replacing(target, documents_path(target)) as (claims_out, documents_out):
        claims = file_format.Writer(claims_out)
        documents = parquet.Writer(documents_out, schema.DOCUMENT_COLUMNS)
        try:
            yield ClaimsFile(target, claims, documents)
        finally:
            claims.close()
            documents.close()


def write_claims(
    claims: pd.DataFrame | Iterable[Claim], documents: pd.DataFrame | Iterable[Document], path: str | Path
) -> Path:
    """Write a claims table, and NAME.documents.parquet beside it; returns where the table is.

    The extension decides the format (.csv, .jsonl, .parquet; a folder gets claims.parquet). Raises UnknownFormatError,
    schema.SchemaError, OSError.
    """
    import pandas as pd

    with open_claims(path) as file:
        file.add(
            claims if isinstance(claims, pd.DataFrame) else schema.claims_frame(claims),
            documents if isinstance(documents, pd.DataFrame) else schema.documents_frame(documents),
        )
    return file.path


def read_claims(path: str | Path) -> pd.DataFrame:
    """The claims table of a file, or of the folder that it lies in, with the dtypes of the schema.

    Raises UnknownFormatError, OSError where it cannot be opened, UnreadableClaimsError where it is something else.
    """
    source = claims_path(path)
    try:
        frame = FORMATS[source.suffix.lower()].read(source)
        schema.check_frame(frame)
    except ValueError as error:
        raise UnreadableClaimsError(source, error) from error
    return frame


def read_documents(claims: str | Path) -> pd.DataFrame | None:
    """The documents beside a claims file, None where there are none. Raises OSError, UnreadableClaimsError."""
    source = documents_path(claims_path(claims))
    if not source.exists():
        return None
    try:
        return parquet.read(source, schema.DOCUMENT_COLUMNS)
    except ValueError as error:
        raise UnreadableClaimsError(source, error) from error
