"""Noun phrases in a sentence: where one that is counted begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.extractors.vocabulary import words
from claimtrack.language.inflection import is_plural, singular
from claimtrack.language.people import is_person
from claimtrack.language.tokens import VERBS
from claimtrack.model import Span

STATES = words("nominal_adjectives")
TIME_WORDS = words("time_words")
_WITH_OF, _WITH_OF_ALONE = words("with_of"), words("with_of_alone")
_LONGEST = 9  # words of a noun phrase
_LONGEST_BEHIND_OF = 4
_PARTICIPLE = ("ed", "ing", "en", "wn")
NOMINAL = ("N", "M")


class Counted(NamedTuple):
    """The noun phrase counted. first, last: its tokens (exclusive). words: in lower case. rule: how it was found."""

    span: Span
    first: int
    last: int
    words: tuple[str, ...]
    rule: str

    @property
    def core(self) -> tuple[str, ...]:
        """The words up to the head: those before "of", where there is one."""
        return self.words[: self.words.index("of")] if "of" in self.words[1:] else self.words

    @property
    def head(self) -> str:
        """The head of the phrase, in the singular."""
        return singular(self.core[-1])


def phrase(view: SentenceView, first: int, last: int, rule: str) -> Counted | None:
    """Tokens first..last (exclusive) as what is counted, None where they hold no word."""
    found = view.words(first, last)
    return Counted(view.cover(first, last), first, last, found, rule) if found else None


def phrase_begin(view: SentenceView, k: int) -> int:
    """Where the noun phrase begins whose head is token k."""
    while k > 0 and view.tokens[k - 1].tag in NOMINAL and view.owner[k - 1] < 0:
        k -= 1
    return k


def phrase_end(view: SentenceView, begin: int, many: bool) -> int | None:
    """The end of the noun phrase that begins at a token, None where none does.

    many: a plural is counted, so that the phrase ends at its first plural noun, or at the next where two stand together
    ("sports fans"). A participle or adverb may open it ("newly confirmed cases").
    """
    toks, head, k = view.tokens, 0, begin
    while k < len(toks) and k - begin < _LONGEST and view.owner[k] < 0:
        token = toks[k]
        if token.tag in NOMINAL:
            if _is_behind_phrase(view, k, begin, head):
                break
            if many and is_plural(token.lower):
                head = k + 1
        elif token.tag == "'s" and k > begin:
            head = 0
        elif not many and _is_gerund_behind_noun(view, k, begin):
            k += 1
            break
        elif head or not _goes_on(view, k, begin, many):
            break
        k += 1
    end = head or _last_noun(view, begin, k)
    if end <= begin:
        return None
    return _with_of(view, _with_second(view, end) if head else end)


def _is_behind_phrase(view: SentenceView, k: int, begin: int, head: int) -> bool:
    """Does the noun at k no longer belong to the phrase: behind the plural head, or a time ("12 people Monday")?"""
    token = view.tokens[k]
    if head and not (token.tag == "N" and is_plural(token.lower) and token.lower not in STATES):
        return True
    if head and is_person(view.tokens[head - 1].lower) and not is_person(token.lower):
        return True  # "125 women expands": a verb that looks like a plural
    following = view.tokens[k + 1] if k + 1 < len(view.tokens) else None
    if k == begin:
        return token.lower in TIME_WORDS and (following is None or following.lower in TIME_WORDS)
    if following and following.tag == "D" and token.lower in VERBS:
        return True  # "one rocket hit a school": a verb that looks like a noun
    return token.lower in TIME_WORDS


def _is_gerund_behind_noun(view: SentenceView, k: int, begin: int) -> bool:
    """ "a 12-hour cabinet meeting": a gerund is the head."""
    token = view.tokens[k]
    return token.tag == "V" and k > begin and token.lower.endswith("ing") and view.tokens[k - 1].tag in NOMINAL


def _goes_on(view: SentenceView, k: int, begin: int, many: bool) -> bool:
    """Does a phrase without a head so far go on with token k, which is no noun?"""
    token = view.tokens[k]
    if many and k > begin:
        if token.lower == "of":  # "two University of Maryland students"
            return view.tokens[k - 1].tag == "M" and k + 1 < len(view.tokens) and view.tokens[k + 1].tag == "M"
        if token.lower in ("and", "&"):  # "four army and police officers"
            return any(t.tag == "N" and is_plural(t.lower) for t in view.tokens[k + 1 : k + 3])
    return token.tag in ("V", "A") and (many or k == begin) and _opens(view, k)


def _opens(view: SentenceView, k: int) -> bool:
    """May the participle or adverb at k open a noun phrase: does a noun follow it?"""
    token, following = view.tokens[k], view.tokens[k + 1] if k + 1 < len(view.tokens) else None
    if following is None:
        return False
    if token.tag == "A":
        if following.tag in ("N", "M", "V") and (token.lower.endswith("ly") or token.lower in ("more", "less")):
            return True
        return token.lower not in TIME_WORDS and following.tag == "N" and is_plural(following.lower)
    return following.tag in NOMINAL and token.lower.endswith(_PARTICIPLE) and token.lower != "including"


def _last_noun(view: SentenceView, begin: int, end: int) -> int:
    """The end of the last noun, or gerund behind one, of tokens begin..end."""
    while end > begin and view.tokens[end - 1].tag not in NOMINAL:
        if view.tokens[end - 1].lower.endswith("ing") and end - 1 > begin:
            break
        end -= 1
    return end


def _with_of(view: SentenceView, end: int) -> int:
    """ "members of the security forces": the phrase goes on behind "of" where its head alone says little."""
    toks = view.tokens
    head = toks[end - 1].lower
    if (singular(head) not in _WITH_OF and head not in _WITH_OF_ALONE) or end + 1 >= len(toks):
        return end
    if toks[end].lower != "of":
        return end
    k = end + 1
    while k < len(toks) and toks[k].tag == "D":
        k += 1
    last = k
    while last < len(toks) and toks[last].tag in NOMINAL and view.owner[last] < 0 and last - k < _LONGEST_BEHIND_OF:
        last += 1
    return last if last > k else end


def _with_second(view: SentenceView, end: int) -> int:
    """ "sailors and marines": a second plural that nothing else is said of."""
    toks = view.tokens
    if end + 1 < len(toks) and toks[end].lower in ("and", "or") and toks[end + 1].tag == "N":
        word = toks[end + 1].lower
        behind = toks[end + 2] if end + 2 < len(toks) else None
        if is_plural(word) and word not in STATES and (behind is None or behind.tag not in ("V", "N", "#")):
            return end + 2
    return end
