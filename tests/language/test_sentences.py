"""Where sentences and paragraphs begin and end. In the tables | parts sentences, ¶ a line, ¶¶ a blank line."""

from __future__ import annotations

import pytest

from claimtrack.language import lay_out
from claimtrack.language.sentences import paragraphs

# sentences parted by | ; one word on why
SENTENCES = [
    ("Forty people died.|Ten were hurt.", "full stop"),
    ("How many died?|Nobody knows!|So it goes.", "question and exclamation mark"),
    ("It was long …|Then it ended.", "ellipsis sign"),
    ("It was long...|Then it ended.", "three dots"),
    ("He waited … and left.", "an ellipsis amid a sentence"),
    ("Dr. Lund and Gen. Rask met on St. Anne Street.", "titles"),
    ("J. R. Lund spoke.|He left.", "initials"),
    ("U.S. officials spoke.|They left.", "letters with dots, amid a sentence"),
    ("She moved to the U.S.|She works there.", "and at its end, before a known beginning"),
    ("The firm is Lund Inc. and sells boats.", "an abbreviation before a small letter"),
    ("They sold it to Lund Inc.|The price was low.", "an abbreviation at the end"),
    ("It opened on Jan. 4 in Derna.", "a month"),
    ("They came at 5 p.m. on Friday.|Forty left.", "a clock"),
    ("Prices rose 4.5 percent.|Wages fell.", "a decimal point"),
    ("See No. 7 and Fig. 3 below.", "numbers of things"),
    ("“We lost 40.”|The mayor left.", "a mark behind the full stop"),
    ('"We lost 40!" he said.|Then he left.', "a small letter goes on"),
    ("He said it (twice.)|Then he left.", "a bracket behind the full stop"),
    ("It ended.|“We lost 40,” he said.", "a mark opens the next sentence"),
    ("It ended.|$40 was lost.", "money opens the next sentence"),
    ("It ended.|Łukasz left.", "a letter with a stroke"),
    ("It ended.|40 were lost.", "a figure opens the next sentence"),
    ("The site is example.org and it works.", "a dot without a gap"),
    ("Forty died", "no full stop at all"),
]


@pytest.mark.parametrize(("parted", "why"), SENTENCES)
def test_sentences(parted: str, why: str) -> None:
    article = lay_out(parted.replace("|", " "))
    assert [span.of(article.text) for span in article.sentences] == parted.split("|"), why


LINE = "The convoy reached the camp on the river at noon and"

# lines | paragraphs | why
PARAGRAPHS = [
    ("One.\n\nTwo.", ["One.", "Two."], "a blank line"),
    ("One.\nTwo.", ["One.", "Two."], "a line break behind a full stop"),
    ("One.\r\n\r\nTwo.", ["One.", "Two."], "Windows"),
    ("  One.  \n\t\n Two. ", ["One.", "Two."], "white space is trimmed"),
    ("The convoy\nreached the camp.", ["The convoy\nreached the camp."], "goes on in small letters"),
    ("Convoy reaches camp\nForty trucks came.", ["Convoy reaches camp", "Forty trucks came."], "a headline"),
    ("One.\u2029Two.", ["One.", "Two."], "the paragraph sign"),
    ("", [], "nothing"),
    (" \n \n", [], "only white space"),
    (
        "\n".join([LINE, LINE, LINE, LINE, "Derna stood still."]),
        ["\n".join([LINE, LINE, LINE, LINE, "Derna stood still."])],
        "text wrapped at one width, also before a capital",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in paragraphs(text)] == expected, why


def test_each_sentence_knows_its_paragraph() -> None:
    article = lay_out("One. Two.\n\nThree.")
    assert article.sentence_paragraph == (0, 0, 1)
    assert [article.sentence_at(position) for position in (0, 5, 11)] == [0, 1, 2]
