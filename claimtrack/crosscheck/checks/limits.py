"""What cannot be, and the words that the checks read: limits.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Limits:
    """limits.toml. of_people: the largest share of a country's people that a kind can count."""

    of_people: Mapping[str, float]
    most_percent: float
    growth: frozenset[str]
    falls_by: float
    reference: float
    least_rare: float
    parts: re.Pattern[str]
    base: re.Pattern[str]
    living: tuple[str, ...]


@lru_cache(maxsize=1)
def load_limits() -> Limits:
    """The limits of limits.toml."""
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("limits.toml").read_text("utf-8"))
    words = data["words"]
    base, determiners = "|".join(words["base"]), "|".join(words["base_determiners"])
    return Limits(
        of_people=data["share_of_people"],
        most_percent=data["share"]["most"],
        growth=frozenset(data["share"]["growth"]),
        falls_by=data["total"]["falls_by"],
        reference=data["reference"]["tolerance"],
        least_rare=data["rare"]["at_least"],
        parts=re.compile(rf"\b(?:{'|'.join(words['parts'])})\b", re.IGNORECASE),
        base=re.compile(rf"^\s*(?:{base})\s+(?:(?:{determiners})\s+)?$"),
        living=tuple(words["living"]),
    )
