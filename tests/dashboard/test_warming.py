"""What is done before anybody comes: claims are open, articles wait, and what is wrong is left for the page to say."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from claimtrack.dashboard import session, warming
from claimtrack.dashboard.app import PLACES
from claimtrack.dashboard.options import DashboardOptions
from claimtrack.dashboard.session import opened
from claimtrack.dashboard.warming import FIRST_PAGE, warm_up
from claimtrack.reviews import record_url

LONGEST = 60.0  # seconds, on a slow machine


def test_the_first_page_finds_the_claims_open(claims_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = DashboardOptions((str(claims_file),), record_url(claims_file))
    warm_up(options, LONGEST)
    assert FIRST_PAGE in sys.modules
    assert FIRST_PAGE.endswith(f".{PLACES[0].name}")
    for reader in ("open_workspace", "open_record"):
        monkeypatch.setattr(session, reader, None)  # nothing is opened a second time
    workspace, record = opened(claims_file, options.record)
    assert len(workspace) == 4
    assert record.standing() == []


def test_articles_are_not_read_before_somebody_sees_how_it_goes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("At least 12 people died in Homs.", "utf-8")
    warm_up(DashboardOptions((str(tmp_path),), home=str(tmp_path / "home")), LONGEST)
    assert not (tmp_path / "home").exists()


def test_a_slow_record_does_not_keep_the_dashboard_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    waits: list[threading.Thread] = []

    def slow(_: object) -> None:
        waits.append(threading.current_thread())
        begun.set()
        go_on.wait(LONGEST)

    monkeypatch.setattr(warming, "_open", slow)
    warm_up(DashboardOptions(()), 0.1)
    assert begun.wait(LONGEST)
    assert waits[0].is_alive()  # it is no longer waited for
    assert waits[0].daemon  # and does not keep the program from ending
    go_on.set()


# what is there | its bytes
WRONG = [("claims.parquet", b"no table"), ("claims.csv", b"claim_id\n1\n")]


@pytest.mark.parametrize(("name", "content"), WRONG, ids=[name for name, _ in WRONG])
def test_what_is_wrong_is_left_for_the_page_to_say(
    tmp_path: Path, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    (tmp_path / name).write_bytes(content)
    warm_up(DashboardOptions((str(tmp_path / name),)), LONGEST)
    assert raised == []
