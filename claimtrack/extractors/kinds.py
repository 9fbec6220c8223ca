"""The kinds of claims, read from kinds.toml and from files of the user's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimtrack.language.inflection import plural, singular


class KindsError(ValueError):
    """A kinds file that cannot be used; the message names the file, the kind and what to do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim: the nouns and predicates that make a figure one. Field by field as in kinds.toml."""

    name: str
    label: str
    nouns: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    persons: bool = False
    accumulates: bool = False


@dataclass(frozen=True)
class Kinds:
    """Kinds in order, and the tables made of them. predicate finds one in lower-case text, the longest first."""

    kinds: tuple[Kind, ...]
    by_name: dict[str, Kind]
    by_noun: dict[str, Kind]
    by_predicate: dict[str, Kind]
    by_object: dict[str, Kind]
    by_measure: dict[str, Kind]
    predicate: re.Pattern[str]

    def of_predicate(self, words: str) -> Kind:
        """The kind of a predicate that `predicate` has matched."""
        known = self.by_predicate.get(words)
        return known or self.by_predicate["* " + words.split(" ", 1)[1]]

    def of_noun(self, words: Sequence[str]) -> Kind | None:
        """The kind that the last words of a noun phrase (lower case) decide, the longest run first."""
        for first in range(max(0, len(words) - 4), len(words)):
            run = [*words[first:-1], singular(words[-1])]
            found = self.by_noun.get(" ".join(run)) or self.by_noun.get(" ".join(words[first:]))
            if found:
                return found
        return None

    def of_measure(self, measures: str) -> Kind | None:
        return self.by_measure.get(measures) or self.by_measure.get("*")


@lru_cache(maxsize=32)
def load_kinds(extra: tuple[str, ...] = ()) -> Kinds:
    """The kinds of claimtrack, behind those of the user's own TOML files (theirs win).

    Raises KindsError where a file cannot be read or says something that a kind has not.
    """
    own = _read("kinds.toml", files(__package__).joinpath("kinds.toml").read_text("utf-8"))
    added: list[Kind] = []
    for path in extra:
        try:
            added += _read(path, Path(path).read_text("utf-8"))
        except OSError as error:
            raise KindsError(f"{path}: cannot be read ({error.strerror}); give the path of a TOML file") from error
    names = {kind.name for kind in added}
    return _tables((*added, *(kind for kind in own if kind.name not in names)))


def _read(path: str, text: str) -> list[Kind]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KindsError(f"{path}: is no TOML ({error}); see the example in docs/kinds.md") from error
    entries = data.get("kind")
    if not isinstance(entries, list) or not entries:
        raise KindsError(f"{path}: has no [[kind]]; see the example in docs/kinds.md")
    return [_kind(path, i, entry) for i, entry in enumerate(entries, 1)]


def _kind(path: str, number: int, entry: dict[str, Any]) -> Kind:
    where = f"{path}, kind {number} ({entry.get('name', 'no name')})"
    unknown = set(entry) - set(Kind.__dataclass_fields__)
    if unknown:
        raise KindsError(
            f"{where}: unknown {', '.join(sorted(unknown))}; known are {', '.join(Kind.__dataclass_fields__)}"
        )
    name = entry.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise KindsError(f"{where}: needs a name of lower-case letters, digits and underscores")
    lists: dict[str, tuple[str, ...]] = {}
    for field in ("nouns", "predicates", "objects", "measures"):
        words = entry.get(field, [])
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise KindsError(f'{where}: {field} must be a list of words, as ["school", "college"]')
        lists[field] = tuple(" ".join(w.lower().split()) for w in words)
    if not any(lists.values()):
        if name != "count":
            raise KindsError(f"{where}: needs nouns, predicates or measures, else it is never found")
    return Kind(
        name, str(entry.get("label", name.replace("_", " ").capitalize())), persons=bool(entry.get("persons", False)),
        accumulates=bool(entry.get("accumulates", False)), **lists,
    )  # fmt: skip


def _tables(kinds: tuple[Kind, ...]) -> Kinds:
    by_noun: dict[str, Kind] = {}
    by_predicate: dict[str, Kind] = {}
    by_object: dict[str, Kind] = {}
    by_measure: dict[str, Kind] = {}
    for kind in kinds:
        for noun in kind.nouns:
            by_noun.setdefault(noun, kind)
            head, _, last = noun.rpartition(" ")
            by_noun.setdefault(f"{head} {plural(last)}".strip(), kind)
        for table, words in ((by_predicate, kind.predicates), (by_object, kind.objects), (by_measure, kind.measures)):
            for word in words:
                table.setdefault(word, kind)
    longest_first = sorted(by_predicate, key=lambda w: (-w.count(" "), -len(w)))
    words = "|".join(re.escape(w).replace(r"\*", r"\w+") for w in longest_first) or "(?!)"
    pattern = re.compile(rf"\b(?:{words})\b")
    return Kinds(kinds, {k.name: k for k in kinds}, by_noun, by_predicate, by_object, by_measure, pattern)
