"""Where the claims of articles, the articles to start from, and what belongs to an open file lie."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def home_folder(given: str | None) -> Path:
    """Where the claims of articles are kept: the folder given, else a folder of this user's."""
    from platformdirs import user_data_path

    return Path(given) if given else user_data_path("claimtrack", appauthor=False)


def seeds_folder() -> Path:
    """The reports to start from: in the checkout, or inside an installed package."""
    packaged = Path(str(files("claimtrack") / "seeds"))
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "seeds"


def aliases_file(target: Path) -> Path:
    """Where the names of sources that were merged or corrected lie for the next extraction: beside the claims."""
    return target.with_name(f"{target.stem}.aliases.csv")
