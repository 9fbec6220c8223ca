"""A decision in words, and as HTML that is never more than words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from claimtrack.dashboard.claim_list import FLAG, SIGNS
from claimtrack.dashboard.marking import Mark, marked_html, plain_html
from claimtrack.reviews import Decision, Review, ReviewedClaim
from claimtrack.reviews.decisions import Correction
from claimtrack.telling import words


def verdict_of(decision: Decision) -> str:
    """`✔ confirmed`, `no verdict ⚑ flagged`."""
    verdict = "no verdict" if decision.verdict is None else f"{SIGNS[decision.verdict]} {decision.verdict}"
    return f"{verdict} {FLAG} flagged" if decision.flagged else verdict


def action_of(review: Review) -> str:
    """What a row of the record did: a verdict, or the taking back of one."""
    if review.undoes is not None:
        return f"took back decision {review.undoes}"
    return f"{verdict_of(review.decision)} (taken back)" if review.undone else verdict_of(review.decision)


def corrections_of(decision: Decision) -> list[tuple[str, str]]:
    """(field, what it should be) of each correction."""
    return [(name.replace("_", " "), _cell(cell)) for name, cell in decision.corrections.items()]


def counted(number: int, thing: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def claim_html(claim: ReviewedClaim) -> str:
    """The sentence that the reviewer saw, with the figure marked."""
    at = claim.sentence.find(claim.surface)
    marks = [Mark(at, at + len(claim.surface), "figure")] if at >= 0 and claim.surface else []
    return marked_html(claim.sentence, marks)


def decision_card(review: Review, differing: Collection[str] = ()) -> str:
    """Who decided what, in a frame; what the reviewers differ about is set in bold type."""
    decision = review.decision
    verdict = plain_html(verdict_of(decision))
    lines = [f"<b>{verdict}</b>" if "verdict" in differing else verdict]
    for (name, cell), field in zip(corrections_of(decision), decision.corrections, strict=True):
        said = f"{plain_html(name)} → {plain_html(cell)}"
        lines.append(f"<b>{said}</b>" if field in differing else said)
    if decision.grade:
        lines.append(f"grade {plain_html(decision.grade)}")
    if decision.note:
        lines.append(f"“{plain_html(decision.note)}”")
    if decision.evidence:
        href = plain_html(decision.evidence)
        lines.append(f'<a href="{href}" target="_blank" rel="noopener noreferrer nofollow">{href}</a>')
    body = "".join(f"<div>{line}</div>" for line in lines)
    return (
        f'<div class="ct-card" role="group" aria-label="{plain_html(review.reviewer)}">'
        f'<div class="ct-sub"><b>{plain_html(review.reviewer)}</b> · {moment(review.at)}</div>{body}</div>'
    )


def _cell(cell: Correction) -> str:
    if cell is None:
        return "nothing"
    return words.number(cell) if isinstance(cell, float) else cell
