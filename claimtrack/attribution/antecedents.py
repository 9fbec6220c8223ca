"""Whom a mention means: pronouns, "the agency", short names, resolved to the fullest name that the article has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimtrack.attribution.names import Names
from claimtrack.attribution.phrase import POSSESSIVES, Phrase, is_pronoun, may_be_source
from claimtrack.attribution.phrases import phrase_before
from claimtrack.attribution.report import Report
from claimtrack.attribution.sentence_reports import SentenceReports
from claimtrack.attribution.source_types import organisation, source_type
from claimtrack.attribution.subjects import first_subject
from claimtrack.attribution.titles import DATA, FEMALE, MALE, title_of
from claimtrack.language import Token
from claimtrack.language.inflection import is_plural
from claimtrack.language.people import SOURCE_BODIES, is_person
from claimtrack.model import Span

_LEADING_DETERMINER = re.compile(r"(?i)^(?:the|a|an)\s+")
_GENERIC = frozenset(DATA["generic_bodies"])
_SPEAKERS_BACK = 4  # sentences in which the speaker that a pronoun means may have spoken
_BODIES_BACK = 14  # sentences in which "the police" may have been named before
_NEAR = 5  # sentences in which the only body cited is "the agency"
_REPORTS_BACK = 40  # reports of one sentence among which the speaker is looked for
_DEEPEST = 3  # pronouns that are followed to a pronoun before them

Meaning = tuple[str, Span | None]
"""A name, and where the article has it; None where that is the mention itself."""


def _first_word(report: Report) -> str:
    assert report.source is not None
    return report.tokens[report.source.first].lower


def without_determiner(words: str) -> str:
    return _LEADING_DETERMINER.sub("", words)


@dataclass(frozen=True)
class Antecedents:
    """What the mentions of one article's sources mean, each found once."""

    reports: SentenceReports
    names: Names
    _found: dict[tuple[int, int, int], Meaning] = field(default_factory=dict, repr=False)

    def written(self, report: Report) -> str:
        """The source's words on one line."""
        return " ".join(report.source_span().of(self.reports.article.text).split())

    def of(self, report: Report, depth: int = 0) -> Meaning:
        """Whom the source of the report means. depth: how many pronouns led here."""
        key = (*report.source_span(), depth)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._meaning(report, depth)
        return found

    def _meaning(self, report: Report, depth: int) -> Meaning:
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        if is_pronoun(toks, phrase):
            pronoun = POSSESSIVES.get(toks[phrase.first].lower, toks[phrase.first].lower)
            return self._meant_by_relative(report) or self._meant_by_pronoun(report, pronoun, depth)
        return (
            self._body(report)
            or self._officer(report)
            or self.names.full_name(self._bare(report), report.source_span().start)
        )

    def _bare(self, report: Report) -> str:
        return without_determiner(self.written(report))

    # ------------------------------------------------------------------ pronouns

    def _meant_by_relative(self, report: Report) -> Meaning | None:
        """ "the bank, which said": the noun phrase in front of the relative pronoun."""
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        if toks[phrase.first].lower not in ("who", "which", "that"):
            return None
        end = phrase.first - (phrase.first > 0 and toks[phrase.first - 1].tag == ",")
        meant = phrase_before(toks, end) if end > 0 else None
        return self._named(toks, meant) if meant is not None else None

    def _named(self, toks: Sequence[Token], phrase: Phrase) -> Meaning:
        """The fullest name of what a phrase names."""
        span = phrase.span(toks)
        words = " ".join(span.of(self.reports.article.text).split())
        name, found = self.names.full_name(without_determiner(words), span.start)
        return name, found or span

    def _meant_by_pronoun(self, report: Report, pronoun: str, depth: int) -> Meaning:
        """The subject of the sentence ("Lee said that he"), else the speaker of the sentences before, where gender and
        number agree, else the last person named."""
        position = report.source_span().start
        before = self._person_before if pronoun in ("he", "she") else self._owner_before
        subject = before(report, pronoun)
        if subject is not None:
            return subject
        if depth < _DEEPEST:
            for earlier, _ in self._sources_before(position, _SPEAKERS_BACK):
                if self._agrees(pronoun, earlier):
                    return self.of(earlier, depth + 1)
        person = self.names.person_before(pronoun, position) if pronoun in ("he", "she") else None
        return (person.name, person.span) if person else (self.written(report), None)

    def _subject_before(self, report: Report) -> Phrase | None:
        """The subject of the sentence's first verb where it stands in front of the source and outside a quotation
        (whoever is spoken of in one is not who says it)."""
        assert report.source is not None
        toks = report.tokens
        subject = first_subject(toks, report.source.first)
        if subject is None or is_pronoun(toks, subject) or subject.last > report.source.first:
            return None
        quoted = self.reports.article.quotation_at(toks[subject.first].start) is not None
        return None if quoted else subject

    def _person_before(self, report: Report, pronoun: str) -> Meaning | None:
        """ "Lee mocked the plan, which he said": the person of that gender that is the subject of the sentence."""
        subject = self._subject_before(report)
        if subject is None:
            return None
        person = self.names.person_named(self._named(report.tokens, subject)[0])
        agrees = person is not None and person.gender in ("u", "m" if pronoun == "he" else "f")
        return (person.name, person.span) if person is not None and agrees else None

    def _owner_before(self, report: Report, pronoun: str) -> Meaning | None:
        """ "The bank raised its forecast": the body that is the subject of the sentence, one or several as it says."""
        toks, subject = report.tokens, self._subject_before(report)
        if subject is None or _first_word(report) not in POSSESSIVES:
            return None
        head = toks[subject.head]
        person = head.tag == "N" and is_person(head.lower)
        if (pronoun == "it") == (is_plural(head.lower) or person) or not may_be_source(head):
            return None
        return self._named(toks, subject)

    def _sources_before(self, position: int, sentences: int) -> Iterator[tuple[Report, int]]:
        """The reports with a source that ends before the position, the last first, and how many sentences back."""
        sentence = self.reports.article.sentence_at(position)
        for earlier in range(sentence, max(-1, sentence - sentences), -1):
            reports = self.reports.of(earlier)
            last = bisect_left(reports, position, key=lambda report: report.cue.start) + 1
            for report in reversed(reports[max(0, last - _REPORTS_BACK) : last]):
                if report.source is not None and report.source_span().end <= position:
                    yield report, sentence - earlier

    def _agrees(self, pronoun: str, report: Report) -> bool:
        """May the pronoun mean the source of this earlier report?"""
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        head = toks[phrase.head]
        if is_pronoun(toks, phrase):
            return POSSESSIVES.get(head.lower, head.lower) == pronoun
        person = self.names.person_named(self.names.full_name(self._bare(report), head.start)[0])
        if pronoun in ("he", "she"):
            if person is not None:
                return person.gender in ("u", "m" if pronoun == "he" else "f")
            other_gender = FEMALE if pronoun == "he" else MALE
            definite = toks[phrase.first].lower in ("the", "this", "that")  # itself another name for a person
            one_person = head.tag == "N" and is_person(head.lower) and not is_plural(head.lower)
            return one_person and not definite and head.lower not in other_gender
        if person is not None:
            return False
        several = is_plural(head.lower)
        if pronoun == "they":
            return head.tag == "M" or several or head.lower in SOURCE_BODIES
        return pronoun == "it" and not (head.tag == "N" and (several or is_person(head.lower)))

    # ------------------------------------------------------------------ bodies

    def _body(self, report: Report) -> Meaning | None:
        """The body that "the court", "the refugee agency" means: the one whose name ends in these words, or whose role
        ended in them where it was named; None where the article has none or several."""
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        words = [t.lower for t in toks[phrase.first : phrase.last]]
        named = toks[phrase.last - 1].tag == "N" and words[-1] in SOURCE_BODIES
        if words[0] != "the" or not 2 <= len(words) <= 4 or not named:
            return None
        start = toks[phrase.first].start
        for first in range(1, len(words)):
            found = self.names.body_named(words[first:], start)
            if found is not None:
                return found
        return self._body_before(words, start)

    def _officer(self, report: Report) -> Meaning | None:
        """The person that "the chief", "the sheriff" means: the only source named before with that title or role."""
        phrase, toks = report.source, report.tokens
        assert phrase is not None
        noun = toks[phrase.last - 1].lower
        if (
            phrase.last - phrase.first != 2
            or toks[phrase.first].lower != "the"
            or not is_person(noun)
            or is_plural(noun)
        ):
            return None
        start = toks[phrase.first].start
        found: dict[str, Meaning] = {}
        for earlier, _ in self._sources_before(start, _BODIES_BACK):
            named = earlier.source is not None and earlier.tokens[earlier.source.head].tag == "M"
            title = title_of(self.written(earlier)) if named else None
            if named and (self._has_role(earlier, noun) or (title and title.lower().split()[-1] == noun)):
                meant = self.of(earlier)
                found.setdefault(meant[0], meant)
        return next(iter(found.values())) if len(found) == 1 else None

    def _body_before(self, words: list[str], before: int) -> Meaning | None:
        """Among the sources named before: the last whose role was this noun ("AFAD, the disaster agency"), else the one
        phrase with this noun and a name in it ("Hong Kong police"), else the only body cited shortly before, or the
        only company named."""
        noun = words[-1]
        phrases: set[str] = set()
        bodies: set[str] = set()
        for report, back in self._sources_before(before, _BODIES_BACK):
            phrase, toks = report.source, report.tokens
            assert phrase is not None
            if is_pronoun(toks, phrase):
                continue
            head, name = toks[phrase.head], self._bare(report)
            if self._has_role(report, noun):
                return self.names.full_name(name, before)
            if head.lower == noun and head.tag == "N" and any(c.isupper() for c in name):
                phrases.add(name)
            elif head.tag == "M" and back <= _NEAR:
                full = self.names.full_name(name, before)[0]
                known = organisation(full)
                if known is not None and (noun != "company" or known.type == "company"):
                    bodies.add(full)
        if phrases:
            return (phrases.pop(), None) if len(phrases) == 1 else None
        if len(words) == 2 and noun in _GENERIC and len(bodies) == 1:
            return bodies.pop(), None
        return self.names.only_company(before) if source_type("", None, f"the {noun}") == "company" else None

    def _has_role(self, report: Report, noun: str) -> bool:
        """Is the noun the head of the role beside the source ("the disaster agency", "the agency of the UN")?"""
        assert report.source is not None
        role = report.source.role_span(report.tokens)
        if role is None:
            return False
        words = role.of(self.reports.article.text).lower().split()
        return words[words.index("of") - 1 if "of" in words[1:] else -1] == noun
