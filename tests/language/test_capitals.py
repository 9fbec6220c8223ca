"""The capitalised words of a text."""

from __future__ import annotations

import pytest

from claimtrack.language.capitals import capitalised_words

# text | its capitalised words
TEXTS = [
    ("Ana Lee-Roe’s aides met O’Neil.", ["Ana", "Lee", "Roe", "O", "Neil"]),
    ("the U.S. and the iPhone", ["U", "S"]),
    ("Émile of Łódź, İzmir and Đà Nẵng", ["Émile", "Łódź", "İzmir", "Đà", "Nẵng"]),
    ("COVID19 in France24", ["COVID", "France"]),
    ("Hawaiʻi and Lənkəran", ["Hawaiʻi", "Lənkəran"]),
    ("no names", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_capitalised_words(text: str, expected: list[str]) -> None:
    found = capitalised_words(text)
    assert [word for _, word in found] == expected
    assert all(text.startswith(word, start) for start, word in found)
