"""Numbers and days as one reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def number(value: float) -> str:
    """A number as one reads it: 45,089 or 6.1."""
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1e6 else f"{value:,.6g}"


@lru_cache(maxsize=100_000)
def day_as_text(day: float) -> str | None:
    """Days since 1970 as 2016-09-29, None for nan."""
    return None if day != day else (EPOCH + timedelta(days=day)).strftime("%Y-%m-%d")


def days_as_text(days: NDArray[np.float64]) -> list[str | None]:
    """Days since 1970 as text, each different one read once."""
    known = {day: day_as_text(day) for day in set(days.tolist()) if day == day}
    return [known.get(day) for day in days.tolist()]
