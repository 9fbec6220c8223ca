"""What is exported is what was there, in every format, and says who decided."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from any_claims import EXPORTS
from hypothesis import HealthCheck, given, settings
from pandas.testing import assert_frame_equal

from claimtrack import schema
from claimtrack.export import (
    EXPORT_FORMATS,
    UnknownExportError,
    export_table,
    read_export,
    with_reviews,
    write_table,
)
from claimtrack.reviews import CORRECTABLE, Decision, GroupVerdict, Review, ReviewedClaim, Verdict

slow = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def claims(claims: pd.DataFrame) -> pd.DataFrame:
    """The two rows as two claims."""
    return claims.assign(claim_id=pd.array(["a" * 16, "b" * 16], dtype="string"))


@pytest.fixture
def reviews(claims: pd.DataFrame) -> list[Review]:
    """Two reviewers who differ about the first claim, one of whom corrects it."""
    claim = ReviewedClaim.of_row(claims.iloc[0])
    agreed = Decision(claim, "Ana", Verdict.CONFIRMED, note="=seen")
    wrong = Decision(
        claim, "Ben", Verdict.WRONG_SOURCE, {"source": "@WHO", "high": None}, evidence="https://example.org"
    )
    at = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    return [Review(1, at, agreed, None, False), Review(2, at, wrong, None, False)]


@slow
@given(frame=EXPORTS)
def test_csv_to_frame_to_csv_is_the_identity(tmp_path: Path, frame: pd.DataFrame) -> None:
    for flavour in ("guarded", "raw", "excel"):
        path = write_table(frame, tmp_path / "a.csv", flavour=flavour)
        read = read_export(path, raw=flavour == "raw")
        assert_frame_equal(read, frame)
        assert export_table(read, flavour=flavour) == path.read_bytes()


@slow
@given(frame=EXPORTS)
@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_what_is_written_is_read_back(tmp_path: Path, suffix: str, frame: pd.DataFrame) -> None:
    assert_frame_equal(read_export(write_table(frame, tmp_path / f"a.{suffix}")), frame)


@slow
@given(frame=EXPORTS)
def test_json_is_one_array_of_the_same_records_as_jsonl(frame: pd.DataFrame) -> None:
    lines = export_table(frame, format_name="jsonl").decode().split("\n")[:-1]
    assert json.loads(export_table(frame, format_name="json")) == [json.loads(line) for line in lines]


def test_no_text_cell_of_a_guarded_csv_starts_a_formula(claims: pd.DataFrame, reviews: list[Review]) -> None:
    for flavour in ("guarded", "excel"):
        text = export_table(claims, reviews, flavour=flavour).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        numbers = {
            c.name for c in (*schema.COLUMNS, *schema.REVIEW_COLUMNS) if c.dtype in ("float64", "int64", "Int64")
        }
        cells = [cell for row in rows for name, cell in row.items() if name not in numbers]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
        assert (rows[0]["review_note"], rows[0]["sentence"][:2]) == ("'=seen", "'=")


def test_only_the_excel_flavour_has_a_mark(claims: pd.DataFrame) -> None:
    starts = {flavour: export_table(claims, flavour=flavour)[:3] for flavour in ("guarded", "raw", "excel")}
    assert starts == {"guarded": b"cla", "raw": b"cla", "excel": b"\xef\xbb\xbf"}


@pytest.mark.parametrize("format_name", ["csv", "json", "jsonl", "parquet"])
def test_every_export_says_who_decided(
    claims: pd.DataFrame, reviews: list[Review], format_name: str, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{format_name}"
    path.write_bytes(export_table(claims, reviews, format_name))
    first, second = duckdb.sql(f"SELECT reviewers, review_verdict, sentence FROM '{path}'").fetchall()
    assert first[:2] == ("Ana; Ben", "disagreement")
    assert second[:2] == (None, None)


def test_reviews_are_joined_behind_the_claims_whose_cells_stay(claims: pd.DataFrame, reviews: list[Review]) -> None:
    table = with_reviews(claims, reviews)
    assert list(table.columns) == [c.name for c in (*schema.COLUMNS, *schema.REVIEW_COLUMNS)]
    assert_frame_equal(table[list(claims.columns)], claims)
    schema.check_frame(table, (*schema.COLUMNS, *schema.REVIEW_COLUMNS))
    schema.check_frame(with_reviews(claims.head(0), []), (*schema.COLUMNS, *schema.REVIEW_COLUMNS))


def test_what_is_on_the_screen_keeps_its_rows_columns_and_order(claims: pd.DataFrame, reviews: list[Review]) -> None:
    seen = claims.iloc[[1, 0]][["sentence", "claim_id", "value"]]
    rows = json.loads(export_table(seen, reviews, "json"))
    assert [list(row)[:4] for row in rows] == [["sentence", "claim_id", "value", "review_verdict"]] * 2
    assert [row["value"] for row in rows] == [None, 0.25]


def test_every_decision_is_a_row_of_the_history(reviews: list[Review]) -> None:
    taken_back = replace(reviews[1], review_id=3, undoes=2)
    history = schema.decisions_frame([reviews[0], replace(reviews[1], undone=True), taken_back])
    assert history["reviewer"].to_list() == ["Ana", "Ben", "Ben"]
    assert history["undone"].to_list() == [False, True, False]
    assert history["undoes"].to_list() == [pd.NA, pd.NA, 2]
    assert history["corrected_fields"].to_list()[1:] == ["high; source", "high; source"]  # to nothing, and to a name


def test_the_columns_of_reviews_are_those_of_the_record() -> None:
    assert tuple(Verdict) == schema.VERDICTS
    assert tuple(GroupVerdict) == schema.GROUP_VERDICTS
    assert [c.name for c in schema.REVIEW_COLUMNS if c.name.startswith("corrected_")][1:] == [
        f"corrected_{field}" for field in CORRECTABLE
    ]


ODD: list[tuple[object, str, object, str]] = [
    ("\ud800x", "\ufffdx", "\ufffdx", "a lone surrogate"),
    (True, "True", True, "a truth value beside a number that equals it"),
    (1, "1", 1, "a number beside a truth value that equals it"),
    (-0.0, "-0", -0.0, "minus nothing"),
    (Decimal("-1.50"), "-1.50", -1.5, "a decimal is a number, not guarded"),
    (date(2016, 9, 29), "2016-09-29", "2016-09-29", "a day"),
    (datetime(2016, 9, 29, 14, 5), "2016-09-29T14:05:00", "2016-09-29T14:05:00", "a moment without a zone"),  # noqa: DTZ001
    (["a", 1], '"[""a"",1]"', ["a", 1], "a list"),
    ({"a": date(2016, 9, 29)}, '"{""a"":""2016-09-29""}"', {"a": "2016-09-29"}, "a record"),
    (float("inf"), "Infinity", None, "no number to JSON"),
    (b"x", "b'x'", "b'x'", "bytes"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "cell", "in_json", "why"), ODD, ids=[why for *_, why in ODD])
def test_any_value_of_any_table(value: object, cell: str, in_json: object, why: str) -> None:
    frame = pd.DataFrame({"x": pd.Series([value, None, True, 1, 0.0], dtype=object), "y": "y"})
    assert export_table(frame).decode().split("\n")[1:-1] == [f"{cell},y", ",y", "True,y", "1,y", "0,y"], why
    assert json.loads(export_table(frame, format_name="json"))[0] == {"x": in_json, "y": "y"}, why
    assert export_table(frame, format_name="xlsx")[:2] == b"PK", why


@pytest.mark.parametrize("format_name", EXPORT_FORMATS)
def test_a_table_without_rows_or_columns(format_name: str) -> None:
    for table, reviews in ((pd.DataFrame(), None), (pd.DataFrame(index=range(3)), None), (schema.empty_frame(), [])):
        assert isinstance(export_table(table, reviews, format_name), bytes)


WRONG: list[tuple[Callable[[pd.DataFrame, Path], object], str]] = [
    (lambda claims, folder: write_table(claims, folder / "a.xls"), r"a\.xls: an export ends in \.csv, \.xlsx"),
    (lambda claims, folder: write_table(claims, folder / "a"), "an export ends in"),
    (lambda claims, _: export_table(claims, None, "ods"), "ods: the formats are csv, xlsx"),
    (lambda claims, _: export_table(claims, None, "xlsx", "raw"), "xlsx: only CSV can be raw"),
    (lambda claims, folder: write_table(claims, folder / "a.json", flavour="excel"), "only CSV can be made for Excel"),
    (lambda _, folder: read_export(folder / "a.xlsx"), "xlsx is written but not read"),
]


@pytest.mark.parametrize(("call", "message"), WRONG, ids=[message for _, message in WRONG])
def test_an_unknown_format_is_named(
    claims: pd.DataFrame, tmp_path: Path, call: Callable[[pd.DataFrame, Path], object], message: str
) -> None:
    with pytest.raises(UnknownExportError, match=message):
        call(claims, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_former_file(claims: pd.DataFrame, tmp_path: Path) -> None:
    path = write_table(claims, tmp_path / "a.xlsx")
    before = path.read_bytes()
    with pytest.raises(KeyError):
        write_table(claims.drop(columns="claim_id"), path, [])
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == before
