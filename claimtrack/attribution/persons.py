"""The persons that an article names: full names at every mention, found by given names, titles and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimtrack.attribution.source_types import organisation, source_type
from claimtrack.attribution.titles import (
    DATA,
    FEMALE,
    MALE,
    TITLES,
    Gender,
    given_names,
    is_given_name,
    title_length,
)
from claimtrack.language.people import SOURCE_BODIES
from claimtrack.language.words import VERBS, is_function_word
from claimtrack.model import Span

_CAPITAL = "[A-ZÀ-ÞŁŠŽ]"


def _behind_first_letter(words: Iterable[str]) -> str:
    return "|".join(f"(?<={word[0]}){word[1:]}" for word in words)


_WORD_ENDS = rf"(?:(?<=[A-Z])\.(?:[A-Z]\.){{0,3}}|(?:{_behind_first_letter(DATA['dotted'])})\.|[\w’'-]*\w|)"
CAPITALISED = rf"{_CAPITAL}{_WORD_ENDS}"
FIRST_CAPITALISED = rf"{_CAPITAL}(?<![\w-].){_WORD_ENDS}"
"""One that no word or hyphen stands before. The capital comes first: the search leaps from one to the next."""

_RUN = re.compile(
    rf"{FIRST_CAPITALISED}"
    rf"(?:[ \u00a0](?:(?:{'|'.join(DATA['particles'])})[ \u00a0-]){{0,2}}{CAPITALISED}){{0,5}}"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_IS_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")
_ACTS = re.compile(rf" (?:{'|'.join(DATA['acting'])})\b")
_SPOKE = re.compile(r"\b(?:said|says|added) $")
_NO_NAMES = frozenset(DATA["no_names"]) | frozenset(DATA["days"])


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's full name at one mention, without titles."""

    name: str
    span: Span
    gender: Gender


@dataclass(frozen=True, slots=True)
class Persons:
    """by_last, by_first: full names by their last and first word, in order of mention; mentions: every mention, also by
    the last word alone, in text order."""

    by_last: dict[str, list[PersonName]] = field(default_factory=dict)
    by_first: dict[str, list[PersonName]] = field(default_factory=dict)
    mentions: list[PersonName] = field(default_factory=list)

    def add(self, person: PersonName) -> None:
        words = person.name.split()
        self.by_last.setdefault(words[-1], []).append(person)
        self.by_first.setdefault(words[0], []).append(person)
        self.mentions.append(person)


def without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if word[-1] in "s'’" else word


Run = tuple[int, int]
"""Start and end of capitalised words in a row; a plain tuple, for an article has hundreds and few are looked at."""


def capitalised_runs(text: str) -> list[Run]:
    """Capitalised words in a row, up to six ("Foreign Minister Ann Lee"); a headline's run is parted at its verb."""
    runs: list[Run] = []
    for match in _RUN.finditer(text):
        run = match.span()
        if text.count(" ", *run) > 1:
            runs += _parted(text, run)
        else:
            runs.append(run)
    return runs


def _parted(text: str, run: Run) -> Iterator[Run]:
    at, end = start, _ = run
    words = text[at:end].split(" ")
    first = 0
    for i, word in enumerate(words):
        if i > first and _parts_headline(word.lower(), i - first):
            yield start, at - 1
            start, first = at + len(word) + 1, i + 1
        at += len(word) + 1
    if start < end:
        yield start, end


@lru_cache(maxsize=32768)
def _parts_headline(word: str, words_before: int) -> bool:
    """ "Hannah Clark Goes After Donald Marsh": no name goes on with a verb or a small word written large."""
    verb = words_before > 1 and word.endswith("s") and VERBS.get(word, word) != word
    small = is_function_word(word) and word not in DATA["particles"] and not _IS_INITIAL.fullmatch(word.upper())
    return verb or small


def find_persons(text: str, runs: Sequence[Run]) -> Persons:
    """The persons that a given name, an initial or a title tells of."""
    found = Persons()
    for start, end in runs:
        written = text[start:end]
        if " " not in written and "\u00a0" not in written:
            known = found.by_last.get(without_possessive(written))
            if known:
                found.mentions.append(PersonName(known[0].name, Span(start, end), known[0].gender))
            continue
        read = _read_name(written)
        if read is not None and " " in read[0]:
            found.add(PersonName(read[0], Span(start + read[1], end), read[2]))
        elif read is not None and read[0] in found.by_last:
            first = found.by_last[read[0]][0]
            found.mentions.append(PersonName(first.name, Span(start + read[1], end), first.gender))
    return found


@lru_cache(maxsize=32768)
def _read_name(written: str) -> tuple[str, int, Gender] | None:
    """A person with a title or a known given name, or a single word that may be a known person's last name: the name in
    capitalised words, how far behind their start it begins, and whether it is a man's or a woman's."""
    words = written.split()
    cut = _name_start(words)
    titled, rest = words[:cut], [*words[cut:-1], without_possessive(words[-1])]
    offset = len(written) - len(written.split(None, cut)[-1]) if cut else 0
    if len(rest) > 1:
        initial = _IS_INITIAL.fullmatch(rest[0]) and not is_function_word(rest[0].lower())
        if not (is_given_name(rest[0]) or initial or (titled and titled[-1] in TITLES)):
            return None
        if organisation(" ".join(rest)) is not None:
            return None
    return " ".join(rest), offset, _gender(titled, rest[0])


def _gender(titled: Sequence[str], first: str) -> Gender:
    if any(t in MALE for t in titled):
        return "m"
    if any(t in FEMALE for t in titled):
        return "f"
    return given_names().get(first.split("-")[0], "u")


def _name_start(words: Sequence[str]) -> int:
    """Where the name begins behind titles, and what stands before a title ("Massachusetts Sen. Elizabeth Warren")."""
    given = given_names()
    for i in range(1, len(words) - 1):
        if words[i - 1] in TITLES and words[i] in given and words[i] not in TITLES:
            return i
    return title_length(words)


def add_acting_persons(found: Persons, text: str, runs: Sequence[Run]) -> None:
    """Add the names of two to four words of which one speaks or acts alone elsewhere ("Shalabayev also said"); none
    whose last word is a known person's already."""
    acting = _acting_words(text, runs)
    if not acting:
        return
    for start, end in runs:
        words = text[start:end].split()
        if len(words) < 2:
            continue
        if words[0] in _NO_NAMES or is_function_word(words[0].lower()):
            words = words[1:]
        if not 1 < len(words) < 5:
            continue
        last = without_possessive(words[-1])
        if last in found.by_last or not (last in acting or words[0] in acting):
            continue
        name = [*words[title_length(words) : -1], last]
        if _may_be_person(name):
            found.add(PersonName(" ".join(name), Span(start, end), "u"))
    found.mentions.sort(key=lambda mention: mention.span.start)


def _acting_words(text: str, runs: Sequence[Run]) -> frozenset[str]:
    """Capitalised words that speak or act somewhere: the last names of persons, perhaps."""
    found: set[str] = set()
    for start, end in runs:
        if _ACTS.match(text, end):
            found.add(text[start:end].split()[-1])
        elif text[end : end + 1] in (".", ",") and _SPOKE.search(text, max(0, start - 6), start):
            found.add(text[start:end])
    return frozenset(found)


def _may_be_person(words: Sequence[str]) -> bool:
    if len(words) < 2 or words[-1].lower() in SOURCE_BODIES or words[-1] in _NO_NAMES or words[0] in _NO_NAMES:
        return False
    if any(is_function_word(w.lower()) or w.isupper() for w in words):
        return False
    name = " ".join(words)
    return organisation(name) is None and source_type(name, None, name) is None and organisation(words[-1]) is None
