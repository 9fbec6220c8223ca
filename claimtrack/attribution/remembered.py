"""Answers that are found once: an article is asked the same of its names for every figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

Key = TypeVar("Key")
Found = TypeVar("Found")
Asked = TypeVarTuple("Asked")


def remembered(answers: dict[Key, Found], key: Key, find: Callable[[*Asked], Found], *asked: *Asked) -> Found:
    """The answer that stands under the key, which `find` gives the first time; never None."""
    found = answers.get(key)
    if found is None:
        found = answers[key] = find(*asked)
    return found
