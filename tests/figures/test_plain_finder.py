"""The finder beside a plainer one that takes none of its short cuts: both find the same in all texts at hand.

The plainer one tries every word of a text against the whole list of number words, and every pattern at every number,
where the fast one first looks up the word beside the number.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.figures import ages, digits, excluded, find_figures, hedges, money, numerals, pairs, spelled, units
from claimtrack.language import time_numbers
from claimtrack.model import Figure
from tests.figures import (
    test_figure_forms,
    test_figure_properties,
    test_hedges,
    test_no_figures,
    test_ranges,
    test_units,
)

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "seeds").glob("*.txt"))
TABLES = (test_figure_forms, test_hedges, test_ranges, test_units, test_no_figures)


class _Everything:
    """A list of words that has every word."""

    def __contains__(self, _word: object) -> bool:
        return True


def plainly(text: str) -> list[Figure]:
    """What find_figures finds without its short cuts."""
    words = "|".join(sorted(numerals._FIRST_WORDS, key=len, reverse=True))
    glyphs = "".join(digits.GLYPHS)
    number = rf"((?:[\d{glyphs}]|(?:{words})(?!(?!fold\b)[a-z])|\.\d)(?P<plain>(?!))?)"
    changes: list[tuple[object, str, object]] = [
        (numerals, "_CANDIDATE", re.compile(number)),
        (numerals, "_NEXT_CANDIDATE", re.compile(rf"[^a-z0-9_]{number}")),
        (spelled, "_stands_alone", lambda *_: False),
        (units, "_is_plainly_counted", lambda *_: False),
        (units, "_may_be_unit", lambda *_: True),
        (money, "CURRENCY_WORDS", _Everything()),
        (money, "LETTERS_BEFORE", _Everything()),
        (hedges, "small_word_before", lambda *_: ""),
        (hedges, "_may_end_hedge", lambda *_: True),
        (hedges, "_BEHIND_WORDS", _Everything()),
        (excluded, "_is_plainly_counted", lambda *_: False),
        (excluded, "_may_be_idiom", lambda *_: True),
        (excluded, "_PLAN_PARTS", _Everything()),
        (time_numbers, "POINT_WORDS", _Everything()),
        (pairs, "_LEADS", _Everything()),
        (ages, "AGE_FOLLOWERS", _Everything()),
        (ages, "AGE_LINKS", _Everything()),
    ]
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in changes:
            patch.setattr(module, name, value)
        return find_figures(text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert find_figures(text) == plainly(text)


def test_every_sentence_of_the_tables() -> None:
    rows = [row for module in TABLES for table in vars(module).values() if isinstance(table, list) for row in table]
    sentences = [row[0] for row in rows if isinstance(row[0], str)] + test_figure_properties.SENTENCES
    assert len(sentences) > 300
    assert [find_figures(sentence) for sentence in sentences] == [plainly(sentence) for sentence in sentences]


VOCABULARY = (
    "1 12 1,200 3.5 50p $5 5% 2016 one two twenty half third dozen million bn m k km percent dollars pounds euros won "
    "at least about over more than up to or so and a an the in of per between from to fewer who aged turned children "
    "years old days ago May March Article No. top number Group people men were killed , . - – ( ) ' “ age under 9/11 "
    "5G 24/7 point plan twice fold doubled R500m EUR US magnitude degrees feet inches scores cents on"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=8).map("".join))
def test_any_words(text: str) -> None:
    assert find_figures(text) == plainly(text)
