from pathlib import Path

from claimtrack import schema

DICTIONARY = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_data_dictionary_is_current() -> None:
    made_by = "python -m claimtrack.schema > docs/data-dictionary.md"
    assert DICTIONARY.read_text(encoding="utf-8") == schema.data_dictionary(), f"run {made_by}"


def test_every_column_says_what_it_means() -> None:
    assert all(column.meaning for column in (*schema.COLUMNS, *schema.DOCUMENT_COLUMNS))
