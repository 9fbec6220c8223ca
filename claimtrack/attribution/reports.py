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
    reports_of_nouns,
)
from claimtrack.attribution.phrase import Phrase
from claimtrack.attribution.report import Report
from claimtrack.language import Token
from claimtrack.model import Span

_MOST = 12  # reports behind one in its sentence that may take over from it
SCARE = 25  # a quotation shorter than this many characters is a quoted word, not somebody's speech
_CONTRASTS = frozenset(WORDS["contrasts"])


def find_reports(toks: Sequence[Token], quoted: Sequence[Span]) -> list[Report]:
    """The reports of a sentence, in order of their cues.

    quoted: the quotations that touch it; a verb inside a longer one reports nothing to the outside.
    """
    if not toks:
        return []
    speeches = [q for q in quoted if q.end - q.start > SCARE]
    found = reports_of_according(toks)
    for cue in find_cues(toks):
        token = toks[cue.at]
        if any(q.start <= token.start and token.end <= q.end for q in speeches):
            continue
        report = report_of_verb(toks, cue, found)
        if report and not (report.source and _is_share(toks, report.source)):
            found.append(report)
    found += reports_of_nouns(toks)
    if not found:
        found += reports_of_labels(toks)
    found += reports_of_documents(toks, found)
    return _parted(sorted(found, key=lambda report: report.cue.start))


def _is_share(toks: Sequence[Token], source: Phrase) -> bool:
    """ "31% of Republicans", "nine in 10 voters": those who were asked, not who tells of it."""
    words = toks[source.first : source.first + 4]
    if words[0].tag != "#":
        return False
    percent = words[0].text.endswith("%") or any(t.lower in ("percent", "per") for t in words[1:3])
    ratio = len(words) > 2 and words[1].lower in ("in", "out") and any(t.tag == "#" for t in words[2:])
    return percent or ratio


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
    if later.rule == "same-subject":
        limit = later.cue.start
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
    if before.text in ("-", "—", "–", ";") and before.start > toks[first - 2].end:
        return True
    if before.text == ",":
        return toks[0].lower in _CONTRASTS and toks[0].lower != "but"
    if before.lower in _CONTRASTS or (before.lower == "with" and toks[first - 2].text == ","):
        return True
    new_clause = toks[first - 2].text == "," or toks[first].tag in ("D", "M")
    return before.lower == "and" and new_clause and toks[first].lower != "that"
