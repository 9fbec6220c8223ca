"""Where a noun phrase begins, read leftwards from its end, and where it ends, read rightwards from its beginning."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.phrase import WORDS, Phrase, is_personal
from claimtrack.language import Token
from claimtrack.language.people import SOURCE_BODIES, can_be_source

_CALENDAR = frozenset(WORDS["calendar"])
_TIMES = frozenset(WORDS["times"])
_TIES, _BEFORE_TIME, _LEFT_OVER, _OCCASIONS, _OCCASION_PREPOSITIONS, _BEHIND_PARTICIPLE, _DESCRIBING = (
    frozenset(WORDS[name])
    for name in (
        "ties", "before_time", "left_over", "occasions", "occasion_prepositions", "behind_participle", "describing",
    )
)  # fmt: skip
_PARTICIPLE = ("ed", "en")
LONGEST = 22  # tokens of a phrase


def is_time(token: Token) -> bool:
    """Does the token name a day, a month or another time ("Monday", "week")? "Morning" in a name does not."""
    return token.lower in _CALENDAR or (token.lower in _TIMES and (token.tag != "M" or token.text.islower()))


def without_time(toks: Sequence[Token], end: int) -> int:
    """Where the phrase ends when it is followed by when it was said: "a poll released this month", "the court on
    Thursday"."""
    k = end
    while k > 1 and is_time(toks[k - 1]):
        k -= 1
    if k == end:
        return end
    while k > 1 and toks[k - 1].lower in _BEFORE_TIME:
        k -= 1
    while k > 1 and _is_participle(toks[k - 1]) and toks[k - 2].tag in ("N", "M"):
        k -= 1
    return k if toks[k - 1].tag in ("N", "M", "R", "#", "S") else end


def _is_participle(token: Token) -> bool:
    return token.tag == "V" and token.lower.endswith(_PARTICIPLE)


# ------------------------------------------------------------------ leftwards


def beginning(toks: Sequence[Token], end: int) -> int | None:
    """The first token of the noun phrase that ends before token `end`, None where none stands there."""
    last = end - 1
    if last < 0:
        return None
    if is_personal(toks[last]):
        return last
    if toks[last].tag not in ("N", "M", "'s", "#") or _is_bare_time(toks, last):
        return None
    k = last
    while k >= 0 and end - k < LONGEST and _goes_on_leftwards(toks, k, end):
        k -= 1
    first = k + 1
    while first < end and (toks[first].tag in ("P", "C", "A", "'s") or toks[first].lower in (",", "what")):
        first += 1
    return first if first < end else None


def _is_bare_time(toks: Sequence[Token], k: int) -> bool:
    return is_time(toks[k]) and (k == 0 or toks[k - 1].tag not in ("P", "D", "N", "A", "V", "M"))


def _goes_on_leftwards(toks: Sequence[Token], k: int, end: int) -> bool:
    """Does the noun phrase that ends before `end` take in token k?"""
    token = toks[k]
    left = toks[k - 1] if k else None
    right = toks[k + 1] if k + 1 < end else None
    if right is None:
        return token.tag in ("N", "M", "'s") or (token.tag == "#" and left is not None and left.tag in ("M", "P"))
    if right.tag == "D" and token.tag not in ("P", "C"):
        return False
    if is_time(token) and not (token.tag == "M" and left is not None and left.tag == "M"):
        return right.tag == "'s" or (right.tag == "P" and k > 0)
    if token.tag in ("N", "M", "'s", "D"):
        return True
    if token.tag == "#":
        priced = left is not None and left.text[0] in "$£€¥"
        return not priced and (right.tag in ("N", "M", "#") or right.lower in ("of", "in") or right.text == "-")
    return left is not None and _links(toks, k, end, left, right)


def _links(toks: Sequence[Token], k: int, end: int, left: Token, right: Token) -> bool:
    """Does token k, no noun, link the nouns on both sides into one phrase?"""
    token = toks[k]
    if token.text == "-" and left.tag == "#":
        return token.start == left.end  # "the 19-year-old woman"
    if token.tag == "A":
        dated = token.lower in ("earlier", "late", "later") and is_time(right)
        return dated or (left.tag == "P" and right.tag == "#")
    if token.text in ("&", "/"):
        return left.tag == "M" and right.tag == "M"
    if token.tag == "P":
        noun = k > 1 and toks[k - 2].tag in ("N", "M")
        described = noun and left.tag == "V" and left.lower.endswith((*_PARTICIPLE, "ing"))
        return token.lower in _TIES and (left.tag in ("N", "M", "#") or described)
    if token.tag == "V":
        described = right.lower in _BEHIND_PARTICIPLE or is_time(right)
        doing = token.lower.endswith("ing") and left.tag == "N"
        if token.lower in _DESCRIBING and right.tag == "N" and left.tag in ("N", "M", "#", "D"):
            return True  # "10 registered voters"
        return doing or (_is_participle(token) and described and left.tag in ("N", "M"))
    return token.lower == "and" and _joins_sources(left, toks[k + 1 : end])


def _joins_sources(left: Token, right: Sequence[Token]) -> bool:
    """Are the words on both sides of "and" one source ("aides and lawmakers", "Forbes and the Post")?"""
    if left.tag == "M" and (right[0].tag == "M" or right[0].lower == "the"):
        return True
    if left.tag != "N" or not can_be_source(left.lower):
        return False
    return left.lower in SOURCE_BODIES or (
        right[-1].tag == "N" and right[0].tag != "D" and can_be_source(right[-1].lower)
    )


# ------------------------------------------------------------------ rightwards


def ending(toks: Sequence[Token], first: int, k: int) -> int | None:
    """Behind the last token of the noun phrase from `first`, whose words begin at k; None where none stands there."""
    last = k
    while last < len(toks) and last - first < LONGEST and _goes_on_rightwards(toks, last, k):
        last += 1
    while last > k and toks[last - 1].tag in ("P", "C", "A", "D", "V", "'s"):
        last -= 1
    return last if last > k else None


def _goes_on_rightwards(toks: Sequence[Token], k: int, begin: int) -> bool:
    """Does the noun phrase whose words begin at `begin` take in token k?"""
    token = toks[k]
    after = toks[k + 1] if k + 1 < len(toks) else None
    if token.tag in ("N", "M", "'s"):
        return not (k > begin and is_time(token))
    if token.tag == "V" and token.lower.endswith("ing") and k > begin and toks[k - 1].tag in ("N", "M"):
        return after is None or after.tag in (",", "N")
    if after is None:
        return False
    if token.tag == "#":
        return after.tag in ("N", "M")
    if k == begin:
        return token.tag == "V" and after.tag in ("N", "M")
    return _leads_on(toks, k, toks[k - 1], after)


def _leads_on(toks: Sequence[Token], k: int, before: Token, after: Token) -> bool:
    token = toks[k]
    if token.tag == "D":
        return before.tag in ("P", "C")
    if token.tag == "P":
        return token.lower in _TIES and after.tag in ("D", "N", "M", "V") and before.tag in ("N", "M", "V")
    if token.tag == "V":
        return _is_participle(token) and after.lower in ("by", "in", "from", "on", "at") and before.tag in ("N", "M")
    if token.text in ("&", "/"):
        return after.tag == "M" and before.tag == "M"
    if token.lower == "and" and after.tag == "M" and before.tag == "M":
        return not (k + 2 < len(toks) and toks[k + 2].tag in ("V", "X"))
    return False


# ------------------------------------------------------------------ inside


def trimmed(toks: Sequence[Token], first: int, end: int) -> Phrase | None:
    """The phrase without what tells the time or the occasion behind its head ("officials on Thursday", "aides in a
    statement"), its head found, and the name parted from the noun in front of it ("the disaster agency AFAD")."""
    head = end - 1
    for k in range(first + 1, end):
        if toks[k].tag in ("P", "V"):
            if _is_circumstance(toks, k, end):
                end = k
            head = k - 1
            break
    while end > first and toks[end - 1].tag == "'s":
        end -= 1
    while end > first + 1 and (is_time(toks[end - 1]) or toks[end - 1].lower in _LEFT_OVER):
        end -= 1
    if end <= first:
        return None
    head = max(first, min(head, end - 1))
    name = _name_behind_noun(toks, first, head)
    return Phrase(first, end, head) if name is None else Phrase(name, end, head, first, name)


def _is_circumstance(toks: Sequence[Token], k: int, end: int) -> bool:
    return toks[k].lower in _OCCASION_PREPOSITIONS and any(
        is_time(t) or t.lower in _OCCASIONS for t in toks[k + 1 : min(end, k + 4)]
    )


def _name_behind_noun(toks: Sequence[Token], first: int, head: int) -> int | None:
    """Where the name begins in "the disaster agency AFAD", "the aid chief Martin Griffiths": behind a lower-case noun
    that can be a source. None where the phrase is no noun and name side by side."""
    if toks[head].tag != "M":
        return None
    k = head
    while k > first and toks[k - 1].tag == "M":
        k -= 1
    noun = toks[k - 1]
    return k if k > first and noun.tag == "N" and can_be_source(noun.lower) else None
