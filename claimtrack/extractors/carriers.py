"""What is counted where it stands before the figure: "the number of cases rose to 42", "cases could pass 20,000"."""

from __future__ import annotations

from claimtrack.extractors.noun_phrases import NOMINAL, TIME_WORDS, Counted, phrase, phrase_begin, phrase_end
from claimtrack.extractors.sentence_view import SentenceView, start_with_hedge
from claimtrack.extractors.vocabulary import forms, words
from claimtrack.language import Token
from claimtrack.model import Figure

_CARRIERS, _CONTAINERS = words("carriers"), words("containers")
_CARRIER_JOINS = words("carrier_joins")
_WITHIN, _NO_SUBJECTS = words("within"), words("no_subjects")
_MEASURE_FORMS = forms("measure_verbs")
_HEDGING_VERBS, _MOVING_FORMS = forms("hedging_verbs"), forms("moving_verbs")
_REACH = 24  # tokens before the figure in which its carrier is looked for


def is_measure_verb(token: Token) -> bool:
    """Does the token say that what stands before it has the number behind it ("rose to", "stands at")?"""
    return token.lower in _MEASURE_FORMS


def carried_before(view: SentenceView, figure: Figure) -> Counted | None:
    """The noun that carries the count: "the number of cases rose to 42", "the death toll reached 12"."""
    toks = view.tokens
    last = view.first_at(start_with_hedge(figure)) - 1
    measured = False
    for k in range(last, max(-1, last - _REACH), -1):
        token = toks[k]
        measured = measured or is_measure_verb(token)
        if k < last and not measured and _counts(view, k):
            return None
        if token.text in (";", ":", "—", "–") or (token.tag == "S" and token.lower not in ("since", "that")):
            return None
        if token.tag != "N":
            continue
        if token.lower in _CARRIERS and _joined_by_verb(view, k + 1, figure):
            return None if _is_total_of(view, k, figure) else _carried(view, k)
        if token.lower in _CONTAINERS and _joins(view, k + 1, figure):
            return phrase(view, phrase_begin(view, k), k + 1, "noun-before")
    return None


def container_before(view: SentenceView, figure: Figure) -> Counted | None:
    """The container whose "of" the figure stands behind: "a garrison of 900"."""
    k = view.first_at(start_with_hedge(figure)) - 2
    if k < 0 or view.tokens[k + 1].lower != "of" or view.tokens[k].lower not in _CONTAINERS:
        return None
    return phrase(view, phrase_begin(view, k), k + 1, "noun-before")


def _counts(view: SentenceView, k: int) -> bool:
    """Is token k part of another figure that counts things?"""
    if view.owner[k] < 0:
        return False
    figure = view.figures[view.owner[k]]
    return figure.measures is None and figure.excluded is None


def _is_total_of(view: SentenceView, k: int, figure: Figure) -> bool:
    """ "a total of 23": the carrier counts nothing of its own."""
    between = view.tokens[k + 1 : view.first_at(figure.start)]
    if view.tokens[k].lower == "toll" or not between or between[0].lower != "of":
        return False
    return all(t.tag not in NOMINAL for t in between)


def _joined_by_verb(view: SentenceView, k: int, figure: Figure) -> bool:
    between = view.tokens[k : view.first_at(figure.start)]
    return any(t.tag in ("V", "X") or t.lower in _CARRIER_JOINS or is_measure_verb(t) for t in between)


def _joins(view: SentenceView, k: int, figure: Figure) -> bool:
    between = view.tokens[k : view.first_at(figure.start)]
    return bool(between) and all(t.tag in ("P", "A", "D", "X") or is_measure_verb(t) for t in between)


def _carried(view: SentenceView, k: int) -> Counted | None:
    """What the carrier at k counts: the noun behind its "of", else the words before it ("troop numbers")."""
    toks = view.tokens
    if k + 1 < len(toks) and toks[k + 1].lower == "of" and toks[k].lower != "toll":  # "the death toll of the quake"
        begin = k + 2
        while begin < len(toks) and toks[begin].tag == "D":
            begin += 1
        last = phrase_end(view, begin, many=True)
        if last:
            return phrase(view, begin, last, "carried")
    return phrase(view, phrase_begin(view, k), k + 1, "noun-before")


def subject_before(view: SentenceView, figure: Figure) -> Counted | None:
    """The subject of a verb of measure ("Ebola cases in West Africa could pass 20,000"), or its object ("put the
    fatality rate at 42 percent")."""
    toks = view.tokens
    k = view.first_at(start_with_hedge(figure)) - 1
    if figure.measures == "duration" and k >= 0 and toks[k].lower in _WITHIN:
        return None  # "30 centimetres of rain fell in 24 hours"
    if figure.hedge and (hedge := figure.hedge.of(view.text).lower().split())[0] in _HEDGING_VERBS:
        k += len(hedge)  # "surpassing 20,000": the hedge is the verb
    prepositions = 0
    while k >= 0 and (toks[k].tag in ("X", "A", "P", "D") or is_measure_verb(toks[k]) or _is_moved(view, k)):
        prepositions += toks[k].tag == "P"
        if (is_measure_verb(toks[k]) or _is_moved(view, k)) and not _is_passive_of_other(view, k):
            return _subject_of(view, k)
        k -= 1
    if prepositions and k >= 0 and figure.measures in ("percent", "percentage point"):
        return _object_of_measure(view, k)
    return None


def _is_moved(view: SentenceView, k: int) -> bool:
    """ "had its grants slashed from 25 to 15": a participle that moves what stands before it."""
    toks = view.tokens
    moved = toks[k].lower.endswith("ed") and toks[k].lower in _MOVING_FORMS
    return moved and k + 1 < len(toks) and toks[k + 1].lower in ("from", "to", "by")


def _object_of_measure(view: SentenceView, k: int) -> Counted | None:
    """ "put the fatality rate at 42 percent": the phrase that ends at token k, where a verb of measure takes it."""
    toks = view.tokens
    if toks[k].tag not in NOMINAL:
        return None
    first = phrase_begin(view, k)
    verb = first - 2 if first > 1 and toks[first - 1].tag == "D" else first - 1
    moves = (
        verb >= 0
        and toks[k].lower not in _NO_SUBJECTS
        and (is_measure_verb(toks[verb]) or toks[verb].lower in _MOVING_FORMS)
    )
    return phrase(view, first, k + 1, "object-of-measure") if moves else None


def _is_passive_of_other(view: SentenceView, k: int) -> bool:
    """ "was being held": the auxiliary belongs to another verb."""
    toks = view.tokens
    return toks[k].lower in ("being", "be", "been") and k + 1 < len(toks) and toks[k + 1].tag == "V"


def _subject_of(view: SentenceView, k: int) -> Counted | None:
    """The head noun phrase before the verb group at k, past the phrases between them."""
    toks = view.tokens
    while k > 0 and toks[k - 1].tag in ("X", "A"):
        k -= 1
    last = None
    k -= 1
    while k >= 0 and toks[k].tag in ("N", "M", "D", "P", "'s", "#") and view.owner[k] < 0:
        if toks[k].tag == "P":
            last = None
        elif toks[k].tag in NOMINAL and last is None:
            last = k + 1
        k -= 1
    if last is None:
        return None
    first = phrase_begin(view, last - 1)
    while first < last and toks[first].lower in TIME_WORDS:
        first += 1
    if first >= last or (
        last - first == 1 and (toks[first].lower in _NO_SUBJECTS or (toks[first].tag == "M" and first > 0))
    ):
        return None
    return phrase(view, first, last, "subject-of-measure")
