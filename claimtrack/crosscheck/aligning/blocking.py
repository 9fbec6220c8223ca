"""Which pairs of claims are worth a look: those that share a key. The work grows with the claims, not their square.

Each claim has a few keys (what is counted where; the number itself; its document). Claims of one key are a block; a
small block is looked at pair by pair, in a large one each claim meets its nearest neighbours by time and by number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.crosscheck.features import Features, is_rare
from claimtrack.crosscheck.settings import load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

DAYS_OF_A_NUMBER = 7  # how far apart two mentions of the same number may be to meet by it alone


def block_keys(features: Features) -> list[tuple[Ints, Ints]]:
    """The keys as (claim, key) arrays, one pair of arrays a rule; a claim may have a key twice or not at all.

    thing-and-place: kind, class counted, country (the place where no country is known).
    number-and-time: each number of the claim; one that is hardly given by chance in the week of its document and the
    week after, a common one ("three", "2,000") with its kind or unit on the day of its document.
    document: kind and document, so that what one writer keeps apart is known.
    """
    import numpy as np

    claim = np.arange(len(features))
    where = np.where(features.country >= 0, features.country, -2 - features.places[:, 0])
    thing = _hash(features.kind, features.heads[:, 0], where)
    numbers: list[Ints] = []
    owners: list[Ints] = []
    seen: list[Floats] = []
    day = np.floor(np.nan_to_num(features.published, nan=0.0)).astype(np.int64)
    week = day // DAYS_OF_A_NUMBER
    rare = is_rare(features.written)
    for number in (features.value, features.low, features.high):
        fresh = ~np.isnan(number)
        for other in seen:
            fresh &= number != other
        seen.append(number)
        bits = np.round(np.nan_to_num(number), 3).view(np.int64)
        for shift in (0, 1):
            chosen = fresh & rare
            owners.append(claim[chosen])
            numbers.append(_hash(bits[chosen], week[chosen] + shift, np.full(int(chosen.sum()), 7)))
        common = fresh & ~rare
        owners.append(claim[common])
        numbers.append(_hash(bits[common], day[common], features.thing[common]))
    return [
        (claim, thing),
        (np.concatenate(owners), np.concatenate(numbers)),
        (claim, _hash(features.document, features.kind, np.full(len(claim), 11))),
    ]


def candidate_pairs(features: Features) -> tuple[Ints, Ints]:
    """The pairs to look at, each once, the smaller position first, in order."""
    import numpy as np

    settings = load_settings()
    best = np.nan_to_num(features.best)
    moment = np.nan_to_num(features.moment)
    count = np.int64(max(len(features), 1))
    found: list[Ints] = [np.zeros(0, np.int64)]
    for owner, key in block_keys(features):
        orders = (
            np.lexsort((owner, best[owner], moment[owner], key)),
            np.lexsort((owner, moment[owner], best[owner], key)),
        )
        for place, order in enumerate(orders):
            members, keys = owner[order], key[order]
            size = _block_sizes(keys)
            small = size <= settings.all_pairs_up_to
            for step in range(1, settings.all_pairs_up_to):
                same = keys[step:] == keys[:-step]
                reach = (
                    small[:-step] & (place == 0)
                    if step > settings.neighbours
                    else small[:-step] & (place == 0) | ~small[:-step]
                )
                same &= reach
                if not same.any():
                    break
                first, second = members[:-step][same], members[step:][same]
                low, high = np.minimum(first, second), np.maximum(first, second)
                found.append((low * count + high)[low != high])
            found = [_distinct(np.concatenate(found))]
    return found[0] // count, found[0] % count


def _distinct(pairs: Ints) -> Ints:
    import numpy as np

    pairs.sort()
    return pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs


def _block_sizes(keys: Ints) -> Ints:
    """For each place of sorted keys, how many places have its key."""
    import numpy as np

    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    return np.repeat(sizes, sizes)


def _hash(*parts: NDArray[np.integer]) -> Ints:
    """One 64-bit number for the parts of each row; two different rows share one by chance once in 2**64."""
    import numpy as np

    mixed = np.full(len(parts[0]), 0x9E3779B97F4A7C15, np.uint64)
    for part in parts:
        mixed ^= part.astype(np.int64).view(np.uint64)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(32)
    return mixed.view(np.int64)
