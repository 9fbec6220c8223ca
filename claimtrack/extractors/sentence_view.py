"""A sentence with its figures marked: tokens are split where a figure ends inside them ("two-storey" → two · - · storey)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.language import Article, Token
from claimtrack.model import Figure, Span


@dataclass(frozen=True)
class SentenceView:
    """tokens of one sentence; owner[k] is the index in `figures` of the figure that token k belongs to, -1 for none.

    lower: the sentence's text in lower case, as long as the text itself, so that offsets hold.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    owner: tuple[int, ...]
    figures: tuple[Figure, ...]
    lower: str

    def first_at(self, position: int) -> int:
        """Index of the first token that begins at the position or behind it."""
        for k, token in enumerate(self.tokens):
            if token.start >= position:
                return k
        return len(self.tokens)

    def words(self, first: int, last: int) -> list[str]:
        """The lower-case words of tokens first..last (exclusive), punctuation left out."""
        return [t.lower for t in self.tokens[first:last] if t.tag not in (",", '"', "'s")]

    def cover(self, first: int, last: int) -> Span:
        """The span of tokens first..last (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def view_sentence(article: Article, sentence: int, figures: Sequence[Figure]) -> SentenceView:
    span = article.sentences[sentence]
    found: list[Token] = []
    owner: list[int] = []
    at = 0
    for token in article.tokens(sentence):
        while at < len(figures) and figures[at].end <= token.start:
            at += 1
        for piece, index in _pieces(token, figures, at):
            found.append(piece)
            owner.append(index)
    return SentenceView(
        article.text, span, tuple(found), tuple(owner), tuple(figures), _lower(article.text[span.start : span.end])
    )


def _pieces(token: Token, figures: Sequence[Figure], at: int) -> list[tuple[Token, int]]:
    if at >= len(figures) or figures[at].start >= token.end:
        return [(token, -1)]
    figure = figures[at]
    if figure.start <= token.start and token.end <= figure.end:
        return [(token._replace(tag="#"), at)]
    pieces: list[tuple[Token, int]] = []
    if token.start < figure.start:
        pieces.append((_part(token, token.start, figure.start, "N"), -1))
    inside = max(token.start, figure.start), min(token.end, figure.end)
    pieces.append((_part(token, *inside, "#"), at))
    if figure.end < token.end:
        rest = token.text[figure.end - token.start :]
        if rest[0] in "-–":
            pieces.append((_part(token, figure.end, figure.end + 1, ","), -1))
            rest = rest[1:]
        if rest:
            pieces.append((_part(token, token.end - len(rest), token.end, "N"), -1))
    return pieces


def _part(token: Token, start: int, end: int, tag: str) -> Token:
    a, b = start - token.start, end - token.start
    return Token(start, end, token.text[a:b], token.lower[a:b], tag)  # type: ignore[arg-type]


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'")
