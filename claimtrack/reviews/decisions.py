"""What a reviewer decides about one claim, and what is kept with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

Correction = str | float | None

CORRECTABLE = ("value", "low", "high", "kind", "place", "as_of", "source")
NUMBERS = ("value", "low", "high")
LONGEST_NAME = 200  # characters of a reviewer's name


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    WRONG_EXTRACTION = "wrong extraction"
    WRONG_SOURCE = "wrong source"
    DISPUTED = "disputed"
    UNSURE = "unsure"


class DecisionError(ValueError):
    """A decision that cannot be recorded; the message says what to change."""


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """The claim as the reviewer saw it: kept with the decision, whatever later extractions make of the article.

    The fields are those of the claims table; as_of is an ISO 8601 moment. Fields that the row leaves empty are None.
    """

    claim_id: str
    text_hash: str
    doc_id: str
    surface: str
    start: int
    end: int
    sentence: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    place: str | None
    as_of: str | None
    source: str | None
    extractor: str

    @classmethod
    def of_row(cls, row: Mapping[Any, Any]) -> ReviewedClaim:
        """The claim of a row of the claims table (a dict or a pandas Series). Raises KeyError where a column lacks."""
        as_of = row["as_of"]
        return cls(
            claim_id=str(row["claim_id"]),
            text_hash=str(row["text_hash"]),
            doc_id=str(row["doc_id"]),
            surface=str(row["surface"]),
            start=int(row["start"]),
            end=int(row["end"]),
            sentence=str(row["sentence"]),
            kind=str(row["kind"]),
            value=_number(row["value"]),
            low=_number(row["low"]),
            high=_number(row["high"]),
            place=_text(row["place"]),
            as_of=None if _is_null(as_of) else _iso(as_of),
            source=_text(row["source"]),
            extractor=str(row["extractor"]),
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """All that one reviewer thinks of one claim: a later decision replaces it whole, it adds nothing to it.

    verdict: None where the claim is only flagged or noted for later; it then counts as not yet decided.
    corrections: what a field of CORRECTABLE should say; None where it should say nothing (an open bound, no source).
    grade: one of the record's grades. evidence: a link (http, https), or "".
    Raises DecisionError for what cannot be meant.
    """

    claim: ReviewedClaim
    reviewer: str
    verdict: Verdict | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict, hash=False)
    grade: str | None = None
    flagged: bool = False
    note: str = ""
    evidence: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reviewer", reviewer_name(self.reviewer))
        object.__setattr__(self, "verdict", None if self.verdict is None else Verdict(self.verdict))
        object.__setattr__(self, "corrections", _corrections(self.corrections, self.claim))
        object.__setattr__(self, "grade", self.grade or None)
        object.__setattr__(self, "evidence", _link(self.evidence))


@dataclass(frozen=True, slots=True)
class Review:
    """A decision in the record.

    undoes: the review that this row takes back (its decision is repeated here); None where this row decides.
    undone: a later row takes this one back.
    """

    review_id: int
    at: datetime
    decision: Decision
    undoes: int | None
    undone: bool

    @property
    def claim_id(self) -> str:
        return self.decision.claim.claim_id

    @property
    def reviewer(self) -> str:
        return self.decision.reviewer


@lru_cache(maxsize=256)
def reviewer_name(name: str) -> str:
    """The name as it is kept: "Ana " is Ana, and an accent is the same however it was typed. Raises DecisionError."""
    kept = " ".join(unicodedata.normalize("NFC", name).split())
    if not kept:
        raise DecisionError("who reviews? give a name")
    if len(kept) > LONGEST_NAME:
        raise DecisionError(f"a reviewer's name has at most {LONGEST_NAME} characters")
    return kept


def moment_of(text: str) -> datetime:
    """The moment of an ISO 8601 text, in UTC where it names no offset. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _corrections(given: Mapping[str, Correction], claim: ReviewedClaim) -> dict[str, Correction]:
    if not given:
        return {}
    unknown = sorted(set(given) - set(CORRECTABLE))
    if unknown:
        raise DecisionError(f"{unknown[0]} cannot be corrected; what can: {', '.join(CORRECTABLE)}")
    kept = {name: _correction(name, given[name]) for name in CORRECTABLE if name in given}
    low, high = kept.get("low", claim.low), kept.get("high", claim.high)
    if {"low", "high"} & set(kept) and isinstance(low, float) and isinstance(high, float) and low > high:
        raise DecisionError(f"the lower bound ({low:g}) is above the upper one ({high:g})")
    return kept


def _correction(name: str, given: Correction) -> Correction:
    if given is None or (isinstance(given, str) and not given.strip()):
        if name == "kind":
            raise DecisionError("a claim has a kind: it cannot be corrected to nothing")
        return None
    if name in NUMBERS:
        if isinstance(given, (bool, str)) or not isfinite(given):
            raise DecisionError(f"{name}: {given!r} is no number")
        return float(given)
    if not isinstance(given, str):
        raise DecisionError(f"{name}: {given!r} is no text")
    if name == "as_of":
        try:
            moment_of(given)
        except (ValueError, OverflowError) as error:
            raise DecisionError(f"as_of: {given!r} is no date; write it as 2016-09-29") from error
    return given.strip()


def _link(given: str) -> str:
    link = given.strip()
    if not link:
        return ""
    try:
        parts = urlsplit(link)
        is_link = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_link = False
    if not is_link or any(c.isspace() or not c.isprintable() for c in link):
        raise DecisionError("evidence is a link: it starts with http:// or https:// and has no spaces")
    return link


def _is_null(cell: object) -> bool:
    import pandas as pd

    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell  # NaN alone differs from itself


def _number(cell: Any) -> float | None:
    return None if _is_null(cell) else float(cell)


def _text(cell: object) -> str | None:
    return None if _is_null(cell) else str(cell)


def _iso(moment: object) -> str:
    text = moment.isoformat() if isinstance(moment, datetime) else str(moment)
    return text.replace("+00:00", "Z")
