"""Everything that was recorded about claims as a table that can be searched, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.dashboard.decisions.views import RecordView
from claimtrack.dashboard.decisions.words import action_of, corrections_of
from claimtrack.reviews import Review, Verdict

if TYPE_CHECKING:
    import pandas as pd

# besides the verdicts: what a row of the record can be
TAKEN_BACK, FLAGGED, NO_VERDICT = "takes back another", "flagged", "no verdict"
KINDS = (*map(str, Verdict), FLAGGED, NO_VERDICT, TAKEN_BACK)


@dataclass(frozen=True)
class DecisionLog:
    """reviews: oldest first. rows: a row each, newest first: at (its place in reviews), who, kind, flagged, words."""

    reviews: Sequence[Review]
    rows: pd.DataFrame

    def find(self, view: RecordView) -> pd.DataFrame:
        """The rows that the view asks for."""
        found = self.rows
        if view.who:
            found = found[found["who"] == view.who]
        if view.verdict == FLAGGED:
            found = found[found["flagged"]]
        elif view.verdict:
            found = found[found["kind"] == view.verdict]
        for word in view.words.lower().split():
            found = found[found["words"].str.contains(word, regex=False)]
        return found

    def place_of(self, review_id: int | None) -> int | None:
        """Where a review stands in reviews, None where it does not."""
        return next((at for at, review in enumerate(self.reviews) if review.review_id == review_id), None)

    def reviewers(self) -> Mapping[str, int]:
        """Who has decided, and how often, by name."""
        return {str(name): int(count) for name, count in self.rows["who"].value_counts().sort_index().items()}


def decision_log(reviews: Sequence[Review]) -> DecisionLog:
    """reviews: every row of the record that may be seen, oldest first."""
    import pandas as pd

    rows = pd.DataFrame(
        {
            "at": range(len(reviews)),
            "who": [review.reviewer for review in reviews],
            "kind": [_kind(review) for review in reviews],
            "flagged": [review.decision.flagged and review.undoes is None for review in reviews],
            "words": pd.Series([_words(review) for review in reviews], dtype="str"),
        }
    )
    return DecisionLog(reviews, rows.iloc[::-1])


def line_of(review: Review) -> dict[str, str]:
    """A review as a line of a table, in words that are not yet made harmless."""
    decision = review.decision
    return {
        "no.": str(review.review_id),
        "when (UTC)": f"{review.at:%Y-%m-%d %H:%M}",
        "who": review.reviewer,
        "decision": action_of(review),
        "figure": decision.claim.surface,
        "corrections": "; ".join(f"{name} → {cell}" for name, cell in corrections_of(decision)),
        "note": decision.note,
        "sentence": decision.claim.sentence,
    }


def _kind(review: Review) -> str:
    if review.undoes is not None:
        return TAKEN_BACK
    return NO_VERDICT if review.decision.verdict is None else str(review.decision.verdict)


def _words(review: Review) -> str:
    decision = review.decision
    corrections = " ".join(cell for _, cell in corrections_of(decision))
    parts = (decision.claim.sentence, decision.claim.doc_id, decision.note, decision.grade or "", corrections)
    return " ".join(parts).lower()
