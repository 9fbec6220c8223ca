"""Where a figure holds: the places that a sentence names, and the one nearest to the figure."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files

from claimtrack.context.gazetteer import Toponym, find_demonym, find_toponym
from claimtrack.language import Article, Token
from claimtrack.model import Figure, Place, Span

_DATA = tomllib.loads(files(__package__).joinpath("places.toml").read_text("utf-8"))
_LOCAL, _TOWARDS, _NEAR, _PARTS = (frozenset(_DATA[name]) for name in ("local", "towards", "near", "parts"))
_DIRECTIONS, _AREAS = frozenset(_DATA["directions"]), frozenset(_DATA["areas"])
_NOT_PLACES = frozenset(_DATA["not_places"])
_INNER = frozenset(("of", "de", "du", "des", "la", "le", "el", "al", "and", "the", "-"))
_LONGEST = 6  # words of a place name
_PARAGRAPHS_BACK = 3
_OPENING = 12  # sentences at the article's start that say where it is about


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at a span. how: `local` ("in Aleppo"), `towards` or `near` it, `name` (any other mention), `demonym` ("Syrian").
    acts: the name is the subject of a verb ("the United States conducted …"): who did it more than where."""

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


_COUNTRY_WORD = re.compile(r"\b[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?\b|\bU\.?[SK]\.?\b")


def places_of(article: Article) -> Places:
    """The places of an article; which country it is about is read from its countries and demonyms."""
    counts: Counter[str] = Counter()
    for match in _COUNTRY_WORD.finditer(article.text[:20_000]):
        counts[match[0]] += 1
    countries: Counter[str] = Counter()
    for word, count in counts.items():
        place = find_demonym(word)
        if place is not None and place.country:
            countries[place.country] += count
    return Places(article, countries.most_common(1)[0][0] if countries else None)


def place_for(
    places: Places, sentence: int, figure: Figure, counted: Span | None, not_in: Sequence[Span] = ()
) -> tuple[Place, str] | None:
    """The place that the figure holds for, and the rule that chose it; None where the article names none.

    The nearest in its sentence counts ("in" and the like before other mentions, a demonym last), then the nearest in
    the sentences before, at most three paragraphs back, then the first that the article's opening names.
    not_in: spans whose places are the last choice (who is cited: "the envoy for Syria").
    """
    named = places.of_sentence(sentence)
    here = [m for m in named if not any(s.holds(m.span) and s != m.span for s in not_in)] or [
        m for m in named if m.how != "demonym"
    ]
    if here:
        best = min(here, key=lambda m: _distance(places.article.text, m, figure, counted))
        return _place(places.article.text, best), f"place-{best.how}"
    paragraph = places.article.sentence_paragraph[sentence]
    for earlier in range(sentence - 1, -1, -1):
        if paragraph - places.article.sentence_paragraph[earlier] > _PARAGRAPHS_BACK:
            break
        found = [m for m in places.of_sentence(earlier) if m.how != "demonym"]
        if found:
            local = [m for m in found if m.how == "local"]
            return _place(places.article.text, (local or found)[-1]), "place-before"
    return _of_article(places)


def _of_article(places: Places) -> tuple[Place, str] | None:
    """The country that the article is about, where its opening names it; else the first place there."""
    opening = [m for i in range(min(len(places.article.sentences), _OPENING)) for m in places.of_sentence(i)]
    ours = [m for m in opening if m.toponym.country == places.country and m.toponym.precision == "country"]
    found = sorted(ours, key=lambda m: m.how == "demonym") or [m for m in opening if m.how != "demonym"]
    return (_place(places.article.text, found[0]), "place-of-article") if found else None


_CLAUSE = re.compile(r"[;:—–]|,")
_OTHER_CLAUSE = re.compile(r"[;—–]|\b(?:while|whereas|although)\b|, but\b|\bas (?!well|many|much)")
_COST = {"local": 0, "towards": 45, "near": 120, "name": 25, "demonym": 120}


def _distance(text: str, mention: Mention, figure: Figure, counted: Span | None) -> float:
    """Characters between mention and figure, more where a clause ends between them, the name stands before the
    figure, or it is no "in …" """
    if (
        counted
        and counted.start <= mention.span.start < counted.end
        and mention.how == "demonym"
        and " of " not in text[counted.start : mention.span.start]
    ):
        return 70.0
    if mention.span.start >= figure.end:
        between, cost = text[figure.end : mention.span.start], 0.0
    else:
        between, cost = text[mention.span.end : figure.start], 40.0
    clauses = 45 * len(_CLAUSE.findall(between)) + 100 * len(_OTHER_CLAUSE.findall(between))
    return len(between) + cost + clauses + _COST[mention.how] + 40 * mention.acts


def _place(text: str, mention: Mention) -> Place:
    t = mention.toponym
    name = t.name if mention.how == "demonym" else " ".join(mention.span.of(text).split())
    return Place(name=name, span=mention.span, country=t.country, lat=t.lat, lon=t.lon, precision=t.precision)


def _mentions(article: Article, sentence: int, country: str | None) -> list[Mention]:
    toks = article.tokens(sentence)
    found: list[Mention] = []
    k = 0
    while k < len(toks):
        if not _may_begin(toks, k):
            k += 1
            continue
        last = _run_end(toks, k)
        mention, k = _in_run(article.text, toks, k, last, country)
        if mention:
            found.append(mention)
    return found


def _may_begin(toks: Sequence[Token], k: int) -> bool:
    token = toks[k]
    return (
        token.text[0].isupper()
        and token.tag not in ("R", "X", "C")
        and token.text not in _NOT_PLACES
        and not (token.tag in ("D", "P", "S", "A") and k + 1 < len(toks) and toks[k + 1].tag != "M")
    )


def _run_end(toks: Sequence[Token], k: int) -> int:
    """The end of the run of capitalised words at k, small words between them included ("Gulf of Mexico")."""
    last = k + 1
    while last < len(toks) and last - k < _LONGEST:
        if toks[last].text[0].isupper() and toks[last].tag in ("M", "N") and toks[last].text not in _NOT_PLACES:
            last += 1
        elif (
            toks[last].lower in _INNER
            and last + 1 < len(toks)
            and toks[last + 1].text[0].isupper()
            and toks[last].lower != "and"
        ):
            last += 2
        else:
            break
    return min(last, len(toks))


def _in_run(text: str, toks: Sequence[Token], first: int, last: int, country: str | None) -> tuple[Mention | None, int]:
    """The longest place name that begins at `first`, and where to look on."""
    for end in range(last, first, -1):
        name = text[toks[first].start : toks[end - 1].end]
        toponym = find_toponym(name, country=country)
        if toponym is not None and not _is_part_of_person(toks, first, end, toponym):
            acts = end < len(toks) and toks[end].tag in ("V", "X")
            return _with_second(
                text, toks, first, end, Mention(_written(toks, first, end), toponym, _how(toks, first), acts), country
            )
    demonym = find_demonym(toks[first].text)
    if demonym is not None:
        return Mention(Span(toks[first].start, toks[first].end), demonym, "demonym"), first + 1
    return None, first + 1


def _with_second(
    text: str, toks: Sequence[Token], first: int, end: int, mention: Mention, country: str | None
) -> tuple[Mention, int]:
    """ "in Cairo and the port city of Suez": two places that the same "in" governs are one place as written, and on the
    map what both lie in."""
    if mention.how != "local" or end + 1 >= len(toks) or toks[end].lower != "and":
        return mention, end
    k = end + 1
    while k < len(toks) and k - end < 6 and (toks[k].tag in ("D", "N") or toks[k].lower == "of"):
        k += 1
    if k >= len(toks) or toks[k].tag != "M":
        return mention, end
    last = _run_end(toks, k)
    for stop in range(last, k, -1):
        other = find_toponym(text[toks[k].start : toks[stop - 1].end], country=country)
        if other is not None and not (stop < len(toks) and toks[stop].tag == "V"):
            both = (
                mention.toponym
                if mention.toponym.country == other.country
                else replace(mention.toponym, country=None, lat=None, lon=None, precision=None)
            )
            return Mention(Span(mention.span.start, toks[stop - 1].end), both, "local", False), stop
    return mention, end


def _is_part_of_person(toks: Sequence[Token], first: int, end: int, toponym: Toponym) -> bool:
    """A city's or region's name beside another capitalised word is mostly a person's or a firm's ("Paris Hilton")."""
    if toponym.precision in (None, "country"):
        return False
    before = toks[first - 1] if first else None
    after = toks[end] if end < len(toks) else None
    if (
        before is not None
        and before.tag == "M"
        and before.text[0].isupper()
        and before.lower not in _DIRECTIONS
        and find_demonym(before.text) is None
    ):
        return True
    return (
        after is not None
        and after.tag == "M"
        and before is not None
        and before.lower not in _LOCAL
        and toponym.population < 2_000_000
    )


def _how(toks: Sequence[Token], first: int) -> str:
    k = first - 1
    adjectives = 0
    while k >= 0 and (toks[k].tag == "D" or (toks[k].tag == "N" and adjectives < 3) or toks[k].lower in _DIRECTIONS):
        adjectives += toks[k].tag == "N"
        k -= 1
    if k < 0:
        return "name"
    if toks[k].lower in _NEAR:
        return "near"
    if toks[k].lower in _TOWARDS:
        return "towards"
    if toks[k].lower in _LOCAL:
        return "local"
    of_area = toks[k].lower == "of" and k and toks[k - 1].lower in _PARTS
    return "local" if of_area and first - k < 3 else "name"


def _written(toks: Sequence[Token], first: int, end: int) -> Span:
    """The name's span with the direction before it and the kind of area behind it."""
    start = toks[first].start
    if first and toks[first - 1].lower in _DIRECTIONS:
        start = toks[first - 1].start
    last = toks[end - 1].end
    if end < len(toks) and toks[end].lower in _AREAS:
        last = toks[end].end
    return Span(start, last)
