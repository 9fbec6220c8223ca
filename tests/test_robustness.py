"""Whatever happens to a text, it is read: no crash, offsets that hold, rows that fit the table, ids that are unique."""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.model import Document
from claimtrack.pipeline import extract_claims
from claimtrack.reading import read
from claimtrack.schema import COLUMNS, claim_row

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = [document.text for document in read(SEEDS)]
SURFACE = [column.name for column in COLUMNS].index("surface")
ODD = [
    "“",
    "”",
    '"',
    "''",
    "’",
    "\u202e",
    "\x00",
    "\ud7ff",
    "\u2028",
    "\r\n",
    "\n\n",
    "…",
    "—",
    "½",
    "İ",
    "ß",
    "１２",
    "٣",
    "$",
    "%",
    "-",
    "1,",
    ".5",
    "m",
    "(",
    ")",
    "no",
    "a third",
    "hundreds of",
    " and ",
    "per",
    "said",
    "according to ",
]


def check(text: str) -> None:
    document = Document(text=text, doc_id="edited")
    claims = extract_claims(document)
    for claim in claims:
        figure = claim.figure
        assert 0 <= figure.start < figure.end <= len(text)
        assert claim_row(claim)[SURFACE] == text[figure.start : figure.end]
        assert claim.sentence.start <= figure.start and figure.end <= claim.sentence.end
    starts = [(c.figure.start, c.figure.end) for c in claims]
    assert all(a[1] <= b[0] for a, b in pairwise(starts)), "rows in text order, none over another"
    assert len({c.claim_id for c in claims}) == len(claims)


def edited(text: str, seed: int, edits: int) -> str:
    """The text with words and characters dropped, doubled, swapped and put in."""
    rng = random.Random(seed)
    for _ in range(edits):
        at, length = rng.randrange(len(text) + 1), rng.choice((1, 1, 2, 5, 20, 80))
        piece = text[at : at + length]
        change = rng.randrange(5)
        if change == 0:
            text = text[:at] + text[at + length :]
        elif change == 1:
            text = text[:at] + piece + piece + text[at + length :]
        elif change == 2:
            text = text[:at] + rng.choice(ODD) + text[at:]
        elif change == 3:
            text = text[:at] + piece.swapcase() + text[at + length :]
        else:
            to = rng.randrange(len(text) + 1)
            text = text[:to] + piece + text[to:]
    return text


@given(st.sampled_from(TEXTS), st.integers(0, 2**32), st.integers(1, 40))
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_edits_of_real_texts(text: str, seed: int, edits: int) -> None:
    check(edited(text, seed, edits))


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_at_all(text: str) -> None:
    check(text)


REPEATED = (
    "1 ", "1,", "1.", "1-", "1/2 ", "one ", "five-", "half a ", "a third of ", "million ", "$", "5% ", "5\n", "“", "’5 ", "(5 ",
    "The ", "Aa ", "said ", "he said 5 and ", "according to ", "12 people ", "12 and ", "5 of ", "up to 5 of the ",
    "5 percent of the ward's ", "per 5 ", "from 5 to ", "more than 5, ", "including 5 ", "in Aleppo 5 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_texts_that_repeat_one_thing(piece: str) -> None:
    check(piece * 3000)


@pytest.mark.parametrize("piece", REPEATED)
def test_the_work_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    short, long = (calls_for(piece * many) for many in (400, 1600))
    assert long < 6 * short, f"{piece!r}: four times the text takes {long / short:.1f} times the calls"


def calls_for(text: str) -> int:
    """How many functions are called while the claims of a text are read."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        extract_claims(Document(text=f"{text} 35 doctors died.", doc_id="repeated"))
    finally:
        sys.setprofile(None)
    return calls
