"""The kinds of claims, read from kinds.toml and from files of the user's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimtrack.language.inflection import plural, singular
from claimtrack.language.patterns import any_of

_LISTS = ("nouns", "predicates", "objects", "measures")
_FLAGS = ("persons", "accumulates", "predicates_win", "nouns_win")
_LONGEST_NOUN = 4  # words


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
    predicates_win: bool = False
    nouns_win: bool = False


@dataclass(frozen=True)
class Kinds:
    """Kinds in order, and the tables made of them.

    predicate, object_of: find the words of by_predicate, by_object in lower-case text, the longest first.
    starred: the predicates with a star, which stands for any one word.
    """

    kinds: tuple[Kind, ...]
    by_name: dict[str, Kind]
    by_noun: dict[str, Kind]
    by_predicate: dict[str, Kind]
    by_object: dict[str, Kind]
    by_measure: dict[str, Kind]
    predicate: re.Pattern[str]
    object_of: re.Pattern[str]
    starred: tuple[tuple[re.Pattern[str], Kind], ...]

    def of_predicate(self, words: str) -> Kind:
        """The kind of a predicate that `predicate` has matched (single spaces)."""
        known = self.by_predicate.get(words)
        return known or next(kind for pattern, kind in self.starred if pattern.fullmatch(words))

    def of_noun(self, words: Sequence[str]) -> Kind | None:
        """The kind that the last words of a noun phrase (lower case) decide, the longest run first."""
        for first in range(max(0, len(words) - _LONGEST_NOUN), len(words)):
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
        except UnicodeDecodeError as error:
            raise KindsError(f"{path}: is no UTF-8 text; save the TOML file as UTF-8") from error
    names = {kind.name for kind in added}
    return _tables((*added, *(kind for kind in own if kind.name not in names)))


def _read(path: str, text: str) -> list[Kind]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KindsError(f"{path}: is no TOML ({error}); see the example in docs/kinds.md") from error
    entries = data.get("kind")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise KindsError(f"{path}: has no [[kind]]; see the example in docs/kinds.md")
    return [_kind(path, i, entry) for i, entry in enumerate(entries, 1)]


def _kind(path: str, number: int, entry: dict[str, Any]) -> Kind:
    where = f"{path}, kind {number} ({entry.get('name', 'no name')})"
    unknown = set(entry) - set(Kind.__dataclass_fields__)
    if unknown:
        known = ", ".join(Kind.__dataclass_fields__)
        raise KindsError(f"{where}: unknown {', '.join(sorted(unknown))}; known are {known}")
    name = entry.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise KindsError(f"{where}: needs a name of lower-case letters, digits and underscores")
    lists: dict[str, Any] = {field: _word_list(where, field, entry.get(field, [])) for field in _LISTS}
    if not any(lists.values()):
        raise KindsError(f"{where}: needs nouns, predicates or measures, else it is never found")
    for flag in _FLAGS:
        if not isinstance(entry.get(flag, False), bool):
            raise KindsError(f"{where}: {flag} must be true or false")
    flags: dict[str, Any] = {flag: entry.get(flag, False) for flag in _FLAGS}
    return Kind(name, str(entry.get("label", name.replace("_", " ").capitalize())), **lists, **flags)


def _word_list(where: str, field: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise KindsError(f'{where}: {field} must be a list of words, as ["school", "college"]')
    return tuple(" ".join(w.lower().split()) for w in words)


def _tables(kinds: tuple[Kind, ...]) -> Kinds:
    by_noun: dict[str, Kind] = {}
    by_predicate: dict[str, Kind] = {}
    by_object: dict[str, Kind] = {}
    by_measure: dict[str, Kind] = {}
    for kind in kinds:
        for noun in kind.nouns:
            by_noun.setdefault(noun, kind)
            by_noun.setdefault(_in_plural(noun), kind)
        for table, words in ((by_predicate, kind.predicates), (by_object, kind.objects), (by_measure, kind.measures)):
            for word in words:
                table.setdefault(word, kind)
    predicate, object_of = _any_of(by_predicate), _any_of(by_object)
    starred = tuple((re.compile(_pattern(w)), kind) for w, kind in by_predicate.items() if "*" in w)
    return Kinds(
        kinds, {k.name: k for k in kinds}, by_noun, by_predicate, by_object, by_measure, predicate, object_of, starred
    )


def _in_plural(noun: str) -> str:
    head, _, last = noun.rpartition(" ")
    return f"{head} {plural(last)}".strip()


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    words = any_of(phrases, r"\s+").replace(r"\*", r"\w+") if phrases else "(?!)"
    return re.compile(rf"\b{words}\b")


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w+") for word in words.split(" "))
