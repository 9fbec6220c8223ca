"""A figure framed as a claim: its kind, what it counts, in which unit, and what is said to have happened."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from claimtrack.context import find_demonym
from claimtrack.extractors.counting import STATES, Counted, carried_before, counted_of, head_noun
from claimtrack.extractors.kinds import Kind, Kinds
from claimtrack.extractors.predicates import Predicate, predicate_before, predicate_behind
from claimtrack.extractors.sentence_view import SentenceView, view_sentence
from claimtrack.language import Article
from claimtrack.language.inflection import is_plural, plural
from claimtrack.language.people import is_person
from claimtrack.language.tokens import VERBS
from claimtrack.model import Figure, Span

_WHOLE: dict[str, str] = tomllib.loads(files("claimtrack.figures").joinpath("currencies.toml").read_text("utf-8"))[
    "whole"
]
_HARM = frozenset(("deaths", "injured", "missing", "displaced", "detained"))
_DATA = tomllib.loads(files(__package__).joinpath("framing.toml").read_text("utf-8"))
_PART_WORDS: list[str] = _DATA["part_words"]
_BEFALL, _LOSSES, _LOSS_VERBS = (frozenset(_DATA[name]) for name in ("befall", "losses", "loss_verbs"))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure says. value, low, high are the claim's: a fraction is a share in percent, 50 cents are 0.5 USD.

    rules: the names of the rules that decided, in order."""

    figure: Figure
    kind: str
    counted: str | None
    counted_span: Span | None
    unit: str | None
    predicate: Span | None
    value: float | None
    low: float | None
    high: float | None
    rules: tuple[str, ...]


def frame_sentence(article: Article, sentence: int, figures: Sequence[Figure], kinds: Kinds) -> list[Frame]:
    """Frame the figures of one sentence that may be claims, in order. figures: all of the sentence, also the excluded."""
    view = view_sentence(article, sentence, figures)
    frames: list[Frame] = []
    for figure in figures:
        if figure.excluded is None:
            frames.append(_framed(view, figure, frames, kinds))
    return frames


def _framed(view: SentenceView, figure: Figure, earlier: Sequence[Frame], kinds: Kinds) -> Frame:
    counted = counted_of(view, figure)
    if figure.measures or figure.form in ("fraction", "ratio"):
        return _measured(view, figure, counted, earlier, kinds)
    previous = _previous_count(earlier, figure)
    if (
        counted
        and counted.rule == "antecedent"
        and kinds.of_noun(counted.words) is None
        and not _is_person_phrase(counted)
    ):
        counted = None  # "a family, three of them": the persons are not written
    if counted and previous and previous.predicate and _shares_verb(view, figure, counted, previous):
        counted = None
    predicate = _predicate(view, figure, counted, kinds)
    noun_kind = kinds.of_noun(counted.words) if counted else None
    if counted is None and predicate is None and previous and _elliptic(view, figure):
        return _like(figure, previous)
    if not _can_be_persons(counted, noun_kind):
        return _things(view, figure, counted, noun_kind, predicate, kinds)
    return _persons(view, figure, counted, noun_kind, predicate, previous, kinds)


# -------------------------------------------------------------------- measured


def _measured(
    view: SentenceView, figure: Figure, counted: Counted | None, earlier: Sequence[Frame], kinds: Kinds
) -> Frame:
    measures = figure.measures if figure.form not in ("fraction", "ratio") or figure.measures else "fraction"
    kind = kinds.of_measure(measures or "fraction")
    factor, unit = 1.0, figure.unit
    if measures == "fraction":
        factor, unit = 100.0, "percent"
    elif figure.unit in _WHOLE:
        factor, unit = 0.01, _WHOLE[figure.unit]
    rules = [f"measures-{measures}".replace(" ", "-")]
    words, span = (counted.span.of(view.text), counted.span) if counted else (None, None)
    if counted:
        rules.append(counted.rule)
        if counted.rule == "noun-behind-of" and kind and kind.name == "measurement":
            first = view.tokens[view.first_at(figure.end)].start
            span = Span(first, counted.span.end)  # "29 tonnes of rice": tonnes of rice
            words = span.of(view.text)
    elif (
        kind and kind.name == "share" and (previous := next((f for f in reversed(earlier) if f.kind == "share"), None))
    ):
        words, span = previous.counted, previous.counted_span
        rules.append("counted-from-before")
    elif kind and kind.name not in ("money", "share") and figure.unit:
        words = _unit_words(view.text, figure)
    times = lambda x: None if x is None else _rounded(x * factor)  # noqa: E731
    return Frame(
        figure, kind.name if kind else "count", words, span, unit, None,
        times(figure.value), times(figure.low), times(figure.high), tuple(rules),
    )  # fmt: skip


def _rounded(number: float) -> float:
    return float(f"{number:.6g}") if abs(number) < 1e6 else number


_SPACES = re.compile(r"[\s-]+")


def _unit_words(text: str, figure: Figure) -> str | None:
    """The unit's words as written ("barrels per day"), for what is measured and has no noun of its own."""
    words = _SPACES.sub(" ", text[figure.end : figure.unit_end]).strip()
    return words or figure.unit


# --------------------------------------------------------------------- counted


def _predicate(view: SentenceView, figure: Figure, counted: Counted | None, kinds: Kinds) -> Predicate | None:
    if counted and counted.rule == "hyphen-strong":
        return None
    first = view.first_at(figure.end)
    if counted and (counted.first >= first or counted.rule == "carried"):
        first = counted.last
    start = figure.hedge.start if figure.hedge and figure.hedge.start < figure.start else figure.start
    before = predicate_before(view, start, kinds)
    if before and before.verb:
        return before
    return (
        predicate_behind(view, first, kinds)
        or before
        or _state_in(view, counted, kinds)
        or _carrier(view, figure, kinds)
    )


def _state_in(view: SentenceView, counted: Counted | None, kinds: Kinds) -> Predicate | None:
    """The state that the noun phrase itself names: "13 missing people", "eight injured soldiers"."""
    if counted is None:
        return None
    for token in view.tokens[counted.first : counted.last - 1]:
        if token.lower in STATES and token.lower in kinds.by_predicate:
            return Predicate(Span(token.start, token.end), kinds.by_predicate[token.lower], "state-in-noun")
    return None


def _carrier(view: SentenceView, figure: Figure, kinds: Kinds) -> Predicate | None:
    """The noun that carries the count: "the death toll … rose to 216 people"."""
    carried = carried_before(view, figure)
    kind = kinds.of_noun(carried.words) if carried else None
    return Predicate(carried.span, kind, "carrier") if carried and kind and kind.persons else None


def _can_be_persons(counted: Counted | None, noun_kind: Kind | None) -> bool:
    return counted is None or (noun_kind is not None and noun_kind.persons) or _is_person_phrase(counted)


def _is_person_phrase(counted: Counted) -> bool:
    head = counted.head
    return is_person(head) or is_person(head_noun(counted.words)) or find_demonym(head.capitalize()) is not None


def _things(
    view: SentenceView,
    figure: Figure,
    counted: Counted | None,
    noun_kind: Kind | None,
    predicate: Predicate | None,
    kinds: Kinds,
) -> Frame:
    assert counted is not None
    kind = noun_kind or kinds.by_name["count"]
    rule = f"noun-{kind.name}" if noun_kind else "fallback"
    predicate = _loss(view, figure, counted, kinds) or predicate
    if noun_kind is None and predicate and (predicate.rule == "lives-lost" or _befalls(view, predicate)):
        kind, rule = (
            predicate.kind,
            predicate.rule,
        )  # "killed 11 operatives", "2,000 geese have died", "claimed 67 lives"
    rules = [counted.rule, rule]
    return Frame(
        figure, kind.name, counted.span.of(view.text), counted.span, _unit_of(counted, kinds), predicate.span if predicate else None,
        figure.value, figure.low, figure.high, tuple(rules),
    )  # fmt: skip


def _befalls(view: SentenceView, predicate: Predicate) -> bool:
    """Does the predicate say that what is counted, whatever it is, died or was hurt?"""
    return predicate.span.of(view.text).lower() in _BEFALL


def _loss(view: SentenceView, figure: Figure, counted: Counted, kinds: Kinds) -> Predicate | None:
    """ "claimed at least 67 lives": the verb that makes the lives lost ones."""
    if head_noun(counted.words) not in _LOSSES or "deaths" not in kinds.by_name:
        return None
    for token in reversed(view.tokens[: view.first_at(figure.start)]):
        if token.tag == "V":
            lost = VERBS.get(token.lower) in _LOSS_VERBS
            return Predicate(Span(token.start, token.end), kinds.by_name["deaths"], "lives-lost") if lost else None
    return None


def _unit_of(counted: Counted, kinds: Kinds) -> str:
    """The plural noun counted, in small letters: a compound that a kind knows ("air strikes"), else the head alone."""
    cut = counted.words.index("of") if "of" in counted.words[1:] else len(counted.words)
    for first in range(max(0, cut - 3), cut - 1):
        compound = " ".join(counted.words[first:cut])
        if compound in kinds.by_noun:
            return (
                compound
                if is_plural(counted.words[cut - 1])
                else " ".join((*counted.words[first : cut - 1], plural(counted.words[cut - 1])))
            )
    head = head_noun(counted.words)
    return plural(head)


def _persons(
    view: SentenceView,
    figure: Figure,
    counted: Counted | None,
    noun_kind: Kind | None,
    predicate: Predicate | None,
    previous: Frame | None,
    kinds: Kinds,
) -> Frame:
    kind, rule = _kind_of_persons(noun_kind, predicate, kinds)
    if previous and previous.kind in _HARM and kind.name not in _HARM and _is_part(view, previous.figure, figure):
        kind, rule = kinds.by_name[previous.kind], "part-of-the-one-before"
    rules = [counted.rule] if counted else []
    words, span = (counted.span.of(view.text), counted.span) if counted else (None, None)
    if counted is None and previous and previous.unit in ("people", "cases") and _elliptic(view, figure):
        words, span = previous.counted, previous.counted_span
        rules.append("counted-from-before")
    unit = "people" if kind.persons or kind.name == "count" else "cases"
    if counted and noun_kind and not noun_kind.persons:
        unit = _unit_of(counted, kinds)
    elif kind.name == "cases" and counted and is_person(counted.head):
        unit = "people"
    return Frame(
        figure, kind.name, words, span, unit, predicate.span if predicate else None,
        figure.value, figure.low, figure.high, (*rules, rule),
    )  # fmt: skip


def _is_part(view: SentenceView, whole: Figure, part: Figure) -> bool:
    """Is the figure named as a part of the one before it ("among them 12 children")?"""
    between = view.lower[whole.end - view.span.start : part.start - view.span.start]
    behind = view.lower[part.end - view.span.start :][:12]
    return any(f"{words} " in between for words in _PART_WORDS) or behind.lstrip().startswith(("of them", "of whom"))


def _kind_of_persons(noun: Kind | None, predicate: Predicate | None, kinds: Kinds) -> tuple[Kind, str]:
    """What happened to persons wins over what they are; a noun that itself says what happened ("bodies") wins over both."""
    if noun and noun.name in ("deaths", "injured", "missing"):
        return noun, f"noun-{noun.name}"
    if predicate and (predicate.kind.name in _HARM or noun is None):
        return predicate.kind, predicate.rule
    if noun:
        return noun, f"noun-{noun.name}"
    return kinds.by_name["count"], "fallback"


def _elliptic(view: SentenceView, figure: Figure) -> bool:
    """May the figure share the noun of the one before it? Not as the object of its own verb ("leaving ten dead")."""
    for token in reversed(view.tokens[: view.first_at(figure.start)]):
        if token.tag == "V":
            return VERBS.get(token.lower) != "leave"
        if token.tag in (",", "C", "S"):
            return True
    return True


def _shares_verb(view: SentenceView, figure: Figure, counted: Counted, previous: Frame) -> bool:
    """ "28 people are killed and dozens wounded": the adjective behind is a verb whose noun stands before."""
    if (
        counted.words[-1] not in STATES
        or len(counted.words) > 1
        or previous.counted is None
        or previous.counted in STATES
    ):
        return False
    between = view.text[previous.figure.end : figure.start]
    return " and " in between or "," in between


def _previous_count(earlier: Sequence[Frame], figure: Figure) -> Frame | None:
    """The count before the figure in its sentence: the last one that is no smaller, else the last."""
    counts = [f for f in reversed(earlier) if f.kind not in ("money", "share", "duration", "measurement")]
    least = figure.low or figure.high or 0.0
    return next((f for f in counts if f.value is None or f.value >= least), counts[0] if counts else None)


def _like(figure: Figure, previous: Frame) -> Frame:
    return Frame(
        figure, previous.kind, previous.counted, previous.counted_span, previous.unit, previous.predicate,
        figure.value, figure.low, figure.high, ("like-the-one-before",),
    )  # fmt: skip
