"""What holds for every text: offsets, order, bounds, and that nothing crashes or takes more than its share of steps."""

from __future__ import annotations

import math
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.figures import find_figures

SENTENCES = [
    "At least 1,200 people, among them between 30 and 40 children, died in the $3.5bn attack on 4 March 2016.",
    "One in five of the two and a half million residents (about 45.5 percent) earned less than Rs 500 crore.",
    "It was minus 12 to 15 degrees; tens of thousands fled 3- to 5-km lines, 50 or more, give or take 5.",
    "Ahmed, 45, called 1-800-273-8255 about Article 5, the F-16s, 911 and a three-step plan, 24/7, at 9.30pm.",
]
PIECES = st.sampled_from(
    [
        *(
            "1",
            "12",
            "3,000",
            "1.5",
            "½",
            "-",
            "–",
            " ",
            "\n",
            "$",
            "€",
            "%",
            "k",
            "m",
            "bn",
            "million",
            "hundred",
            "one",
            "a",
        ),
        *(
            "twenty",
            "half",
            "third",
            "dozens",
            "and",
            "to",
            "or",
            "between",
            "at least",
            "of",
            "point",
            "per",
            "in",
            "km",
            "°C",
        ),
        *(
            "Article",
            "aged",
            "years old",
            ",",
            ".",
            "(",
            ")",
            "/",
            "^",
            "e",
            "Ω",
            "±",
            "İ",
            "\u00a0",
            "٣",
            "\ud800",
            "+",
        ),
    ]
)


def check(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= figure.unit_end <= len(text)
        end = figure.end
        assert any(c.isalnum() for c in text[figure.start : figure.end])
        for number in (figure.value, figure.low, figure.high):
            assert number is None or math.isfinite(number)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
            assert figure.value is not None
            assert figure.low <= figure.value <= figure.high
        if figure.hedge:
            assert 0 <= figure.hedge.start < figure.hedge.end <= len(text)
            assert text[figure.hedge.start : figure.hedge.end].strip() == text[figure.hedge.start : figure.hedge.end]


@settings(deadline=None)  # the first rare unit loads quantulum3
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join))
@example("1 $ ½")
def test_any_pieces(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_damaged_sentences(sentence: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        i = data.draw(st.integers(0, len(sentence) - 2))
        damage = data.draw(st.sampled_from(("delete", "double", "swap")))
        middle = {"delete": "", "double": sentence[i] * 2, "swap": sentence[i + 1] + sentence[i]}[damage]
        sentence = sentence[:i] + middle + sentence[i + (2 if damage == "swap" else 1) :]
    check(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_follows_on_another_page_changes_nothing(sentence: str) -> None:
    alone = find_figures(sentence)
    assert find_figures(f"{sentence}\n\n{'Nothing here. ' * 200}")[: len(alone)] == alone


HOSTILE = [
    "1,",
    "11,",
    "111,",
    "1 ",
    "111.",
    "1-",
    "1/",
    "one ",
    "half ",
    "one and ",
    "and ",
    "-",
    "“1”",
    "A1",
    "5 dinars ",
    "1 over ",
    "a mile and a half ",
    "aged 5, ",
    "one point ",
    "at least ",
    "$1",
    "(",
    '"',
    "1^",
    " ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_calls_grow_with_the_text_alone(unit: str) -> None:
    """Twice the text takes at most about twice the function calls; no pattern or loop starts over at every figure."""
    calls = [_calls(unit * n) for n in (600, 1_200)]
    assert calls[1] <= 2.2 * calls[0] + 200


def _calls(text: str) -> int:
    count = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        find_figures(text)
    finally:
        sys.setprofile(None)
    return count
