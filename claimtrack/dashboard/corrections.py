"""What a reviewer says that a claim's fields should be: the inputs, and what of them is a correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claimtrack.dashboard.groups.amounts import AmountError, read_amount, typed_amount
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reading import parse_date
from claimtrack.reviews import CORRECTABLE
from claimtrack.reviews.decisions import Correction
from claimtrack.telling import words
from claimtrack.telling.words import Cells

NUMBERS = {"value": "Value", "low": "Low", "high": "High"}
MOST_NAMES = 500  # of sources that are offered


class CorrectionError(ValueError):
    """A field that cannot be read; the message names it and says how to write it."""


def correction_fields(workspace: Workspace, cells: Cells, corrected: Mapping[str, Correction], draft: str) -> None:
    """Inputs that start with what the claim says, or what this reviewer has said instead (corrected).

    draft: the end of their keys.
    """
    now = as_shown(cells, corrected)

    def text(place: DeltaGenerator, name: str, label: str) -> None:
        place.text_input(label, value=now[name], key=f"{name} {draft}", persist_state="session")

    for column, (name, label) in zip(st.columns(3), NUMBERS.items(), strict=True):
        text(column, name, label)
    kind, place, day = st.columns(3)
    kinds = sorted({*map(str, workspace.claims["kind"].cat.categories), now["kind"]})
    kind.selectbox("Kind", kinds, index=kinds.index(now["kind"]), key=f"kind {draft}", persist_state="session")
    text(place, "place", "Place")
    text(day, "as_of", "As of")
    names = _names(workspace, cells, now["source"])
    st.selectbox(
        "Source",
        names,
        index=names.index(now["source"]) if now["source"] else None,
        key=f"source {draft}",
        accept_new_options=True,
        filter_mode="contains",
        placeholder="nobody: the writer's own voice",
        persist_state="session",
    )


def as_shown(cells: Cells, corrected: Mapping[str, Correction]) -> dict[str, str]:
    """What the inputs say to begin with, by field."""
    return {name: _as_typed(name, {**cells, **corrected}) for name in CORRECTABLE}


def typed_in(draft: str) -> dict[str, str]:
    """What stands in the inputs of a draft now, by field; nothing where they are not on the screen."""
    found = {name: st.session_state.get(f"{name} {draft}", _keep_out) for name in CORRECTABLE}
    return {name: str(said or "").strip() for name, said in found.items() if said is not _keep_out}


def read_corrections(cells: Cells, typed: Mapping[str, str]) -> dict[str, Correction]:
    """The fields that say something else than the claim; None where one was emptied. Raises CorrectionError."""
    corrections: dict[str, Correction] = {}
    for name, said in typed.items():
        if said == _as_typed(name, cells):
            continue
        if not said:
            corrections[name] = None
        elif name in NUMBERS:
            corrections[name] = _read_number(said, NUMBERS[name])
        else:
            corrections[name] = _read_day(said) if name == "as_of" else said
    return corrections


def _keep_out() -> None:
    """Stands for an input that is not there."""


def _as_typed(name: str, cells: Mapping[str, Any]) -> str:
    """What an input says when nobody has changed it."""
    if name in NUMBERS:
        return typed_amount(cells[name])
    if name == "as_of":
        return words.day(parse_date(cells[name]) if isinstance(cells[name], str) else cells[name])
    return str(cells[name] or "").strip()


def _read_number(said: str, label: str) -> float | None:
    try:
        return read_amount(said, label)
    except AmountError as error:
        raise CorrectionError(str(error)) from None


def _read_day(said: str) -> str:
    moment = parse_date(said)
    if not isinstance(moment, datetime):
        raise CorrectionError(f"As of: {said!r} is no date; write it as 2016-09-29")
    return moment.astimezone(UTC).isoformat()


def _names(workspace: Workspace, cells: Cells, now: str) -> list[str]:
    """The sources to choose from: those of the article first."""
    claims = workspace.claims
    of_article = claims.loc[claims["doc_id"] == cells["doc_id"], "source"].dropna().unique()
    everywhere = claims["source"].value_counts().index[:MOST_NAMES]
    own = [name for name in (now, cells["source"]) if name]
    return list(dict.fromkeys(map(str, [*own, *of_article, *everywhere])))
