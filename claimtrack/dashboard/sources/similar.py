"""Names of sources that may be one: spelt differently, shortened, or written as initials. They are only suggested."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

MOST_COMPARED = 5_000  # names, the most cited ones
MOST_SHARING = 25  # a word that more names have tells nothing
ALIKE = 0.88  # of difflib's ratio
SHORTEST_INITIALS = 3
WORDS = re.compile(r"[^\W_]+")
SMALL = frozenset(("the", "of", "for", "and", "in", "on", "to", "a", "an", "al", "el", "de", "la", "le", "von", "van"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """name may be another name of kept. why: in words."""

    name: str
    kept: str
    why: str


def similar_names(claims_of: Mapping[str, int]) -> list[Likeness]:
    """Pairs of names that may be one source, those with most claims first; claims_of: name → its claims.

    A short name that would fit several longer ones is not suggested.
    """
    names = sorted(claims_of, key=lambda name: (-claims_of[name], name))[:MOST_COMPARED]
    found: defaultdict[str, dict[str, Likeness]] = defaultdict(dict)
    for one, other in _candidates(names):
        likeness = _likeness(one, other, claims_of)
        if likeness is not None:
            found[likeness.name][likeness.kept] = likeness
    clear = [next(iter(kept.values())) for kept in found.values() if len(kept) == 1]
    return sorted(clear, key=lambda pair: (-claims_of[pair.name] - claims_of[pair.kept], pair.name))


def _candidates(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs that share a rare word, or of which one may be the other's initials."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        words = _words(name)
        for word in {*words, _initials(name)} - SMALL:
            having[word].append(name)
    seen: set[frozenset[str]] = set()
    for sharing in having.values():
        if len(sharing) > MOST_SHARING:
            continue
        for one, other in combinations(sharing, 2):
            pair = frozenset((one, other))
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _likeness(one: str, other: str, claims_of: Mapping[str, int]) -> Likeness | None:
    words, other_words = _words(one), _words(other)
    if words == other_words or sorted(words) == sorted(other_words):
        name, kept = sorted((one, other), key=lambda name: (claims_of[name], name))
        return Likeness(name, kept, "spelt differently")
    short, long = sorted((one, other), key=lambda name: (len(_words(name)), len(name), name))
    if _plain(short).replace(" ", "") == _initials(long) and len(_initials(long)) >= SHORTEST_INITIALS:
        return Likeness(short, long, "its initials")
    if _shortens(short, long):
        return Likeness(short, long, "a shorter form")
    if SequenceMatcher(None, " ".join(words), " ".join(other_words)).ratio() >= ALIKE:
        name, kept = sorted((one, other), key=lambda name: (claims_of[name], name))
        return Likeness(name, kept, "nearly the same letters")
    return None


def _shortens(short: str, long: str) -> bool:
    """Whether a name is a part of a longer one: a surname; "United Nations" is another body than its refugee agency."""
    words, longer = _words(short), _words(long)
    if not set(words) < set(longer) or not any(word[:1].isupper() for word in WORDS.findall(short)):
        return False
    return len(words) == 1 or longer[: len(words)] != words


def _words(name: str) -> list[str]:
    """The words that tell names apart, without accents, capitals and small words."""
    words = WORDS.findall(_plain(name))
    return [word for word in words if word not in SMALL] or words


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name)) if len(_words(name)) >= SHORTEST_INITIALS else ""


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character)).replace(".", "")
