"""Reference values to hold claims against: data/reference.csv, and a user's own CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

REQUIRED = ("kind", "value")
COLUMNS = ("kind", "counted", "place", "country", "value", "year", "tolerance", "origin")


class ReferenceTableError(ValueError):
    """A reference table that cannot be used; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """One reference value.

    counted: words that the claim's counted noun must end in (several between "|"), "" for any. tolerance: a share.
    """

    kind: str
    counted: str
    place: str
    country: str
    value: float
    year: str
    tolerance: float | None
    origin: str

    @property
    def name(self) -> str:
        return self.place or self.country


@dataclass(frozen=True)
class Reference:
    """Reference values, by kind and place (lower case, "" where only the country is given); later ones win."""

    values: Mapping[tuple[str, str], tuple[Known, ...]]
    people: Mapping[str, Known]

    def find(
        self, kind: str, counted: str | None, place: str | None, country: str | None, precision: str | None
    ) -> Known | None:
        """The value for a claim's kind, counted thing and place; None where there is none.

        A country's value holds for a claim whose place is that country (precision "country").
        """
        keys = [(kind, place.lower())] if place else []
        if country and precision == "country":
            keys.append((kind, country))
        noun = (counted or "").lower()
        for key in keys:
            for known in reversed(self.values.get(key, ())):
                if not known.counted or any(noun.endswith(word) for word in known.counted.split("|")):
                    return known
        return None

    def people_of(self, country: str | None) -> Known | None:
        """How many people a country (ISO 3166-1 alpha-2) has."""
        return self.people.get(country or "")


def load_reference(own: str | Path | None = None) -> Reference:
    """The reference values of claimtrack, and over them those of a CSV of the user's own.

    Its columns: kind, value, place or country (ISO 3166-1 alpha-2), and if wanted counted (several after "|"), year,
    tolerance (a share: 0.1), origin. Raises ReferenceTableError, OSError.
    """
    return _reference([*_built_in(), *(_read(Path(own)) if own is not None else [])])


@lru_cache(maxsize=1)
def _built_in() -> tuple[Known, ...]:
    inside = Path(str(files("claimtrack").joinpath("data", "reference.csv")))
    beside = Path(str(files("claimtrack"))).parent / "data" / "reference.csv"
    return tuple(_read(inside if inside.exists() else beside))


def _read(path: Path) -> list[Known]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        missing = [name for name in REQUIRED if name not in (rows.fieldnames or ())]
        if missing:
            raise ReferenceTableError(
                f"{path}: has no column {missing[0]}; its first line names the columns: {','.join(COLUMNS)}"
            )
        return [_known(path, place, row) for place, row in enumerate(rows, 1)]


def _known(path: Path, place: int, row: Mapping[str, str | None]) -> Known:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    where = f"{path}, row {place}"
    try:
        value = float(cells["value"].replace(",", ""))
        tolerance = float(cells["tolerance"]) if cells["tolerance"] else None
    except ValueError as error:
        raise ReferenceTableError(f"{where}: value and tolerance must be numbers ({error})") from error
    if not cells["place"] and not cells["country"]:
        raise ReferenceTableError(f"{where}: needs a place or a country")
    origin = cells["origin"] or path.name
    return Known(
        cells["kind"],
        cells["counted"].lower(),
        cells["place"],
        cells["country"].upper(),
        value,
        cells["year"],
        tolerance,
        origin,
    )


def _reference(values: Iterable[Known]) -> Reference:
    table: dict[tuple[str, str], tuple[Known, ...]] = {}
    people: dict[str, Known] = {}
    for known in values:
        keys = {known.place.lower(), "" if known.place and not _is_country(known) else known.country} - {""}
        for key in keys:
            table[known.kind, key] = (*table.get((known.kind, key), ()), known)
        if known.kind == "population" and known.country and _is_country(known):
            people[known.country] = known
    return Reference(table, people)


def _is_country(known: Known) -> bool:
    """A row for a whole country has no place, or the country's name for it and no noun but its people."""
    return not known.place or known.counted == COUNTRY_PEOPLE


COUNTRY_PEOPLE = "inhabitants|residents|population|citizens"
