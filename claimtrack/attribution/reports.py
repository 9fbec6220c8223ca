"""The reports of a sentence: who says what, each with its source, its cue and the span that it reaches over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.attribution.clauses import report_of_verb
from claimtrack.attribution.cues import WORDS, find_cues
from claimtrack.attribution.documents import (
    reports_of_according,
    reports_of_documents,
    reports_of_labels,
)
from claimtrack.attribution.nouns import reports_of_nouns
from claimtrack.attribution.phrase import Phrase
from claimtrack.attribution.report import Report
from claimtrack.language import Token
from claimtrack.model import Span

_MOST = 12  # reports on either side of one in its sentence that may share its subject or take over from it
SCARE = 25  # a quotation shorter than this many characters is a quoted word, not somebody's speech
_CONTRASTS, _SHARES, _BOUNDS = (frozenset(WORDS[name]) for name in ("contrasts", "shares", "bounds"))


def find_reports(toks: Sequence[Token], quoted: Sequence[Span]) -> list[Report]:
    """The reports of a sentence, in order of their cues.

    quoted: the quotations that touch it; a verb inside a longer one reports nothing to the outside.
    """
    if not toks:
        return []
    words = {token.lower for token in toks}
    speeches = [q for q in quoted if q.end - q.start > SCARE]
    found = [r for r in reports_of_according(toks, words) if not _inside(r.cue, speeches)]
    for cue in find_cues(toks):
        if _inside(Span(toks[cue.at].start, toks[cue.at].end), speeches):
            continue
        report = report_of_verb(toks, cue, found[-_MOST:])
        if report and not (report.source and _is_share(toks, report.source)):
            found.append(report)
    found += reports_of_nouns(toks, words)
    if not found:
        found += reports_of_labels(toks)
    found += reports_of_documents(toks, words)
    return _parted(sorted(found, key=lambda report: report.cue.start))


def _inside(span: Span, quoted: Sequence[Span]) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in quoted)


def _is_share(toks: Sequence[Token], source: Phrase) -> bool:
    """ "31% of Republicans", "nine in 10 voters", "more than half of them": those who were asked, not who tells it."""
    first = source.first
    while first < source.last and (toks[first].tag in ("D", "A") or toks[first].lower in _BOUNDS):
        first += 1
    words = toks[first : min(first + 4, source.last + 1)]
    if not words:
        return False
    if words[0].text.endswith("%") or any(t.lower in ("percent", "per") for t in words[1:3]):
        return True
    if len(words) > 1 and words[0].lower.split("-")[-1] in _SHARES and words[1].lower == "of":
        return True
    ratio = len(words) > 2 and words[1].lower in ("in", "out") and any(t.tag == "#" for t in words[2:])
    return words[0].tag == "#" and ratio


def _parted(reports: Sequence[Report]) -> list[Report]:
    """Each report's reach cut where a later one with a subject of its own takes over (", and the police said …")."""
    parted: list[Report] = []
    for i, report in enumerate(reports):
        if report.source and report.kind != "according_to":
            for later in reports[i + 1 : i + 1 + _MOST]:
                report = _cut(report, later)
        parted.append(report)
    return parted


def _cut(report: Report, later: Report) -> Report:
    """The report without what the later one takes over."""
    if later.source is None:
        return report
    closes = later.reach and max(r.end for r in later.reach) <= later.cue.start
    if later.rule == "same-subject":
        limit = later.cue.start
    elif closes and later.kind == "indirect":
        limit = max(r.end for r in later.reach)  # "The army said 40 died, the agency reports"
    elif later.rule in ("subject-verb", "subject-ing") and _takes_over(report.tokens, later.source.start()):
        limit = report.tokens[later.source.start() - 1].start
    else:
        return report
    return replace(report, reach=tuple(Span(r.start, min(r.end, limit)) for r in report.reach if r.start < limit))


def _takes_over(toks: Sequence[Token], first: int) -> bool:
    """Does the subject at token `first` begin a clause beside the one before it, and not inside of it?"""
    if first < 2:
        return False
    before = toks[first - 1]
    if before.text == ":" or (before.text in ("-", "—", "–", ";") and before.start > toks[first - 2].end):
        return True
    if before.text == ",":
        return toks[0].lower in _CONTRASTS and toks[0].lower != "but"
    if before.lower in _CONTRASTS or (before.lower == "with" and toks[first - 2].text == ","):
        return True
    new_clause = toks[first - 2].text == "," or toks[first].tag in ("D", "M")
    return before.lower == "and" and new_clause and toks[first].lower != "that"
