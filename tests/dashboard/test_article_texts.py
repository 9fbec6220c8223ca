"""Long texts in parts, and what changed between two of them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dashboard.articles.changes import Change, change_html, changed_sentences
from claimtrack.dashboard.articles.claims import first_shown
from claimtrack.dashboard.articles.parts import part_of, text_parts
from claimtrack.dashboard.articles.reader import sentences_alone

# text | parts of 20 characters, looked for 10 before | why
PARTS = [
    ("", [""], "nothing is one part"),
    ("short", ["short"], "shorter than a part"),
    (
        "one two\n\nthree four five six seven",
        ["one two\n\nthree four ", "five six seven"],
        "the paragraph ends too early",
    ),
    ("one two three\n\nfour five six seven", ["one two three\n\n", "four five six seven"], "where a paragraph ends"),
    ("one two three\nfour five six seven eight", ["one two three\n", "four five six seven eight"], "where a line ends"),
    (
        "One two three. Four five six seven eight.",
        ["One two three. ", "Four five six seven eight."],
        "where a sentence ends",
    ),
    ("x" * 45, ["x" * 20, "x" * 25], "nowhere: cut all the same"),
]


@pytest.mark.parametrize(("text", "parts", "why"), PARTS, ids=[why for *_, why in PARTS])
def test_parts_end_where_a_reader_pauses(text: str, parts: list[str], why: str) -> None:
    assert [text[start:end] for start, end in text_parts(text, 20, 10)] == parts, why


@given(st.text(alphabet="ab \n.", max_size=400))
def test_parts_hold_the_whole_text_once(text: str) -> None:
    parts = text_parts(text, 30, 10)
    assert "".join(text[start:end] for start, end in parts) == text
    for position in range(0, len(text), 7):
        start, end = parts[part_of(parts, position)]
        assert start <= position < end


# starts of claims | chosen | part | the place that is shown
SHOWN = [
    ([5, 40, 80], 1, (0, 50), 1),  # the chosen one is in the part
    ([5, 40, 80], 0, (50, 90), 2),  # it is in another part: the part's first
    ([5, 40, 80], None, (0, 50), 0),  # none is chosen
    ([5, 40], None, (50, 90), 1),  # no claim in the part: the last before it
]


@pytest.mark.parametrize(("starts", "at", "part", "place"), SHOWN)
def test_the_list_follows_the_text(starts: list[int], at: int | None, part: tuple[int, int], place: int) -> None:
    assert first_shown(starts, at, part) == place


OLD = "Ten people died. About 35 doctors are left in Aleppo. Nobody spoke. The road is closed."
# new text | (old, new) of each change, in order | why
CHANGES = [
    (OLD, [], "the same"),
    ("Ten people died.\n\nAbout 35 doctors are left in Aleppo. Nobody  spoke. The road is closed.", [], "spaces"),
    ("The road is closed. Ten people died. About 35 doctors are left in Aleppo. Nobody spoke.", [], "it only moved"),
    (
        OLD.replace("35", "30"),
        [("About 35 doctors are left in Aleppo.", "About 30 doctors are left in Aleppo.")],
        "a figure",
    ),
    (OLD.replace("Nobody spoke. ", ""), [("Nobody spoke.", None)], "it went"),
    (f"{OLD} Schools opened again.", [(None, "Schools opened again.")], "it came"),
    (OLD.replace("Nobody spoke.", "Rain fell over Homs."), [(None, "Rain fell over Homs."), ("Nobody spoke.", None)],
     "too different to be one"),
]  # fmt: skip


@pytest.mark.parametrize(("new", "wanted", "why"), CHANGES, ids=[why for *_, why in CHANGES])
def test_changed_sentences(new: str, wanted: list[tuple[str | None, str | None]], why: str) -> None:
    changes, total = changed_sentences(OLD, new)
    assert sorted((c.old or "", c.new or "") for c in changes) == sorted((o or "", n or "") for o, n in wanted), why
    assert total == len(wanted)


def test_of_very_many_changes_the_first_are_shown_and_all_are_counted() -> None:
    new = " ".join(f"Village {number} has {number} wells now." for number in range(1_000))
    changes, total = changed_sentences(OLD, new)
    assert (len(changes), total) == (304, 1_000)


class Marked(HTMLParser):
    """The text of HTML, with the words inside del and ins in brackets; any other tag fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("del", "ins")
        assert not attrs
        self.text += "["

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.text += "]"

    def handle_data(self, data: str) -> None:
        self.text += data


# old | new | both sides with what differs in brackets
SIDES = [
    ("About 35 left.", "About 30 left.", "About [35] left.", "About [30] left."),
    ("About 1,250 left.", "About 1,350 left.", "About [1,250] left.", "About [1,350] left."),  # a number is one word
    (None, "It came.", "", "[It came.]"),
    ("It went.", None, "[It went.]", ""),
    ("<b>35</b> left", "<b>30</b> left", "<b>[35]</b> left", "<b>[30]</b> left"),
    ("<script>x</script>", None, "[<script>x</script>]", ""),
]


@pytest.mark.parametrize(("old", "new", "left", "right"), SIDES)
def test_both_sides_of_a_change(old: str | None, new: str | None, left: str, right: str) -> None:
    assert [Marked(side).text for side in change_html(Change(old, new))] == [left, right]


def test_without_the_text_the_sentences_stand_alone() -> None:
    both = "About 35 doctors and 40 nurses left."
    text, marks = sentences_alone([(both, "35"), (both, "40"), ("Ten died.", "Ten")], at=1)
    assert text == f"{both}\n\nTen died."
    assert [(text[mark.start : mark.end], mark.name) for mark in marks] == [
        ("35", "other"),
        ("40", "figure"),
        ("Ten", "other"),
    ]
