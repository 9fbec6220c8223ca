"""A light reading of one sentence: its tokens, each with a word class. No parser: lists, endings and neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from claimtrack.language.tagging import Token, first_word, may_change, tag_in_context
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


_Piece = tuple[int, int, str, str, Tag, bool]
"""A token without its place: start and end in its chunk, text, lower, the tag that it has alone, and whether its
neighbours may give it another."""

_REMEMBERED = 65536  # chunks: the same few thousand come again and again
_LONGEST = 60  # characters of a chunk that is remembered
_KNOWN: dict[str, tuple[_Piece, ...]] = {}  # the tokens of what stands between two spaces, where nothing else tells
_LOOKS_AHEAD = re.compile(r"['’]\Z|(?<![A-Z]\.)[A-Z]\.\Z")  # "workers’", "J.": what stands behind decides what they are
_MARKS = frozenset(",.;:?!)")
_DOTTED = frozenset(CONTEXT["dotted"])
_new_token = tuple.__new__  # quicker than a NamedTuple's own constructor
_NEAR = 20_000  # characters on either side in which a sentence's first word is looked for as a name


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the sentence text[start:end], tagged. Offsets count in the whole text."""
    found: list[Token] = []
    doubtful: list[int] = []
    at = start
    known, add, token = _KNOWN.get, found.append, Token
    for chunk in text[start:end].split(" "):
        for first, last, written, lower, tag, is_doubtful in known(chunk) or _read_chunk(chunk, text, at, end):
            if is_doubtful:
                doubtful.append(len(found))
            add(_new_token(token, (at + first, at + last, written, lower, tag)))
        at += len(chunk) + 1
    _tag_in_context(found, doubtful, text, start)
    return found


def _read_chunk(chunk: str, text: str, at: int, end: int) -> tuple[_Piece, ...]:
    """The tokens of what stands at text[at:] up to the next space. end: of its sentence."""
    pieces = _of_plain_word(chunk)
    if pieces is None and _LOOKS_AHEAD.search(chunk):
        behind = at + len(chunk)
        matches = takewhile(lambda match: match.start() < behind, _TOKEN.finditer(text, at, end))
        return tuple([_piece(match, at) for match in matches])
    if pieces is None:
        pieces = tuple([_piece(match, 0) for match in _TOKEN.finditer(chunk)])
    if len(_KNOWN) < _REMEMBERED and len(chunk) <= _LONGEST:
        _KNOWN[chunk] = pieces
    return pieces


def _of_plain_word(chunk: str) -> tuple[_Piece, ...] | None:
    """The tokens of letters alone, or of letters and one mark that ends no abbreviation: quicker than the pattern."""
    if chunk.isalpha():
        return (_word(chunk),)
    word = chunk[:-1]
    if chunk[-1:] in _MARKS and len(word) > 1 and word.isalpha() and word not in _DOTTED:
        known = _KNOWN.get(word)
        return known[0] if known else _word(word), _mark(chunk[-1], len(word))
    return None


def _word(written: str) -> _Piece:
    lower = written if written.islower() else written.lower()
    tag = _tag_of_word(written, lower)
    return 0, len(written), written, lower, tag, may_change(written, lower, tag)


@lru_cache(maxsize=1024)
def _mark(mark: str, at: int) -> _Piece:
    return at, at + 1, mark, mark, ",", False


def _piece(match: re.Match[str], offset: int) -> _Piece:
    start, end = match.span()
    return start - offset, end - offset, *_read_alone(match[0], match.lastgroup)


@lru_cache(_REMEMBERED)
def _read_alone(written: str, kind: str | None) -> tuple[str, str, Tag, bool]:
    """A token as written and in small letters, the tag that it has without its neighbours, and whether they may give
    it another."""
    lower = written.lower().replace("’", "'")
    tag = _tag_of_word(written, lower) if kind in ("word", "plain") else _tag_of_sign(written, lower, kind)
    return written, lower, tag, may_change(written, lower, tag)


def _tag_in_context(found: list[Token], doubtful: list[int], text: str, start: int) -> None:
    """Give the doubtful tokens, and a capitalised first word, the tags that they have among the others."""
    leading = first_word(found)
    if found and found[leading].tag == "M" and leading not in doubtful[:1]:
        doubtful.insert(0, leading)
    for i in doubtful:
        token, tag = found[i], tag_in_context(found, i, leading)
        if tag == token.tag:
            continue
        if i == leading and tag == "N" and token.tag == "M" and _is_name_elsewhere(token.text, text, start):
            continue
        found[i] = _new_token(Token, (*token[:-1], tag))


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


def _tag_of_sign(written: str, lower: str, kind: str | None) -> Tag:
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
    if written[0].isupper():
        return "M"
    if lower in VERBS:
        return "V"
    if not written.isalpha() and _PARTICLE_NAME.match(written):
        return "M"
    if lower.endswith("ly") and lower not in NOT_ADVERBS:
        return "A"
    return "V" if lower.endswith("ed") and len(lower) > 4 else "N"
