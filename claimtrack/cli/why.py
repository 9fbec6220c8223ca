"""`claimtrack show --why`: one row, its sentence with the words that it rests on, and what each field comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.cli import words
from claimtrack.cli.table import SHORTEST_ID, load_claims
from claimtrack.cli.terminal import clean, console, say, wrong_usage
from claimtrack.cli.words import Cells

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console
    from rich.text import Text

# the spans of `evidence`, in the order in which they win where two overlap
MARKED = ("figure", "hedge", "counted", "predicate", "cue", "source", "antecedent", "place", "time")
STYLES = {"figure": "bold reverse", "hedge": "bold", "cue": "bold magenta", "source": "bold cyan", "place": "green"}
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


def explain_claim(path: str, claim_id: str) -> None:
    """Explain the one claim whose id starts with claim_id; ends with a message where there is none, or several."""
    claims = load_claims(path)
    found = claims[claims["claim_id"].str.startswith(claim_id)]
    ids = sorted(set(found["claim_id"]))
    if not ids:
        wrong_usage(f"{path} has no claim whose id starts with {claim_id!r}.")
    if len(ids) > 1:
        length = max(SHORTEST_ID, len(claim_id) + 3)
        wrong_usage(
            f"{len(ids)} claims have ids that start with {claim_id!r}: {', '.join(i[:length] for i in ids[:5])}."
        )
    texts = _texts(path, found)
    out = console()
    for cells in words.rows_of(found):
        _explain(out, cells, _evidence(cells, texts.get((cells["doc_id"], cells["text_hash"]))))


def _texts(path: str, claims: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The texts of the claims' documents, by doc_id and text_hash, as far as they lie beside the claims file."""
    from claimtrack.export import UnreadableClaimsError, claims_path, documents_path, read_documents

    try:
        documents = read_documents(path)
    except (OSError, UnreadableClaimsError) as error:
        say(f"{error}.")
        documents = None
    if documents is None:
        say(f"{documents_path(claims_path(path))} is not there: what follows is without the article's text.")
        return {}
    wanted = documents[documents["doc_id"].isin(claims["doc_id"])]
    keys = zip(wanted["doc_id"], wanted["text_hash"], strict=True)
    return dict(zip(keys, wanted["text"], strict=True))


def _evidence(cells: Cells, text: str | None) -> Evidence:
    try:
        marks: dict[str, Any] = json.loads(cells["evidence"])
        rules = [str(rule) for rule in marks.pop("rules", [])]
        spans = {name: (int(start), int(end)) for name, (start, end) in marks.items()}
    except (ValueError, TypeError, AttributeError):
        wrong_usage(f"the evidence of claim {cells['claim_id']} is not what extract writes: {cells['evidence']}.")
    spans["figure"] = (cells["start"], cells["end"])
    length = len(cells["sentence"])
    start = (
        -1 if text is None else text.rfind(cells["sentence"], max(0, cells["end"] - length), cells["start"] + length)
    )
    if start < 0:  # another text than the one that the spans count in
        return Evidence(spans, rules, None, (0, 0))
    return Evidence(spans, rules, text, (start, start + length))


def _explain(out: Console, cells: Cells, evidence: Evidence) -> None:
    from rich.table import Table
    from rich.text import Text

    origin = [cells["title"] or cells["doc_id"], cells["publisher"]]
    origin.append(words.long_day(cells["published"]) if cells["published"] else None)
    out.print(Text(clean(", ".join(part for part in origin if part)), "bold"))
    out.print()
    out.print(_marked_sentence(cells, evidence))
    out.print()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    for name, said in _fields(cells, evidence):
        table.add_row(name, Text(clean(said)))
    out.print(table)
    out.print()


def _marked_sentence(cells: Cells, evidence: Evidence) -> Text:
    """The sentence with `[words: what they are]` around each span that lies in it; the first of MARKED win."""
    from rich.text import Text

    if evidence.text is None:
        return Text(clean(cells["sentence"]))
    first, last = evidence.sentence
    marks: list[tuple[int, int, str]] = []
    for name in MARKED:
        start, end = evidence.spans.get(name, (0, 0))
        if start < end and first <= start and end <= last and all(end <= s or e <= start for s, e, _ in marks):
            marks.append((start, end, name))
    shown = Text()
    at = first
    for start, end, name in sorted(marks):
        shown.append(clean(evidence.text[at:start]))
        shown.append(f"[{clean(evidence.text[start:end])}: {name}]", STYLES.get(name, "underline"))
        at = end
    return shown.append(clean(evidence.text[at:last]))


def _fields(cells: Cells, evidence: Evidence) -> Iterator[tuple[str, str]]:
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
