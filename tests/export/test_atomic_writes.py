"""A file is there whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pandas as pd
import pytest

from claimtrack.export import open_claims, write_claims
from claimtrack.export.atomic import replacing

ERRORS = (RuntimeError, KeyboardInterrupt, SystemExit, GeneratorExit)


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), replacing(tmp_path / "a", tmp_path / "b") as (first, second):
        first.write(b"half")
        second.write(b"half")
        raise error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_an_error_leaves_the_former_claims(
    claims: pd.DataFrame, documents: pd.DataFrame, tmp_path: Path, suffix: str, error: type[BaseException]
) -> None:
    path = write_claims(claims, documents, tmp_path / f"claims{suffix}")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(error), open_claims(path) as file:
        file.add(claims, documents)
        raise error
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_until_the_end_the_former_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with replacing(path) as (file,):
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as (file,):
        file.write(b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as (file,):
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    with replacing(tmp_path / "a" / "b" / "c") as (file,):
        file.write(b"x")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"x"
