"""Which words of a sentence name a place, and how each name is governed ("in Aleppo", "near Aleppo", "Syrian")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimtrack.attribution.source_types import first_words_of_media, organisation
from claimtrack.attribution.titles import OFFICES, is_given_name
from claimtrack.context.gazetteer import (
    Toponym,
    bare_word,
    beginning,
    begins_with_affix,
    find_demonym,
    find_toponym,
    is_pair,
)
from claimtrack.context.longer_names import is_part_of_longer
from claimtrack.context.place_words import DATA
from claimtrack.language import Article, Token
from claimtrack.model import Span

_GOVERNED = [(how, frozenset(DATA[how])) for how in ("near", "from", "towards", "local")]
_PARTS, _SETTLEMENTS, _QUARTERS = (frozenset(DATA[name]) for name in ("parts", "settlements", "quarters"))
_DIRECTIONS, _AREAS, _INNER = (frozenset(DATA[name]) for name in ("directions", "areas", "inner"))
_INSTITUTIONS, _THINGS, _HEADS, _SITES = (frozenset(DATA[k]) for k in ("institutions", "things", "heads", "sites"))
_PARTICLES = frozenset(DATA["particles"])
_NOT_PLACES = frozenset(DATA["not_places"])
_WORLDWIDE = re.compile(rf"\b(?:{'|'.join(DATA['worldwide'])})\b", re.IGNORECASE)
_WORLD_WORDS = tuple(DATA["world_words"])
# at most so many parts, for an article may be one endless "A.A.A"
_WRITTEN = re.compile(r"(?:[^\W\d_](?:\.[^\W\d_]+){1,4}|[^\W\d_]+(?:['’][^\W\d_]+){0,4})\.?")
_GO_ON = frozenset(".'’")
_FOLLOWING = re.compile(r"[\s/–-]{0,3}([^\W\d_]+(?:['’][^\W\d_]+)*)")
_TIES = frozenset("-–&/")
_LONGEST = 6  # words of a place name
_LONGEST_OUTLET = 4  # words of an outlet's name
_LARGE_CITY = 500_000  # people: known by its name alone, though many bear it ("Paris", "Charlotte")

WORLD = Toponym("World", None, None, None, None, 0)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at a span.

    how: `local` ("in Aleppo"), `towards`, `from` or `near` it, `name` (any other mention), `demonym` ("Syrian"),
    `world` ("worldwide", "in 30 countries": everywhere, and so no place).
    acts: the name is the subject of a verb ("the United States conducted …"): who did it more than where.
    """

    span: Span
    toponym: Toponym
    how: str
    acts: bool = False


class Starts(NamedTuple):
    """Where in an article names of places may begin, and where words stand that are no more than a people's."""

    names: Sequence[int]
    peoples: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens of a sentence, and what is needed to look a name up."""

    text: str
    tokens: Sequence[Token]
    countries: Sequence[str]

    def toponym(self, first: int, end: int) -> Toponym | None:
        name = self.text[self.tokens[first].start : self.tokens[end - 1].end]
        found = find_toponym(name, country=self.countries[0] if self.countries else None)
        if found is None or found.country in self.countries[:1]:
            return found
        others = (find_toponym(name, country=country) for country in self.countries[1:])
        return next((place for place in others if place is not None and place.country in self.countries), found)


def mentions_of(article: Article, sentence: int, countries: Sequence[str], starts: Starts) -> list[Mention]:
    """The places that a sentence names, in text order; most sentences name none, and their tokens are never read.

    countries: alpha-2 of those that the article is about, in which its ambiguous names lie, the first above all.
    starts: `starts_of_names` of the article.
    """
    span = article.sentences[sentence]
    here = {*_inside(starts.names, span), *_inside(starts.peoples, span)}
    if not here and not _speaks_of_settlement(span.of(article.text).lower()):
        return _worldwide(article.text, span)
    return read_mentions(article, sentence, countries, here)


def may_name_place(article: Article, sentence: int, starts: Starts) -> bool:
    """False only where no mention of the sentence is of a place itself, and not of a people or of the world."""
    span = article.sentences[sentence]
    return bool(_inside(starts.names, span)) or _speaks_of_settlement(span.of(article.text).lower())


def _inside(starts: Sequence[int], span: Span) -> Sequence[int]:
    return starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def read_mentions(
    article: Article, sentence: int, countries: Sequence[str], starts: Collection[int] | None = None
) -> list[Mention]:
    """`mentions_of` with the word that begins a name looked for among the tokens at `starts`, or among all of them."""
    toks = article.tokens(sentence)
    here = _Sentence(article.text, toks, countries)
    found = _worldwide(article.text, article.sentences[sentence])
    behind = 0
    for k, token in enumerate(toks):
        if k < behind or not token.text[0].isupper():
            continue
        if not (starts is None or token.start in starts or _may_begin_otherwise(toks, k)):
            continue
        named = _named_at(here, k) if _may_begin(toks, k) else None
        if named is not None:
            mention, behind = named
            if mention is not None:
                found.append(mention)
    return sorted(found, key=lambda mention: mention.span.start)


def starts_of_names(article: Article) -> Starts:
    """Where in an article capitalised words stand with which a name that the gazetteer knows may begin."""
    text = article.text
    names: list[int] = []
    peoples: list[int] = []
    for start, word in article.capitalised:
        end = start + len(word)
        if text[end : end + 1] in _GO_ON and (written := _WRITTEN.match(text, start)):
            word, end = written[0], written.end()
        begins = beginning(word)
        if begins == "pair":
            following = _FOLLOWING.match(text, end)
            is_name = following is not None and is_pair(word, following[1])
            begins = "name" if is_name else "people" if find_demonym(bare_word(word)) else "nothing"
        if begins != "nothing" and not _is_no_place(word, text[end : end + 1]):
            (names if begins == "name" else peoples).append(start)
    return Starts(names, peoples)


def _is_no_place(word: str, behind: str) -> bool:
    """Is it a word that names no place however it stands? behind: the character there; "Ford-Werke" is another word."""
    return bare_word(word) in _NOT_PLACES and behind not in _TIES


def _speaks_of_settlement(lower: str) -> bool:
    """Does a sentence say itself, perhaps, that a name is a place's ("the town of Abeka")?"""
    return " of " in lower and any(word in lower for word in _SETTLEMENTS)


def _may_begin_otherwise(toks: Sequence[Token], k: int) -> bool:
    """Does token k begin an outlet's name, or a place's behind words that the gazetteer leaves off?"""
    word = toks[k].lower
    return word in first_words_of_media() or begins_with_affix(word) or _is_settlement_of(toks, k)


def _is_settlement_of(toks: Sequence[Token], k: int) -> bool:
    return k > 1 and toks[k - 1].lower == "of" and toks[k - 2].lower in _SETTLEMENTS


def _worldwide(text: str, sentence: Span) -> list[Mention]:
    words = text[sentence.start : sentence.end].lower()
    if not any(word in words for word in _WORLD_WORDS):
        return []
    found = _WORLDWIDE.finditer(text, sentence.start, sentence.end)
    return [Mention(Span(match.start(), match.end()), WORLD, "world") for match in found]


def _may_begin(toks: Sequence[Token], k: int) -> bool:
    """May the capitalised token k begin a place's name?"""
    token = toks[k]
    if token.tag in ("R", "X", "C") or token.text in _NOT_PLACES:
        return False
    return token.tag not in ("D", "P", "S", "A") or k + 1 == len(toks) or toks[k + 1].tag == "M"


def _named_at(here: _Sentence, first: int) -> tuple[Mention | None, int] | None:
    """The longest place name that begins at token `first`, and the token behind it; no mention, and the token behind
    it, where the words name something else."""
    toks = here.tokens
    outlet = _outlet_end(here, first)
    if outlet:
        return None, outlet
    for end in range(_run_end(toks, first), first, -1):
        toponym = here.toponym(first, end)
        if toponym is not None and (site := _site_end(toks, first, end)):
            return Mention(Span(toks[first].start, toks[site - 1].end), toponym, _how(toks, first)), site
        if toponym is not None and _names_other_thing(here, end):
            return None  # "the Washington Times", "LA Lakers", "American Airlines": the name of no place
        if toponym is not None and not _is_part_of_person(toks, first):
            if toks[first].lower == "the" and here.toponym(first + 1, end) == toponym:
                first += 1  # "The United States", but "The Hague"
            how = _how(toks, first)
            if _is_borrowed(here, first, end, toponym, how):
                return None, end
            acts = how == "name" and end < len(toks) and toks[end].tag in ("V", "X")
            mention = Mention(_written(toks, first, end), toponym, how, acts)
            return _with_second(here, end, mention) if mention.how == "local" else (mention, end)
    for end in range(min(first + 2, len(toks)), first, -1):  # "Sri Lankan", "Syrian"
        demonym = find_demonym(here.text[toks[first].start : toks[end - 1].end])
        if demonym is not None:
            return Mention(Span(toks[first].start, toks[end - 1].end), demonym, "demonym"), end
    return _unknown_settlement(toks, first)


def _site_end(toks: Sequence[Token], first: int, end: int) -> int:
    """The token behind the site whose name goes on behind the place ("Oslo Hill International Airport"), 0 for none."""
    last = _run_end(toks, first)
    return last if last > end + 1 and toks[last - 1].lower in _SITES else 0


def _unknown_settlement(toks: Sequence[Token], first: int) -> tuple[Mention, int] | None:
    """ "in the town of Abeka": the text says itself that the name, which the gazetteer does not know, is a place."""
    if not _is_settlement_of(toks, first):
        return None
    end = first
    while end < len(toks) and end - first < _LONGEST and toks[end].tag == "M" and toks[end].text[0].isupper():
        end += 1
    how = _how(toks, first - 2)
    if end == first or how == "name":
        return None
    span = Span(toks[first].start, toks[end - 1].end)
    return Mention(span, Toponym(" ".join(t.text for t in toks[first:end]), None, None, None, None, 0), how), end


# --------------------------------------------------------------------- names of other things


def _outlet_end(here: _Sentence, first: int) -> int:
    """The token behind the outlet whose name begins at token `first` ("USA Today"), 0 where none does."""
    toks = here.tokens
    if toks[first].lower not in first_words_of_media():
        return 0
    for end in range(min(len(toks), first + _LONGEST_OUTLET), first + 1, -1):
        if toks[end - 1].text[0].isupper():
            known = organisation(here.text[toks[first].start : toks[end - 1].end])
            if known is not None and known.type == "media":
                return end
    return 0


def _names_other_thing(here: _Sentence, end: int) -> bool:
    """Does the name go on behind the place with a capitalised word that is no kind of area and no place itself? A
    person's title begins the next name ("the general in Haiti Lt Gen Ken Keen")."""
    toks = here.tokens
    if end + 1 < len(toks) and toks[end].lower in _PARTICLES and toks[end + 1].text[0].isupper():
        return True  # "Havre de Grace"
    if end < len(toks) and toks[end].lower in _AREAS and toks[end].text[0].isupper():
        end += 1  # "the Washington Square Mall"
    if (
        end >= len(toks)
        or toks[end].tag != "M"
        or not toks[end].text[0].isupper()
        or toks[end].start > toks[end - 1].end + 1
    ):
        return False
    if toks[end].text in OFFICES:
        return False
    return toks[end].lower not in _AREAS and toks[end].text not in _NOT_PLACES and here.toponym(end, end + 1) is None


def _is_part_of_person(toks: Sequence[Token], first: int) -> bool:
    """A city's or region's name beside another capitalised word is mostly a person's or a firm's ("Paris Hilton")."""
    before = toks[first - 1] if first else None
    if before is None:
        return False
    beside_name = before.tag == "M" and before.text[0].isupper() and before.lower not in _DIRECTIONS
    return beside_name and find_demonym(before.text) is None


def _is_borrowed(here: _Sentence, first: int, end: int, toponym: Toponym, how: str) -> bool:
    """Does something else bear the place's name: an institution ("a University of Texas study"), a title ("the Duke of
    York"), a treaty ("the Kyoto protocol"), a person or a storm of this article ("Houston sang", "Harvey hit")?"""
    toks = here.tokens
    if end < len(toks) and toks[end].text in _THINGS:
        return True
    if how == "local":
        return False
    if how != "near" and not _INSTITUTIONS.isdisjoint(token.lower for token in toks[first : end + 1]):
        return True
    if first > 1 and toks[first - 1].lower == "of" and toks[first - 2].text in _HEADS:
        return True
    if how != "name" or end - first > 1 or toks[first].text.isupper():
        return False
    named = toks[first].text
    if toponym.precision == "city" and toponym.population < _LARGE_CITY and is_given_name(named):
        return True
    return is_part_of_longer(here.text, named, toks[first].start, is_country=toponym.precision == "country")


# --------------------------------------------------------------------- how a name is written


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
    if toks[k].lower != "of" or k == 0 or first - k > 2 or (toks[k - 1].text if k > 1 else toks[0].lower) not in _PARTS:
        return "name"
    beside = toks[k - 1].lower in _QUARTERS and k > 1 and toks[k - 2].tag not in ("D", "'s")
    return "near" if beside else "local"  # "60 miles north of Cairo", but "in the north of Cairo"


def _written(toks: Sequence[Token], first: int, end: int) -> Span:
    """The name's span with the directions before it ("rebel-held eastern Aleppo") and the kind of area behind it."""
    begin = first
    while begin and toks[begin - 1].lower in _DIRECTIONS:
        begin -= 1
    last = end if end < len(toks) and toks[end].lower in _AREAS else end - 1
    return Span(toks[begin].start, toks[last].end)
