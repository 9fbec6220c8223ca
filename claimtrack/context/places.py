"""Where a figure holds: the places that a sentence names, and the one nearest to the figure."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from claimtrack.context.gazetteer import countries_by_name
from claimtrack.context.mentions import Mention, Starts, may_name_place, mentions_of, starts_of_names
from claimtrack.context.place_words import DATA, SIGNS
from claimtrack.language import Article
from claimtrack.model import Figure, Place, Span

_OTHER_CLAUSE = re.compile(rf"[;—–]|, but\b|\bas (?!well|many|much)|\b(?:{'|'.join(DATA['other_clause'])})\b")
_FROM_THERE = tuple(DATA["from_there"])
_COMMA = re.compile(r"[,;:—–]")
_SMALL_SIGNS = [
    (word, re.compile(rf"\b{word}\b"), country) for country, words in SIGNS.items() for word in words if word.islower()
]
_FIRST_WORD = re.compile(r"\w+")
_FARTHEST = 1_000  # characters from a figure to a place that it may hold for
_PARAGRAPHS_BACK, _SENTENCES_BACK = 3, 40
_OPENING, _OPENING_OF_MEASURED = 6, 4  # sentences at the article's start that say where it is about
_ABOUT = 20_000  # characters from which the article's country is read
_COUNTRIES = 3  # in which an article's ambiguous names may lie
_LEAST, _MOST = 2, 0.5  # words, and share of those that speak of countries: the article is surely about that one

# How far away a mention counts, in characters, besides those between it and the figure.
_COST = {"local": 0, "world": 0, "name": 25, "towards": 45, "near": 75, "from": 120, "demonym": 120}
_COST_BEFORE, _COST_COMMA, _COST_CLAUSE, _COST_ACTOR = 40, 45, 100, 40
_COST_NATIONALITY = 60  # of the demonym in what is counted ("12 Syrian soldiers")


@dataclass(frozen=True)
class Places:
    """The places of one article, found a sentence at a time and remembered.

    country: alpha-2 of the country that the article names most, None where it names none. certain: most of the words
    that speak of a country speak of this one. countries: those that it names, the most named first, a few.
    """

    article: Article
    country: str | None
    certain: bool = False
    countries: tuple[str, ...] = ()
    _found: dict[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    _named: dict[int, list[Mention]] = field(default_factory=dict, repr=False)

    @cached_property
    def _starts(self) -> Starts:
        return starts_of_names(self.article)

    def of_sentence(self, sentence: int) -> tuple[Mention, ...]:
        known = self._found.get(sentence)
        if known is None:
            known = self._found[sentence] = tuple(mentions_of(self.article, sentence, self.countries, self._starts))
        return known

    def named_in(self, sentence: int) -> list[Mention]:
        """Of a sentence's mentions those of a place itself, and not of a people or the world."""
        known = self._named.get(sentence)
        if known is None:
            read = self.of_sentence(sentence) if may_name_place(self.article, sentence, self._starts) else ()
            known = self._named[sentence] = [each for each in read if each.how not in ("demonym", "world")]
        return known


def places_of(article: Article) -> Places:
    """The places of an article; which country it is about is read from its countries, regions, their demonyms, and from
    words of one country's institutions."""
    named, hinted = _countries_told(article)
    countries = Counter([*named, *hinted])  # of two told as often, one that is named goes first
    if not countries:
        return Places(article, None)
    country, count = countries.most_common(1)[0]
    certain = count >= _LEAST and count > _MOST * countries.total()
    return Places(article, country, certain, tuple(each for each, _ in countries.most_common(_COUNTRIES)))


def _countries_told(article: Article) -> tuple[list[str], list[str]]:
    """The country that each name or demonym of one speaks of, and each word of one's institutions, in text order."""
    text, telling, names = article.text, _words_that_tell(), countries_by_name()
    named: list[str] = []
    hinted = [
        country
        for word, pattern, country in _SMALL_SIGNS
        if word in text  # quicker than the pattern
        for _ in pattern.finditer(text, 0, _ABOUT)
    ]
    behind = 0
    for start, first in article.capitalised:
        if start >= _ABOUT:
            break
        words = telling.get(first)
        if words is None or start < behind:
            continue
        for word, country in words:
            end = start + len(word)
            if text.startswith(word, start) and not text[end : end + 1].isalnum():
                behind = end
                if country is not None:
                    (named if word in names else hinted).append(country)
                break
    return named, hinted


@cache
def _words_that_tell() -> Mapping[str, Sequence[tuple[str, str | None]]]:
    """Names, demonyms and capitalised signs of countries with the country, by their first word, the longest first."""
    signs = {word: country for country, words in SIGNS.items() for word in words if not word.islower()}
    found: dict[str, list[tuple[str, str | None]]] = {}
    for word, country in sorted({**countries_by_name(), **signs}.items(), key=lambda told: -len(told[0])):
        found.setdefault(_FIRST_WORD.findall(word)[0], []).append((word, country))
    return found


# --------------------------------------------------------------------- which place


def place_for(
    places: Places, sentence: int, figure: Figure, counted: Span | None, not_in: Sequence[Span] = ()
) -> tuple[Place, str] | None:
    """The place that the figure holds for, and the rule that chose it; None where the article names none.

    The nearest in its sentence counts ("in" and the like before other mentions, a demonym last), then the nearest in
    the sentences before, at most three paragraphs back, then the first that the article's opening names. What is
    measured or a share takes from other sentences only where they say that something happened there, or the country
    that the article is about. A sentence in parentheses is of another story, and takes from none.
    not_in: spans whose places are the last choice (who is cited: "the envoy for Syria").
    """
    text = places.article.text
    named = _near(places.of_sentence(sentence), figure)
    here = [m for m in named if not any(s.holds(m.span) and s != m.span for s in not_in)]
    here = here or [m for m in named if m.how != "demonym"]
    best = _nearest(text, here, figure, counted)
    found, rule = best, f"place-{best.how}" if best else ""
    if (best is None or _of_bystander(best, counted)) and not text.startswith(
        "(", places.article.sentences[sentence].start
    ):
        before = _last_before(places, sentence, best is None and _is_measured(figure))
        if before is not None:
            found, rule = before, "place-before"
        elif best is None:
            found, rule = _of_article(places, _is_measured(figure)), "place-of-article"
    return None if found is None or found.how == "world" else (_place(text, found), rule)


def _is_measured(figure: Figure) -> bool:
    return figure.measures is not None or figure.form in ("fraction", "ratio")


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
        found = _distance(text, mention, figure, None if _is_abroad(mention, mentions) else counted), mention.span.start
        if found < best:
            best, nearest = found, mention
    return nearest


def _is_abroad(nationality: Mention, mentions: Sequence[Mention]) -> bool:
    """Does the sentence say that it happened in another country ("three American doctors died in Kabul")?"""
    abroad = (m.toponym.country for m in mentions if m.how in ("local", "near") and m.toponym.country)
    return nationality.how == "demonym" and any(country != nationality.toponym.country for country in abroad)


def _gap(mention: Mention, figure: Figure) -> int:
    """The characters between a mention and the figure."""
    return max(mention.span.start - figure.end, figure.start - mention.span.end)


def _of_bystander(mention: Mention, counted: Span | None) -> bool:
    """Is it the nationality of somebody who is not counted ("a British climber")? It says least of where."""
    return mention.how == "demonym" and not (counted and counted.start <= mention.span.start < counted.end)


def _last_before(places: Places, sentence: int, measured: bool) -> Mention | None:
    """The last place named in the sentences before, one that says where it happened before others of its sentence; who
    acted there comes last ("Russia rejected the criticism").

    measured: only where something happened, or the country that the article is about.
    """
    paragraphs = places.article.sentence_paragraph
    actor = None
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
        if paragraphs[sentence] - paragraphs[earlier] > _PARAGRAPHS_BACK:
            break
        named = places.named_in(earlier)
        if measured:
            named = [m for m in named if m.how == "local" or _is_subject(places, m)]
        found = [m for m in named if not m.acts]
        if found:
            return ([m for m in found if m.how == "local"] or found)[-1]
        actor = actor or next(reversed(named), None)
    return actor


def _is_subject(places: Places, mention: Mention) -> bool:
    """Is it the country that the article is surely about?"""
    toponym = mention.toponym
    return places.certain and toponym.precision == "country" and toponym.country == places.country


def _of_article(places: Places, measured: bool) -> Mention | None:
    """The country in which most places lie that the opening names, as it names it; else the first place there, one that
    says where something happened before others. Nationalities say nothing ("the US general").

    measured: only a country, or the one place that the opening names.
    """
    sentences = min(len(places.article.sentences), _OPENING_OF_MEASURED if measured else _OPENING)
    named = [m for i in range(sentences) for m in places.named_in(i)]
    local = [m for m in named if m.how == "local"]
    if measured and not any(_is_subject(places, m) for m in named):
        local, lies_in = local if len({m.toponym for m in named}) == 1 else [], {m.toponym.country for m in local}
        named = [m for m in named if lies_in == {m.toponym.country}]
    countries = Counter(m.toponym.country for m in named if m.toponym.country)
    main = countries.most_common(1)[0][0] if countries else None
    ours = [m for m in named if m.toponym.country == main and m.toponym.precision == "country"]
    return next(iter(ours or local or ([] if measured else named)), None)


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
