"""How independent the members of a group are: who stands behind each figure, which texts are copies of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.crosscheck.comparing import count_shared_words, fits
from claimtrack.crosscheck.features import Features
from claimtrack.crosscheck.groups.bodies import Body, body_nouns, body_of
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]


MOST_TOLD = 5  # of a long chain, and of the names in it
SHORTEST_COPY = 4  # words of a sentence that must tell something before it can be a copy


class Voice(NamedTuple):
    """One claim as a witness.

    at: its position. number: what it says. source, role: who is cited (None: the writer). via: who passed it on.
    wire: the agency that the paper took it from. story: the same for near-copies of one text.
    denied: it is told as not so. surface: the figure as written.
    """

    at: int
    number: float
    article: str
    source: str | None
    via: str | None = None
    wire: str | None = None
    role: str | None = None
    story: str | None = None
    denied: bool = False
    surface: str = ""


def copied(features: Features, first: Ints, second: Ints) -> NDArray[np.bool_]:
    """Pairs that tell one figure in nearly the same words in two articles of the same few days."""
    import numpy as np

    settings = load_settings()
    shared, shortest, longest = count_shared_words(features.words, first, second)
    alike = (shared >= settings.copied * shortest) & (shared >= longest / 2) & (shortest >= SHORTEST_COPY)
    close = ~(np.abs(features.published[first] - features.published[second]) > settings.copied_days)
    elsewhere = features.document[first] != features.document[second]
    found: NDArray[np.bool_] = alike & close & elsewhere & fits(features, first, second)
    return found


def origins(voices: Sequence[Voice], copies: Iterable[tuple[int, int]]) -> list[str]:
    """For each voice the name of who stands behind it; equal names are one source.

    The cited source, or the body that it speaks for where another voice cites that; else the agency; else the writer,
    and the writers of near-copies are one. copies: positions.
    """
    first = _first_articles(voices, copies)
    bodies = _bodies(voices)
    return [
        bodies[voice.source, voice.role] if voice.source else voice.wire or f"the writer of {first[voice.article]}"
        for voice in voices
    ]


def _first_articles(voices: Sequence[Voice], copies: Iterable[tuple[int, int]]) -> dict[str, str]:
    """For each article the first of those whose text is nearly the same."""
    root = {voice.article: voice.article for voice in voices}
    article_of = {voice.at: voice.article for voice in voices}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    stories: dict[str, str] = {}
    alike = [(article_of[one], article_of[other]) for one, other in copies]
    alike += [(stories.setdefault(voice.story, voice.article), voice.article) for voice in voices if voice.story]
    for one, other in alike:
        left, right = sorted((find(one), find(other)))
        root[right] = left
    return {article: find(article) for article in root}


def _bodies(voices: Sequence[Voice]) -> dict[tuple[str, str | None], str]:
    """The name of each (source, role): that of its body where several names stand for one, else its own.

    A body without a country is the one of that name that has one, where there is just one.
    """
    all_cited = dict.fromkeys((voice.source, voice.role) for voice in voices if voice.source)
    if len({source for source, _ in all_cited}) == 1:
        return {(source, role): source for source, role in all_cited}
    shared = Counter(noun for cited in all_cited for noun in body_nouns(*cited))
    named: dict[Body | str, list[tuple[str, str | None]]] = {}
    for cited in all_cited:
        body = body_of(*cited) if any(shared[noun] > 1 for noun in body_nouns(*cited)) else None
        known = [other for other in named if isinstance(other, Body) and body is not None and other.may_be(body)]
        key = known[0] if len(known) == 1 else body or cited[0]
        named.setdefault(key, []).append(cited)
    names: dict[tuple[str, str | None], str] = {}
    for cited_so in named.values():
        own = Counter(source for source, role in cited_so if role is None) or Counter(source for source, _ in cited_so)
        names |= dict.fromkeys(cited_so, own.most_common(1)[0][0])
    return names


def echo_chain(voices: Sequence[Voice], behind: Sequence[str], copies: Iterable[tuple[int, int]]) -> str | None:
    """Who repeats whom, in words: "Libyan Red Crescent → 4 articles (2 near-copies; via United Nations)"; None: nobody.

    behind: what `origins` gave for the voices.
    """
    copying = {at for pair in copies for at in pair} | _of_one_story(voices)
    told_by: dict[tuple[str, float], list[Voice]] = {}
    for voice, origin in zip(voices, behind, strict=True):
        if not voice.denied:
            told_by.setdefault((origin, voice.number), []).append(voice)
    figures = Counter(origin for origin, _ in told_by)
    parts = []
    for (origin, _), told in told_by.items():
        articles = {voice.article for voice in told}
        if len(articles) < 2:
            continue
        near = len({voice.article for voice in told if voice.at in copying})
        notes = [f"{near} near-copies"] if near else []
        notes += _noted("by", (voice.source for voice in told if voice.source != origin))
        notes += _noted("via", (voice.via for voice in told))
        notes += _noted("wire of", (voice.wire for voice in told if voice.wire != origin))
        who = origin if figures[origin] == 1 else f"{origin}: {told[0].surface}"
        parts.append(f"{who} → {len(articles)} articles" + (f" ({'; '.join(notes)})" if notes else ""))
    more = [f"{len(parts) - MOST_TOLD} more"] if len(parts) > MOST_TOLD else []
    return " · ".join([*parts[:MOST_TOLD], *more]) or None


def _noted(how: str, names: Iterable[str | None]) -> list[str]:
    """ "via Reuters", a note for each name; of many, the first few."""
    different = [name for name in dict.fromkeys(names) if name]
    more = [f"{len(different) - MOST_TOLD} more"] if len(different) > MOST_TOLD else []
    return [*(f"{how} {name}" for name in different[:MOST_TOLD]), *more]


def _of_one_story(voices: Sequence[Voice]) -> set[int]:
    """The voices whose text another article prints too."""
    articles: dict[str, set[str]] = {}
    for voice in voices:
        if voice.story:
            articles.setdefault(voice.story, set()).add(voice.article)
    return {voice.at for voice in voices if voice.story and len(articles[voice.story]) > 1}
