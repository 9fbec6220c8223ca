"""What stands in an address comes back from it, and what nobody can mean is as always."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dashboard.articles import views as articles
from claimtrack.dashboard.articles.index import ORDERS
from claimtrack.dashboard.articles.views import ArticlesView
from claimtrack.dashboard.decisions import views as decisions
from claimtrack.dashboard.decisions.views import (
    SECTIONS,
    DisagreementsView,
    RecordView,
    disagreements_view,
    record_view,
)

NAMES = st.text(min_size=1)
PAGES = st.integers(1, 10**5)
MAYBE = st.none() | NAMES
ARTICLES = st.builds(
    ArticlesView,
    words=st.text(),
    order=st.sampled_from(list(ORDERS)),
    page=PAGES,
    doc=MAYBE,
    version=MAYBE,
    claim=MAYBE,
    part=st.none() | PAGES,
    old=MAYBE,
)
RECORD = st.builds(
    RecordView, st.sampled_from(SECTIONS), MAYBE, MAYBE, st.text(), PAGES, st.none() | st.integers(1, 10**9)
)


def in_address(said: dict[str, str | None]) -> dict[str, Sequence[str]]:
    return {name: [value] for name, value in said.items() if value}


@given(ARTICLES)
def test_articles_come_back(view: ArticlesView) -> None:
    assert articles.from_address(in_address(articles.to_address(view))) == view


@given(RECORD)
def test_the_record_comes_back(view: RecordView) -> None:
    assert record_view(in_address(decisions.to_address(view))) == view


@given(st.builds(DisagreementsView, MAYBE, MAYBE, PAGES))
def test_disagreements_come_back(view: DisagreementsView) -> None:
    assert disagreements_view(in_address(decisions.to_address(view))) == view


def test_what_is_as_always_stands_in_no_address() -> None:
    assert not any(articles.to_address(ArticlesView()).values())
    assert not any(decisions.to_address(RecordView()).values())
    assert not any(decisions.to_address(DisagreementsView()).values())


WRONG = [
    {"page": ["0"]}, {"page": ["-1"]}, {"page": ["x"]}, {"page": ["²"]}, {"page": ["9" * 40]}, {"page": []},
    {"order": ["drop table"]}, {"section": ["nowhere"]}, {"review": ["1.5"]}, {"part": ["0"]}, {"other": ["x"]},
]  # fmt: skip


@pytest.mark.parametrize("said", WRONG, ids=str)
def test_what_cannot_be_meant_is_as_always(said: dict[str, list[str]]) -> None:
    assert articles.from_address(said) == ArticlesView()
    assert record_view(said) == RecordView()
    assert disagreements_view(said) == DisagreementsView()
