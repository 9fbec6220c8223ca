"""Many documents: in order, whatever one of them does, with one process or several."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from itertools import count, islice
from typing import Any

import pytest

from claimtrack.batch import Extracted, Result, local, run
from claimtrack.model import Claim, Document
from claimtrack.pipeline import Options
from claimtrack.reading import Reject


def document(number: int) -> Document:
    return Document(text=f"At least {number + 20} people were killed in Aleppo, the ministry said.", doc_id=f"{number}")


def names(results: Iterator[Result]) -> list[str]:
    return [result.path if isinstance(result, Reject) else result.document.doc_id for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_documents_with_rejects_in_their_places(jobs: int) -> None:
    items = [document(n) if n % 5 else Reject(f"{n}", "missing") for n in range(50)]
    results = list(run(items, Options(), jobs))
    assert names(iter(results)) == [str(n) for n in range(50)]
    assert [isinstance(result, Reject) for result in results] == [n % 5 == 0 for n in range(50)]


def test_several_processes_find_what_one_finds() -> None:
    items = [document(n) for n in range(40)]
    assert list(run(items, Options(), 2)) == list(run(items, Options(), 1))


def test_rows_are_plain_values() -> None:
    (result,) = run([document(0)], Options())
    assert isinstance(result, Extracted)
    assert len(result.rows) == 1
    assert "20" in result.rows[0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_read_far_ahead(jobs: int) -> None:
    read: list[int] = []

    def endless() -> Iterator[Document]:
        for number in count():
            read.append(number)
            yield document(number)

    results = run(endless(), Options(), jobs)
    assert names(islice(results, 3)) == ["0", "1", "2"]
    results.close()
    assert len(read) <= (3 if jobs == 1 else jobs * local.CHUNKS_AHEAD * local.DOCUMENTS_IN_CHUNK)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_inside_a_document_is_a_reject_and_the_others_go_on(jobs: int) -> None:
    broken = Document(text=document(1).text, doc_id="1", publisher=5)  # type: ignore[arg-type]
    first, second, third = run([document(0), broken, document(2)], Options(), jobs)
    assert isinstance(second, Reject)
    assert (second.path, second.place) == ("1", None)
    assert "internal error" in second.reason
    assert "publisher" in second.reason
    assert "report" in str(second.remedy)
    assert isinstance(first, Extracted)
    assert isinstance(third, Extracted)


def test_an_error_without_words_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[Claim]:
        raise RecursionError

    monkeypatch.setattr(local, "extract_claims", fail)
    (result,) = run([document(0)], Options())
    assert isinstance(result, Reject)
    assert result.reason == "internal error (RecursionError)"


class Fatal(Document):
    """Ends the process that receives it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_a_process_that_is_ended_from_outside_is_an_error() -> None:
    with pytest.raises(BrokenExecutor):
        list(run([document(0), Fatal(text="x", doc_id="x")], Options(), 2))
