"""What the cross-check needs to know of each claim, as arrays: a row of the claims table is a position in each of them.

Nothing here looks at two claims at once; measure, part and incident are derived from the words of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.features.amounts import Amounts, read_amounts
from claimtrack.crosscheck.features.columns import CodeBook, codes_of, factorized, per_text
from claimtrack.crosscheck.features.counted import Counted, counts_points, read_counted
from claimtrack.crosscheck.features.kinds import TOTAL, UNSURE, Kinds, kind_names, read_kinds
from claimtrack.crosscheck.features.moments import Moments, read_moments
from claimtrack.crosscheck.features.sentence_words import Sentences, of_documents, read_sentences, stories_of
from claimtrack.crosscheck.features.surroundings import Marks, read_surroundings
from claimtrack.crosscheck.settings import load_vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

COLUMNS = (
    "claim_id", "doc_id", "text_hash", "title", "publisher", "published", "story_id", "wire", "surface", "start", "end",
    "sentence", "section", "value", "low", "high", "qualifier", "hedge", "unit", "kind", "counted", "predicate",
    "measure", "part_of", "place", "country", "place_precision", "when_text", "as_of", "date_precision", "source",
    "source_text", "source_role", "via", "modality",
)  # fmt: skip

MODALITIES = ("asserted", "denied", "possible", "planned")


@dataclass(frozen=True)
class Features(Amounts, Kinds, Counted, Marks, Moments):
    """A position is a claim; codes are numbers that stand for texts, -1 (or 0 where said) for none.

    thing: the kind of persons, else the unit, which is surer than the kind.
    places: base names, n × 2.
    words: of the sentence (names: which of them have a capital), story: of the article (n × WORDS_KEPT), 0 = none.
    """

    thing: Codes
    cumulative: Flags
    places: Codes
    country: Codes
    wide: Flags
    source: Codes
    document: Codes
    sentence: Codes
    modality: Codes
    words: Codes
    names: Flags
    story: Codes
    incident: Ints
    site: Ints

    def __len__(self) -> int:
        return len(self.kind)


def read_features(claims: pd.DataFrame) -> Features:
    """The features of the claims (the columns COLUMNS of the table), in their order."""
    import numpy as np

    names, points = kind_names(claims), counts_points(claims)
    kinds, amounts = read_kinds(names, points), read_amounts(claims)
    sentence, sentences = factorized(claims["sentence"])
    document, _ = factorized(claims["doc_id"].astype("string") + "\n" + claims["text_hash"].astype("string"))
    said = read_sentences(sentences)
    words = said.words[sentence]
    changes = points | (claims["counted"].isna().to_numpy() & (kinds.kind == UNSURE))
    told = Sentences(sentence, document, sentences, said)
    around = read_surroundings(claims, names, changes, told)
    moments = read_moments(claims, around, told, kinds.behaviour == TOTAL)
    parts = amounts, kinds, read_counted(claims, names, around.among), around.marks, moments
    persons = claims["unit"].astype("string").fillna("people").to_numpy() == "people"
    return Features(
        **{field.name: getattr(part, field.name) for part in parts for field in fields(part)},
        thing=np.where(persons, -1 - kinds.kind, amounts.unit).astype(np.int32),
        cumulative=said.cumulative[sentence] | claims["measure"].eq("total").to_numpy(np.bool_, na_value=False),
        places=_places(claims["place"]), country=codes_of(claims["country"]),
        wide=claims["place_precision"].astype("string").fillna("").to_numpy() == "country",
        source=_sources(claims), modality=codes_of(claims["modality"], MODALITIES),
        document=document, sentence=sentence, words=words, names=said.names[sentence],
        story=stories_of(document, words),
        incident=of_documents(document, said.incident[sentence]), site=said.site[sentence],
    )  # fmt: skip


def _places(places: pd.Series[Any]) -> Codes:
    """The codes of up to two base names of each place ("Türkiye and Syria", "eastern Libya"), -1 for none."""
    import numpy as np

    names, directions = CodeBook(), load_vocabulary().directions

    def read(place: str) -> tuple[float, ...]:
        bases = []
        for part in re.split(r"\s+and\s+", place.lower().partition(",")[0]):
            kept = [word for word in part.split() if word not in directions]
            bases.append(" ".join(kept) or part)
        codes = [names(base) for base in dict.fromkeys(bases)][:2]
        return codes[0], codes[1] if len(codes) > 1 else -1

    return np.column_stack([column.astype(np.int32) for column in per_text(places, read, (-1, -1))])


def _sources(claims: pd.DataFrame) -> Codes:
    """Codes of the names cited. A spokesman and his body are two here: they may contradict one another."""
    import numpy as np

    names = CodeBook()

    def read(source: str) -> tuple[float, ...]:
        return (names(source.casefold().removeprefix("the ")),)

    codes: Codes = per_text(claims["source"].fillna(claims["source_text"]), read, (-1,))[0].astype(np.int32)
    return codes
