"""Names that a person has merged are used from then on; a file that cannot be used says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.attribution.aliases import AliasesError, load_aliases
from claimtrack.model import Document
from claimtrack.pipeline import Options, extract_claims

TEXT = "The WHO said 40 people died. Reuters, citing the health ministry, put the toll at 52."


def sources(aliases: Path) -> list[tuple[str | None, str | None]]:
    claims = extract_claims(Document(text=TEXT, doc_id="a"), Options(aliases=str(aliases)))
    return [(claim.attribution.source, claim.attribution.via) for claim in claims]


def written(folder: Path, text: str) -> Path:
    path = folder / "aliases.csv"
    path.write_text(text, "utf-8")
    return path


def test_the_name_given_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "alias,name\nWHO,World Health Organization\n")
    assert sources(path)[0][0] == "World Health Organization"


def test_capitals_and_spaces_do_not_matter(tmp_path: Path) -> None:
    path = written(tmp_path, "alias,name\n who ,World Health Organization\n")
    assert sources(path)[0][0] == "World Health Organization"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Northern Herald newspaper", "media", id="the new name tells its type"),
        pytest.param("Elena Lund", None, id="a bare name tells none, nor do the words there"),
    ],
)
def test_the_type_is_that_of_the_name_given(name: str, kind: str | None, tmp_path: Path) -> None:
    document = Document(text="Galthor said 40 people died.", doc_id="a")
    path = written(tmp_path, f"alias,name\nGalthor,{name}\n")
    claim = extract_claims(document, Options(aliases=str(path)))[0]
    assert (claim.attribution.source, claim.attribution.source_type) == (name, kind)


def test_other_names_stay(tmp_path: Path) -> None:
    path = written(tmp_path, "alias,name\nUNHCR,UN refugee agency\n")
    assert sources(path)[0][0] == "WHO"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("name\nx\n", "line 1: the columns must be alias,name", id="a column is missing"),
        pytest.param("alias,name\nWHO,\n", "line 2: needs an alias and a name", id="an empty cell"),
        pytest.param("alias,name\nWHO,A\nwho,B\n", "line 3: 'who' has another name above", id="two names for one"),
    ],
)
def test_a_file_that_cannot_be_used(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(AliasesError, match=said):
        load_aliases(str(written(tmp_path, text)))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AliasesError, match=r"no\.csv: cannot be read"):
        load_aliases(str(tmp_path / "no.csv"))
