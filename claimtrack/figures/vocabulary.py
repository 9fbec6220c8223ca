"""The room's word lists (TOML files beside the code) and the patterns that are made of them, once, at import."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The tables of one of the room's TOML files."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def any_of(words: Iterable[str], space: str = r"\s{1,3}", plural: str = "") -> str:
    """A pattern of one of the words, longest first.

    space: what a space in them matches; plural: what each may end in besides.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", space) + plural for word in longest_first) + ")"


def in_any_case(words: Iterable[str]) -> str:
    """A pattern of one of the words in any case, letter by letter: a dead end shows at the first or second letter.

    Several times as fast as `any_of` under (?i) where it is tried at every word of a text.
    """
    ends_here = False
    rests: dict[str, list[str]] = {}
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
        else:
            ends_here = True
    branches = [f"[{letter}{letter.upper()}]{in_any_case(rest)}" for letter, rest in sorted(rests.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"
