"""What could not be read, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_IN_ERROR = 5


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that gave no document: a line of rejects.jsonl.

    path: the file, URL or pattern; place: where in it ("line 3"), None for the whole of it;
    reason: what is wrong; remedy: what the reader can do about it.
    """

    path: str
    reason: str
    place: str | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else self.path
        return f"{where}: {self.reason}. {self.remedy}." if self.remedy else f"{where}: {self.reason}."


class ReadError(ValueError):
    """Nothing could be read; the message names each input (the first few), what is wrong and what to do."""

    def __init__(self, rejects: Sequence[Reject]) -> None:
        self.rejects = list(rejects)
        lines = [str(reject) for reject in self.rejects[:SHOWN_IN_ERROR]]
        if len(self.rejects) > SHOWN_IN_ERROR:
            lines.append(f"... and {len(self.rejects) - SHOWN_IN_ERROR:,} more.")
        super().__init__("\n".join(["nothing could be read", *lines]))


class UnreadableError(Exception):
    """Raised inside the room where an input turns out to give no document; becomes a Reject."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy

    def reject(self, path: str, place: str | None = None) -> Reject:
        return Reject(path, self.reason, place, self.remedy)
