"""What a figure counts: the noun phrase behind it, before it, or understood from nearby."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple

from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.language.inflection import is_plural, singular
from claimtrack.language.tokens import VERBS
from claimtrack.model import Figure, Span

_DATA = tomllib.loads(files(__package__).joinpath("framing.toml").read_text("utf-8"))
_CARRIERS, _CONTAINERS = frozenset(_DATA["carriers"]), frozenset(_DATA["containers"])
STATES = frozenset(_DATA["nominal_adjectives"])
_LEAVING = frozenset(_DATA["leaving"])
_TIME_WORDS = frozenset(_DATA["time_words"])
_DIMENSIONS = frozenset(_DATA["dimensions"])
_RELATIVES = frozenset(_DATA["relatives"])
_WITH_OF, _WITH_OF_ALONE = frozenset(_DATA["with_of"]), frozenset(_DATA["with_of_alone"])
MEASURE_VERBS = frozenset(_DATA["measure_verbs"])
_LONGEST = 9  # words of a noun phrase


class Counted(NamedTuple):
    """The noun phrase counted. first, last: its tokens (last exclusive); words: in lower case; rule: how it was found."""

    span: Span
    first: int
    last: int
    words: tuple[str, ...]
    rule: str

    @property
    def head(self) -> str:
        return self.words[-1]


def counted_of(view: SentenceView, figure: Figure) -> Counted | None:
    """The noun phrase that the figure counts or measures, None where none is written beside it."""
    behind = view.first_at(
        figure.end if figure.measures in (None, "money", "percent", "percentage point") else figure.unit_end
    )
    return (
        _behind(view, figure, behind)
        or _of_which(view, figure)
        or carried_before(view, figure)
        or _subject(view, figure)
    )


# --------------------------------------------------------------------- behind the figure


def _behind(view: SentenceView, figure: Figure, k: int) -> Counted | None:
    toks = view.tokens
    if k < len(toks) and toks[k].text in ("-", "–") and toks[k].start == figure.end:
        k += 1
        if k < len(toks) and toks[k].lower == "strong":
            last = _phrase_end(view, k + 1, many=False)
            return _made(view, k + 1, last, "hyphen-strong") if last else None
        if figure.measures is None:
            return _made(view, k, k + 1, "hyphenated") if k < len(toks) and toks[k].tag in ("N", "V") else None
    if k < len(toks) and toks[k].lower == "of":
        return _behind_of(view, figure, k + 1)
    if k < len(toks) and toks[k].lower in STATES and not _counts_more(view, k + 1):
        return None if _is_predicate(view, figure) else _made(view, k, k + 1, "noun-behind")
    while k < len(toks) and toks[k].lower in ("other", "such", "more"):
        k += 1
    if figure.measures and k < len(toks) and toks[k].lower in _DIMENSIONS:
        return None
    last = _phrase_end(view, k, many=_is_many(figure) and figure.measures is None)
    return _made(view, k, last, "noun-behind") if last else None


def _is_many(figure: Figure) -> bool:
    return figure.value is None or (abs(figure.value) != 1 and figure.form not in ("fraction", "ratio"))


def _counts_more(view: SentenceView, k: int) -> bool:
    """Does a noun go on at k ("wounded soldiers")?"""
    return k < len(view.tokens) and view.tokens[k].tag in ("N", "M") and is_plural(view.tokens[k].lower)


def _is_predicate(view: SentenceView, figure: Figure) -> bool:
    """ "leaving ten dead": the adjective says what happened and is no noun."""
    for token in reversed(view.tokens[: view.first_at(figure.start)]):
        if token.tag == "V":
            return VERBS.get(token.lower) in _LEAVING
        if token.tag in (",", "C", "S"):
            return False
    return False


def _behind_of(view: SentenceView, figure: Figure, k: int) -> Counted | None:
    """Behind "of": "thousands of prisoners", "three of the soldiers", "a third of the 3.5 million residents", "hundreds of whom"."""
    toks = view.tokens
    if k < len(toks) and toks[k].lower in _RELATIVES:
        return _antecedent(view, figure.start)
    if figure.measures == "money" and k < len(toks) and toks[k].tag == "D":
        return None  # "$3 million of that sum" is part of a sum, not counted by it
    while k < len(toks) and (
        toks[k].tag in ("D", "#") or toks[k].lower in ("about", "some", "more", "than", "nearly", "of", "all")
    ):
        k += 1
    last = _phrase_end(view, k, many=figure.form not in ("fraction", "ratio") and figure.measures is None)
    return _made(view, k, last, "noun-behind-of") if last else None


def _of_which(view: SentenceView, figure: Figure) -> Counted | None:
    """ "cases, of which about 59 were fatal": the relative stands before the figure."""
    toks = view.tokens
    k = view.first_at(figure.hedge.start if figure.hedge and figure.hedge.start < figure.start else figure.start) - 1
    if k > 1 and toks[k].lower in ("which", "whom", "them", "these", "those") and toks[k - 1].lower in ("of", "among"):
        return _antecedent(view, toks[k - 1].start)
    return None


def _antecedent(view: SentenceView, position: int) -> Counted | None:
    """The noun phrase that "of whom", "of which" points back to: the last one before the position."""
    k = view.first_at(position) - 1
    toks = view.tokens
    while k >= 0 and toks[k].tag not in ("N", "M"):
        k -= 1
    last = k + 1
    while k >= 0 and (toks[k].tag in ("N", "M") or toks[k].lower == "of"):
        k -= 1
    first = k + 1
    while first < last and toks[first].lower == "of":
        first += 1
    return _made(view, first, last, "antecedent") if first < last else None


def _phrase_end(view: SentenceView, k: int, many: bool) -> int | None:
    """The end of the noun phrase that begins at token k. Of a plural it ends at its first plural noun, or the next
    where two stand together ("sports fans"); a participle or adverb may open it ("newly confirmed cases")."""
    toks, begin, head = view.tokens, k, 0
    while k < len(toks) and k - begin < _LONGEST:
        token = toks[k]
        if view.owner[k] >= 0:
            break
        if token.tag in ("N", "M"):
            if head and not (token.tag == "N" and is_plural(token.lower) and token.lower not in STATES):
                break
            if token.lower in _TIME_WORDS and k > begin:
                break
            if many and is_plural(token.lower):
                head = k + 1
        elif token.tag == "'s" and k > begin:
            head = 0
        elif (
            token.tag == "V"
            and not many
            and k > begin
            and token.lower.endswith("ing")
            and toks[k - 1].tag in ("N", "M")
        ):
            k += 1
            break
        elif (
            token.lower == "of"
            and many
            and not head
            and k > begin
            and toks[k - 1].tag == "M"
            and k + 1 < len(toks)
            and toks[k + 1].tag == "M"
        ):
            pass  # "two University of Maryland students"
        elif token.lower in ("and", "&") and not head and k > begin and many and _counts_more_soon(view, k + 1):
            pass
        elif not (token.tag in ("V", "A") and not head and (many or k == begin) and _opens(view, k)):
            break
        k += 1
    end = head or k
    while (
        end > begin
        and toks[end - 1].tag not in ("N", "M")
        and not (toks[end - 1].lower.endswith("ing") and end - 1 > begin)
    ):
        end -= 1
    if end <= begin:
        return None
    return _with_of(view, _coordinated(view, end) if head else end)


def _with_of(view: SentenceView, end: int) -> int:
    """ "members of the security forces": the phrase goes on behind "of" where its head alone says little."""
    toks = view.tokens
    if (
        (singular(toks[end - 1].lower) not in _WITH_OF and toks[end - 1].lower not in _WITH_OF_ALONE)
        or end + 1 >= len(toks)
        or toks[end].lower != "of"
    ):
        return end
    k = end + 1
    while k < len(toks) and toks[k].tag == "D":
        k += 1
    last = k
    while last < len(toks) and toks[last].tag in ("N", "M") and view.owner[last] < 0 and last - k < 4:
        last += 1
    return last if last > k else end


def _counts_more_soon(view: SentenceView, k: int) -> bool:
    return any(t.tag == "N" and is_plural(t.lower) for t in view.tokens[k : k + 2])


def _opens(view: SentenceView, k: int) -> bool:
    """May the participle or adverb at k open a noun phrase: does a noun follow it?"""
    token, following = view.tokens[k], view.tokens[k + 1] if k + 1 < len(view.tokens) else None
    if following is None or following.tag not in ("N", "M", "V"):
        return False
    if token.tag == "A":
        return token.lower.endswith("ly") or token.lower in ("more", "less")
    return (
        following.tag in ("N", "M") and token.lower.endswith(("ed", "ing", "en", "wn")) and token.lower != "including"
    )


def _coordinated(view: SentenceView, end: int) -> int:
    """ "sailors and marines": a second plural that nothing else is said of."""
    toks = view.tokens
    if end + 1 < len(toks) and toks[end].lower in ("and", "or") and toks[end + 1].tag == "N":
        word = toks[end + 1].lower
        behind = toks[end + 2] if end + 2 < len(toks) else None
        if is_plural(word) and word not in STATES and (behind is None or behind.tag not in ("V", "N", "#")):
            return end + 2
    return end


# --------------------------------------------------------------------- before the figure


def carried_before(view: SentenceView, figure: Figure) -> Counted | None:
    """The noun that carries the count before the figure: "the number of cases rose to 42", "the death toll reached 12"."""
    toks = view.tokens
    k = view.first_at(figure.hedge.start if figure.hedge and figure.hedge.start < figure.start else figure.start) - 1
    steps, measured = 0, False
    while k >= 0 and steps < 24:
        token = toks[k]
        measured = measured or VERBS.get(token.lower) in MEASURE_VERBS
        if view.owner[k] >= 0 and steps and not measured:
            earlier = view.figures[view.owner[k]]
            if earlier.measures is None and earlier.excluded is None:
                return None
        if token.text in (";", ":", "—", "–") or (token.tag == "S" and token.lower not in ("since", "that")):
            return None
        if token.tag == "N" and token.lower in _CARRIERS and _joined_by_verb(view, k + 1, figure):
            return _carried(view, k) if not _total_of(view, k, figure) else None
        if token.tag == "N" and token.lower in _CONTAINERS and _joins(view, k + 1, figure):
            return _made(view, _phrase_begin(view, k), k + 1, "noun-before")
        k -= 1
        steps += 1
    return None


def _total_of(view: SentenceView, k: int, figure: Figure) -> bool:
    """ "a total of 23": the carrier counts nothing of its own."""
    between = view.tokens[k + 1 : view.first_at(figure.start)]
    return (
        view.tokens[k].lower != "toll"
        and bool(between)
        and between[0].lower == "of"
        and all(t.tag not in ("N", "M") for t in between)
    )


def _joined_by_verb(view: SentenceView, k: int, figure: Figure) -> bool:
    words = [t for t in view.tokens[k : view.first_at(figure.start)]]
    return any(
        t.tag in ("V", "X") or t.lower in ("to", "by", "at", "of", "above", "below", "rises", "rise") for t in words
    )


def _joins(view: SentenceView, k: int, figure: Figure) -> bool:
    toks = view.tokens[k : view.first_at(figure.start)]
    return bool(toks) and all(t.tag in ("P", "A", "D", "X") or VERBS.get(t.lower) in MEASURE_VERBS for t in toks)


def _carried(view: SentenceView, k: int) -> Counted | None:
    """What the carrier at k counts: the noun behind its "of", else the words before it ("troop numbers", "death toll")."""
    toks = view.tokens
    if k + 1 < len(toks) and toks[k + 1].lower == "of":
        begin = k + 2
        while begin < len(toks) and toks[begin].tag == "D":
            begin += 1
        last = _phrase_end(view, begin, many=True)
        if last:
            return _made(view, begin, last, "carried")
    return _made(view, _phrase_begin(view, k), k + 1, "noun-before")


def _phrase_begin(view: SentenceView, k: int) -> int:
    while k > 0 and (view.tokens[k - 1].tag in ("N", "M") and view.owner[k - 1] < 0):
        k -= 1
    return k


def _subject(view: SentenceView, figure: Figure) -> Counted | None:
    """The subject of a verb of measure: "Ebola cases in West Africa could pass 20,000", "put the fatality rate at 42 percent"."""
    toks = view.tokens
    k = view.first_at(figure.hedge.start if figure.hedge and figure.hedge.start < figure.start else figure.start) - 1
    if figure.hedge and figure.hedge.of(view.text).lower().split()[0] in _HEDGING_VERBS:
        k += len(figure.hedge.of(view.text).split())
    prepositions = 0
    while k >= 0 and (toks[k].tag in ("X", "A", "P", "D") or VERBS.get(toks[k].lower) in MEASURE_VERBS):
        prepositions += toks[k].tag == "P"
        if VERBS.get(toks[k].lower) in MEASURE_VERBS and not _is_passive_of_other(view, k):
            return _subject_before(view, k)
        k -= 1
    if prepositions and k >= 0 and toks[k].tag in ("N", "M") and figure.measures in ("percent", "percentage point"):
        first = _phrase_begin(view, k)
        if first and (
            VERBS.get(toks[first - 1].lower) in MEASURE_VERBS
            or (toks[first - 1].tag == "D" and first > 1 and VERBS.get(toks[first - 2].lower) in MEASURE_VERBS)
        ):
            return _made(view, first, k + 1, "object-of-measure")
    return None


_HEDGING_VERBS = frozenset(
    (
        "passes",
        "pass",
        "passed",
        "crossed",
        "crosses",
        "tops",
        "topped",
        "topping",
        "surpasses",
        "surpassing",
        "exceeding",
        "exceeds",
        "exceed",
        "exceeded",
    )
)


def _is_passive_of_other(view: SentenceView, k: int) -> bool:
    return (
        view.tokens[k].lower in ("being", "be", "been") and k + 1 < len(view.tokens) and view.tokens[k + 1].tag == "V"
    )


def _subject_before(view: SentenceView, k: int) -> Counted | None:
    """The head noun phrase before the verb group at k, past the phrases between them."""
    toks = view.tokens
    while k > 0 and toks[k - 1].tag in ("X", "A"):
        k -= 1
    end, last = k, None
    k -= 1
    while k >= 0 and toks[k].tag in ("N", "M", "D", "P", "'s", "#") and view.owner[k] < 0:
        if toks[k].tag == "P":
            last = None
        elif toks[k].tag in ("N", "M") and last is None:
            last = k + 1
        k -= 1
    if last is None or last == end == 0:
        return None
    first = _phrase_begin(view, last - 1)
    while first < last and toks[first].lower in _TIME_WORDS:
        first += 1
    if first >= last or (toks[first].tag == "M" and last - first == 1 and first > 0):
        return None
    return _made(view, first, last, "subject-of-measure")


def _made(view: SentenceView, first: int, last: int, rule: str) -> Counted | None:
    words = tuple(view.words(first, last))
    return Counted(view.cover(first, last), first, last, words, rule) if words else None


def head_noun(words: tuple[str, ...]) -> str:
    """The head of a noun phrase, singular; the last word, that before "of" where there is one."""
    cut = words.index("of") if "of" in words[1:] else len(words)
    return singular(words[cut - 1]) if cut else singular(words[-1])
