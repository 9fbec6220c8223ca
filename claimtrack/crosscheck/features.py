"""What the cross-check needs to know of each claim, as arrays: a row of the claims table is a position in each of them.

Nothing here looks at two claims at once; measure, part and incident are derived from the words of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.settings import load_settings
from claimtrack.crosscheck.vocabulary import Vocabulary, load_vocabulary
from claimtrack.language.inflection import singular

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Texts = list[str | None]

COLUMNS = (
    "claim_id", "doc_id", "text_hash", "title", "publisher", "published", "wire", "surface", "start", "end", "sentence",
    "section", "value", "low", "high", "qualifier", "unit", "kind", "counted", "predicate", "measure", "place",
    "country", "place_precision", "when_text", "as_of", "date_precision", "source", "source_text", "via", "modality",
)  # fmt: skip

BEHAVIOURS = ("total", "standing", "event", "fixed")
QUALIFIERS = ("exact", "approximate", "at_least", "at_most", "range", "vague")
MODALITIES = ("asserted", "denied", "possible", "planned")
WORDS_KEPT = 16
OWNERS_KEPT = 3
LEAST_RARE = 20
PRECISION_DAYS = {"minute": 0.0, "day": 0.0, "week": 7.0, "month": 31.0, "year": 366.0}

WORD = re.compile(r"[^\W\d_][\w’'-]*")
CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Features:
    """A position is a claim; codes are numbers that stand for texts, -1 (or 0 where said) for none.

    thing: the kind of persons, else the unit, which is surer than the kind.
    value, low, high: in the first unit of their dimension (one unit as written is `size` of it), nan where open.
    best: value, else a bound. rounding: half of the last digit as written. written: the best number as it stands.
    heads: the classes counted (n × 2), 0 = no more than the kind says. owners: n × 3. places: base names, n × 2.
    moment: days since 1970 for which the figure is told; event: the day on which it happened, nan where not said.
    words: of the sentence (names: which of them have a capital), story: of the article (n × WORDS_KEPT), 0 = none.
    """

    kind: Codes
    behaviour: Codes
    thing: Codes
    measured: Flags
    rivals: Flags
    unit: Codes
    dimension: Codes
    value: Floats
    low: Floats
    high: Floats
    best: Floats
    rounding: Floats
    size: Floats
    written: Floats
    qualifier: Codes
    heads: Codes
    owners: Codes
    fate: Codes
    own: Flags
    increment: Flags
    part: Flags
    cumulative: Flags
    places: Codes
    country: Codes
    wide: Flags
    moment: Floats
    published: Floats
    event: Floats
    event_slack: Floats
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


class _Codes:
    """Numbers for texts, in the order in which they come; the first given texts have the first numbers."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.of: dict[str, int] = {text: code for code, text in enumerate(first)}

    def __call__(self, text: str) -> int:
        return self.of.setdefault(text, len(self.of))


def read_features(claims: pd.DataFrame) -> Features:
    """The features of the claims (the columns COLUMNS of the table), in their order."""
    import numpy as np

    vocabulary, settings = load_vocabulary(), load_settings()
    count = len(claims)
    kinds = [str(kind) for kind in claims["kind"]]
    kind_codes = _Codes(["count"])
    kind = np.fromiter((kind_codes(name) for name in kinds), np.int32, count)
    behaviour_of = [BEHAVIOURS.index(vocabulary.behaviour.get(name, "standing")) for name in kind_codes.of]
    behaviour = np.array(behaviour_of or [0], np.int32)[kind] if count else np.zeros(0, np.int32)

    unit, dimension, size = _per_unique(claims["unit"], _unit_reader(vocabulary), (0, 0, 1.0))
    persons = claims["unit"].astype("string").fillna("people").to_numpy() == "people"
    numbers = [claims[name].to_numpy(np.float64, na_value=np.nan) for name in ("value", "low", "high")]
    qualifier = _codes_of(claims["qualifier"], QUALIFIERS)
    best = best_of(*numbers)
    rounding = _rounding(best, qualifier, kind == kind_codes.of.get("share", -9)) * size

    published, as_of = _days(claims["published"]), _days(claims["as_of"])
    sentence, sentences = _factorized(claims["sentence"])
    document, _ = _factorized(claims["doc_id"].astype("string") + "\n" + claims["text_hash"].astype("string"))
    context = _Contexts(claims, kinds, document, sentence, sentences, vocabulary)
    words, names, incident, site, said, cumulative = _read_sentences(sentences, vocabulary)
    story = _stories(document, words[sentence] if count else words)
    if count:
        own = incident[sentence]
        incident = np.where(own != 0, own, _main_incident(document, own))
        site, cumulative = site[sentence], cumulative[sentence]
    heads, owners = _read_counted(claims, kinds, context.among, vocabulary)
    places = np.column_stack(
        [column.astype(np.int32) for column in _per_unique(claims["place"], _place_reader(vocabulary), (-1, -1))]
    )
    moment, event, slack = _moments(claims, context, published, as_of, behaviour, said, sentence, sentences)
    measure = claims["measure"].astype("string").fillna("").to_numpy()
    return Features(
        kind=kind,
        behaviour=behaviour,
        thing=np.where(persons, -1 - kind, unit).astype(np.int32),
        measured=np.isin(kind, [kind_codes.of[name] for name in vocabulary.measured if name in kind_codes.of]),
        rivals=np.isin(kind, [kind_codes.of[name] for name in vocabulary.rivals if name in kind_codes.of]),
        unit=unit.astype(np.int32),
        dimension=dimension.astype(np.int32),
        value=numbers[0] * size,
        low=numbers[1] * size,
        high=numbers[2] * size,
        best=best * size,
        rounding=rounding,
        size=size,
        written=best,
        qualifier=qualifier,
        heads=heads,
        owners=owners,
        fate=np.array(context.fate, np.int32),
        own=np.array(context.own, np.bool_),
        increment=np.array(context.increment, np.bool_) | (measure == "change"),
        part=np.array(context.part, np.bool_) | claims["part_of"].notna().to_numpy()
        if "part_of" in claims
        else np.array(context.part, np.bool_),
        cumulative=cumulative | (measure == "total"),
        places=places,
        country=_codes_of(claims["country"]),
        wide=claims["place_precision"].astype("string").fillna("").to_numpy() == "country",
        moment=moment,
        published=published,
        event=event,
        event_slack=slack + settings.event_slack,
        source=_per_unique(claims["source"].fillna(claims["source_text"]), _source_reader(), (-1,))[0].astype(np.int32),
        document=document,
        sentence=sentence,
        modality=_codes_of(claims["modality"], MODALITIES),
        words=words[sentence] if count else words,
        names=names[sentence] if count else names,
        story=story,
        incident=incident,
        site=site,
    )


def best_of(value: Floats, low: Floats, high: Floats) -> Floats:
    """One number for each figure: the value, else the bound that there is."""
    import numpy as np

    return np.where(~np.isnan(value), value, np.where(~np.isnan(low), low, high))


def is_rare(numbers: Floats) -> Flags:
    """Numbers that two writers hardly give by chance: from 20 on, with more than one digit that is not zero."""
    import numpy as np

    size = np.abs(np.nan_to_num(numbers))
    power = np.power(10.0, np.floor(np.log10(np.maximum(size, 1))))
    rare: Flags = (size >= LEAST_RARE) & (np.mod(size, power) != 0)
    return rare


def shared_words(
    words: Codes, first: NDArray[np.integer[Any]], second: NDArray[np.integer[Any]]
) -> tuple[Codes, Codes, Codes]:
    """How many words the claims of each pair share, and how many the one with fewer and the one with more have."""
    import numpy as np

    one, other = words[first], words[second]
    shared = np.zeros(len(one), np.int32)
    for place in range(one.shape[1]):
        column = one[:, place]
        shared += (other == column[:, None]).any(1) & (column > 0)
    counts = (one > 0).sum(1, dtype=np.int32), (other > 0).sum(1, dtype=np.int32)
    return shared, np.minimum(*counts), np.maximum(*counts)


def _codes_of(cells: pd.Series[Any], known: Iterable[str] = ()) -> Codes:
    import numpy as np
    import pandas as pd

    codes, uniques = pd.factorize(cells.astype("string"))
    order = _Codes(known)
    table = np.array([order(str(text)) for text in uniques] + [-1], np.int32)
    return table[codes]


def _factorized(cells: pd.Series[Any]) -> tuple[Codes, list[str]]:
    import numpy as np
    import pandas as pd

    codes, uniques = pd.factorize(cells.astype("string"))
    return codes.astype(np.int32), [str(text) for text in uniques]


def _per_unique(cells: pd.Series[Any], read: Callable[[str], tuple[float, ...]], empty: tuple[float, ...]) -> list[Any]:
    """read(text) for each different text, `empty` for nulls: an array for each number that read gives."""
    import numpy as np
    import pandas as pd

    codes, uniques = pd.factorize(cells.astype("string"))
    table = np.array([read(str(text)) for text in uniques] + [empty], np.float64)
    return list(table[codes].T)


def _days(moments: pd.Series[Any]) -> Floats:
    """Days since 1970, nan for nulls."""
    import numpy as np
    import pandas as pd

    stamps = pd.to_datetime(moments, utc=True)
    seconds = stamps.astype("datetime64[us, UTC]").astype("int64").to_numpy() / 1e6
    return np.where(stamps.isna().to_numpy(), np.nan, seconds / 86_400)


def _unit_reader(vocabulary: Vocabulary) -> Callable[[str], tuple[float, ...]]:
    """unit → its code (the same for all units of a dimension), its dimension's code, and what one is of the first."""
    names = _Codes([""])

    def read(unit: str) -> tuple[float, ...]:
        base, _, rate = unit.partition(" per ")
        dimension, size = vocabulary.units.get(base, (base, 1.0))
        return names(f"{dimension} per {rate}" if rate else dimension), names(dimension), size

    return read


def _rounding(best: Floats, qualifier: Codes, is_share: Flags) -> Floats:
    """Half of the last significant digit as written, no more than the tolerated share; 0 for small exact numbers."""
    import numpy as np

    tolerance = load_settings().tolerance
    number = np.where(np.isnan(best), 0.0, np.abs(best))
    step = np.ones(len(best))
    for power in range(1, 14):
        step = np.where((number > 0) & (np.mod(number, 10.0**power) == 0), 10.0**power, step)
    half = step / 2
    exact = np.where(number < tolerance.exact_below, 0.0, np.minimum(half, tolerance.rounding_exact * number))
    exact = np.where(is_share & (np.mod(number, 1) == 0), 0.5, exact)
    approximate = np.maximum(np.minimum(half, tolerance.rounding_approximate * number), tolerance.approximate * number)
    return np.where(qualifier == QUALIFIERS.index("approximate"), approximate, exact)


def _place_reader(vocabulary: Vocabulary) -> Callable[[str], tuple[float, ...]]:
    """place → the codes of up to two base names ("Türkiye and Syria", "eastern Libya")."""
    names = _Codes()

    def read(place: str) -> tuple[float, ...]:
        bases = []
        for part in re.split(r"\s+and\s+", place.lower().partition(",")[0]):
            kept = [word for word in part.split() if word not in vocabulary.directions]
            bases.append(" ".join(kept) or part)
        codes = [names(base) for base in dict.fromkeys(bases)][:2]
        return codes[0], codes[1] if len(codes) > 1 else -1

    return read


def _source_reader() -> Callable[[str], tuple[float, ...]]:
    names = _Codes()

    def read(source: str) -> tuple[float, ...]:
        return (names(source.casefold().removeprefix("the ")),)

    return read


def _read_counted(claims: pd.DataFrame, kinds: list[str], among: Texts, vocabulary: Vocabulary) -> tuple[Codes, Codes]:
    """The classes of what is counted, and whose they are."""
    import numpy as np

    heads, owners = _Codes([""]), _Codes()
    known: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    head_rows = np.zeros((len(claims), 2), np.int32)
    owner_rows = np.full((len(claims), OWNERS_KEPT), -1, np.int32)
    counted, units = texts(claims["counted"]), texts(claims["unit"])
    for row, (kind, phrase, unit) in enumerate(zip(kinds, counted, units, strict=True)):
        text = phrase or ("" if unit == "people" else unit or "")
        group = among[row]
        if (
            group is not None
            and heads_of(group, vocabulary)[-1:]
            and heads_of(group, vocabulary)[-1] in vocabulary.classes
        ):
            text = group
        if (kind, text) not in known:
            measured = kind in vocabulary.measured
            generic = vocabulary.generic.get(kind, vocabulary.generic[""])
            found = [
                head
                for head in heads_of(text, vocabulary)
                if head not in generic and head[:1].islower() and not (measured and head in vocabulary.units)
            ]
            known[kind, text] = (
                [heads(vocabulary.classes.get(head, head)) for head in found],
                [owners(name) for name in owners_of(text, vocabulary)],
            )
        head_codes, owner_codes = known[kind, text]
        distinct = sorted(set(head_codes))[:2]
        head_rows[row, : len(distinct)] = distinct
        owner_rows[row, : min(OWNERS_KEPT, len(owner_codes))] = owner_codes[:OWNERS_KEPT]
    return head_rows, owner_rows


def heads_of(phrase: str, vocabulary: Vocabulary) -> list[str]:
    """The nouns that a phrase counts, singular, the longest that has a class: "sailors and marines" → sailor, marine.

    >>> from claimtrack.crosscheck.vocabulary import load_vocabulary
    >>> heads_of("members of a Greek rescue team", load_vocabulary())
    ['member']
    >>> heads_of("total number of dead", load_vocabulary())
    ['dead']
    """
    before, of, after = phrase.partition(" of ")
    if of and before.split() and before.split()[-1].lower() in vocabulary.containers:
        before = after.split(" of ")[0]
    found = []
    for part in re.split(r"\s+(?:and|or|and/or)\s+|,\s*|/", before):
        words = re.split(r"\s+(?:in|from|at|on|for|who|with|per)\s+", part)[0].split()
        if len(words) > 1 and words[-1].lower() in vocabulary.containers:
            words = words[:-1]
        if not words:
            continue
        while len(words) > 1 and words[-1][:1].isupper() and not words[-2][:1].isupper():
            words = words[:-1]
        last = words[-1] if words[-1][:1].isupper() and len(words) == 1 else words[-1].lower()
        two = f"{words[-2].lower()} {singular(last.lower())}" if len(words) > 1 else ""
        found.append(two if two in vocabulary.classes else singular(last) if last[:1].islower() else last)
    return found


def owners_of(phrase: str, vocabulary: Vocabulary) -> list[str]:
    """The names in a counted phrase, which say whose they are: "US soldiers" → us."""
    return [vocabulary.named.get(name.lower(), name.lower()) for name in CAPITAL.findall(phrase)]


def texts(cells: pd.Series[Any]) -> Texts:
    """The cells as plain texts, None for nulls; equal texts are one object, so that a million cells are small."""
    import pandas as pd

    codes, uniques = pd.factorize(cells.astype("string"))
    table: Texts = [*(str(text) for text in uniques), None]
    return [table[code] for code in codes.tolist()]


def _read_sentences(sentences: list[str], vocabulary: Vocabulary) -> tuple[Codes, Flags, Ints, Ints, list[Any], Flags]:
    """Of each sentence: its words, which are names, incident and site (bits), when it was said, if it gives totals."""
    import numpy as np

    words = np.zeros((len(sentences), WORDS_KEPT), np.int32)
    names = np.zeros((len(sentences), WORDS_KEPT), np.bool_)
    incident, site = np.zeros(len(sentences), np.int64), np.zeros(len(sentences), np.int64)
    cumulative = np.zeros(len(sentences), np.bool_)
    said: list[Any] = []
    codes = _Codes([""])
    known: dict[str, tuple[int, int, int]] = {}
    phrases = [(phrase, bit) for phrase, bit in vocabulary.incidents.items() if " " in phrase]
    site_phrases = [(phrase, bit) for phrase, bit in vocabulary.sites.items() if " " in phrase]
    for row, sentence in enumerate(sentences):
        lower = sentence.lower()
        kept: dict[int, bool] = {}
        bits = site_bits = 0
        for written in WORD.findall(sentence):
            seen = known.get(written)
            if seen is None:
                plain = written.lower().removesuffix("'s").removesuffix("’s")
                code = 0 if plain in vocabulary.stop or len(plain) < 3 else codes(_stem(plain))
                seen = known[written] = code, vocabulary.incidents.get(plain, 0), vocabulary.sites.get(plain, 0)
            if seen[0]:
                kept[seen[0]] = written[0].isupper()
            bits |= seen[1]
            site_bits |= seen[2]
        words[row, : min(len(kept), WORDS_KEPT)] = list(kept)[:WORDS_KEPT]
        names[row, : min(len(kept), WORDS_KEPT)] = list(kept.values())[:WORDS_KEPT]
        for phrase, bit in phrases:
            bits |= bit * (phrase in lower)
        for phrase, bit in site_phrases:
            site_bits |= bit * (phrase in lower)
        incident[row], site[row] = bits, site_bits
        cumulative[row] = vocabulary.cumulative.search(lower) is not None
        said.append(_said(sentence, vocabulary))
    return words, names, incident, site, said, cumulative


def _stem(word: str) -> str:
    """The word without its ending: "identified" and "identifies" meet, no more than that."""
    plain = singular(word)
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) > len(ending) + 3:
            return plain.removesuffix(ending).rstrip("e")
    return plain.rstrip("e")


def _said(sentence: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
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


class _Contexts:
    """Where each figure stands in its sentence, and what the words around it say: fate, increment, part."""

    def __init__(
        self,
        claims: pd.DataFrame,
        kinds: list[str],
        document: Codes,
        sentence: Codes,
        sentences: list[str],
        vocabulary: Vocabulary,
    ) -> None:
        import numpy as np

        count = len(claims)
        self.position, self.fate = [0] * count, [0] * count
        self.own = [False] * count
        self.among: Texts = [None] * count
        self.increment, self.part = [False] * count, [False] * count
        surfaces, predicates = texts(claims["surface"]), texts(claims["predicate"])
        starts = claims["start"].to_numpy()
        self.order = np.lexsort((starts, document))
        self.document = document
        fates = _Codes([""])
        rows = self.order.tolist()
        documents, sentence_codes = document.tolist(), sentence.tolist()
        first = 0
        while first < count:
            last = first
            key = documents[rows[first]], sentence_codes[rows[first]]
            while last < count and (documents[rows[last]], sentence_codes[rows[last]]) == key:
                last += 1
            members = rows[first:last]
            text = sentences[key[1]]
            at = 0
            spans = []
            for row in members:
                surface = surfaces[row] or ""
                found = max(text.find(surface, at), 0)
                spans.append((found, found + len(surface)))
                at = found + len(surface)
            lower = text.lower()
            for place, row in enumerate(members):
                start, end = spans[place]
                self.position[row] = start
                since = spans[place - 1][1] if place else 0
                until = spans[place + 1][0] if place + 1 < len(spans) else len(lower)
                before, after = lower[max(since, start - 60) : start], lower[end : min(until, end + 70)]
                self.increment[row] = bool(
                    vocabulary.increment_after.search(after)
                    or vocabulary.increment_before.search(before)
                    or vocabulary.increment_verbs.search(before)
                )
                self.part[row] = vocabulary.part.search(before) is not None
                among = vocabulary.among.search(after)
                self.among[row] = among[1] if among else None
                classes = vocabulary.fates.get(kinds[row])
                if classes:
                    predicate = (predicates[row] or "").lower()
                    aside = vocabulary.aside.search(after)
                    near = f"{predicate} | {before[-40:]} | {after[: aside.start()] if aside else after}"
                    name = next((name for name, words in classes if words.search(predicate)), None)
                    if name is None:
                        name = next((name for name, words in classes if words.search(near)), "")
                    self.fate[row] = fates(name)
                    self.own[row] = name in vocabulary.own
            first = last


def _main_incident(document: Codes, incident: Ints) -> Ints:
    """For each claim, the incidents that any sentence of its document names."""
    import numpy as np

    together = np.zeros(int(document.max()) + 1, np.int64)
    np.bitwise_or.at(together, document, incident)
    return together[document]


def _stories(document: Codes, words: Codes) -> Codes:
    """For each claim, the words that its document's sentences have most, WORDS_KEPT of them."""
    import numpy as np

    if not len(document):
        return words
    pairs = np.column_stack((np.repeat(document, WORDS_KEPT), words.ravel()))
    pairs = pairs[pairs[:, 1] > 0]
    keys = pairs[:, 0].astype(np.int64) << 32 | pairs[:, 1]
    unique, counts = np.unique(keys, return_counts=True)
    owner, word = unique >> 32, (unique & 0xFFFFFFFF).astype(np.int32)
    order = np.lexsort((word.astype(np.uint32) * np.uint32(2654435761), -counts, owner))
    owner, word = owner[order], word[order]
    starts = np.searchsorted(owner, np.arange(int(document.max()) + 1))
    rank = np.arange(len(owner)) - starts[owner]
    table = np.zeros((int(document.max()) + 1, WORDS_KEPT), np.int32)
    kept = rank < WORDS_KEPT
    table[owner[kept], rank[kept]] = word[kept]
    return table[document]


def _moments(
    claims: pd.DataFrame,
    context: _Contexts,
    published: Floats,
    as_of: Floats,
    behaviour: Codes,
    said: list[Any],
    sentence: Codes,
    sentences: list[str],
) -> tuple[Floats, Floats, Floats]:
    """moment, event day and its slack; see Features."""
    import numpy as np

    count, vocabulary = len(claims), load_vocabulary()
    when = texts(claims["when_text"])
    precision = texts(claims["date_precision"])
    stated = np.full(count, np.nan)
    event = np.full(count, np.nan)
    slack = np.zeros(count)
    for row, (code, text) in enumerate(zip(sentence.tolist(), when, strict=True)):
        told = said[code]
        if told is not None and (told[1] < 0 or context.position[row] >= told[1]) and not np.isnan(published[row]):
            stated[row] = _last_weekday(published[row], told[0])
        if text is None:
            continue
        lower, whole = text.lower(), sentences[code].lower()
        if told is not None and not np.isnan(stated[row]) and told[0] in lower:
            continue
        at_words = re.escape(lower)
        told_on = rf"\b(?:{vocabulary.said})\b(?: \w+)? (?:on |in )?{at_words}"
        had_told = rf"^\W*(?:in |on |by )?{at_words}\b[^;]{{0,60}}\bhad (?:{vocabulary.said})\b"
        if re.search(told_on, whole) or re.search(had_told, whole):
            stated[row] = as_of[row]
        elif f"since {lower}" not in whole and not lower.startswith("since"):
            event[row] = as_of[row]
            slack[row] = PRECISION_DAYS.get(precision[row] or "day", 0.0)
    told_when = np.where(np.isnan(stated), np.where(np.isnan(published), as_of, published), stated)
    is_total = behaviour == BEHAVIOURS.index("total")
    known = np.where(np.isnan(as_of), published, as_of)
    moment = np.where(is_total, told_when, np.where(np.isnan(stated), known, stated))
    _count_back(context, sentence.tolist(), sentences, stated, moment)
    return moment, event, slack


def _count_back(context: _Contexts, sentence: list[int], sentences: list[str], stated: Floats, moment: Floats) -> None:
    """ "two days before that": from the moment of the figure before it in the article."""
    import numpy as np

    order, vocabulary = context.order.tolist(), load_vocabulary()
    for place, row in enumerate(order):
        text = sentences[sentence[row]]
        if " before that" not in text and " earlier" not in text:
            continue
        found = vocabulary.days_before.search(text)
        if not found or not np.isnan(stated[row]):
            continue
        number = vocabulary.numbers.get(found[1].lower(), int(found[1]) if found[1].isdigit() else None)
        while place and sentence[order[place]] == sentence[row]:
            place -= 1
        previous = order[place]
        if number is not None and previous != row and context.document[previous] == context.document[row]:
            moment[row] = moment[previous] - number


def _last_weekday(published: float, name: str) -> float:
    """The last day of that name, the day of publishing included. 1970-01-01 was a Thursday."""
    import numpy as np

    day = int(np.floor(published))
    return float(day - (day + 3 - load_vocabulary().weekdays.index(name)) % 7)
