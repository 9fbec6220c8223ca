"""A sentence with its figures marked; a token is split where a figure ends in it ("two-storey" → two · - · storey)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from claimtrack.language import Article, Token
from claimtrack.language.letters import in_small_letters
from claimtrack.language.tokens import Tag
from claimtrack.model import Figure, Span

_START, _END = attrgetter("start"), attrgetter("end")
_REACH_BACK = 60  # tokens that are looked at before a figure, however long its sentence


@dataclass(frozen=True, eq=False)
class SentenceView:
    """tokens of one sentence; owner[k] is the index in `figures` of the figure that token k belongs to, -1 for none.

    figures: all of the sentence in order, those that are no claims (`excluded`) too.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    owner: tuple[int, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case, as long as it is written, so that offsets hold; apostrophes straight."""
        return in_small_letters(self.span.of(self.text)).replace("’", "'")

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def first_at(self, position: int) -> int:
        """Index of the first token that begins at the position or behind it."""
        return bisect_left(self._starts, position)

    def before(self, position: int) -> Iterator[Token]:
        """The tokens that begin before the position, the nearest first."""
        last = self.first_at(position)
        return reversed(self.tokens[max(0, last - _REACH_BACK) : last])

    def between(self, start: int, end: int) -> str:
        """The lower-case text from start to end, both counted in the document."""
        return self.lower[start - self.span.start : end - self.span.start]

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The lower-case words of tokens first..last (exclusive), punctuation left out."""
        return tuple(t.lower for t in self.tokens[first:last] if t.tag not in (",", '"', "'s"))

    def cover(self, first: int, last: int) -> Span:
        """The span of tokens first..last (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def start_with_hedge(figure: Figure) -> int:
    """Where the figure begins, or the hedge where it stands before it ("at least 12")."""
    return min(figure.start, figure.hedge.start) if figure.hedge else figure.start


def view_sentence(article: Article, sentence: int, figures: Sequence[Figure]) -> SentenceView:
    """The view of one sentence. figures: all that begin in it, in order."""
    tokens = article.tokens(sentence)
    found: list[Token] = []
    owner: list[int] = []
    done = 0
    for index, figure in enumerate(figures):
        first = bisect_right(tokens, figure.start, done, key=_END)
        last = bisect_left(tokens, figure.end, first, key=_START)
        found += tokens[done:first]
        owner += [-1] * (first - done)
        for token in tokens[first:last]:
            for piece, owned_by in _pieces(token, figure, index):
                found.append(piece)
                owner.append(owned_by)
        done = last
    found += tokens[done:]
    owner += [-1] * (len(tokens) - done)
    return SentenceView(article.text, article.sentences[sentence], tuple(found), tuple(owner), tuple(figures))


def _pieces(token: Token, figure: Figure, at: int) -> list[tuple[Token, int]]:
    """The parts of a token that a figure begins or ends in, each with the figure's index or -1."""
    if figure.start <= token.start and token.end <= figure.end:
        return [(token if token.tag == "#" else token._replace(tag="#"), at)]
    pieces: list[tuple[Token, int]] = []
    if token.start < figure.start:
        pieces.append((_part(token, token.start, figure.start, "N"), -1))
    pieces.append((_part(token, max(token.start, figure.start), min(token.end, figure.end), "#"), at))
    if figure.end < token.end:
        rest = figure.end
        if token.text[rest - token.start] in "-–":
            pieces.append((_part(token, rest, rest + 1, ","), -1))
            rest += 1
        if rest < token.end:
            pieces.append((_part(token, rest, token.end, "N"), -1))
    return pieces


def _part(token: Token, start: int, end: int, tag: Tag) -> Token:
    a, b = start - token.start, end - token.start
    return Token(start, end, token.text[a:b], token.lower[a:b], tag)
