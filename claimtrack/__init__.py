"""Every figure in the news, with who said it, in one table that a fact-checker can check.

>>> import claimtrack
>>> claims = claimtrack.extract("At least 35 doctors left Aleppo, Ban Ki-moon said.", published="2016-09-29")
>>> claims = claimtrack.extract(claimtrack.read("articles/"))
>>> groups = claimtrack.cross_check(claims)
>>> claimtrack.to_csv(claims, "claims.csv")

The parts are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.api import cross_check, extract
    from claimtrack.export import to_csv
    from claimtrack.model import Document
    from claimtrack.reading import read

    __version__: str

__all__ = ["Document", "__version__", "cross_check", "extract", "read", "to_csv"]

HOMES = {
    "Document": "claimtrack.model",
    "cross_check": "claimtrack.api",
    "extract": "claimtrack.api",
    "read": "claimtrack.reading",
    "to_csv": "claimtrack.export",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("claimtrack")
    if name in HOMES:
        from importlib import import_module

        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'claimtrack' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
