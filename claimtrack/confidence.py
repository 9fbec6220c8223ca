"""How sure a row is: the share of rows like it that a reader found right in every field, from confidence.toml."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimtrack.extractors import Frame
from claimtrack.model import MEASURED_KINDS, Attribution, Span

WEIGHTS: dict[str, Any] = tomllib.loads(files("claimtrack").joinpath("confidence.toml").read_text("utf-8"))
_LONG = 200  # characters of a sentence


def signs_of(frame: Frame, attribution: Attribution, sentence: Span) -> tuple[str, ...]:
    """What tells how likely the row is right: its kind, its source, how the figure is written, a long sentence."""
    found = [_kind_sign(frame), _source_sign(attribution)]
    if frame.figure.form == "words":
        found.append("in-words")
    if frame.figure.qualifier != "exact":
        found.append("hedged")
    if sentence.end - sentence.start > _LONG:
        found.append("long-sentence")
    return tuple(found)


def _kind_sign(frame: Frame) -> str:
    if frame.kind in MEASURED_KINDS:
        return f"kind-{frame.kind}"
    if frame.kind != "count":
        return "kind-named"
    return "kind-count" if frame.counted else "nothing-counted"


def _source_sign(attribution: Attribution) -> str:
    if attribution.source is None:
        return "source-none"
    if attribution.source_type == "media":
        return "source-media"
    return "source-typed" if attribution.source_type else "source-untyped"


@cache
def confidence_of(signs: tuple[str, ...]) -> float:
    """The share of rows with these signs that are right, 0 to 1 with two decimals (benchmarks/calibrate.py)."""
    odds = WEIGHTS["base"] + sum(WEIGHTS["signs"].get(sign, 0.0) for sign in signs)
    return round(1 / (1 + math.exp(-odds)), 2)
