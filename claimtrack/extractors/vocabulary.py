"""The words that frame a figure, read once from framing.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from claimtrack.language.tokens import verb_forms

_DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("framing.toml").read_text("utf-8"))


def words(name: str) -> frozenset[str]:
    """The words of one list of framing.toml."""
    return frozenset(_DATA[name])


def forms(name: str) -> frozenset[str]:
    """Every form of the verbs of one list of framing.toml ("rise" → rise, rises, rising, rose, risen)."""
    return frozenset(form for base in _DATA[name] for form in verb_forms(base))
