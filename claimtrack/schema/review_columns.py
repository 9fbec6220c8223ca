"""What a review adds to the claims table, and the table of every decision: the one place where they are defined."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, itemgetter
from typing import Any

from claimtrack.schema.column import Column, Dtype

VERDICTS = ("confirmed", "wrong extraction", "wrong source", "disputed", "unsure")
DISAGREEMENT = "disagreement"

# field of a correction | dtype of its column
CORRECTED: tuple[tuple[str, Dtype], ...] = (
    ("value", "float64"),
    ("low", "float64"),
    ("high", "float64"),
    ("kind", "string"),
    ("place", "string"),
    ("as_of", "timestamp"),
    ("source", "string"),
)


def _corrected(field: str) -> Callable[[Any], object]:
    return lambda review: review.decision.corrections.get(field)


REVIEW_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "review_verdict",
        "category",
        "the verdict of all who decided; disagreement where they differ, unsure where all are; null = not reviewed",
        itemgetter("review_verdict"),
        allowed=(*VERDICTS, DISAGREEMENT),
    ),
    Column("reviewers", "string", "who reviewed it (Ana; Ben)", itemgetter("reviewers")),
    Column(
        "review_count",
        "int64",
        "how many reviewers; 0 where none",
        itemgetter("review_count"),
        between=(0, 2**31),
        nullable=False,
    ),
    Column(
        "review_differs", "string", "what the reviewers differ about (verdict; value)", itemgetter("review_differs")
    ),
    Column(
        "review_grade",
        "string",
        "the grade, from the recorder's own list; several where reviewers differ",
        itemgetter("review_grade"),
    ),
    Column("review_flagged", "bool", "whether a reviewer has flagged it", itemgetter("review_flagged"), nullable=False),
    Column(
        "review_note",
        "string",
        "the note; where there are several, a line each, begun with who wrote it",
        itemgetter("review_note"),
    ),
    Column("review_evidence", "string", "links to evidence, a space between two", itemgetter("review_evidence")),
    Column("reviewed_at", "timestamp", "when it was last reviewed", itemgetter("reviewed_at")),
    Column(
        "corrected_fields",
        "string",
        "what is corrected (value; source), corrections to nothing among them",
        itemgetter("corrected_fields"),
    ),
    *(
        Column(
            f"corrected_{field}",
            dtype,
            f"what {field} should be; null where nobody corrects it, or to nothing, or where reviewers differ about it",
            itemgetter(f"corrected_{field}"),
        )
        for field, dtype in CORRECTED
    ),
)

DECISION_COLUMNS: tuple[Column[Any], ...] = (
    Column("review_id", "int64", "number of the decision, in order of time", attrgetter("review_id"), nullable=False),
    Column("decided_at", "timestamp", "when it was made", attrgetter("at"), nullable=False),
    Column("reviewer", "string", "who made it", attrgetter("decision.reviewer"), nullable=False),
    Column("verdict", "category", "what was decided", attrgetter("decision.verdict"), allowed=VERDICTS),
    Column("surface", "string", "the figure's words that the reviewer saw", attrgetter("decision.claim.surface")),
    Column("sentence", "string", "the sentence that the reviewer saw", attrgetter("decision.claim.sentence")),
    Column(
        "corrected_fields",
        "string",
        "what was corrected (value; source), corrections to nothing among them",
        lambda review: "; ".join(review.decision.corrections),
    ),
    *(Column(f"corrected_{field}", dtype, f"what {field} should be", _corrected(field)) for field, dtype in CORRECTED),
    Column("grade", "string", "the grade given", attrgetter("decision.grade")),
    Column("flagged", "bool", "whether the claim was flagged", attrgetter("decision.flagged"), nullable=False),
    Column("note", "string", "the reviewer's note", attrgetter("decision.note")),
    Column("evidence", "string", "the reviewer's link to evidence", attrgetter("decision.evidence")),
    Column("undoes", "Int64", "review_id of the decision that this row takes back", attrgetter("undoes")),
    Column("undone", "bool", "whether a later row takes this one back", attrgetter("undone"), nullable=False),
    Column("claim_id", "string", "the claim it is about", attrgetter("decision.claim.claim_id"), nullable=False),
    Column("doc_id", "string", "the claim's document", attrgetter("decision.claim.doc_id")),
    Column("text_hash", "string", "the version of the document's text", attrgetter("decision.claim.text_hash")),
    Column("extractor", "string", "what had made the claim", attrgetter("decision.claim.extractor")),
)
