"""Every column of the claims table and of the documents beside it: the one place where they are defined."""

from __future__ import annotations

import json
from collections.abc import Callable
from operator import attrgetter
from typing import get_args

from claimtrack.model import AttributionKind, Claim, Document, Modality, Qualifier, Section, SourceType, Span
from claimtrack.schema.column import Column

MEASURES = ("new", "total", "standing", "change", "unstated")
PLACE_PRECISIONS = ("point", "city", "region", "country")
DATE_PRECISIONS = ("minute", "day", "week", "month", "year")


def evidence(claim: Claim) -> str:
    """The spans that a claim rests on, as [start, end], and the names of its rules, as compact JSON."""
    cited, place = claim.attribution, claim.place
    spans: dict[str, Span | None] = {
        "cue": cited.cue,
        "source": cited.source_span,
        "antecedent": cited.antecedent,
        "counted": claim.counted_span,
        "predicate": claim.predicate,
        "place": None if place is None else place.span,
        "time": claim.moment.span,
        "hedge": claim.figure.hedge,
    }
    known = {name: list(span) for name, span in spans.items() if span is not None}
    rules = list(dict.fromkeys([*claim.rules, cited.rule]))
    return json.dumps({**known, "rules": rules}, separators=(",", ":"), ensure_ascii=False)


def _words(path: str) -> Callable[[Claim], str | None]:
    """The words of the span at an attribute path of the claim."""
    span_of = attrgetter(path)

    def read(claim: Claim) -> str | None:
        span: Span | None = span_of(claim)
        return None if span is None else span.of(claim.document.text)

    return read


def _of_place(attribute: str) -> Callable[[Claim], object]:
    return lambda claim: getattr(claim.place, attribute, None)


def _surface(claim: Claim) -> str:
    return claim.document.text[claim.figure.start : claim.figure.end]


def _of_the_run(claim: Claim) -> None:
    """The cell of a column that no claim knows by itself: it is filled where several documents are seen."""


def _not_yet(claim: Claim) -> None:
    """The cell of a column that nothing fills: null rather than guessed."""


COLUMNS: tuple[Column[Claim], ...] = (
    Column(
        "claim_id",
        "string",
        "stable id, 16 hex digits: from doc_id, the figure's words and the few words on either side, so that it "
        "survives edits elsewhere in the article; unique together with text_hash",
        attrgetter("claim_id"),
        nullable=False,
    ),
    Column(
        "doc_id",
        "string",
        "the document: the id given, else its canonical URL, else its file name",
        attrgetter("document.doc_id"),
        nullable=False,
    ),
    Column(
        "text_hash",
        "string",
        "16 hex digits of the document's text: two versions of one article share doc_id and differ here",
        attrgetter("document.text_hash"),
        nullable=False,
    ),
    Column("title", "string", "the document's title", attrgetter("document.title")),
    Column("publisher", "string", "who published the document", attrgetter("document.publisher")),
    Column("author", "string", "who wrote the document", attrgetter("document.author")),
    Column("url", "string", "where the document is from", attrgetter("document.url")),
    Column(
        "published",
        "timestamp",
        "when the document was published; midnight where only the day is known",
        attrgetter("document.published"),
    ),
    Column(
        "modified",
        "timestamp",
        "when the document was last changed; midnight where only the day is known",
        attrgetter("document.modified"),
    ),
    Column("language", "string", "ISO 639-1 code of the document's language", attrgetter("document.language")),
    Column("story_id", "string", "the same for near-copies in one run (one wire text in five papers)", _of_the_run),
    Column("page", "Int64", "page of a PDF, the first is 1", _not_yet, between=(1, 2**31)),
    Column("wire", "string", "the news agency that signs the text, and that a paper took it from", attrgetter("wire")),
    Column("surface", "string", "the figure's words, as written", _surface, nullable=False),
    Column(
        "start",
        "int64",
        "where the figure starts in the document's text",
        attrgetter("figure.start"),
        unit="characters (Unicode)",
        between=(0, 2**62),
        nullable=False,
    ),
    Column(
        "end",
        "int64",
        "where the figure ends, exclusive: text[start:end] is the surface",
        attrgetter("figure.end"),
        unit="characters (Unicode)",
        between=(0, 2**62),
        nullable=False,
    ),
    Column("sentence", "string", "the sentence, as written", _words("sentence"), nullable=False),
    Column(
        "section",
        "category",
        "the part of the document",
        attrgetter("section"),
        allowed=get_args(Section),
        nullable=False,
    ),
    Column(
        "value",
        "float64",
        "the best single number: the midpoint of a range, null for vague plurals (dozens)",
        attrgetter("value"),
        unit="see the column unit",
    ),
    Column("low", "float64", "lower bound, inclusive; null = open", attrgetter("low"), unit="see the column unit"),
    Column("high", "float64", "upper bound, inclusive; null = open", attrgetter("high"), unit="see the column unit"),
    Column(
        "qualifier",
        "category",
        "how the figure is bounded",
        attrgetter("figure.qualifier"),
        allowed=get_args(Qualifier),
        nullable=False,
    ),
    Column("hedge", "string", "the words of the bound, as written (more than, nearly, up to)", _words("figure.hedge")),
    Column(
        "unit",
        "string",
        "people for counted persons, the plural noun for other countables, ISO 4217 for money, percent, else the "
        "unit's name (hour, kilometre)",
        attrgetter("unit"),
    ),
    Column(
        "kind",
        "category",
        "what sort of claim it is, one of the kinds in use (deaths, injured, money …; users may add some)",
        attrgetter("kind"),
        nullable=False,
    ),
    Column("counted", "string", "the noun phrase counted, as written (Syrian Army soldiers)", attrgetter("counted")),
    Column("predicate", "string", "the word that says what happened to them (killed, left)", _words("predicate")),
    Column(
        "measure",
        "category",
        "new in a period, total since a beginning, standing at a moment, a change (rose by), or unstated",
        attrgetter("measure"),
        allowed=MEASURES,
    ),
    Column("part_of", "string", "claim_id of the whole that this figure is a part of", _not_yet),
    Column("cause", "string", "what is said to have caused it (airstrike, Ebola)", _not_yet),
    Column("actor", "string", "who is said to have done it (government forces)", _not_yet),
    Column("place", "string", "the place that the figure holds for, as written", _of_place("name")),
    Column("country", "string", "ISO 3166-1 alpha-2 code of the place's country", _of_place("country")),
    Column("lat", "float64", "latitude of the place", _of_place("lat"), unit="degrees north", between=(-90, 90)),
    Column("lon", "float64", "longitude of the place", _of_place("lon"), unit="degrees east", between=(-180, 180)),
    Column(
        "place_precision",
        "category",
        "what lat and lon are the position of",
        _of_place("precision"),
        allowed=PLACE_PRECISIONS,
    ),
    Column("when_text", "string", "the time expression, as written", _words("moment.span")),
    Column(
        "as_of",
        "timestamp",
        "the moment that the figure holds for, resolved against published",
        attrgetter("moment.as_of"),
    ),
    Column(
        "period_start",
        "timestamp",
        "start of the period, of what happened in a period",
        attrgetter("moment.period_start"),
    ),
    Column("period_end", "timestamp", "end of the period", attrgetter("moment.period_end")),
    Column(
        "date_precision",
        "category",
        "how precise as_of and the period are",
        attrgetter("moment.precision"),
        allowed=DATE_PRECISIONS,
    ),
    Column(
        "source",
        "string",
        "canonical name of the person or organisation cited; null = the writer's own voice",
        attrgetter("attribution.source"),
    ),
    Column(
        "source_text",
        "string",
        "the source as written at that place (Ramz, he)",
        attrgetter("attribution.source_text"),
    ),
    Column("source_role", "string", "the source's office or description, as written", attrgetter("attribution.role")),
    Column(
        "source_type",
        "category",
        "what sort of source it is",
        attrgetter("attribution.source_type"),
        allowed=get_args(SourceType),
    ),
    Column(
        "via",
        "string",
        "who passed it on (Reuters, citing the ministry: via is Reuters)",
        attrgetter("attribution.via"),
    ),
    Column(
        "attribution",
        "category",
        "direct: inside quotation marks; indirect: reported speech; according_to; passive: is believed, with no name; "
        "none: the writer's own voice",
        attrgetter("attribution.kind"),
        allowed=get_args(AttributionKind),
        nullable=False,
    ),
    Column("cue", "string", "the reporting words (said, according to)", _words("attribution.cue")),
    Column(
        "modality",
        "category",
        "whether the source asserts it, denies it, holds it possible or plans it",
        attrgetter("modality"),
        allowed=get_args(Modality),
        nullable=False,
    ),
    Column(
        "evidence",
        "string",
        "compact JSON: the spans [start, end] of cue, source, antecedent, counted, predicate, place, time and hedge in "
        "the document's text, where there are any, and the names of the rules that joined them",
        evidence,
        nullable=False,
    ),
    Column(
        "confidence",
        "float64",
        "the share of rows like this one that a reader found right: of rows at 0.9, nine in ten",
        attrgetter("confidence"),
        unit="0 to 1",
        between=(0, 1),
        nullable=False,
    ),
    Column("extractor", "string", "name and version of what made the row", attrgetter("extractor"), nullable=False),
)

DOCUMENT_COLUMNS: tuple[Column[Document], ...] = (
    Column("doc_id", "string", "as in the claims table", attrgetter("doc_id"), nullable=False),
    Column("text_hash", "string", "as in the claims table", attrgetter("text_hash"), nullable=False),
    Column("title", "string", "the document's title", attrgetter("title")),
    Column("publisher", "string", "who published it", attrgetter("publisher")),
    Column("author", "string", "who wrote it", attrgetter("author")),
    Column("url", "string", "where it is from", attrgetter("url")),
    Column("published", "timestamp", "when it was published", attrgetter("published")),
    Column("modified", "timestamp", "when it was last changed", attrgetter("modified")),
    Column("language", "string", "ISO 639-1 code", attrgetter("language")),
    Column("text", "string", "the text that every start and end of the claims counts in", attrgetter("text")),
)
