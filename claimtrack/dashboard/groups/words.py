"""A group in words: what it is about, what its sources say, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from claimtrack.model import MEASURED_KINDS
from claimtrack.reviews import GroupReview, GroupVerdict
from claimtrack.telling import words
from claimtrack.telling.words import Cells

# relation of a group → a sign, and what it says; the sign never stands without its word nearby
SIGNS: Mapping[str, str] = MappingProxyType({"conflict": "≠", "moved": "→", "agree": "="})
RELATIONS: Mapping[str, str] = MappingProxyType(
    {"conflict": "Conflict: not all of it can hold", "moved": "Moved: it changed over time", "agree": "Agree"}
)
VERDICT_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        GroupVerdict.AGREE: "=",
        GroupVerdict.CONFLICT: "≠",
        GroupVerdict.MOVED: "→",
        GroupVerdict.NOT_THE_SAME: "✘",
        GroupVerdict.UNSURE: "?",
    }
)
DISAGREEMENT = "⚖"


def amount(value: float, head: Cells) -> str:
    """A figure of the group with what it is measured in: `3,958 people`, `4.1 billion USD`, `12%`."""
    said = bare_amount(value, head)
    return said if head["kind"] in MEASURED_KINDS or not head["unit"] else f"{said} {head['unit']}"


def bare_amount(value: float, head: Cells) -> str:
    """The same without the thing that is counted."""
    cells = {**head, "value": value, "low": value, "high": value, "qualifier": "exact", "surface": ""}
    return words.figure(cells)


def figures(head: Cells) -> str:
    """Low, best and high: `3,166 – 11,300 people, best 3,958`, `105 people` where they are one."""
    low, best, high = head["low"], head["best"], head["high"]
    if best is None or low is None or high is None:
        return ""
    if low == high == best:
        return amount(best, head)
    return f"{bare_amount(low, head)} – {amount(high, head)}, best {bare_amount(best, head)}"


def title(head: Cells) -> str:
    """What it is about: `Deaths, flood, Derna`."""
    incident = str(head["incident"])
    return incident[:1].upper() + incident[1:]


def told_by(head: Cells) -> str:
    """`4 articles, 4 independent sources, 15 to 18 September 2023`."""
    parts = [_count(head["articles"], "article"), _count(head["sources"], "independent source")]
    if head["first_as_of"]:
        parts.append(_days(str(head["first_as_of"]), str(head["last_as_of"])))
    return ", ".join(parts)


def decided_sign(reviews: Sequence[GroupReview]) -> str:
    """The sign of the verdict that all who decided share; that of a disagreement; nothing where nobody has."""
    verdicts = {review.decision.verdict for review in reviews}
    if len(verdicts) > 1:
        return DISAGREEMENT
    return next((VERDICT_SIGNS[verdict] for verdict in verdicts), "")


def decision_in_words(review: GroupReview, head: Cells) -> str:
    """`2024-05-01 10:20 Ana: conflict, recommends 3,958 people (3,166 to 11,300): “the agencies' own count”`."""
    decision = review.decision
    start = f"{review.at:%Y-%m-%d %H:%M} {decision.reviewer}"
    if review.undoes is not None:
        return f"{start}: took back “{decision.verdict}”"
    said = f"{start}: {decision.verdict}"
    if decision.recommended is not None:
        said += f", recommends {amount(decision.recommended, head)}"
    bounds = [None if bound is None else bare_amount(bound, head) for bound in (decision.low, decision.high)]
    match bounds:
        case [str(low), str(high)]:
            said += f" ({low} to {high})"
        case [str(low), None]:
            said += f" (at least {low})"
        case [None, str(high)]:
            said += f" (at most {high})"
    return f"{said}: “{decision.reasoning}”" if decision.reasoning else said


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _days(first: str, last: str) -> str:
    """Two ISO days: `15 to 18 September 2023`, with what they share said once."""
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    whole = f"{other.day} {other:%B} {other.year}"
    if one == other:
        return whole
    if (one.year, one.month) == (other.year, other.month):
        return f"{one.day} to {whole}"
    if one.year == other.year:
        return f"{one.day} {one:%B} to {whole}"
    return f"{one.day} {one:%B} {one.year} to {whole}"
