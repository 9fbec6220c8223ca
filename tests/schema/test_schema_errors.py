"""What is not a claims table is a named error: column, expected, found, row."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from claimtrack import schema
from claimtrack.model import Claim
from claimtrack.schema import SchemaError

Change = Callable[[pd.DataFrame], pd.DataFrame]

# change | column | row | a part of the message
FRAMES: list[tuple[Change, str, int | None, str]] = [
    (lambda f: f.drop(columns="cue"), "cue", None, "found none"),
    (lambda f: f.assign(extra=1), "extra", None, "does not have"),
    (lambda f: f[["doc_id", "claim_id", *f.columns[2:]]], "claim_id", None, "order"),
    (lambda f: pd.concat([f, f[["cue"]]], axis=1), "cue", None, "each column once"),
    (lambda f: f.assign(value="35"), "value", None, "expected dtype float64"),
    (lambda f: f.assign(published=f["published"].dt.tz_localize(None)), "published", None, "UTC"),
    (lambda f: f.assign(qualifier=f["qualifier"].astype("string")), "qualifier", None, "category"),
    (lambda f: f.assign(kind=f["kind"].astype("string")), "kind", None, "dtype category"),
    (lambda f: f.assign(sentence=f["sentence"].where([True, False])), "sentence", 1, "a null"),
    (lambda f: f.assign(confidence=[0.5, 1.5]), "confidence", 1, "0 to 1"),
    (lambda f: f.assign(lat=[91.0, 0]), "lat", 0, "-90 to 90"),
    (lambda f: f.assign(value=[1.0, float("inf")]), "value", 1, "finite"),
    (lambda f: f.assign(start=[-1, 0]), "start", 0, "-1"),
]


@pytest.mark.parametrize(("change", "column", "row", "message"), FRAMES)
def test_frame(claim: Claim, change: Change, column: str, row: int | None, message: str) -> None:
    good = schema.claims_frame([claim, claim])
    schema.check_frame(good)
    with pytest.raises(SchemaError, match=message) as caught:
        schema.check_frame(change(good))
    assert (caught.value.column, caught.value.row) == (column, row)


CLAIMS = [
    ({"modality": "perhaps"}, "modality", "asserted, denied, possible, planned"),
    ({"section": None}, "section", "a value"),
    ({"extractor": ""}, "extractor", "a value"),  # an empty text is a null
    ({"confidence": 1.2}, "confidence", "0 to 1"),
    ({"value": float("nan")}, "value", "finite"),
    ({"value": "35"}, "value", "number"),
    ({"low": True}, "low", "number"),
    ({"unit": 5}, "unit", "text"),
]


@pytest.mark.parametrize(("change", "column", "expected"), CLAIMS)
def test_claim(claim: Claim, change: dict[str, object], column: str, expected: str) -> None:
    with pytest.raises(SchemaError) as caught:
        schema.claim_row(replace(claim, **change))  # type: ignore[arg-type]
    assert caught.value.column == column
    assert expected in caught.value.expected


TEXTS = [
    ("value", ["35", "", "many"], 2, "number"),
    ("start", ["1", "x"], 1, "whole number"),
    ("page", ["", "1.5"], 1, "whole number"),
    ("published", ["2016-09-29T00:00:00Z", "last week"], 1, "moment"),
    ("qualifier", ["exact", "roughly"], 1, "one of exact"),
]


@pytest.mark.parametrize(("name", "values", "row", "expected"), TEXTS)
def test_text_that_does_not_fit_its_column(name: str, values: list[str], row: int, expected: str) -> None:
    column = next(column for column in schema.COLUMNS if column.name == name)
    with pytest.raises(SchemaError) as caught:
        schema.typed(column, values)
    assert (caught.value.column, caught.value.row) == (name, row)
    assert expected in caught.value.expected


def test_the_error_travels_between_processes() -> None:
    error = SchemaError("value", "a number", "'x'", 3)
    assert str(pickle.loads(pickle.dumps(error))) == "column value, row 3: expected a number, found 'x'"
