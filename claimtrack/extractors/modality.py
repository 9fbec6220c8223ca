"""Whether a figure is asserted, denied, possible or planned: by the verbs of its clause."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from claimtrack.extractors.sentence_view import SentenceView, start_with_hedge
from claimtrack.extractors.vocabulary import forms
from claimtrack.language.patterns import any_of
from claimtrack.language.tokens import VERBS
from claimtrack.language.words import rarest
from claimtrack.model import Figure, Modality, Span

_DATA: dict[str, dict[str, list[str]]] = tomllib.loads(files(__package__).joinpath("modality.toml").read_text("utf-8"))
_FARTHEST = 400  # characters on either side of a figure that are looked at, however long its clause
_REACH_FALSE = 120  # characters behind a figure in which what was claimed of it is called false
_LONGEST_RELATIVE = 20  # tokens of a relative clause
_LONGEST_LIST = 12  # figures of one list
_LONGEST_PHRASE = 6  # tokens of a noun phrase that may be the subject of a clause


def _one_of(*lists: list[str]) -> str:
    return any_of([words for each in lists for words in each], " ")


class _Phrases(NamedTuple):
    """pattern: finds one of the phrases; markers: a word of each, without which a quick look need not search."""

    pattern: re.Pattern[str]
    markers: frozenset[str]

    def are_in(self, text: str, words: frozenset[str]) -> bool:
        """words: all of the text, or of more than it."""
        return not self.markers.isdisjoint(words) and self.pattern.search(text) is not None


_WORD = re.compile(r"[a-z]+")


def _phrases(modality: str, name: str, behind: str = r"\b") -> _Phrases:
    """behind: the pattern of what stands behind a phrase."""
    phrases = _DATA[modality][name]
    words = [_WORD.findall(phrase) for phrase in phrases]
    alone = {each[0] for each in words if len(each) == 1}
    markers = alone | {rarest(each) for each in words if alone.isdisjoint(each)}
    return _Phrases(re.compile(rf"\b{_one_of(phrases)}{behind}"), frozenset(markers))


_DENIED, _ASSERTED = _phrases("denied", "verbs"), _phrases("asserted", "around")
_CLAIMED, _FALSE = _phrases("denied", "claims"), re.compile(rf"\b{_one_of(_DATA['denied']['false'])}\b")
_MAY, _WILL = _phrases("possible", "modals"), _phrases("planned", "modals")
_VERBS: dict[Modality, _Phrases] = {m: _phrases(m, "verbs") for m in ("planned", "possible")}
_AROUND: dict[Modality, _Phrases] = {m: _phrases(m, "around") for m in ("planned", "possible")}
_OBJECTS = _phrases("planned", "objects", rf"(?:\s{_one_of(_DATA['planned']['object_links'])})*\s*[“\"]?$")
_FORETOLD = _phrases("possible", "foretold_by", rf" {_one_of(_DATA['possible']['outcomes'])}\b")
_DECIDING = (
    _DENIED, _CLAIMED, _ASSERTED, _MAY, _WILL, *_VERBS.values(), *_AROUND.values(), _OBJECTS, _FORETOLD,
)  # fmt: skip
_MARKERS = frozenset(word for phrases in _DECIDING for word in phrases.markers)
_OF_CLAUSES = forms("saying") | forms("finding")
_REPORTS = frozenset(_DATA["possible"]["reports"])
_NOUNS = frozenset(_DATA["clause"]["nouns"])
_CONDITIONS = frozenset(_DATA["clause"]["conditions"])
_OPENERS, _AFTER_COMMA = _DATA["clause"]["openers"], _DATA["clause"]["after_comma"]
_NEXT_STATEMENT = re.compile(rf";|, {_one_of(_AFTER_COMMA, _OPENERS)}\b")
# every branch begins with a letter of its own, so that the search leaps from one to the next
_CLAUSE_END = re.compile(
    rf";|:|—|–| {_one_of(_OPENERS)}\b"
    rf"|, (?:{_one_of(_OPENERS, _AFTER_COMMA)}\b|(?=\w+ing\b))"
    rf"|a(?<!\w.)nd (?:that\b|(?=\w+(?:ed|s) (?:that|to)\b)"
    rf"|(?=(?:\w+ ){{1,3}}{_one_of(_DATA['clause']['verbs_behind_and'])}\b))"
    rf"|\.(?=\s)"
)


def modality_of(view: SentenceView, figure: Figure, report: Span | None) -> Modality:
    """The modality of a figure of the sentence.

    report: the cue of the attribution, whose own "predicted" or "denied" is looked at too, for it governs the figure
    from outside its clause. In a list without a verb of its own ("will send 2,000 troops, and 1,500 police") a figure
    has the modality of the one before.
    """
    reported = _of_report(view, figure, report)
    if reported == "possible":
        return reported
    if _MARKERS.isdisjoint(_words(view, *view.span)):
        return reported or "asserted"
    for _ in range(_LONGEST_LIST):
        found = _in_clause(view, figure)
        if found is not None:
            return found
        before = _listed_before(view, figure)
        if before is None:
            break
        figure = before
    return reported or "asserted"


def _of_report(view: SentenceView, figure: Figure, report: Span | None) -> Modality | None:
    """What the reporting word itself says of the figure behind it."""
    if report is None or report.end > figure.start:
        return None
    cue = view.between(*report)
    if cue in _REPORTS:
        return "possible"
    same_statement = _DENIED.pattern.fullmatch(cue) and not _NEXT_STATEMENT.search(
        view.between(report.end, figure.start)
    )
    return "denied" if same_statement else None


def _in_clause(view: SentenceView, figure: Figure) -> Modality | None:
    """What the figure's own clause says, the strongest words first."""
    begin, end = _clause(view, figure)
    words = _words(view, begin, end)
    if _MARKERS.isdisjoint(words):
        return None
    readable, offset = _without_nouns(view), view.span.start
    clause, before = readable[begin - offset : end - offset], readable[begin - offset : figure.start - offset]
    if _ASSERTED.are_in(clause, words):
        return "asserted"
    if _DENIED.are_in(before, words) or _is_denied_behind(readable, before, words, figure.end - offset):
        return "denied"
    modals = before if _has_verb_before(view, begin, figure) else clause
    if _MAY.are_in(modals, words) or _FORETOLD.are_in(before, words):
        return "possible"
    if _OBJECTS.are_in(before, words) or _VERBS["planned"].are_in(before, words):
        return "planned"
    if _VERBS["possible"].are_in(before, words):
        return "possible"
    if _WILL.are_in(modals, words) or _AROUND["planned"].are_in(clause, words):
        return "planned"
    return "possible" if _AROUND["possible"].are_in(clause, words) else None


@lru_cache(maxsize=64)
def _words(view: SentenceView, begin: int, end: int) -> frozenset[str]:
    return frozenset(_WORD.findall(view.between(begin, end)))


def _has_verb_before(view: SentenceView, begin: int, figure: Figure) -> bool:
    """ "the mine where a blast killed 29 men will pay": a verb of its own has the figure, not the modal behind it."""
    last = view.first_at(start_with_hedge(figure))
    for k in range(last - 1, view.first_at(begin) - 1, -1):
        token = view.tokens[k]
        if token.lower == "that" or token.lower in _OF_CLAUSES:
            return False  # "found that 184 villages could drown"
        if token.tag == "V" and (not token.lower.endswith("ing") or (k > 0 and view.tokens[k - 1].tag == "X")):
            return True
    return False


def _is_denied_behind(sentence: str, before: str, words: frozenset[str], end: int) -> bool:
    """ "the claim that 20 people had died was false". end: where the figure ends in the sentence."""
    return _CLAIMED.are_in(before, words) and _FALSE.search(sentence, end, end + _REACH_FALSE) is not None


@lru_cache(maxsize=16)
def _without_nouns(view: SentenceView) -> str:
    """The sentence in lower case, a dot for each letter of a noun or name that looks like one of our verbs."""
    pieces: list[str] = []
    at = view.span.start
    for k, token in enumerate(view.tokens):
        if token.lower in _NOUNS and _is_noun(view, k):
            pieces += (view.between(at, token.start), "." * len(token.text))
            at = token.end
    return "".join(pieces) + view.between(at, view.span.end)


def _is_noun(view: SentenceView, k: int) -> bool:
    toks = view.tokens
    if k + 1 < len(toks) and toks[k + 1].lower in ("to", "that"):
        return False  # "his offer to send 500 police", "fears that 30 have died"
    return toks[k].tag in ("N", "M") or (k > 0 and toks[k - 1].tag in ("D", "'s"))


def _clause(view: SentenceView, figure: Figure) -> tuple[int, int]:
    """Start and end of the figure's clause, in the document."""
    starts, ends = _clause_ends(view)
    before, behind = bisect_right(ends, start_with_hedge(figure)), bisect_left(starts, figure.end)
    begin = ends[before - 1] if before else view.span.start
    end = starts[behind] if behind < len(starts) else view.span.end
    return max(begin, figure.start - _FARTHEST), min(end, figure.end + _FARTHEST)


@lru_cache(maxsize=16)
def _clause_ends(view: SentenceView) -> tuple[list[int], list[int]]:
    """Where the marks and words that part the clauses of a sentence start and end, in the document."""
    offset = view.span.start
    marks = [(offset + match.start(), offset + match.end()) for match in _CLAUSE_END.finditer(view.lower)]
    is_condition = not view.tokens or view.tokens[0].lower in _CONDITIONS
    for k, token in enumerate(view.tokens):
        if token.tag == "C" or token.text == ",":
            parts = not is_condition and _parts_clauses(view, k)
        else:
            parts = token.lower == "that" and _opens_past_relative(view, k)
        if parts:
            marks.append((token.start, token.end))
    return sorted(start for start, _ in marks), sorted(end for _, end in marks)


def _opens_past_relative(view: SentenceView, k: int) -> bool:
    """ "fined over switches that caused 124 deaths": what the relative clause tells has happened."""
    toks = view.tokens
    if k == 0 or k + 1 >= len(toks) or toks[k - 1].tag not in ("N", "M"):
        return False
    verb = toks[k + 1]
    past = verb.lower.endswith("ed") or (VERBS.get(verb.lower, verb.lower) != verb.lower and verb.lower[-1] not in "sg")
    return verb.tag == "V" and past


def _parts_clauses(view: SentenceView, k: int) -> bool:
    """Does a clause with a subject of its own begin behind the comma or "and" at token k, and was one complete before?

    "2,000 troops arrived on Monday and 500 more will follow", but not "2,000 troops and 500 police will follow".
    """
    toks, j = view.tokens, k + 1
    if j >= len(toks):
        return False
    if toks[j].tag == "X" or (toks[j].tag == "V" and toks[k].text == "," and not toks[j].lower.endswith("ing")):
        return toks[k].tag == "C" or _closes_relative(view, k)
    while j < len(toks) and j - k <= _LONGEST_PHRASE and toks[j].tag in ("D", "#", "N", "M", "A"):
        j += 1
    if j in (k + 1, len(toks)) or toks[j].tag not in ("V", "X") or toks[j].lower.endswith("ing"):
        return False
    back = next((t for t in reversed(toks[max(0, k - _LONGEST_PHRASE) : k]) if t.tag in ("V", "X", "R", "#")), None)
    return back is not None and back.tag != "#"


def _closes_relative(view: SentenceView, k: int) -> bool:
    """ "the fleet, which has 12 ships, will grow": does the comma at token k end a relative clause?"""
    for token in reversed(view.tokens[max(0, k - _LONGEST_RELATIVE) : k]):
        if token.text == ",":
            return False
        if token.lower in ("which", "who", "whose"):
            return True
    return False


def _listed_before(view: SentenceView, figure: Figure) -> Figure | None:
    """The figure before, where both stand in one list and no verb is said of the second alone."""
    k = view.first_at(start_with_hedge(figure)) - 1
    joined = False
    while k >= 0 and view.owner[k] < 0:
        token = view.tokens[k]
        if token.tag not in ("N", "M", "D", "A", "C", "P", "'s") and token.text != ",":
            return None
        joined = joined or token.tag == "C" or token.text == ","
        k -= 1
    if k < 0 or not joined or _has_own_verb(view, figure):
        return None
    return view.figures[view.owner[k]]


def _has_own_verb(view: SentenceView, figure: Figure) -> bool:
    first = view.first_at(figure.end)
    for token in view.tokens[first : first + _LONGEST_PHRASE]:
        if token.tag in ("V", "X", "R", "S"):
            return token.tag in ("V", "X")
        if token.tag in ("C", ","):
            return False
    return False
