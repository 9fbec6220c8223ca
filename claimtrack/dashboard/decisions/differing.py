"""Where reviewers differ: about claims and about groups of claims, counted and filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.dashboard.decisions.views import DisagreementsView
from claimtrack.reviews import Disagreement, GroupReview, GroupVerdict


def fields_of(found: Iterable[Disagreement]) -> dict[str, int]:
    """What is differed about, and on how many claims, the most frequent first."""
    return dict(Counter(field for one in found for field in one.fields).most_common())


def reviewers_of(found: Iterable[Disagreement]) -> dict[str, int]:
    """Who is among those who differ, and on how many claims, by name."""
    return dict(sorted(Counter(review.reviewer for one in found for review in one.reviews).items()))


def chosen(found: Sequence[Disagreement], view: DisagreementsView) -> list[Disagreement]:
    """Those that the view asks for, what was decided last first."""
    wanted = [
        one
        for one in found
        if (view.about is None or view.about in one.fields)
        and (view.who is None or view.who in {review.reviewer for review in one.reviews})
    ]
    return sorted(wanted, key=lambda one: max(review.review_id for review in one.reviews), reverse=True)


def differing_groups(decided: Mapping[str, Sequence[GroupReview]]) -> dict[str, list[GroupReview]]:
    """The groups on which two reviewers give different verdicts, or recommend different figures.

    Who is unsure differs from nobody.
    """
    found = {}
    for group_id, reviews in decided.items():
        sure = [review for review in reviews if review.decision.verdict != GroupVerdict.UNSURE]
        figures = [(r.decision.low, r.decision.recommended, r.decision.high) for r in sure]
        recommended = {figure for figure in figures if figure != (None, None, None)}
        if len({review.decision.verdict for review in sure}) > 1 or len(recommended) > 1:
            found[group_id] = list(reviews)
    return found
