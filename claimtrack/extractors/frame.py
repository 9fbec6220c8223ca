"""What a figure says, before it is known who says it and where it holds."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.model import Figure, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A figure framed as a claim.

    value, low, high: the claim's, which may differ from the figure's (a fraction is a share in percent, 50 cents are
    0.5 USD). counted, counted_span: the noun phrase as written. predicate: the words that say what happened.
    rules: the names of the rules that decided, in order. extractor: name and version of the plug-in that framed it,
    None where claimtrack did.
    """

    figure: Figure
    kind: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None
    counted_span: Span | None = None
    predicate: Span | None = None
    rules: tuple[str, ...] = ()
    extractor: str | None = None
