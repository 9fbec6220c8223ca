"""Reviews whose claim is gone from the claims table, and the claim that took its place."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.reviews.decisions import Review, ReviewedClaim

if TYPE_CHECKING:
    import pandas as pd

    from claimtrack.reviews.record import Record

NEEDED = ("claim_id", "doc_id", "text_hash", "surface", "start", "end", "sentence", "kind")
SAME_SENTENCE = 0.6  # so much of their words two versions of one sentence share
WORD = re.compile(r"\w+")

Candidate = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A review whose claim is in the claims table no more.

    successor_claim_id: the claim that took its place, to be offered, None where none did. document_here: the table
    has claims of its document (a record that several claims files share has reviews of others). settled: the reviewer
    has a decision standing on the successor.
    """

    review: Review
    successor_claim_id: str | None
    document_here: bool
    settled: bool


def orphans(record: Record, claims: pd.DataFrame) -> list[Orphan]:
    """The reviews that stand on claims which the claims table does not have, oldest first."""
    here = set(claims["claim_id"])
    standing = record.standing()
    gone = [review for review in standing if review.claim_id not in here]
    if not gone:
        return []
    decided = {(review.reviewer, review.claim_id) for review in standing}
    by_document = _by_document(claims, [review.decision.claim for review in gone])
    found = []
    for review in gone:
        claim = review.decision.claim
        candidates = by_document[claim.doc_id] or by_document[claim.text_hash]
        successor = successor_of(claim, candidates)
        settled = successor is not None and (review.reviewer, successor) in decided
        found.append(Orphan(review, successor, bool(candidates), settled))
    return found


def successor_of(claim: ReviewedClaim, candidates: list[Candidate]) -> str | None:
    """The claim that took the place of one that is gone.

    candidates: the claims of its document. It has figures at the same characters of the same text; else the same
    figure, or one that holds or is held by it, in the same sentence, which may have been edited; else another figure
    of the same kind there. Of several the likest sentence, then the nearest. None where nothing is that like.
    """
    words = _words(claim.sentence)
    ranked = [(_likeness(claim, words, c), -abs(c["start"] - claim.start), c["claim_id"]) for c in candidates]
    likest = max(ranked, default=None)
    return likest[2] if likest is not None and likest[0] > (0, 0.0) else None


def _likeness(claim: ReviewedClaim, words: frozenset[str], other: Candidate) -> tuple[int, float]:
    """How far a claim is the same as one that is gone: the rule, the higher the surer, and how like the sentences."""
    likeness = _shared(words, _words(other["sentence"]))
    if other["text_hash"] == claim.text_hash and other["start"] < claim.end and claim.start < other["end"]:
        return 4, likeness
    if likeness < SAME_SENTENCE:
        return 0, 0.0
    before, now = _folded(claim.surface), _folded(other["surface"])
    if before == now:
        return 3, likeness
    if before in now or now in before:
        return 2, likeness
    return (1, likeness) if other["kind"] == claim.kind else (0, 0.0)


def _by_document(claims: pd.DataFrame, gone: list[ReviewedClaim]) -> defaultdict[str, list[Candidate]]:
    """The claims of the documents of these, by doc_id and by text_hash (a document's id may have changed)."""
    ids, hashes = {claim.doc_id for claim in gone}, {claim.text_hash for claim in gone}
    concerned = claims.loc[claims["doc_id"].isin(ids) | claims["text_hash"].isin(hashes), list(NEEDED)]
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for row in concerned.to_dict("records"):
        candidate = {str(name): cell for name, cell in row.items()}
        found[candidate["doc_id"]].append(candidate)
        found[candidate["text_hash"]].append(candidate)
    return found


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the words of two sentences, the part that both have, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _words(sentence: str) -> frozenset[str]:
    return frozenset(WORD.findall(sentence.casefold()))


def _folded(surface: str) -> str:
    return " ".join(surface.casefold().split())
