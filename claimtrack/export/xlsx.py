"""XLSX for Excel and LibreOffice: real numbers and dates, text that is never computed, a sheet that says what is what.

What a spreadsheet cannot hold is changed as little as it takes, and visibly: see `cell_text` and `_is_number`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, BinaryIO

from claimtrack import schema
from claimtrack.export.cells import parts
from claimtrack.export.xlsx_cells import Styles, cell_text, write_cell
from claimtrack.schema import Column

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576  # of a sheet, the header included
OPTIONS = {
    "constant_memory": True,  # rows go to the disk one by one, so that a large table fits
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
NARROWEST, WIDEST, FILTER_ARROW = 9, 36, 4  # in characters
LINE, MOST_LINES = 15, 27  # points; a row is no higher than 409 points
PAGE = 200  # in characters: a table no wider is printed on one page's width
ROWS_MEASURED = 500
CLAIMS, DECISIONS, GROUPS, TABLE, MEANINGS = "claims", "reviews", "groups", "table", "columns"  # names of sheets
TELLTALES = {"group_review_id": GROUPS, "review_id": DECISIONS, "claim_id": CLAIMS}  # the column that tells a table


def write_tables(tables: Mapping[str, pd.DataFrame], file: BinaryIO, most_rows: int = MOST_ROWS) -> None:
    """Write each table on a sheet of its name, and behind them a sheet with the meanings of the columns.

    most_rows: how many lines a sheet holds; a longer table goes on in a next sheet ("claims 2") with its own header.
    Raises OSError.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    try:
        with Workbook(file, OPTIONS) as workbook:
            workbook.set_properties({"title": ", ".join(tables), "comments": "Made by claimtrack. Times are in UTC."})
            styles = Styles.of(workbook)
            for name, frame in {**tables, **_meanings(tables)}.items():
                _write_table(workbook, name, frame, styles, most_rows)
    except FileCreateError as error:
        raise error.args[0] from error  # the OSError that it hides


def name_of(frame: pd.DataFrame) -> str:
    """The name of the sheet on which a table is written."""
    return next((sheet for column, sheet in TELLTALES.items() if column in frame), TABLE)


def _write_table(workbook: Workbook, name: str, frame: pd.DataFrame, styles: Styles, most_rows: int) -> None:
    step = most_rows - 1
    for sheet_number, start in enumerate(range(0, max(len(frame), 1), step), 1):
        sheet = workbook.add_worksheet(name if sheet_number == 1 else f"{name} {sheet_number}")
        rows = frame.iloc[start : start + step]
        _lay_out(sheet, rows, styles)
        widths = [layout()["wrapped"].get(str(column_name)) for column_name in frame.columns]
        for line, row in enumerate(_rows(rows), 1):
            sheet.set_row(line, _height(row, widths))
            for column, value in enumerate(row):
                if value is not None:
                    write_cell(sheet, line, column, value, styles)


def _rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    for columns in parts(frame):
        yield from zip(*columns, strict=True)


def _height(row: Sequence[Any], widths: Sequence[int | None]) -> int:
    """Points that a row needs for its text that wraps; Excel would find out itself, LibreOffice does not."""
    texts = [(str(cell), width) for cell, width in zip(row, widths, strict=True) if width and cell is not None]
    lines = (sum(1 + len(line) // (width + 5) for line in text.split("\n")) for text, width in texts)
    return LINE * min(max(lines, default=1), MOST_LINES)


def _lay_out(sheet: Worksheet, frame: pd.DataFrame, styles: Styles) -> None:
    """The header, frozen and with filters, the widths of the columns, and how it is printed."""
    names, widths, wrapped = [str(name) for name in frame.columns], _widths(frame), layout()["wrapped"]
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        style = styles.wrapped if name in wrapped else styles.text
        sheet.set_column(column, column, width, style, _folding(names, column))
        sheet.write_string(0, column, cell_text(name), styles.header)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    if sum(widths) <= PAGE:
        sheet.fit_to_pages(1, 0)
    if names:
        sheet.autofilter(0, 0, len(frame), len(names) - 1)


def _folding(names: Sequence[str], column: int) -> dict[str, object]:
    """Whether a column is folded away, and whether the [+] of folded ones stands above it."""
    folded = layout()["folded"]
    if "surface" not in names:  # not the claims: it is not known what people read
        return {}
    if names[column] in folded:
        return {"level": 1, "hidden": True}
    return {"collapsed": column > 0 and names[column - 1] in folded}


def _widths(frame: pd.DataFrame) -> list[int]:
    """As wide as the column's title and its usual cells need, within bounds."""
    measured: list[list[Any]] = next(parts(frame.head(ROWS_MEASURED)), [[]] * frame.shape[1])
    return [_width(str(name), cells) for name, cells in zip(frame.columns, measured, strict=True)]


def _width(name: str, cells: list[Any]) -> int:
    wrapped: dict[str, int] = layout()["wrapped"]
    longest = max((len(_shown(cell)) + 1 for cell in cells if cell is not None), default=0)
    return wrapped.get(name) or max(NARROWEST, len(name) + FILTER_ARROW, min(longest, WIDEST))


@cache
def layout() -> dict[str, Any]:
    """What sheets.toml says."""
    return tomllib.loads((files("claimtrack.export") / "sheets.toml").read_text("utf-8"))


def _shown(cell: object) -> str:
    match cell:
        case float():
            return f"{cell:,}"
        case datetime():
            return "2016-09-29 14:30"
        case _:
            return str(cell)[:WIDEST]


def _meanings(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """A sheet with what the columns of the others mean, of those that the schema knows; none where it knows none."""
    import pandas as pd

    known: dict[str, Sequence[Column[Any]]] = {
        CLAIMS: (*schema.COLUMNS, *schema.REVIEW_COLUMNS),
        DECISIONS: schema.DECISION_COLUMNS,
        GROUPS: schema.GROUP_DECISION_COLUMNS,
    }
    rows = [
        (sheet, column.name, column.meaning, schema.type_in_words(column), column.unit)
        for sheet, frame in tables.items()
        for column in known.get(sheet, ())
        if column.name in frame
    ]
    names = ["sheet", "column", "meaning", "type", "unit"]
    return {MEANINGS: pd.DataFrame(rows, columns=names)} if rows else {}
