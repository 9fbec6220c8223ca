"""Chromium, and a dashboard on the seeds for each module. Where the machine lacks either, the tests skip and say so."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.dashboard.opening import claims_file_for
from claimtrack.dashboard.options import DashboardOptions

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from postgres import Server
    from serving import Dashboard
    from visiting import Visitors

pytest.register_assert_rewrite("visiting")
sys.path.append(str(Path(__file__).parents[1] / "reviews"))  # postgres.py: the server of the record's tests


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from visiting import chromium

    with chromium() as browser:
        if browser is None:
            pytest.skip("no Chromium is installed")
        yield browser


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The claims file of the seeds."""
    path, tally = claims_file_for((), tmp_path_factory.mktemp("seeds"), lambda *_: None)
    assert tally is not None
    assert tally.rejects == []
    return path


@pytest.fixture(scope="module")
def claims(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the seeds' claims, without reviews."""
    folder = tmp_path_factory.mktemp("claims")
    for file in seeds.parent.glob("*.parquet"):
        shutil.copy(file, folder)
    return folder / seeds.name


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    from postgres import running_server

    with running_server() as server:
        yield server


@pytest.fixture(scope="module")
def record_place() -> str | None:
    """Where the record lies, None: in a file beside the claims."""
    return None


@pytest.fixture(scope="module")
def dashboard(claims: Path, record_place: str | None) -> Iterator[Dashboard]:
    """A dashboard on the seeds, with a record of its own."""
    from serving import serve

    dashboard = serve(DashboardOptions(paths=(str(claims),), record=record_place, home=str(claims.parent)))
    yield dashboard
    dashboard.stop()


@pytest.fixture
def visitors(
    browser: Browser, dashboard: Dashboard, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Visitors]:
    """The people in the dashboard; where the test fails, pictures of what they saw are kept."""
    from visiting import Visitors

    visitors = Visitors(browser, dashboard)
    yield visitors
    if getattr(request.node, "failed", False):
        print("\nseen when it failed:", *visitors.pictures(tmp_path))
        print("\n".join(dashboard.said[-30:]))
    visitors.leave()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.failed:
        item.failed = True  # type: ignore[attr-defined]
    return report
