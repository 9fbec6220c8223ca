"""Whom a short name means: the fullest form that the article has of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimtrack.attribution.bodies import Bodies, Body, find_acronyms
from claimtrack.attribution.capitals import CapitalisedWords, without_possessive
from claimtrack.attribution.persons import PersonName, Persons
from claimtrack.attribution.remembered import remembered
from claimtrack.attribution.source_types import organisation
from claimtrack.attribution.titles import HE, Gender, is_name_like, without_titles
from claimtrack.language import Article
from claimtrack.model import Span

_SENTENCES_BACK = 4  # how far before "he" the person may have been named


@dataclass(frozen=True)
class Names:
    """The names of one article, each kind read when first asked for."""

    article: Article
    _longer: dict[tuple[str, ...], list[Body]] = field(default_factory=dict, repr=False)

    @cached_property
    def _capitalised(self) -> CapitalisedWords:
        return CapitalisedWords(self.article)

    @cached_property
    def persons(self) -> Persons:
        return Persons(self.article, self._capitalised)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.article, self._capitalised)

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        return find_acronyms(self.article.text)

    @cached_property
    def _companies(self) -> dict[str, Span]:
        """Each company that is known, where it is first named."""
        found: dict[str, Span] = {}
        for sentence in range(len(self.article.sentences)):
            for start, end in self.persons.runs(sentence):
                name = without_possessive(self.article.text[start:end])
                known = organisation(name)
                if known is not None and known.type == "company":
                    found.setdefault(name, Span(start, start + len(name)))
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
        found = self.persons.called(name)
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

    def body_named(self, words: Sequence[str], before: int | None) -> tuple[str, Span] | None:
        """The one body whose longer name ends in these words ("Red Crescent" → "Libyan Red Crescent"; "the court" →
        "Superior Electoral Court") or begins with two of them; None where the article has none or several.

        before: only names before this position count.
        """
        wanted = tuple(word.lower() for word in words)
        found: dict[str, Span] = {}
        for name, span in remembered(self._longer, wanted, self._find_longer, wanted):
            if before is None or span.start < before:
                found.setdefault(name, span)
        longest = max(found, key=len, default=None)
        if longest is None or any(name.lower() not in longest.lower() for name in found):
            return None
        return longest, found[longest]

    def _find_longer(self, wanted: tuple[str, ...]) -> list[Body]:
        """The bodies with a longer name, each name where it first stands, but those that are called after a person."""
        found: dict[str, Span] = {}
        for name, span in self._bodies.with_word(wanted[-1]):
            if _is_longer(tuple(name.lower().split()), wanted):
                found.setdefault(name, span)
        return [(name, span) for name, span in found.items() if not self.persons.are_in(name)]

    def only_company(self, before: int) -> tuple[str, Span] | None:
        """The company that the article has named before the position, None where it has named none or several."""
        found = {name: span for name, span in self._companies.items() if span.start < before}
        return next(iter(found.items())) if len(found) == 1 else None

    def person_named(self, name: str) -> PersonName | None:
        """The first mention of the person with this full name."""
        words = name.split()
        called = self.persons.called(words[-1]) if words else []
        return next((person for person in called if person.name == name), None)

    def person_before(self, pronoun: str, position: int) -> PersonName | None:
        """The person that "he" or "she" at the position may mean: the last one of that gender named shortly before."""
        wanted: Gender = "m" if pronoun in HE else "f"
        here = self.article.sentence_at(position)
        for sentence in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
            mentions = self.persons.mentions(sentence)
            last = bisect_left(mentions, position, key=lambda mention: mention.span.start)
            found = next((mention for mention in reversed(mentions[:last]) if mention.gender in (wanted, "u")), None)
            if found is not None:
                return found
        return None


def _is_longer(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Does the longer name end in the words, or begin with them and go on with "for" or "of"?"""
    length = len(wanted)
    if len(parts) <= length:
        return False
    begins = length > 1 and parts[:length] == wanted and parts[length] in ("for", "of")
    ends = parts[-length:] == wanted and parts[-length - 1] not in ("of", "for", "the")  # not "Readers of the Herald"
    return begins or ends
