"""What a reporting word reports: where the content behind it begins, and where the writer's own words go on."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.boundaries import is_time
from claimtrack.attribution.cues import RECIPIENT, SPEECH, STOPS, TAKES_PREPOSITION, WORDS, Cue
from claimtrack.language import Token
from claimtrack.language.people import is_person
from claimtrack.language.words import NOUNS_TOO
from claimtrack.model import Span

_OPENS_CLAUSE, _CIRCUMSTANCES, _BEFORE_NUMBER, _NUMBER_ADVERBS, _AFTER_AS = (
    frozenset(WORDS[name]) for name in ("opens_clause", "circumstances", "before_number", "number_adverbs", "after_as")
)
_SHARES, _TURNING, _RELATIVES = (frozenset(WORDS[name]) for name in ("shares", "turning", "relatives"))
_LONGEST = 200  # tokens of content that are searched for its end
_DASHES = frozenset(("—", "–"))
_LONGEST_RELATIVE = 26
_LONGEST_SUBJECT = 16
_LONGEST_OBJECT = 8
_BEFORE_TIME = frozenset(("this", "last", "next", "late", "early"))


def content_start(toks: Sequence[Token], cue: Cue) -> tuple[int, bool]:
    """Where the content behind the cue begins, past when, where and to whom; and whether a colon opens it."""
    k = cue.at + 1
    if k < len(toks) and toks[k].lower == "out":  # "pointed out"
        k += 1
    recipient = cue.base in RECIPIENT
    places = cue.base in SPEECH and cue.base not in TAKES_PREPOSITION
    while k < len(toks):
        token = toks[k]
        if token.text == ":":
            return k + 1, True
        if (token.tag == "A" and token.lower not in _NUMBER_ADVERBS) or is_time(token):
            k += 1
        elif token.tag == "P" and places and _is_circumstance(toks, k):
            k = _past_phrase(toks, k + 1)
        elif recipient and (token.tag in ("R", "N", "M", "D") or _counts_people(toks, k)):
            k, recipient = _past_phrase(toks, k), False
        elif token.tag == "P" and k + 2 < len(toks) and toks[k + 1].tag == "A" and toks[k + 2].lower == "that":
            k += 2  # "have heard by now that"
        elif token.lower in _BEFORE_TIME and k + 1 < len(toks) and is_time(toks[k + 1]):
            k += 2
        else:
            break
    if k < len(toks) and toks[k].text in (".", "?", "!") and k >= len(toks) - 2:
        k = len(toks)
    return k, False


def _counts_people(toks: Sequence[Token], k: int) -> bool:
    """ "told 2,200 people gathered there", "tells 3,000 in Derna": a number of those who listened."""
    following = toks[k + 1] if k + 1 < len(toks) else None
    if toks[k].tag != "#" or following is None:
        return False
    return is_person(following.lower) or following.tag == "P"


def _is_circumstance(toks: Sequence[Token], k: int) -> bool:
    """Does the preposition at k begin where, when or to whom something was said, and not a number?"""
    if toks[k].lower not in _CIRCUMSTANCES or k + 1 >= len(toks):
        return False
    following = toks[k + 1]
    if following.lower in _BEFORE_NUMBER or following.lower.split("-")[-1] in _SHARES:
        return False
    return following.tag in ("D", "N", "M", "R")


def _past_phrase(toks: Sequence[Token], begin: int) -> int:
    """Behind the noun phrase that begins at `begin`."""
    k = begin
    while k < len(toks) and _is_in_phrase(toks, k, begin):
        k += 1
    return k


def _is_in_phrase(toks: Sequence[Token], k: int, begin: int) -> bool:
    token = toks[k]
    if k == begin:
        return token.tag in ("D", "N", "M", "'s", "#", "R")
    if token.tag == "#":
        return toks[k - 1].tag == "M"
    if token.tag == "V":
        return token.lower.endswith("ed") and toks[k - 1].tag == "D"
    return token.tag in ("N", "M", "'s") or token.lower == "of"


def begins_clause(toks: Sequence[Token], k: int) -> bool:
    """Does a clause or a quotation begin at k, and not where, when or to whom it was said, or a bare noun phrase?"""
    if k >= len(toks):
        return False
    if toks[k].lower == "that" and k + 1 < len(toks) and toks[k + 1].tag in ("X", "V"):
        return False  # "a set of rules that could close 40 plants"
    if toks[k].lower in _OPENS_CLAUSE or toks[k].tag == '"':
        return True
    end = k
    while end < len(toks) and end - k < _LONGEST_SUBJECT and toks[end].tag in ("D", "N", "M", "#", "'s", "A", "P", "C"):
        end += 1
    return k < end < len(toks) and (toks[end].tag == "X" or _is_finite(toks[end]) or _closes_relative(toks, end))


def begins_infinitive(toks: Sequence[Token], k: int) -> bool:
    """ "agreed to pay", not "agreed to 40 changes"."""
    return k + 1 < len(toks) and toks[k].lower == "to" and toks[k + 1].tag in ("V", "X", "A", "N")


def _is_finite(token: Token) -> bool:
    return token.tag == "V" and not token.lower.endswith("ing") and token.lower not in NOUNS_TOO


def _closes_relative(toks: Sequence[Token], k: int) -> bool:
    """ "argued the pipeline, which many support, would": is the comma at k the first of a closed relative clause?"""
    return toks[k].text == "," and k + 1 < len(toks) and _relative_closed(toks, k + 1) is not None


def relative_object(toks: Sequence[Token], first: int, behind: int) -> Span | None:
    """ "the 300 jobs that | Lee promised", "the $20 million | experts say it costs": the noun phrase with a number, in
    front of the subject that begins at `first`, of which the report is said; None where none stands there.

    behind: the first token behind the reporting verb.
    """
    last = first - 1
    if last > 0 and toks[last].lower in _RELATIVES:
        if begins_clause(toks, behind):
            return None  # "Radio 9 reports that police say he fled"
        last -= 1
    elif last < 1 or not (toks[last].tag == "N" or _is_sum(toks, last)):
        return None  # "at 86 she says"
    number = None
    for k in range(last, max(-1, last - _LONGEST_OBJECT), -1):
        if toks[k].tag == "#":
            number = k
        elif number is not None or not (toks[k].tag in ("N", "A", "M") or toks[k].lower in ("of", "a")):
            break
    return None if number is None else Span(toks[number].start, toks[last].end)


def _is_sum(toks: Sequence[Token], k: int) -> bool:
    """ "$20" and "$20 million", whose number is the token before."""
    number = k - 1 if toks[k - 1].tag == "#" else k
    return toks[k].tag == "#" and toks[number].text[0] in "$£€¥"


def counts_only(toks: Sequence[Token], k: int) -> bool:
    """ "added 160 guards along the route", "posted more than 40 times": an act; "added 40 had died": a report."""
    while k < len(toks) and (toks[k].tag == "A" or toks[k].lower in ("more", "than", "about", "just", "up", "to")):
        k += 1
    if k >= len(toks) or toks[k].tag != "#":
        return False
    while k < len(toks) and toks[k].tag in ("#", "N", "M", "C"):
        k += 1
    return k >= len(toks) or toks[k].tag not in ("V", "X")


def quoted_end(toks: Sequence[Token], k: int) -> int | None:
    """Where the next quotation behind token k ends, a position in the text; None where none is closed."""
    marks = [t.end for t in toks[k:] if t.tag == '"']
    return marks[1] if len(marks) > 1 else None


def content_end(toks: Sequence[Token], k: int) -> int:
    """Where the content that begins at token k ends: at a comma that the writer's own words follow, else with the
    sentence. A position in the text."""
    j, last = k + 3, min(len(toks) - 2, k + _LONGEST)
    while j < last:
        if toks[j].text == "," and toks[j + 1].lower in STOPS and not _goes_on(toks, k, j + 1):
            closed = _relative_closed(toks, j + 1)
            if closed is None:
                return toks[j].start
            j = closed
        elif _turns(toks, j):
            return toks[j].start
        j += 1
    return toks[-1].end


def _turns(toks: Sequence[Token], j: int) -> bool:
    """ "; instead, prices fell", "— and 40,000 came": the writer's own words behind a semicolon or the last dash."""
    sign, following = toks[j].text, toks[j + 1].lower
    if sign == ";":
        return following in _TURNING
    if sign not in _DASHES or following != "and" or toks[j + 2].tag in ("V", "X", "A") or toks[j + 2].lower == "that":
        return False
    return not any(t.text in _DASHES for t in toks[j + 1 : j + _LONGEST_RELATIVE])


def next_clause(toks: Sequence[Token], k: int) -> int:
    """Where a clause of its own follows what is wanted or shown from token k on: "sought jail time | , and he faces".
    A position in the text."""
    for j in range(k + 1, min(len(toks) - 2, k + _LONGEST)):
        if toks[j].text == "," and toks[j + 1].lower == "and" and toks[j + 2].tag == "R":
            return toks[j].start
    return toks[-1].end


def _relative_closed(toks: Sequence[Token], relative: int) -> int | None:
    """ "the pipeline, which many support, would bring": the comma that closes the relative clause, when the verb of
    the clause around it follows; None where it does not."""
    if toks[relative].lower not in ("which", "who", "whose"):
        return None
    for k in range(relative + 1, min(len(toks) - 1, relative + _LONGEST_RELATIVE)):
        if toks[k].tag in (",", '"') and toks[k].text != "-":
            after = toks[k + 1]
            verb = after.tag in ("X", '"') or (after.tag == "V" and not after.lower.endswith("ing"))
            return k if toks[k].text == "," and verb else None
    return None


def _goes_on(toks: Sequence[Token], first: int, k: int) -> bool:
    """ ", but that …" and ", but would cost $5m" are still what was said; so is ", where 35 doctors were left" behind a
    number in the content, which begins at token `first`."""
    word, following = toks[k], toks[k + 1]
    if word.lower == "as":
        return following.lower in _AFTER_AS
    if word.lower == "even":
        return following.tag != "S"  # ", even more important, would"
    if word.lower == "where":
        return any(t.tag == "#" for t in toks[first:k])
    return following.lower == "that" or (word.lower == "but" and following.tag in ("X", "V"))
