"""Who a source is: short names and pronouns resolved to the fullest name in the article, titles taken off."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from claimtrack.attribution.source_types import organisation, source_type
from claimtrack.language import Article
from claimtrack.language.people import SOURCE_BODIES
from claimtrack.language.tokens import VERBS, is_function_word
from claimtrack.model import Span

Gender = Literal["m", "f", "u"]

_DATA = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
_OFFICES, _INNER = frozenset(_DATA["titles"]), frozenset(_DATA["inner"])
_TITLES = _OFFICES | frozenset(_DATA["inside"])
_HE, _SHE = frozenset(_DATA["he"]), frozenset(_DATA["she"])
_MALE, _FEMALE = frozenset(_DATA["male"]), frozenset(_DATA["female"])
_PARTICLES = r"(?:de|del|della|der|den|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ben|abu|ter|ten|zu|y)"
_WORD = r"(?:(?:[A-Z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Lt|Col|Gen|Maj|Capt|Sgt|Cmdr|Adm|Rev|St|Jr)\.|[A-ZÀ-ÞŁŠŽ][\w’'-]*\w|[A-Z])"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:[ \u00a0](?:{_PARTICLES}[ \u00a0-]){{0,2}}{_WORD}){{0,5}}")
_TIE = r"(?:of|for|the|de|du|des)"
_BODY = re.compile(
    rf"(?<![\w-]){_WORD}(?:[ \u00a0](?:(?:{_TIE}[ \u00a0]){{1,2}}|&[ \u00a0])?{_WORD}|(?<=[ \u00a0]for[ \u00a0]){_WORD})*(?:(?<=\w)[ \u00a0]and[ \u00a0]{_WORD})?"
)
_ACRONYM = re.compile(
    r"((?:[A-Z][\w’-]+(?:\s(?:of|for|the|and|on|in|&)){0,2}\s){1,7}[A-Z][\w’-]+)\s?[(,]\s?(?:the\s|known as\s(?:the\s)?|or\s)?([A-Z]{2,7})\b[),]"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def given_names() -> dict[str, Gender]:
    """Given names of the world's news → gender ("u" where both)."""
    with files("claimtrack.language").joinpath("given_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["gender"] for row in csv.DictReader(lines)}  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's full name at its first mention, without titles."""

    name: str
    span: Span
    gender: Gender


@dataclass(frozen=True)
class Names:
    """The names of one article. persons, by_first: full names by their last and first word, in order of mention;
    acronyms: "WHO" → the words it stands for; mentions: every mention of a person, also by the last word alone;
    bodies: names of several words that are no person's, by each of their words in small letters."""

    article: Article
    persons: dict[str, list[PersonName]]
    by_first: dict[str, list[PersonName]]
    acronyms: dict[str, str]
    mentions: Sequence[PersonName] = field(default=())
    bodies: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)

    def full_name(self, written: str, before: int) -> tuple[str, Span | None]:
        """The fullest form of a name as written, and where it stands; itself where the article has none or several.

        before: the position of the mention; a full name before it wins over one behind it.
        """
        name = without_titles(written)
        words = name.split()
        if not words:
            return written, None
        if len(words) == 1:
            if name in self.acronyms:
                return self.acronyms[name], None
            found = self.persons.get(name) or self.by_first.get(name, [])
            ahead = [p for p in found if p.span.start < before] or found
            names = {p.name for p in ahead}
            if len(names) == 1:
                return ahead[0].name, ahead[0].span
            if len(names) > 1 and len({n.split()[0] for n in names}) == 1:
                longest = max(ahead, key=lambda p: len(p.name))
                return longest.name, longest.span
            known = organisation(name) if name.isupper() and len(name) > 1 else None
            if known is not None and known.name in self.article.text:
                at = self.article.text.index(known.name)
                return known.name, Span(at, at + len(known.name))
        if all(w[0].isupper() or w in _INNER for w in words):
            longer = self.body_named(words, None)
            if longer is not None:
                return longer
        return name, None

    def body_named(self, words: Sequence[str], before: int | None) -> tuple[str, Span] | None:
        """The one body whose longer name ends in these words ("Red Crescent" → "Libyan Red Crescent"; "the court" →
        "Superior Electoral Court") or begins with two of them; None where the article has none or several.

        before: only names before this position count.
        """
        wanted = [w.lower() for w in words]
        found: dict[str, Span] = {}
        for name, span in self.bodies.get(wanted[-1], ()):
            parts = name.lower().split()
            ends = parts[-len(wanted) :] == wanted
            begins = (
                len(wanted) > 1
                and parts[: len(wanted)] == wanted
                and parts[len(wanted) : len(wanted) + 1] in (["for"], ["of"])
            )
            if len(parts) > len(wanted) and (ends or begins) and (before is None or span.start < before):
                found.setdefault(name, span)
        longest = max(found, key=len, default=None)
        if longest is None or any(n.lower() not in longest.lower() for n in found):
            return None
        return longest, found[longest]

    def only_company(self, before: int) -> tuple[str, Span] | None:
        """The company that the article has named before the position, None where it has named none or several."""
        found: dict[str, Span] = {}
        for match in _RUN.finditer(self.article.text, 0, before):
            name = _POSSESSIVE.sub("", match[0])
            known = organisation(name)
            if known is not None and known.type == "company":
                found.setdefault(name, Span(match.start(), match.start() + len(name)))
        return next(iter(found.items())) if len(found) == 1 else None

    def person_before(self, pronoun: str, position: int, sentences_back: int = 4) -> PersonName | None:
        """The person that "he" or "she" at the position may mean: the last named one of that gender, none when the last
        two of one sentence fit equally."""
        wanted: Gender = "m" if pronoun in _HE else "f"
        sentence = self.article.sentence_at(position)
        floor = self.article.sentences[max(0, sentence - sentences_back)].start
        for mention in reversed(self.mentions):
            if mention.span.start >= position or mention.span.start < floor:
                continue
            if mention.gender in (wanted, "u"):
                return mention
        return None


def names_of(article: Article) -> Names:
    """Read the names of an article: persons by their given names and titles, acronyms by their parentheses."""
    text = article.text
    given = given_names()
    persons: dict[str, list[PersonName]] = {}
    by_first: dict[str, list[PersonName]] = {}
    mentions: list[PersonName] = []
    for match in _RUN.finditer(text):
        person = _person(match, given)
        if person is None:
            continue
        words = person.name.split()
        if len(words) > 1:
            persons.setdefault(words[-1], []).append(person)
            by_first.setdefault(words[0], []).append(person)
            mentions.append(person)
        elif words[0] in persons:
            known = persons[words[0]][0]
            mentions.append(PersonName(known.name, person.span, known.gender))
    recurring = _recurring(text)
    for match in _RUN.finditer(text):
        words = match[0].split()
        words = words[1:] if words[0] in _NO_NAMES or is_function_word(words[0].lower()) else words
        if not words:
            continue
        last = _POSSESSIVE.sub("", words[-1])
        if (
            1 < len(words) < 5
            and (last in recurring or words[0] in recurring)
            and last not in persons
            and _may_be_person(words, last)
        ):
            cut = _title_words(words)
            name = " ".join([*words[cut:-1], last])
            if " " in name:
                person = PersonName(name, Span(match.start(), match.end()), "u")
                persons.setdefault(last, []).append(person)
                by_first.setdefault(words[cut], []).append(person)
                mentions.append(person)
    mentions.sort(key=lambda m: m.span.start)
    acronyms = {m[2]: _clean_expansion(m[1], m[2]) for m in _ACRONYM.finditer(text)}
    return Names(
        article, persons, by_first, {a: x for a, x in acronyms.items() if x}, tuple(mentions), _bodies(text, persons)
    )


_ALONE = re.compile(
    rf"(?<![\w’'-])(?<![A-Z][a-z] )({_WORD}) (?:said|says|added|told|told|warned|also|has|had|was|is|did|will|would|wrote|noted)\b|\b(?:said|says|added) ({_WORD})[.,]"
)


def _recurring(text: str) -> frozenset[str]:
    """Capitalised words that speak or act alone somewhere ("Shalabayev also said"): the last names of persons, perhaps."""
    return frozenset(m[1] or m[2] for m in _ALONE.finditer(text))


def _may_be_person(words: Sequence[str], last: str) -> bool:
    cut = _title_words(words)
    rest = [*words[cut:-1], last]
    if any(is_function_word(w.lower()) for w in rest):
        return False
    if len(rest) < 2 or last.lower() in SOURCE_BODIES or last in _NO_NAMES or rest[0] in _NO_NAMES:
        return False
    name = " ".join(rest)
    return (
        organisation(name) is None
        and source_type(name, None, name) is None
        and organisation(last) is None
        and not any(w.isupper() for w in rest)
    )


_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_NO_NAMES = _DAYS | frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "State",
        "States",
        "House",
        "Senate",
        "Court",
        "Union",
        "Nations",
        "America",
        "Europe",
        "Times",
        "Post",
        "News",
        "Journal",
        "Street",
        "Islands",
        "Republic",
        "Kingdom",
        "East",
        "West",
        "North",
        "South",
        "City",
        "County",
        "Island",
        "Valley",
        "Front",
        "Party",
        "Council",
        "Office",
        "Committee",
        "Ministry",
    ]
)


def _bodies(text: str, persons: dict[str, list[PersonName]]) -> dict[str, list[tuple[str, Span]]]:
    """The names of several words that are no person's, by each word of them."""
    people = {p.name for found in persons.values() for p in found}
    found: dict[str, list[tuple[str, Span]]] = {}
    for match in _BODY.finditer(text):
        words = _POSSESSIVE.sub("", match[0]).split()
        while words and (
            is_function_word(words[0].lower())
            or (words[0].endswith("ing") and words[0].lower() in VERBS)
            or words[0] in _DAYS
        ):
            words = words[1:]
        if "and" in words and not {"for", "of"} & set(words[: words.index("and")]):
            words = words[: words.index("and")]
        name = " ".join(words)
        if not 2 <= len(words) <= 8 or len(words) - _title_words(words) < 2 or any(p in name for p in people):
            continue
        start = text.find(words[0], match.start())
        entry = (name, Span(start, match.end()))
        for word in {w.lower() for w in words}:
            found.setdefault(word, []).append(entry)
    return found


def _clean_expansion(words: str, acronym: str) -> str:
    """The words in front of "(WHO)" whose initials make it; empty where they do not."""
    parts = words.split()
    for first in range(len(parts)):
        initials = "".join(p[0] for p in parts[first:] if p[0].isupper())
        if initials == acronym and parts[first][0].isupper():
            return " ".join(parts[first:])
    return ""


def _person(match: re.Match[str], given: dict[str, Gender]) -> PersonName | None:
    words = match[0].split()
    cut = _name_start(words, given)
    titled, rest = words[:cut], words[cut:]
    if not rest:
        return None
    rest = [*rest[:-1], _POSSESSIVE.sub("", rest[-1])]
    start = match.start() + len(match[0]) - len(match[0].split(None, cut)[-1]) if cut else match.start()
    gender: Gender = given.get(rest[0].split("-")[0], "u")
    known = rest[0] in given or rest[0].split("-")[0] in given
    if titled:
        gender = "m" if any(t in _MALE for t in titled) else "f" if any(t in _FEMALE for t in titled) else gender
    if len(rest) > 1 and not known and not (titled and titled[-1] in _TITLES) and not _IS_INITIAL.fullmatch(rest[0]):
        return None
    if len(rest) > 1 and organisation(" ".join(rest)) is not None:
        return None
    return PersonName(" ".join(rest), Span(start, match.start() + len(match[0].rstrip())), gender)


def _name_start(words: Sequence[str], given: dict[str, Gender]) -> int:
    """Where the name begins behind titles and what else stands before a title ("Massachusetts Sen. Elizabeth Warren")."""
    for i in range(1, len(words) - 1):
        if words[i - 1] in _TITLES and words[i] in given and words[i] not in _TITLES:
            return i
    return _title_words(words)


_IS_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")


def _title_words(words: Sequence[str]) -> int:
    """How many words at the front are a title, which holds at least one office; the last word is never one."""
    k = last = 0
    while k < len(words) - 1:
        if words[k] in _TITLES:
            last = k + 1
        elif words[k] not in _INNER:
            break
        k += 1
    return last if any(w in _OFFICES for w in words[:last]) and words[last] not in _INNER else 0


_LEADING = re.compile(r"(?i)^(?:the|a|an|his|her|their|its|our|this|that|these|those|some|both)\s+")


def without_titles(written: str) -> str:
    """ "Secretary of State John Kerry" → "John Kerry"; "the Red Cross" → "Red Cross"."""
    name = _LEADING.sub("", " ".join(written.split()))
    words = name.split()
    if not all(w[0].isupper() or w in _INNER for w in words):
        return name
    cut = _title_words(words)
    rest = words[cut:]
    if (
        cut
        and rest
        and (rest[0] in given_names() or rest[0].split("-")[0] in given_names() or len(rest) <= 3)
        and organisation(name) is None
    ):
        return " ".join(rest)
    return name


def title_of(written: str) -> str | None:
    """The title in front of the name, as written: "Secretary of State"."""
    words = _LEADING.sub("", " ".join(written.split())).split()
    name = without_titles(written).split()
    return " ".join(words[: len(words) - len(name)]) or None if len(name) < len(words) else None
