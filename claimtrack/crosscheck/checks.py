"""What no pair of aligned claims shows: each check is a function of its own, takes what it needs and gives findings.

`run_checks` runs all of them over a claims table. They only point: nothing is corrected.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimtrack.crosscheck.grouping import number
from claimtrack.crosscheck.reference import Reference
from claimtrack.crosscheck.settings import load_settings
from claimtrack.crosscheck.vocabulary import load_vocabulary

if TYPE_CHECKING:
    import pandas as pd

PERSONS = "people"
FATES_OF_PERSONS = ("deaths", "injured", "missing", "displaced", "detained")
LISTS_PARTS = re.compile(r"^[^.;:]{0,40}?[:–—]\s*$")
WORDS = re.compile(r"[a-z][a-z’'-]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the claims table, as far as the checks look at it; low and high are nan-free: None where open.

    position: where the surface stands in the sentence.
    """

    claim_id: str
    doc_id: str
    text_hash: str
    start: int
    sentence: str
    position: int
    surface: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    kind: str
    unit: str | None
    counted: str | None
    predicate: str | None
    place: str | None
    country: str | None
    precision: str | None
    section: str
    source: str | None
    day: str | None
    published: str | None
    modality: str

    @property
    def best(self) -> float | None:
        return next((bound for bound in (self.value, self.low, self.high) if bound is not None), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw: its name, the claims concerned (the first is the one to look at), and why, in words."""

    check: str
    figures: tuple[Figure, ...]
    why: str


@dataclass(frozen=True)
class Limits:
    """checks.toml. of_people: the largest share of a country's people that a kind can count."""

    of_people: Mapping[str, float]
    most_percent: float
    growth: frozenset[str]
    falls_by: float
    reference: float
    least_rare: float
    parts: re.Pattern[str]
    base: re.Pattern[str]
    living: tuple[str, ...]


@lru_cache(maxsize=1)
def _limits() -> Limits:
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("checks.toml").read_text("utf-8"))
    words = data["words"]
    base, determiners = "|".join(words["base"]), "|".join(words["base_determiners"])
    return Limits(
        of_people=data["share_of_people"],
        most_percent=data["share"]["most"],
        growth=frozenset(data["share"]["growth"]),
        falls_by=data["total"]["falls_by"],
        reference=data["reference"]["tolerance"],
        least_rare=data["rare"]["at_least"],
        parts=re.compile(rf"\b(?:{'|'.join(words['parts'])})\b", re.IGNORECASE),
        base=re.compile(rf"^\s*(?:{base})\s+(?:(?:{determiners})\s+)?$"),
        living=tuple(words["living"]),
    )


# --- within a sentence


def part_larger_than_whole(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "1,200 dead, including 3,000 children". sentence: the figures of one sentence, in order."""
    for whole, part in _wholes_and_parts(sentence):
        least, most = (
            part.low if part.low is not None else part.best,
            whole.high if whole.high is not None else whole.best,
        )
        if least is not None and most is not None and whole.low != least and least > most and whole.high is not None:
            yield Finding("part-larger-than-whole", (part, whole), f"{part.surface} is a part of {whole.surface}")


def parts_do_not_sum(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "30 people: 12 men, 10 women and 9 children". After a colon they must sum to the whole, else stay under it."""
    for place, whole in enumerate(sentence[:-2]):
        between = _between(sentence, place)
        rest = sentence[place + 1 :]
        parts = [figure for figure in rest if figure.kind == whole.kind or _countable(figure, whole)]
        if len(parts) < 2 or whole.best is None or any(part.best is None for part in parts):
            continue
        lists, has_parts = LISTS_PARTS.search(between), _limits().parts.search(between)
        if not (lists or has_parts):
            continue
        together = sum(part.best or 0 for part in parts)
        off = together > whole.best if has_parts else together != whole.best
        exact = all(figure.qualifier == "exact" for figure in (whole, *parts))
        if off and exact and all((part.best or 0) <= whole.best for part in parts):
            said = " + ".join(part.surface for part in parts)
            yield Finding("parts-do-not-sum", (whole, *parts), f"{said} = {number(together)}, not {whole.surface}")


def percentage_against_base(sentence: Sequence[Figure]) -> Iterator[Finding]:
    """ "28 of the 55 clinics, or 70 percent": the share of a part in its base, all three in one sentence."""
    shares = [figure for figure in sentence if figure.unit == "percent" and figure.value is not None]
    for place, (part, base) in enumerate(pairwise(sentence)):
        if "percent" in (part.unit, base.unit) or not _limits().base.search(_between(sentence, place).lower()):
            continue
        if len(shares) != 1 or not part.value or not base.value or part.value > base.value:
            continue
        share = 100 * part.value / base.value
        if abs(share - (shares[0].value or 0)) > max(1.0, 0.05 * share):
            why = f"{part.surface} of {base.surface} is {share:.0f} percent, not {shares[0].surface}"
            yield Finding("percentage-against-base", (shares[0], part, base), why)


def _wholes_and_parts(sentence: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for place, (whole, part) in enumerate(pairwise(sentence)):
        if _limits().parts.search(_between(sentence, place)) and (whole.kind == part.kind or _countable(part, whole)):
            yield whole, part


def _countable(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit == PERSONS or (one.unit is not None and one.unit == other.unit)


def _between(sentence: Sequence[Figure], place: int) -> str:
    """The words between a figure of the sentence and the next."""
    one, other = sentence[place], sentence[place + 1]
    return one.sentence[one.position + len(one.surface) : other.position]


# --- within an article


def headline_against_body(article: Sequence[Figure]) -> Iterator[Finding]:
    """A headline's figure that none of the body's of its kind fits (of a measured kind: and of the same thing)."""
    measured = load_vocabulary().measured
    for head in article:
        if head.section != "headline" or head.best is None:
            continue
        body = [
            f for f in article
            if f.section != "headline" and f.best is not None and (f.kind, f.unit) == (head.kind, head.unit)
            and (head.kind not in measured or (f.counted or "").lower() == (head.counted or "").lower())
        ]  # fmt: skip
        if not body or any(_fits(head, figure) for figure in body):
            continue
        nearest = min(body, key=lambda figure: abs((figure.best or 0) - (head.best or 0)))
        yield Finding(
            "headline-against-body", (head, nearest), f"the headline says {head.surface}, the text {nearest.surface}"
        )


# --- of one claim


def impossible_magnitude(figure: Figure, reference: Reference) -> Finding | None:
    """ "35 million doctors in Aleppo": more than a country has people, or more percent than there are."""
    limits = _limits()
    least = figure.low if figure.low is not None else figure.value
    if least is None:
        return None
    if figure.kind == "share":
        growing = set(WORDS.findall(figure.sentence.lower())) & limits.growth
        if least <= limits.most_percent or growing or figure.unit != "percent":
            return None
        return Finding("impossible-magnitude", (figure,), f"{figure.surface} is more than all")
    share = limits.of_people.get(figure.kind)
    people = reference.people_of(figure.country)
    if share is None or people is None or least <= share * people.value:
        return None
    of_all = f"{100 * share:g} % of " if share < 1 else ""
    counted, there_are = figure.counted or figure.kind, f"the {number(people.value)} people of {people.name}"
    why = f"{figure.surface} {counted} is more than {of_all}{there_are}"
    return Finding("impossible-magnitude", (figure,), why)


def against_reference(figure: Figure, reference: Reference) -> Finding | None:
    """A figure that the reference table knows otherwise."""
    if figure.kind == "population" and figure.predicate not in (None, *_limits().living):
        return None
    known = reference.find(figure.kind, figure.counted, figure.place, figure.country, figure.precision)
    if known is None or figure.best is None or known.value == 0:
        return None
    tolerance = known.tolerance if known.tolerance is not None else _limits().reference
    low = figure.low if figure.low is not None else -float("inf")
    high = figure.high if figure.high is not None else float("inf")
    near_enough = low <= known.value * (1 + tolerance) and high >= known.value * (1 - tolerance)
    if near_enough:
        return None
    year = f", {known.year}" if known.year else ""
    why = f"{figure.surface} for {known.name}; the reference has {number(known.value)} ({known.origin}{year})"
    return Finding("against-reference", (figure,), why)


# --- of a group, or of many articles


def total_falls(trail: Sequence[Figure]) -> Iterator[Finding]:
    """One source's total that is lower later, with a word where two digits were swapped (4,327 → 4,237).

    trail: the figures of one group of a kind that only grows, in the order of their days.
    """
    by_source: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in trail:
        if figure.value is not None and figure.modality == "asserted":
            by_source[figure.source].append(figure)
    for told in by_source.values():
        for before, after in pairwise(told):
            if (
                before.day is None
                or after.day is None
                or before.day >= after.day
                or before.text_hash == after.text_hash
            ):
                continue
            one, other = before.value or 0.0, after.value or 0.0
            if swapped_digits(one, other) and other < one:
                why = f"{before.surface} ({before.day}) → {after.surface} ({after.day}): two digits may be swapped"
                yield Finding("swapped-digits", (after, before), why)
            elif other < one * (1 - _limits().falls_by):
                why = f"{before.surface} ({before.day}) → {after.surface} ({after.day}): a total does not fall"
                yield Finding("total-falls", (after, before), why)


def swapped_digits(one: float, other: float) -> bool:
    """Are two whole numbers the same but for two neighbouring digits?

    >>> swapped_digits(4237, 4327), swapped_digits(4237, 4238)
    (True, False)
    """
    left, right = f"{one:.0f}", f"{other:.0f}"
    if len(left) != len(right) or left == right:
        return False
    differ = [place for place in range(len(left)) if left[place] != right[place]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and left[differ[0]] == right[differ[1]]
        and left[differ[1]] == right[differ[0]]
    )


def number_under_two_kinds(figures: Iterable[Figure]) -> Iterator[Finding]:
    """ "three wounded" here, "three dead" there: one number, place and story of two fates, in two articles of one day.

    It is no finding where the article tells of both fates itself ("three dead and 49 wounded").
    """
    listed = [f for f in figures if f.kind in FATES_OF_PERSONS and f.value is not None and f.low == f.high]
    fates: dict[str, set[tuple[str, float]]] = defaultdict(set)
    met: dict[tuple[float, str | None], list[Figure]] = defaultdict(list)
    for figure in listed:
        fates[figure.text_hash].add((figure.kind, figure.value or 0))
        if (figure.value or 0) >= _limits().least_rare:
            met[figure.value or 0, figure.published].append(figure)
    stop = load_vocabulary().stop
    for same_number in met.values():
        for place, one in enumerate(same_number):
            for other in same_number[place + 1 : place + 33]:
                if one.kind == other.kind or one.text_hash == other.text_hash:
                    continue
                if (other.kind, one.value) in fates[one.text_hash] or (one.kind, one.value) in fates[other.text_hash]:
                    continue
                if one.country != other.country and None not in (one.country, other.country):
                    continue
                words, others = (set(WORDS.findall(f.sentence.lower())) - stop for f in (one, other))
                if len(words & others) >= max(3, 0.4 * min(len(words), len(others))):
                    why = f"{one.surface}: {one.kind} here, {other.kind} there"
                    yield Finding("number-under-two-kinds", (one, other), why)


def _fits(one: Figure, other: Figure) -> bool:
    tolerance = load_settings().tolerance
    slack = max(tolerance.approximate, tolerance.rounding_exact)

    def span(figure: Figure) -> tuple[float, float]:
        best = figure.best or 0.0
        low = figure.low if figure.low is not None else best * (1 - tolerance.beyond_bound)
        high = figure.high if figure.high is not None else best * (1 + tolerance.beyond_bound)
        return low * (1 - slack), high * (1 + slack)

    (low, high), (other_low, other_high) = span(one), span(other)
    return low <= other_high and other_low <= high


# --- all of them

WITHIN_A_SENTENCE = (part_larger_than_whole, parts_do_not_sum, percentage_against_base)
OF_ONE_CLAIM = (impossible_magnitude, against_reference)
FINDING_COLUMNS = ("check", "why", "claim_id", "doc_id", "surface", "sentence", "claim_ids")


def run_checks(claims: pd.DataFrame, groups: pd.DataFrame, reference: Reference) -> list[Finding]:
    """All checks over a claims table and the table of its groups, in the order of the articles."""
    figures = read_figures(claims)
    findings: list[Finding] = []
    for article in _runs(figures, lambda figure: (figure.doc_id, figure.text_hash)):
        for sentence in _runs(article, lambda figure: figure.sentence):
            for check in WITHIN_A_SENTENCE:
                findings += check(sentence)
        findings += headline_against_body(article)
        findings += (
            found for figure in article for check in OF_ONE_CLAIM if (found := check(figure, reference)) is not None
        )
    findings += number_under_two_kinds(figures)
    findings += (found for trail in _totals(figures, groups) for found in total_falls(trail))
    return findings


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """The findings as a table, a row each (FINDING_COLUMNS); claim_ids holds all claims concerned, space-separated."""
    import pandas as pd

    rows = [
        (f.check, f.why, f.figures[0].claim_id, f.figures[0].doc_id, f.figures[0].surface, f.figures[0].sentence,
         " ".join(figure.claim_id for figure in f.figures))
        for f in findings
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(FINDING_COLUMNS), dtype="string")


def read_figures(claims: pd.DataFrame) -> list[Figure]:
    """The rows of a claims table in the order of the articles."""
    ordered = claims.sort_values(["doc_id", "text_hash", "start"], kind="stable")
    day = ordered["as_of"].where(ordered["as_of"].notna(), ordered["published"]).dt.strftime("%Y-%m-%d")
    names = ("claim_id", "doc_id", "text_hash", "start", "sentence", "surface", "value", "low", "high", "qualifier",
             "kind", "unit", "counted", "predicate",
             "place", "country", "place_precision", "section", "source", "modality")  # fmt: skip
    columns = {name: ordered[name].astype(object).where(ordered[name].notna(), None).tolist() for name in names}
    published = ordered["published"].dt.strftime("%Y-%m-%d")
    columns["day"] = day.astype(object).where(day.notna(), None).tolist()
    columns["published"] = published.astype(object).where(published.notna(), None).tolist()
    figures = []
    previous: tuple[Any, ...] = ()
    at = 0
    for row in zip(*columns.values(), strict=True):
        cells: Mapping[str, Any] = dict(zip(columns, row, strict=True))
        here = cells["doc_id"], cells["text_hash"], cells["sentence"]
        at = max(cells["sentence"].find(cells["surface"], at if here == previous else 0), 0)
        known = {name: cell for name, cell in cells.items() if name != "place_precision"}
        figures.append(Figure(**known, precision=cells["place_precision"], position=at))
        previous, at = here, at + len(cells["surface"])
    return figures


def _totals(figures: Sequence[Figure], groups: pd.DataFrame) -> Iterator[list[Figure]]:
    """The members of each group of a kind that only grows, by day."""
    behaviour = load_vocabulary().behaviour
    of_claim = {(figure.claim_id, figure.text_hash): figure for figure in figures}
    several = groups[groups["relation"].isin(["moved", "conflict"])]
    growing = several[several["kind"].map(lambda kind: behaviour.get(kind) == "total").astype(bool)]
    for _, members in growing.sort_values(["as_of", "doc_id", "start"]).groupby("group_id", sort=False):
        yield [of_claim[key] for key in zip(members["claim_id"], members["text_hash"], strict=True)]


def _runs(figures: Sequence[Figure], key: Callable[[Figure], Any]) -> Iterator[list[Figure]]:
    run: list[Figure] = []
    for figure in figures:
        if run and key(figure) != key(run[-1]):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run
