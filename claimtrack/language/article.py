"""An article laid out: paragraphs, sentences and quotations; the tokens of a sentence are read when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from claimtrack.language.capitals import Capitalised, capitalised_words
from claimtrack.language.quotations import quotations
from claimtrack.language.sentences import paragraphs, sentences
from claimtrack.language.tokens import Token, tokens
from claimtrack.model import Span


@dataclass(frozen=True)
class Article:
    """text and its layout. sentence_paragraph[i] is the index of the paragraph that sentence i stands in."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    sentence_paragraph: tuple[int, ...]
    quotations: tuple[Span, ...]
    _tokens: dict[int, list[Token]] = field(default_factory=dict, repr=False)

    @cached_property
    def capitalised(self) -> list[Capitalised]:
        """Its capitalised words, in order."""
        return capitalised_words(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds the position: the last that begins up to it, the first where none does."""
        return bisect_right(self._starts, position, 1) - 1

    def quotation_at(self, position: int) -> int | None:
        """Index of the quotation that holds the position, None outside of quotations."""
        i = bisect_right(self.quotations, (position, len(self.text) + 1)) - 1
        return i if i >= 0 and self.quotations[i].start <= position < self.quotations[i].end else None

    def quotations_in(self, span: Span) -> tuple[Span, ...]:
        """The quotations that touch a span of the text, in order."""
        first = bisect_left(self.quotations, span.start, key=lambda quotation: quotation.end)
        while first < len(self.quotations) and self.quotations[first].end <= span.start:
            first += 1
        return self.quotations[first : bisect_left(self.quotations, span.end, key=lambda quotation: quotation.start)]

    def tokens(self, sentence: int) -> list[Token]:
        found = self._tokens.get(sentence)
        if found is None:
            span = self.sentences[sentence]
            found = self._tokens[sentence] = tokens(self.text, span.start, span.end)
        return found


def lay_out(text: str) -> Article:
    """Find the paragraphs, sentences and quotations of a text."""
    blocks = paragraphs(text)
    spans: list[Span] = []
    owner: list[int] = []
    for i, block in enumerate(blocks):
        found = sentences(text, block)
        spans.extend(found)
        owner.extend([i] * len(found))
    return Article(text, tuple(blocks), tuple(spans), tuple(owner), tuple(quotations(text, blocks)))
