"""Whether a figure is asserted, denied, possible or planned: by the verbs of its clause."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from claimtrack.model import Figure, Modality, Span

_DATA = tomllib.loads(files(__package__).joinpath("modality.toml").read_text("utf-8"))


def _pattern(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b") if words else re.compile(r"(?!)")


_VERBS: dict[Modality, re.Pattern[str]] = {m: _pattern(_DATA[m]["verbs"]) for m in ("denied", "planned", "possible")}
_AROUND: dict[Modality, re.Pattern[str]] = {m: _pattern(_DATA[m]["around"]) for m in ("planned", "possible")}
_OBJECTS = re.compile(
    rf"(?:{_pattern(_DATA['planned']['objects']).pattern})(?:\s(?:a|an|the|another|about|more|further|up to|at least))*\s*[“\"]?$"
)
_NOTHING = _pattern(_DATA["asserted"]["around"])
_CLAUSE_END = re.compile(
    r"[;:—–]|,? (?:but|while|as|when|after|before|because|although|which|who|so that|that (?:have|has|had|would))\b|, (?:and|with)\b|, (?=\w+ing\b)|\band that\b|\band (?=\w+(?:ed|s) (?:that|to)\b)|\band (?=(?:\w+ ){1,3}(?:said|was|were|is|are|has|have)\b)|\.(?=\s)"
)
_COULD = re.compile(r"\b(?:may|might|could)\b")
_MODAL = re.compile(r"\b(?:will|would|shall|is to|are to|intends? to|plans? to)\b")
_TENTATIVE_NUMBER = re.compile(r"\b(?:predict|forecast|project|fear)\w*\b")


def modality_of(lower: str, offset: int, figure: Figure, report: Span | None) -> tuple[Modality, Span | None]:
    """The modality of a figure and the words that make it so.

    lower: the sentence in lower case, beginning at `offset` of the text. report: the cue of the attribution, whose own
    "would" or "predicted" is looked at too, for it governs the figure from outside its clause.
    """
    at = figure.start - offset
    begin, end = _clause(lower, at, figure.end - offset)
    before, clause = lower[begin:at], lower[begin:end]
    if _NOTHING.search(clause):
        return "asserted", None
    for modality, match in _candidates(before, clause):
        start = offset + begin + match.start()
        return modality, Span(start, start + len(match[0]))
    if report is not None and report.end <= figure.start:
        cue = lower[report.start - offset : report.end - offset]
        if _TENTATIVE_NUMBER.fullmatch(cue):
            return "possible", report
        if _VERBS["denied"].fullmatch(cue):
            return "denied", report
    return "asserted", None


def _candidates(before: str, clause: str) -> list[tuple[Modality, re.Match[str]]]:
    found: list[tuple[Modality, re.Match[str]]] = []
    if match := _VERBS["denied"].search(before):
        found.append(("denied", match))
    if match := _COULD.search(clause):
        found.append(("possible", match))
    if match := _OBJECTS.search(before):
        found.append(("planned", match))
    for modality in ("planned", "possible"):
        if match := _last(_VERBS[modality], before):
            found.append((modality, match))
    if match := _MODAL.search(clause):
        found.append(("planned", match))
    for modality in ("planned", "possible"):
        if match := _AROUND[modality].search(clause):
            found.append((modality, match))
    return found


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for last in pattern.finditer(text):  # noqa: B007
        pass
    return last


def _clause(lower: str, start: int, end: int) -> tuple[int, int]:
    begin = 0
    for match in _CLAUSE_END.finditer(lower, 0, start):
        begin = match.end()
    following = _CLAUSE_END.search(lower, end)
    return begin, following.start() if following else len(lower)
