"""The persons that an article names: full names at every mention, found by given names, titles and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from claimtrack.attribution.capitals import (
    CAPITALISED,
    FIRST_CAPITALISED,
    CapitalisedWords,
    without_possessive,
)
from claimtrack.attribution.remembered import remembered
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
from claimtrack.language import Article
from claimtrack.language.people import SOURCE_BODIES
from claimtrack.language.words import VERBS, is_function_word
from claimtrack.model import Span

_RUN = re.compile(
    rf"{FIRST_CAPITALISED}"
    rf"(?:[ \u00a0](?:(?:{'|'.join(DATA['particles'])})[ \u00a0-]){{0,2}}{CAPITALISED}){{0,5}}"
)
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


Run = tuple[int, int]
"""Start and end of capitalised words in a row; a plain tuple, for an article has hundreds and few are looked at."""


@dataclass(frozen=True)
class Persons:
    """The persons of one article. A sentence is read when a name in it is asked for, and remembered.

    Most are told by a given name, an initial or a title. A name that nothing tells is a person's, too, where one of its
    words speaks or acts elsewhere ("Shalabayev also said") and nobody who is told has that last name.
    """

    article: Article
    capitalised: CapitalisedWords
    _runs: dict[int, list[Run]] = field(default_factory=dict, repr=False)
    _runs_by_word: dict[int, dict[str, list[Run]]] = field(default_factory=dict, repr=False)
    _mentions: dict[int, list[PersonName]] = field(default_factory=dict, repr=False)
    _told_by_last: dict[str, list[PersonName]] = field(default_factory=dict, repr=False)
    _acting_by_last: dict[str, list[PersonName]] = field(default_factory=dict, repr=False)
    _by_first: dict[str, list[PersonName]] = field(default_factory=dict, repr=False)
    _acting: dict[str, bool] = field(default_factory=dict, repr=False)

    def called(self, word: str) -> list[PersonName]:
        """Those whose last name the word is, else those whose first, in text order."""
        return self._with_last(word) or remembered(self._by_first, word, self._find_with_first, word)

    def are_in(self, name: str) -> bool:
        """Is a person's full name a part of this one ("Hannah Clark Foundation")?"""
        lasts = (word for word in name.split() if word[0].isupper())
        return any(person.name in name for word in lasts for person in self._with_last(word))

    def mentions(self, sentence: int) -> list[PersonName]:
        """Every mention in a sentence, also by the last word of a name that stands before it, in order."""
        return remembered(self._mentions, sentence, self._find_mentions, sentence)

    def _find_mentions(self, sentence: int) -> list[PersonName]:
        found: list[PersonName] = []
        for run in self.runs(sentence):
            read, told = _read_name(self._written(run)), self._told(run)
            if told is not None:
                found.append(told)
            elif read is None:
                last = without_possessive(self._written(run).split()[-1])
                found += [person for person in self._with_last(last) if person.span == run]
            else:
                known = [person for person in self._told_with_last(read.name)[:1] if person.span.start < run[0]]
                found += [
                    PersonName(person.name, Span(run[0] + read.offset, run[1]), person.gender) for person in known
                ]
        return found

    def runs(self, sentence: int) -> list[Run]:
        """The capitalised words in a row of a sentence."""
        text, span = self.article.text, self.article.sentences[sentence]
        return remembered(self._runs, sentence, capitalised_runs, text, span)

    def _runs_with(self, word: str) -> Iterator[Run]:
        for sentence in self.capitalised.sentences_with(word):
            by_word = remembered(self._runs_by_word, sentence, self._find_runs_by_word, sentence)
            yield from by_word.get(word, ())

    def _find_runs_by_word(self, sentence: int) -> dict[str, list[Run]]:
        found: dict[str, list[Run]] = {}
        for run in self.runs(sentence):
            for word in self._written(run).split():
                found.setdefault(without_possessive(word), []).append(run)
        return found

    def _written(self, run: Run) -> str:
        return self.article.text[run[0] : run[1]]

    def _told(self, run: Run) -> PersonName | None:
        """The person whose full name stands there, where a given name, an initial or a title tells."""
        read = _read_name(self._written(run))
        if read is None or " " not in read.name:
            return None
        return PersonName(read.name, Span(run[0] + read.offset, run[1]), read.gender)

    def _with_last(self, word: str) -> list[PersonName]:
        return self._told_with_last(word) or remembered(self._acting_by_last, word, self._find_acting_with_last, word)

    def _told_with_last(self, word: str) -> list[PersonName]:
        return remembered(self._told_by_last, word, self._find_told_with_last, word)

    def _find_told_with_last(self, word: str) -> list[PersonName]:
        told = filter(None, map(self._told, self._runs_with(word)))
        return [person for person in told if person.name.rpartition(" ")[2] == word]

    def _find_acting_with_last(self, word: str) -> list[PersonName]:
        """The first name of nobody told that has this last word, where one of its words acts."""
        for run in self._runs_with(word):
            name = _unknown_name(self._written(run))
            if name and name.words[-1] == word and (self._acts(word) or self._acts(name.first)):
                return [PersonName(" ".join(name.words), Span(*run), "u")]
        return []

    def _find_with_first(self, word: str) -> list[PersonName]:
        runs = list(self._runs_with(word))
        told = [person for person in map(self._told, runs) if person and person.name.partition(" ")[0] == word]
        names = ((run, _unknown_name(self._written(run))) for run in runs)
        acting = [
            person
            for run, name in names
            if name and name.words[0] == word
            for person in self._with_last(name.words[-1])
            if person.span == run
        ]
        return told + acting

    def _acts(self, word: str) -> bool:
        return remembered(self._acting, word, self._find_acts, word)

    def _find_acts(self, word: str) -> bool:
        """Does the word alone speak or act somewhere?"""
        text = self.article.text
        for start, end in self._runs_with(word):
            written = text[start:end]
            if written.split()[-1] == word and _ACTS.match(text, end):
                return True
            if written == word and text[end : end + 1] in (".", ",") and _SPOKE.search(text, max(0, start - 6), start):
                return True
        return False


def capitalised_runs(text: str, sentence: Span) -> list[Run]:
    """Capitalised words in a row, up to six ("Foreign Minister Ann Lee"); a headline's run is parted at its verb."""
    runs: list[Run] = []
    for match in _RUN.finditer(text, *sentence):
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


class _ReadName(NamedTuple):
    """A name, and how many characters behind the start of the capitalised words it begins."""

    name: str
    offset: int
    gender: Gender


@lru_cache(maxsize=32768)
def _read_name(written: str) -> _ReadName | None:
    """The name in capitalised words, of a person with a title or a known given name, or a single word that may be a
    known person's last name."""
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
    return _ReadName(" ".join(rest), offset, _gender(titled, rest[0]))


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


class _UnknownName(NamedTuple):
    """words: of a name that nothing tells to be a person's; first: the word that it begins with, a title perhaps."""

    words: tuple[str, ...]
    first: str


@lru_cache(maxsize=32768)
def _unknown_name(written: str) -> _UnknownName | None:
    """A name of two to four words that may be a person's."""
    words = written.split()
    if len(words) > 1 and (words[0] in _NO_NAMES or is_function_word(words[0].lower())):
        words = words[1:]
    if not 1 < len(words) < 5:
        return None
    name = [*words[title_length(words) : -1], without_possessive(words[-1])]
    return _UnknownName(tuple(name), words[0]) if _may_be_person(name) else None


def _may_be_person(words: Sequence[str]) -> bool:
    if len(words) < 2 or words[-1].lower() in SOURCE_BODIES or words[-1] in _NO_NAMES or words[0] in _NO_NAMES:
        return False
    if any(is_function_word(w.lower()) or w.isupper() for w in words):
        return False
    name = " ".join(words)
    return organisation(name) is None and source_type(name, None, name) is None and organisation(words[-1]) is None
