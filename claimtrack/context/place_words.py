"""The words with which places are named, read once from places.toml and signs.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files

DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("places.toml").read_text("utf-8"))
SIGNS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("signs.toml").read_text("utf-8"))
"""Words of one country's institutions, by its alpha-2."""
