"""Who is cited for a figure: the report that reaches it, the speaker of its quotation, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claimtrack.attribution.names import Names
from claimtrack.attribution.titles import FEMALE, MALE, title_of
from claimtrack.attribution.phrase import is_pronoun
from claimtrack.attribution.report import Report
from claimtrack.attribution.reports import find_reports
from claimtrack.attribution.subjects import first_subject
from claimtrack.attribution.source_types import organisation, source_type
from claimtrack.language import Article
from claimtrack.language.inflection import is_plural
from claimtrack.language.people import SOURCE_BODIES, can_be_source, is_person
from claimtrack.model import Attribution, AttributionKind, Figure, Span

_SCARE = 25  # a quotation shorter than this many characters is a quoted word, not somebody's speech


@dataclass(frozen=True)
class Attributions:
    """The attributions of one article; sentences are read when a figure asks for them, and remembered."""

    article: Article
    names: Names
    _reports: dict[int, list[Report]] = field(default_factory=dict, repr=False)

    def reports(self, sentence: int) -> list[Report]:
        found = self._reports.get(sentence)
        if found is None:
            span = self.article.sentences[sentence]
            quoted = [q for q in self.article.quotations if q.start < span.end and span.start < q.end]
            found = self._reports[sentence] = find_reports(self.article.tokens(sentence), quoted)
        return found

    def of(self, figure: Figure) -> Attribution:
        """Who is cited for the figure: the speaker of the quotation that it stands in, else the report that reaches it."""
        sentence = self.article.sentence_at(figure.start)
        inside = self.article.quotation_at(figure.start)
        if inside is not None and self._is_speech(inside):
            found = self._speaker(inside, figure)
            if found is not None:
                report, rule = found
                return self._attribution(report, "direct", rule)
        covering = [r for r in self.reports(sentence) if r.covers(figure.start, figure.end)]
        report_here = _outermost(covering, figure)
        if report_here is None:
            return Attribution()
        kind = "direct" if inside is not None and report_here.source else report_here.kind
        made = self._attribution(report_here, kind, report_here.rule)
        if report_here.rule in ("citing", "quoting") and (
            passed_on := next((r for r in covering if r.source and r.kind == "indirect"), None)
        ):
            return replace(
                made,
                kind="indirect",
                via=self._resolved(passed_on, " ".join(passed_on.source_span().of(self.article.text).split()))[0],
            )
        return made

    # ------------------------------------------------------------------ quotations

    def _is_speech(self, quotation: int) -> bool:
        span = self.article.quotations[quotation]
        return span.end - span.start >= _SCARE

    def _speaker(self, quotation: int, figure: Figure) -> tuple[Report, str] | None:
        """Whose words the quotation is: a report beside it, else the speaker of the quotation that it goes on from."""
        span = self.article.quotations[quotation]
        beside = self._report_beside(span)
        if beside is not None:
            return beside, "quotation-" + beside.rule
        return self._speaker_before(quotation) or self._report_behind(span)

    def _report_beside(self, span: Span) -> Report | None:
        """A report in the sentences that the quotation begins or ends in, outside of it: the one behind it first."""
        first, last = self.article.sentence_at(span.start), self.article.sentence_at(span.end - 1)
        if self._closes_sentence(span, last) and last + 1 < len(self.article.sentences):
            following = [r for r in self.reports(last + 1) if r.rule == "verb-subject" and r.cue.start - span.end < 6]
            if following:
                return following[0]
        behind = [r for r in self._speaking(last) if r.cue.start >= span.end]
        ahead = [r for r in self._speaking(first) if r.cue.end <= span.start]
        nearest_behind = min(behind, key=lambda r: r.cue.start - span.end, default=None)
        nearest_ahead = max(ahead, key=lambda r: r.cue.end, default=None)
        if nearest_behind and nearest_ahead:
            gap_ahead = span.start - nearest_ahead.cue.end
            gap_behind = min(nearest_behind.source_span().start, nearest_behind.cue.start) - span.end
            return nearest_ahead if gap_ahead <= gap_behind else nearest_behind
        return nearest_behind or nearest_ahead

    def _closes_sentence(self, span: Span, sentence: int) -> bool:
        return self.article.sentences[sentence].end - span.end <= 2

    def _speaking(self, sentence: int) -> list[Report]:
        """The reports of a sentence that can carry a quotation."""
        return [r for r in self.reports(sentence) if r.source is not None and (r.speaks or r.kind == "according_to")]

    def _speaker_before(self, quotation: int) -> tuple[Report, str] | None:
        """Of a quotation with no report beside it: who spoke before in its paragraph, or opened it with a colon, or
        spoke the paragraph before when that one is a quotation too."""
        span = self.article.quotations[quotation]
        sentence = self.article.sentence_at(span.start)
        paragraph = self.article.sentence_paragraph[sentence]
        for earlier in range(sentence - 1, -1, -1):
            back = paragraph - self.article.sentence_paragraph[earlier]
            if back > 6:
                return None
            speaking = self._speaking(earlier) or self._introducing(earlier)
            if not speaking:
                if back and not self._is_quoted(earlier):
                    return None
                continue
            if back and not self._runs_on(quotation, earlier):
                return None
            return speaking[-1], "quotation-goes-on"
        return None

    def _introducing(self, sentence: int) -> list[Report]:
        """ "Lee made this point:" in front of a block quotation: its subject speaks, whatever its verb."""
        toks = self.article.tokens(sentence)
        if not toks or toks[-1].text != ":":
            return []
        subject = first_subject(toks, len(toks))
        if subject is None or not (toks[subject.head].tag == "M" or can_be_source(toks[subject.head].lower)):
            return []
        cue = Span(toks[-1].start, toks[-1].end)
        return [Report(subject, toks, cue, (), "indirect", "colon", opens=True)]

    def _is_quoted(self, sentence: int) -> bool:
        span = self.article.sentences[sentence]
        inside = self.article.quotation_at(min(span.start + 2, span.end - 1))
        return inside is not None and self.article.quotations[inside].end - span.start > _SCARE

    def _runs_on(self, quotation: int, earlier: int) -> bool:
        """Does the quotation, which opens its paragraph, go on with what was said in an earlier paragraph?"""
        span = self.article.quotations[quotation]
        paragraph = self.article.paragraphs[self.article.sentence_paragraph[self.article.sentence_at(span.start)]]
        if span.start - paragraph.start > 3 and not self._opened_before(span, paragraph):
            return False
        before = self.article.sentences[earlier]
        spoke = any(
            before.start <= q.start < before.end or before.start < q.end <= before.end + 2
            for q in self.article.quotations
        )
        return spoke or self.article.text[before.end - 1] == ":" or any(r.opens for r in self.reports(earlier))

    def _opened_before(self, span: Span, paragraph: Span) -> bool:
        return any(
            paragraph.start <= q.start < span.start and q.start - paragraph.start <= 3 for q in self.article.quotations
        )

    def _report_behind(self, span: Span) -> tuple[Report, str] | None:
        """The next sentence of the paragraph, where it says who spoke."""
        sentence = self.article.sentence_at(span.end - 1)
        if sentence + 1 >= len(self.article.sentences):
            return None
        if self.article.sentence_paragraph[sentence + 1] != self.article.sentence_paragraph[sentence]:
            return None
        speaking = self._speaking(sentence + 1)
        return (speaking[0], "quotation-before-speaker") if speaking else None

    # ------------------------------------------------------------------ whom it names

    def _attribution(self, report: Report, kind: AttributionKind, rule: str) -> Attribution:
        if report.source is None:
            return Attribution(kind="passive", cue=report.cue, rule=rule, estimates=report.estimates)
        phrase, toks = report.source, report.tokens
        span = phrase.span(toks)
        text = self.article.text
        written = " ".join(span.of(text).split())
        source, antecedent = self._resolved(report, written)
        role_span = phrase.role_span(toks)
        role = self._role(role_span, written)
        return Attribution(
            kind=kind, source=source, source_text=written, source_span=span, role=role, role_span=role_span,
            source_type=source_type(source, role, written), cue=report.cue, antecedent=antecedent, rule=rule, estimates=report.estimates,
        )  # fmt: skip

    def _resolved(self, report: Report, written: str, depth: int = 0) -> tuple[str, Span | None]:
        assert report.source is not None
        phrase, toks = report.source, report.tokens
        if is_pronoun(toks, phrase):
            return self._antecedent(toks[phrase.first].lower, toks[phrase.first].start, written, depth)
        body = self._body(report)
        if body is not None:
            return body
        return self.names.full_name(_LEADING_DETERMINER.sub("", written), phrase.span(toks).start)

    def _body(self, report: Report) -> tuple[str, Span | None] | None:
        """The body that "the court", "the refugee agency" means: the one whose name ends in these words, or whose role
        ended in them where it was named; None where the article has none or several."""
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        words = [t.lower for t in toks[phrase.first : phrase.last]]
        if (
            words[0] != "the"
            or not 2 <= len(words) <= 4
            or words[-1] not in SOURCE_BODIES
            or toks[phrase.last - 1].tag != "N"
        ):
            return None
        start = toks[phrase.first].start
        for first in range(1, len(words)):
            found = self.names.body_named(words[first:], start)
            if found is not None:
                return found
        return self._body_before(words, start)

    def _body_before(self, words: list[str], before: int) -> tuple[str, Span | None] | None:
        """Among the sources named before: the last whose role was this noun ("AFAD, the disaster agency"), else the one
        phrase with this noun and a name in it ("Hong Kong police"), else the only body cited shortly before, or the only company named."""
        noun = words[-1]
        sentence = self.article.sentence_at(before)
        phrases: set[str] = set()
        bodies: set[str] = set()
        for earlier in range(sentence, max(-1, sentence - _BACK), -1):
            for report in reversed(self.reports(earlier)):
                if (
                    report.source is None
                    or report.source_span().start >= before
                    or is_pronoun(report.tokens, report.source)
                ):
                    continue
                name = self._named(report)
                if _has_role(report, noun, self.article.text):
                    return self.names.full_name(name, before)
                head = report.tokens[report.source.head]
                if head.lower == noun and head.tag == "N" and any(c.isupper() for c in name):
                    phrases.add(name)
                elif (
                    head.tag == "M"
                    and sentence - earlier <= _NEAR
                    and (known := organisation(self.names.full_name(name, before)[0])) is not None
                    and (noun != "company" or known.type == "company")
                ):
                    bodies.add(self.names.full_name(name, before)[0])
        if len(phrases) == 1:
            return phrases.pop(), None
        if not phrases and len(words) == 2 and noun in _GENERIC and len(bodies) == 1:
            return bodies.pop(), None
        return (
            self.names.only_company(before)
            if not phrases and source_type("", None, f"the {noun}") == "company"
            else None
        )

    def _named(self, report: Report) -> str:
        return _LEADING_DETERMINER.sub("", " ".join(report.source_span().of(self.article.text).split()))

    def _antecedent(self, pronoun: str, position: int, written: str, depth: int) -> tuple[str, Span | None]:
        """Whom a pronoun means: the speaker of the sentences before, where gender and number agree, else a named person."""
        sentence = self.article.sentence_at(position)
        for earlier in range(sentence, max(-1, sentence - 4), -1):
            for report in reversed(self.reports(earlier)):
                if (
                    report.source is None
                    or report.source_span().end > position
                    or report.source_span().start >= position
                ):
                    continue
                if depth < 3 and self._agrees(pronoun, report):
                    return self._resolved(
                        report, " ".join(report.source_span().of(self.article.text).split()), depth + 1
                    )
        if pronoun in ("he", "she"):
            person = self.names.person_before(pronoun, position)
            if person is not None:
                return person.name, person.span
        return written, None

    def _agrees(self, pronoun: str, report: Report) -> bool:
        assert report.source is not None
        phrase, toks = report.source, report.tokens
        head = toks[phrase.head]
        if is_pronoun(toks, phrase):
            return head.lower == pronoun
        name = self.names.full_name(self._named(report), head.start)[0]
        person = self.names.person_named(name)
        if pronoun in ("he", "she"):
            if person is not None:
                return person.gender in ("u", "m" if pronoun == "he" else "f")
            definite = toks[phrase.first].lower in ("the", "this", "that")
            return head.tag == "N" and is_person(head.lower) and not is_plural(head.lower) and not definite and head.lower not in (FEMALE if pronoun == "he" else MALE)
        if pronoun == "they":
            return person is None and (head.tag == "M" or is_plural(head.lower) or head.lower in SOURCE_BODIES)
        return pronoun == "it" and person is None and not (head.tag == "N" and (is_plural(head.lower) or is_person(head.lower)))

    def _role(self, span: Span | None, written: str) -> str | None:
        """The role that stands beside the mention: its apposition, else the title in front of the name."""
        if span is not None:
            return _LEADING_DETERMINER.sub("", " ".join(span.of(self.article.text).split()))
        return title_of(written)


_LEADING_DETERMINER = re.compile(r"^(?:the|a|an|The|A|An)\s+")


_BACK = 14  # sentences in which "the police" may have been named before
_NEAR = 5
_GENERIC = frozenset(("agency", "organization", "organisation", "group", "body", "company", "institute"))


def _has_role(report: Report, noun: str, text: str) -> bool:
    assert report.source is not None
    role = report.source.role_span(report.tokens)
    if role is None:
        return False
    words = role.of(text).lower().split()
    head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return words[head] == noun


def _outermost(covering: list[Report], figure: Figure) -> Report | None:
    """Of the reports that reach the figure, the one that the article itself makes: named before nameless, the first
    in the sentence before those inside it; of two "according to" the nearer; "citing X" before who cites X."""
    named = [r for r in covering if r.source is not None]
    if not named:
        return covering[0] if covering else None
    cited = [r for r in named if r.rule in ("citing", "quoting")]
    if cited:
        return cited[0]
    according = [r for r in named if r.kind == "according_to"]
    if according and len(according) == len(named):
        return min(according, key=lambda r: abs(r.cue.start - figure.start))
    spoken = [r for r in named if r.kind != "according_to"]
    outer = [r for r in spoken if not any(o.covers(*r.cue) and not r.covers(*o.cue) for o in spoken if o is not r)]
    return min(outer or spoken, key=lambda r: r.cue.start) if spoken else named[0]


def attributions_of(article: Article) -> Attributions:
    """Prepare an article for being asked who is cited for its figures."""
    return Attributions(article, Names(article))
