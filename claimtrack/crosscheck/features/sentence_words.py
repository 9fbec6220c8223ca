"""What each sentence says besides its figures: its words and names, incident, site, the day on which it was said."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.crosscheck.features.columns import CodeBook
from claimtrack.crosscheck.settings import WORD, Vocabulary, load_vocabulary
from claimtrack.language.inflection import singular

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

WORDS_KEPT = 16
Said = tuple[str, int] | None  # the day of the week, and from which character on it holds (-1: everywhere)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A row is a sentence. words: codes, 0 = none (n × WORDS_KEPT); names: which of them have a capital.

    incident, site: bits of vocabulary.toml; cues: bits of settings. cumulative: the sentence gives totals up to now.
    """

    words: Codes
    names: Flags
    incident: Ints
    site: Ints
    cues: Ints
    cumulative: Flags
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Sentences:
    """sentence: the code of each claim's; texts and words: of each code."""

    sentence: Codes
    document: Codes
    texts: Sequence[str]
    words: SentenceWords


def read_sentences(sentences: Sequence[str]) -> SentenceWords:
    """What the sentences say, in their order."""
    import numpy as np

    vocabulary, known = load_vocabulary(), _Words()
    codes, capitals, widths, incident, site, cues = array("i"), bytearray(), array("i"), *(array("q") for _ in range(3))
    for sentence in sentences:
        kept, incidents, sites, cue = known.of(sentence)
        codes.extend(islice(kept, WORDS_KEPT))
        capitals.extend(islice(kept.values(), WORDS_KEPT))
        widths.append(min(len(kept), WORDS_KEPT))
        incident.append(incidents)
        site.append(sites)
        cues.append(cue)
    words, names = np.zeros((len(sentences), WORDS_KEPT), np.int32), np.zeros((len(sentences), WORDS_KEPT), np.bool_)
    filled = np.arange(WORDS_KEPT) < np.array(widths)[:, None]
    words[filled], names[filled] = codes, np.frombuffer(capitals, np.bool_)
    cumulative = np.array([_gives_totals(text.lower(), vocabulary) for text in sentences], np.bool_)
    said = [_said(text, vocabulary) for text in sentences]
    of_incident, of_site, of_cue = (np.array(column, np.int64) for column in (incident, site, cues))
    return SentenceWords(words, names, of_incident, of_site, of_cue, cumulative, said)


def _gives_totals(sentence: str, vocabulary: Vocabulary) -> bool:
    """Does a sentence (lower case) give totals up to now?"""
    may_do = any(phrase in sentence for phrase in vocabulary.cues.totals)
    return may_do and vocabulary.cues.cumulative.search(sentence) is not None


def _phrases(bits: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(phrase, bit) for phrase, bit in bits.items() if " " in phrase]


class _Words:
    """The words of sentences; what a word is worth is looked up once, however many sentences have it."""

    def __init__(self) -> None:
        self.vocabulary = vocabulary = load_vocabulary()
        self.codes = CodeBook([""])
        self.known: dict[str, tuple[int, bool, int, int, int] | None] = {}
        self.incidents, self.sites = _phrases(vocabulary.incidents), _phrases(vocabulary.sites)

    def of(self, sentence: str) -> tuple[dict[int, bool], int, int, int]:
        """Codes of the words that tell something (true: a capital), and the bits of incidents, of sites, of cues."""
        kept: dict[int, bool] = {}
        incident = site = cue = 0
        for written in WORD.findall(sentence):
            if written in self.known:
                found = self.known[written]
            else:
                found = self.known[written] = self._read(written)
            if found is None:
                continue
            code, capital, incidents, sites, cues = found
            if code:
                kept[code] = capital
            incident |= incidents
            site |= sites
            cue |= cues
        lower = sentence.lower()
        for phrase, bit in self.incidents:
            incident |= bit * (phrase in lower)
        for phrase, bit in self.sites:
            site |= bit * (phrase in lower)
        return kept, incident, site, cue

    def _read(self, written: str) -> tuple[int, bool, int, int, int] | None:
        """The word's code (0: it tells nothing), whether it has a capital, its bits; None where it is worth nothing."""
        plain = written.lower().removesuffix("'s").removesuffix("’s")
        code = 0 if plain in self.vocabulary.stop or len(plain) < 3 else self.codes(_stem(plain))
        incidents, sites = self.vocabulary.incidents.get(plain, 0), self.vocabulary.sites.get(plain, 0)
        cues = self.vocabulary.cues.of_sentences.get(plain, 0)
        tells = code or incidents or sites or cues
        return (code, written[0].isupper(), incidents, sites, cues) if tells else None


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
    found = vocabulary.times.said_then.search(sentence)
    if found:
        return found[1].lower(), -1
    found = vocabulary.times.then_said.search(sentence)
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
