"""XLSX, read back cell by cell: numbers and dates are real, text is never computed, nothing is lost unseen."""

from __future__ import annotations

import errno
import io
import math
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from any_claims import EXPORTS
from hypothesis import HealthCheck, given, settings
from openpyxl.worksheet.worksheet import Worksheet

from claimtrack import schema
from claimtrack.export import export_table
from claimtrack.export.xlsx import write_tables
from claimtrack.export.xlsx_cells import LONGEST_TEXT, cell_text, cut_cells

slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sheets(data: bytes) -> list[Worksheet]:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets


def one_cell(value: object) -> Any:
    frame = pd.DataFrame({"x": pd.Series([value], dtype=object)})
    return sheets(export_table(frame, None, "xlsx"))[0]["A2"]


NOON = datetime(2016, 9, 29, 14, 5, 7)  # noqa: DTZ001
# value | what the cell holds | its type (n number, d date, s text, b truth value) | its format | why
CELLS: list[tuple[object, object, str, str, str]] = [
    (430_000.0, 430_000, "n", "#,##0", "a whole number, its digits in groups"),
    (-5.0, -5, "n", "#,##0", "a negative number is no formula"),
    (0.25, 0.25, "n", "General", "a fraction"),
    (7, 7, "n", "General", "an offset or a count"),
    (Decimal("1.50"), 1.5, "n", "General", "a decimal"),
    (1e15, 1e15, "n", "General", "more digits than a spreadsheet shows"),
    (2**53 + 1, "9007199254740993", "s", "General", "a whole number that would be rounded"),
    (1.7976931348623157e308, f"{1.7976931348623157e308:.0f}", "s", "General", "too large a number"),
    (float("inf"), "inf", "s", "General", "no number"),
    (True, True, "b", '"TRUE";"TRUE";"FALSE"', "a truth value"),
    (datetime(2016, 9, 29, tzinfo=UTC), datetime(2016, 9, 29), "d", "yyyy-mm-dd", "a day"),  # noqa: DTZ001
    (NOON.replace(tzinfo=UTC), NOON, "d", "yyyy-mm-dd hh:mm", "a moment"),
    (date(2016, 9, 29), datetime(2016, 9, 29), "d", "yyyy-mm-dd", "a date"),  # noqa: DTZ001
    (datetime(1900, 2, 28, tzinfo=UTC), "1900-02-28T00:00:00Z", "s", "General", "spreadsheets disagree about that day"),
    (date(1789, 7, 14), "1789-07-14", "s", "General", "before the calendar of spreadsheets"),
    ("=1+1", "=1+1", "s", "General", "no formula"),
    ("{=1+1}", "{=1+1}", "s", "General", "no array formula"),
    ("http://example.org", "http://example.org", "s", "General", "no link"),
    ("mailto:a@example.org", "mailto:a@example.org", "s", "General", "no link"),
    ("-5", "-5", "s", "General", "a text stays one"),
    ("007", "007", "s", "General", "a text stays one"),
    ("'=1", "'=1", "s", "General", "an apostrophe is an apostrophe"),
    ("<r>&</r>", "<r>&</r>", "s", "General", "what the writer's markup looks like"),
    ("<r><t>=1</t></r>", "<r><t>=1</t></r>", "s", "General", "that markup itself"),
    (" a ", " a ", "s", "General", "spaces at the ends"),
    ("a\nb\tc", "a\nb\tc", "s", "General", "line breaks and tabs"),
    ("a\r\nb\rc", "a\nb\nc", "s", "General", "every line break is LF"),
    ("\0\x1b\x0b\ufffe", "\ufffd" * 4, "s", "General", "what XML cannot hold"),
    ("\ud83d", "\ufffd", "s", "General", "a lone surrogate"),
    ("\u202emarks \u0645", "\u202emarks \u0645", "s", "General", "right to left"),
    (["a", 1], '["a",1]', "s", "General", "a list"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "held", "data_type", "number_format", "why"), CELLS, ids=[repr(c[0])[:30] for c in CELLS]
)
def test_cell(value: object, held: object, data_type: str, number_format: str, why: str) -> None:
    cell = one_cell(value)
    assert (cell.value, cell.data_type, cell.number_format) == (held, data_type, number_format), why
    assert cell.hyperlink is None


def test_no_text_becomes_xml_of_its_own() -> None:
    frame = pd.DataFrame({"x": ["<r><t>a</t></r></is></c><c><f>1+1</f></c><r></r>"]})
    with zipfile.ZipFile(io.BytesIO(export_table(frame, None, "xlsx"))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


@slow
@given(frame=EXPORTS)
def test_any_table_cell_by_cell(frame: pd.DataFrame) -> None:
    sheet = sheets(export_table(frame, None, "xlsx"))[0]
    assert [cell.value for cell in sheet[1]] == list(frame.columns)
    for line, row in enumerate(frame.itertuples(index=False), 2):
        for column, value in enumerate(row, 1):
            assert_holds(sheet.cell(line, column), value)


def assert_holds(cell: Any, value: Any) -> None:
    value = value.item() if isinstance(value, np.generic) else value
    if pd.isna(value):
        assert cell.value is None
    elif isinstance(value, pd.Timestamp) and value >= pd.Timestamp("1900-03-01", tz="UTC"):
        assert cell.data_type == "d"
        assert abs(cell.value - value.tz_localize(None).to_pydatetime()).total_seconds() < 0.002
    elif isinstance(value, pd.Timestamp):
        assert cell.value == value.isoformat().replace("+00:00", "Z")
    elif isinstance(value, float) and cell.data_type == "s":
        assert not 2.3e-308 <= abs(value) <= 9.99e307
        assert float(cell.value) == value
    elif isinstance(value, float | int):
        assert cell.data_type == ("b" if isinstance(value, bool) else "n")
        assert math.isclose(cell.value, value, rel_tol=1e-15)
    else:
        assert cell.data_type == "s"
        assert str(cell.value).replace("_x005F_", "_") == cell_text(value)  # openpyxl leaves the mark of "_x0041_"


LONG: list[tuple[str, int, str]] = [
    ("a" * LONGEST_TEXT, 0, "just fits"),
    ("a" * (LONGEST_TEXT + 1), 1, "one too many"),
    ("\U0001f600" * (LONGEST_TEXT // 2), 0, "two units each, just fits"),
    ("\U0001f600" * (LONGEST_TEXT // 2 + 1), 1, "two units each"),
    ("ab" + "\U0001f600" * LONGEST_TEXT, 1, "cut between two characters, not within one"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cut", "why"), LONG, ids=[why for *_, why in LONG])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(text: str, cut: int, why: str) -> None:
    held = str(one_cell(text).value)
    assert cut_cells(pd.DataFrame({"x": [text]})) == cut, why
    assert len(held.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    if cut:
        kept, _, mark = held.partition(" … ")
        assert text.startswith(kept)
        assert mark == f"[cut: {len(text):,} characters in all]"
    else:
        assert held == text


@pytest.mark.parametrize(("rows", "lines"), [(0, [1]), (3, [4]), (4, [4, 2]), (6, [4, 4]), (7, [4, 4, 2])])
def test_a_table_longer_than_a_sheet_goes_on_in_the_next(rows: int, lines: list[int]) -> None:
    file = io.BytesIO()
    write_tables({"claims": pd.DataFrame({"n": range(rows)})}, file, most_rows=4)
    found = sheets(file.getvalue())
    assert [sheet.max_row for sheet in found] == lines
    assert [sheet.title for sheet in found] == ["claims", "claims 2", "claims 3"][: len(lines)]
    assert [cell for sheet in found for (cell,) in sheet.iter_rows(min_row=2, values_only=True)] == list(range(rows))
    assert all(sheet["A1"].value == "n" and sheet.freeze_panes == "A2" for sheet in found)


def test_the_book_is_laid_out_to_be_read(claims: pd.DataFrame) -> None:
    found = {sheet.title: sheet for sheet in sheets(export_table(claims, [], "xlsx"))}
    assert list(found) == ["claims", "reviews", "columns"]
    sheet = found["claims"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(3, sheet.max_column).coordinate}"
    assert sheet["A1"].font.bold
    widths = {
        sheet.cell(1, n).value: sheet.column_dimensions[sheet.cell(1, n).column_letter]
        for n in range(1, sheet.max_column + 1)
    }
    assert all(8 <= width.width <= 72 for width in widths.values() if width.width and not width.hidden)
    assert (widths["sentence"].hidden, widths["evidence"].hidden, widths["claim_id"].outlineLevel) == (False, True, 1)


def test_a_sheet_says_what_each_column_means(claims: pd.DataFrame) -> None:
    sheet = sheets(export_table(claims, [], "xlsx"))[-1]
    said = {(row[0], row[1]): row[2] for row in sheet.iter_rows(min_row=2, values_only=True)}
    for name, columns in (("claims", (*schema.COLUMNS, *schema.REVIEW_COLUMNS)), ("reviews", schema.DECISION_COLUMNS)):
        assert {key[1]: meaning for key, meaning in said.items() if key[0] == name} == {
            c.name: c.meaning for c in columns
        }


def test_a_table_of_other_columns_is_one_sheet() -> None:
    found = sheets(export_table(pd.DataFrame({"kind": ["deaths"], "n": [3]}), None, "xlsx"))
    assert [sheet.title for sheet in found] == ["table"]


class FullDisk(io.BytesIO):
    """Refuses the first thing that is written."""

    refused = False

    def write(self, data: Any) -> int:
        if not self.refused:
            self.refused = True
            raise OSError(errno.ENOSPC, "no space left")
        return super().write(data)


def test_a_full_disk_is_an_oserror() -> None:
    with pytest.raises(OSError, match="no space left"):
        write_tables({"claims": pd.DataFrame({"n": [1]})}, FullDisk())
