"""Noun phrases that name a source: where they begin and end beside a reporting word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.language.people import SOURCE_BODIES, can_be_source
from claimtrack.language.tokens import Token
from claimtrack.model import Span

_TIES = frozenset(("of", "for", "from", "in", "at", "with", "to", "on", "by", "close", "familiar", "near", "against"))
_TIME = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "week", "month", "year", "night", "morning", "afternoon", "evening", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "tonight", "weekend",
))  # fmt: skip
_PERSONAL = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "one"))
_LONGEST = 22


class Phrase(NamedTuple):
    """Tokens first..last (exclusive) of a source's name or noun phrase; head: where its head noun is.

    role_first, role_last: tokens of its apposition ("the deputy foreign minister of Russia"), equal where it has none.
    """

    first: int
    last: int
    head: int
    role_first: int = 0
    role_last: int = 0

    def span(self, toks: Sequence[Token]) -> Span:
        return Span(toks[self.first].start, toks[self.last - 1].end)

    def role_span(self, toks: Sequence[Token]) -> Span | None:
        if self.role_last <= self.role_first:
            return None
        return Span(toks[self.role_first].start, toks[self.role_last - 1].end)


def is_pronoun(toks: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.last - phrase.first == 1 and toks[phrase.first].lower in _PERSONAL and toks[phrase.first].tag != "M"


def phrase_before(toks: Sequence[Token], k: int) -> Phrase | None:
    """The noun phrase that ends right before token k: the subject of a verb at k.

    "X, the minister, said": behind an apposition or a relative clause the phrase is what stands before it.
    """
    end = k
    if end and toks[end - 1].text in (",", "—", "–", ")", "-"):
        return _before_apposition(toks, end - 1)
    end = _without_time(toks, end)
    first = _begin(toks, end)
    if first is None:
        return None
    return _with_role_before(toks, _trimmed(toks, first, end))


def _without_time(toks: Sequence[Token], end: int) -> int:
    """Where the phrase ends when it is followed by when it was said: "a poll released this month", "the court on
    Thursday"."""
    k = end
    while k > 1 and toks[k - 1].lower in _TIME:
        k -= 1
    if k == end:
        return end
    while k > 1 and (toks[k - 1].lower in _BEFORE_TIME):
        k -= 1
    while k > 1 and toks[k - 1].tag == "V" and toks[k - 1].lower.endswith(("ed", "en")) and toks[k - 2].tag in ("N", "M"):
        k -= 1
    return k if toks[k - 1].tag in ("N", "M", "R", "#", "S") else end


_BEFORE_TIME = frozenset(("earlier", "later", "this", "last", "on", "in", "late", "early"))


def _before_apposition(toks: Sequence[Token], comma: int) -> Phrase | None:
    opening = {")": "(", "—": "—", "–": "–", "-": "-"}.get(toks[comma].text, ",")
    for k in range(comma - 1, max(-1, comma - _LONGEST), -1):
        if toks[k].tag == '"' or toks[k].text in (";", ":"):
            return None
        if toks[k].text != opening or not k:
            continue
        inner = toks[k + 1]
        if inner.tag not in ("D", "N", "M", "A", "#", "S", "P") and not (
            inner.tag == "V" and inner.lower.endswith(("ed", "en", "ing"))
        ):
            return None
        first = _begin(toks, k)
        found = _trimmed(toks, first, k) if first is not None else None
        if found is None or (found.first and toks[found.first - 1].tag == "P"):
            continue
        if inner.tag in ("S", "V", "P"):
            return found
        named = _name_behind(toks, found, k + 1, comma)
        if named:
            return named
        if any(t.tag == "X" for t in toks[k + 1 : comma]) and inner.tag != "#":
            return None
        if found.first > 1 and toks[found.first - 1].text == "," and toks[found.head].tag == "N":
            outer = _with_name_before(toks, found)
            if outer is not found:
                return outer
        return found._replace(role_first=k + 1, role_last=comma) if inner.tag != "#" else found
    return None


def _name_behind(toks: Sequence[Token], found: Phrase, first: int, last: int) -> Phrase | None:
    """ "The mayor of Derna, Abdel-Moneim al-Ghaithi,": the name is the apposition and what stands before it the role."""
    if (
        toks[found.head].tag != "N"
        or not 1 <= last - first <= 5
        or toks[first].tag != "M"
        or toks[last - 1].tag not in ("M", "N")
    ):
        return None
    if not all(t.tag == "M" or "-" in t.text for t in toks[first:last]):
        return None
    return Phrase(first, last, last - 1, found.first, found.last)


def _with_role_before(toks: Sequence[Token], found: Phrase | None) -> Phrase | None:
    """ "the deputy special envoy for Syria, Ramzy Ezzeldin Ramz": the role stands before the name."""
    if found is None or found.first < 2 or toks[found.first - 1].text != ",":
        return found
    if toks[found.head].tag == "N":
        return _with_name_before(toks, found)
    if toks[found.head].tag != "M":
        return found
    if found.last - found.first > 4 or any(t.tag != "M" for t in toks[found.first : found.last]):
        return found
    role = _trimmed(toks, first, found.first - 1) if (first := _begin(toks, found.first - 1)) is not None else None
    if role is None or first is None or toks[first].tag != "D" or not can_be_source(toks[role.head].lower):
        return found
    return found._replace(role_first=first, role_last=found.first - 1)


def _with_name_before(toks: Sequence[Token], found: Phrase) -> Phrase:
    """ "Sam Lau, the party's spokesman said": the name that opens the sentence, and behind it what the person is."""
    first = found.first - 1
    while first and toks[first - 1].tag == "M":
        first -= 1
    opens = first == 0 or (first == 1 and toks[0].tag == '"')
    if not opens or not 1 < found.first - 1 - first < 5 or not can_be_source(toks[found.head].lower):
        return found
    return Phrase(first, found.first - 1, found.first - 2, found.first, found.last)


def _begin(toks: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase that ends before token `end` begins, None where none stands there."""
    k = end - 1
    if k < 0:
        return None
    if toks[k].lower in _PERSONAL and toks[k].tag in ("R", "S", "D"):
        return k
    if toks[k].tag not in ("N", "M", "'s", "#") or (
        toks[k].lower in _TIME and (k == 0 or toks[k - 1].tag not in ("P", "D", "N", "A", "V", "M"))
    ):
        return None
    while k >= 0 and end - k < _LONGEST:
        if not _goes_on(toks, k, end):
            break
        k -= 1
    first = k + 1
    while first < end and (toks[first].tag in ("P", "C", "A", "'s") or toks[first].text == ","):
        first += 1
    return first if first < end else None


def _goes_on(toks: Sequence[Token], k: int, end: int) -> bool:
    """Does the noun phrase that is read leftwards take in token k?"""
    token = toks[k]
    left = toks[k - 1] if k else None
    right = toks[k + 1] if k + 1 < end else None
    if right is not None and right.tag == "D" and token.tag not in ("P", "C"):
        return False
    if (
        token.lower in _TIME
        and right is not None
        and not (token.text == "Today" and left is not None and left.tag == "M")
    ):
        return right.tag == "'s" or (right.tag == "P" and k > 0)
    if token.tag in ("N", "M", "'s"):
        return True
    if token.tag == "#":
        if left is not None and left.text[0] in "$£€¥":
            return False
        return (right is not None and (right.tag in ("N", "M", "#") or right.lower in ("of", "in"))) or (
            right is None and left is not None and left.tag in ("M", "P")
        )
    if token.tag == "D":
        return right is not None
    if left is None:
        return False
    if token.tag == "A":
        return right is not None and (
            (token.lower in ("earlier", "late", "later") and right.lower in _TIME)
            or (left.tag == "P" and right.tag == "#")
        )
    if token.text in ("&", "/") and right is not None:
        return left.tag == "M" and right.tag == "M"
    if token.tag == "P":
        participle = left.tag == "V" and left.lower.endswith(("ed", "en", "ing")) and k > 1 and toks[k - 2].tag == "N"
        return token.lower in _TIES and (left.tag in ("N", "M", "#") or participle)
    if token.tag == "V":
        return (
            right is not None
            and (
                right.lower in ("by", "in", "from", "with", "on", "at", "out", "last", "this", "earlier")
                or right.lower in _TIME
            )
            and left.tag in ("N", "M")
            and token.lower.endswith(("ed", "en"))
        ) or (token.lower.endswith("ing") and right is not None and left.tag == "N")
    if token.tag == "C":
        return token.lower in ("and", "&") and _joins_sources(left, toks[k + 1 : end])
    return False


def _joins_sources(left: Token, right: Sequence[Token]) -> bool:
    if not right:
        return False
    if left.tag == "M" and (right[0].tag == "M" or right[0].lower == "the"):
        return True
    if left.tag != "N" or not can_be_source(left.lower):
        return False
    return left.lower in SOURCE_BODIES or (
        right[-1].tag == "N" and right[0].tag != "D" and can_be_source(right[-1].lower)
    )


def _trimmed(toks: Sequence[Token], first: int, end: int) -> Phrase | None:
    """Without what tells the time or the occasion behind the head ("officials on Thursday", "aides in a statement")."""
    head = end - 1
    for k in range(first, end):
        if toks[k].tag == "P" and k > first:
            behind = toks[k + 1 : min(end, k + 4)]
            if any(
                t.lower in _TIME or t.lower in ("statement", "interview", "briefing", "email", "speech", "letter")
                for t in behind
            ) and toks[k].lower in ("on", "in", "at", "by"):
                end, head = k, k - 1
                break
            head = k - 1
            break
        if toks[k].tag == "V" and k > first:
            head = k - 1
            break
    while end > first and toks[end - 1].tag in ("'s",):
        end -= 1
    while end > first + 1 and (
        toks[end - 1].lower in _TIME
        or toks[end - 1].lower in ("last", "this", "earlier", "next", "late", "later", "out")
    ):
        end -= 1
    if end <= first:
        return None
    head = max(first, min(head, end - 1))
    name = _name_in(toks, first, head)
    if name is not None and name > first:
        return Phrase(name, end, head, first, name)
    return Phrase(first, end, head)


def _name_in(toks: Sequence[Token], first: int, head: int) -> int | None:
    """Where the name begins in "the disaster agency AFAD", "the aid chief Martin Griffiths": behind a lower-case noun
    that can be a source. None where the phrase is no noun and name side by side."""
    if toks[head].tag != "M":
        return None
    k = head
    while k > first and toks[k - 1].tag == "M":
        k -= 1
    if k == first or toks[k - 1].tag != "N" or not can_be_source(toks[k - 1].lower):
        return None
    return k


def phrase_after(toks: Sequence[Token], k: int) -> Phrase | None:
    """The noun phrase that begins at token k: the subject of an inverted verb, the object of "according to"."""
    first = k
    while (
        k < len(toks)
        and toks[k].tag in ("A", "D")
        and not (toks[k].tag == "D" and toks[k].lower in ("that", "this") and toks[k].end == toks[-1].end)
    ):
        k += 1
    if k < len(toks) and toks[first].lower in _PERSONAL and toks[first].tag in ("R", "S"):
        return Phrase(first, first + 1, first)
    last = k
    while last < len(toks) and last - first < _LONGEST and _takes(toks, last, k):
        last += 1
    while last > k and toks[last - 1].tag in ("P", "C", "A", "D", "V", "'s"):
        last -= 1
    if last == k:
        return None
    found = _trimmed(toks, first, last)
    return _with_role_behind(toks, found) if found else None


def _takes(toks: Sequence[Token], k: int, begin: int) -> bool:
    token = toks[k]
    after = toks[k + 1] if k + 1 < len(toks) else None
    if token.tag in ("N", "M", "'s"):
        return not (k > begin and token.lower in _TIME)
    if token.tag == "V" and token.lower.endswith("ing") and k > begin and toks[k - 1].tag in ("N", "M"):
        return after is None or after.tag in (",", "N")
    if token.tag == "#":
        return after is not None and after.tag in ("N", "M")
    if k == begin or after is None:
        return token.tag == "V" and after is not None and after.tag in ("N", "M")
    if token.tag == "D":
        return toks[k - 1].tag in ("P", "C")
    if token.tag == "P":
        return token.lower in _TIES and after.tag in ("D", "N", "M", "V") and toks[k - 1].tag in ("N", "M", "V")
    if token.tag == "V":
        return (
            token.lower.endswith(("ed", "en"))
            and after.lower in ("by", "in", "from", "on", "at")
            and toks[k - 1].tag in ("N", "M")
        )
    if token.text in ("&", "/"):
        return after.tag == "M" and toks[k - 1].tag == "M"
    if token.tag == "C" and token.lower in ("and", "&"):
        behind = toks[k + 2] if k + 2 < len(toks) else None
        return after.tag == "M" and toks[k - 1].tag == "M" and not (behind is not None and behind.tag in ("V", "X"))
    return False


def _with_role_behind(toks: Sequence[Token], found: Phrase) -> Phrase:
    """ "said Sergei Ryabkov, the deputy foreign minister of Russia": the apposition up to the next comma or stop."""
    k = found.last
    if k + 1 >= len(toks) or toks[k].text != "," or toks[k + 1].tag not in ("D", "N"):
        return found
    last = k + 1
    while last < len(toks) and toks[last].tag not in (",", "V", "X", '"', "S"):
        last += 1
    if any(can_be_source(t.lower) for t in toks[k + 1 : last] if t.tag == "N"):
        return found._replace(role_first=k + 1, role_last=last)
    return found
