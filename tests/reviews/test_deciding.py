"""What a decision may say, and what is kept of the claim."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from made import CLAIM, decision

import claimtrack
from claimtrack.reviews import DecisionError, ReviewedClaim, Verdict

ROW = {
    "claim_id": "00112233445566aa", "text_hash": "feedfeedfeedfeed", "doc_id": "aleppo.txt", "surface": "35", "start": 13,
    "end": 15, "sentence": "An estimated 35 doctors are left in Aleppo.", "kind": "doctors", "value": 35, "low": 35,
    "high": float("nan"), "place": "Aleppo", "as_of": pd.Timestamp("2016-09-29", tz="UTC"), "source": "Staffan de Mistura",
    "extractor": "claimtrack 0.1.0", "confidence": 0.7,
}  # fmt: skip


def test_a_row_of_the_table() -> None:
    assert ReviewedClaim.of_row(ROW) == CLAIM


@pytest.mark.parametrize("null", [None, float("nan"), pd.NA, pd.NaT])
def test_empty_cells(null: object) -> None:
    empty = ReviewedClaim.of_row({**ROW, "value": null, "place": null, "as_of": null, "source": null})
    assert (empty.value, empty.place, empty.as_of, empty.source) == (None, None, None, None)


def test_a_series_of_an_extraction() -> None:
    claims = claimtrack.extract("At least 35 doctors left Aleppo, Ban Ki-moon said.", published="2016-09-29")
    kept = ReviewedClaim.of_row(claims.iloc[0])
    assert (kept.surface, kept.low, kept.high, kept.as_of) == ("35", 35.0, None, "2016-09-29T00:00:00Z")
    assert kept == ReviewedClaim.of_row(claims.to_dict("records")[0])


KEPT = [
    # what is given | what is kept | why
    ({"reviewer": "  Ana  María\n"}, ("reviewer", "Ana María"), "spaces"),
    ({"reviewer": "Zoe\u0301"}, ("reviewer", "Zoé"), "an accent typed as two characters"),
    ({"verdict": "disputed"}, ("verdict", Verdict.DISPUTED), "a verdict from a form"),
    ({"grade": ""}, ("grade", None), "no grade chosen"),
    ({"evidence": " https://example.org/a?b=c#d "}, ("evidence", "https://example.org/a?b=c#d"), "a link"),
    ({"corrections": {"value": 36}}, ("corrections", {"value": 36.0}), "a whole number"),
    ({"corrections": {"source": "  "}}, ("corrections", {"source": None}), "no source after all"),
    ({"corrections": {"high": None}}, ("corrections", {"high": None}), "an open bound"),
    ({"corrections": {"place": " Homs "}}, ("corrections", {"place": "Homs"}), "spaces around a place"),
    ({"corrections": {"as_of": "2016-09-28"}}, ("corrections", {"as_of": "2016-09-28"}), "a day"),
    ({"corrections": {"source": "=HYPERLINK(1)", "kind": "deaths"}}, ("corrections", {"kind": "deaths", "source": "=HYPERLINK(1)"}), "text as it is, in the fields' order"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "kept", "why"), KEPT, ids=lambda case: case if isinstance(case, str) else "")
def test_what_is_kept(given: dict[str, Any], kept: tuple[str, object], why: str) -> None:
    assert getattr(decision(**given), kept[0]) == kept[1], why


REFUSED = [
    # what is given | what is said | why
    ({"reviewer": " \n"}, "give a name", "nobody"),
    ({"reviewer": "x" * 201}, "at most 200", "a text for a name"),
    ({"verdict": "maybe"}, "not a valid Verdict", "no such verdict"),
    ({"corrections": {"unit": "km"}}, "unit cannot be corrected", "no such field"),
    ({"corrections": {"value": "35"}}, "value: '35' is no number", "text for a number"),
    ({"corrections": {"value": True}}, "no number", "yes for a number"),
    ({"corrections": {"low": float("nan")}}, "no number", "not a number"),
    ({"corrections": {"high": float("inf")}}, "no number", "no end"),
    ({"corrections": {"low": 50.0, "high": 40.0}}, "above the upper", "bounds the wrong way round"),
    ({"corrections": {"high": 20.0}}, "above the upper", "an upper bound below the claim's lower one"),
    ({"corrections": {"kind": ""}}, "has a kind", "no kind"),
    ({"corrections": {"place": 7.0}}, "no text", "a number for a place"),
    ({"corrections": {"as_of": "last Monday"}}, "no date", "words for a date"),
    ({"corrections": {"as_of": "2016-02-30"}}, "no date", "a day that never was"),
    ({"evidence": "javascript:alert(1)"}, "evidence is a link", "a script"),
    ({"evidence": "www.example.org"}, "evidence is a link", "no scheme"),
    ({"evidence": "https://"}, "evidence is a link", "no host"),
    ({"evidence": "https://example.org/a b"}, "evidence is a link", "a space"),
    ({"evidence": "https://example.org/\u202egro"}, "evidence is a link", "a character that turns the text round"),
    ({"evidence": "http://[bad"}, "evidence is a link", "half an address"),
]


@pytest.mark.parametrize(("given", "said", "why"), REFUSED, ids=lambda case: case if isinstance(case, str) else "")
def test_what_cannot_be_meant(given: dict[str, Any], said: str, why: str) -> None:
    with pytest.raises(ValueError, match=said):
        decision(**given)
    assert issubclass(DecisionError, ValueError), why
