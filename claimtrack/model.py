"""The things that travel between the rooms: frozen, and made of spans into one text.

A Document goes in; figures, mentions and attributions are found in its text; a Claim is what comes out.
Every start and end counts Unicode characters of `Document.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal, NamedTuple

Qualifier = Literal["exact", "approximate", "at_least", "at_most", "range", "vague"]
Modality = Literal["asserted", "denied", "possible", "planned"]
MEASURED_KINDS = frozenset(("money", "share", "duration", "measurement"))  # their unit is no thing that is counted
AttributionKind = Literal["direct", "indirect", "according_to", "passive", "none"]
Section = Literal["headline", "lead", "body", "caption", "table"]
SourceType = Literal[
    "government",
    "military",
    "intergovernmental",
    "ngo",
    "media",
    "expert",
    "company",
    "witness",
    "armed_group",
    "other",
]


class Span(NamedTuple):
    """Characters start to end (exclusive) of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span | Figure) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, kw_only=True)
class Document:
    """One text to read, and what is known of where it comes from.

    text is kept exactly as decoded: no newline or space is changed, so that offsets hold.
    published and modified are aware datetimes in UTC, midnight where only the day is known.
    language is ISO 639-1, None where it was not asked.
    """

    text: str
    doc_id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    language: str | None = None

    @cached_property
    def text_hash(self) -> str:
        """16 hex digits that change when any character of the text does."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number in the text, with its bounds and its unit of measure.

    start, end: currency, scale, percent sign and both ends of a range are inside; hedge and noun are not.
    low, high: inclusive bounds, None = open. value: the best single number, None for vague plurals.
    unit: what is measured (`percent`, ISO 4217, `hour`); None where things are counted.
    form: how it is written; a fraction has its number as value (two thirds: 0.667).
    measures: what the unit measures (`money`, `duration`, `length`, `age`); None where things are counted.
    unit_end: where the words of the unit end, `end` where there are none.
    excluded: why it is no figure of a claim (`year`, `ordinal`, `age`, ...), None where it may be one.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier = "exact"
    hedge: Span | None = None
    unit: str | None = None
    form: Literal["digits", "words", "fraction", "vague", "ratio", "multiple", "tally"] = "digits"
    measures: str | None = None
    unit_end: int = 0
    excluded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is cited for a figure. source None with kind `none`: the writer's own voice.

    source_span, cue, antecedent: where the source's words, the reporting words and the fuller name stand.
    estimates: the reporting word itself says that the figure is an estimate.
    """

    kind: AttributionKind = "none"
    source: str | None = None
    source_text: str | None = None
    source_span: Span | None = None
    role: str | None = None
    role_span: Span | None = None
    source_type: SourceType | None = None
    via: str | None = None
    cue: Span | None = None
    antecedent: Span | None = None
    rule: str = "own-voice"
    estimates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a figure holds: the words, and what the gazetteer makes of them (None where it knows nothing)."""

    name: str
    span: Span
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Literal["point", "city", "region", "country"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a figure holds: the words, and their moment or period (aware datetimes in UTC)."""

    span: Span | None = None
    as_of: datetime | None = None
    period_start: datetime | None = None
    period_end: datetime | None = None
    precision: Literal["minute", "day", "week", "month", "year"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One numeric claim of a document: a row of the table (`schema/columns.py` says which column reads what)."""

    document: Document
    figure: Figure
    sentence: Span
    section: Section
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    counted: str | None
    counted_span: Span | None
    predicate: Span | None
    modality: Modality
    attribution: Attribution
    place: Place | None
    moment: Moment
    measure: str | None = None
    wire: str | None = None
    rules: tuple[str, ...] = field(default=())
    confidence: float = 0.5
    extractor: str = ""
    claim_id: str = ""
