"""Figures as a reviewer types them."""

from __future__ import annotations

import re
from math import isfinite

# 1250.5, 1,250, 12,50,000, 1e20; a comma before one or two last digits ("1,5") may be a decimal one: it is asked back
AMOUNT = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}|\d*)(?:\.\d*)?(?:e[+-]?\d+)?", re.IGNORECASE)


class AmountError(ValueError):
    """A figure that cannot be read; the message names its field and says how to write it."""


def typed_amount(value: float | None) -> str:
    """As it is typed: with commas, without a fraction that is nought; every digit of it."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def read_amount(typed: str, label: str) -> float | None:
    """The number, None where nothing is typed. Raises AmountError."""
    plain = "".join(typed.split())
    if not plain:
        return None
    try:
        value = float(plain.replace(",", "")) if AMOUNT.fullmatch(plain) else float("nan")
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise AmountError(f"{label}: {typed!r} is no number; write it as 1,250 or 0.5")
    return value
