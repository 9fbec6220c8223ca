"""Which decisions stand: the newest of each reviewer on each claim that is not undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from claimtrack.reviews.decisions import Review

_number = attrgetter("review_id")


class Standing:
    """The reviews that stand, kept up to date review by review."""

    def __init__(self) -> None:
        self._of: defaultdict[str, dict[str, list[Review]]] = defaultdict(dict)  # claim → reviewer → not undone

    def add(self, review: Review) -> None:
        """Take in the next review, in the order of their ids."""
        decided = self._of[review.claim_id].setdefault(review.reviewer, [])
        if review.undoes is None:
            decided.append(review)
        else:
            decided[:] = [earlier for earlier in decided if earlier.review_id != review.undoes]

    def on(self, claim_ids: Iterable[str] | None = None) -> list[Review]:
        """The reviews that stand on these claims (on all), oldest first."""
        found = self._of.values() if claim_ids is None else (self._of[c] for c in set(claim_ids) & self._of.keys())
        newest = [decided[-1] for decided in chain.from_iterable(by.values() for by in found) if decided]
        return sorted(newest, key=_number)


def standing_of(reviews: Iterable[Review]) -> list[Review]:
    """Of any reviews of the record, undone ones and undoings among them, those that stand, oldest first."""
    decisions = [review for review in reviews if review.undoes is None and not review.undone]
    decisions.sort(key=_number)
    newest = {(review.claim_id, review.reviewer): review for review in decisions}
    return sorted(newest.values(), key=_number)


def by_claim(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    """The reviews that stand, claim by claim, oldest first."""
    found: dict[str, list[Review]] = {}
    for review in standing_of(reviews):
        found.setdefault(review.claim_id, []).append(review)
    return found


def decided_by(reviews: Iterable[Review], reviewer: str) -> set[str]:
    """The claims on which a reviewer's verdict stands; one that they only flagged or noted is still open."""
    return {r.claim_id for r in standing_of(reviews) if r.reviewer == reviewer and r.decision.verdict is not None}
