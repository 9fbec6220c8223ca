"""A claim becomes a row: each column, its dtype, and what is null."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest
from pandas import Timestamp

from claimtrack import schema
from claimtrack.model import Attribution, Claim, Document, Moment

COLUMNS_OF_THE_DESIGN = """
    claim_id doc_id text_hash title publisher author url published modified language story_id page wire
    surface start end sentence section value low high qualifier hedge unit
    kind counted predicate measure part_of cause actor
    place country lat lon place_precision when_text as_of period_start period_end date_precision
    source source_text source_role source_type via attribution cue modality
    evidence confidence extractor
"""

CELLS = [
    ("claim_id", "00112233445566aa"),
    ("doc_id", "a.txt"),
    ("title", "Doctors leave"),
    ("publisher", None),
    ("published", Timestamp("2016-09-29", tz="UTC")),
    ("modified", None),
    ("language", "en"),
    ("story_id", None),  # filled where several documents are seen
    ("page", None),
    ("wire", None),
    ("surface", "35"),
    ("start", 25),
    ("end", 27),
    ("sentence", "At least 35 doctors left, the envoy said."),
    ("section", "lead"),
    ("value", 35.0),
    ("low", 35.0),
    ("high", None),  # open
    ("qualifier", "at_least"),
    ("hedge", "At least"),
    ("unit", "people"),
    ("kind", "doctors"),
    ("counted", "doctors"),
    ("predicate", "left"),
    ("measure", None),
    ("part_of", None),
    ("cause", None),
    ("actor", None),
    ("place", "Aleppo"),
    ("country", "SY"),
    ("lat", 36.2),
    ("place_precision", "city"),
    ("when_text", "Monday"),
    ("as_of", Timestamp("2016-09-26", tz="UTC")),
    ("period_start", None),
    ("date_precision", "day"),
    ("source", "Staffan de Mistura"),
    ("source_text", "the envoy"),
    ("source_role", "envoy"),
    ("source_type", "intergovernmental"),
    ("via", "Reuters"),
    ("attribution", "indirect"),
    ("cue", "said"),
    ("modality", "asserted"),
    ("confidence", 0.7),
    ("extractor", "claimtrack 0.1.0"),
]


def test_columns_are_those_of_the_design_in_their_order() -> None:
    assert [column.name for column in schema.COLUMNS] == COLUMNS_OF_THE_DESIGN.split()


@pytest.mark.parametrize(("column", "cell"), CELLS)
def test_cell(claim: Claim, column: str, cell: object) -> None:
    found = schema.claims_frame([claim])[column].iloc[0]
    assert pd.isna(found) if cell is None else found == cell


def test_dtypes_are_exact(claim: Claim) -> None:
    frame = schema.claims_frame([claim])
    for column in schema.COLUMNS:
        if column.name != "kind":
            assert frame[column.name].dtype == schema.pandas_dtype(column), column.name
    assert list(frame["qualifier"].cat.categories) == [
        "exact", "approximate", "at_least", "at_most", "range", "vague"
    ]  # fmt: skip
    assert str(frame["published"].dtype) == "datetime64[us, UTC]"
    assert str(frame["page"].dtype) == "Int64"


def test_kinds_are_those_of_the_data(claim: Claim) -> None:
    own = replace(claim, kind="boats_turned_back")
    assert list(schema.claims_frame([own, claim])["kind"].cat.categories) == ["boats_turned_back", "doctors"]


def test_evidence_has_the_spans_that_are_there_and_the_rules(claim: Claim) -> None:
    assert json.loads(schema.evidence(claim)) == {
        "cue": [52, 56],
        "source": [42, 51],
        "antecedent": [42, 51],
        "counted": [28, 35],
        "predicate": [36, 40],
        "place": [0, 6],
        "time": [8, 14],
        "hedge": [16, 24],
        "rules": ["noun-after", "place-in-dateline", "said-after"],
    }


def test_evidence_of_a_bare_claim_is_only_its_rules(claim: Claim) -> None:
    figure = replace(claim.figure, hedge=None)
    bare = replace(
        claim, figure=figure, attribution=Attribution(), place=None, moment=Moment(), counted_span=None, predicate=None
    )
    assert schema.evidence(bare) == '{"rules":["noun-after","place-in-dateline","own-voice"]}'


def test_no_place_no_source_no_time_are_nulls(claim: Claim) -> None:
    bare = replace(claim, attribution=Attribution(), place=None, moment=Moment())
    row = schema.claims_frame([bare]).iloc[0]
    for column in ("place", "country", "lat", "lon", "place_precision", "when_text", "as_of", "source", "cue", "via"):
        assert pd.isna(row[column]), column
    assert row["attribution"] == "none"


def test_no_claims_make_an_empty_table_of_the_same_dtypes(claim: Claim) -> None:
    empty, one = schema.empty_frame(), schema.claims_frame([claim])
    assert len(empty) == 0
    assert {n: str(d) for n, d in empty.dtypes.items()} == {n: str(d) for n, d in one.dtypes.items()}


def test_documents_frame_keeps_the_text_as_it_is() -> None:
    text = "  two\r\nlines "
    frame = schema.documents_frame([Document(text=text, doc_id="a", modified=datetime(2020, 1, 2, tzinfo=UTC))])
    assert list(frame.columns) == [
        "doc_id", "text_hash", "title", "publisher", "author", "url", "published", "modified", "language", "text"
    ]  # fmt: skip
    assert frame.loc[0, "text"] == text
    assert frame.loc[0, "modified"] == Timestamp("2020-01-02", tz="UTC")


def test_a_surrogate_is_replaced_and_moves_no_offset() -> None:
    frame = schema.documents_frame([Document(text="a\ud83d\ude00b 5", doc_id="a")])
    assert frame.loc[0, "text"] == "a\ufffd\ufffdb 5"
