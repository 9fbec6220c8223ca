"""From what the user names to a claims file that the dashboard opens: a claims file itself, or articles, extracted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.dashboard.folders import seeds_folder
from claimtrack.export import claims_path

if TYPE_CHECKING:
    from claimtrack.dashboard.extraction import Tally


def is_claims_file(path: str) -> bool:
    """Whether a path is a claims file, or a folder with one, and not articles."""
    given = Path(path)
    if given.is_dir():
        return (given / "claims.parquet").is_file()
    if not given.is_file():
        return False
    match given.suffix.lower():
        case ".parquet":
            return True
        case ".csv" | ".jsonl":
            with given.open("rb") as file:
                return b"claim_id" in file.readline(65_536)
        case _:
            return False


def claims_file_for(
    paths: Sequence[str], home: Path, progress: Callable[[int, int], None]
) -> tuple[Path, Tally | None]:
    """The claims file to open for the paths that the user gave: one claims file, or articles; none: the seeds.

    progress: told of the documents and claims so far. Returns what an extraction did, None where the claims were there.
    Raises OSError where nothing can be written to home, ValueError where a claims file is named beside other paths.
    """
    if len(paths) == 1 and is_claims_file(paths[0]):
        return claims_path(paths[0]), None
    for path in paths:
        if is_claims_file(path):
            raise ValueError(f"{path} is a claims file: open it alone, or give only articles")
    from claimtrack.dashboard.extraction import claims_of_articles  # it needs all that extracts

    return claims_of_articles(list(paths) or [str(seeds_folder())], home, progress)
