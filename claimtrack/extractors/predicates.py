"""What is said to have happened to what is counted: the predicate that governs a figure, behind it or before it."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.extractors.carriers import is_measure_verb
from claimtrack.extractors.kinds import Kind, Kinds
from claimtrack.extractors.noun_phrases import NOMINAL, STATES, TIME_WORDS
from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.extractors.vocabulary import forms, words
from claimtrack.language import Token
from claimtrack.language.inflection import is_plural
from claimtrack.language.people import is_person
from claimtrack.model import Figure, Span

_TRANSPARENT = forms("transparent")
_BETWEEN, _CARRYING, _BREAKING, _BE = (words(name) for name in ("between", "carrying", "breaking", "passive"))
_APPOSITIONS = words("appositions")
_AUXILIARIES, _SAYING = words("auxiliaries"), forms("saying")
_VICTIM_VERBS = forms("victim_verbs")
_TIMES = TIME_WORDS | words("time_nouns")
_LIST_WORDS = words("list_words")
_OBJECT_PRONOUNS = frozenset(("him", "her", "them", "us", "me"))
_JOINING = "-()[]%/’'"  # marks that do not end a clause
_REACH_BEHIND = 26  # tokens behind the noun in which its verb is looked for
_REACH_BEFORE = 12
_REACH_OBJECT = 4
_APPOSITION_STARTS, _APPOSITION_ENDS = 8, 14
_LONGEST_LIST = 14


class Predicate(NamedTuple):
    """The words that say what happened, and the kind they make.

    words: in lower case, single spaces. takes_figure: it is a verb before the figure whose object the figure is.
    """

    span: Span
    words: str
    kind: Kind
    rule: str
    takes_figure: bool = False

    @property
    def is_phrase(self) -> bool:
        return " " in self.words


def predicate_at(view: SentenceView, k: int, kinds: Kinds) -> Predicate | None:
    """The predicate of a kind that begins at token k, whether or not it governs anything."""
    match = kinds.predicate.match(view.lower, view.tokens[k].start - view.span.start)
    if match is None:
        return None
    span = Span(view.span.start + match.start(), view.span.start + match.end())
    found = " ".join(match[0].split())
    return Predicate(span, found, kinds.of_predicate(found), "predicate-behind")


def _object_verb_at(view: SentenceView, k: int, kinds: Kinds) -> Predicate | None:
    """The verb at token k whose object decides the kind where nothing else does ("help", "food for")."""
    match = kinds.object_of.match(view.lower, view.tokens[k].start - view.span.start)
    if match is None:
        return None
    found = " ".join(match[0].split())
    span = Span(view.span.start + match.start(), view.span.start + match.end())
    return Predicate(span, found, kinds.by_object[found], "object-of")


def predicate_behind(view: SentenceView, begin: int, first: int, kinds: Kinds) -> Predicate | None:
    """The predicate of which the noun phrase that ends at token `first` is the (passive) subject; that of its relative
    clause ("who were injured") only where the main clause has none.

    begin: the token at which the figure, or the hedge before it, begins.
    """
    passive = in_phrase = relative = False
    inner: Predicate | None = None
    skipped = _apposition(view, first) or _other_subjects(view, begin, first)
    for k in range(first, min(len(view.tokens), first + _REACH_BEHIND)):
        token = view.tokens[k]
        if k in skipped:
            continue
        if _breaks(view, k, first):
            return inner
        found = predicate_at(view, k, kinds)
        if found and _says(view, found, k, in_phrase):
            if token.tag == "V" and not passive and _has_object(view, found):
                return inner
            if not relative or inner:
                return found
            inner, relative = found, False
        elif token.tag == "X":
            passive, in_phrase = passive or token.lower in _BE, False
        elif token.tag == "P":
            in_phrase = True
        elif token.lower in ("who", "that", "which"):
            relative = True
        elif token.tag == "V" and not _lets_through(token, in_phrase) and not _is_chained(view, k):
            return inner
    return inner


def _is_chained(view: SentenceView, k: int) -> bool:
    """ "attacked and wounded": a second participle follows."""
    toks = view.tokens
    return k + 2 < len(toks) and toks[k + 1].tag == "C" and toks[k + 2].tag == "V"


def _apposition(view: SentenceView, first: int) -> range:
    """Tokens of an apposition that parts the noun from its verb ("three people, all from one family, had died")."""
    toks = view.tokens
    for k in range(first, min(len(toks) - 1, first + _APPOSITION_STARTS)):
        if toks[k].tag in ("V", "X"):
            break
        if toks[k].text != ",":
            continue
        if toks[k + 1].lower not in _APPOSITIONS:
            break
        for j in range(k + 2, min(len(toks) - 1, k + _APPOSITION_ENDS)):
            if toks[j].text == "," and toks[j + 1].tag in ("X", "V"):
                return range(k, j + 1)
        break
    return range(0)


def _other_subjects(view: SentenceView, begin: int, first: int) -> range:
    """Tokens of the phrases that share the verb: "three soldiers, two policemen and a child were killed".

    Only of a figure that stands where a subject does: neither behind a verb, but one of saying, nor a preposition.
    """
    toks, k = view.tokens, first
    if begin and toks[begin - 1].tag in ("P", "V", "X") and toks[begin - 1].lower not in _SAYING:
        return range(0)
    joined = False
    while k < len(toks) and k - first < _LONGEST_LIST:
        if toks[k].tag == "C" or toks[k].text == ",":
            joined = joined or toks[k].lower == "and"
        elif toks[k].tag not in ("D", "#", *NOMINAL) and view.owner[k] < 0:
            break
        k += 1
    if not joined or k >= len(toks) or toks[k].lower not in _AUXILIARIES or toks[k - 1].tag not in NOMINAL:
        return range(0)
    return range(first, k)


def _breaks(view: SentenceView, k: int, first: int) -> bool:
    """Does what is said of the noun phrase end at token k?"""
    token = view.tokens[k]
    if token.tag == "C":
        return _conjunction_breaks(view, k, first)
    if token.tag == "S":
        return token.lower in _BREAKING or token.lower == "whose"
    if token.tag != "," or token.text in _JOINING:
        return False
    if token.text == "," and k + 1 < len(view.tokens):
        following = view.tokens[k + 1]
        return following.tag not in ("S", "A", "X") or following.lower in _BREAKING
    return True


def _conjunction_breaks(view: SentenceView, k: int, first: int) -> bool:
    toks = view.tokens
    if toks[k - 1].tag == "V" and k + 1 < len(toks) and toks[k + 1].tag == "V":
        return False  # "attacked and wounded": one subject
    return k == first or toks[k - 1].tag not in NOMINAL or _begins_clause(view, k + 1)


def _begins_clause(view: SentenceView, k: int) -> bool:
    return k < len(view.tokens) and (view.tokens[k].tag in ("V", "R", "X", "#", "D") or view.owner[k] >= 0)


def _lets_through(token: Token, in_phrase: bool) -> bool:
    return token.lower in _TRANSPARENT or (in_phrase and token.lower.endswith("ing"))


def _says(view: SentenceView, found: Predicate, k: int, in_phrase: bool) -> bool:
    """Is the matched word a verb, a state or a whole phrase here, and no noun in passing ("a killing in May")?"""
    if found.is_phrase:
        return True
    token, before = view.tokens[k], view.tokens[k - 1].tag if k else ","
    if k and view.owner[k - 1] >= 0 and token.lower.endswith("ing"):
        return True  # "with 900 dying at sea"
    if token.tag == "V":
        return not (in_phrase and k and before in ("D", "P", "N", "M") and token.lower.endswith("ing"))
    if before == "X":
        return True
    return token.lower in STATES and before in ("N", "A", "#", "V", "M") and not in_phrase


def _has_object(view: SentenceView, found: Predicate) -> bool:
    """Does a person or a number follow as the object, so that the noun before is who did it ("20 gunmen killed three
    guards")? "fled their homes", "lost their lives" speak of the subject itself."""
    if found.is_phrase:
        return False
    k = view.first_at(found.span.end)
    for token, owner in zip(view.tokens[k : k + _REACH_OBJECT], view.owner[k : k + _REACH_OBJECT], strict=True):
        if owner >= 0 or token.lower in _OBJECT_PRONOUNS:
            return True
        if token.tag not in ("D", "N", "M", "#", "A"):
            break
        if token.tag == "N" and is_person(token.lower) and token.lower not in STATES:
            return True
    return view.tokens[k - 1].lower in _VICTIM_VERBS and _begins_object(view, k)


def _begins_object(view: SentenceView, k: int) -> bool:
    """Does a noun phrase that is no time begin at token k ("police seized the building", but "arrested that night")?"""
    toks = view.tokens
    end = k
    while end < len(toks) and end - k < _REACH_OBJECT and toks[end].tag in ("D", "N", "M"):
        if toks[end].lower in _TIMES:
            return False
        end += 1
    if end == k or toks[end - 1].tag not in NOMINAL or toks[k].lower in STATES:
        return False
    return toks[k].tag == "D" or is_plural(toks[end - 1].lower)


def shared_object_predicate(
    view: SentenceView, before: Figure, predicate: Span, k: int, kinds: Kinds
) -> Predicate | None:
    """The verb before an earlier figure where this one is its object too: "killed 11 policemen, 4 soldiers, 2 guards".

    before: the earlier figure. predicate: its predicate. k: the token at which this figure, or its hedge, begins.
    """
    toks = view.tokens
    between = range(view.first_at(before.end), k)
    if predicate.start > before.start or len(between) > _LONGEST_LIST or k < 2:
        return None
    if toks[k - 1].tag != "C" and toks[k - 1].text != ",":
        return None
    if any(toks[j].tag not in ("N", "M", "D", "C", ",") and toks[j].lower not in _LIST_WORDS for j in between):
        return None
    found = predicate_at(view, view.first_at(predicate.start), kinds)
    return found._replace(rule="shared-object") if found and found.span == predicate else None


def predicate_before(view: SentenceView, start: int, kinds: Kinds) -> Predicate | None:
    """The verb or noun that takes the figure as its object: "killing at least 38", "the deaths of 12".

    start: where the figure, or the hedge before it, begins.
    """
    last = view.first_at(start) - 1
    for k in range(last, max(-1, last + 1 - _REACH_BEFORE), -1):
        token = view.tokens[k]
        if view.owner[k] >= 0 or token.text in (";", ":", "—", "–", "(") or token.tag == "S":
            return None
        found = predicate_at(view, k, kinds)
        if found and found.span.end <= start and _governs(view, found, k, start):
            return found._replace(rule="predicate-before", takes_figure=_takes_object(view, found, k, start))
        helped = _object_verb_at(view, k, kinds)
        if helped and _only_between(view, view.first_at(helped.span.end), start):
            return helped
        if token.tag == "V" and not found and token.lower not in _BETWEEN and not is_measure_verb(token):
            return None
    return None


def _takes_object(view: SentenceView, found: Predicate, k: int, start: int) -> bool:
    passive = k > 0 and view.tokens[k - 1].lower in _BE
    between = view.tokens[view.first_at(found.span.end) : view.first_at(start)]
    return view.tokens[k].tag == "V" and not passive and all(t.tag in ("D", "A", "P", "N", "X") for t in between)


def _governs(view: SentenceView, found: Predicate, k: int, start: int) -> bool:
    token = view.tokens[k]
    if token.tag == "N" and not found.is_phrase and token.lower not in _CARRYING:
        before = view.tokens[k - 1] if k else None
        if before is None or token.lower not in STATES or not (before.tag in ("C", ",") or before.lower == "the"):
            return False
    return _only_between(view, view.first_at(found.span.end), start)


def _run_end(view: SentenceView, k: int) -> int:
    """The token behind the nouns and names in a row from token k, the last token where the sentence ends in them."""
    while k + 1 < len(view.tokens) and view.tokens[k].tag in NOMINAL:
        k += 1
    return k


def _only_between(view: SentenceView, k: int, start: int) -> bool:
    """Only prepositions, places, hedges and verbs of measure stand between token k and the figure."""
    toks = view.tokens
    while k < len(toks) and toks[k].start < start:
        token = toks[k]
        following = toks[k + 1] if k + 1 < len(toks) else token
        if token.tag in NOMINAL and toks[_run_end(view, k)].lower in ("and", ","):
            pass  # "killed his daughter and six grandchildren", "a provincial governor and three others"
        elif not (
            token.lower in _BETWEEN
            or token.tag in ("D", "A", "X", '"')
            or is_measure_verb(token)
            or (token.tag == "M" and k and toks[k - 1].tag in ("P", "M"))
            or (token.lower == "in" and following.tag == "M")
        ):
            return False
        k += 1
    return True
