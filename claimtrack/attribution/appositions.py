"""Names and roles side by side: "Ann Lee, the minister,", "the envoy, Ann Lee", "the mayor of Derna, Ann Lee,"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.boundaries import LONGEST, beginning, is_time, trimmed
from claimtrack.attribution.phrase import Phrase
from claimtrack.language import Token
from claimtrack.language.inflection import is_plural
from claimtrack.language.people import can_be_source, is_person

_OPENING = {")": "(", "—": "—", "–": "–", "-": "-"}
CLOSING = frozenset((",", *_OPENING))


def phrase_before_apposition(toks: Sequence[Token], closing: int) -> Phrase | None:
    """The phrase in front of an apposition or a relative clause that ends with the comma or dash at `closing`."""
    opening = _OPENING.get(toks[closing].text, ",")
    for k in range(closing - 1, max(-1, closing - LONGEST), -1):
        if toks[k].tag == '"' or toks[k].text in (";", ":"):
            return None
        if toks[k].text != opening or not k or _parts_place(toks, k) or _parts_place(toks, k - 2):
            continue
        if not _may_be_apposition(toks[k + 1]):
            return None
        first = beginning(toks, k)
        found = trimmed(toks, first, k) if first is not None else None
        if found is not None and not (found.first and toks[found.first - 1].tag == "P"):
            return _with_apposition(toks, found, k + 1, closing)
    return None


def _parts_place(toks: Sequence[Token], k: int) -> bool:
    """ "from Ava, Mo., who": does the comma at k stand between a town and its state?"""
    if not 0 < k < len(toks) - 2 or toks[k].text != "," or toks[k + 1].tag != "M" or toks[k + 2].text != ",":
        return False
    while k and toks[k - 1].tag == "M":
        k -= 1
    return k > 0 and toks[k].tag == "M" and toks[k - 1].tag == "P"


def _may_be_apposition(token: Token) -> bool:
    participle = token.tag == "V" and token.lower.endswith(("ed", "en", "ing"))
    return participle or token.tag in ("D", "N", "M", "A", "#", "S", "P")


def _with_apposition(toks: Sequence[Token], found: Phrase, first: int, last: int) -> Phrase | None:
    """Who speaks of the phrase and its apposition, tokens first to last: the name of the two, the other is its role."""
    inner = toks[first]
    if inner.tag in ("S", "V", "P"):
        described = found.first > 1 and toks[found.first - 1].text == "," and toks[found.head].tag == "N"
        return _with_name_before(toks, found) if described else found  # "Ann Lee, a doctor, who …, | said"
    named = _name_as_apposition(toks, found, first, last)
    if named:
        return named
    if inner.tag == "#":
        return found
    if any(t.tag == "X" for t in toks[first:last]):
        return None
    if found.first > 1 and toks[found.first - 1].text == "," and toks[found.head].tag == "N":
        outer = _with_name_before(toks, found)
        if outer is not found:
            return outer
    return found._replace(role_first=first, role_last=last)


def _name_as_apposition(toks: Sequence[Token], found: Phrase, first: int, last: int) -> Phrase | None:
    """ "The mayor of Derna, Abdel-Moneim al-Ghaithi,": the apposition is the name, what stands before it the role."""
    if toks[found.head].tag != "N" or toks[first].tag != "M":
        return None
    end = next((k for k in range(first + 1, last) if toks[k].tag == "P"), last)  # "Ann Lee | of the Harbour Union"
    if not 1 <= end - first <= 5 or (end < last and end - first < 2):
        return None
    if toks[end - 1].tag not in ("M", "N") or not all(t.tag == "M" or "-" in t.text for t in toks[first:end]):
        return None
    return Phrase(first, end, end - 1, found.first, found.last)


def with_role_before(toks: Sequence[Token], found: Phrase) -> Phrase:
    """ "the deputy special envoy for Syria, Ramzy Ezzeldin Ramz": the role stands before the name; or the name that
    opens the sentence before the role."""
    if found.first < 2 or toks[found.first - 1].text != ",":
        return found
    if toks[found.head].tag == "N":
        return _with_name_before(toks, found)
    if found.last - found.first > 4 or any(t.tag != "M" for t in toks[found.first : found.last]):
        return found
    first = beginning(toks, found.first - 1)
    role = trimmed(toks, first, found.first - 1) if first is not None else None
    if role is None or first is None or toks[first].tag != "D" or not can_be_source(toks[role.head].lower):
        return found
    begins = first == 0 or toks[first - 1].tag in (",", '"', "C", "S")
    if not begins or is_plural(toks[role.head].lower):
        return found  # "against the will of the voters, Lee said"
    return found._replace(role_first=first, role_last=found.first - 1)


def _with_name_before(toks: Sequence[Token], found: Phrase) -> Phrase:
    """ "Sam Hall, the party's spokesman said": the name that opens the sentence, and behind it what the person is."""
    first = found.first - 1
    while first and toks[first - 1].tag == "M":
        first -= 1
    opens = first == 0 or (first == 1 and toks[0].tag == '"')
    if not opens or not 1 < found.first - 1 - first < 5 or not can_be_source(toks[found.head].lower):
        return found
    return Phrase(first, found.first - 1, found.first - 2, found.first, found.last)


def with_role_behind(toks: Sequence[Token], found: Phrase) -> Phrase:
    """ "said Sergei Ryabkov, the deputy foreign minister of Russia": the apposition up to the next comma or stop; or
    the name behind the role ("said the envoy, Ann Lee")."""
    first = found.last + 1
    if first >= len(toks) or toks[found.last].text != ",":
        return found
    if toks[first].tag == "M":
        return _with_name_behind(toks, found, first)
    if toks[first].tag not in ("D", "N"):
        return found
    last = first
    while last < len(toks) and toks[last].tag not in (",", "V", "X", '"', "S"):
        last += 1
    if last < len(toks) and _begins_predicate(toks, first, last):
        return found
    if any(can_be_source(t.lower) for t in toks[first:last] if t.tag == "N"):
        return found._replace(role_first=first, role_last=last)
    return found


def _begins_predicate(toks: Sequence[Token], first: int, k: int) -> bool:
    """ "according to Reuters, the army | said": is the verb at k that of a clause whose subject begins at `first`, and
    no participle that describes it ("said Ann Lee, a doctor | working here")?"""
    if toks[k].tag == "X":
        return True
    described = toks[k].lower.endswith("ing") or (
        toks[first].lower in ("a", "an") and toks[k].lower.endswith(("ed", "en"))
    )
    return toks[k].tag == "V" and not described


def _with_name_behind(toks: Sequence[Token], found: Phrase, first: int) -> Phrase:
    """The name of one person from token `first` on, where the clause ends with it."""
    head = toks[found.head]
    if head.tag != "N" or is_plural(head.lower) or not is_person(head.lower) or is_time(toks[first]):
        return found
    last = first
    while last < len(toks) and toks[last].tag == "M":
        last += 1
    ends = last >= len(toks) or toks[last].tag in (",", '"', "S")
    return Phrase(first, last, last - 1, found.first, found.last) if ends and last - first < 5 else found
