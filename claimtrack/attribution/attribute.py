"""Who is cited for a figure: the speaker of its quotation, the report that reaches it, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claimtrack.attribution.antecedents import Antecedents, without_determiner
from claimtrack.attribution.cues import WORDS
from claimtrack.attribution.names import Names
from claimtrack.attribution.report import Report
from claimtrack.attribution.sentence_reports import SentenceReports
from claimtrack.attribution.source_types import source_type
from claimtrack.attribution.speakers import Speakers
from claimtrack.attribution.titles import title_of
from claimtrack.language import Article
from claimtrack.language.inflection import singular
from claimtrack.language.people import SOURCE_BODIES, SOURCE_DOCUMENTS
from claimtrack.model import Attribution, AttributionKind, Figure, Span

_CITED = ("citing", "quoting")
_PASSING_ON = frozenset(WORDS["passing_on"])
_NEAR = 40  # reports on either side of a figure that may reach it
_MOST = 12  # reports over one figure that are weighed; a sentence with more is no sentence


@dataclass(frozen=True)
class Attributions:
    """The attributions of one article; sentences are read when a figure asks for them, and remembered."""

    article: Article
    reports: SentenceReports
    speakers: Speakers
    antecedents: Antecedents

    def of(self, figure: Figure) -> Attribution:
        """Who is cited for the figure: the speaker of the quotation that it stands in, else the report that reaches
        it; kind `none` where the article says it in its own voice."""
        quotation = self.article.quotation_at(figure.start)
        speaker = None if quotation is None else self.speakers.of(quotation)
        if speaker is not None:
            report, rule = speaker
            return self._attribution(report, "direct", rule)
        sentence = self.article.sentence_at(figure.start)
        reports = self.reports.of(sentence)
        if len(reports) > _NEAR:
            nearest = bisect_left(reports, figure.start, key=lambda report: report.cue.start)
            reports = reports[max(0, nearest - _NEAR) : nearest + _NEAR]
        covering = list(islice((r for r in reports if r.covers(figure.start, figure.end)), _MOST))
        outermost = _outermost(covering, figure)
        if outermost is None or outermost.source is None:
            opened = self.speakers.behind_colon(sentence) if quotation is None else None
            if opened is not None:
                return self._attribution(opened, "indirect", "block-behind-colon")
        if outermost is None:
            return Attribution()
        quoted = quotation is not None and outermost.source is not None
        made = self._attribution(outermost, "direct" if quoted else outermost.kind, outermost.rule)
        if outermost.rule in _CITED:
            passed_on = next((r for r in covering if r.source and r.kind == "indirect"), None)
            return made if passed_on is None else replace(made, kind="indirect", via=self.antecedents.of(passed_on)[0])
        told = self._told_to(outermost, covering, figure) if self._may_be_medium(outermost, made) else None
        if told is None:
            return made
        inner = self._attribution(told, told.kind, told.rule)
        if inner.source_type == "media" and made.source_type != "media":
            return replace(made, via=inner.source)  # "according to Lee, 40 left, the BBC reports"
        return replace(inner, via=made.source)

    def _may_be_medium(self, report: Report, made: Attribution) -> bool:
        """A medium, or a name of which nothing is known and no person's ("Deadline Detroit reports")."""
        if made.source is None or report.source is None or _is_document(report):
            return False
        if made.source_type is not None:
            return made.source_type == "media"
        named = report.tokens[report.source.head].tag == "M"
        return named and self.antecedents.names.person_named(made.source) is None

    def _told_to(self, medium: Report, covering: Sequence[Report], figure: Figure) -> Report | None:
        """ "Police said 40 had died, Reuters reports": who speaks inside of what a medium only passes on."""
        if medium.cue.of(self.article.text).lower() not in _PASSING_ON:
            return None
        speaking = [r for r in covering if r.speaks or r.estimates or r.rule == "according-to" or _shows(r)]
        told = _outermost([r for r in speaking if r is not medium], figure)
        return told if told is not None and told.source is not None else None

    def _attribution(self, report: Report, kind: AttributionKind, rule: str) -> Attribution:
        if report.source is None:
            return Attribution(kind="passive", cue=report.cue, rule=rule, estimates=report.estimates)
        written = self.antecedents.written(report)
        source, antecedent = self.antecedents.of(report)
        role_span = report.source.role_span(report.tokens)
        role = self._role(role_span, written)
        return Attribution(
            kind=kind, source=source, source_text=written, source_span=report.source_span(), role=role,
            role_span=role_span, source_type=source_type(source, role, written), cue=report.cue,
            antecedent=antecedent, rule=rule, estimates=report.estimates,
        )  # fmt: skip

    def _role(self, span: Span | None, written: str) -> str | None:
        """The role that stands beside the mention: its apposition, else the title in front of the name."""
        if span is None:
            return title_of(written)
        return without_determiner(" ".join(span.of(self.article.text).split()))


def _is_document(report: Report) -> bool:
    """A poll or a study; not a newspaper or a website, which are bodies too, nor the Post."""
    assert report.source is not None
    token = report.tokens[report.source.head]
    head = singular(token.lower)
    return token.tag != "M" and head in SOURCE_DOCUMENTS and head not in SOURCE_BODIES


def _shows(report: Report) -> bool:
    """ "A study finds that", not "in a study"."""
    return report.source is not None and report.rule != "in-document" and _is_document(report)


def _outermost(covering: Sequence[Report], figure: Figure) -> Report | None:
    """Of the reports that reach the figure, the one that the article itself makes: named before nameless; "citing X"
    before who cites X; who says it in a relative clause ("the $2 that analysts expected") before all others; of two
    "according to" the nearer; an "according to" that opens the sentence, or stands behind the figure, before who
    speaks inside of it; a report before one inside of it, else the first."""
    named = [r for r in covering if r.source is not None]
    if not named:
        return covering[0] if covering else None
    cited = next((r for r in named if r.rule in _CITED), None)
    if cited is not None:
        return cited
    expected = next((r for r in named if r.rule == "relative-object" and figure.end <= r.reach[0].end), None)
    if expected is not None and expected.reach[0].start <= figure.start:
        return expected
    spoken = [r for r in named if r.kind != "according_to"]
    credited = [r for r in named if r.kind == "according_to"]
    if not spoken:
        return min(credited, key=lambda report: abs(report.cue.start - figure.start))
    for credit in credited:
        if credit.rule == "according-to" and _frames(credit, spoken, figure):
            return credit
    outer = [r for r in spoken if not any(_holds(other, r) for other in spoken if other is not r)]
    return min(outer or spoken, key=lambda report: report.cue.start)


def _frames(credit: Report, spoken: Sequence[Report], figure: Figure) -> bool:
    """Does the "according to" hold those who speak: in front of them all, or behind the figure and no semicolon?"""
    if credit.cue.start == credit.tokens[0].start:
        return True
    if credit.cue.start < figure.end or any(r.cue.end > figure.start for r in spoken):
        return False
    return not any(t.text == ";" for t in credit.tokens if figure.end <= t.start < credit.cue.start)


def _holds(outer: Report, inner: Report) -> bool:
    return outer.covers(*inner.cue) and not inner.covers(*outer.cue)


def attributions_of(article: Article) -> Attributions:
    """Prepare an article for being asked who is cited for its figures."""
    reports = SentenceReports(article)
    return Attributions(article, reports, Speakers(reports), Antecedents(reports, Names(article)))
