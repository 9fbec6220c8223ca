"""What the export of a page holds."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
import streamlit as st

from claimtrack.dashboard.export_menu import export_menu, group_export
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import Decision, GroupDecision, ReviewedClaim, Verdict, open_record, record_url


@pytest.fixture
def session(workspace: Workspace) -> Session:
    """Ana has confirmed the first two claims."""
    record = open_record(record_url(workspace.path))
    for row in range(2):
        record.decide(Decision(ReviewedClaim.of_row(workspace.cells(row)), "Ana", Verdict.CONFIRMED))
    return Session(workspace, record, "Ana", blind=False)


def made(monkeypatch: pytest.MonkeyPatch, session: Session, rows: list[int], choice: str) -> dict[str, bytes]:
    """The files that the buttons give, by the buttons' keys."""
    files: dict[str, bytes] = {}
    monkeypatch.setattr(st, "segmented_control", lambda *_, **__: choice)
    monkeypatch.setattr(st, "download_button", lambda *_, **said: files.update({said["key"]: said["data"]()}))
    export_menu(session, rows)
    return files


@pytest.mark.parametrize("rows", [[2, 0], [3, 2, 1, 0]], ids=["some", "all, in another order"])
def test_what_is_shown_comes_in_the_order_in_which_it_is_shown(
    monkeypatch: pytest.MonkeyPatch, session: Session, rows: list[int]
) -> None:
    files = made(monkeypatch, session, rows, "JSON")
    ids = session.workspace.claims["claim_id"]
    assert [row["claim_id"] for row in json.loads(files["export-shown"])] == [ids[row] for row in rows]
    assert [row["claim_id"] for row in json.loads(files["export-all"])] == list(ids)


def test_the_decisions_are_those_on_the_claims_of_the_file(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    files = made(monkeypatch, session, [1, 2], "XLSX")
    decisions = {key: openpyxl.load_workbook(BytesIO(file))["reviews"].max_row - 1 for key, file in files.items()}
    assert decisions == {"export-shown": 1, "export-all": 2}


def test_decisions_on_groups_are_those_that_one_may_see(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    ids = list(session.workspace.claims["claim_id"])
    session.record.decide_group(GroupDecision("g1", (ids[0], ids[1]), "Ben", "conflict", reasoning="=1+1"))
    session.record.decide_group(GroupDecision("g2", (ids[2],), "Ana", "agree", recommended=300.0))
    book = openpyxl.load_workbook(BytesIO(made(monkeypatch, session, [0], "XLSX")["export-shown"]))
    assert [row[2] for row in book["groups"].iter_rows(min_row=2, values_only=True)] == ["Ben"]
    files: dict[str, bytes] = {}
    monkeypatch.setattr(st, "segmented_control", lambda *_, **__: "JSON")
    monkeypatch.setattr(st, "download_button", lambda *_, **said: files.update({said["key"]: said["data"]()}))
    group_export(session, "open")
    group_export(replace(session, blind=True), "blind")
    seen = {key: [row["reviewer"] for row in json.loads(file)] for key, file in files.items()}
    assert seen == {"open": ["Ben", "Ana"], "blind": ["Ana"]}
