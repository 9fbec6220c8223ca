"""Who tells of both, and in what words: sources, sentences and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.aligning.pairs import Pairs
from claimtrack.crosscheck.comparing import distance
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]


def source(pair: Pairs) -> Floats:
    """The same source, or two that are set against each other, or two that each tell of their own."""
    import numpy as np

    f, points = pair.features, load_settings().points
    own = f.own[pair.a] & f.own[pair.b] & ~pair.fit
    same = np.where(pair.fit, points["source_same_fit"], points["source_same"])
    beside = np.where(pair.same_document, points["source_beside"], 0.0)
    other = np.where(own, points["source_own"], np.where(pair.same_sentence, points["source_against"], beside))
    return np.where(pair.both(f.source), np.where(pair.same_source, same, other), 0.0)


def words(pair: Pairs) -> Floats:
    import numpy as np

    return np.where(pair.same_sentence, 0.0, load_settings().points["words"] * pair.common_words)


def story(pair: Pairs) -> Floats:
    import numpy as np

    return np.where(pair.same_document, 0.0, load_settings().points["story"] * pair.common_story)


def rival(pair: Pairs) -> Floats:
    """Each sentence names somebody whom the other does not: in shares and votes, and where no place says what is meant
    ("Google cuts 12,000 jobs", "Microsoft cuts 10,000")."""
    import numpy as np

    f = pair.features
    placeless = (f.places[pair.a, 0] < 0) & (f.places[pair.b, 0] < 0)
    asked = ~pair.fit & (f.rivals[pair.a] & f.rivals[pair.b] | placeless | (f.anything[pair.a] & ~pair.same_document))
    found = np.zeros(len(asked))
    found[asked] = np.where(pair.of(asked).name_others, load_settings().points["rival_other"], 0.0)
    return found


def strangers(pair: Pairs) -> Floats:
    """Two articles with too few words in common to speak of one thing."""
    import numpy as np

    f, akin = pair.features, load_settings().akin
    gap = np.nan_to_num(np.abs(f.moment[pair.a] - f.moment[pair.b]))
    one_sort = ((f.incident[pair.a] & f.incident[pair.b]) != 0) & (gap <= akin["one_incident"])
    in_common = np.where(pair.fit & pair.rare, akin["rare"], akin["common"])
    loose = ~pair.fit | (distance(f, pair.a, pair.b) > akin["the_same"]) | pair.common
    in_common = np.where((gap > akin["near"]) & loose, akin["far"], in_common)
    named = pair.counted.same | (pair.same(f.fate) & (f.fate[pair.a] != 0))
    least = np.where(_anything(pair) & ~(one_sort & named), in_common, akin["event"])
    asked = ~pair.same_document & (_anything(pair) | ((gap > akin["near"]) & ~one_sort))
    unlike = asked & (np.maximum(pair.common_words, pair.common_story) < least)
    return np.where(unlike, load_settings().points["strangers"], 0.0)


def beside(pair: Pairs) -> Floats:
    """Two sentences of one article with too few words in common: it tells of many amounts and shares.

    The same figure in both is one, unless it is a share and each sentence names somebody whom the other does not.
    """
    import numpy as np

    f, akin = pair.features, load_settings().akin
    within = pair.same_document & ~pair.same_sentence & _anything(pair)
    shared_out = within & pair.fit & f.rivals[pair.a] & f.rivals[pair.b]
    shared_out[shared_out] = pair.of(shared_out).name_others
    differ = ~pair.fit | shared_out | (distance(f, pair.a, pair.b) > akin["the_same"])
    least = np.where(shared_out, akin["far"], np.where(pair.fit, akin["beside_fit"], akin["beside"]))
    return np.where(within & differ & (pair.common_words < least), load_settings().points["beside"], 0.0)


def _anything(pair: Pairs) -> Flags:
    """Of a kind that counts anything."""
    anything: Flags = pair.features.anything[pair.a] | pair.features.anything[pair.b]
    return anything
