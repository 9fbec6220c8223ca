"""What holds for any text: spans lie in it, in order, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.language import lay_out
from claimtrack.model import Span

NEWS = (
    "“We buried 40 of our neighbours,” said Elena Lund, the mayor of Derna. “It was a long night.”\n\n"
    "According to the U.N. refugee agency (UNHCR), 12,000 people fled; the army's count is $2.5bn lower.\n"
    "''He told me ‘go’,'' Gen. Karl Rask said on Jan. 4 … Polls show a close race."
)


@st.composite
def damaged_news(draw: st.DrawFn) -> str:
    """News with stretches deleted, doubled or moved, as extraction from the web leaves it."""
    text = NEWS
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = text[start:end]
        change = draw(st.sampled_from(("delete", "double", "move", "insert")))
        if change == "delete":
            text = text[:start] + text[end:]
        elif change == "double":
            text = text[:end] + piece + text[end:]
        elif change == "move":
            text = piece + text[:start] + text[end:]
        else:
            text = text[:start] + draw(st.text(max_size=5)) + text[start:]
    return text


TEXTS = st.one_of(st.text(), damaged_news())


def in_order(spans: Sequence[Span], text: str) -> bool:
    bounds = [0, *(bound for span in spans for bound in span), len(text)]
    return bounds == sorted(bounds)


@given(TEXTS)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    article = lay_out(text)
    assert in_order(article.paragraphs, text)
    assert in_order(article.sentences, text)
    assert in_order(article.quotations, text)
    assert all(span.of(text).strip() for span in (*article.paragraphs, *article.sentences))


@given(TEXTS)
def test_sentences_hold_all_that_is_no_white_space(text: str) -> None:
    article = lay_out(text)
    assert "".join("".join(span.of(text).split()) for span in article.sentences) == "".join(text.split())
    assert len(article.sentence_paragraph) == len(article.sentences)
    for sentence, owner in zip(article.sentences, article.sentence_paragraph, strict=True):
        assert article.paragraphs[owner].holds(sentence)


@given(TEXTS)
def test_tokens_are_the_words_as_written(text: str) -> None:
    article = lay_out(text)
    for i, sentence in enumerate(article.sentences):
        read = article.tokens(i)
        assert in_order([Span(token.start, token.end) for token in read], text)
        assert all(text[token.start : token.end] == token.text for token in read)
        assert all(sentence.start <= token.start and token.end <= sentence.end for token in read)


@given(TEXTS, st.integers(0, 400))
def test_where_a_position_stands(text: str, position: int) -> None:
    article = lay_out(text)
    if article.sentences and position >= article.sentences[0].start:
        assert article.sentences[article.sentence_at(position)].start <= position
    quotation = article.quotation_at(position)
    if quotation is not None:
        assert article.quotations[quotation].start <= position < article.quotations[quotation].end
