"""How independent the members of a group are: who stands behind each figure, which texts are copies of one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.comparing import fits
from claimtrack.crosscheck.features import Features, shared_words
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]


SHORTEST_COPY = 4  # words of a sentence that must tell something before it can be a copy


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim as a witness.

    at: its position. number: what it says. source: who is cited (None: the writer). via: who passed it on.
    wire: the agency that the paper took it from.
    """

    at: int
    number: float
    article: str
    source: str | None
    via: str | None
    wire: str | None


def copied(features: Features, first: Ints, second: Ints) -> NDArray[np.bool_]:
    """Pairs that tell one figure in nearly the same words in two articles of the same few days."""
    import numpy as np

    settings = load_settings()
    shared, shortest, longest = shared_words(features.words, first, second)
    alike = (shared >= settings.copied * shortest) & (shared >= longest / 2) & (shortest >= SHORTEST_COPY)
    close = ~(np.abs(features.published[first] - features.published[second]) > settings.copied_days)
    elsewhere = features.document[first] != features.document[second]
    found: NDArray[np.bool_] = alike & close & elsewhere & fits(features, first, second)
    return found


def origins(voices: Sequence[Voice], copies: Iterable[tuple[int, int]]) -> list[str]:
    """For each voice the name of who stands behind it; equal names are one source.

    The cited source; else the agency; else the writer, and the writers of near-copies are one. copies: positions.
    """
    root = {voice.article: voice.article for voice in voices}
    article_of = {voice.at: voice.article for voice in voices}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    for one, other in copies:
        left, right = sorted((find(article_of[one]), find(article_of[other])))
        root[right] = left
    return [voice.source or voice.wire or f"the writer of {find(voice.article)}" for voice in voices]


def echo_chain(voices: Sequence[Voice], behind: Sequence[str], copies: Iterable[tuple[int, int]]) -> str | None:
    """Who repeats whom, in words: "Libyan Red Crescent → 4 articles (2 near-copies; via United Nations)"; None: nobody.

    behind: what `origins` gave for the voices.
    """
    copying = {at for pair in copies for at in pair}
    parts = []
    for origin, said in dict.fromkeys(zip(behind, (voice.number for voice in voices), strict=True)):
        told = [voice for voice, name in zip(voices, behind, strict=True) if name == origin and voice.number == said]
        articles = {voice.article for voice in told}
        if len(articles) < 2:
            continue
        near = len({voice.article for voice in told if voice.at in copying})
        notes = [f"{near} near-copies"] if near else []
        notes += [f"via {name}" for name in dict.fromkeys(voice.via for voice in told) if name]
        parts.append(f"{origin} → {len(articles)} articles" + (f" ({'; '.join(notes)})" if notes else ""))
    return " · ".join(parts) or None
