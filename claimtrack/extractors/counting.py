"""What a figure counts: the noun phrase behind it, or understood from nearby."""

from __future__ import annotations

from claimtrack.extractors.carriers import carried_before, container_before, subject_before
from claimtrack.extractors.noun_phrases import NOMINAL, STATES, Counted, is_many, phrase, phrase_end
from claimtrack.extractors.sentence_view import SentenceView, start_with_hedge
from claimtrack.extractors.vocabulary import forms, words
from claimtrack.language.inflection import is_plural
from claimtrack.language.tokens import VERBS
from claimtrack.model import Figure

_LEAVING = forms("leaving")
_DIMENSIONS, _RELATIVES = words("dimensions"), words("relatives")
_BEHIND_OF, _BEFORE_NUMBER, _BEFALL = words("behind_of"), words("before_number"), words("befall")
_SUMS, _ARTICLES = words("sums"), words("articles")
_ALTERNATIVES = words("alternatives")
_LONGEST_ALTERNATIVE = 7  # tokens between two commas
_MOST_BEFORE_NOUN = 24  # tokens between "of" and the noun: articles, numbers, "the ward's"
_NOUN_INSIDE = (None, "money", "percent", "percentage point")  # measures whose unit is part of the figure


def counted_of(view: SentenceView, figure: Figure) -> Counted | None:
    """The noun phrase that the figure counts or measures, None where none is written beside it."""
    behind = view.first_at(figure.end if figure.measures in _NOUN_INSIDE else figure.unit_end)
    if _has_verb_behind(view, behind) and (container := container_before(view, figure)):
        return container  # "a garrison of 900 holds the town"
    return (
        _behind(view, figure, behind)
        or _of_which(view, figure)
        or carried_before(view, figure)
        or subject_before(view, figure)
    )


def _has_verb_behind(view: SentenceView, k: int) -> bool:
    """Is the word at k, though it looks like a plural noun, a verb with its object?"""
    toks = view.tokens
    return k + 1 < len(toks) and toks[k].lower.endswith("s") and toks[k].lower in VERBS and toks[k + 1].tag == "D"


def _behind(view: SentenceView, figure: Figure, k: int) -> Counted | None:
    toks = view.tokens
    if k < len(toks) and toks[k].text in ("-", "–") and toks[k].start == figure.end:
        k += 1
        if k < len(toks) and toks[k].lower == "strong":
            last = phrase_end(view, k + 1, many=False)
            return phrase(view, k + 1, last, "hyphen-strong") if last else None
        if figure.measures is None:
            return phrase(view, k, k + 1, "hyphenated") if k < len(toks) and toks[k].tag in ("N", "V") else None
    k = k if figure.measures else _past_alternative(view, k)
    if figure.measures == "money" and (sum_of := _of_sum(view, k)):
        return sum_of
    if [token.lower for token in toks[k : k + 2]] == ["out", "of"] and any(i >= 0 for i in view.owner[k + 2 : k + 6]):
        k += 1  # "10 out of the island's 12 bird species"
    if k < len(toks) and toks[k].lower == "of":
        return _behind_of(view, figure, k + 1)
    if figure.form == "fraction" and figure.measures is None and k < len(toks) and toks[k].lower in _ARTICLES:
        return _behind_of(view, figure, k)  # "half the world's population"
    if k < len(toks) and toks[k].lower in STATES and not _counts_more(view, k + 1):
        return None if _is_predicate(view, figure) else phrase(view, k, k + 1, "noun-behind")
    while k < len(toks) and toks[k].lower in ("other", "such", "more"):
        k += 1
    if figure.measures and (_is_whole_measure(view, figure, k) or (k < len(toks) and toks[k].lower in _DIMENSIONS)):
        return None
    many = _is_many(figure) and figure.measures is None
    last = phrase_end(view, k, many)
    if last and many and not is_many(view, k, last):
        last = None
    found = phrase(view, k, last, "noun-behind") if last else None
    return _of_next(view, figure, k) or (found._replace(many=many) if found else None)


def _past_alternative(view: SentenceView, k: int) -> int:
    """ "hundreds, perhaps thousands, of guests": past the figure that may be meant instead, to its "of"."""
    toks, j = view.tokens, k
    while j < min(len(toks), k + _LONGEST_ALTERNATIVE):
        counts = view.owner[j] >= 0 and view.figures[view.owner[j]].measures is None
        if not (counts or toks[j].text == "," or toks[j].lower in _ALTERNATIVES):
            break
        j += 1
    return j if j > k and toks[k].text == "," and j < len(toks) and toks[j].lower == "of" else k


def _of_sum(view: SentenceView, k: int) -> Counted | None:
    """ "$475,000 in property damages", "$20,000 worth of loot": what a sum is given, lost or owed in."""
    following = tuple(token.lower for token in view.tokens[k : k + 2])
    if following == ("worth", "of"):
        last = phrase_end(view, k + 2, many=False)
        return phrase(view, k + 2, last, "worth-of") if last else None
    last = phrase_end(view, k + 1, many=False) if following[:1] == ("in",) else None
    if last is None or view.tokens[last - 1].lower not in _SUMS:
        return None
    return phrase(view, k + 1, last, "sum-in")


def _of_next(view: SentenceView, figure: Figure, k: int) -> Counted | None:
    """ "56 suspected and 34 confirmed cases": the noun stands behind the next figure."""
    toks = view.tokens
    if figure.measures or k + 3 >= len(toks) or toks[k + 1].tag != "C" or view.owner[k + 2] < 0:
        return None
    following = view.first_at(view.figures[view.owner[k + 2]].end)
    last = phrase_end(view, following, many=True)
    if last is None or last - following < 2 or not is_plural(toks[last - 1].lower):
        return None
    if any(is_plural(toks[j].lower) or toks[j].lower in _BEFALL for j in (k, following)):
        return None
    return phrase(view, last - 1, last, "noun-behind-next")


def _is_whole_measure(view: SentenceView, figure: Figure, k: int) -> bool:
    """Does the unit before token k stand in the plural, so that it takes no noun ("120 kilometres", but "a 12-hour
    ceasefire", "three months' leave")?"""
    unit = view.tokens[k - 1] if k else None
    if figure.measures in _NOUN_INSIDE or unit is None or unit.start < figure.end:
        return False
    return unit.tag != "'s" and is_plural(unit.lower)


def _is_many(figure: Figure) -> bool:
    return figure.value is None or (figure.value not in (0, 1, -1) and figure.form not in ("fraction", "ratio"))


def _counts_more(view: SentenceView, k: int) -> bool:
    """Does a noun go on at k ("wounded soldiers")?"""
    return k < len(view.tokens) and view.tokens[k].tag in NOMINAL and is_plural(view.tokens[k].lower)


def _is_predicate(view: SentenceView, figure: Figure) -> bool:
    """ "leaving ten dead": the adjective says what happened and is no noun."""
    for token in view.before(figure.start):
        if token.tag == "V":
            return token.lower in _LEAVING
        if token.tag in (",", "C", "S"):
            return False
    return False


def _behind_of(view: SentenceView, figure: Figure, k: int) -> Counted | None:
    """Behind "of": "thousands of prisoners", "a third of the 3.5 million residents", "hundreds of whom"."""
    toks = view.tokens
    if k < len(toks) and toks[k].lower in _RELATIVES:
        return _antecedent(view, figure.start)
    if figure.measures == "money" and k < len(toks) and toks[k].tag == "D":
        return None  # "$3 million of that sum" is part of a sum, not counted by it
    if k + 1 < len(toks) and toks[k].lower.endswith("ing") and toks[k + 1].tag in ("D", "P"):
        return None  # "50 years of doing these things"
    many = figure.measures in (None, "percent")
    k = _noun_behind_of(view, k)
    last = phrase_end(view, k, many)
    if last and last + 1 < len(toks) and toks[last].tag == "'s" and view.owner[last + 1] >= 0:
        k = _noun_behind_of(view, last + 1)  # "a third of the ward's 90 beds"
        last = phrase_end(view, k, many)
    found = phrase(view, k, last, "noun-behind-of") if last else None
    return found._replace(many=_is_many(figure)) if found else None


def _noun_behind_of(view: SentenceView, k: int) -> int:
    """Past the articles, numbers and hedges that stand between "of" and its noun."""
    toks = view.tokens
    farthest = min(len(toks), k + _MOST_BEFORE_NOUN)
    while k < farthest and (
        toks[k].tag in ("D", "#", "'s")
        or toks[k].lower in _BEHIND_OF
        or (toks[k].lower in _BEFORE_NUMBER and k + 1 < len(toks) and view.owner[k + 1] >= 0)
    ):
        k += 1
    return k


def _of_which(view: SentenceView, figure: Figure) -> Counted | None:
    """ "cases, of which about 59 were fatal": the relative stands before the figure."""
    toks = view.tokens
    k = view.first_at(start_with_hedge(figure)) - 1
    if k > 1 and toks[k].lower in ("which", "whom", "them", "these", "those") and toks[k - 1].lower in ("of", "among"):
        return _antecedent(view, toks[k - 1].start)
    return None


def _antecedent(view: SentenceView, position: int) -> Counted | None:
    """The noun phrase that "of whom", "of which" points back to: the last one before the position."""
    k = view.first_at(position) - 1
    toks = view.tokens
    while k >= 0 and toks[k].tag not in NOMINAL:
        k -= 1
    last = k + 1
    while k >= 0 and (toks[k].tag in NOMINAL or toks[k].lower == "of"):
        k -= 1
    first = k + 1
    while first < last and toks[first].lower == "of":
        first += 1
    return phrase(view, first, last, "antecedent") if first < last else None
