"""What each sentence says besides its figures: its words and names, incident, site, the day on which it was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.crosscheck.columns import CodeBook
from claimtrack.crosscheck.vocabulary import Vocabulary, load_vocabulary
from claimtrack.language.inflection import singular

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

WORDS_KEPT = 16
WORD = re.compile(r"[^\W\d_][\w’'-]*")
Said = tuple[str, int] | None  # the day of the week, and from which character on it holds (-1: everywhere)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A row is a sentence. words: codes, 0 = none (n × WORDS_KEPT); names: which of them have a capital.

    incident, site: bits of vocabulary.toml. cumulative: the sentence gives totals up to now.
    """

    words: Codes
    names: Flags
    incident: Ints
    site: Ints
    cumulative: Flags
    said: list[Said]


def read_sentences(sentences: Sequence[str]) -> SentenceWords:
    """What the sentences say, in their order."""
    import numpy as np

    vocabulary, count = load_vocabulary(), len(sentences)
    words, names = np.zeros((count, WORDS_KEPT), np.int32), np.zeros((count, WORDS_KEPT), np.bool_)
    incident, site = np.zeros(count, np.int64), np.zeros(count, np.int64)
    cumulative = np.zeros(count, np.bool_)
    known = _Words(vocabulary)
    for row, sentence in enumerate(sentences):
        kept, incident[row], site[row] = known.of(sentence)
        width = min(len(kept), WORDS_KEPT)
        words[row, :width], names[row, :width] = list(kept)[:width], list(kept.values())[:width]
        cumulative[row] = vocabulary.cumulative.search(sentence.lower()) is not None
    return SentenceWords(words, names, incident, site, cumulative, [_said(text, vocabulary) for text in sentences])


def _phrases(bits: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(phrase, bit) for phrase, bit in bits.items() if " " in phrase]


class _Words:
    """The words of sentences; what a word is worth is looked up once, however many sentences have it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.codes = CodeBook([""])
        self.known: dict[str, tuple[int, int, int]] = {}
        self.incidents, self.sites = _phrases(vocabulary.incidents), _phrases(vocabulary.sites)

    def of(self, sentence: str) -> tuple[dict[int, bool], int, int]:
        """Codes of the words that tell something (true: a capital), and the bits of incidents and of sites."""
        kept: dict[int, bool] = {}
        incident = site = 0
        for written in WORD.findall(sentence):
            found = self.known.get(written)
            if found is None:
                found = self.known[written] = self._read(written)
            if found[0]:
                kept[found[0]] = written[0].isupper()
            incident |= found[1]
            site |= found[2]
        lower = sentence.lower()
        for phrase, bit in self.incidents:
            incident |= bit * (phrase in lower)
        for phrase, bit in self.sites:
            site |= bit * (phrase in lower)
        return kept, incident, site

    def _read(self, written: str) -> tuple[int, int, int]:
        plain = written.lower().removesuffix("'s").removesuffix("’s")
        code = 0 if plain in self.vocabulary.stop or len(plain) < 3 else self.codes(_stem(plain))
        return code, self.vocabulary.incidents.get(plain, 0), self.vocabulary.sites.get(plain, 0)


def _stem(word: str) -> str:
    """The word without its ending: "identified" and "identifies" meet, no more than that."""
    plain = singular(word)
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) > len(ending) + 3:
            return plain.removesuffix(ending).rstrip("e")
    return plain.rstrip("e")


def _said(sentence: str, vocabulary: Vocabulary) -> Said:
    """The day of the week on which the sentence says that it was said, and where the words end before which that holds.

    "the ministry said on Tuesday": everywhere (-1). "On Tuesday the ministry said 9,900": for figures from there on.
    """
    if "day" not in sentence:
        return None
    found = vocabulary.said_then.search(sentence)
    if found:
        return found[1].lower(), -1
    found = vocabulary.then_said.search(sentence)
    return (found[1].lower(), found.end()) if found else None


def of_documents(document: Codes, bits: Ints) -> Ints:
    """For each claim its own bits, where it has none those that any claim of its document has."""
    import numpy as np

    if not len(document):
        return bits
    together = np.zeros(int(document.max()) + 1, np.int64)
    np.bitwise_or.at(together, document, bits)
    return np.where(bits != 0, bits, together[document])


def stories_of(document: Codes, words: Codes) -> Codes:
    """For each claim, the words that its document's sentences have most, WORDS_KEPT of them."""
    import numpy as np

    if not len(document):
        return words
    documents = int(document.max()) + 1
    keys = (document[:, None].astype(np.int64) << 32 | words)[words > 0]
    unique, counts = np.unique(keys, return_counts=True)
    del keys
    owner, word = (unique >> 32).astype(np.int32), (unique & 0xFFFFFFFF).astype(np.int32)
    order = np.lexsort((word.astype(np.uint32) * np.uint32(2654435761), -counts, owner))
    owner, word = owner[order], word[order]
    rank = np.arange(len(owner)) - np.searchsorted(owner, np.arange(documents))[owner]
    table = np.zeros((documents, WORDS_KEPT), np.int32)
    kept = rank < WORDS_KEPT
    table[owner[kept], rank[kept]] = word[kept]
    return table[document]
