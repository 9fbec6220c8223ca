"""A number as it stands in the text."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["digits", "words", "fraction", "vague", "ratio", "multiple", "tally"]


class Number(NamedTuple):
    """A number at start..end. value is None for a vague plural, whose least is `low`.

    scale: the power that its last word or letter multiplied by ("3.5 million": 1e6), 1 where none stands.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    form: Form
    scale: float = 1.0
