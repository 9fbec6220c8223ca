"""Where a figure holds: the places that a sentence names, and the one nearest to the figure."""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files

from claimtrack.attribution.titles import DATA as _TITLES
from claimtrack.context.gazetteer import Toponym, find_demonym, find_toponym
from claimtrack.language import Article, Token
from claimtrack.model import Figure, Place, Span

_DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("places.toml").read_text("utf-8"))
_GOVERNED = [(how, frozenset(_DATA[how])) for how in ("near", "from", "towards", "local")]
_LOCAL, _PARTS = frozenset(_DATA["local"]), frozenset(_DATA["parts"])
_DIRECTIONS, _AREAS, _INNER = (frozenset(_DATA[name]) for name in ("directions", "areas", "inner"))
_NOT_PLACES = frozenset(_DATA["not_places"])
_OTHER_CLAUSE = re.compile(rf"[;—–]|, but\b|\bas (?!well|many|much)|\b(?:{'|'.join(_DATA['other_clause'])})\b")
_OFFICES = frozenset(_TITLES["titles"])
_FROM_THERE = tuple(_DATA["from_there"])
_COMMA = re.compile(r"[,;:—–]")
# a capital first, so that the search runs from one to the next
_COUNTRY_WORD = re.compile(r"[A-Z](?<!\w[A-Z])(?:[a-z]{3,}(?: [A-Z][a-z]+)?|(?<=U)\.?[SK]\.?)\b")
_LONGEST = 6  # words of a place name
_FARTHEST = 1_000  # characters from a figure to a place that it may hold for
_PARAGRAPHS_BACK, _SENTENCES_BACK = 3, 40
_OPENING = 12  # sentences at the article's start that say where it is about
_ABOUT = 20_000  # characters from which the article's country is read

# How far away a mention counts, in characters, besides those between it and the figure.
_COST = {"local": 0, "name": 25, "towards": 45, "near": 60, "from": 120, "demonym": 120}
_COST_BEFORE, _COST_COMMA, _COST_CLAUSE, _COST_ACTOR = 40, 45, 100, 40
_COST_NATIONALITY = 70  # of the demonym in what is counted ("12 Syrian soldiers")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at a span.

    how: `local` ("in Aleppo"), `towards`, `from` or `near` it, `name` (any other mention), `demonym` ("Syrian").
    acts: the name is the subject of a verb ("the United States conducted …"): who did it more than where.
    """

    span: Span
    toponym: Toponym
    how: str
    acts: bool = False


@dataclass(frozen=True)
class Places:
    """The places of one article, found a sentence at a time and remembered.

    country: alpha-2 of the country that the article names most, None where it names none.
    """

    article: Article
    country: str | None
    _found: dict[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False)

    def of_sentence(self, sentence: int) -> tuple[Mention, ...]:
        known = self._found.get(sentence)
        if known is None:
            known = self._found[sentence] = tuple(_mentions(self.article, sentence, self.country))
        return known


def places_of(article: Article) -> Places:
    """The places of an article; which country it is about is read from its countries and demonyms."""
    named = Counter(_COUNTRY_WORD.findall(article.text, 0, _ABOUT))
    countries: Counter[str] = Counter()
    for word, count in named.items():
        place = find_demonym(word)
        if place is not None and place.country:
            countries[place.country] += count
    return Places(article, countries.most_common(1)[0][0] if countries else None)


# --------------------------------------------------------------------- which place


def place_for(
    places: Places, sentence: int, figure: Figure, counted: Span | None, not_in: Sequence[Span] = ()
) -> tuple[Place, str] | None:
    """The place that the figure holds for, and the rule that chose it; None where the article names none.

    The nearest in its sentence counts ("in" and the like before other mentions, a demonym last), then the nearest in
    the sentences before, at most three paragraphs back, then the first that the article's opening names.
    not_in: spans whose places are the last choice (who is cited: "the envoy for Syria").
    """
    text = places.article.text
    named = _near(places.of_sentence(sentence), figure)
    here = [m for m in named if not any(s.holds(m.span) and s != m.span for s in not_in)]
    here = here or [m for m in named if m.how != "demonym"]
    best = _nearest(text, here, figure, counted)
    before = _last_before(places, sentence) if best is None or _of_bystander(best, counted) else None
    if best is not None and before is None:
        return _place(text, best), f"place-{best.how}"
    if before is not None:
        return _place(text, before), "place-before"
    about = _of_article(places)
    return (_place(text, about), "place-of-article") if about else None


def _near(mentions: Sequence[Mention], figure: Figure) -> Sequence[Mention]:
    """Those of a sentence's mentions that the figure may hold for."""
    first = bisect_right(mentions, figure.start - _FARTHEST, key=_start)
    return mentions[first : bisect_left(mentions, figure.start + _FARTHEST, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start


def _nearest(text: str, mentions: Sequence[Mention], figure: Figure, counted: Span | None) -> Mention | None:
    """The mention at the least distance, the first of several; no distance is less than the characters between."""
    best: tuple[float, int] = (math.inf, 0)
    nearest = None
    for mention in sorted(mentions, key=lambda m: _gap(m, figure)):
        if _gap(mention, figure) > max(best[0], _COST_NATIONALITY):
            break
        found = _distance(text, mention, figure, counted), mention.span.start
        if found < best:
            best, nearest = found, mention
    return nearest


def _gap(mention: Mention, figure: Figure) -> int:
    """The characters between a mention and the figure."""
    return max(mention.span.start - figure.end, figure.start - mention.span.end)


def _of_bystander(mention: Mention, counted: Span | None) -> bool:
    """Is it the nationality of somebody who is not counted ("a British climber")? It says least of where."""
    return mention.how == "demonym" and not (counted and counted.start <= mention.span.start < counted.end)


def _last_before(places: Places, sentence: int) -> Mention | None:
    """The last place named in the sentences before, one that says where it happened before others of its sentence; who
    acted there comes last ("Russia rejected the criticism")."""
    paragraphs = places.article.sentence_paragraph
    actor = None
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
        if paragraphs[sentence] - paragraphs[earlier] > _PARAGRAPHS_BACK:
            break
        named = [m for m in places.of_sentence(earlier) if m.how != "demonym"]
        found = [m for m in named if not m.acts]
        if found:
            return ([m for m in found if m.how == "local"] or found)[-1]
        actor = actor or next(reversed(named), None)
    return actor


def _of_article(places: Places) -> Mention | None:
    """The country in which most places lie that the opening names, as it names it; else the first place there, one that
    says where something happened before others. Nationalities say nothing ("the US general")."""
    opening = [m for i in range(min(len(places.article.sentences), _OPENING)) for m in places.of_sentence(i)]
    named = [m for m in opening if m.how != "demonym"]
    countries = Counter(m.toponym.country for m in named if m.toponym.country)
    main = countries.most_common(1)[0][0] if countries else None
    ours = [m for m in named if m.toponym.country == main and m.toponym.precision == "country"]
    local = [m for m in named if m.how == "local"]
    return next(iter(ours or local or named), None)


def _distance(text: str, mention: Mention, figure: Figure, counted: Span | None) -> float:
    """Characters between mention and figure, more where a clause ends between them, the name stands before the
    figure, or it is no "in …"."""
    inside = mention.how == "demonym" and counted is not None and counted.start <= mention.span.start < counted.end
    of_others = counted is not None and " of " in text[counted.start : mention.span.start]
    if inside and counted and not of_others and not counted.of(text).lower().endswith(_FROM_THERE):
        return _COST_NATIONALITY
    if mention.span.start >= figure.end:
        between, cost = text[figure.end : mention.span.start], 0
    else:
        between, cost = text[mention.span.end : figure.start], _COST_BEFORE
    cost += _COST_COMMA * len(_COMMA.findall(between)) + _COST_CLAUSE * len(_OTHER_CLAUSE.findall(between))
    return len(between) + cost + _COST[mention.how] + _COST_ACTOR * mention.acts


def _place(text: str, mention: Mention) -> Place:
    t = mention.toponym
    name = t.name if mention.how == "demonym" else " ".join(mention.span.of(text).split())
    return Place(name=name, span=mention.span, country=t.country, lat=t.lat, lon=t.lon, precision=t.precision)


# --------------------------------------------------------------------- which mentions


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens of a sentence, and what is needed to look a name up."""

    text: str
    tokens: Sequence[Token]
    country: str | None

    def toponym(self, first: int, end: int) -> Toponym | None:
        return find_toponym(self.text[self.tokens[first].start : self.tokens[end - 1].end], country=self.country)


def _mentions(article: Article, sentence: int, country: str | None) -> list[Mention]:
    here = _Sentence(article.text, article.tokens(sentence), country)
    found: list[Mention] = []
    k = 0
    while k < len(here.tokens):
        named = None
        if here.tokens[k].text[0].isupper() and _may_begin(here.tokens, k):
            named = _named_at(here, k)
        if named is None:
            k += 1
            continue
        mention, k = named
        found.append(mention)
    return found


def _may_begin(toks: Sequence[Token], k: int) -> bool:
    """May the capitalised token k begin a place's name?"""
    token = toks[k]
    if token.tag in ("R", "X", "C") or token.text in _NOT_PLACES:
        return False
    return token.tag not in ("D", "P", "S", "A") or k + 1 == len(toks) or toks[k + 1].tag == "M"


def _named_at(here: _Sentence, first: int) -> tuple[Mention, int] | None:
    """The longest place name that begins at token `first`, and the token behind it."""
    toks = here.tokens
    for end in range(_run_end(toks, first), first, -1):
        toponym = here.toponym(first, end)
        if toponym is not None and _names_other_thing(here, end):
            return None  # "the Washington Times", "LA Lakers", "American Airlines": the name of no place
        if toponym is not None and not _is_part_of_person(toks, first):
            if toks[first].lower == "the" and here.toponym(first + 1, end) == toponym:
                first += 1  # "The United States", but "The Hague"
            how = _how(toks, first)
            acts = how == "name" and end < len(toks) and toks[end].tag in ("V", "X")
            mention = Mention(_written(toks, first, end), toponym, how, acts)
            return _with_second(here, end, mention) if mention.how == "local" else (mention, end)
    demonym = find_demonym(toks[first].text)
    if demonym is None:
        return None
    return Mention(Span(toks[first].start, toks[first].end), demonym, "demonym"), first + 1


def _names_other_thing(here: _Sentence, end: int) -> bool:
    """Does the name go on behind the place with a capitalised word that is no kind of area and no place itself? A
    person's title begins the next name ("the general in Haiti Lt Gen Ken Keen")."""
    toks = here.tokens
    if (
        end >= len(toks)
        or toks[end].tag != "M"
        or not toks[end].text[0].isupper()
        or toks[end].start > toks[end - 1].end + 1
    ):
        return False
    if toks[end].text in _OFFICES:
        return False
    return toks[end].lower not in _AREAS and toks[end].text not in _NOT_PLACES and here.toponym(end, end + 1) is None


def _run_end(toks: Sequence[Token], k: int) -> int:
    """The end of the run of capitalised words at k, small words between them included ("Gulf of Mexico")."""
    last = k + 1
    while last < len(toks) and last - k < _LONGEST:
        if _is_name_word(toks, last):
            last += 1
        elif toks[last].lower in _INNER and last + 1 < len(toks) and toks[last + 1].text[0].isupper():
            last += 2
        else:
            break
    return last


def _is_name_word(toks: Sequence[Token], k: int) -> bool:
    return toks[k].text[0].isupper() and toks[k].tag in ("M", "N") and toks[k].text not in _NOT_PLACES


def _with_second(here: _Sentence, end: int, mention: Mention) -> tuple[Mention, int]:
    """ "in Cairo and the port city of Suez": two places that the same "in" governs are one place as written, and on the
    map what both lie in. end: the token behind the first."""
    toks = here.tokens
    k = end + 1
    if k >= len(toks) or toks[end].lower != "and":
        return mention, end
    while k < len(toks) and k - end < _LONGEST and (toks[k].tag in ("D", "N") or toks[k].lower == "of"):
        k += 1
    if k == len(toks) or toks[k].tag != "M":
        return mention, end
    for stop in range(_run_end(toks, k), k, -1):
        other = here.toponym(k, stop)
        if other is not None and not (stop < len(toks) and toks[stop].tag == "V"):
            both = mention.toponym
            if both.country != other.country:
                both = replace(both, country=None, lat=None, lon=None, precision=None)
            return Mention(Span(mention.span.start, toks[stop - 1].end), both, "local"), stop
    return mention, end


def _is_part_of_person(toks: Sequence[Token], first: int) -> bool:
    """A city's or region's name beside another capitalised word is mostly a person's or a firm's ("Paris Hilton")."""
    before = toks[first - 1] if first else None
    if before is None:
        return False
    beside_name = before.tag == "M" and before.text[0].isupper() and before.lower not in _DIRECTIONS
    return beside_name and find_demonym(before.text) is None


def _how(toks: Sequence[Token], first: int) -> str:
    """How the name at token `first` is governed: by the preposition before it, past articles and up to three words."""
    k, words = first - 1, 0
    while k >= 0 and (toks[k].tag == "D" or toks[k].lower in _DIRECTIONS or (toks[k].tag == "N" and words < 3)):
        words += toks[k].tag == "N"
        k -= 1
    if k < 0:
        return "name"
    for how, prepositions in _GOVERNED:
        if toks[k].lower in prepositions:
            return how
    of_part = toks[k].lower == "of" and k > 0 and toks[k - 1].lower in _PARTS
    return "local" if of_part and first - k < 3 else "name"


def _written(toks: Sequence[Token], first: int, end: int) -> Span:
    """The name's span with the directions before it ("rebel-held eastern Aleppo") and the kind of area behind it."""
    begin = first
    while begin and toks[begin - 1].lower in _DIRECTIONS:
        begin -= 1
    last = end if end < len(toks) and toks[end].lower in _AREAS else end - 1
    return Span(toks[begin].start, toks[last].end)
