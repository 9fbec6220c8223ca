"""Whose verb it is: the subject of a reporting verb, also of one that shares the subject of a verb before."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.boundaries import is_time
from claimtrack.attribution.cues import COUNTING, OF_PERSONS, POLLS, SHOWING, SPEECH, WORDS, Cue, verb_group
from claimtrack.attribution.phrase import Phrase, is_pronoun
from claimtrack.attribution.phrases import last_noun_phrase, phrase_after, phrase_before
from claimtrack.attribution.report import Report
from claimtrack.attribution.source_types import organisation
from claimtrack.language import Token
from claimtrack.language.inflection import singular
from claimtrack.language.people import SOURCE_DOCUMENTS, can_be_source

_WRITER = frozenset(WORDS["writer"])
_SUBJECTS = frozenset(WORDS["subjects"])
_RELATIVES = frozenset(("who", "whose", "that", "which"))
_BEFORE_TIME = frozenset(("on", "last", "this", "earlier", "later"))
_ASIDES = frozenset((",", ".", "-", "—", "–"))
_THOSE = frozenset(WORDS["those"])
_DASHES = frozenset((",", "-", "—", "–"))
_CLAUSE_WITHIN, _FIRST_WITHIN, _FARTHEST = 12, 16, 50  # tokens


def subject_of(toks: Sequence[Token], cue: Cue, earlier: Sequence[Report]) -> tuple[Phrase | None, str]:
    """The subject that stands before the cue or is shared with a report before it, and the name of the rule."""
    if cue.form == "ing":
        return _subject_of_ing(toks, cue, earlier)
    group = cue.group
    if not group:
        return None, ""
    conjunction = _conjunction_before(toks, group)
    if conjunction is not None:
        return shared_subject(toks, conjunction, earlier), "same-subject"
    before = toks[group - 1]
    if before.lower in ("who", "which", "that") and before.tag != "M" and group > 1:
        end = group - 1
        while end and toks[end - 1].text in _DASHES:
            end -= 1
        if end < group - 1:
            return _meant_by_relative(toks, end), "relative-subject"
        return (_meant_by_relative(toks, end), "restrictive") if cue.base in SPEECH else (None, "")
    found = phrase_before(toks, group)
    if found is None or (found.start() and toks[found.start() - 1].tag in ("V", "P")):
        found = _before_relative(toks, group) or found  # "doctors who reached the town | say"
    if found is not None and found.start() and _belongs_before(toks, found.start()):
        longer = long_subject(toks, group)  # "results of polls made for the bank and the paper | show"
        made = longer is not None and any(t.tag == "V" for t in toks[longer.first : found.start()])
        if longer is not None and made and can_be_source(toks[longer.head].lower):
            return longer, "long-subject"
    return found, "subject-verb"


def _belongs_before(toks: Sequence[Token], first: int) -> bool:
    """May the noun phrase from token `first` on describe one before it: behind a preposition, a conjunction or a
    participle, or as a list's end ("of the Academies of Medicine, Law and Arts")?"""
    before = toks[first - 1]
    return before.tag in ("P", "C", "V") or (before.text == "," and first > 1 and toks[first - 2].tag == "M")


def _conjunction_before(toks: Sequence[Token], group: int) -> int | None:
    """Behind the "and" that joins the verb to one before it: "and said", "and on Monday said", "and, said"."""
    k = group
    while k and (is_time(toks[k - 1]) or toks[k - 1].lower in _BEFORE_TIME):
        k -= 1
    if k and toks[k - 1].tag == "C":
        return k
    return group if group > 1 and toks[group - 1].text == "," and toks[group - 2].tag == "C" else None


def _before_relative(toks: Sequence[Token], group: int) -> Phrase | None:
    """ "Officials whose laws were struck down say", "the experts I met say": the subject stands before the clause."""
    if toks[group - 1].tag not in ("V", "N", "M", "P", "A"):
        return None
    for k in range(group - 1, max(0, group - _CLAUSE_WITHIN), -1):
        if toks[k].tag in (",", '"', "C"):
            return None
        contact = toks[k].tag == "R" and toks[k].lower in _SUBJECTS and toks[k - 1].tag == "N"
        if contact or toks[k].lower in _RELATIVES:
            found = phrase_before(toks, k)
            speaks = found and toks[found.head].tag == "N" and can_be_source(toks[found.head].lower)
            return found if speaks else None
    return None


def _meant_by_relative(toks: Sequence[Token], end: int) -> Phrase | None:
    """ "a lecture from the president, who said": whom the relative behind `end` means where the head cannot speak."""
    found = phrase_before(toks, end)
    if found is None or can_be_source(toks[found.head].lower) or toks[found.head].tag == "M":
        return found
    for k in range(end - 1, found.head, -1):
        if toks[k].tag == "P":
            return phrase_after(toks, k + 1)
    return found


def _subject_of_ing(toks: Sequence[Token], cue: Cue, earlier: Sequence[Report]) -> tuple[Phrase | None, str]:
    """ "polls showing Lee ahead", "with Lee saying that": the noun in front; ", saying that": the clause's subject."""
    before = toks[cue.group - 1] if cue.group else None
    if before is not None and before.lower == "worth":
        return None, ""  # "it is worth noting that": everybody's and nobody's
    if before is not None and before.lower in _THOSE and not _opens_content(toks, cue.at + 1):
        return None, ""  # "42 percent of those responding"
    if before is not None and before.tag in ("N", "M"):
        direct = phrase_before(toks, cue.group)
        if direct is None:
            return None, ""
        if singular(toks[direct.head].lower) not in SOURCE_DOCUMENTS and singular(before.lower) in SOURCE_DOCUMENTS:
            direct = last_noun_phrase(toks, cue.group)  # "in the wake of a poll | showing"
        introduced = toks[direct.start() - 1].lower in ("with", "and")
        if introduced or (cue.base in SHOWING and singular(toks[direct.head].lower) in SOURCE_DOCUMENTS):
            return direct, "subject-ing"
        if not _opens_content(toks, cue.at + 1):
            return None, ""  # "a man claiming allegiance": the verb describes the noun, and reports nothing
        if toks[cue.at + 1].text == "," and before.tag == "M":
            return last_noun_phrase(toks, cue.group), "subject-ing"  # "footage of Ann Lee asking, “Why”"
    return shared_subject(toks, cue.group, earlier), "same-subject-ing"


def _opens_content(toks: Sequence[Token], k: int) -> bool:
    """Does "that" or a colon stand at k, or a comma and a quotation?"""
    if k + 1 < len(toks) and toks[k].text == ",":
        return toks[k + 1].tag == '"'
    return k < len(toks) and (toks[k].lower == "that" or toks[k].text == ":")


def shared_subject(toks: Sequence[Token], group: int, earlier: Sequence[Report]) -> Phrase | None:
    """The subject that a second verb shares ("and said that …", ", adding that …"): that of the report before it or of
    the clause begun since, else the sentence's first noun phrase."""
    named = [r for r in earlier if r.source and r.cue.start < toks[group].start and r.kind != "according_to"]
    floor = named[-1].cue.start if named else -1
    for k in range(group - 1, 0, -1):
        if toks[k].start <= floor:
            break
        if toks[k].tag in ("X", "V") and toks[k - 1].tag in ("N", "M", "R", "A"):
            found = phrase_before(toks, verb_group(toks, k))
            if found is not None and _begins_clause(toks, found.start()):
                return found
    return named[-1].source if named else first_subject(toks, group)


def long_subject(toks: Sequence[Token], group: int) -> Phrase | None:
    """The noun phrase that begins a clause whose verb group stands at `group`, however much describes it in between:
    "Paul Porter, a driver from Ava, who is a member of the union, | said", "A poll (of 40 people) out this week |
    shows"; None where another verb stands between the two."""
    for first in range(max(0, group - _FARTHEST), group - 1):
        opens = first == 0 or toks[first - 1].tag in (",", '"', "S") or (first == 1 and toks[0].tag in ("C", "A"))
        if not opens or toks[first].tag not in ("D", "N", "M") or (first and toks[first - 1].text == "-"):
            continue
        found = phrase_after(toks, first)
        if found is None or found.start() != first or found.last >= group or is_time(toks[found.head]):
            continue
        if _only_describes(toks, found, group):
            return found
    return None


def _only_describes(toks: Sequence[Token], found: Phrase, group: int) -> bool:
    """Does nothing stand between the phrase and the verb group but what describes the phrase, and a comma or a
    parenthesis that sets it off?"""
    k, relative, verbless, commas = found.last, False, False, 0
    while k < group:
        token = toks[k]
        if token.text == "(":
            k = next((j for j in range(k, group) if toks[j].text == ")"), group)
        elif (token.tag == "," and token.text not in _ASIDES) or token.tag in ('"', "R"):
            return token.tag == "R" and relative
        elif token.tag == "C" and (token.lower != "and" or toks[k - 1].tag not in ("N", "M")):
            return False
        elif token.tag == ",":
            relative, commas = False, commas + (token.text != ".")
        elif token.lower in _RELATIVES:
            relative = verbless = True
        elif (token.tag == "X" and token.lower != "being") or _is_finite(toks, k):
            if not relative:
                return False
            verbless = False
        k += 1
    return not (relative and verbless) and (commas != 1 or toks[group - 1].text != ",")


def _is_finite(toks: Sequence[Token], k: int) -> bool:
    """A verb that is no participle behind a noun ("a poll taken in May", "doctors working there", not "doctors used
    the records")."""
    if toks[k].tag != "V" or toks[k].lower.endswith("ing") or toks[k - 1].text == ",":
        return False
    if toks[k + 1].lower in ("by", "for"):
        return False
    if not toks[k].lower.endswith(("ed", "en", "wn")):
        return True
    return toks[k - 1].tag in ("N", "M") and toks[k + 1].tag in ("D", "#", "N", "M", "R", "S")


def _begins_clause(toks: Sequence[Token], first: int) -> bool:
    return first == 0 or toks[first - 1].text in (",", "—", "–") or toks[first - 1].tag in ('"', "C")


def first_subject(toks: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase in front of the first verb before token `end`."""
    for k in range(1, min(end, _FIRST_WITHIN)):
        if toks[k].tag in ("X", "V") and toks[k - 1].tag not in ("P", "D"):
            while k and toks[k - 1].tag == "A":
                k -= 1
            return phrase_before(toks, k) if k else None
    return None


def can_say(toks: Sequence[Token], subject: Phrase, cue: Cue) -> bool:
    """Can this subject say this? A document or body shows and finds; a person says."""
    head = toks[subject.head]
    if is_pronoun(toks, subject):
        if head.lower in _WRITER:
            return False
        return cue.base in SPEECH or cue.base in COUNTING or head.lower not in ("it", "which", "one")
    if cue.base in OF_PERSONS and singular(head.lower) in SOURCE_DOCUMENTS:
        return False
    if cue.base in ("say", "tell") or can_be_source(head.lower) or singular(head.lower) in POLLS:
        return True
    behind = toks[cue.at + 1].lower if cue.at + 1 < len(toks) else ""
    names = any(t.tag == "M" for t in toks[subject.first : subject.head + 1]) or organisation(head.text) is not None
    return names or behind in ("that", "how") or (subject.first == 0 == subject.head and cue.base in SPEECH)
