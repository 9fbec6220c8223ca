"""The reports of an article's sentences, each sentence read once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.attribution.phrase import may_be_source
from claimtrack.attribution.remembered import remembered
from claimtrack.attribution.report import Report
from claimtrack.attribution.reports import find_reports
from claimtrack.attribution.subjects import first_subject
from claimtrack.language import Article
from claimtrack.model import Span


@dataclass(frozen=True)
class SentenceReports:
    """What is reported in each sentence of one article."""

    article: Article
    _found: dict[int, list[Report]] = field(default_factory=dict, repr=False)
    _speaking: dict[int, list[Report]] = field(default_factory=dict, repr=False)

    def of(self, sentence: int) -> list[Report]:
        return remembered(self._found, sentence, self._find, sentence)

    def _find(self, sentence: int) -> list[Report]:
        quoted = self.article.quotations_in(self.article.sentences[sentence])
        return find_reports(self.article.tokens(sentence), quoted)

    def speaking(self, sentence: int) -> list[Report]:
        """The reports of a sentence that can carry a quotation."""
        return remembered(self._speaking, sentence, self._find_speaking, sentence)

    def _find_speaking(self, sentence: int) -> list[Report]:
        return [r for r in self.of(sentence) if r.source and (r.speaks or r.kind == "according_to")]

    def introducing(self, sentence: int, quotation: Span | None = None) -> list[Report]:
        """ "Lee made this point:" in front of a block quotation, or of a quotation in the same sentence: its subject
        speaks, whatever its verb."""
        toks = self.article.tokens(sentence)
        if quotation is not None:
            toks = [t for t in toks if t.end < quotation.start]  # without its opening mark
        subject = first_subject(toks, len(toks)) if toks and toks[-1].text == ":" else None
        if subject is None or not may_be_source(toks[subject.head]):
            return []
        cue = Span(toks[-1].start, toks[-1].end)
        return [Report(subject, toks, cue, (), "indirect", "colon", opens=True)]
