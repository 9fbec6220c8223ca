"""Which documents of a run are near-copies of one text: one wire report in five papers is one story.

Each text is remembered as a few numbers (a MinHash of its pairs of words that stand together); texts that share some
of them are compared. The work and the memory grow with the documents, a kilobyte each, and a document is told at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from claimtrack.model import Document
from claimtrack.schema import COLUMNS, Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sketch = NDArray[np.uint32]

WORD = re.compile(r"\w+")
WORDS_READ = 120  # papers cut a wire report from its end
FEWEST_WORDS = 30  # shorter texts are copies only where all their words are the same
NUMBERS = 32
BANDS = 8  # of two numbers each: of texts that share half of their word pairs, nine in ten share a band
ALIKE = 0.55  # share of the numbers that near-copies have in common at least
DAYS = 7  # between the first text of a story and its copies
STORY = next(place for place, column in enumerate(COLUMNS) if column.name == "story_id")


@dataclass(frozen=True, slots=True)
class _First:
    """The first document of a story."""

    story_id: str
    published: datetime | None
    sketch: bytes


class Stories:
    """The stories of the documents seen so far.

    >>> stories = Stories()
    >>> report = "At least 40 people died when a ferry sank off the coast, the ministry said on Monday."
    >>> one, other = (Document(text=report, doc_id=paper) for paper in ("courier", "tribune"))
    >>> stories.of(one) == stories.of(other)
    True
    """

    def __init__(self) -> None:
        self._firsts: list[_First] = []
        self._known: dict[int, int] = {}

    def of(self, document: Document) -> str:
        """The story_id of a document, 16 hex digits, made from the story's first document."""
        words = WORD.findall(document.text.lower())[:WORDS_READ]
        sketch, keys = _sketch(words) if len(words) >= FEWEST_WORDS else _of_short(words)
        for key in keys:
            place = self._known.get(key)
            if place is not None and _is_copy(self._firsts[place], document, sketch):
                return self._firsts[place].story_id
        first = f"{document.doc_id}\n{document.text_hash}".encode("utf-8", "surrogatepass")
        story_id = hashlib.sha256(first).hexdigest()[:16]
        self._known |= dict.fromkeys(keys, len(self._firsts))
        self._firsts.append(_First(story_id, document.published, sketch))
        return story_id

    def marked(self, document: Document, rows: Sequence[Row]) -> list[Row]:
        """The rows of a document's claims with its story_id."""
        story = self.of(document)
        return [(*row[:STORY], story, *row[STORY + 1 :]) for row in rows]


def _is_copy(first: _First, document: Document, sketch: bytes) -> bool:
    import numpy as np

    if first.published and document.published and abs((document.published - first.published).days) > DAYS:
        return False
    if len(first.sketch) != len(sketch):
        return False
    one, other = (np.frombuffer(numbers, np.uint32) for numbers in (first.sketch, sketch))
    return bool((one == other).mean() >= ALIKE)


def _of_short(words: Sequence[str]) -> tuple[bytes, list[int]]:
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()[:8]
    return digest, [int.from_bytes(digest, "big")]


def _sketch(words: Sequence[str]) -> tuple[bytes, list[int]]:
    """The least of each of some scramblings of all word pairs, and a key for each band of them."""
    import numpy as np

    hashed = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)
    multipliers, offsets = _scramblings()
    pairs = hashed[:-1] * multipliers[-1] + hashed[1:]
    scrambled = (pairs[None, :] * multipliers[:NUMBERS, None] + offsets[:NUMBERS, None]) >> np.uint64(32)
    least = scrambled.min(1)
    bands = (least[0 : 2 * BANDS : 2] << np.uint64(32)) + least[1 : 2 * BANDS : 2]
    return least.astype(np.uint32).tobytes(), (bands * multipliers[:BANDS] + offsets[:BANDS]).tolist()


@cache
def _scramblings() -> tuple[Any, Any]:
    """Odd multipliers and offsets, one a number and one more, the same in every run."""
    import numpy as np

    drawn = np.random.default_rng(20_160_929).integers(0, 2**63, (2, NUMBERS + 1), dtype=np.uint64)
    return drawn[0] * np.uint64(2) + np.uint64(1), drawn[1]
