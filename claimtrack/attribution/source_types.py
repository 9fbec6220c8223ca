"""What kind of source speaks: a ministry, an army, a resident. The words that tell are in source_types.toml, the
organisations that news cites in organisations.csv; the order in which they decide is written at the top of the first.
"""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from claimtrack.model import SourceType

_HERE = Path(__file__).parent
_RANKS = ("roles", "names", "fallback")
_WORD = re.compile(r"[^\s,;:()\[\]\"“”«»/]+|[,;:()]")
_SPACE_OR_HYPHEN = re.compile(r"[\s\-]+")
_SURNAMES = frozenset({"armed_group", "company", "expert", "media", "ngo", "other"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that news cites. acronym None where it has none in use; variants: other ways of writing the name."""

    name: str
    acronym: str | None
    type: SourceType
    variants: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """A phrase of source_types.toml as written there; type None: a person who may be of any type."""

    written: str
    type: SourceType | None
    rank: str


class _Form(NamedTuple):
    """One way of writing an organisation, without "The"; with_the: inside a phrase only "the" tells that it is one."""

    written: str
    organisation: Organisation
    with_the: bool


class _Lexicon(NamedTuple):
    entries: dict[str, _Entry]
    joins: frozenset[str]
    apart: frozenset[str]
    stops: frozenset[str]
    longest: Mapping[str, int]


class _Word(NamedTuple):
    """A word of a phrase; part: which part of the phrase it is in, from 0; apart: that part says what it is about."""

    key: str
    written: str
    part: int
    apart: bool


class _Match(NamedTuple):
    start: int
    length: int
    part: int
    entry: _Entry


class _Reading(NamedTuple):
    """What a phrase says: a type that holds, one where nothing else is known, and whether it describes a person."""

    type: SourceType | None
    fallback: SourceType | None
    person: bool


@lru_cache(maxsize=65_536)
def source_type(source: str, role: str | None, text: str) -> SourceType | None:
    """The type of a source, None where its words do not tell (a bare person's name, a bare country).

    source: the canonical name ("Ramzy Ezzeldin Ramz"); role: its title or apposition ("the United Nations deputy
    special envoy for Syria"); text: the mention as written ("the envoy", "a rebel commander").
    A person's role goes before the name, the name before the mention.
    """
    in_role = _read(role or "")
    in_source = _read(source)
    in_text = _read("" if text.casefold() in source.casefold() else text)
    if in_role.type and in_role.person:
        return in_role.type
    return (
        _type_of_name(source)
        or in_role.type
        or in_source.type
        or in_text.type
        or in_role.fallback
        or in_source.fallback
        or in_text.fallback
    )


@lru_cache(maxsize=65_536)
def organisation(name: str) -> Organisation | None:
    """The organisation of this name, acronym or variant, None where none is known.

    Case, the dots of an acronym, accents, hyphens and a leading "the" make no difference.
    """
    form = _organisations().get(_without_the(_key(name)))
    return form.organisation if form else None


@cache
def first_words_of_media() -> frozenset[str]:
    """The words, in small letters, that begin the names of media ("new" of the New York Times)."""
    return frozenset(
        key.split()[0] for key, form in _organisations().items() if key and form.organisation.type == "media"
    )


def _type_of_name(name: str) -> SourceType | None:
    """The type of the organisation that is called so, in this case: "WHO", not "who"."""
    form = _organisations().get(_without_the(_key(name)))
    return form.organisation.type if form and _cased_like(form.written, _without_the(name)) else None


@lru_cache(maxsize=65_536)
def _read(phrase: str) -> _Reading:
    words = _words(phrase)
    matches = _entries_in(words)
    typed = [match for match in matches if match.entry.type]
    strong = _deciding([match for match in typed if match.entry.rank != "fallback"])
    weak = _deciding([match for match in typed if match.entry.rank == "fallback"])
    head = _deciding(matches)
    alone_until = strong.part if strong and strong.entry.type == "witness" else len(words)
    speaks, concerned = _organisations_in(words, alone_until)
    return _Reading(
        type=speaks or (strong.entry.type if strong else None) or concerned,
        fallback=weak.entry.type if weak else None,
        person=head is not None and head.entry.rank != "names",
    )


def _deciding(matches: list[_Match]) -> _Match | None:
    """Of the first part the longest, of equally long ones the last."""
    return min(matches, key=lambda match: (match.part, -match.length, -match.start), default=None)


def _entries_in(words: tuple[_Word, ...]) -> list[_Match]:
    """The phrases of the lexicon in these words, none inside another."""
    lexicon = _lexicon()
    found: list[_Match] = []
    for start, word in enumerate(words):
        for length in range(_reach(lexicon.longest, words, start), 0, -1):
            entry = _entry(words[start : start + length])
            if entry:
                covered = bool(found) and found[-1].start + found[-1].length >= start + length
                if not covered:
                    found.append(_Match(start, length, word.part, entry))
                break
    return found


def _entry(window: tuple[_Word, ...]) -> _Entry | None:
    entries = _lexicon().entries
    before = "".join(word.key + " " for word in window[:-1])
    for last in _singulars(window[-1].key):
        entry = entries.get(before + last)
        if entry and _cased_like(entry.written, " ".join(word.written for word in window)):
            return entry
    return None


def _organisations_in(words: tuple[_Word, ...], alone_until: int) -> tuple[SourceType | None, SourceType | None]:
    """The types of the first organisation that speaks and of the first that is only spoken of.

    alone_until: in parts after this one no organisation speaks (a resident of ...).
    """
    concerned: SourceType | None = None
    for start, word in enumerate(words):
        for length in range(_reach(_longest_organisations(), words, start), 0, -1):
            form = _form(words, start, length)
            if not form or word.part > alone_until:
                continue
            if not word.apart:
                return form.organisation.type, concerned
            concerned = concerned or form.organisation.type
            break
    return None, concerned


def _form(words: tuple[_Word, ...], start: int, length: int) -> _Form | None:
    window = words[start : start + length]
    before = "".join(word.key + " " for word in window[:-1])
    for last in _without_possessive(window[-1].key):
        form = _organisations().get(before + last)
        if (
            form
            and _cased_like(form.written, " ".join(word.written for word in window))
            and not (form.with_the and (start == 0 or words[start - 1].key != "the"))
            and not (length == 1 and start > 0 and _surname(form, words[start - 1]))
        ):
            return form
    return None


def _surname(form: _Form, before: _Word) -> bool:
    """Whether one word may be the last name of a person ("Doug Ford") and no organisation."""
    return (
        form.organisation.type in _SURNAMES
        and not form.written.isupper()
        and before.written[0].isupper()
        and not before.written.isupper()
        and before.key != "the"
        and not before.written.endswith(("'s", "'"))
    )


@lru_cache(maxsize=16_384)
def _words(phrase: str) -> tuple[_Word, ...]:
    """The words up to the first that ends a phrase, a title's dots and the punctuation left out."""
    lexicon = _lexicon()
    words: list[_Word] = []
    part, apart = 0, False
    for found in _WORD.finditer(_plain(phrase)):
        written = found.group().replace(".", "").strip("'`*")
        if found.group().rstrip(".").endswith("'") and written.endswith("s"):
            written += "'"
        key = _key(written)
        if key in lexicon.stops:
            break
        if not key or not written[0].isalnum():
            part += bool(words)
            apart = False
            continue
        if key in lexicon.joins or key in lexicon.apart:
            part += bool(words)
            apart = key in lexicon.apart
        words.append(_Word(key, written, part, apart))
    return tuple(words)


def _cased_like(form: str, written: str) -> bool:
    """Whether words have the capitals that the form asks for (words of two letters, "al", are free to have none)."""
    for asked, given in zip(
        _SPACE_OR_HYPHEN.split(_plain(form)), _SPACE_OR_HYPHEN.split(_plain(written)), strict=False
    ):
        letters = asked.replace(".", "")
        if len(letters) > 1 and letters.isupper():
            if not given.replace(".", "").removesuffix("'s").isupper():
                return False
        elif len(letters) > 2 and letters[0].isupper() and not given[:1].isupper():
            return False
    return True


def _singulars(word: str) -> tuple[str, ...]:
    """The word, and what it may be the possessive or the plural of."""
    bare = _without_possessive(word)
    plural = bare[-1]
    if plural.endswith("men"):
        return (*bare, plural[:-3] + "man")
    if plural.endswith("ies"):
        return (*bare, plural[:-3] + "y")
    if plural.endswith(("ches", "shes", "sses", "xes")):
        return (*bare, plural[:-2])
    if plural.endswith("s") and not plural.endswith("ss"):
        return (*bare, plural[:-1])
    return bare


def _without_possessive(word: str) -> tuple[str, ...]:
    if word.endswith("'s"):
        return word, word[:-2]
    return (word, word[:-1]) if word.endswith("'") else (word,)


@lru_cache(maxsize=65_536)
def _key(phrase: str) -> str:
    """The phrase as it is looked up: plain, in small letters, British, hyphens as spaces, no dots and commas."""
    spellings: dict[str, str] = _data()["spellings"]
    bare = _plain(phrase)
    if not bare.isascii():
        bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    words = bare.replace(".", "").replace(",", "").casefold().replace("&", "and").replace("-", " ").split()
    return " ".join(spellings.get(word, word) for word in words)


def _plain(phrase: str) -> str:
    return phrase.replace("’", "'").replace("‘", "'").replace("‐", "-").replace("‑", "-").replace("–", "-")


def _without_the(name: str) -> str:
    return name[4:] if name[:4].casefold() == "the " else name


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((_HERE / "source_types.toml").read_text(encoding="utf-8"))


@cache
def _lexicon() -> _Lexicon:
    """The phrases of source_types.toml by key. Raises ValueError where one stands twice."""
    data = _data()
    entries = {_key(phrase): _Entry(phrase, None, "neutral") for phrase in data["neutral"]}
    for kind in get_args(SourceType):
        for rank in _RANKS:
            for phrase in data[kind][rank]:
                if _key(phrase) in entries:
                    raise ValueError(f"source_types.toml has {phrase!r} twice")
                entries[_key(phrase)] = _Entry(phrase, kind, rank)
    return _Lexicon(
        entries=entries,
        joins=frozenset(data["joins"]),
        apart=frozenset(data["apart"]),
        stops=frozenset(data["stops"]),
        longest=_longest_by_first_word(entries),
    )


@cache
def _organisations() -> dict[str, _Form]:
    """Every way of writing an organisation. Raises ValueError where two share one or a type is unknown."""
    types: dict[str, SourceType] = {kind: kind for kind in get_args(SourceType)}
    forms: dict[str, _Form] = {}
    with (_HERE / "organisations.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            kind = types.get(row["type"])
            if kind is None:
                raise ValueError(f"organisations.csv: {row['name']!r} has the unknown type {row['type']!r}")
            variants = tuple(variant for variant in row["variants"].split("|") if variant)
            found = Organisation(row["name"], row["acronym"] or None, kind, variants)
            for written in filter(None, (found.name, found.acronym, *variants)):
                key = _without_the(_key(written))
                if key in forms:
                    raise ValueError(f"organisations.csv: {written!r} is {forms[key].organisation.name!r} already")
                bare = _without_the(written)
                forms[key] = _Form(bare, found, with_the=bare != written)
    return forms


@cache
def _longest_organisations() -> Mapping[str, int]:
    return _longest_by_first_word(_organisations())


def _longest_by_first_word(keys: Iterable[str]) -> Mapping[str, int]:
    """How many words the longest key has that begins with a word."""
    longest: dict[str, int] = {}
    for words in map(str.split, keys):
        longest[words[0]] = max(len(words), longest.get(words[0], 1))
    return longest


def _reach(longest: Mapping[str, int], words: tuple[_Word, ...], start: int) -> int:
    """How many words from `start` on may be one key; a single one may also be a plural or possessive of it."""
    return min(longest.get(words[start].key.partition(" ")[0], 1), len(words) - start)
