"""Which characters stand inside quotation marks. ¶ stands for a new paragraph; what is quoted, parted by |."""

from __future__ import annotations

import pytest

from claimtrack.language import lay_out

LONG = "It rained for 40 days and the river rose over the banks of the town"

# text | what is quoted | why
QUOTED = [
    ('He said "we lost" and left.', "we lost", "straight"),
    ("He said “we lost” and left.", "we lost", "curly"),
    ("He said ''we lost'' and left.", "we lost", "two apostrophes"),
    ("He said ``we lost'' and left.", "we lost", "TeX"),
    ("He said ‘we lost’ and left.", "we lost", "single"),
    ("He said «we lost» and left.", "we lost", "angled"),
    ("He said „we lost” and left.", "we lost", "low"),
    ('"One," he said. "Two."', "One,|Two.", "two in a paragraph"),
    ("It is the workers’ day, and the boss’s.", "", "apostrophes are no marks"),
    ("He's late and they're gone.", "", "straight apostrophes"),
    ('A 6" pipe broke.', "", "inches"),
    (f'"{LONG} ¶ "And then it ended."', f"{LONG}|And then it ended.", "runs on into the next paragraph"),
    (f'He went on: "{LONG}', LONG, "left open at the end"),
    ('He said "it ¶ The end.', "", "a stray mark opens nothing"),
    ("He said “we lost.“ ¶ The end.", "we lost.", "closed with the wrong mark"),
    ("“He told me ‘go’ and left.”", "He told me ‘go’ and left.", "a quotation inside one"),
]


@pytest.mark.parametrize(("text", "quoted", "why"), QUOTED)
def test_what_is_quoted(text: str, quoted: str, why: str) -> None:
    article = lay_out(text.replace(" ¶ ", "\n\n"))
    assert "|".join(span.of(article.text) for span in article.quotations) == quoted, why


def test_which_quotations_touch_a_span() -> None:
    article = lay_out('"One," he said. "Two."')
    assert [article.quotations_in(sentence) for sentence in article.sentences] == [
        article.quotations[:1],
        article.quotations[1:],
    ]
    assert article.quotation_at(2) == 0
    assert article.quotation_at(8) is None
