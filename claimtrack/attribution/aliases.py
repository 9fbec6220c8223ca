"""Aliases: names of sources that a person has merged or corrected, from a CSV with the columns `alias` and `name`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from claimtrack.attribution.source_types import source_type
from claimtrack.model import Attribution

COLUMNS = ("alias", "name")


class AliasesError(ValueError):
    """An aliases file that cannot be used; the message names the file, the line and what to do."""


@lru_cache(maxsize=8)
def load_aliases(path: str) -> Mapping[str, str]:
    """Alias → the name that stands for it, looked up without regard to capitals (`folded`).

    Raises AliasesError where the file cannot be read, lacks a column, or gives one alias two names.
    """
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise AliasesError(f"{path}: cannot be read ({error}); give a UTF-8 CSV file with alias,name") from error
    reader = csv.DictReader(lines)
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise AliasesError(f"{path}, line 1: the columns must be alias,name")
    names: dict[str, str] = {}
    for row in reader:
        alias, name = ((row[column] or "").strip() for column in COLUMNS)
        if not alias or not name:
            raise AliasesError(f"{path}, line {reader.line_num}: needs an alias and a name")
        if names.setdefault(folded(alias), name) != name:
            raise AliasesError(f"{path}, line {reader.line_num}: {alias!r} has another name above; keep one of the two")
    return MappingProxyType(names)


def folded(name: str) -> str:
    """How an alias is looked up: "the  WHO" and "The WHO" are one."""
    return " ".join(name.casefold().split())


def renamed(attribution: Attribution, aliases: Mapping[str, str]) -> Attribution:
    """The attribution with the names that the user gave its source and whoever passed it on, and with the type of the
    new name; where that tells none, the role and the words there decide as before."""
    source = attribution.source and aliases.get(folded(attribution.source), attribution.source)
    via = attribution.via and aliases.get(folded(attribution.via), attribution.via)
    if (source, via) == (attribution.source, attribution.via):
        return attribution
    kind = attribution.source_type
    if source and source != attribution.source:
        kind = source_type(source, attribution.role, attribution.source_text or source)
    return replace(attribution, source=source, via=via, source_type=kind)
