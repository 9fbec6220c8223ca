"""Columns of the claims table as arrays of numbers: each different text is read once, however often it stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]
    Texts = list[str | None]


class CodeBook:
    """Numbers for texts, in the order in which they come; the texts given at first have the first numbers."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.of: dict[str, int] = {text: code for code, text in enumerate(first)}

    def __call__(self, text: str) -> int:
        return self.of.setdefault(text, len(self.of))


def codes_of(cells: pd.Series[Any], known: Iterable[str] = ()) -> Codes:
    """A number for each cell, -1 for nulls; the known texts have the first numbers."""
    import numpy as np

    codes, uniques = factorized(cells)
    book = CodeBook(known)
    return np.array([book(text) for text in uniques] + [-1], np.int32)[codes]


def factorized(cells: pd.Series[Any]) -> tuple[Codes, list[str]]:
    """A number for each cell, -1 for nulls, and the texts that the numbers stand for."""
    import numpy as np
    import pandas as pd

    codes, uniques = pd.factorize(cells if isinstance(cells.dtype, pd.CategoricalDtype) else cells.astype("string"))
    return codes.astype(np.int32), [str(text) for text in uniques]


def per_text(cells: pd.Series[Any], read: Callable[[str], tuple[float, ...]], empty: tuple[float, ...]) -> list[Any]:
    """read(text) for each different text, `empty` for nulls: an array for each number that read gives."""
    import numpy as np

    codes, uniques = factorized(cells)
    table = np.array([read(text) for text in uniques] + [empty], np.float64)
    return [column[codes] for column in table.T]


def texts(cells: pd.Series[Any]) -> Texts:
    """The cells as plain texts, None for nulls; equal texts are one object, so that a million cells are small."""
    codes, uniques = factorized(cells)
    table: Texts = [*uniques, None]
    return [table[code] for code in codes.tolist()]


def days_of(moments: pd.Series[Any]) -> Floats:
    """Days since 1970, nan for nulls."""
    import numpy as np
    import pandas as pd

    stamps = pd.to_datetime(moments, utc=True)
    seconds = stamps.astype("datetime64[us, UTC]").astype("int64").to_numpy() / 1e6
    return np.where(stamps.isna().to_numpy(), np.nan, seconds / 86_400)
