"""The words of time expressions and what they mean, out of times.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

Precision = Literal["minute", "day", "week", "month", "year"]


class Unit(NamedTuple):
    """How long a unit of time is, in seconds or in calendar months (the other is 0)."""

    seconds: int
    months: int
    precision: Precision


TABLES: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("times.toml").read_text("utf-8"))
YEAR_WORDS: Mapping[str, list[str]] = TABLES["year"]
AGO_WORDS: Mapping[str, list[str]] = TABLES["ago"]

MONTHS: Mapping[str, int] = {name.lower(): n for name, n in {**TABLES["months"], **TABLES["short_months"]}.items()}
WEEKDAYS: Mapping[str, int] = {name.lower(): n for name, n in TABLES["weekdays"].items()}
RELATIVE_DAYS: Mapping[str, int] = TABLES["relative_days"]
SEASONS: Mapping[str, tuple[int, int]] = {name: (first, months) for name, (first, months) in TABLES["seasons"].items()}
NUMBERS: Mapping[str, float] = TABLES["numbers"]
ORDINALS: Mapping[str, int] = TABLES["ordinals"]
LEADS: Mapping[str, str] = TABLES["leads"]
"""Leading words that stay in a span ("since"), and what they make of the time after them (see times.toml)."""
_UNITS = {
    name: Unit(unit.get("seconds", 0), unit.get("months", 0), unit["precision"])
    for name, unit in TABLES["units"].items()
}
UNITS: Mapping[str, Unit] = _UNITS | {plural: _UNITS[name] for plural, name in TABLES["plural_units"].items()}
"""Singular and plural units, by their words."""
WORDS: Mapping[str, list[str]] = TABLES["words"]
"""Lists of words by what they do in an expression (`hedges`, `past`, `early`, ...; see times.toml)."""
