"""One cell of a sheet: by its value's type, and never as a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from claimtrack.export.cells import moment, number, words

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767  # of a cell, in UTF-16 units
LINE_BREAKS = re.compile("\r\n?")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LARGEST, SMALLEST = 9.99e307, 2.3e-308  # of what a spreadsheet takes for a number, besides 0
MOST_EXACT = 2**53  # a whole number beyond it is rounded
MOST_GROUPED = 10**15  # digits that a spreadsheet shows
FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets disagree about the calendar


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook."""

    header: Format
    text: Format
    wrapped: Format
    truth: Format
    number: Format
    whole: Format
    day: Format
    moment: Format

    @classmethod
    def of(cls, workbook: Workbook) -> Styles:
        def left(**properties: object) -> Format:
            return workbook.add_format({"valign": "top", "align": "left", "indent": 1, **properties})

        def right(**properties: object) -> Format:
            return workbook.add_format({"valign": "top", "align": "right", **properties})

        return cls(
            header=left(bold=True, bg_color="#1F3A4D", font_color="#FFFFFF", valign="vcenter"),
            text=left(),
            wrapped=left(text_wrap=True),
            # Excel needs no format to show a truth value, LibreOffice does: without it some cells are 0 or 1
            truth=left(num_format='"TRUE";"TRUE";"FALSE"'),
            number=right(),
            whole=right(num_format="#,##0"),
            day=left(num_format="yyyy-mm-dd"),
            moment=left(num_format="yyyy-mm-dd hh:mm"),
        )


def write_cell(sheet: Worksheet, row: int, column: int, value: object, styles: Styles) -> None:
    """Write a value that is not null; what the sheet cannot hold as it is becomes text."""
    match value:
        case bool():
            sheet.write_boolean(row, column, value, styles.truth)
        case float() | Decimal() if _is_number(float(value)):
            sheet.write_number(row, column, float(value), styles.whole if _is_grouped(float(value)) else styles.number)
        case float():
            _write_text(sheet, row, column, number(value) if value - value == 0 else str(value))
        case int() if abs(value) <= MOST_EXACT:
            sheet.write_number(row, column, value, styles.number)
        case date() if _is_day(value):
            _write_date(sheet, row, column, value, styles)
        case date():
            _write_text(sheet, row, column, moment(value))
        case _:
            _write_text(sheet, row, column, words(value))


def cell_text(text: str) -> str:
    """The text as a cell holds it.

    Every line break is LF; control characters and lone surrogates, which XML cannot hold, are U+FFFD; what is longer
    than a cell's 32,767 characters is cut and says so at its end.
    """
    held = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", LINE_BREAKS.sub("\n", text))
    if not is_too_long(held):
        return held
    mark = f" … [cut: {len(text):,} characters in all]"
    kept = held.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(mark))]
    return kept.decode("utf-16-le", "ignore") + mark


def is_too_long(text: str) -> bool:
    """Is the text longer than a cell may be?"""
    return len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT


def cut_cells(frame: pd.DataFrame) -> int:
    """How many cells of the table are longer than a spreadsheet's."""
    from claimtrack.export.cells import parts

    return sum(
        isinstance(cell, str) and is_too_long(cell) for columns in parts(frame) for cells in columns for cell in cells
    )


def _write_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    held = cell_text(text)
    if held.startswith("<r>") and held.endswith("</r>"):
        # XlsxWriter would take it for its own markup of formatted text and write it as XML
        sheet.write_rich_string(row, column, *held[:2], held[2:])
    else:
        sheet.write_string(row, column, held)


def _is_number(value: float) -> bool:
    return value == 0 or SMALLEST <= abs(value) <= LARGEST


def _is_grouped(value: float) -> bool:
    return value.is_integer() and abs(value) < MOST_GROUPED


def _is_day(value: date) -> bool:
    return (value.date() if isinstance(value, datetime) else value) >= FIRST_DAY


def _write_date(sheet: Worksheet, row: int, column: int, value: date, styles: Styles) -> None:
    """A date cell: without a time where it is midnight; in UTC, as a cell has no time zone."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
        is_midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
    else:
        is_midnight = True
    sheet.write_datetime(row, column, cast(datetime, value), styles.day if is_midnight else styles.moment)
