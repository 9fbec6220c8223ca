"""A claim's id says which claim it is: it survives edits elsewhere, and no other claim of the document has it."""

from __future__ import annotations

from claimtrack.model import Document
from claimtrack.pipeline import extract_claims

STORY = "The flood killed 40 people in Derna, the mayor said. Rescuers pulled 12 children from the mud."


def ids(text: str, doc_id: str = "a") -> list[str]:
    return [claim.claim_id for claim in extract_claims(Document(text=text, doc_id=doc_id))]


def test_sixteen_hex_digits() -> None:
    assert all(len(i) == 16 and set(i) <= set("0123456789abcdef") for i in ids(STORY))


def test_the_same_text_gives_the_same_ids() -> None:
    assert ids(STORY) == ids(STORY)


def test_another_document_gives_others() -> None:
    assert not set(ids(STORY)) & set(ids(STORY, "b"))


def test_an_edit_elsewhere_changes_nothing() -> None:
    assert ids("Rain fell again on Monday. " + STORY)[-2:] == ids(STORY)
    assert ids(STORY + " Roads were closed.") == ids(STORY)


def test_a_new_paragraph_break_and_a_space_change_nothing() -> None:
    assert ids(STORY.replace(". Rescuers", ".\n\n  Rescuers")) == ids(STORY)


def test_a_changed_number_changes_only_its_own_id() -> None:
    before, after = ids(STORY), ids(STORY.replace("40", "41"))
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_the_same_words_twice_are_two_claims() -> None:
    found = ids("The blast killed 5 people. It was loud. The blast killed 5 people. It was loud.")
    assert len(found) == len(set(found)) == 2
