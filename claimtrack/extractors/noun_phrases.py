"""Noun phrases in a sentence: where one that is counted begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.context import find_demonym
from claimtrack.extractors.sentence_view import SentenceView
from claimtrack.extractors.vocabulary import words
from claimtrack.language.inflection import is_plural, singular
from claimtrack.language.people import is_person
from claimtrack.language.tokens import VERBS, Token
from claimtrack.model import Span

STATES = words("nominal_adjectives")
TIME_WORDS = words("time_words")
_WITH_OF, _WITH_OF_ALONE = words("with_of"), words("with_of_alone")
UNCHANGED, DEGREES = words("unchanged"), words("degrees")
_LONGEST = 9  # words of a noun phrase
_LONGEST_BEHIND_OF = 4
_PARTICIPLE = ("ed", "ing", "en", "wn")
NOMINAL = ("N", "M")


class Counted(NamedTuple):
    """The noun phrase counted. first, last: its tokens (exclusive). words: in lower case. rule: how it was found.
    many: more than one is counted, so that its last word is no singular."""

    span: Span
    first: int
    last: int
    words: tuple[str, ...]
    rule: str
    many: bool = False

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
    while k < len(toks) and k - begin < _LONGEST and (view.owner[k] < 0 or _is_named_with(view, k, begin)):
        token = toks[k]
        if view.owner[k] >= 0 or (many and not head and _joins_adjectives(view, k, begin)):
            pass
        elif token.tag in NOMINAL or (many and not head and _is_noun_in_disguise(view, k, begin)):
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


def _is_named_with(view: SentenceView, k: int, begin: int) -> bool:
    """Is token k a number that is part of a name inside the phrase ("five Apollo 11 engines")?"""
    before = view.tokens[k - 1] if k > begin else None
    if before is None:
        return False
    excluded = view.figures[view.owner[k]].excluded
    if excluded == "year":  # "a $900 possible 2013 sponsor"
        return before.tag == "N" and k + 1 < len(view.tokens) and view.tokens[k + 1].tag in NOMINAL
    return excluded in ("name", "date") and (before.tag == "M" or before.text[0].isupper())


def _joins_adjectives(view: SentenceView, k: int, begin: int) -> bool:
    """ "100 cheap, multirole planes", "two small but strategic islands": does token k join two adjectives, behind which
    the plural follows?"""
    toks = view.tokens
    if k == begin or k + 2 >= len(toks) or not (toks[k].text == "," or toks[k].lower in ("but", "yet", "and")):
        return False
    if toks[k - 1].tag != "N" or is_person(toks[k - 1].lower) or toks[k - 1].lower in TIME_WORDS:
        return False
    following = toks[k + 1 : k + 4]
    nouns = [i for i, token in enumerate(following) if token.tag == "N" and is_plural(token.lower)]
    return bool(nouns) and nouns[0] > 0 and all(token.tag == "N" for token in following[: nouns[0]])


def _is_noun_in_disguise(view: SentenceView, k: int, begin: int) -> bool:
    """ "100 suicide attempts", "two prison escape attempts": behind a number and a singular no verb follows; what looks
    like one is a plural, or stands before the plural."""
    toks = view.tokens
    if toks[k].tag != "V" or k == begin or toks[k - 1].tag not in ("N", "M") or is_person(toks[k - 1].lower):
        return False
    plural = toks[k] if toks[k].lower.endswith("s") or k + 1 == len(toks) else toks[k + 1]
    return plural.lower.endswith("s") and is_plural(plural.lower) and not toks[k].lower.endswith(_PARTICIPLE)


def is_many(view: SentenceView, begin: int, end: int) -> bool:
    """May more than one be counted by the phrase ("40 staff", "two Boeing"), or is what stands behind the number none
    ("3,500 dying", "hundreds stuck at airports")?"""
    toks = view.tokens
    if any(token.lower.endswith("s") or is_plural(token.lower) for token in toks[begin:end]):
        return True
    last = toks[end - 1]
    if last.tag == "M" or is_person(last.lower) or last.lower in UNCHANGED or last.lower in STATES:
        return True
    return begin > 1 and toks[begin - 2].tag == "D" and not last.lower.endswith("ed")  # "the 45,000 cap"


def _is_behind_phrase(view: SentenceView, k: int, begin: int, head: int) -> bool:
    """Does the noun at k no longer belong to the phrase: behind the plural head, or a time ("12 people Monday")?"""
    token = view.tokens[k]
    if head and _is_name(view.tokens[head - 1]) and token.lower not in TIME_WORDS:
        return False  # "two Las Vegas police officers": the name only looks like a plural
    if head and not (token.tag == "N" and is_plural(token.lower) and token.lower not in STATES):
        return True
    if head and is_person(view.tokens[head - 1].lower) and not is_person(token.lower):
        return True  # "125 women expands": a verb that looks like a plural
    following = view.tokens[k + 1] if k + 1 < len(view.tokens) else None
    if k == begin:
        return token.lower in TIME_WORDS and (following is None or following.lower in TIME_WORDS)
    if following and token.lower in VERBS and (following.tag == "D" or view.owner[k + 1] >= 0):
        return True  # "one rocket hit a school", "the toll of the quake hit 900": a verb that looks like a noun
    return token.lower in TIME_WORDS


def _is_name(token: Token) -> bool:
    """Is it a name, but not of persons ("Marines", "Syrians")?"""
    return token.tag == "M" and not is_person(token.lower) and find_demonym(token.text) is None


def _is_gerund_behind_noun(view: SentenceView, k: int, begin: int) -> bool:
    """ "a 12-hour cabinet meeting": a gerund is the head."""
    token = view.tokens[k]
    if token.tag != "V" or k == begin or not token.lower.endswith("ing") or view.tokens[k - 1].tag not in NOMINAL:
        return False
    return k + 1 == len(view.tokens) or view.tokens[k + 1].tag not in (
        "D",
        "P",
        "M",
        "#",
    )  # "a fund creating a credit line"


def _goes_on(view: SentenceView, k: int, begin: int, many: bool) -> bool:
    """Does a phrase without a head so far go on with token k, which is no noun?"""
    token = view.tokens[k]
    if many and k > begin:
        if token.lower == "of":  # "two University of Maryland students"
            return view.tokens[k - 1].tag == "M" and k + 1 < len(view.tokens) and view.tokens[k + 1].tag == "M"
        if token.lower in ("and", "&"):  # "four army and police officers"
            return any(t.tag == "N" and is_plural(t.lower) for t in view.tokens[k + 1 : k + 3])
    if token.tag == "A" and k > begin and view.tokens[min(k + 1, len(view.tokens) - 1)].lower in VERBS:
        return False  # "the country now lives"
    if many and k == begin and token.lower in DEGREES:
        return True  # "three very high towers"
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
        if is_person(toks[end - 1].lower) and not is_person(word):
            return end  # "marches by 90 protesters and clashes"
        behind = toks[end + 2] if end + 2 < len(toks) else None
        if is_plural(word) and word not in STATES and (behind is None or behind.tag not in ("V", "N", "#")):
            return end + 2
    return end
