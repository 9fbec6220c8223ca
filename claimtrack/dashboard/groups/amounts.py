"""Figures as a reviewer types them."""

from __future__ import annotations

from math import isfinite


class AmountError(ValueError):
    """A figure that cannot be read; the message names its field and says how to write it."""


def typed_amount(value: float | None) -> str:
    """As it is typed: with commas, without a fraction that is nought; every digit of it."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def read_amount(typed: str, label: str) -> float | None:
    """The number, None where nothing is typed. Raises AmountError."""
    plain = typed.replace(",", "").replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise AmountError(f"{label}: {typed!r} is no number; write it as 1,250 or 0.5")
    return value
