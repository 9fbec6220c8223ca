"""Why a row says what it says: the words of the article that each field comes from, and the names of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimtrack.telling import words
from claimtrack.telling.words import Cells

# the spans of `evidence`, in the order in which they win where two overlap
MARKED = ("figure", "hedge", "counted", "predicate", "cue", "source", "antecedent", "place", "time")
HOW = {
    "direct": "the figure stands inside quotation marks",
    "indirect": "the source's words are reported, not quoted",
    "according_to": "the source is named by a phrase such as “according to”",
    "passive": "somebody is said to say it, but nobody is named",
    "none": "nobody is cited: it is the writer's own voice",
}
BOUNDS = {
    "exact": "exactly",
    "approximate": "about",
    "at_least": "at least",
    "at_most": "at most",
    "range": "a range:",
    "vague": "a vague plural, from",
}
CONTEXT = 40  # characters shown on either side of words that stand outside the sentence


class EvidenceError(ValueError):
    """The evidence of a row is not what extract writes."""

    def __init__(self, cells: Cells) -> None:
        super().__init__(f"the evidence of claim {cells['claim_id']} is not what extract writes: {cells['evidence']}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The spans and the rules of a row, and the text that the spans count in (None where it is not at hand)."""

    spans: dict[str, tuple[int, int]]
    rules: list[str]
    text: str | None
    sentence: tuple[int, int]

    def words(self, name: str) -> str | None:
        """The words of a span, in quotation marks, with what is around them where they stand outside the sentence."""
        if self.text is None or name not in self.spans:
            return None
        start, end = self.spans[name]
        quoted = f"“{self.text[start:end]}”"
        if self.sentence[0] <= start and end <= self.sentence[1]:
            return quoted
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        return f"{quoted} elsewhere in the text: …{before}[{self.text[start:end]}]{after}…"

    def marks(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """(start, end, name) of the spans within [first, last), in order; of two that overlap, the first of MARKED."""
        chosen: list[tuple[int, int, str]] = []
        for name in MARKED:
            start, end = self.spans.get(name, (0, 0))
            inside = start < end and first <= start and end <= last
            if inside and all(end <= s or e <= start for s, e, _ in chosen):
                chosen.append((start, end, name))
        return sorted(chosen)


def evidence_of(cells: Cells, text: str | None) -> Evidence:
    """Read the evidence of a row; text: of its document, None where it is not at hand. Raises EvidenceError."""
    try:
        marks: dict[str, Any] = json.loads(cells["evidence"])
        rules = [str(rule) for rule in marks.pop("rules", [])]
        spans = {name: (int(start), int(end)) for name, (start, end) in marks.items()}
    except (ValueError, TypeError, AttributeError):
        raise EvidenceError(cells) from None
    spans["figure"] = (cells["start"], cells["end"])
    length = len(cells["sentence"])
    start = (
        -1 if text is None else text.rfind(cells["sentence"], max(0, cells["end"] - length), cells["start"] + length)
    )
    if start < 0:  # another text than the one that the spans count in
        return Evidence(spans, rules, None, (0, 0))
    return Evidence(spans, rules, text, (start, start + length))


def fields(cells: Cells, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Each field in words, and the words of the article that it comes from."""
    yield "figure", _figure(cells, evidence)
    yield (
        "counted",
        _from(cells["counted"] or "nothing named", evidence, "counted") + _in_brackets("unit", cells["unit"]),
    )
    yield "kind", _from(cells["kind"], evidence, "predicate")
    yield "where", _from(words.where(cells) or "no place named", evidence, "place")
    as_of = words.day(cells["as_of"]) or "not known"
    if "time" not in evidence.spans and cells["as_of"] is not None:
        as_of += ", from the article's date"
    yield "as of", _from(as_of, evidence, "time")
    yield "source", _source(cells, evidence)
    yield "cited how", f"{cells['attribution']}{_because(evidence, 'cue')}: {HOW[cells['attribution']]}"
    if cells["via"]:
        yield "via", str(cells["via"])
    yield "certainty", "stated as a fact" if cells["modality"] == "asserted" else str(cells["modality"])
    yield "rules", ", ".join(evidence.rules) or "none"
    yield "confidence", f"{cells['confidence']:.2f} (0 to 1), by {cells['extractor']}"
    yield "claim", f"{cells['claim_id']}, characters {cells['start']:,} to {cells['end']:,} of {cells['doc_id']}"


def _figure(cells: Cells, evidence: Evidence) -> str:
    low, value, high = cells["low"], cells["value"], cells["high"]
    match cells["qualifier"]:
        case "range":
            amount = words.figure(cells)
        case "at_least" | "vague":
            amount = words.number(low) if low is not None else "?"
        case "at_most":
            amount = words.number(high) if high is not None else "?"
        case _:
            amount = words.number(value) if value is not None else "?"
    hedge = _because(evidence, "hedge")
    return f"{BOUNDS[cells['qualifier']]} {amount}, from “{cells['surface']}”{hedge}"


def _source(cells: Cells, evidence: Evidence) -> str:
    if not cells["source"] and not cells["source_text"]:
        return "nobody named"
    named = cells["source"] or cells["source_text"]
    about = [part for part in (cells["source_role"], cells["source_type"]) if part]
    said = _from(f"{named} ({', '.join(about)})" if about else named, evidence, "source")
    antecedent = evidence.words("antecedent")
    return f"{said}, which stands for {antecedent}" if antecedent else said


def _from(said: str, evidence: Evidence, name: str) -> str:
    found = evidence.words(name)
    return f"{said}, from {found}" if found else said


def _because(evidence: Evidence, name: str) -> str:
    found = evidence.words(name)
    return f" with {found}" if found else ""


def _in_brackets(name: str, value: str | None) -> str:
    return f" ({name}: {value})" if value else ""
