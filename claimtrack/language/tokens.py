"""A light reading of one sentence: its tokens, each with a word class. No parser: lists, endings and neighbours."""

from __future__ import annotations

import re

from claimtrack.language.tagging import LEADING, Token, first_word, may_change, tag_in_context
from claimtrack.language.words import CLOSED, CONTEXT, NOT_ADVERBS, VERBS, Tag, is_function_word, verb_forms

__all__ = ["VERBS", "Tag", "Token", "is_function_word", "tokens", "verb_forms"]

_TOKEN = re.compile(
    rf"""(?P<plain>[A-Za-z]+(?=[ ,;:)?!\n]))
      | (?P<number>[$£€¥]?\d[\d,.]*\d(?:[A-Za-z%]+)?|[$£€¥]?\d[A-Za-z%]*)
      | (?P<dotted>(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s?[A-Z])|\b(?:{"|".join(CONTEXT["dotted"])})\.)
      | (?P<possessive>['’]s\b|(?<=[sxzSXZ])['’](?=\s))
      | (?P<contracted>(?<=\w)['’](?:re|ve|ll|d|m)\b)
      | (?P<word>[^\W\d_]+(?:(?:[-–&/.]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*)
      | (?P<quote>[“”„«»"‘]|``|''|’)
      | (?P<mark>[^\w\s]+?|_)
    """,
    re.VERBOSE,
)
_PARTICLE_NAME = re.compile(rf"(?:{'|'.join(CONTEXT['name_particles'])})[-’'][A-Z]")
_ACRONYMS_TOO = frozenset(("us", "it", "who"))


_Alone = tuple[str, Tag, bool]
_REMEMBERED = 65536  # words: the same few thousand come again and again
_KNOWN: dict[str, _Alone] = {}  # words that were read before; a mark's tag depends on where it stands
_new_token = tuple.__new__  # quicker than a NamedTuple's own constructor
_NEAR = 20_000  # characters on either side in which a sentence's first word is looked for as a name


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the sentence text[start:end], tagged. Offsets count in the whole text."""
    found: list[Token] = []
    doubtful: list[int] = []
    for i, match in enumerate(_TOKEN.finditer(text, start, end)):
        first, last = match.span()
        written = text[first:last]
        lower, tag, may_be_other = _KNOWN.get(written) or _read_alone(written, match.lastgroup)
        found.append(_new_token(Token, (first, last, written, lower, tag)))
        if may_be_other or i < LEADING:
            doubtful.append(i)
    leading = first_word(found)
    for i in doubtful:
        token = found[i]
        tag = tag_in_context(found, i)
        if i == leading and tag == "N" and token.tag == "M" and _is_name_elsewhere(token.text, text, start):
            tag = "M"
        if tag != token.tag:
            found[i] = token._replace(tag=tag)
    return found


def _is_name_elsewhere(word: str, text: str, start: int) -> bool:
    """Has the text near `start` the word with its capital within a sentence, and never in small letters ("Sanders")?"""
    first, last = max(0, start - _NEAR), start + _NEAR
    if text.find(f" {word.lower()}", first, last) >= 0:
        return False
    at = text.find(f" {word}", first, last)
    while at > 0:
        behind = text[at + len(word) + 1 : at + len(word) + 2]
        if (text[at - 1] == "," or text[at - 1].islower()) and not behind.isalnum():
            return True
        at = text.find(f" {word}", at + 1, last)
    return False


def _read_alone(written: str, kind: str | None) -> _Alone:
    """A token in small letters, the tag that it has without its neighbours, and whether they may give it another."""
    lower = written.lower().replace("’", "'")
    tag = _tag_alone(written, lower, kind)
    alone = lower, tag, may_change(written, lower, tag)
    if kind in ("word", "plain") and len(_KNOWN) < _REMEMBERED:
        _KNOWN[written] = alone
    return alone


def _tag_alone(written: str, lower: str, kind: str | None) -> Tag:
    if kind in ("word", "plain"):
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
