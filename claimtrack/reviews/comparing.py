"""Where two reviewers differ, and what a reviewer may see of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimtrack.reviews.decisions import CORRECTABLE, NUMBERS, Correction, Review, Verdict, moment_of
from claimtrack.reviews.standing import by_claim, decided_by


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim on which reviewers differ.

    fields: what they differ about: "verdict", and names of CORRECTABLE. reviews: those that differ and those that
    agree with one of them; undecided: those that say "unsure", or only flag or note.
    """

    claim_id: str
    fields: tuple[str, ...]
    reviews: tuple[Review, ...]
    undecided: tuple[Review, ...]


def disagreements(reviews: Iterable[Review]) -> list[Disagreement]:
    """The claims on which the standing verdicts or corrections of two reviewers differ, first reviewed first.

    A reviewer speaks of a field by correcting it, or, confirming the claim, by leaving it as it is; one who says that
    the claim is wrong without saying what is right differs from nobody about the field.
    """
    found = []
    for claim_id, standing in by_claim(reviews).items():
        if fields := differing(standing):
            decided = tuple(review for review in standing if is_decided(review))
            undecided = tuple(review for review in standing if not is_decided(review))
            found.append(Disagreement(claim_id, fields, decided, undecided))
    return found


def differing(standing: Sequence[Review]) -> tuple[str, ...]:
    """What the reviews that stand on one claim differ about: "verdict", and names of CORRECTABLE."""
    decided = [review for review in standing if is_decided(review)]
    if len(decided) < 2:
        return ()
    pairs = list(combinations(decided, 2))
    verdicts = ["verdict"] if len({review.decision.verdict for review in decided}) > 1 else []
    return (*verdicts, *(name for name in CORRECTABLE if any(_differ(a, b, name) for a, b in pairs)))


def visible(reviews: Iterable[Review], reviewer: str, blind: bool) -> list[Review]:
    """The reviews that a reviewer may see: all, or, blind, of others only those on claims that they have decided."""
    listed = list(reviews)
    if not blind:
        return listed
    decided = decided_by(listed, reviewer)
    return [review for review in listed if review.reviewer == reviewer or review.claim_id in decided]


def is_decided(review: Review) -> bool:
    return review.decision.verdict not in (None, Verdict.UNSURE)


def comparable(name: str, cell: Correction) -> object:
    """A cell in the form in which two are the same: capitals, spaces and the spelling of a date do not matter."""
    if cell is None or name in NUMBERS:
        return cell
    if name == "as_of":
        return moment_of(str(cell))
    return " ".join(str(cell).casefold().split())


def _differ(one: Review, other: Review, name: str) -> bool:
    """Whether two reviews say different things of a field; at least one of them corrects it."""
    if name not in one.decision.corrections and name not in other.decision.corrections:
        return False
    said, said_too = _said(one, name), _said(other, name)
    return bool(said and said_too) and said != said_too


def _said(review: Review, name: str) -> tuple[object] | None:
    """What a review says of a field, None where it says nothing of it."""
    decision = review.decision
    if name in decision.corrections:
        return (comparable(name, decision.corrections[name]),)
    if decision.verdict == Verdict.CONFIRMED:
        return (comparable(name, getattr(decision.claim, name)),)
    return None
