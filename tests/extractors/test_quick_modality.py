"""Half of all sentences have no word that could make a figure anything but asserted: reading on finds none either."""

from __future__ import annotations

from itertools import groupby

import pytest

from claimtrack.extractors import modality, modality_of, view_sentence
from claimtrack.figures import find_figures
from claimtrack.language import lay_out


class AnyWord(frozenset[str]):
    """Words that every clause has one of."""

    def isdisjoint(self, _: object) -> bool:
        return False


def modalities(text: str) -> list[str]:
    """The modality of each figure of a text, in order."""
    article = lay_out(text)
    by_sentence = groupby(find_figures(text), key=lambda figure: article.sentence_at(figure.start))
    views = [view_sentence(article, sentence, list(figures)) for sentence, figures in by_sentence]
    return [modality_of(view, figure, None) for view in views for figure in view.figures]


def test_the_plain_way_finds_no_more(articles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [modalities(text) for text in articles]
    monkeypatch.setattr(modality, "_MARKERS", AnyWord())
    monkeypatch.setattr(modality._Phrases, "are_in", lambda phrases, text, _: bool(phrases.pattern.search(text)))
    for text, found in zip(articles, quick, strict=True):
        assert modalities(text) == found
