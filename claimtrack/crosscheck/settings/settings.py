"""How claims are lined up and compared: the points, tolerances and limits of settings.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What still fits a figure, as shares of it; see settings.toml."""

    rounding_exact: float
    rounding_approximate: float
    approximate: float
    beyond_bound: float
    below_worst: float
    beside_tight: float
    vague_from: float
    vague_to: float
    exact_below: float


@dataclass(frozen=True, slots=True)
class Settings:
    """together: points from which a pair belongs together. points: what each part of a score is worth."""

    together: float
    apart: float
    points: Mapping[str, float]
    tolerance: Tolerance
    neighbours: int
    all_pairs_up_to: int
    event_slack: float
    report_lag: float
    long_ago: float
    akin: Mapping[str, float]
    copied: float
    copied_days: float
    priority: Mapping[str, float]


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """The settings of settings.toml."""
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("settings.toml").read_text("utf-8"))
    return Settings(
        together=data["together"],
        apart=data["apart"],
        points=data["points"],
        tolerance=Tolerance(**data["tolerance"]),
        neighbours=data["blocks"]["neighbours"],
        all_pairs_up_to=data["blocks"]["all_pairs_up_to"],
        event_slack=data["days"]["event_slack"],
        report_lag=data["days"]["report_lag"],
        long_ago=data["days"]["long_ago"],
        akin=data["akin"],
        copied=data["echo"]["copied"],
        copied_days=data["echo"]["days"],
        priority=data["priority"],
    )
