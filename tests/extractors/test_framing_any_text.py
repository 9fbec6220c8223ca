"""Whatever the text, framing holds: spans stand where they say, frames come in order, nothing crashes."""

from __future__ import annotations

import math

from framed import frames_of, modality_in, views_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.extractors import SentenceView, load_kinds

SENTENCES = [
    "At least 38 people, among them 12 children, were killed and 60 wounded in the raids.",
    "The group killed 11 policemen, 4 soldiers and 2 civilians; a third of the 3.5 million residents fled.",
    "The number of confirmed cases rose to 4,512, of which about 59 were fatal.",
    "Of the 5,000-strong peacekeeping force, 1,200 will leave by May, and Germany’s €5 million is to be paid.",
    "A 12-hour truce ended with 29 tonnes of rice for two to three hundred families.",
    "Revenue rose 8 percent to $1.2 billion, bringing the total to 86,000.",
]
WORDS = [*sorted({word for sentence in SENTENCES for word in sentence.split()}), "", "\n", "“", "”", "—", "’s", "İ"]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """One of the sentences with a few characters deleted, doubled or swapped."""
    text = draw(st.sampled_from(SENTENCES))
    for _ in range(draw(st.integers(0, 6))):
        k = draw(st.integers(0, max(0, len(text) - 2)))
        how = draw(st.sampled_from(["deleted", "doubled", "swapped"]))
        if how == "deleted":
            text = text[:k] + text[k + 1 :]
        elif how == "doubled":
            text = text[: k + 1] + text[k:]
        else:
            text = text[:k] + text[k + 1 : k + 2] + text[k : k + 1] + text[k + 2 :]
    return text


texts = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), damaged())


@settings(deadline=None)  # the first text loads what is loaded once
@given(texts)
@example("12")
@example("of 12 of")
def test_frames_hold(text: str) -> None:
    frames, kinds = frames_of(text), load_kinds()
    starts = [frame.figure.start for frame in frames]
    assert starts == sorted(set(starts))
    for frame in frames:
        assert frame.kind in kinds.by_name
        assert frame.rules
        assert (frame.counted_span is None) <= (frame.counted is None or frame.figure.measures is not None)
        if frame.counted_span is not None:
            assert frame.counted_span.of(text) == frame.counted != ""
        if frame.predicate is not None:
            assert frame.predicate.of(text).strip()
        numbers = (frame.value, frame.low, frame.high)
        assert all(number is None or math.isfinite(number) for number in numbers)


@settings(deadline=None)  # the first text loads what is loaded once
@given(texts)
@example("İ 12 İstanbul’s people were killed")
def test_tokens_hold(text: str) -> None:
    for view in views_of(text):
        assert len(view.lower) == view.span.end - view.span.start
        assert_tiled(view)


def assert_tiled(view: SentenceView) -> None:
    """Tokens come in order, none overlaps another, and each figure owns one that lies inside it."""
    at = view.span.start
    for token, owner in zip(view.tokens, view.owner, strict=True):
        assert at <= token.start < token.end <= view.span.end
        assert view.text[token.start : token.end] == token.text
        at = token.end
        if owner >= 0:
            figure = view.figures[owner]
            assert figure.start <= token.start
            assert token.end <= figure.end


@settings(deadline=None)  # the first text loads what is loaded once
@given(texts)
def test_modality_is_one_of_four(text: str) -> None:
    for frame in frames_of(text):
        surface = text[frame.figure.start : frame.figure.end]
        if text.count(surface) == 1:
            assert modality_in(text, surface) in ("asserted", "planned", "possible", "denied")


def test_a_long_list_is_framed_to_its_end() -> None:
    text = "The storms killed " + ", ".join(f"{n} people in town {n}" for n in range(2, 400)) + " and 400 cows."
    frames = frames_of(text)
    assert len(frames) >= 399
    assert all(frame.kind == "deaths" for frame in frames if frame.unit == "people")
