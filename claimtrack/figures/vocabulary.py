"""The room's word lists (TOML files beside the code)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The tables of one of the room's TOML files."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def in_small_letters(text: str) -> str:
    """The text in small letters, each where it was: the one capital whose small letter is two characters is an i."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()
