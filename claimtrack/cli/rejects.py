"""Inputs that could not be used: a line each on the terminal and in rejects.jsonl."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from claimtrack.cli.terminal import say
from claimtrack.export.atomic import replacing
from claimtrack.reading import Reject


def say_reject(reject: Reject) -> None:
    """`path (line 3): reason. remedy.` on stderr."""
    place = f" ({reject.place})" if reject.place else ""
    remedy = f" {reject.remedy}." if reject.remedy else ""
    say(f"{reject.path}{place}: {reject.reason}.{remedy}")


class RejectsFile:
    """rejects.jsonl of one run: takes the place of a former one, and is not there when nothing was rejected."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stack = ExitStack()
        self._file: BinaryIO | None = None

    def __enter__(self) -> RejectsFile:
        return self

    def add(self, reject: Reject) -> None:
        """Say it, and write it."""
        say_reject(reject)
        if self._file is None:
            (self._file,) = self._stack.enter_context(replacing(self.path))
        row = {"path": reject.path, "place": reject.place, "reason": reject.reason, "remedy": reject.remedy}
        line = json.dumps(row, ensure_ascii=False)
        self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)
        if error is None and self._file is None:
            self.path.unlink(missing_ok=True)
