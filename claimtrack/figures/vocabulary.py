"""The room's word lists (TOML files beside the code)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The tables of one of the room's TOML files."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
