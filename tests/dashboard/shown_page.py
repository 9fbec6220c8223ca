"""One page of the dashboard, as a script that runs without a browser."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimtrack.dashboard import app
from claimtrack.dashboard.options import DashboardOptions
from claimtrack.reviews import record_url

SCRIPT = Path(app.__file__).with_name("script") / "dashboard.py"
LONGEST = 60  # seconds that a run may take on a slow machine


class Page:
    """One page of a dashboard that has a claims file open; it is made the first page, so that the script shows it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, claims: Path, blind: bool = False) -> None:
        options = DashboardOptions((str(claims),), record_url(claims), blind)
        monkeypatch.setattr(sys, "argv", ["dashboard.py", options.to_argument()])
        first = [place for place in app.PLACES if place.name == name]
        monkeypatch.setattr(app, "PLACES", (*first, *(place for place in app.PLACES if place.name != name)))
        self.test = AppTest.from_file(str(SCRIPT), default_timeout=LONGEST)

    def show(self, reviewer: str = "Ana", **said: str) -> AppTest:
        self.test.session_state["reviewer"] = reviewer
        for name, value in said.items():
            self.test.query_params[name] = value
        self.test.run()
        assert not self.test.exception
        return self.test


def text_of(test: AppTest) -> str:
    """Everything on the page that is not a widget."""
    shown = [*test.get("html"), *test.info, *test.success, *test.warning, *test.error, *test.caption, *test.markdown]
    return "\n".join(str(getattr(element, "value", None) or element.proto) for element in shown)


def tables_of(test: AppTest) -> str:
    return "".join(table.value.to_csv() for table in test.dataframe)


def said(test: AppTest, name: str) -> str:
    """The last value of a parameter of the page's address."""
    values = test.query_params[name]
    return values if isinstance(values, str) else values[-1]
