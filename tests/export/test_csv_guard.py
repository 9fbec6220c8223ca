"""A text cell that a spreadsheet would compute gets an apostrophe; the raw flavour does not; numbers never do."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.export import guard, to_csv, unguard

GUARDED = [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)", "formula"),
    ("+49 30", "'+49 30", "formula"),
    ("-5", "'-5", "a text, not a number"),
    ("@envoy", "'@envoy", "formula in old spreadsheets"),
    ("\tx", "'\tx", "tab"),
    ("\rx", "'\rx", "CR"),
    ("\nx", "'\nx", "LF"),
    ("'=1", "''=1", "or the inverse is not exact"),
    ("'", "''", "an apostrophe alone"),
    ("ministry", "ministry", "nothing to guard"),
    ("a=b", "a=b", "not at the start"),
    (" =1", " =1", "a space first"),
    ("", "", "empty"),
]


@pytest.mark.parametrize(("text", "cell", "why"), GUARDED, ids=[why for _, _, why in GUARDED])
def test_guard(text: str, cell: str, why: str) -> None:
    assert guard(text) == cell, why
    assert unguard(cell) == text, why


@given(st.text())
def test_unguard_is_the_exact_inverse(text: str) -> None:
    assert unguard(guard(text)) == text


def test_unguard_leaves_what_guard_cannot_have_made() -> None:
    assert unguard("'tis the season") == "'tis the season"


NUMBERS = [
    (430_000.0, "430000", "whole"),
    (-5.0, "-5", "never guarded"),
    (0.1, "0.1", "shortest that is exact"),
    (2.5e10, "25000000000", "no exponent"),
    (1e22, "10000000000000000000000", "no exponent"),
    (1.5e-7, "0.00000015", "no exponent"),
    (66.66666666666667, "66.66666666666667", "without loss"),
    (None, "", "null"),
]


@pytest.mark.parametrize(("number", "cell", "why"), NUMBERS)
def test_number(number: float | None, cell: str, why: str) -> None:
    frame = pd.DataFrame({"value": pd.array([number], dtype="float64"), "unit": ["people"]})
    assert to_csv(frame) == f"value,unit\n{cell},people\n", why


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_in_full_and_read_without_loss(number: float) -> None:
    cell = (to_csv(pd.DataFrame({"value": [number], "x": ["x"]})) or "").split("\n")[1].split(",")[0]
    assert "e" not in cell.lower()
    assert float(cell) == number


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers()), min_size=1))
def test_any_csv_reader_gets_the_raw_cells_back(rows: list[tuple[str, int]]) -> None:
    frame = pd.DataFrame({"text": pd.array([t for t, _ in rows], dtype="object"), "n": [n for _, n in rows]})
    written = to_csv(frame, raw=True) or ""
    assert list(csv.reader(io.StringIO(written, newline="")))[1:] == [[text, str(n)] for text, n in rows]


def test_moments_and_categories() -> None:
    frame = pd.DataFrame(
        {
            "published": pd.to_datetime([datetime(2016, 9, 29, tzinfo=UTC), datetime(2016, 9, 29, 14, 5, tzinfo=UTC)]),
            "kind": pd.Categorical(["-x", "deaths"]),
        }
    )
    assert to_csv(frame) == "published,kind\n2016-09-29T00:00:00Z,'-x\n2016-09-29T14:05:00Z,deaths\n"


def test_a_file_is_utf_8_without_a_mark(tmp_path: Path) -> None:
    assert to_csv(pd.DataFrame({"place": ["Zürich"]}), tmp_path / "a.csv") is None
    assert (tmp_path / "a.csv").read_bytes() == "place\nZürich\n".encode()
