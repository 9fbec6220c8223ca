"""Reports of a verb: "X said that …", "…, X said", "…, said X", "is believed to"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.contents import (
    begins_clause,
    begins_infinitive,
    content_end,
    content_start,
    counts_only,
    next_clause,
    quoted_end,
    relative_object,
)
from claimtrack.attribution.cues import (
    ACT,
    ESTIMATING,
    INSERTED,
    INTENDS,
    NAMING,
    OF_OBJECT,
    RECIPIENT,
    SPEECH,
    STOPS,
    THAT_ONLY,
    UNSAID,
    WORDS,
    Cue,
)
from claimtrack.attribution.phrase import Phrase, is_pronoun, may_be_source
from claimtrack.attribution.phrases import phrase_after, phrase_before
from claimtrack.attribution.report import Report
from claimtrack.attribution.subjects import can_say, long_subject, shared_subject, subject_of
from claimtrack.language import Token
from claimtrack.model import Span

_UNSAID, _ASKED, _NEGATIONS = (frozenset(WORDS[name]) for name in ("unsaid", "asked", "negations"))
_UNSAID_WITHIN = 4  # tokens before "to say" in which it is told that nothing was said
_AGENT_WITHIN = 10  # tokens between a passive and its "by"
_ENDS_CONTENT = frozenset((",", "—", "–", "-", "?", "!"))


def report_of_verb(toks: Sequence[Token], cue: Cue, earlier: Sequence[Report]) -> Report | None:
    """The report that the verb makes, None where it makes none. earlier: the reports before it in the sentence."""
    if cue.form == "passive":
        return _passive(toks, cue)
    if cue.form == "infinitive":
        return _purpose(toks, cue, earlier)
    if _closes_with_speaker(toks, cue) and (inverted := _inverted(toks, cue)):
        return inverted
    subject, rule = subject_of(toks, cue, earlier)
    report = _active(toks, cue, subject, rule) if subject is not None and can_say(toks, subject, cue) else None
    report = report or _inverted(toks, cue)
    if report is not None or cue.form == "ing" or rule == "same-subject":
        return report
    longer = long_subject(toks, cue.group)
    return _active(toks, cue, longer, "long-subject") if longer and can_say(toks, longer, cue) else None


def _purpose(toks: Sequence[Token], cue: Cue, earlier: Sequence[Report]) -> Report | None:
    """ "Lee held a briefing to announce that …", "it prompted the bank to say that …": who says it stands in front of
    the verb before; None where nothing is said ("refused to say whether")."""
    k, opens = content_start(toks, cue)
    if cue.base not in SPEECH or k >= len(toks) or not (opens or toks[k].lower == "that" or toks[k].tag == '"'):
        return None
    to = cue.group - 1
    if to < 1 or toks[to - 1].tag not in ("N", "M", "R"):
        return None
    if any(t.lower in _UNSAID for t in toks[max(0, to - _UNSAID_WITHIN) : to]):
        return None
    asked = phrase_before(toks, to)
    was_asked = asked is not None and asked.start() and toks[asked.start() - 1].lower in _ASKED
    subject = asked if was_asked else shared_subject(toks, to, earlier)
    if subject is None or not can_say(toks, subject, cue):
        return None
    return _made(toks, cue, subject, [Span(toks[k].start, content_end(toks, k))], "purpose", opens)


def _closes_with_speaker(toks: Sequence[Token], cue: Cue) -> bool:
    """ "…, who pay less, say police.": a comma before the verb, and behind it a noun phrase that ends the sentence."""
    if cue.at < 2 or toks[cue.at - 1].text != "," or cue.base in RECIPIENT:
        return False
    speaker = phrase_after(toks, cue.at + 1)
    return speaker is not None and (speaker.last >= len(toks) or toks[speaker.last].text in (".", ",", ";"))


def _active(toks: Sequence[Token], cue: Cue, subject: Phrase, rule: str) -> Report | None:
    """A report with its subject in front; None where the frame of the verb does not hold."""
    k, opens = content_start(toks, cue)
    if cue.base in ACT and counts_only(toks, k):
        return None
    if (
        cue.base in UNSAID
        and not begins_clause(toks, k)
        and any(t.lower in _NEGATIONS or t.lower.endswith("n't") for t in toks[cue.group : cue.at])
    ):
        return None  # "the ad does not mention Lee, whose party spent $5m"
    ahead = _has_content_ahead(toks, subject, cue)
    behind = opens or (k < len(toks) and toks[k].tag != ",")
    intended = cue.base in INTENDS and begins_infinitive(toks, k)
    if cue.base in THAT_ONLY and behind and not opens and not intended and not begins_clause(toks, k):
        return None
    if not ahead and rule == "subject-verb" and (said_of := _of_object(toks, cue, subject, k)):
        return said_of
    quoted = ahead and not opens and cue.base in SPEECH and _closes_quotation(toks, subject.start())
    if behind and quoted and not begins_clause(toks, k):
        behind, k = False, len(toks)  # "“…,” she told a crowd of 500"
    inserts = cue.base in SPEECH or cue.base in INSERTED
    if not behind and not (inserts and ahead) and cue.base not in SPEECH and not (ahead and k >= len(toks)):
        return None
    reach = _reach(toks, cue, subject, rule, k, ahead=ahead, behind=behind)
    return _made(toks, cue, subject, reach, rule, opens) if reach is not None else None


def _of_object(toks: Sequence[Token], cue: Cue, subject: Phrase, k: int) -> Report | None:
    """ "the 300 jobs that Lee promised", "the $20 million experts say it costs": a report of what stands in front of
    its subject, and of what goes on behind it at token k."""
    if cue.base not in OF_OBJECT or cue.form != "finite":
        return None
    said_of = relative_object(toks, subject.start(), k)
    if said_of is None:
        return None
    goes_on = k < len(toks) and toks[k].tag != ","
    reach = [said_of, Span(toks[k].start, content_end(toks, k))] if goes_on else [said_of]
    return _made(toks, cue, subject, reach, "relative-object", opens=False)


def _has_content_ahead(toks: Sequence[Token], subject: Phrase, cue: Cue) -> bool:
    first = subject.start()
    if first < 2 or subject.first >= cue.at or cue.form == "ing":
        return False
    return toks[first - 1].text in _ENDS_CONTENT or toks[first - 1].tag == '"'


def _closes_quotation(toks: Sequence[Token], first: int) -> bool:
    return toks[first - 1].tag == '"' or toks[first - 2].tag == '"'


def _reach(
    toks: Sequence[Token], cue: Cue, subject: Phrase, rule: str, k: int, *, ahead: bool, behind: bool
) -> list[Span] | None:
    """What a report reaches over: the content behind it from token k, the content ahead of its subject, or both sides
    of an insertion ("Forty, she said, had died"); None where it has no content."""
    first = subject.start()
    before = Span(toks[0].start, toks[first - 1].start)
    if behind:
        named = cue.base in NAMING and toks[cue.at + 1].tag != "P"  # "called it a “night of 40 burials”"
        names = quoted_end(toks, k) if named else None
        end = names or content_end(toks, k)
        if cue.base not in SPEECH and not begins_clause(toks, k):
            end = min(end, next_clause(toks, k))
        if rule == "restrictive":
            end = min(end, next((t.start for t in toks[k + 1 :] if t.text in (",", "—", "–", "-", ";")), end))
        spans = [Span(toks[k].start if k < len(toks) else toks[-1].end, end)]
        quoted = toks[0].tag == '"' or toks[first - 1].tag == '"'  # else what stands ahead only leads in
        if ahead and quoted and rule == "subject-verb" and cue.base in SPEECH:
            spans.append(before)
        return spans
    if ahead:
        inserted = k + 1 < len(toks) and toks[k].text == "," and toks[k + 1].lower not in STOPS
        if inserted and _closes_quotation(toks, first) and toks[k + 1].lower.endswith("ing"):
            inserted = False  # "“…,” he said, looking at 40 neighbours"
        return [Span(toks[k].start, content_end(toks, k + 1)), before] if inserted else [before]
    if k >= len(toks):
        return None if first > 1 else []
    return [] if rule == "same-subject" else [Span(toks[k].start, toks[-1].end)]


def _made(toks: Sequence[Token], cue: Cue, subject: Phrase, reach: Sequence[Span], rule: str, opens: bool) -> Report:
    token = toks[cue.at]
    return Report(
        subject, toks, Span(token.start, token.end), tuple(reach), "indirect", rule,
        estimates=cue.base in ESTIMATING, opens=opens,
        speaks=cue.base in SPEECH and rule != "restrictive",
    )  # fmt: skip


def _inverted(toks: Sequence[Token], cue: Cue) -> Report | None:
    """ "…, said Ann Lee" and "…" said Ann Lee."""
    if cue.base not in SPEECH or cue.form != "finite" or cue.at == 0 or cue.at + 1 >= len(toks):
        return None
    before = toks[cue.at - 1]
    if not (before.text in (",", "—", "?", "!") or before.tag == '"'):
        return None
    subject = phrase_after(toks, cue.at + 1)
    if subject is None or (subject.start() > cue.at + 1 and subject.role_first > cue.at + 1):
        return None
    if subject.last < len(toks) and toks[subject.last].tag in ("#", "V", "X"):
        return None  # "Ann Lee, the mayor, said the dam cost $5m"
    if cue.base != "say" and not (is_pronoun(toks, subject) or can_say(toks, subject, cue)):
        return None  # "Four shops — among them Lee's — reported losses"
    if is_pronoun(toks, subject) and subject.last < len(toks) and toks[subject.last].tag not in (",", '"', "S"):
        return None  # "who is a member, said he had 40": the pronoun begins what was said
    reach = [Span(toks[0].start, before.start + (before.tag == '"'))]
    return _made(toks, cue, subject, reach, "verb-subject", opens=False)


def _passive(toks: Sequence[Token], cue: Cue) -> Report:
    """ "is believed to", "was put at 35 by the ministry"."""
    token = toks[cue.at]
    span, reach = Span(token.start, token.end), (_clause_around(toks, cue.at),)
    agent = _agent(toks, cue.at)
    if agent is None:
        return Report(None, toks, span, reach, "passive", "passive", speaks=False)
    estimates = cue.base in ESTIMATING
    return Report(agent, toks, span, reach, "passive", "passive-by", estimates=estimates, speaks=False)


def _agent(toks: Sequence[Token], at: int) -> Phrase | None:
    for k in range(at + 1, min(len(toks), at + _AGENT_WITHIN)):
        if toks[k].lower == "by":
            agent = phrase_after(toks, k + 1)
            if agent is not None:
                return agent if may_be_source(toks[agent.head]) else None
        if toks[k].tag in (",", "S", "V"):
            return None
    return None


def _clause_around(toks: Sequence[Token], k: int) -> Span:
    """The clause that token k stands in, between semicolons, colons and conjunctions behind a comma."""
    start, end = toks[0].start, toks[-1].end
    for j in range(k, 0, -1):
        if _parts_clauses(toks, j):
            start = toks[j].end
            break
    for j in range(k + 1, len(toks) - 1):
        if _parts_clauses(toks, j):
            end = toks[j].start
            break
    return Span(start, end)


def _parts_clauses(toks: Sequence[Token], j: int) -> bool:
    return toks[j].text in (";", ":") or (toks[j].tag == "," and toks[j + 1].tag in ("C", "S"))
