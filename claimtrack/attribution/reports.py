"""Reports: in one sentence, who says what. Each has its source, its cue and the span that it reaches over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.attribution.cues import (
    DOCUMENT,
    DOCUMENT_PREPOSITIONS,
    ESTIMATING,
    NOUNS,
    POLLS,
    RECIPIENT,
    SPEECH,
    STOPS,
    THAT_ONLY,
    Cue,
    find_cues,
)
from claimtrack.attribution.phrases import Phrase, is_pronoun, phrase_after, phrase_before
from claimtrack.language.inflection import singular
from claimtrack.language.people import SOURCE_DOCUMENTS, can_be_source
from claimtrack.language.tokens import Token
from claimtrack.model import AttributionKind, Span


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution found in a sentence. source None: a passive without a name ("is believed").

    cue: the reporting words. reach: spans of the text that it governs. rule: the name of what found it.
    opens: a quotation or a list follows behind its colon. speaks: its verb can also report a quotation.
    """

    source: Phrase | None
    tokens: tuple[Token, ...]
    cue: Span
    reach: tuple[Span, ...]
    kind: AttributionKind
    rule: str
    estimates: bool = False
    opens: bool = False
    speaks: bool = True
    via: Phrase | None = None

    def covers(self, start: int, end: int) -> bool:
        return any(r.start <= start and end <= r.end for r in self.reach) and not (
            self.source and self.source_span().start <= start < self.source_span().end
        )

    def source_span(self) -> Span:
        assert self.source is not None
        return self.source.span(self.tokens)


def find_reports(toks: Sequence[Token], quoted: Sequence[Span]) -> list[Report]:
    """The reports of a sentence, in order of their cues. quoted: the quotations, whose inner verbs report nothing
    to the outside."""
    if not toks:
        return []
    found: list[Report] = []
    found += _according(toks)
    for cue in find_cues(toks):
        if _inside(toks[cue.at], quoted):
            continue
        report = _report(toks, cue, found)
        if report and not (report.source and _is_share(toks, report.source)):
            found.append(report)
    found += _noun_cues(toks)
    found += _labels(toks) if not found else []
    found += _documents(toks, found)
    return _parted(sorted(found, key=lambda r: r.cue.start))


def _is_share(toks: Sequence[Token], source: Phrase) -> bool:
    """ "31% of Republicans", "nine in 10 voters": those who were asked, not who tells of it."""
    words = toks[source.first : source.first + 4]
    return words[0].tag == "#" and (
        words[0].text.endswith("%")
        or any(t.lower in ("percent", "per") for t in words[1:3])
        or (len(words) > 2 and words[1].lower in ("in", "out") and any(t.tag == "#" for t in words[2:]))
    )


def _parted(reports: Sequence[Report]) -> list[Report]:
    """Each report's reach cut where a later one with a subject of its own takes over (", and the police said …")."""
    parted: list[Report] = []
    for i, report in enumerate(reports):
        for later in reports[i + 1 :]:
            if (
                later.source is None
                or report.source is None
                or later.rule not in ("subject-verb", "subject-ing")
                or report.kind == "according_to"
            ):
                continue
            first = _first_of(later.source)
            if first > 1 and _takes_over(report.tokens, first):
                limit = report.tokens[first - 1].start
                report = replace(
                    report, reach=tuple(Span(r.start, min(r.end, limit)) for r in report.reach if r.start < limit)
                )
        parted.append(report)
    return parted


def _takes_over(toks: Sequence[Token], first: int) -> bool:
    before = toks[first - 1]
    if before.text in ("-", "—", "–", ";") and before.start > toks[first - 2].end:
        return True
    if before.text == "," and toks[0].lower in ("while", "although", "though", "whereas"):
        return True
    if before.lower in ("while", "but", "whereas", "although", "though"):
        return True
    return (
        before.lower == "and"
        and (toks[first - 2].text == "," or toks[first].tag in ("D", "M"))
        and not any(t.lower == "that" for t in toks[first : first + 1])
    )


def _inside(token: Token, quoted: Sequence[Span]) -> bool:
    return any(q.start <= token.start and token.end <= q.end and q.end - q.start > 25 for q in quoted)


def _report(toks: Sequence[Token], cue: Cue, earlier: Sequence[Report]) -> Report | None:
    if cue.form == "passive":
        return _passive(toks, cue)
    if cue.form == "infinitive":
        return None
    if _closes_with_speaker(toks, cue) and (inverted := _inverted(toks, cue)):
        return inverted
    group = cue.at
    while group and toks[group - 1].tag in ("X", "A"):
        group -= 1
    subject, rule = _subject(toks, cue, group, earlier)
    if subject is not None and _fits(toks, subject, cue):
        return _active(toks, cue, subject, group, rule)
    return _inverted(toks, cue)


def _closes_with_speaker(toks: Sequence[Token], cue: Cue) -> bool:
    """ "…, who pay less, say police.": a comma before the verb, and behind it a noun phrase that ends the sentence."""
    if cue.at < 2 or toks[cue.at - 1].text != "," or cue.base in RECIPIENT:
        return False
    speaker = phrase_after(toks, cue.at + 1)
    return speaker is not None and (speaker.last >= len(toks) or toks[speaker.last].text in (".", ",", ";"))


# ------------------------------------------------------------------ subject before the cue


def _subject(toks: Sequence[Token], cue: Cue, group: int, earlier: Sequence[Report]) -> tuple[Phrase | None, str]:
    before = toks[group - 1] if group else None
    if cue.form == "ing":
        return _subject_of_ing(toks, cue, group, earlier)
    if before is None:
        return None, ""
    k = group
    while k and (toks[k - 1].lower in _TIME_WORDS or toks[k - 1].lower in ("on", "last", "this", "earlier", "later")):
        k -= 1
    if k and toks[k - 1].tag == "C":
        return _inherited(toks, k, earlier), "same-subject"
    if before.tag == "C" or (before.text == "," and group > 1 and toks[group - 2].tag == "C"):
        return _inherited(toks, group, earlier), "same-subject"
    if before.lower in ("who", "which", "that") and before.tag != "M" and group > 1:
        end = group - 1
        while end and toks[end - 1].text in (",", "-", "—", "–"):
            end -= 1
        return _antecedent(toks, phrase_before(toks, end), end), "relative-subject"
    return phrase_before(toks, group) or _before_relative(toks, group), "subject-verb"


def _antecedent(toks: Sequence[Token], found: Phrase | None, end: int) -> Phrase | None:
    """ "a lecture from the president, who said": whom the relative means where the head cannot speak."""
    if found is None or can_be_source(toks[found.head].lower) or toks[found.head].tag == "M":
        return found
    for k in range(end - 1, found.head, -1):
        if toks[k].tag == "P":
            return phrase_after(toks, k + 1)
    return found


_SHOWING = frozenset(("show", "indicate", "suggest", "reveal", "put"))


def _subject_of_ing(toks: Sequence[Token], cue: Cue, group: int, earlier: Sequence[Report]) -> tuple[Phrase | None, str]:
    """ "polls showing Lee ahead", "with Lee saying that": the noun right before; ", saying that": the clause's subject."""
    before = toks[group - 1] if group else None
    if before is not None and before.tag in ("N", "M"):
        direct = phrase_before(toks, group)
        if direct is None or before.lower == "worth":
            return None, ""
        introduced = toks[_first_of(direct) - 1].lower in ("with", "and")
        if introduced or (cue.base in _SHOWING and singular(toks[direct.head].lower) in SOURCE_DOCUMENTS):
            return direct, "subject-ing"
    return _inherited(toks, group, earlier), "same-subject-ing"


def _before_relative(toks: Sequence[Token], group: int) -> Phrase | None:
    """ "Officials whose laws were struck down say": the subject stands before the relative clause."""
    if toks[group - 1].tag not in ("V", "N", "M", "P", "A"):
        return None
    for k in range(group - 1, max(0, group - 12), -1):
        if toks[k].tag in (",", '"', "C"):
            return None
        contact = toks[k].tag == "R" and toks[k].lower in _SUBJECTS and toks[k - 1].tag == "N"
        if contact or toks[k].lower in ("who", "whose", "that", "which"):
            found = phrase_before(toks, k)
            return found if found and toks[found.head].tag == "N" and can_be_source(toks[found.head].lower) else None
    return None


def _first_of(phrase: Phrase) -> int:
    return min(phrase.first, phrase.role_first) if phrase.role_last > phrase.role_first else phrase.first


def _inherited(toks: Sequence[Token], group: int, earlier: Sequence[Report]) -> Phrase | None:
    """The subject that a second verb shares ("and said that …", ", adding that …"): that of the report before it or of
    the clause begun since, else the sentence's first noun phrase."""
    named = [
        r for r in earlier if r.source is not None and r.cue.start < toks[group].start and r.kind != "according_to"
    ]
    for k in range(group - 1, 0, -1):
        if named and toks[k].start <= named[-1].cue.start:
            break
        if toks[k].tag in ("X", "V") and toks[k - 1].tag in ("N", "M", "R", "A"):
            while k and toks[k - 1].tag in ("A", "X"):
                k -= 1
            found = phrase_before(toks, k) if k else None
            if found is not None and _opens_clause(toks, _first_of(found)):
                return found
    return named[-1].source if named else first_subject(toks, group)


def _opens_clause(toks: Sequence[Token], first: int) -> bool:
    return first == 0 or toks[first - 1].text in (",", "—", "–") or toks[first - 1].tag in ('"', "C")


def first_subject(toks: Sequence[Token], group: int) -> Phrase | None:
    for k in range(1, min(group, 16)):
        if toks[k].tag in ("X", "V") and toks[k - 1].tag not in ("P", "D"):
            while k and toks[k - 1].tag == "A":
                k -= 1
            return phrase_before(toks, k) if k else None
    return None


def _fits(toks: Sequence[Token], subject: Phrase, cue: Cue) -> bool:
    """Can this subject say this? A document or body shows and finds; a person says."""
    head = toks[subject.head]
    if is_pronoun(toks, subject):
        if head.lower in _WRITER:
            return False
        return cue.base in SPEECH or head.lower not in ("it", "which", "one") or cue.base in _COUNTING
    if cue.base in ("say", "tell"):
        return True
    return (
        can_be_source(head.lower)
        or any(t.tag == "M" for t in toks[subject.first : subject.head + 1])
        or (cue.base in DOCUMENT and cue.at + 1 < len(toks) and toks[cue.at + 1].lower in ("that", "how"))
    )


_WRITER = frozenset(("i", "we", "you"))  # outside a quotation: the writer, the reader


_SUBJECTS = frozenset(("i", "he", "she", "they", "we"))
_OPENS_CLAUSE = frozenset(("that", "he", "she", "they", "it", "there", "we", "i", "you", "this", "these", "those"))
_COUNTING = frozenset(
    (
        "record",
        "register",
        "count",
        "report",
        "estimate",
        "expect",
        "find",
        "confirm",
        "put",
        "announce",
        "release",
        "publish",
    )
)


def _active(toks: Sequence[Token], cue: Cue, subject: Phrase, group: int, rule: str) -> Report | None:
    k, opens = _content_start(toks, cue)
    if cue.base in _ACTS and _counts_only(toks, k):
        return None
    first = _first_of(subject)
    before = (
        first > 1
        and (toks[first - 1].text in (",", "—", "–", "-", "?", "!") or toks[first - 1].tag == '"')
        and subject.first < cue.at
    )
    start, end = toks[0].start, toks[-1].end
    behind = (k < len(toks) and toks[k].tag not in (",",)) or opens
    if (
        cue.base in THAT_ONLY
        and cue.base not in SPEECH
        and not (k < len(toks) and (toks[k].lower in _OPENS_CLAUSE or toks[k].tag == '"'))
    ):
        return None
    reach: list[Span] = []
    if behind and before and not opens and cue.base in SPEECH and _closes_quotation(toks, first) and not _clause(toks, k):
        behind = False
        k = len(toks)
    if behind:
        reach.append(Span(toks[k].start if k < len(toks) else end, _stop(toks, k)))
        if before and _only_lead(toks, first):
            before = False
    elif cue.base not in SPEECH and not (before and k >= len(toks)):
        return None
    if before and (cue.base in SPEECH or not behind) and cue.form != "ing":
        if not behind and k + 1 < len(toks) and toks[k].text == "," and toks[k + 1].lower not in STOPS:
            reach.append(Span(toks[k].start, _stop(toks, k + 1)))
        if not (behind and rule != "subject-verb"):
            reach.append(Span(start, toks[first - 1].start))
    if not behind and not before:
        if k >= len(toks) or rule == "same-subject":
            return None if k >= len(toks) and first > 1 else _made(toks, cue, subject, reach, rule, opens)
        reach.append(Span(toks[k].start, end))
    return _made(toks, cue, subject, reach, rule, opens)


_ACTS = frozenset(("add", "post"))


def _counts_only(toks: Sequence[Token], k: int) -> bool:
    """ "added 160 guards along the route", "posted more than 40 times": an act; "added 40 had died": a report."""
    while k < len(toks) and (toks[k].tag == "A" or toks[k].lower in ("more", "than", "about", "just", "up", "to")):
        k += 1
    if k >= len(toks) or toks[k].tag != "#":
        return False
    while k < len(toks) and toks[k].tag in ("#", "N", "M"):
        k += 1
    return k >= len(toks) or toks[k].tag not in ("V", "X")


def _closes_quotation(toks: Sequence[Token], first: int) -> bool:
    return toks[first - 1].tag == '"' or toks[first - 2].tag == '"'


def _clause(toks: Sequence[Token], k: int) -> bool:
    """Does a clause or a quotation begin at k, and not where, when or to whom it was said?"""
    return k < len(toks) and (toks[k].lower in _OPENS_CLAUSE or toks[k].tag == '"')


def _made(toks: Sequence[Token], cue: Cue, subject: Phrase, reach: Sequence[Span], rule: str, opens: bool) -> Report:
    token = toks[cue.at]
    return Report(
        subject, tuple(toks), Span(token.start, token.end), tuple(reach), "indirect", rule,
        estimates=cue.base in ESTIMATING, opens=opens, speaks=cue.base in SPEECH,
    )  # fmt: skip


def _only_lead(toks: Sequence[Token], first: int) -> bool:
    """Is what stands before the subject only a lead-in ("On Thursday, …", "In Aleppo, where …, …"), no content?"""
    opening = toks[0] if toks[0].tag != '"' else toks[1]
    return (
        toks[0].tag != '"'
        and toks[first - 1].tag != '"'
        and (opening.tag in ("P", "S", "A", "N", "V", "D", "M", "R", "C", "#"))
    )


def _content_start(toks: Sequence[Token], cue: Cue) -> tuple[int, bool]:
    """Where the content behind the cue begins, past when, where and to whom it was said; and whether a colon opens it."""
    k = cue.at + 1
    recipient = cue.base in RECIPIENT
    while k < len(toks):
        token = toks[k]
        if token.text == ":":
            return min(k + 1, len(toks)), True
        if (
            token.tag == "A" and token.lower not in ("more", "most", "less", "least", "about", "almost")
        ) or token.lower in _TIME_WORDS:
            k += 1
        elif (
            token.tag == "P" and cue.base in SPEECH and cue.base not in _TAKES_PREPOSITION and _is_circumstance(toks, k)
        ):
            k = _past_phrase(toks, k + 1)
        elif recipient and token.tag in ("R", "N", "M", "D"):
            k, recipient = _past_phrase(toks, k), False
        elif (
            token.lower in ("this", "last", "next", "late", "early")
            and k + 1 < len(toks)
            and toks[k + 1].lower in _TIME_WORDS
        ):
            k += 2
        else:
            break
    if k < len(toks) and toks[k].text in (".", "?", "!") and k >= len(toks) - 2:
        k = len(toks)
    return k, False


_TIME_WORDS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tonight",
        "week",
        "month",
        "year",
        "night",
        "morning",
        "afternoon",
        "evening",
        "weekend",
    ]
)
_TAKES_PREPOSITION = frozenset(("call", "appeal", "plan", "ask", "seek", "put", "point", "vow", "pledge", "estimate"))
_CIRCUMSTANCES = frozenset(
    (
        "in",
        "on",
        "at",
        "to",
        "during",
        "after",
        "from",
        "by",
        "through",
        "via",
        "before",
        "near",
        "with",
        "for",
        "about",
        "of",
        "as",
    )
)


def _is_circumstance(toks: Sequence[Token], k: int) -> bool:
    if toks[k].lower not in _CIRCUMSTANCES:
        return False
    following = toks[k + 1] if k + 1 < len(toks) else None
    if following is None or following.lower in ("least", "most", "about", "many", "much"):
        return False
    return following.tag in ("D", "N", "M", "R")


def _past_phrase(toks: Sequence[Token], k: int) -> int:
    begin = k
    while k < len(toks) and (
        toks[k].tag in ("D", "N", "M", "'s", "#")
        or (toks[k].lower == "of" and k > begin)
        or (k == begin and toks[k].tag == "R")
        or (toks[k].tag == "V" and toks[k].lower.endswith("ed") and toks[k - 1].tag == "D")
    ):
        if k > begin and toks[k].tag == "D":
            break
        if toks[k].tag == "#" and k > begin and toks[k - 1].tag not in ("M",):
            break
        k += 1
    return k


_CLAUSE_STOP = frozenset(("§",))


def _stop(toks: Sequence[Token], k: int) -> int:
    """Where the content that begins at token k ends: at a semicolon, or at a comma that the writer's own words follow."""
    for j in range(k + 1, len(toks)):
        if toks[j].text in _CLAUSE_STOP:
            return toks[j].start
        if (
            toks[j].text == ","
            and j + 2 < len(toks)
            and toks[j + 1].lower in STOPS
            and j - k > 2
            and toks[j + 2].lower != "that"
            and not (toks[j + 1].lower == "but" and toks[j + 2].tag in ("X", "V"))
        ):
            return toks[j].start
    return toks[-1].end


# ------------------------------------------------------------------ cue before its subject


def _inverted(toks: Sequence[Token], cue: Cue) -> Report | None:
    """ "…, said Ann Lee" and "…" said Ann Lee."""
    if cue.base not in SPEECH or cue.form != "finite" or cue.at == 0 or cue.at + 1 >= len(toks):
        return None
    before = toks[cue.at - 1]
    if not (before.text in (",", "—", "?", "!") or before.tag == '"'):
        return None
    subject = phrase_after(toks, cue.at + 1)
    if subject is None or (_first_of(subject) > cue.at + 1 and subject.role_first > cue.at + 1):
        return None
    reach = [Span(toks[0].start, before.start + (before.tag == '"'))]
    return _made(toks, cue, subject, reach, "verb-subject", False)


# ------------------------------------------------------------------ according to, passives, documents


def _according(toks: Sequence[Token]) -> list[Report]:
    found: list[Report] = []
    for k, token in enumerate(toks):
        width = 2 if token.lower == "according" and k + 1 < len(toks) and toks[k + 1].lower == "to" else 0
        if token.lower in ("citing", "quoting") and k + 1 < len(toks):
            width = 1
        if (
            token.lower == "per"
            and k + 1 < len(toks)
            and toks[k + 1].tag in ("M", "D")
            and k
            and toks[k - 1].text == ","
        ):
            width = 1
        if not width:
            continue
        source = phrase_after(toks, k + width)
        if source is None:
            continue
        kind: AttributionKind = "according_to"
        cue = Span(token.start, toks[k + width - 1].end)
        found.append(
            Report(
                source,
                tuple(toks),
                cue,
                _around(toks, k, source.last),
                kind,
                token.lower.replace("according", "according-to"),
                speaks=True,
            )
        )
    return found


def _around(toks: Sequence[Token], k: int, last: int) -> tuple[Span, ...]:
    """The clause on both sides of "according to": the sentence, parted by semicolons and by ", but" and the like; what
    stands in parentheses with it; behind it only what the clause before it goes on with."""
    first, end = 0, toks[-1].end
    closed = False
    for j in range(k - 2, 0, -1):
        closed = closed or toks[j].text == ")"
        if toks[j].text == ";" or (toks[j].text == "(" and not closed) or (toks[j].text == "," and toks[j + 1].lower == "but"):
            first = j + 1
            break
    start = toks[first].start if first else toks[0].start
    if first and toks[first - 1].text == "(":
        closing = next((t.start for t in toks[last:] if t.text == ")"), end)
        return (Span(start, closing),)
    if k > 1 and last + 1 < len(toks) and toks[last].text in (",", "-", "–", "—"):
        said = any(t.tag in ("V", "X") for t in toks[first : k - 2]) and toks[k - 2].tag not in ("V", "X", "P")
        if toks[last + 1].lower in STOPS or (said and _aside(toks[last + 1])):
            end = toks[last].start
        else:
            end = _stop(toks, last)
    return (Span(start, end),)


def _aside(token: Token) -> bool:
    """Does the token begin an apposition or a relative clause, the writer's own words behind what was said?"""
    return token.tag in ("D", "#", "A") or token.lower in ("where", "more", "virtually", "up", "down")


def _passive(toks: Sequence[Token], cue: Cue) -> Report | None:
    """ "is believed to", "was put at 35 by the ministry"."""
    token = toks[cue.at]
    span = Span(token.start, token.end)
    start, end = _clause_of(toks, cue.at)
    for k in range(cue.at + 1, min(len(toks), cue.at + 10)):
        if toks[k].lower == "by" and (agent := phrase_after(toks, k + 1)):
            if toks[agent.head].tag == "M" or can_be_source(toks[agent.head].lower):
                return Report(
                    agent,
                    tuple(toks),
                    span,
                    (Span(start, end),),
                    "passive",
                    "passive-by",
                    estimates=cue.base in ESTIMATING,
                    speaks=False,
                )
            break
        if toks[k].tag in (",", "S", "V"):
            break
    return Report(None, tuple(toks), span, (Span(start, end),), "passive", "passive", speaks=False)


def _clause_of(toks: Sequence[Token], k: int) -> tuple[int, int]:
    start, end = toks[0].start, toks[-1].end
    for j in range(k, 0, -1):
        if toks[j].text in (";", ":") or (toks[j].tag == "," and toks[j + 1].tag in ("C", "S")):
            start = toks[j].end
            break
    for j in range(k + 1, len(toks) - 1):
        if toks[j].text in (";", ":") or (toks[j].tag == "," and toks[j + 1].tag in ("C", "S")):
            end = toks[j].start
            break
    return start, end


def _noun_cues(toks: Sequence[Token]) -> list[Report]:
    """ "the bank's estimate of 40 percent", "Lee's claim that 90 percent left", "his plan to hire 300"."""
    found: list[Report] = []
    for k in range(1, len(toks) - 2):
        if toks[k].lower not in NOUNS or toks[k].tag != "N" or toks[k + 1].lower not in ("that", "of", "to", "for"):
            continue
        source = _owner(toks, k)
        if source is None or not (toks[source.head].tag == "M" or can_be_source(toks[source.head].lower)):
            continue
        cue = Span(toks[k].start, toks[k].end)
        found.append(
            Report(
                source,
                tuple(toks),
                cue,
                (Span(toks[k + 1].start, _stop(toks, k + 1)),),
                "indirect",
                "noun-cue",
                estimates=toks[k].lower in ESTIMATING,
                speaks=False,
            )
        )
    return found


def _owner(toks: Sequence[Token], k: int) -> Phrase | None:
    """Whose estimate or report the noun at k is: "the bank's estimate of", "a New York Times report that"."""
    if toks[k - 1].tag == "M" and toks[k + 1].lower == "that":
        first = k - 1
        while first and toks[first - 1].tag == "M":
            first -= 1
        return Phrase(first, k, k - 1)
    owner = k - 1
    while owner and toks[owner].tag in ("N", "A") and k - owner < 4:
        owner -= 1
    return phrase_before(toks, owner) if owner and toks[owner].tag == "'s" else None


_DOCUMENT_HEAD = SOURCE_DOCUMENTS - {
    "statement",
    "letter",
    "book",
    "interview",
    "speech",
    "article",
    "story",
    "list",
    "record",
    "number",
    "account",
    "document",
    "note",
    "case",
    "result",
}


def _documents(toks: Sequence[Token], found: Sequence[Report]) -> list[Report]:
    """ "in a poll by Gallup, 40 percent …": a document in front of what it shows, where nothing else reports."""
    if any(r.source is not None and not any(t.tag == "#" for t in toks[r.source.first : r.source.last]) for r in found):
        return []
    for k in range(min(len(toks) - 2, 60)):
        token = toks[k]
        if token.lower not in DOCUMENT_PREPOSITIONS:
            continue
        source = phrase_after(toks, k + 1)
        if source is None or not _is_document(toks, source, k):
            continue
        cue = Span(token.start, token.end)
        reach = Span(toks[0].start, toks[-1].end) if k < 3 else Span(_segment_start(toks, k), token.start)
        return [Report(source, tuple(toks), cue, (reach,), "according_to", "in-document", speaks=False)]
    return []


def _segment_start(toks: Sequence[Token], k: int) -> int:
    """The start of the segment between commas that ends at token k; a comma inside a list of numbers parts nothing."""
    for j in range(k - 1 - (toks[k - 1].text == ","), 0, -1):
        if toks[j].text == ";" or (toks[j].text == "," and toks[j + 1].tag != "#"):
            return toks[j].end
    return toks[0].start


_COUNTS = frozenset(("estimate", "tally", "count", "calculation", "reckoning", "projection", "average", "measure"))


def _is_document(toks: Sequence[Token], source: Phrase, k: int) -> bool:
    """A poll or survey wherever it stands, "by" an estimate or tally, any other document in front of its sentence."""
    head = singular(toks[source.head].lower)
    if source.head + 1 < len(toks) and toks[source.head + 1].lower == "of" and any(t.tag == "#" for t in toks[source.head + 2 : source.head + 4]):
        return False
    if toks[k].lower == "by":
        return head in _COUNTS
    if head in POLLS:
        return (
            toks[k].lower == "in"
            and toks[source.head].lower == head
            and not any(t.lower in ("same", "last", "previous", "similar") for t in toks[source.first : source.head])
        )
    return head in _DOCUMENT_HEAD and (k == 0 or toks[k - 1].tag in (",", "C", "A")) and source.last < len(toks) - 2


def _labels(toks: Sequence[Token]) -> list[Report]:
    """ "Poll: three races are tight", "SMITH: We lost 40": who speaks stands before a colon."""
    for k in range(1, len(toks) - 1):
        if toks[k].text == ":" and toks[k + 1].tag == '"' and k > 7:
            source = phrase_before(toks, k)
            if source is not None and toks[source.head].tag == "M" and source.last - source.first < 6:
                cue = Span(toks[k].start, toks[k].end)
                return [
                    Report(
                        source,
                        tuple(toks),
                        cue,
                        (Span(toks[k + 1].start, toks[-1].end),),
                        "indirect",
                        "label",
                        opens=True,
                    )
                ]
    for k in range(1, min(len(toks) - 1, 7)):
        if toks[k].text == ":":
            source = phrase_before(toks, k)
            if source is None or _first_of(source) > 1 or not _may_label(toks, source) or not _says(toks, k + 1):
                return []
            cue = Span(toks[k].start, toks[k].end)
            return [
                Report(
                    source, tuple(toks), cue, (Span(toks[k + 1].start, toks[-1].end),), "indirect", "label", opens=True
                )
            ]
        if toks[k].tag not in ("N", "M", "D", "'s", "R"):
            return []
    return []


def _says(toks: Sequence[Token], k: int) -> bool:
    """Does a sentence or a quotation begin at k, and not a value ("Lee: 547", "Age: 27")?"""
    return any(t.tag in ("V", "X", '"') for t in toks[k:])


def _may_label(toks: Sequence[Token], source: Phrase) -> bool:
    head = toks[source.head]
    if head.tag == "M":
        return head.text.isupper() or all(t.tag == "M" for t in toks[source.first : source.last])
    return singular(head.lower) in POLLS | {"study", "report", "survey", "police", "official", "analyst"}
