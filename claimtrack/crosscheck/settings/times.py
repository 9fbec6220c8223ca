"""The words that say when something was said, and how many days before something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimtrack.crosscheck.settings.patterns import either


@dataclass(frozen=True)
class Times:
    """said_then, then_said: "said on Tuesday", "on Tuesday the ministry said", with the day of the week as a group.

    said_before, begins, had_said: what stands before a time at which something was said, and behind it ("on 5 May the
    ministry had said"). days_before: "two days before that"; before: its endings, numbers: its number words.
    """

    said_before: re.Pattern[str]
    begins: re.Pattern[str]
    had_said: re.Pattern[str]
    said_then: re.Pattern[str]
    then_said: re.Pattern[str]
    weekdays: tuple[str, ...]
    before: tuple[str, ...]
    days_before: re.Pattern[str]
    numbers: Mapping[str, int]


def read_times(data: Mapping[str, Any]) -> Times:
    """The times of vocabulary.toml."""
    days = data["days"]
    said, weekday, late = either(data["said"]["words"]), either(days["week"]), "(?:late |early )?"
    return Times(
        said_before=re.compile(rf"\b(?:{said})\b(?: \w+)? (?:on |in )?\Z"),
        begins=re.compile(r"\W*(?:in |on |by )?\Z"),
        had_said=re.compile(rf"\b[^;]{{0,60}}\bhad (?:{said})\b"),
        said_then=re.compile(rf"\b(?:{said})\b[^.;]{{0,25}}?\b{late}(?:on )?{late}({weekday})\b", re.IGNORECASE),
        then_said=re.compile(rf"^\W*{late}(?:on )?({weekday})\b[^;]{{0,90}}?\b(?:{said})\b", re.IGNORECASE),
        weekdays=tuple(days["week"]),
        before=tuple(days["before"]),
        days_before=re.compile(rf"\b(\w+) days? (?:{either(days['before'])})\b"),
        numbers={name: number for number, name in enumerate(days["numbers"], 1)},
    )
