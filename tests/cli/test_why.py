"""`claimtrack show --why`: the sentence, its marked words, and where each field comes from."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from claimtrack import schema
from claimtrack.cli import app
from claimtrack.export import documents_path, write_claims
from claimtrack.model import Attribution, Claim, Document, Figure, Moment, Place, Span

TEXT = (
    "Staffan de Mistura went to Aleppo on Monday. He was there for a day, and for the whole of the night. "
    "At least 35 [young] doctors left, he said."
)
AT = TEXT.index("At least")


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def claim(claim_id: str) -> Claim:
    figure = span("35")
    return Claim(
        document=Document(text=TEXT, doc_id="a.txt", title="Doctors leave", publisher="The Courier"),
        figure=Figure(
            start=figure.start,
            end=figure.end,
            value=35,
            low=35,
            high=None,
            qualifier="at_least",
            hedge=span("At least"),
        ),
        sentence=Span(AT, len(TEXT)),
        section="body",
        value=35,
        low=35,
        high=None,
        unit="people",
        kind="doctors",
        counted="doctors",
        counted_span=span("[young] doctors"),
        predicate=span("left"),
        modality="possible",
        attribution=Attribution(
            kind="indirect",
            source="Staffan de Mistura",
            source_text="he",
            source_span=span("he said")._replace(end=span("he said").start + 2),
            role="envoy",
            source_type="intergovernmental",
            cue=span("said"),
            antecedent=span("Staffan de Mistura"),
            rule="pronoun-before-cue",
        ),
        place=Place(name="Aleppo", span=span("Aleppo"), country="SY"),
        moment=Moment(),
        rules=("noun-after",),
        confidence=0.7,
        extractor="claimtrack 0.1.0",
        claim_id=claim_id,
    )


@pytest.fixture
def claims(folder: Path) -> Path:
    claims = [claim("aa11000000000000"), claim("aa22000000000000")]
    return write_claims(claims, [claims[0].document], folder / "claims.csv")


def why(claim_id: str) -> str:
    result = CliRunner().invoke(app, ["show", "claims.csv", "--why", claim_id])
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


# words of the answer | why
PARTS = [
    ("Doctors leave, The Courier", "which article"),
    (
        "[At least: hedge] [35: figure] [[young] doctors: counted] [left: predicate], [he: source] [said: cue].",
        "marked",
    ),
    ("figure at least 35, from “35” with “At least”", "bounds and their words"),
    ("counted doctors, from “[young] doctors” (unit: people)", "the noun"),
    ("kind doctors, from “left”", "the predicate"),
    ("where Aleppo (SY), from “Aleppo” elsewhere in the text: …Staffan de Mistura went to [Aleppo] on Monday.", "far"),
    ("as of not known", "no time"),
    ("source Staffan de Mistura (envoy, intergovernmental), from “he”, which stands for “Staffan de Mistura”", "who"),
    ("cited how indirect", "the manner"),
    ("certainty possible", "modality"),
    ("rules noun-after, pronoun-before-cue", "the rules' names"),
    ("confidence 0.70", "how sure"),
]


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize(("words", "reason"), PARTS, ids=[reason for _, reason in PARTS])
def test_part_of_the_answer(words: str, reason: str) -> None:
    assert words in why("aa11"), reason


@pytest.mark.usefixtures("claims")
def test_the_start_of_an_id_must_be_of_one_claim() -> None:
    result = CliRunner().invoke(app, ["show", "claims.csv", "--why", "aa"])
    assert result.exit_code == 2
    assert "2 claims have ids that start with 'aa': aa1100, aa2200." in result.stderr


@pytest.mark.usefixtures("claims")
def test_no_such_id() -> None:
    result = CliRunner().invoke(app, ["show", "claims.csv", "--why", "ff"])
    assert result.exit_code == 2
    assert "no claim whose id starts with 'ff'" in result.stderr


def test_without_the_documents_the_sentence_and_the_fields_are_still_told(claims: Path) -> None:
    documents_path(claims).unlink()
    result = CliRunner().invoke(app, ["show", "claims.csv", "--why", "aa11"])
    assert result.exit_code == 0
    assert "claims.documents.parquet is not there" in result.stderr
    assert "At least 35 [young] doctors left, he said." in result.stdout
    assert "Staffan de Mistura (envoy, intergovernmental)" in result.stdout


def test_a_document_of_another_version_is_not_taken_for_this_one(claims: Path) -> None:
    frame = schema.claims_frame([claim("aa11000000000000")])
    write_claims(frame, [Document(text="Something else.", doc_id="a.txt")], claims)
    assert "figure at least 35, from “35” counted" in why("aa11")


def test_evidence_that_is_not_ours_is_said_to_be_so(claims: Path) -> None:
    frame = schema.claims_frame([claim("aa11000000000000")])
    other = frame.assign(evidence=pd.array(["free text"], dtype="string"))
    write_claims(other, [], claims)
    result = CliRunner().invoke(app, ["show", "claims.csv", "--why", "aa11"])
    assert result.exit_code == 2
    assert "free text" in result.stderr
