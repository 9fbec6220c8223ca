"""Where speed leaves reports out, the plain way gives the same answer: every report of the sentence weighed, nothing
remembered from one figure to the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrack.attribution import attribute as fast
from claimtrack.attribution import attributions_of
from claimtrack.attribution.antecedents import Antecedents
from claimtrack.figures import find_figures
from claimtrack.language import lay_out
from claimtrack.model import Attribution, Figure


def plainly(text: str, figure: Figure, monkeypatch: pytest.MonkeyPatch) -> Attribution:
    """The attribution of one figure by a reader without bounds and memory."""
    with monkeypatch.context() as patch:
        patch.setattr(fast, "_NEAR", len(text))
        patch.setattr(fast, "_MOST", len(text))
        patch.setattr("claimtrack.attribution.antecedents._REPORTS_BACK", len(text))
        patch.setattr("claimtrack.attribution.documents._LONGEST", len(text))
        patch.setattr("claimtrack.attribution.contents._LONGEST", len(text))
        patch.setattr(Antecedents, "of", lambda self, report, depth=0: self._meaning(report, depth))
        return attributions_of(lay_out(text)).of(figure)


def differing(text: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The words of each figure that the two readers attribute differently."""
    attributions = attributions_of(lay_out(text))
    for figure in find_figures(text):
        if figure.excluded is None and attributions.of(figure) != plainly(text, figure, monkeypatch):
            yield text[figure.start : figure.end]


def test_articles(articles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert [found for text in articles for found in differing(text, monkeypatch)] == []


def test_a_sentence_of_many_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Lang lost 12 men, " + "according to Falk, 40 more, Lund said, " * 4 + "and 9 dogs, the army said."
    assert list(differing(text, monkeypatch)) == []
