"""Words by themselves."""

from __future__ import annotations

import pytest

from claimtrack.language.words import rarest

# phrase | the word by which it is looked for
PHRASES = [("is to", "is"), ("in the words of", "words"), ("can t", "can"), ("according to", "according")]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_rarest_word_of_a_phrase(phrase: str, expected: str) -> None:
    assert rarest(phrase.split()) == expected
