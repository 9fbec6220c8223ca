"""Text of articles as HTML: marked, and never markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dashboard.marking import Mark, harmless, marked_html


class Seen(HTMLParser):
    """The tags and the text that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_mark_says_what_it_is_and_keeps_the_words() -> None:
    html = marked_html("At least 12 died, he said.", [Mark(9, 11, "figure", focus=True), Mark(21, 25, "cue")])
    assert '<mark class="ct-mark ct-figure" id="ct-focus" data-label="figure">12</mark>' in html
    assert '<mark class="ct-mark ct-cue" data-label="cue">said</mark>' in html


def test_of_two_marks_that_overlap_the_earlier_stays() -> None:
    html = marked_html("3 million people", [Mark(0, 9, "figure"), Mark(2, 16, "counted")])
    assert html.count("<mark") == 1


def test_marks_outside_the_part_are_left_out() -> None:
    html = marked_html("12 died. 40 fled.", [Mark(0, 2, "figure"), Mark(9, 11, "figure")], 9, 17)
    assert html.count("<mark") == 1
    assert "died" not in html


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</div></mark><b>",
    "&lt;b&gt;",
    "<!--",
    "javascript:alert(1)",
)


def test_hostile_text_stays_text() -> None:
    for text in HOSTILE:
        seen = Seen(marked_html(f"{text} 12", [Mark(0, len(text), 'x" onclick="alert(1)')]))
        assert seen.tags == {"div", "mark"}
        assert seen.text == f"{text} 12"


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_every_character_is_shown_once_whatever_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    seen = Seen(marked_html(text, [Mark(start, end, "figure") for start, end in spans]))
    assert seen.tags <= {"div", "mark"}
    assert seen.text == harmless(text)


def test_what_turns_the_direction_of_reading_is_shown() -> None:
    assert harmless("12 \u202edead\u202c") == "12 [RLO]dead[PDF]"
    assert harmless("a\x00b\x1b[31mc") == "a\ufffdb\ufffd[31mc"
    assert harmless("one\ntwo\tthree") == "one\ntwo\tthree"
    assert harmless("\ud800") == "?"
