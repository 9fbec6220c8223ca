"""A figure framed as a claim: its kind, what it counts, in which unit, and what is said to have happened."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.context import find_demonym
from claimtrack.extractors.carriers import carried_before
from claimtrack.extractors.counting import counted_of
from claimtrack.extractors.frame import Frame
from claimtrack.extractors.kinds import Kind, Kinds
from claimtrack.extractors.measured import frame_measured, is_measured
from claimtrack.extractors.noun_phrases import STATES, UNCHANGED, Counted
from claimtrack.extractors.predicates import Predicate, predicate_before, predicate_behind, shared_object_predicate
from claimtrack.extractors.registry import ask_plugins
from claimtrack.extractors.sentence_view import SentenceView, start_with_hedge
from claimtrack.extractors.vocabulary import forms, words
from claimtrack.language.inflection import is_plural, plural
from claimtrack.language.people import is_person
from claimtrack.model import MEASURED_KINDS, Figure, Span

_PART_WORDS = tuple(f"{phrase} " for phrase in sorted(words("part_words")))
_BEFALL, _LOSSES, _LOSS_VERBS = words("befall"), words("losses"), forms("loss_verbs")
_LEAVE = forms("leave")
_CROWDS, _CARRIERS, _PEOPLES, _OPEN_FATES = (words(name) for name in ("crowds", "carriers", "peoples", "open_fates"))
_INDICES, _OF_INDEX = words("indices"), "points-of-index"
_VOTES = "votes"
_FRAMES_BACK = 20  # in which the count is looked for that a figure shares its noun with


def frame_sentence(view: SentenceView, kinds: Kinds) -> list[Frame]:
    """Frame the figures of one sentence that may be claims, in order; plug-ins are asked first."""
    frames: list[Frame] = []
    for figure in view.figures:
        if figure.excluded is None:
            frames.append(ask_plugins(view, figure) or _framed(view, figure, frames, kinds))
    return frames


def _framed(view: SentenceView, figure: Figure, earlier: Sequence[Frame], kinds: Kinds) -> Frame:
    if figure.form == "tally":
        return _votes(figure, kinds)
    counted = counted_of(view, figure)
    if is_measured(figure):
        return frame_measured(view, figure, counted, earlier, kinds)
    previous = _previous_count(earlier, figure)
    if counted and (
        _is_unclear_antecedent(counted, kinds)
        or counted.words[-1] == "ones"
        or _shares_noun(view, figure, counted, previous)
        or (previous and _is_bare_carrier(counted, kinds))
    ):
        counted = None
    predicate = _predicate(view, figure, counted, previous, kinds)
    understood = counted is None and previous is not None and _is_elliptic(view, figure)
    if previous and understood and (predicate is None or _is_more_of(view, figure, previous)):
        return _like(figure, previous)
    noun_kind = _kind_of_noun(counted, kinds) if counted else None
    if counted and not _counts_persons(counted, noun_kind, kinds):
        return _things(view, figure, counted, noun_kind, predicate, kinds)
    return _persons(view, figure, counted, noun_kind, predicate, previous, kinds)


def _votes(figure: Figure, kinds: Kinds) -> Frame:
    """One side of a tally ("voted 19-15"): votes, whatever noun stands near."""
    kind = kinds.of_noun((_VOTES,))
    return Frame(
        figure=figure, kind=kind.name if kind else "count", unit=_VOTES, value=figure.value, low=figure.low,
        high=figure.high, rules=("tally",),
    )  # fmt: skip


def _kind_of_noun(counted: Counted, kinds: Kinds) -> Kind | None:
    """The kind that the noun phrase decides: "members of the security forces" are forces, members of a ship's crew no
    ship."""
    kind = kinds.of_noun(counted.words)
    if kind and not kind.persons and is_person(counted.head) and counted.core != counted.words:
        return kinds.of_noun(counted.core)
    return kind


def _previous_count(earlier: Sequence[Frame], figure: Figure) -> Frame | None:
    """The count before the figure in its sentence: the last one that is no smaller, else the last."""
    least = figure.low or figure.high or 0.0
    last: Frame | None = None
    for frame in reversed(earlier[-_FRAMES_BACK:]):
        if frame.kind not in MEASURED_KINDS or _OF_INDEX in frame.rules:
            if frame.value is None or frame.value >= least:
                return frame
            last = last or frame
    return last


def _is_unclear_antecedent(counted: Counted, kinds: Kinds) -> bool:
    """ "a family, three of them": the persons are not written."""
    return counted.rule == "antecedent" and kinds.of_noun(counted.words) is None and not _names_persons(counted)


def _is_bare_carrier(counted: Counted, kinds: Kinds) -> bool:
    """ "16,000 reservists, bringing the total to 86,000": what the total counts is written before."""
    return counted.words[-1] in _CARRIERS and len(counted.words) < 3 and kinds.of_noun(counted.words) is None


def _shares_noun(view: SentenceView, figure: Figure, counted: Counted, previous: Frame | None) -> bool:
    """ "28 people are killed and dozens wounded": the adjective behind is a verb whose noun stands before."""
    if previous is None or previous.predicate is None or previous.counted is None or previous.counted in STATES:
        return False
    between = view.between(previous.figure.end, figure.start)
    return len(counted.words) == 1 and counted.words[0] in STATES and (" and " in between or "," in between)


def _is_elliptic(view: SentenceView, figure: Figure) -> bool:
    """May the figure share the noun of the one before it? Not as the object of its own verb ("leaving ten dead")."""
    for token in view.before(figure.start):
        if token.tag == "V":
            return token.lower not in _LEAVE
        if token.tag in (",", "C", "S"):
            return True
    return True


def _is_more_of(view: SentenceView, figure: Figure, previous: Frame) -> bool:
    """ "370 firms at home and 130 more abroad are affected": things, and the figure counts more of them."""
    behind = view.first_at(figure.end)
    more = behind < len(view.tokens) and view.tokens[behind].lower in ("more", "others")
    return more and previous.unit not in ("people", "cases")


def _like(figure: Figure, previous: Frame) -> Frame:
    return Frame(
        figure=figure,
        kind=previous.kind,
        unit=previous.unit,
        counted=previous.counted,
        counted_span=previous.counted_span,
        predicate=previous.predicate,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        rules=("like-the-one-before",),
    )


# -------------------------------------------------------------------- predicates


def _predicate(
    view: SentenceView, figure: Figure, counted: Counted | None, previous: Frame | None, kinds: Kinds
) -> Predicate | None:
    if counted and (counted.rule == "hyphen-strong" or _is_whole(view, figure)):
        return None
    begin, first = view.first_at(start_with_hedge(figure)), view.first_at(figure.end)
    if counted and (counted.first >= first or counted.rule == "carried"):
        first = counted.last
    before = predicate_before(view, start_with_hedge(figure), kinds)
    if before and before.takes_figure:
        return before
    return (
        predicate_behind(view, begin, first, kinds)
        or before
        or _shared(view, begin, counted, previous, kinds)
        or _state_in(view, counted, kinds)
        or _carrier(view, figure, kinds)
    )


def _shared(
    view: SentenceView, begin: int, counted: Counted | None, previous: Frame | None, kinds: Kinds
) -> Predicate | None:
    """The verb that the figure before has as its object, where this one ends the list or stands in it."""
    if previous is None or previous.predicate is None or counted is None or counted.last < begin:
        return None
    behind = view.tokens[counted.last] if counted.last < len(view.tokens) else None
    if behind and behind.tag in ("V", "X"):
        return None
    return shared_object_predicate(view, previous.figure, previous.predicate, begin, kinds)


def _is_whole(view: SentenceView, figure: Figure) -> bool:
    """ "nine of the 14 patients died": the figure is the whole of which another is said."""
    k = view.first_at(figure.start) - 1
    while k >= 0 and view.tokens[k].tag == "D":
        k -= 1
    if k < 1 or view.tokens[k].lower != "of":
        return False
    part = k - 2 if view.tokens[k - 1].lower in ("more", "other") else k - 1
    return part >= 0 and view.owner[part] >= 0


def _state_in(view: SentenceView, counted: Counted | None, kinds: Kinds) -> Predicate | None:
    """The state that the noun phrase itself names: "13 missing people", "eight injured soldiers"."""
    if counted is None:
        return None
    for token in view.tokens[counted.first : counted.last - 1]:
        if token.lower in STATES and token.lower in kinds.by_predicate:
            kind = kinds.by_predicate[token.lower]
            return Predicate(Span(token.start, token.end), token.lower, kind, "state-in-noun")
    return None


def _carrier(view: SentenceView, figure: Figure, kinds: Kinds) -> Predicate | None:
    """The noun that carries the count: "the death toll … rose to 216 people"."""
    carried = carried_before(view, figure)
    kind = kinds.of_noun(carried.words) if carried else None
    if carried is None or kind is None or not kind.persons:
        return None
    return Predicate(carried.span, " ".join(carried.words), kind, "carrier")


# -------------------------------------------------------------------- things


def _things(
    view: SentenceView,
    figure: Figure,
    counted: Counted,
    noun_kind: Kind | None,
    predicate: Predicate | None,
    kinds: Kinds,
) -> Frame:
    kind = noun_kind or kinds.by_name["count"]
    rule = f"noun-{kind.name}" if noun_kind else "fallback"
    if counted.head == "point" and _speaks_of_index(view):
        kind, rule = kinds.of_measure("index") or kind, _OF_INDEX
    predicate = _loss(view, figure, counted, kinds) or predicate
    if noun_kind is None and predicate and (predicate.rule == "lives-lost" or predicate.words in _BEFALL):
        # "killed 11 operatives", "2,000 geese have died", "claimed 67 lives"
        kind, rule = predicate.kind, predicate.rule
    return Frame(
        figure=figure,
        kind=kind.name,
        unit="people" if rule == "lives-lost" else _unit_of(counted, kinds),
        counted=counted.span.of(view.text),
        counted_span=counted.span,
        predicate=predicate.span if predicate else None,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        rules=(counted.rule, rule),
    )


def _speaks_of_index(view: SentenceView) -> bool:
    return not _INDICES.isdisjoint(token.lower for token in view.tokens)


def _loss(view: SentenceView, figure: Figure, counted: Counted, kinds: Kinds) -> Predicate | None:
    """ "claimed at least 67 lives": the verb that makes the lives lost ones."""
    if counted.head not in _LOSSES:
        return None
    verb = next((token for token in view.before(figure.start) if token.tag == "V"), None)
    if verb is None or verb.lower not in _LOSS_VERBS:
        return None
    return Predicate(Span(verb.start, verb.end), verb.lower, kinds.by_name["deaths"], "lives-lost")


def _unit_of(counted: Counted, kinds: Kinds) -> str:
    """The plural noun counted, in small letters: a compound that a kind knows ("air strikes"), else the head alone."""
    run = _compound(counted, kinds)
    if run:
        return " ".join(run if is_plural(run[-1]) else (*run[:-1], plural(run[-1])))
    written = counted.core[-1]
    if len(written) == 1 and len(counted.core) > 2:  # "three B-2s"
        return "".join(counted.core[-3:])
    if written in UNCHANGED or (counted.many and written.endswith("s") and not written.endswith("ss")):
        return written  # "bureaus", "HBCUs": plurals that look like singulars
    return plural(counted.head)


def _compound(counted: Counted, kinds: Kinds) -> tuple[str, ...]:
    """The words of a compound noun that a kind knows, none where the head alone decides."""
    for length in (3, 2):
        run = counted.core[-length:]
        if len(run) == length and " ".join(run) in kinds.by_noun:
            return run
    return ()


# -------------------------------------------------------------------- persons


def _persons(
    view: SentenceView,
    figure: Figure,
    counted: Counted | None,
    noun_kind: Kind | None,
    predicate: Predicate | None,
    previous: Frame | None,
    kinds: Kinds,
) -> Frame:
    of_those = counted is not None and counted.rule == "noun-behind-of"
    if counted and counted.head in _OPEN_FATES and predicate and predicate.kind.predicates_win:
        noun_kind = None  # "three victims were hospitalized"
    kind, rule = _kind_of_persons(noun_kind, predicate, of_those, kinds)
    if previous and not kind.predicates_win and _is_part(view, previous.figure, figure):
        whole = kinds.by_name.get(previous.kind)
        if whole and whole.predicates_win:
            kind, rule = whole, "part-of-the-one-before"
    rules = [counted.rule] if counted else []
    phrase, span = (counted.span.of(view.text), counted.span) if counted else (None, None)
    shares = previous is not None and previous.unit in ("people", "cases") and "lives-lost" not in previous.rules
    if counted is None and previous and shares and _is_elliptic(view, figure):
        phrase, span = previous.counted, previous.counted_span
        rules.append("counted-from-before")
    return Frame(
        figure=figure,
        kind=kind.name,
        unit=_unit_of_persons(figure, kind, counted, noun_kind, kinds),
        counted=phrase,
        counted_span=span,
        predicate=predicate.span if predicate else None,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        rules=(*rules, rule),
    )


def _unit_of_persons(
    figure: Figure, kind: Kind, counted: Counted | None, noun_kind: Kind | None, kinds: Kinds
) -> str | None:
    if counted and noun_kind and not noun_kind.persons and not is_person(counted.head):
        return _unit_of(counted, kinds)
    if counted is None and kind.name == "count" and figure.form == "digits":
        return None  # "edged up to 2,152": nothing tells what is counted
    return "cases" if kind.name == "cases" and not (counted and is_person(counted.words[-1])) else "people"


def _kind_of_persons(noun: Kind | None, predicate: Predicate | None, of_those: bool, kinds: Kinds) -> tuple[Kind, str]:
    """What happened to persons wins over what they are; a noun that says it itself ("bodies") wins over both.

    of_those: the figure is some of those whom the noun names ("two of the injured").
    """
    if noun and noun.nouns_win and not (of_those and predicate and _is_graver(predicate.kind, noun, kinds)):
        return noun, f"noun-{noun.name}"
    if predicate and (predicate.kind.predicates_win or noun is None):
        return predicate.kind, predicate.rule
    if noun:
        return noun, f"noun-{noun.name}"
    return kinds.by_name["count"], "fallback"


def _is_graver(kind: Kind, noun: Kind, kinds: Kinds) -> bool:
    """ "two of the injured have died": both say what happened, and the earlier kind of kinds.toml holds."""
    return kind.nouns_win and kinds.kinds.index(kind) < kinds.kinds.index(noun)


def _counts_persons(counted: Counted, noun_kind: Kind | None, kinds: Kinds) -> bool:
    if noun_kind and (noun_kind.persons or _compound(counted, kinds)):
        return noun_kind.persons  # "40 water bombers" are no persons, where a kind knows them
    return _names_persons(counted)


def _names_persons(counted: Counted) -> bool:
    last = counted.words[-1]
    if not _PEOPLES.isdisjoint(counted.words):
        return True
    if last in _CROWDS and counted.rule in ("noun-before", "subject-of-measure"):
        return True  # "a crowd of 500", but "three crowds"
    return is_person(last) or is_person(counted.head) or find_demonym(last.capitalize()) is not None


def _is_part(view: SentenceView, whole: Figure, part: Figure) -> bool:
    """Is the figure named as a part of the one before it ("among them 12 children")?"""
    between = view.between(whole.end, part.start)
    behind = view.between(part.end, part.end + 12)
    return any(words in between for words in _PART_WORDS) or behind.lstrip().startswith(("of them", "of whom"))
