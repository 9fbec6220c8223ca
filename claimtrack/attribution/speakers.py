"""Whose words a quotation is: the report beside it, else the speaker of the quotation that it goes on from."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.attribution.report import Report
from claimtrack.attribution.reports import SCARE
from claimtrack.attribution.sentence_reports import SentenceReports
from claimtrack.language import Article
from claimtrack.model import Span

_PARAGRAPHS_BACK = 6
_SENTENCES_BACK = 40
_RIGHT_BEHIND = 6  # characters between a quotation and its report, marks included
_MARKS = 3  # characters of quotation marks at a paragraph's start

Speaker = tuple[Report, str]
"""The report that names the speaker, and the name of the rule that joined it to the quotation."""


@dataclass(frozen=True)
class Speakers:
    """The speakers of one article's quotations, each found once."""

    reports: SentenceReports
    _found: dict[int, Speaker | None] = field(default_factory=dict, repr=False)

    @property
    def article(self) -> Article:
        return self.reports.article

    def of(self, quotation: int) -> Speaker | None:
        """Who says the quotation of this index; None for a quoted word and where nobody is named."""
        if quotation not in self._found:
            self._found[quotation] = self._speaker(self.article.quotations[quotation])
        return self._found[quotation]

    def _speaker(self, span: Span) -> Speaker | None:
        if span.end - span.start < SCARE:
            return None
        beside = self._report_beside(span)
        if beside is not None:
            return beside, "quotation-" + beside.rule
        introducing = self.reports.introducing(self.article.sentence_at(span.start), span)
        if introducing:
            return introducing[0], "quotation-behind-colon"
        return self._speaker_before(span) or self._speaker_behind(span)

    def behind_colon(self, sentence: int) -> Report | None:
        """ "The Herald reports:" and a paragraph without marks: who opened it with a colon, if nobody else speaks."""
        owner = self.article.sentence_paragraph
        if self.reports.speaking(sentence):
            return None
        first = sentence
        while first and owner[first - 1] == owner[sentence]:
            first -= 1
        if not first or self.article.text[self.article.sentences[first - 1].end - 1] != ":":
            return None
        opening = [r for r in self.reports.of(first - 1) if r.source is not None]
        return opening[-1] if opening and (opening[-1].speaks or opening[-1].kind == "according_to") else None

    def _report_beside(self, span: Span) -> Report | None:
        """A report in the sentences that the quotation begins or ends in, outside of it: the nearer one."""
        first, last = self.article.sentence_at(span.start), self.article.sentence_at(span.end - 1)
        following = self._right_behind(span, last)
        if following is not None:
            return following
        behind = min(
            (r for r in self.reports.speaking(last) if r.cue.start >= span.end),
            key=lambda report: report.cue.start,
            default=None,
        )
        ahead = max(
            (r for r in self.reports.speaking(first) if r.cue.end <= span.start),
            key=lambda report: report.cue.end,
            default=None,
        )
        if behind and ahead:
            gap_ahead = span.start - ahead.cue.end
            gap_behind = _starts(behind) - span.end
            return ahead if gap_ahead <= gap_behind else behind
        return behind or ahead

    def _right_behind(self, span: Span, last: int) -> Report | None:
        """ "…?" Ann Lee said: the mark within the quotation has ended its sentence."""
        if self.article.sentences[last].end - span.end > 2 or not self._same_paragraph(last):
            return None
        asked = self.article.text[span.end - 1] in "?!"
        for report in self.reports.speaking(last + 1):
            if _starts(report) - span.end < _RIGHT_BEHIND and (asked or report.rule == "verb-subject"):
                return report
        return None

    def _speaker_before(self, span: Span) -> Speaker | None:
        """Of a quotation with no report beside it: who spoke before in its paragraph, or opened it with a colon, or
        spoke the paragraph before when that one is a quotation too."""
        sentence = self.article.sentence_at(span.start)
        paragraph = self.article.sentence_paragraph[sentence]
        for earlier in range(sentence - 1, max(-1, sentence - _SENTENCES_BACK), -1):
            back = paragraph - self.article.sentence_paragraph[earlier]
            if back > _PARAGRAPHS_BACK:
                return None
            speaking = self.reports.speaking(earlier) or self.reports.introducing(earlier)
            if speaking:
                goes_on = not back or self._runs_on(span, earlier)
                return (speaking[-1], "quotation-goes-on") if goes_on else None
            if back and not self._is_quoted(earlier):
                return None
        return None

    def _is_quoted(self, sentence: int) -> bool:
        span = self.article.sentences[sentence]
        inside = self.article.quotation_at(min(span.start + 2, span.end - 1))
        if inside is None:
            return False
        end = self.article.quotations[inside].end
        return end - span.start > SCARE or end >= span.end - 2

    def _runs_on(self, span: Span, earlier: int) -> bool:
        """Does the quotation, which opens its paragraph, go on with what was said in an earlier paragraph?"""
        paragraph = self.article.paragraphs[self.article.sentence_paragraph[self.article.sentence_at(span.start)]]
        opening = Span(paragraph.start, paragraph.start + _MARKS + 1)
        if span.start - paragraph.start > _MARKS and not self.article.quotations_in(opening):
            return False
        before = self.article.sentences[earlier]
        spoke = bool(self.article.quotations_in(before))
        return spoke or self.article.text[before.end - 1] == ":" or any(r.opens for r in self.reports.of(earlier))

    def _speaker_behind(self, span: Span) -> Speaker | None:
        """The next sentence of the paragraph, where it says who spoke."""
        sentence = self.article.sentence_at(span.end - 1)
        speaking = self.reports.speaking(sentence + 1) if self._same_paragraph(sentence) else None
        return (speaking[0], "quotation-before-speaker") if speaking else None

    def _same_paragraph(self, sentence: int) -> bool:
        """Does a sentence of the same paragraph follow?"""
        owner = self.article.sentence_paragraph
        return sentence + 1 < len(owner) and owner[sentence + 1] == owner[sentence]


def _starts(report: Report) -> int:
    return min(report.source_span().start, report.cue.start)
