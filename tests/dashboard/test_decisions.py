"""Decisions in words and as a list; where reviewers differ; what is carried over to a claim that took the place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decided import CLAIM, review

from claimtrack.dashboard.decisions.carrying import carried, sorted_out
from claimtrack.dashboard.decisions.differing import chosen, differing_groups, fields_of, reviewers_of
from claimtrack.dashboard.decisions.log import decision_log, line_of
from claimtrack.dashboard.decisions.views import DisagreementsView, RecordView
from claimtrack.dashboard.decisions.words import claim_html, decision_card
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import (
    Decision,
    DecisionError,
    GroupDecision,
    GroupReview,
    Orphan,
    Review,
    ReviewedClaim,
    Verdict,
    disagreements,
)

CONFIRMED, DISPUTED, UNSURE = Verdict.CONFIRMED, Verdict.DISPUTED, Verdict.UNSURE
HOSTILE = "<script>alert(1)</script>"

ROWS = [
    review("c1", "Ana", CONFIRMED),
    review("c1", "Ben", DISPUTED, note="see the ministry", corrections={"value": 40.0}),
    review("c2", "Ana", None, flagged=True),
    review("c3", "Ana", UNSURE, undone=True),
    review("c3", "Ana", UNSURE, undoes=4),
]

# who | verdict | words | which of ROWS, newest first | why
FINDS = [
    (None, None, "", [4, 3, 2, 1, 0], "everything"),
    ("Ben", None, "", [1], "by a reviewer"),
    ("Nobody", None, "", [], "by one who decided nothing"),
    (None, "confirmed", "", [0], "by verdict"),
    (None, "flagged", "", [2], "flagged"),
    (None, "no verdict", "", [2], "without a verdict"),
    (None, "takes back another", "", [4], "undoings are no verdicts"),
    (None, "unsure", "", [3], "what was taken back is still there"),
    (None, None, "MINISTRY", [1], "a word of the note"),
    (None, None, "doctors aleppo", [4, 3, 2, 1, 0], "words of the sentence"),
    (None, None, "doctors (", [], "words are no pattern"),
    ("Ana", "confirmed", "doctors", [0], "all at once"),
]


@pytest.mark.parametrize(("who", "verdict", "words", "wanted", "why"), FINDS, ids=[why for *_, why in FINDS])
def test_decisions_are_found(who: str | None, verdict: str | None, words: str, wanted: list[int], why: str) -> None:
    found = decision_log(ROWS).find(RecordView(who=who, verdict=verdict, words=words))
    assert found["at"].to_list() == wanted, why


def test_the_list_of_decisions_knows_who_and_which() -> None:
    log = decision_log(ROWS)
    assert log.reviewers() == {"Ana": 4, "Ben": 1}
    assert log.place_of(ROWS[1].review_id) == 1
    assert log.place_of(10**9) is None
    assert decision_log([]).find(RecordView(words="x")).empty


# review | what its line says it did
LINES = [
    (ROWS[0], "✔ confirmed"),
    (ROWS[2], "no verdict ⚑ flagged"),
    (ROWS[3], "? unsure (taken back)"),
    (ROWS[4], "took back decision 4"),
]


@pytest.mark.parametrize(("row", "said"), LINES)
def test_a_line_says_what_was_done(row: Review, said: str) -> None:
    assert line_of(row)["decision"] == said


def test_a_line_tells_corrections_to_nothing() -> None:
    row = review("c1", "Ana", CONFIRMED, corrections={"value": 1250.0, "source": None})
    assert line_of(row)["corrections"] == "value → 1,250; source → nothing"


def test_nothing_that_was_typed_becomes_markup() -> None:
    row = review("c1", HOSTILE, CONFIRMED, note=HOSTILE, grade=HOSTILE, corrections={"place": HOSTILE},
                 evidence="https://example.org/?a=1&b='\"")  # fmt: skip
    card = decision_card(row, {"place"})
    assert "<script" not in card
    assert card.count("&lt;script&gt;") == 5  # the name is the label too
    assert 'href="https://example.org/?a=1&amp;b=&#x27;&quot;"' in card
    assert "<script" not in claim_html(replace(CLAIM, sentence=f"{HOSTILE} 35", surface=HOSTILE))


DIFFERING = [
    review("c1", "Ana", CONFIRMED),
    review("c1", "Ben", DISPUTED),
    review("c2", "Ana", CONFIRMED, corrections={"value": 12.0}),
    review("c2", "Cyd", CONFIRMED, corrections={"value": 13.0}),
    review("c3", "Ana", CONFIRMED),
    review("c3", "Ben", CONFIRMED),
    review("c4", "Ana", CONFIRMED),
    review("c4", "Ben", UNSURE),
]

# about | who | claims, decided last first
CHOSEN = [
    (None, None, ["c2", "c1"]),
    ("verdict", None, ["c1"]),
    ("value", None, ["c2"]),
    (None, "Ben", ["c1"]),
    ("value", "Ben", []),
]


@pytest.mark.parametrize(("about", "who", "wanted"), CHOSEN)
def test_disagreements_are_chosen(about: str | None, who: str | None, wanted: list[str]) -> None:
    found = disagreements(DIFFERING)
    assert [one.claim_id for one in chosen(found, DisagreementsView(about, who))] == wanted


def test_disagreements_are_counted() -> None:
    found = disagreements(DIFFERING)
    assert fields_of(found) == {"verdict": 1, "value": 1}
    assert reviewers_of(found) == {"Ana": 2, "Ben": 1, "Cyd": 1}


def group(reviewer: str, verdict: str, recommended: float | None = None) -> GroupReview:
    decision = GroupDecision("g", ("c1", "c2"), reviewer, verdict, recommended)
    return GroupReview(1, ROWS[0].at, decision, None, undone=False)


# what was decided on a group | do they differ | why
GROUPS = [
    ([group("Ana", "conflict")], False, "one alone"),
    ([group("Ana", "conflict"), group("Ben", "conflict")], False, "the same"),
    ([group("Ana", "conflict"), group("Ben", "agree")], True, "two verdicts"),
    ([group("Ana", "conflict"), group("Ben", "unsure")], False, "one is unsure"),
    ([group("Ana", "conflict", 40), group("Ben", "conflict", 47)], True, "two figures"),
    ([group("Ana", "conflict", 40), group("Ben", "conflict")], False, "one recommends nothing"),
]


@pytest.mark.parametrize(("decided", "differ", "why"), GROUPS, ids=[why for *_, why in GROUPS])
def test_groups_differ(decided: list[GroupReview], differ: bool, why: str) -> None:
    assert bool(differing_groups({"g": decided})) == differ, why


def orphan(number: int, successor: str | None, document_here: bool = True, settled: bool = False) -> Orphan:
    return Orphan(replace(ROWS[0], review_id=number), successor, document_here, settled)


def test_lost_claims_are_sorted_by_what_can_be_done() -> None:
    found = [
        orphan(1, "new"),
        orphan(2, "new", settled=True),
        orphan(3, None),
        orphan(4, None, document_here=False),
        orphan(5, "mine"),
        orphan(6, "new"),
    ]
    lost = sorted_out(found, seen={1, 2, 3, 4, 5}, decided={"mine"})  # blind: 6 is not for this reviewer's eyes
    kinds = (lost.open, lost.settled, lost.gone, lost.elsewhere)
    assert [[o.review.review_id for o in kind] for kind in kinds] == [[1], [2, 5], [3], [4]]


def test_a_decision_is_carried_over_whole_and_says_where_it_is_from(workspace: Workspace) -> None:
    cells = workspace.cells(0)
    old = review("gone", "Ben", DISPUTED, note="call them", grade="weak", flagged=True,
                 corrections={"value": 36.0, "kind": cells["kind"]})  # fmt: skip
    new = carried(old, cells, "Ana")
    assert new.claim == ReviewedClaim.of_row(cells)
    assert (new.reviewer, new.verdict, new.grade, new.flagged) == ("Ana", DISPUTED, "weak", True)
    assert new.corrections == {"value": 36.0}  # the claim says that kind itself by now
    assert new.note == f"call them\n[carried over from decision {old.review_id} by Ben on “35”]"
    assert isinstance(old.decision, Decision)
    assert old.decision.note == "call them"


def test_what_does_not_fit_the_new_claim_is_not_carried_over(workspace: Workspace) -> None:
    cells = {**workspace.cells(0), "high": 40.0}
    old = review("gone", "Ben", CONFIRMED, corrections={"low": 50.0})
    with pytest.raises(DecisionError, match="above"):
        carried(old, cells, "Ana")
