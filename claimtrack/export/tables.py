"""A table as a file that people take away: the claims with their reviews, or whatever is on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.export import csv, json, jsonl, parquet, xlsx
from claimtrack.export.atomic import replacing
from claimtrack.export.csv import Flavour
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd

    from claimtrack.reviews import Review


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name, which is the extension too, and what a browser calls it."""

    name: str
    media_type: str


EXPORT_FORMATS = {
    made.name: made
    for made in (
        ExportFormat("csv", "text/csv; charset=utf-8"),
        ExportFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ExportFormat("json", "application/json"),
        ExportFormat("jsonl", "application/x-ndjson"),
        ExportFormat("parquet", "application/vnd.apache.parquet"),
    )
}


class UnknownExportError(ValueError):
    """No format, or no flavour of it, goes by this name."""


def export_format(path: str | Path, flavour: Flavour = "guarded") -> str:
    """The name of the format that a file's extension means. Raises UnknownExportError."""
    name = Path(path).suffix.lower().removeprefix(".")
    if name not in EXPORT_FORMATS:
        known = ", ".join(f".{known}" for known in EXPORT_FORMATS)
        raise UnknownExportError(f"{path}: an export ends in {known}")
    _check_flavour(str(path), name, flavour)
    return name


def export_table(
    table: pd.DataFrame,
    reviews: Iterable[Review] | None = None,
    format_name: str = "csv",
    flavour: Flavour = "guarded",
    groups: pd.DataFrame | None = None,
) -> bytes:
    """A table as the bytes of a file.

    table: the claims, all columns or some (claim_id among them where reviews are given), or any other table.
    reviews: the record's, all of them (`Record.all_reviews()`); their columns are joined to the claims, and XLSX gets
    every decision on a second sheet. None: the table as it is. format_name: of EXPORT_FORMATS. flavour: of CSV only.
    groups: the decisions about groups (`group_decisions_frame`) for a sheet of their own in XLSX; the other formats
    hold one table, which may be these decisions themselves. Raises UnknownExportError.
    """
    file = BytesIO()
    _write(table, reviews, groups, file, format_name, flavour)
    return file.getvalue()


def write_table(
    table: pd.DataFrame,
    path: str | Path,
    reviews: Iterable[Review] | None = None,
    flavour: Flavour = "guarded",
    groups: pd.DataFrame | None = None,
) -> Path:
    """As export_table, to a path whose extension names the format; the file appears whole or not at all.

    Raises UnknownExportError, OSError.
    """
    format_name = export_format(path, flavour)
    with replacing(Path(path)) as (file,):
        _write(table, reviews, groups, file, format_name, flavour)
    return Path(path)


def with_reviews(claims: pd.DataFrame, reviews: Iterable[Review]) -> pd.DataFrame:
    """The claims with the columns that their reviews add (schema.REVIEW_COLUMNS) behind their own, which stay."""
    from claimtrack.reviews import joined

    return joined(claims, reviews)


def read_export(path: str | Path, raw: bool = False) -> pd.DataFrame:
    """The claims and their reviews from an export as CSV, JSONL or Parquet, with the dtypes of the schema.

    raw: it was written as raw CSV. Raises OSError, ValueError (SchemaError among them) for another table.
    """
    return _read(Path(path), (*schema.COLUMNS, *schema.REVIEW_COLUMNS), raw)


def read_group_decisions(path: str | Path, raw: bool = False) -> pd.DataFrame:
    """As read_export, of an export of the decisions about groups."""
    return _read(Path(path), schema.GROUP_DECISION_COLUMNS, raw)


def _read(source: Path, columns: Sequence[Column[Any]], raw: bool) -> pd.DataFrame:
    match export_format(source):
        case "csv":
            return csv.read(source, columns, raw)
        case "jsonl":
            return jsonl.read(source, columns)
        case "parquet":
            return parquet.read(source, columns)
        case other:
            raise UnknownExportError(f"{source}: {other} is written but not read")


def _write(
    table: pd.DataFrame,
    reviews: Iterable[Review] | None,
    groups: pd.DataFrame | None,
    file: BinaryIO,
    format_name: str,
    flavour: Flavour,
) -> None:
    _check_flavour(format_name, format_name, flavour)
    every = None if reviews is None else list(reviews)
    frame = table if every is None else with_reviews(table, every)
    match format_name:
        case "csv":
            csv.write_table(frame, file, flavour)
        case "xlsx":
            decisions = None if every is None else schema.decisions_frame(every)
            sheets = [sheet for sheet in (frame, decisions, groups) if sheet is not None]
            xlsx.write_tables({xlsx.name_of(sheet): sheet for sheet in sheets}, file)
        case "json":
            json.write_table(frame, file)
        case "jsonl":
            jsonl.write_table(frame, file)
        case "parquet":
            parquet.write_table(frame, file)
        case _:
            raise UnknownExportError(f"{format_name}: the formats are {', '.join(EXPORT_FORMATS)}")


def _check_flavour(given: str, format_name: str, flavour: Flavour) -> None:
    if flavour != "guarded" and format_name != "csv":
        raise UnknownExportError(f"{given}: only CSV can be {'raw' if flavour == 'raw' else 'made for Excel'}")
