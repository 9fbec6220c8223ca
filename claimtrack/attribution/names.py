"""Whom a short name means: the fullest form that the article has of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimtrack.attribution.bodies import Bodies, find_acronyms, find_bodies
from claimtrack.attribution.persons import (
    PersonName,
    Persons,
    Run,
    add_acting_persons,
    capitalised_runs,
    find_persons,
    without_possessive,
)
from claimtrack.attribution.source_types import organisation
from claimtrack.attribution.titles import HE, Gender, is_name_like, without_titles
from claimtrack.language import Article
from claimtrack.model import Span

_SENTENCES_BACK = 4  # how far before "he" the person may have been named


@dataclass(frozen=True)
class Names:
    """The names of one article, each kind read when first asked for."""

    article: Article

    @cached_property
    def _runs(self) -> list[Run]:
        return capitalised_runs(self.article.text)

    @cached_property
    def _plain_persons(self) -> Persons:
        return find_persons(self.article.text, self._runs)

    @cached_property
    def persons(self) -> Persons:
        """Those that a name or a title tells of, and those who only act like one."""
        add_acting_persons(self._plain_persons, self.article.text, self._runs)
        return self._plain_persons

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.persons.mentions]

    @cached_property
    def _by_full_name(self) -> dict[str, PersonName]:
        return {mention.name: mention for mention in reversed(self.persons.mentions)}

    @cached_property
    def _bodies(self) -> Bodies:
        return find_bodies(self.article.text)

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        return find_acronyms(self.article.text)

    @cached_property
    def _companies(self) -> list[tuple[str, Span]]:
        found: list[tuple[str, Span]] = []
        for start, end in self._runs:
            name = without_possessive(self.article.text[start:end])
            known = organisation(name)
            if known is not None and known.type == "company":
                found.append((name, Span(start, start + len(name))))
        return found

    def full_name(self, written: str, before: int) -> tuple[str, Span | None]:
        """The fullest form of a name as written, and where it stands; itself where the article has none or several.

        before: the position of the mention; a full name before it wins over one behind it.
        """
        name = without_titles(written)
        words = name.split()
        if not words:
            return written, None
        if len(words) == 1:
            found = self._of_one_word(name, before)
            if found is not None:
                return found
        if is_name_like(words):
            longer = self.body_named(words, None)
            if longer is not None:
                return longer
        return name, None

    def _of_one_word(self, name: str, before: int) -> tuple[str, Span | None] | None:
        """What an acronym, a last name or a first name stands for."""
        if name in self._acronyms:
            return self._acronyms[name], None
        found = self._persons_called(name)
        ahead = [person for person in found if person.span.start < before] or found
        if len({person.name for person in ahead}) == 1:
            return ahead[0].name, ahead[0].span
        if ahead and len({person.name.split()[0] for person in ahead}) == 1:
            longest = max(ahead, key=lambda person: len(person.name))
            return longest.name, longest.span
        known = organisation(name) if name.isupper() and len(name) > 1 else None
        if known is not None and known.name in self.article.text:
            at = self.article.text.index(known.name)
            return known.name, Span(at, at + len(known.name))
        return None

    def _persons_called(self, name: str) -> list[PersonName]:
        """By their last name, else by their first; who only acts like a person is looked for last."""
        return (
            self._plain_persons.by_last.get(name)
            or self.persons.by_last.get(name)
            or self.persons.by_first.get(name, [])
        )

    def _holds_person(self, name: str) -> bool:
        return any(person.name in name for word in name.split() for person in self.persons.by_last.get(word, ()))

    def body_named(self, words: Sequence[str], before: int | None) -> tuple[str, Span] | None:
        """The one body whose longer name ends in these words ("Red Crescent" → "Libyan Red Crescent"; "the court" →
        "Superior Electoral Court") or begins with two of them; None where the article has none or several.

        before: only names before this position count.
        """
        wanted = [word.lower() for word in words]
        found: dict[str, Span] = {}
        for name, span in self._bodies.get(wanted[-1], ()):
            is_ahead = before is None or span.start < before
            if is_ahead and _is_longer(name.lower().split(), wanted) and not self._holds_person(name):
                found.setdefault(name, span)
        longest = max(found, key=len, default=None)
        if longest is None or any(name.lower() not in longest.lower() for name in found):
            return None
        return longest, found[longest]

    def only_company(self, before: int) -> tuple[str, Span] | None:
        """The company that the article has named before the position, None where it has named none or several."""
        found: dict[str, Span] = {}
        for name, span in self._companies:
            if span.start < before:
                found.setdefault(name, span)
        return next(iter(found.items())) if len(found) == 1 else None

    def person_named(self, name: str) -> PersonName | None:
        """The first mention of the person with this full name."""
        return self._by_full_name.get(name)

    def person_before(self, pronoun: str, position: int) -> PersonName | None:
        """The person that "he" or "she" at the position may mean: the last one of that gender named shortly before."""
        wanted: Gender = "m" if pronoun in HE else "f"
        sentence = self.article.sentence_at(position)
        floor = self.article.sentences[max(0, sentence - _SENTENCES_BACK)].start
        starts, mentions = self._mention_starts, self.persons.mentions
        earlier = mentions[bisect_left(starts, floor) : bisect_left(starts, position)]
        return next((mention for mention in reversed(earlier) if mention.gender in (wanted, "u")), None)


def _is_longer(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Does the longer name end in the words, or begin with them and go on with "for" or "of"?"""
    length = len(wanted)
    if len(parts) <= length:
        return False
    begins = length > 1 and parts[:length] == wanted and parts[length] in ("for", "of")
    ends = parts[-length:] == wanted and parts[-length - 1] not in ("of", "for", "the")  # not "Readers of the Herald"
    return begins or ends
