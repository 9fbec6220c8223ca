"""A report: who says what in one sentence, by which word, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.attribution.phrase import Phrase
from claimtrack.language import Token
from claimtrack.model import AttributionKind, Span


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution found in a sentence. source None: a passive without a name ("is believed").

    cue: the reporting words. reach: spans of the text that it governs. rule: the name of what found it.
    opens: a quotation or a list follows behind its colon. speaks: it can also report a quotation.
    """

    source: Phrase | None
    tokens: Sequence[Token]
    cue: Span
    reach: tuple[Span, ...]
    kind: AttributionKind
    rule: str
    estimates: bool = False
    opens: bool = False
    speaks: bool = True

    def covers(self, start: int, end: int) -> bool:
        """Does the report reach over start to end, and is that no part of its own source ("12 aides said")?"""
        return any(r.start <= start and end <= r.end for r in self.reach) and not (
            self.source and self.source_span().start <= start < self.source_span().end
        )

    def source_span(self) -> Span:
        assert self.source is not None
        return self.source.span(self.tokens)
