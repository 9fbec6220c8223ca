"""Filters in an address, and back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dashboard.filters import FACETS, ORDERS, STATUSES, Filters, from_address, to_address

DAYS = st.none() | st.dates(date(1800, 1, 1), date(2200, 1, 1))
BOUNDS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair) / 20, max(pair) / 20))
CHOSEN = st.dictionaries(
    st.sampled_from([facet.name for facet in FACETS]), st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple)
)


@given(
    st.builds(
        Filters, CHOSEN, DAYS, DAYS, BOUNDS, st.text(), st.sampled_from(list(STATUSES)), st.sampled_from(list(ORDERS))
    )
)
def test_an_address_holds_all_of_the_filters(filters: Filters) -> None:
    said = {name: [value] if isinstance(value, str) else value for name, value in to_address(filters).items()}
    assert from_address(said, Filters()) == filters


def test_what_an_address_names_wrongly_is_as_by_default() -> None:
    default = Filters(status="open", order="priority")
    wrong = {
        "since": ["yesterday"],
        "until": ["2016-99-01"],
        "confidence": ["2-3"],
        "status": ["done?"],
        "order": ["; DROP"],
        "colour": ["red"],
        "kind": [],
    }
    assert from_address(wrong, default) == default


def test_an_empty_address_is_the_default() -> None:
    default = Filters(status="open", order="priority")
    assert from_address({}, default) == default
