"""A text in other letters, each where it was."""

from __future__ import annotations


def in_small_letters(text: str) -> str:
    """The text in small letters, each where it was: the one capital whose small letter is two characters is an i."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()
