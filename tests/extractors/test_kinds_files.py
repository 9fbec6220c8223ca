"""Kinds of the user's own: what a file may say, how it wins, and how a mistake in it is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from framed import frame_of, table

from claimtrack.extractors import KindsError, load_kinds

DOCS = Path(__file__).parents[2] / "docs" / "kinds.md"


@pytest.fixture
def kinds_file(tmp_path: Path) -> Path:
    return tmp_path / "my.toml"


@pytest.fixture
def documented(kinds_file: Path) -> str:
    """The file of docs/kinds.md."""
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    kinds_file.write_text(blocks[0], "utf-8")
    return str(kinds_file)


# sentence | figure | kind | unit
DOCUMENTED = """
Nearly 900 firefighters and 40 water bombers were sent to the valley. | 900 | firefighters   | people
Nearly 900 firefighters and 40 water bombers were sent to the valley. | 40  | fire_equipment | water bombers
Some 120 people are battling the blaze.                               | 120 | firefighters   | people
Two smokejumpers were killed.                                         | Two | deaths         | people
The blaze destroyed 30 houses.                                        | 30  | buildings      | houses
"""


@pytest.mark.parametrize(("sentence", "figure", "kind", "unit"), table(DOCUMENTED, columns=4))
def test_the_documented_kinds(documented: str, sentence: str, figure: str, kind: str, unit: str) -> None:
    frame = frame_of(sentence, figure, (documented,))
    assert (frame.kind, frame.unit) == (kind, unit)


def test_a_field_of_the_table_in_the_docs_for_each_of_a_kind() -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", DOCS.read_text("utf-8"), re.MULTILINE))
    assert described == set(type(load_kinds().kinds[0]).__dataclass_fields__)


def test_a_kind_of_the_same_name_replaces_ours(kinds_file: Path) -> None:
    kinds_file.write_text('[[kind]]\nname = "doctors"\nnouns = ["healer"]\n', "utf-8")
    assert frame_of("The town has 12 healers.", "12", (str(kinds_file),)).kind == "doctors"
    assert frame_of("The town has 12 doctors.", "12", (str(kinds_file),)).kind == "count"


def test_what_happened_wins_where_the_file_says_so(kinds_file: Path) -> None:
    kind = '[[kind]]\nname = "trained"\npersons = true\npredicates = ["trained"]\n'
    kinds_file.write_text(kind, "utf-8")
    assert frame_of("Some 400 soldiers were trained.", "400", (str(kinds_file),)).kind == "forces"
    other = kinds_file.with_name("other.toml")
    other.write_text(kind + "predicates_win = true\n", "utf-8")
    assert frame_of("Some 400 soldiers were trained.", "400", (str(other),)).kind == "trained"


def test_a_star_is_any_one_word(kinds_file: Path) -> None:
    kinds_file.write_text('[[kind]]\nname = "thirst"\npredicates = ["without * water"]\n', "utf-8")
    assert frame_of("Some 700 people are without drinking water.", "700", (str(kinds_file),)).kind == "thirst"
    assert frame_of("Some 700 people are without running hot water.", "700", (str(kinds_file),)).kind == "count"


def test_words_parted_by_a_line_break_are_found() -> None:
    assert frame_of("Some 700 people lost\ntheir lives.", "700").kind == "deaths"


MISTAKES = [
    # content | what the message says
    ("[[kind]\n", "is no TOML"),
    ("", r"has no \[\[kind\]\]"),
    ('kind = "deaths"\n', r"has no \[\[kind\]\]"),
    ("kind = [1]\n", r"has no \[\[kind\]\]"),
    ('[[kind]]\nnouns = ["x"]\n', r"kind 1 \(no name\): needs a name"),
    ('[[kind]]\nname = "My kind"\nnouns = ["x"]\n', "lower-case letters"),
    ('[[kind]]\nname = "mine"\nnoun = ["x"]\n', "unknown noun; known are name, label, nouns"),
    ('[[kind]]\nname = "mine"\nnouns = "x"\n', "nouns must be a list of words"),
    ('[[kind]]\nname = "mine"\nnouns = [" "]\n', "nouns must be a list of words"),
    ('[[kind]]\nname = "mine"\n', "needs nouns, predicates or measures"),
    ('[[kind]]\nname = "mine"\nnouns = ["x"]\npersons = "yes"\n', "persons must be true or false"),
]


@pytest.mark.parametrize(("content", "message"), MISTAKES)
def test_a_mistake_names_the_file_and_what_to_do(kinds_file: Path, content: str, message: str) -> None:
    kinds_file.write_text(content, "utf-8")
    with pytest.raises(KindsError, match=message) as raised:
        load_kinds((str(kinds_file),))
    assert str(raised.value).startswith(str(kinds_file))


def test_a_file_that_is_not_there_or_no_text(kinds_file: Path) -> None:
    with pytest.raises(KindsError, match="cannot be read"):
        load_kinds((str(kinds_file),))
    kinds_file.write_bytes(b"\xff\xfe[[kind]]")
    with pytest.raises(KindsError, match="no UTF-8"):
        load_kinds((str(kinds_file),))
