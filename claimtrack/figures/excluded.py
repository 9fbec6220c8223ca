"""What only looks like a figure of a claim: years, dates, ages, scores, names and the like, each with its class."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from claimtrack.language.times import time_number

_DATA = tomllib.loads(files(__package__).joinpath("excluded.toml").read_text("utf-8"))


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_AGE_AFTER = re.compile(r"(?i)[\s-]{1,2}(?:and a half[\s-])?(?:years?|months?|weeks?|days?)(?:[\s-]old|\sof\sage)s?\b")
_AGE_BEFORE = re.compile(
    r"(?i)\b(?:aged?|ages)\s(?:(?:just|only|about|around|over|under|between|from|below|above)\s)?(?:\d+\s(?:to|and|or)\s|\d+[-–])?$"
)
_AGE_GROUP = re.compile(
    r"(?i)\b(?:children|people|persons|those|adults?|girls|boys|women|men|kids|anyone|citizens|infants|voters)\s(?:(?:aged?)\s)?(?:under|over|above|below|older than|younger than)\s(?:the age of\s)?$|\b(?:turn(?:s|ed|ing)|the age of)\s$|\bunder-$"
)
_AGE_APPOSED = re.compile(r"[A-Z][\w.’'-]+,\s$")
_AGE_APPOSED_END = re.compile(r"[,.;)]|\s*$|\sand\s[A-Z]")
_NAME_BEFORE = re.compile(rf"(?i)(?:\b(?P<word>{_any(_DATA['name']['before'])})[\s-]|(?P<hash>#|§\s?))$")
_NAME_UNLESS = frozenset(_DATA["name"]["unless_counted"])
_COUNTED = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}?(?:[a-z]+s|people|children|men|women)\b")
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z]|[A-Z]\d*)[-–]$")
_WORD_GLUED = re.compile(
    r"(?:^|[\s(“\"‘])(?:mid|post|pre|sub|non|over|under|top|all|multi|at|up|a|the|some)-$", re.IGNORECASE
)
_IDIOM = re.compile(rf"(?i)\b(?:{_any(_DATA['idiom']['phrases'])})\b")
_SCORE = re.compile(
    r"(?P<first>\d{1,3})[-–](?P<second>\d{1,3})(?![-–\d%]|\s?(?:percent|per cent|million|billion|years?|people|days?|hours?|minutes?|months?|weeks?|miles?|km))"
)
_SCORED = re.compile(
    r"(?i)\b(?:win|wins|won|beat|beats|beaten|lost|lose|lead|leads|led|draw|drew|victory|defeat|score|scored|aggregate|thrashed|edged|loss|tied|past|over|set|vote|voted|votes|ruling|ruled|decision|senate|house)\b"
)
_PHONE = re.compile(
    r"\+?\d{1,3}[-.\s]?\(?\d{3}\)?[-.\s]\d{3}[-.\s]?\d{4}|\(?\d{3}\)?[-.]\d{3}[-.]\d{4}|\b\d{3}-\d{4}\b|\+\d{1,3}[-\s]\d"
)
_STREET = re.compile(
    r"\s(?:[A-Z][\w.]+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Plaza|Square|Way)\b"
)
_LIST_MARK = re.compile(r"[.)]\s")
_INDEX_BEFORE = re.compile(
    r"(?i)\b(?:fortune|s&p|nasdaq|ftse|nikkei|dax|cac|russell|stoxx|asx|topix|forbes)\s$|s&p’?s?\s$"
)
_INDEX_VALUE = {100, 200, 225, 250, 400, 500, 600, 1000, 2000, 40, 30, 50, 350, 300}
_WEB = re.compile(r"://|www\.|@|^[#]|\.(?:com|org|net|gov|edu|co)\b|\w/\w+/|^<")
_SPACE = frozenset(" \t\r\n\u00a0")
_PRONOUN_BEFORE = re.compile(rf"(?i)\b(?:{_any(_DATA['one']['after_words'])})[\s-]$")
_PRONOUN_AFTER = re.compile(
    rf"(?i)(?:['’]s|-(?:on|off|time|way|sided|man|party|stop|to)\b|\s(?:{_any(_DATA['one']['before_words'])})\b|\s?[.,;:?!)”\"]|$)"
)
_ONE_COUNTED_BEFORE = re.compile(
    r"(?i)\b(?:kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|leaving|left|at least|only|just|death of|including|arrest(?:ed|ing)|than)\s$"
)
_ONE_COUNTED_AFTER = re.compile(
    r"(?i)\s(?:dead|wounded|injured|missing|in (?:five|six|seven|eight|nine|ten|three|four|twenty|\d+)\b|and (?:wound|injur|hospital)\w+)"
)
_TITLE_WORDS = re.compile(r"[A-Za-z][\w’'-]*")
_BACK_REFERENCE = re.compile(r"(?i)\b(?:the|these|those|both|its|their|our|your|all)\s(?:other\s)?$")
_SIDES = re.compile(
    r"(?i)\s(?:sides|countries|nations|leaders|parties|presidents|states|candidates|companies|teams|allies|neighbou?rs|rivals|ministers|governments|things|ways|kinds|sorts|types|powers|superpowers)\b"
)
_POINTS_PLAN = re.compile(
    r"(?i)[\s-](?:point|step|part)[\s-](?:plan|agenda|program|programme|proposal|guide|list|peace|strategy)"
)


def is_web(text: str, start: int, end: int) -> bool:
    """Does the number stand inside a URL, an e-mail address, a handle or a hashtag?"""
    begin, stop = start, end
    while begin and start - begin < 200 and text[begin - 1] not in _SPACE:
        begin -= 1
    while stop < len(text) and stop - end < 200 and text[stop] not in _SPACE:
        stop += 1
    return stop - begin > end - start and _WEB.search(text[begin:stop]) is not None


def is_pronoun_one(text: str, start: int, end: int) -> bool:
    """Is this "one" a pronoun ("that one", "one of them") and no number ("one protester", "the death of one")?"""
    if _ONE_COUNTED_AFTER.match(text, end):
        return False
    if _PRONOUN_BEFORE.search(text, max(0, start - 12), start):
        return True
    return _PRONOUN_AFTER.match(text, end) is not None and not _ONE_COUNTED_BEFORE.search(
        text, max(0, start - 14), start
    )


def exclusion(text: str, start: int, end: int, measures: str | None, plain: bool) -> str | None:
    """Why the number text[start:end] is no figure of a claim, as one word; None where it may be one.

    measures: what its unit measures, None for a count; plain: no scale, currency or percent stands with it.
    """
    if measures in ("money", "percent", "percentage point"):
        return None
    if not plain:
        return "ordinal" if _is_ordinal(text, start, end) else _idiom(text, start, end)
    return (
        time_number(text, start, end)
        or _age(text, start, end)
        or _name(text, start, end, measures)
        or _idiom(text, start, end)
        or _code(text, start, end)
        or _anaphor(text, start, end)
    )


_ORDINAL = re.compile(r"(?i)a (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$")
_FRACTION_BEHIND = re.compile(
    r"(?i)\s(?:of|more|less|fewer|higher|lower|to|in|and|or|by|from|since|on|over|as|larger|smaller)\b|\s?[.,;:)”\"]|\s?$"
)


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """ "a third bomb" is the third one; "a third of them" a fraction."""
    return _ORDINAL.match(text[start:end]) is not None and _FRACTION_BEHIND.match(text, end) is None


def _age(text: str, start: int, end: int) -> str | None:
    if _AGE_AFTER.match(text, end):
        return "age"
    if _AGE_BEFORE.search(text, max(0, start - 30), start) or _AGE_GROUP.search(text, max(0, start - 40), start):
        return "age"
    if _AGE_APPOSED.search(text, max(0, start - 30), start) and text[start:end].isdigit() and end - start <= 2:
        return "age" if _AGE_APPOSED_END.match(text, end) else None
    return None


def _name(text: str, start: int, end: int, measures: str | None) -> str | None:
    before = _NAME_BEFORE.search(text, max(0, start - 16), start)
    if before:
        word = (before["word"] or "").lower()
        if before["hash"] or word not in _NAME_UNLESS or not _COUNTED.match(text, end):
            return "name"
    if _GLUED_BEFORE.search(text, max(0, start - 4), start) and not _WORD_GLUED.search(text, max(0, start - 8), start):
        return "name"
    if start and text[start - 1].isalnum():
        return "name"
    if text[start].isalpha():
        return "name" if text[start].isupper() and _inside_name(text, start, end) else None
    if _INDEX_BEFORE.search(text, max(0, start - 12), start) and text[start:end].replace(",", "").isdigit():
        return "name" if int(text[start:end].replace(",", "")) in _INDEX_VALUE else None
    if measures is None and _STREET.match(text, end):
        return "address"
    return None


def _inside_name(text: str, start: int, end: int) -> bool:
    """A capitalised number word amid the sentence, with a capitalised neighbour, in a line that is no headline."""
    before = text[max(0, start - 40) : start].rstrip(" “\"‘'(")
    if not before or before[-1] in '.!?:;\n—–”"’':
        return False
    previous = re.search(r"[\w’'-]+$", before)
    following = re.match(r"[\s-]([A-Z])", text[end : end + 2])
    if not (following or (previous and previous[0][0].isupper())):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1][:300]
    words = [w for w in _TITLE_WORDS.findall(line) if len(w) > 3]
    return sum(w[0].isupper() for w in words) < 0.6 * len(words)


def _idiom(text: str, start: int, end: int) -> str | None:
    match = _IDIOM.search(text, max(0, start - 14), end + 24)
    while match:
        if match.start() < end and start < match.end():
            return "idiom"
        match = _IDIOM.search(text, match.start() + 1, end + 24)
    return "idiom" if _POINTS_PLAN.match(text, end) else None


def _code(text: str, start: int, end: int) -> str | None:
    if not (text[end - 1].isdigit() or text[start].isdigit()):
        return None
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip(" \t•*-(") and _LIST_MARK.match(text, end) and end - start <= 2:
        return "list"
    if _neighbour(text, start, end) and _is_score(text, start, end):
        return "score"
    if _PHONE.search(text, max(0, start - 14), end + 14) and _in_match(_PHONE, text, start, end):
        return "phone"
    if end - start > 9 and text[start:end].isdigit():
        return "code"
    if text[end : end + 1].isalpha() and text[start:end].isdigit():
        return "code"
    return None


def _neighbour(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] in ("-", "–") or text[start - 1 : start] in ("-", "–")


def _is_score(text: str, start: int, end: int) -> bool:
    for match in _SCORE.finditer(text, max(0, start - 4), end + 4):
        if match.start() <= start and end <= match.end():
            first, second = int(match["first"]), int(match["second"])
            around = text[max(0, start - 50) : end + 30]
            return second <= first or (second < 12 and _SCORED.search(around) is not None)
    return False


def _in_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return any(m.start() <= start and end <= m.end() for m in pattern.finditer(text, max(0, start - 14), end + 14))


def _anaphor(text: str, start: int, end: int) -> str | None:
    """A count that only points back ("the two sides"): nothing is claimed by it."""
    if _BACK_REFERENCE.search(text, max(0, start - 12), start) and _SIDES.match(text, end):
        return "anaphor"
    return None
