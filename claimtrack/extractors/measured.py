"""Figures with a unit, and fractions, framed: money, shares, durations and other measurements."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from claimtrack.extractors.frame import Frame
from claimtrack.extractors.kinds import Kinds
from claimtrack.extractors.noun_phrases import Counted
from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.model import Figure, Span

_WHOLE: dict[str, str] = tomllib.loads(files("claimtrack.figures").joinpath("currencies.toml").read_text("utf-8"))[
    "whole"
]  # "US cent" → USD
_EXACT_BELOW = 1e6  # where a factor's rounding error would show in the table


def is_measured(figure: Figure) -> bool:
    """Does the figure measure, or give a share, rather than count?"""
    return figure.measures is not None or figure.form in ("fraction", "ratio")


def frame_measured(
    view: SentenceView, figure: Figure, counted: Counted | None, earlier: Sequence[Frame], kinds: Kinds
) -> Frame:
    """Frame a figure that is measured.

    counted: the noun phrase beside it. earlier: the frames before it in its sentence.
    """
    measures = figure.measures or "fraction"
    kind = kinds.of_measure(measures)
    name = kind.name if kind else "count"
    factor, unit = 1.0, figure.unit
    if measures == "fraction":
        factor, unit = 100.0, "percent"
    elif figure.unit in _WHOLE:
        factor, unit = 0.01, _WHOLE[figure.unit]
    words, span, rule = _what(view, figure, counted, earlier, name)
    return Frame(
        figure=figure,
        kind=name,
        unit=unit,
        counted=words,
        counted_span=span,
        value=_times(figure.value, factor),
        low=_times(figure.low, factor),
        high=_times(figure.high, factor),
        rules=(f"measures-{measures}".replace(" ", "-"), *rule),
    )


def _what(
    view: SentenceView, figure: Figure, counted: Counted | None, earlier: Sequence[Frame], kind: str
) -> tuple[str | None, Span | None, tuple[str, ...]]:
    """What is measured, where it is written, and the rule that found it."""
    if counted:
        span = counted.span
        if counted.rule == "noun-behind-of" and kind == "measurement":
            unit = view.tokens[view.first_at(figure.end)]
            span = Span(unit.start, counted.span.end)  # "29 tonnes of rice": tonnes of rice
        return span.of(view.text), span, (counted.rule,)
    if kind == "share":
        before = next((frame for frame in reversed(earlier) if frame.kind == "share"), None)
        return (before.counted, before.counted_span, ("counted-from-before",)) if before else (None, None, ())
    return None if kind == "money" else _unit_words(view.text, figure), None, ()


def _unit_words(text: str, figure: Figure) -> str | None:
    """The unit's words as written ("barrels per day"), for what is measured and has no noun of its own."""
    return " ".join(text[figure.end : figure.unit_end].replace("-", " ").split()) or figure.unit


def _times(number: float | None, factor: float) -> float | None:
    if number is None:
        return None
    number *= factor
    return float(f"{number:.6g}") if abs(number) < _EXACT_BELOW else number
