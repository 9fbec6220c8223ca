"""What is said to have happened to what is counted: the predicate that governs a figure, behind it or before it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple

from claimtrack.extractors.counting import MEASURE_VERBS
from claimtrack.extractors.kinds import Kind, Kinds
from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.language.people import is_person
from claimtrack.language.tokens import VERBS, Token
from claimtrack.model import Span

_DATA = tomllib.loads(files(__package__).joinpath("framing.toml").read_text("utf-8"))
_TRANSPARENT = frozenset(_DATA["transparent"])
_BETWEEN = frozenset(_DATA["between"])
_STATES = frozenset(_DATA["nominal_adjectives"])
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got", "gets", "'s", "'re"))
_BREAKING = frozenset(
    (
        "as",
        "when",
        "while",
        "after",
        "before",
        "because",
        "although",
        "though",
        "where",
        "whereas",
        "if",
        "until",
        "since",
    )
)
_REACH = 26  # tokens behind the noun in which its verb is looked for
_BACK = 12


class Predicate(NamedTuple):
    """The word that says what happened, the kind it makes, whether it stood before or behind the figure, and whether it
    is a verb of which the figure is the object."""

    span: Span
    kind: Kind
    rule: str
    verb: bool = False


def predicate_behind(view: SentenceView, first: int, kinds: Kinds) -> Predicate | None:
    """The predicate of which the noun phrase that ends at token `first` is the (passive) subject; that of its relative
    clause ("who were injured") only where the main clause has none."""
    passive = in_phrase = relative = False
    inner: Predicate | None = None
    skip = _past_apposition(view, first)
    for k in range(first, min(len(view.tokens), first + _REACH)):
        token = view.tokens[k]
        if skip and skip[0] <= k < skip[1]:
            continue
        if _breaks(view, k, first):
            return inner
        found = _match(view, k, kinds)
        if found and _says(view, token, found, k, in_phrase):
            if token.tag == "V" and not passive and _does_it(view, found):
                return inner
            if not relative or inner:
                return found
            inner, relative = found, False
            continue
        if token.tag == "X":
            passive, in_phrase = passive or token.lower in _BE, False
        elif token.tag == "P":
            in_phrase = True
        elif token.lower in ("who", "that", "which"):
            relative = True
        elif token.tag == "V" and not _lets_through(token, in_phrase) and not _chained(view, k):
            return inner
    return inner


def _chained(view: SentenceView, k: int) -> bool:
    """ "attacked and wounded": a second participle follows."""
    return k + 2 < len(view.tokens) and view.tokens[k + 1].tag == "C" and view.tokens[k + 2].tag == "V"


def _past_apposition(view: SentenceView, first: int) -> tuple[int, int] | None:
    """Tokens of an apposition that parts the noun from its verb ("three people in the car, all from one family, had died")."""
    for k in range(first, min(len(view.tokens) - 1, first + 8)):
        if view.tokens[k].text == ",":
            if view.tokens[k + 1].lower not in (
                "all",
                "most",
                "some",
                "mostly",
                "many",
                "half",
                "one",
                "both",
                "none",
                "mainly",
                "among",
                "including",
                "each",
            ):
                return None
            for j in range(k + 2, min(len(view.tokens) - 1, k + 14)):
                if view.tokens[j].text == "," and view.tokens[j + 1].tag == "X":
                    return k, j + 1
            return None
        if view.tokens[k].tag in ("V", "X"):
            return None
    return None


def _breaks(view: SentenceView, k: int, first: int) -> bool:
    token = view.tokens[k]
    if token.tag == "C":
        if view.tokens[k - 1].tag == "V" and k + 1 < len(view.tokens) and view.tokens[k + 1].tag == "V":
            return False  # "attacked and wounded": one subject
        return not _coordinates_subject(view, k + 1) and (
            k == first or view.tokens[k - 1].tag not in ("N", "M") or _new_clause(view, k + 1)
        )
    if token.tag == "S":
        return token.lower in _BREAKING or token.lower == "whose"
    if token.tag != ",":
        return False
    if token.text in ("-", "(", ")", "[", "]", "%", "/", "’", "'"):
        return False
    if token.text == "," and k + 1 < len(view.tokens):
        following = view.tokens[k + 1]
        return not (following.tag in ("S", "A", "X") and following.lower not in _BREAKING)
    return True


def _coordinates_subject(view: SentenceView, k: int) -> bool:
    """ "three officers and an assistant were killed": behind "and" stands a noun phrase and then a passive."""
    begin = k
    while k < len(view.tokens) and k - begin < 5 and view.tokens[k].tag in ("D", "N", "M") and view.owner[k] < 0:
        k += 1
    return (
        k > begin
        and k < len(view.tokens)
        and view.tokens[k].tag == "X"
        and view.tokens[k].lower in _BE | {"have", "had"}
    )


def _new_clause(view: SentenceView, k: int) -> bool:
    return k < len(view.tokens) and (view.tokens[k].tag in ("V", "R", "X", "#", "D") or view.owner[k] >= 0)


def _lets_through(token: Token, in_phrase: bool) -> bool:
    return VERBS.get(token.lower, token.lower) in _TRANSPARENT or (in_phrase and token.lower.endswith("ing"))


def _match(view: SentenceView, k: int, kinds: Kinds) -> Predicate | None:
    at = view.tokens[k].start - view.span.start
    match = kinds.predicate.match(view.lower, at)
    if match is None:
        return None
    span = Span(view.span.start + match.start(), view.span.start + match.end())
    return Predicate(span, kinds.of_predicate(match[0]), "predicate-behind")


def _says(view: SentenceView, token: Token, found: Predicate, k: int, in_phrase: bool) -> bool:
    """Is the matched word a verb, a state or a whole phrase here, and no noun in passing ("a killing in May")?"""
    if " " in found.span.of(view.text):
        return True
    if token.tag == "V":
        return not (in_phrase and k and view.tokens[k - 1].tag in ("D", "P", "N", "M") and token.lower.endswith("ing"))
    before = view.tokens[k - 1].tag if k else ","
    return (token.lower in _STATES and before in ("X", "N", "A", "#", "V", "M") and not in_phrase) or before == "X"


def _does_it(view: SentenceView, found: Predicate) -> bool:
    """Does a person or a number follow as the object, so that the noun before is who did it ("20 gunmen killed three
    guards")? "fled their homes", "lost their lives" speak of the subject itself."""
    if " " in found.span.of(view.text):
        return False
    k = view.first_at(found.span.end)
    for token, owner in zip(view.tokens[k : k + 4], view.owner[k : k + 4], strict=False):
        if owner >= 0 or token.lower in ("him", "her", "them", "us", "me"):
            return True
        if token.tag not in ("D", "N", "M", "#", "A"):
            return False
        if token.tag == "N" and is_person(token.lower) and token.lower not in _STATES:
            return True
    return False


def predicate_before(view: SentenceView, start: int, kinds: Kinds) -> Predicate | None:
    """The verb or noun that takes the figure as its object: "killing at least 38", "the deaths of 12", "toll rose to 9".

    start: where the figure, or the hedge before it, begins."""
    for k in range(view.first_at(start) - 1, max(-1, view.first_at(start) - _BACK), -1):
        token = view.tokens[k]
        if view.owner[k] >= 0 or token.text in (";", ":", "—", "–", "(") or token.tag == "S":
            return None
        found = _match(view, k, kinds)
        if found and found.span.end <= start and _governs(view, found, start):
            between = view.tokens[view.first_at(found.span.end) : view.first_at(start)]
            passive = k > 0 and view.tokens[k - 1].lower in _BE
            verb = token.tag == "V" and not passive and all(t.tag in ("D", "A", "P", "N", "X") for t in between)
            return Predicate(found.span, found.kind, "predicate-before", verb)
        thing = kinds.by_object.get(token.lower)
        if thing and _only_between(view, k + 1, start):
            return Predicate(Span(token.start, token.end), thing, "object-of")
        if (
            token.tag == "V"
            and token.lower not in _BETWEEN
            and not found
            and VERBS.get(token.lower) not in MEASURE_VERBS
        ):
            return None
    return None


def _governs(view: SentenceView, found: Predicate, start: int) -> bool:
    first = view.first_at(found.span.end)
    token = view.tokens[view.first_at(found.span.start)]
    if token.tag == "N" and " " not in found.span.of(view.text) and token.lower not in _CARRYING:
        before = view.tokens[view.first_at(found.span.start) - 1] if view.first_at(found.span.start) else None
        if before is None or not (token.lower in _STATES and (before.tag in ("C", ",") or before.lower == "the")):
            return False
    return _only_between(view, first, start)


_CARRYING = frozenset(("toll", "deaths", "death", "dead", "casualties", "injuries", "population"))


def _only_between(view: SentenceView, k: int, start: int) -> bool:
    """Only prepositions, places, hedges and verbs of measure stand between token k and the figure."""
    while k < len(view.tokens) and view.tokens[k].start < start:
        token = view.tokens[k]
        if token.tag in ("N", "M") and k + 1 < len(view.tokens) and view.tokens[k + 1].lower in ("and", ","):
            k += 1
            continue  # "killed his daughter and six grandchildren"
        place = token.tag == "M" and view.tokens[k - 1].tag in ("P", "M")
        if not (
            place
            or token.lower in _BETWEEN
            or token.tag in ("D", "A", "X", '"')
            or VERBS.get(token.lower) in MEASURE_VERBS
            or (token.lower == "in" and view.tokens[k + 1].tag == "M")
        ):
            return False
        k += 1
    return True
