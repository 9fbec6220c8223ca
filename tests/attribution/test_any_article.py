"""What holds for any article: an attribution points at the words it came from, and asking never fails."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.attribution import attributions_of
from claimtrack.language import lay_out
from claimtrack.model import Attribution, Figure

NEWS = (
    "“We buried 40 of our neighbours,” said Elena Lund, the mayor of Derna. “It was 12 hours.”\n\n"
    "According to the U.N. refugee agency (UNHCR), 9 people fled; the army's count of 7 is lower.\n"
    "She told reporters that Hall's plan to hire 300 failed, citing a poll by the bank in which 3 agreed.\n"
    "''He told me 5 times,'' Gen. Karl Rask said. Polls show a race of 2. The agency has said 8 left.\n"
    "Hall: 6 of us are believed to be here - the officials who met him say, adding that it put 4 at risk."
)


@st.composite
def damaged_news(draw: st.DrawFn) -> str:
    """News with stretches deleted, doubled or moved, as extraction from the web leaves it."""
    text = NEWS
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece, change = text[start:end], draw(st.sampled_from(("delete", "double", "move", "insert")))
        if change == "delete":
            text = text[:start] + text[end:]
        elif change == "double":
            text = text[:end] + piece + text[end:]
        elif change == "move":
            text = piece + text[:start] + text[end:]
        else:
            text = text[:start] + draw(st.text(max_size=5)) + text[start:]
    return text


def ask_all(text: str) -> list[tuple[Figure, Attribution]]:
    """The attribution of each digit of the text."""
    article = lay_out(text)
    attributions = attributions_of(article)
    figures = [
        Figure(start=i, end=i + 1, value=None, low=None, high=None) for i, char in enumerate(text) if char.isdigit()
    ]
    return [(figure, attributions.of(figure)) for figure in figures] if article.sentences else []


@settings(deadline=None)
@given(st.one_of(damaged_news(), st.text(), st.text(alphabet="“”\"'‘’ said:,. X1")))
def test_evidence_lies_in_the_text(text: str) -> None:
    for figure, found in ask_all(text):
        spans = (found.source_span, found.cue, found.antecedent, found.role_span)
        assert all(0 <= span.start < span.end <= len(text) for span in spans if span is not None)
        if found.source_span is not None:
            assert found.source_text == " ".join(found.source_span.of(text).split())
            assert not found.source_span.start <= figure.start < found.source_span.end or found.kind == "direct"


@settings(deadline=None)
@given(damaged_news())
def test_a_kind_says_whether_somebody_is_named(text: str) -> None:
    for _, found in ask_all(text):
        if found.kind == "none":
            assert (found.source, found.cue, found.rule) == (None, None, "own-voice")
        elif found.kind != "passive":
            assert found.source
            assert found.cue is not None


@settings(deadline=None)
@given(damaged_news())
def test_the_order_of_asking_makes_no_difference(text: str) -> None:
    article = lay_out(text)
    forwards = ask_all(text)
    attributions = attributions_of(article)
    assert [(figure, attributions.of(figure)) for figure, _ in reversed(forwards)] == forwards[::-1]
