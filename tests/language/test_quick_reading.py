"""Where speed takes a short cut, the plain way reads the same: every character by the pattern, every word tried."""

from __future__ import annotations

import re

import pytest

from claimtrack.language import find_times, lay_out, times, tokens

ANY_WORD = re.compile(r"(?<![\w$€£¥#.,/-])(?:(?P<article>[Tt]he|THE|[Aa]n?)\s{1,4})?(?P<first>\d|['’‘]\d|[A-Za-z]+)")

# sentences in which a short cut could lose its way
SENTENCES = [
    "The workers’ union met J. K. Lund, the U.S. envoy, at 5 p.m.",
    "It's the ministers’",
    "“We've lost Gen. Roe,” he said ...  and two\nothers' homes.",
    "Ana Lee Jr. of Md. (R-Ohio) said 12–15% of it — 3.4m — was gone!",
    "Vice-President O'Neil's half-brother's $2,000.50 was ''lost'' in '99.",
    "They met on the 3rd, the 1990s, the 4th of May, at 06:30, two weeks ago and in the second quarter.",
]


@pytest.fixture(scope="module")
def sentences(articles: list[str]) -> list[str]:
    laid_out = map(lay_out, articles)
    return [*SENTENCES, *(span.of(article.text) for article in laid_out for span in article.sentences)]


def test_tokens(sentences: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [tokens.tokens(sentence, 0, len(sentence)) for sentence in sentences]
    monkeypatch.setattr(tokens, "_KNOWN", {})
    monkeypatch.setattr(tokens, "_of_plain_word", lambda _: None)
    monkeypatch.setattr(tokens, "_LOOKS_AHEAD", re.compile(""))
    monkeypatch.setattr(tokens, "may_change", lambda *_: True)
    tokens._read_alone.cache_clear()
    for sentence, found in zip(sentences, quick, strict=True):
        assert tokens.tokens(sentence, 0, len(sentence)) == found
    tokens._read_alone.cache_clear()


def test_times(sentences: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = [find_times(sentence) for sentence in sentences]
    monkeypatch.setattr(times, "_CANDIDATE", ANY_WORD)
    monkeypatch.setattr(times, "_EXPRESSION_BY_FIRST", {})
    for sentence, found in zip(sentences, quick, strict=True):
        assert find_times(sentence) == found, sentence
