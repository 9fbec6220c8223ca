"""Most sentences name no place and are never read for one: the quick look never skips a sentence that names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.context.mentions import may_name_place, mentions_of
from claimtrack.language import lay_out
from claimtrack.model import Span

SEEDS = Path(__file__).parents[2] / "seeds"

# sentence | may it name a place | why
LOOKS = [
    ("Rain fell on the river.", False, "no capital but the first"),
    ("Elena Quist spoke to Karl Rusk.", False, "persons"),
    ("Fighting reached Aleppo.", True, "a city"),
    ("Syrian troops left.", True, "those of a country"),
    ("The New Zealand's navy left.", True, "two words and a possessive"),
    ("The U.S. left.", True, "dots"),
    ("It sells worldwide.", True, "everywhere"),
    ("They met in the town of Abekaverra.", True, "a town that no table knows"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), LOOKS)
def test_quick_look(sentence: str, expected: bool, why: str) -> None:
    assert may_name_place(sentence, Span(0, len(sentence))) == expected, why


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_sentence_with_a_place_is_skipped(path: Path) -> None:
    article = lay_out(path.read_text("utf-8"))
    for i, span in enumerate(article.sentences):
        if not may_name_place(article.text, span):
            assert mentions_of(article, i, ("US", "SY")) == [], span.of(article.text)
