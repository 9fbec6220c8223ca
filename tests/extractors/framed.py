"""Sentences framed, and the tables of cases that say what is expected."""

from __future__ import annotations

from claimtrack.attribution import attributions_of
from claimtrack.extractors import Frame, SentenceView, frame_sentence, load_kinds, modality_of, view_sentence
from claimtrack.figures import find_figures
from claimtrack.language import lay_out
from claimtrack.model import Modality


def views_of(text: str) -> list[SentenceView]:
    """The views of a text's sentences, in order."""
    article, figures = lay_out(text), find_figures(text)
    return [
        view_sentence(article, i, [f for f in figures if span.start <= f.start < span.end])
        for i, span in enumerate(article.sentences)
    ]


def frames_of(text: str, kinds: tuple[str, ...] = ()) -> list[Frame]:
    """The frames of a text. kinds: paths of files with kinds of the user's own."""
    return [frame for view in views_of(text) for frame in frame_sentence(view, load_kinds(kinds))]


def frame_of(text: str, surface: str, kinds: tuple[str, ...] = ()) -> Frame:
    """The frame of the figure that is written so; a figure that is not found, or found twice, fails."""
    found = [frame for frame in frames_of(text, kinds) if text[frame.figure.start : frame.figure.end] == surface]
    assert len(found) == 1, f"{surface!r} is {len(found)} figures in {text!r}"
    return found[0]


def modality_in(text: str, surface: str) -> Modality:
    """The modality of the figure that is written so, the reporting word that its attribution found included."""
    attributions = attributions_of(lay_out(text))
    found = [(view, f) for view in views_of(text) for f in view.figures if text[f.start : f.end] == surface]
    assert len(found) == 1, f"{surface!r} is {len(found)} figures in {text!r}"
    view, figure = found[0]
    return modality_of(view, figure, attributions.of(figure).cue)


def table(cases: str, columns: int) -> list[list[str]]:
    """The rows of a table in text: cells between bars, headings and empty lines left out."""
    rows = [[cell.strip() for cell in line.split("|")] for line in cases.splitlines() if "|" in line]
    assert all(len(row) == columns for row in rows), [row for row in rows if len(row) != columns]
    return rows
