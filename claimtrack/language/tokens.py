"""A light reading of one sentence: its tokens, each with a word class. No parser: lists, endings and neighbours."""

from __future__ import annotations

import re

from claimtrack.language.tagging import Token, tag_in_context
from claimtrack.language.words import CLOSED, CONTEXT, NOT_ADVERBS, VERBS, Tag, is_function_word, verb_forms

__all__ = ["VERBS", "Tag", "Token", "is_function_word", "tokens", "verb_forms"]

_TOKEN = re.compile(
    rf"""(?P<number>[$£€¥]?\d[\d,.]*\d(?:[A-Za-z%]+)?|[$£€¥]?\d[A-Za-z%]*)
      | (?P<dotted>(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s?[A-Z])|\b(?:{"|".join(CONTEXT["dotted"])})\.)
      | (?P<possessive>['’]s\b|(?<=[sxzSXZ])['’](?=\s))
      | (?P<word>[^\W\d_]+(?:(?:[-–&/.]|['’](?!s\b))[^\W_]+)*)
      | (?P<quote>[“”„«»"‘]|``|''|’)
      | (?P<mark>[^\w\s]+?|_)
    """,
    re.VERBOSE,
)
_PARTICLE_NAME = re.compile(rf"(?:{'|'.join(CONTEXT['name_particles'])})[-’'][A-Z]")
_ACRONYMS_TOO = frozenset(("us", "it", "who"))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the sentence text[start:end], tagged. Offsets count in the whole text."""
    found = [_token(match) for match in _TOKEN.finditer(text, start, end)]
    for i, token in enumerate(found):
        tag = tag_in_context(found, i)
        if tag != token.tag:
            found[i] = token._replace(tag=tag)
    return found


def _token(match: re.Match[str]) -> Token:
    written = match[0]
    lower = written.lower().replace("’", "'")
    return Token(match.start(), match.end(), written, lower, _tag_alone(written, lower, match.lastgroup))


def _tag_alone(written: str, lower: str, kind: str | None) -> Tag:
    if kind == "word":
        return _tag_of_word(written, lower)
    if kind == "number":
        return "#"
    if kind == "possessive":
        return "'s"
    if kind == "quote":
        return '"'
    if kind == "mark":
        return ","
    return "M" if written[0].isupper() else _tag_of_word(written, lower)


def _tag_of_word(written: str, lower: str) -> Tag:
    closed = CLOSED.get(lower)
    if closed:
        return "M" if written.isupper() and len(written) > 1 and lower in _ACRONYMS_TOO else closed
    if written[0].isupper() or _PARTICLE_NAME.match(written):
        return "M"
    if lower in VERBS:
        return "V"
    if lower.endswith("ly") and lower not in NOT_ADVERBS:
        return "A"
    return "V" if lower.endswith("ed") and len(lower) > 4 else "N"
