"""The bodies that an article names: names of several words, and what acronyms stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimtrack.attribution.capitals import CAPITALISED, FIRST_CAPITALISED, CapitalisedWords, without_possessive
from claimtrack.attribution.remembered import remembered
from claimtrack.attribution.titles import DATA, title_length
from claimtrack.language import Article
from claimtrack.language.words import CLOSED, NOT_ADVERBS, VERBS
from claimtrack.model import Span

_TIE = r"(?:of|for|the|de|du|des)"
_BODY = re.compile(
    rf"{FIRST_CAPITALISED}(?=[ \u00a0](?:[^\Wa-z]|&|and\b|{_TIE}\b))"
    rf"(?:[ \u00a0](?:(?:{_TIE}[ \u00a0]){{1,2}}|&[ \u00a0])?{CAPITALISED}|(?<=[ \u00a0]for[ \u00a0]){CAPITALISED})*"
    rf"(?:(?<=\w)[ \u00a0]and[ \u00a0]{CAPITALISED})?"
)
_ACRONYM = re.compile(r"[(,]\s?(?:the\s|known as\s(?:the\s)?|or\s)?([A-Z]{2,7})\b[),]")
_NAME_BEFORE = re.compile(r"(?<![\w’-])(?:[A-Z][\w’-]+(?:\s(?:of|for|the|and|on|in|&)){0,2}\s){1,7}[A-Z][\w’-]+\s?\Z")
_REACH_BACK = 200  # characters of the words whose initials an acronym may be
_SHORTEST, _LONGEST = 2, 8  # words of a body's name

Body = tuple[str, Span]
"""A name and where it stands."""


@dataclass(frozen=True)
class Bodies:
    """The names of several words in one article, those of persons too; sentences are read when asked for."""

    article: Article
    capitalised: CapitalisedWords
    _found: dict[int, list[Body]] = field(default_factory=dict, repr=False)

    def with_word(self, lower: str) -> Iterator[Body]:
        """Those that hold a word (in small letters), in text order."""
        for sentence in self.capitalised.sentences_with(lower):
            for body in self._in_sentence(sentence):
                if lower in body[0].lower().split():
                    yield body

    def _in_sentence(self, sentence: int) -> list[Body]:
        text, span = self.article.text, self.article.sentences[sentence]
        return remembered(self._found, sentence, find_bodies, text, span)


def find_bodies(text: str, sentence: Span) -> list[Body]:
    """The names of several words in a sentence."""
    found: list[Body] = []
    for match in _BODY.finditer(text, *sentence):
        words = _without_lead(without_possessive(match[0]).split())
        if "and" in words and not {"for", "of"} & set(words[: words.index("and")]):
            words = words[: words.index("and")]
        if _SHORTEST <= len(words) <= _LONGEST and len(words) - title_length(words) > 1:
            found.append((" ".join(words), Span(text.find(words[0], match.start()), match.end())))
    return found


def _without_lead(words: list[str]) -> list[str]:
    """Without what only begins a sentence ("The", "Citing") or a day in front of the name."""
    first = 0
    while first < len(words) and _leads(words[first]):
        first += 1
    return words[first:]


def _leads(word: str) -> bool:
    lower = word.lower()
    adverb = lower.endswith("ly") and lower not in NOT_ADVERBS
    function = CLOSED.get(lower, "N") != "N"  # an adjective may begin a name: "New York Times", "High Court"
    return function or adverb or (word.endswith("ing") and lower in VERBS) or word in DATA["days"]


def find_acronyms(text: str) -> dict[str, str]:
    """ "World Health Organization (WHO)": acronym → the words in front of it whose initials make it."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - _REACH_BACK), match.start())
        words = _expansion(name[0].split(), match[1]) if name else ""
        if words:
            found[match[1]] = words
    return found


def _expansion(parts: list[str], acronym: str) -> str:
    for first, part in enumerate(parts):
        if part[0].isupper() and "".join(p[0] for p in parts[first:] if p[0].isupper()) == acronym:
            return " ".join(parts[first:])
    return ""
