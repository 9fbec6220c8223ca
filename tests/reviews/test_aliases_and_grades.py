"""Names that reviewers merge lead to one name, the next extraction uses it, and nothing said is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.attribution.aliases import folded, load_aliases
from claimtrack.reviews import DecisionError, Record
from claimtrack.reviews.aliases import names_now, source_name, write_aliases_file

STATEMENTS = [
    # what was said, in order | the aliases now | why
    ([("WHO", "W.H.O."), ("WHO", "World Health Organization")], {"WHO": "World Health Organization"}, "the last word counts"),
    ([("WHO", "A"), ("who ", "B")], {"who ": "B"}, "capitals and spaces do not matter"),
    ([("A", "B"), ("A", None)], {}, "taken back"),
    ([("A", "B"), ("a", None)], {}, "taken back in other capitals"),
    ([("A", "B"), ("B", "C")], {"A": "C", "B": "C"}, "a merger of a merger"),
    ([("B", "C"), ("A", "B")], {"A": "C", "B": "C"}, "the same, the other way round"),
    ([("A", "B"), ("B", "A")], {"B": "A"}, "the other name after all"),
    ([("A", "B"), ("B", "C"), ("C", "A")], {"B": "A", "C": "A"}, "a ring"),
    ([("who", "WHO")], {"who": "WHO"}, "capitals corrected"),
    ([("who", "WHO"), ("W.H.O.", "who")], {"who": "WHO", "W.H.O.": "WHO"}, "merged into a name whose capitals are corrected"),
    ([("A", "B"), ("B", "C"), ("B", None)], {"A": "B"}, "the second merger taken back"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "aliases", "why"), STATEMENTS, ids=[why for *_, why in STATEMENTS])
def test_what_names_stand_for(statements: list[tuple[str, str | None]], aliases: dict[str, str], why: str) -> None:
    assert names_now(statements) == aliases, why


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABCDEabc"), st.sampled_from([*"ABCDEabc", None]))))
def test_any_mergers_end_in_one_step(statements: list[tuple[str, str | None]]) -> None:
    """Every alias leads to a name that is itself none, so that looking it up once is enough."""
    names = {folded(alias): name for alias, name in names_now(statements).items()}
    assert all(names.get(folded(name), name) == name for name in names.values())


def test_the_record_keeps_all_and_says_what_stands(record: Record) -> None:
    record.add_alias("WHO", "World Health Organization", "Ana")
    record.add_alias("health ministry", "Ministry of Health", "Ben")
    record.remove_alias("Health Ministry", "Ana")
    assert record.aliases() == {"WHO": "World Health Organization"}
    assert record.version() == 3


def test_the_next_extraction_uses_them(sqlite_record: Record, tmp_path: Path) -> None:
    text = "The WHO said 40 people died. Reuters, citing the health ministry, put the toll at 52."
    source = claimtrack.extract(text).loc[0, "source"]
    sqlite_record.add_alias(source, 'World "Health", Organization', "Ana")
    sqlite_record.write_aliases(tmp_path / "aliases.csv")
    assert claimtrack.extract(text, aliases=tmp_path / "aliases.csv").loc[0, "source"] == 'World "Health", Organization'


@settings(deadline=None)
@given(st.dictionaries(st.text(alphabet=st.characters(exclude_categories=[])), st.text(min_size=1), max_size=5))
def test_any_names_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, names: dict[str, str]
) -> None:
    aliases: dict[str, str] = {}
    for alias, name in names.items():
        try:
            aliases[folded(source_name(alias))] = source_name(name)
        except DecisionError:
            continue  # nothing that can be seen
    path = tmp_path_factory.mktemp("aliases") / "aliases.csv"
    write_aliases_file(aliases, path)
    assert dict(load_aliases(str(path))) == {folded(alias): name for alias, name in aliases.items()}


@pytest.mark.parametrize("name", ["", " \n", "\0", "\ud800"])
def test_a_name_of_nothing(sqlite_record: Record, name: str) -> None:
    with pytest.raises(DecisionError, match="an alias needs"):
        sqlite_record.add_alias("WHO", name, "Ana")


def test_a_file_that_cannot_be_written_leaves_none(sqlite_record: Record, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no/such"):
        sqlite_record.write_aliases(tmp_path / "no/such/aliases.csv")
    (tmp_path / "a folder").mkdir()
    with pytest.raises(OSError, match="a folder"):
        sqlite_record.write_aliases(tmp_path / "a folder")
    assert not [*tmp_path.glob(".*.part")]


def test_grades(record: Record) -> None:
    assert record.grades() == ["strong", "fair", "weak", "contested"]
    record.set_grades(["confirmed by name", " two  sources ", "two sources"], "Ana")
    assert record.grades() == ["confirmed by name", "two sources"]
    record.set_grades([], "Ben")
    assert record.grades() == []
    with pytest.raises(DecisionError, match="a grade has a name"):
        record.set_grades(["fair", " "], "Ana")
