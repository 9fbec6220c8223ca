"""The claims table: every column's name, type, unit and meaning, defined here once and read by everything else.

`python -m claimtrack.schema` prints the data dictionary (docs/data-dictionary.md is that output).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, get_args

from claimtrack.model import AttributionKind, Claim, Document, Modality, Qualifier, Section, SourceType, Span

if TYPE_CHECKING:
    import pandas as pd

Dtype = Literal["string", "category", "timestamp", "float64", "int64", "Int64"]
Row = tuple[object, ...]
Thing = TypeVar("Thing")

PYTHON_TYPES = {"timestamp": datetime, "float64": float | int, "int64": int, "Int64": int}
PANDAS_DTYPES = {"string": "string", "timestamp": "datetime64[us, UTC]"}
TYPES_IN_WORDS = {
    "string": "text",
    "category": "one of a list",
    "timestamp": "moment (UTC, ISO 8601)",
    "float64": "number",
    "int64": "whole number",
    "Int64": "whole number",
}
MEASURES = ("new", "total", "standing", "change", "unstated")
PLACE_PRECISIONS = ("point", "city", "region", "country")
DATE_PRECISIONS = ("minute", "day", "week", "month", "year")


class SchemaError(ValueError):
    """A frame is not a table of this schema.

    column: where; expected, found: in words; row: the position of the first wrong row, from 0, None where the
    whole column is wrong.
    """

    def __init__(self, column: str, expected: str, found: str, row: int | None = None) -> None:
        self.column, self.expected, self.found, self.row = column, expected, found, row
        place = "" if row is None else f", row {row}"
        super().__init__(f"column {column}{place}: expected {expected}, found {found}")

    def __reduce__(self) -> tuple[type[SchemaError], tuple[str, str, str, int | None]]:
        return SchemaError, (self.column, self.expected, self.found, self.row)


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing]):
    """One column.

    reads: from the claim (or document) to its cell; None or an empty text is a null.
    allowed: the values of a category; None where the data decides (a user may add kinds).
    between: the bounds, inclusive, of a number.
    """

    name: str
    dtype: Dtype
    meaning: str
    reads: Callable[[Thing], object]
    unit: str | None = None
    allowed: tuple[str, ...] | None = None
    between: tuple[float, float] | None = None
    nullable: bool = True


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
    Column("story_id", "string", "the same for near-copies (one wire text in five papers)", _not_yet),
    Column("page", "Int64", "page of a PDF, the first is 1", _not_yet, between=(1, 2**31)),
    Column("wire", "string", "the agency that a paper took the text from", _not_yet),
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
        "how sure the extractor is that the row is right",
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


def claim_row(claim: Claim) -> Row:
    """The cells of a claim in the order of COLUMNS: plain values that can be sent between processes.

    Raises SchemaError for a value that the table does not allow.
    """
    return tuple(_checked(column, column.reads(claim)) for column in COLUMNS)


def _checked(column: Column[Any], value: object) -> object:
    if value is None or value == "":
        if not column.nullable:
            raise SchemaError(column.name, "a value", "none")
        return None
    if not isinstance(value, PYTHON_TYPES.get(column.dtype, str)) or isinstance(value, bool):
        raise SchemaError(column.name, _type_in_words(column), repr(value))
    if column.allowed is not None and value not in column.allowed:
        raise SchemaError(column.name, f"one of {', '.join(column.allowed)}", repr(value))
    if isinstance(value, float | int):
        low, high = column.between or (value, value)
        if not (low <= value <= high and isfinite(value)):
            raise SchemaError(column.name, _range_in_words(column), repr(value))
    return value


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a table, a row each, in their order. Raises SchemaError for a cell that has no place in it."""
    return rows_frame([claim_row(claim) for claim in claims])


def rows_frame(rows: Sequence[Row]) -> pd.DataFrame:
    """As claims_frame, of rows that claim_row made."""
    return _frame(COLUMNS, rows)


def documents_frame(documents: Iterable[Document]) -> pd.DataFrame:
    """The documents as a table (DOCUMENT_COLUMNS), a row each, in their order."""
    return _frame(DOCUMENT_COLUMNS, [tuple(c.reads(document) for c in DOCUMENT_COLUMNS) for document in documents])


def empty_frame() -> pd.DataFrame:
    """The claims table without a row."""
    return rows_frame([])


def _frame(columns: Sequence[Column[Any]], rows: Sequence[Row]) -> pd.DataFrame:
    import pandas as pd

    cells: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = {column.name: typed(column, values) for column, values in zip(columns, cells, strict=True)}
    frame = pd.DataFrame(arrays)
    check_frame(frame, columns)
    return frame


def pandas_dtype(column: Column[Any], values: Iterable[object] = ()) -> Any:
    """The exact dtype of a column; the categories of an open one (kind) are those of the values, sorted."""
    import pandas as pd

    if column.dtype != "category":
        return pd.api.types.pandas_dtype(PANDAS_DTYPES.get(column.dtype, column.dtype))
    allowed = column.allowed or sorted({str(value) for value in values if value is not None})
    return pd.CategoricalDtype(pd.Index(allowed, dtype="str"))


def typed(column: Column[Any], values: Sequence[object]) -> Any:
    """Plain values as the array of a column.

    None and empty texts are nulls; moments are aware datetimes or ISO 8601 texts, numbers may be texts. A
    surrogate, which no file can hold, becomes U+FFFD. Raises SchemaError, naming the first value that does not fit.
    """
    if column.allowed is not None:
        known = {*column.allowed, None, ""}
        for row, value in enumerate(values):
            if value not in known:
                raise SchemaError(column.name, f"one of {', '.join(column.allowed)}", repr(value), row)
    try:
        return _array(column, values)
    except (TypeError, ValueError, OverflowError):
        for row, value in enumerate(values):
            try:
                _array(column, [value])
            except (TypeError, ValueError, OverflowError) as error:
                raise SchemaError(column.name, _type_in_words(column), repr(value), row) from error
        raise


def _array(column: Column[Any], values: Sequence[object]) -> Any:
    import numpy as np
    import pandas as pd

    values = [None if value == "" else value for value in values]
    dtype = pandas_dtype(column, values)
    match column.dtype:
        case "string":
            try:
                return pd.array(values, dtype=dtype)
            except UnicodeEncodeError:
                return pd.array([value and _storable(str(value)) for value in values], dtype=dtype)
        case "category":
            return pd.Categorical(values, dtype=dtype)
        case "timestamp":
            return pd.to_datetime(pd.Series(values, dtype=object), utc=True, format="ISO8601").astype(dtype).array
        case "Int64":
            return pd.array([None if value is None else int(str(value)) for value in values], dtype=dtype)
        case _:
            return np.array(values, dtype=dtype)


def _storable(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _type_in_words(column: Column[Any]) -> str:
    return TYPES_IN_WORDS[column.dtype]


def _range_in_words(column: Column[Any]) -> str:
    return "a finite number" if column.between is None else "a number from {:g} to {:g}".format(*column.between)


def check_frame(frame: pd.DataFrame, columns: Sequence[Column[Any]] = COLUMNS) -> None:
    """Raise SchemaError unless the frame has exactly these columns, dtypes, and values that they allow."""
    check_names(frame.columns, columns)
    for column in columns:
        _check_column(frame[column.name], column)


def check_names(names: Iterable[object], columns: Sequence[Column[Any]] = COLUMNS) -> None:
    """Raise SchemaError unless these are the names of the columns, in order."""
    given, wanted = [str(name) for name in names], [column.name for column in columns]
    for name in wanted:
        if name not in given:
            raise SchemaError(name, "a column of that name", "none")
    for name in given:
        if name not in wanted:
            raise SchemaError(name, "no such column", "one that the table does not have")
    for name, found in zip(wanted, given, strict=False):
        if name != found:
            raise SchemaError(name, "the columns in their order", f"{found} in its place")
    if len(given) > len(wanted):
        raise SchemaError(given[-1], "each column once", f"{len(given)} columns")


def _check_column(cells: pd.Series[Any], column: Column[Any]) -> None:
    import numpy as np
    import pandas as pd

    is_open = column.dtype == "category" and column.allowed is None
    if not (isinstance(cells.dtype, pd.CategoricalDtype) if is_open else cells.dtype == pandas_dtype(column)):
        raise SchemaError(
            column.name, f"dtype {column.dtype if is_open else pandas_dtype(column)}", f"dtype {cells.dtype}"
        )
    nulls = cells.isna().to_numpy()
    if not column.nullable and nulls.any():
        raise SchemaError(column.name, "a value in every row", "a null", int(nulls.argmax()))
    if column.dtype not in ("float64", "int64", "Int64"):
        return
    low, high = column.between or (-np.finfo(float).max, np.finfo(float).max)
    outside = ~cells.between(low, high).fillna(False).to_numpy(dtype=bool) & ~nulls
    if outside.any():
        row = int(outside.argmax())
        raise SchemaError(column.name, _range_in_words(column), str(cells.iloc[row]), row)


def data_dictionary() -> str:
    """Every column of the claims table and of the documents beside it, as Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Made from `claimtrack/schema.py` by `python -m claimtrack.schema > docs/data-dictionary.md`: edit it there.",
        "",
        "## The claims table",
        "",
        "One row is one numeric claim. Moments are in UTC. An empty cell of a CSV is a null.",
        "",
        *_dictionary_lines(COLUMNS),
        "",
        "## The documents beside it",
        "",
        "`NAME.documents.parquet` lies beside every claims file and holds the texts that the claims count in.",
        "",
        *_dictionary_lines(DOCUMENT_COLUMNS),
    ]
    return "\n".join(lines) + "\n"


def _dictionary_lines(columns: Sequence[Column[Any]]) -> list[str]:
    lines = ["| column | type | unit | null | values | meaning |", "|---|---|---|---|---|---|"]
    for column in columns:
        null = "yes" if column.nullable else "no"
        values = " · ".join(column.allowed or ())
        lines.append(
            f"| `{column.name}` | {column.dtype}: {_type_in_words(column)} | {column.unit or ''} | {null} | {values} "
            f"| {column.meaning} |"
        )
    return lines


if __name__ == "__main__":
    print(data_dictionary(), end="")
