"""Names of sources that reviewers merged or corrected: from the rows of the record to what stands now."""

from __future__ import annotations

import csv
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path

from claimtrack.attribution.aliases import COLUMNS, folded
from claimtrack.reviews.decisions import DecisionError


@dataclass(frozen=True, slots=True)
class AliasStatement:
    """What a reviewer said of a source's name, and when. canonical: what it stands for, None: for itself again."""

    name: str
    canonical: str | None
    reviewer: str
    at: datetime


def source_name(name: str) -> str:
    """A name as an aliases file can hold it: on one line, without what UTF-8 cannot write. Raises DecisionError."""
    kept = " ".join(name.replace("\0", " ").encode("utf-8", "ignore").decode().split())
    if not kept:
        raise DecisionError("an alias needs a name and the name that it stands for")
    return kept


def names_now(statements: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Each alias and the name that stands for it now.

    statements: (name, canonical) in the order in which they were made, canonical None where the alias is taken back.
    The last word counts: capitals do not matter, a merger of mergers leads to the last name, and where A was called B
    and now B is called A, B is the alias.
    """
    stands_for: dict[str, tuple[str, str]] = {}
    for name, canonical in statements:
        stands_for.pop(folded(name), None)
        if canonical is None:
            continue
        if folded(_end(canonical, stands_for | {folded(name): (name, name)})) == folded(name):
            stands_for.pop(folded(canonical), None)
        stands_for[folded(name)] = (name, canonical)
    return {name: _end(canonical, stands_for) for name, canonical in stands_for.values()}


def _end(name: str, stands_for: Mapping[str, tuple[str, str]]) -> str:
    """The last name of a chain; an alias that only differs in capitals from its name ends it."""
    while (entry := stands_for.get(folded(name))) and folded(entry[1]) != folded(name):
        name = entry[1]
    return entry[1] if entry else name


def aliases_csv(aliases: Mapping[str, str]) -> str:
    """The CSV that `claimtrack extract --aliases` reads."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(COLUMNS)
    lines.writerows(sorted(aliases.items()))
    return text.getvalue()


def write_aliases_file(aliases: Mapping[str, str], path: str | Path) -> None:
    """Write aliases_csv to a file, which appears whole. Raises OSError."""
    target = Path(path)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as file:
            file.write(aliases_csv(aliases))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
