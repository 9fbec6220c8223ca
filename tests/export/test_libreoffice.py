"""LibreOffice opens the exports with every cell as it was, and computes nothing in a guarded one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from any_claims import ODD_TEXTS

from claimtrack import schema
from claimtrack.export import export_table, guard
from claimtrack.export.xlsx_cells import cell_text

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

TEXTS = [text for text in ODD_TEXTS if not set(text) & set("\0\ufffe")]  # LibreOffice drops these two from a CSV
# tokens of the CSV filter: comma, quotation mark, UTF-8, from line 1, formats of columns, English, quoted is no text
CSV = "Text - txt - csv (StarCalc):44,34,76,1,{formats},1033,false,{numbers}"
COMPUTING = ",,,,,true"  # and formulas are computed


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "claim_id": pd.array([f"{n:016}" for n in range(len(TEXTS))], dtype="string"),
            "sentence": pd.array(TEXTS, dtype="string"),
            "value": [(-1.5) ** n for n in range(len(TEXTS))],
            "as_of": pd.date_range("1905-01-01 06:30", periods=len(TEXTS), freq="1001D", tz="UTC"),
            "kind": pd.Categorical(["=deaths"] * len(TEXTS)),
        }
    )


def opened(profile: Path, path: Path, import_filter: str | None = None) -> list[list[Any]]:
    """The cells of the first sheet as LibreOffice has them, which saves what it opened."""
    out = path.parent / "opened"
    options = [f"--infilter={import_filter}"] if import_filter else []
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
    subprocess.run(
        [*command, "--convert-to", "xlsx", "--outdir", out, path], check=True, capture_output=True, timeout=180
    )
    sheet = openpyxl.load_workbook(out / f"{path.stem}.xlsx").worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=2)]


def test_xlsx_has_every_cell_as_it_was(frame: pd.DataFrame, profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(export_table(frame, [], "xlsx"))
    rows = opened(profile, path)
    assert len(rows) == len(TEXTS)
    for (claim_id, sentence, value, as_of, kind, *reviewed), seen in zip(rows, frame.itertuples(), strict=True):
        assert (claim_id.value, claim_id.data_type) == (seen.claim_id, "s")
        assert (sentence.value, sentence.data_type) == (cell_text(seen.sentence), "s")
        assert (value.value, value.data_type) == (pytest.approx(seen.value, rel=1e-14), "n")
        assert (as_of.value, as_of.data_type) == (seen.as_of.tz_localize(None).to_pydatetime(), "d")
        assert (kind.value, kind.data_type) == ("=deaths", "s")
        names = [column.name for column in schema.REVIEW_COLUMNS]
        assert reviewed[names.index("review_count")].value == 0


def test_raw_csv_has_every_cell_as_it_was(frame: pd.DataFrame, profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(export_table(frame, None, "csv", "raw"))
    rows = opened(profile, path, CSV.format(formats="1/2/2/2/3/1/4/2/5/2", numbers="false"))
    for cells, seen in zip(rows, frame.itertuples(), strict=True):
        as_of = seen.as_of.isoformat().replace("+00:00", "Z")
        texts = (seen.claim_id, seen.sentence.replace("\r\n", "\n").replace("\r", "\n"), as_of, "=deaths")
        assert tuple(cells[place].value for place in (0, 1, 3, 4)) == texts
        assert {cells[place].data_type for place in (0, 1, 3, 4)} == {"s"}
        assert (cells[2].value, cells[2].data_type) == (pytest.approx(seen.value, rel=1e-14), "n")


def test_guarded_csv_has_no_formula_in_it(frame: pd.DataFrame, profile: Path, tmp_path: Path) -> None:
    computing = CSV.format(formats="", numbers="true") + COMPUTING
    for flavour in ("raw", "guarded", "excel"):
        path = tmp_path / f"{flavour}.csv"
        path.write_bytes(export_table(frame, None, "csv", flavour))
        rows = opened(profile, path, computing)
        formulas = [cell.value for row in rows for cell in row if cell.data_type == "f"]
        if flavour == "raw":
            assert formulas, "LibreOffice was to compute, or this test shows nothing"
        else:
            assert formulas == []
            assert [row[4].value for row in rows] == [guard("=deaths")] * len(TEXTS)
            assert [row[2].value for row in rows] == pytest.approx(frame["value"].to_list(), rel=1e-14)
