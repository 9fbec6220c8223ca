"""Extractors of the user's own: Python plug-ins found by the entry-point group `claimtrack.extractors`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from claimtrack.extractors.frame import Frame
from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.model import Figure

GROUP = "claimtrack.extractors"

Extractor = Callable[[SentenceView, Figure], Frame | None]
"""Asked for each figure that may be a claim: a Frame wins over claimtrack's own framing, None passes on."""


class RegistryError(ValueError):
    """A plug-in that cannot be used; the message names it, the package that brings it, and what to do."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """name: the entry point's. made_by: name and version of the package that brings it."""

    name: str
    made_by: str
    extractor: Extractor


@cache
def load_plugins() -> tuple[Plugin, ...]:
    """The installed plug-ins in the order of their names, each imported once.

    Raises RegistryError where one cannot be imported or is nothing to call.
    """
    return tuple(_load(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _load(point: EntryPoint) -> Plugin:
    made_by = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
    where = f"extractor {point.name} ({point.value}, from {made_by})"
    try:
        extractor = point.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise RegistryError(f"{where} cannot be imported ({reason}); repair or uninstall it") from error
    if not callable(extractor):
        raise RegistryError(f"{where} is no function; it must take (view, figure) and give a Frame or None")
    return Plugin(point.name, made_by, extractor)


def ask_plugins(view: SentenceView, figure: Figure) -> Frame | None:
    """The frame of the first plug-in that has one; what a plug-in raises is passed on with a note that names it."""
    for plugin in load_plugins():
        try:
            frame = plugin.extractor(view, figure)
        except Exception as error:
            error.add_note(f"raised by the extractor {plugin.name} (from {plugin.made_by})")
            raise
        if isinstance(frame, Frame):
            return replace(frame, rules=(*frame.rules, f"plug-in-{plugin.name}"), extractor=plugin.made_by)
        if frame is not None:
            kind = type(frame).__name__
            raise TypeError(f"extractor {plugin.name} (from {plugin.made_by}) gave a {kind}, not a Frame or None")
    return None
