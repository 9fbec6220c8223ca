"""Reports without a verb: "according to X", "in a poll by X", and a label before a colon."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claimtrack.attribution.contents import content_end
from claimtrack.attribution.cues import POLLS, STOPS, WORDS
from claimtrack.attribution.nouns import owner_of
from claimtrack.attribution.phrase import Phrase
from claimtrack.attribution.phrases import phrase_after, phrase_before
from claimtrack.attribution.report import Report
from claimtrack.language import Token
from claimtrack.language.inflection import plural, singular
from claimtrack.language.people import SOURCE_DOCUMENTS, can_be_source
from claimtrack.language.words import VERBS, rarest
from claimtrack.model import Span

_ACCORDING = tuple(tuple(phrase.split()) for phrase in WORDS["according"])
_ACCORDING_BY_START = {
    start: tuple(words for words in _ACCORDING if words[0] == start) for start in {words[0] for words in _ACCORDING}
}
_ACCORDING_MARKERS = frozenset(map(rarest, _ACCORDING))  # without one of them a quick look need not go on
_LABELS, _PREPOSITIONS, _COUNTS, _NAMED_BEFORE, _ASIDES, _WRITER = (
    frozenset(WORDS[name])
    for name in ("labels", "document_prepositions", "counts", "named_before", "asides", "writer")
)  # fmt: skip
_DOCUMENTS = SOURCE_DOCUMENTS - frozenset(WORDS["no_documents"])
_HEADS = frozenset(form for noun in _DOCUMENTS | POLLS | _COUNTS for form in (noun, plural(noun)))
_LONGEST = 200  # tokens of a clause or a phrase; what is longer is no sentence
_DOCUMENT_WITHIN = 60  # tokens of a sentence that are searched
_LABEL_WITHIN, _SPEAKER_WITHIN = 7, 6  # tokens of a label at the sentence's start, of a name before a quotation


def reports_of_according(toks: Sequence[Token], words: Set[str]) -> list[Report]:
    """ "…, according to X", "citing X", "as reported by X". words: those of the sentence in small letters."""
    found: list[Report] = []
    if _ACCORDING_MARKERS.isdisjoint(words):
        return found
    for k, token in enumerate(toks):
        width = _according_width(toks, k) if token.lower in _ACCORDING_BY_START else 0
        source = phrase_after(toks, k + width) if width else None
        if source is not None and (width > 1 or _can_be_cited(toks, source)):
            cue = Span(token.start, toks[k + width - 1].end)
            rule = token.lower if width == 1 else "according-to"
            found.append(Report(source, toks, cue, (_around(toks, k, source.last),), "according_to", rule))
    return found


def _can_be_cited(toks: Sequence[Token], source: Phrase) -> bool:
    """ "citing the ministry", "citing a report", not "citing high costs"."""
    named = any(t.tag == "M" for t in toks[source.first : source.last])
    return named or can_be_source(toks[source.head].lower)


def _according_width(toks: Sequence[Token], k: int) -> int:
    """How many tokens the phrase at k has, 0 where none stands there."""
    for words in _ACCORDING_BY_START[toks[k].lower]:
        if all(k + i < len(toks) and toks[k + i].lower == word for i, word in enumerate(words)):
            if words == ("per",):
                named = k + 1 < len(toks) and toks[k + 1].tag in ("M", "D")
                return int(named and k > 0 and toks[k - 1].text == ",")
            return len(words)
    return 0


def _around(toks: Sequence[Token], k: int, last: int) -> Span:
    """What "according to" at k, whose source ends at `last`, reaches over: the sentence, or the parentheses that it
    stands in; behind it only what the clause before it goes on with."""
    first = _clause_start(toks, k)
    start, end = toks[first].start, toks[-1].end
    if first and toks[first - 1].text == "(":
        return Span(start, next((t.start for t in toks[last:] if t.text == ")"), end))
    if k < 2 or last + 1 >= len(toks) or toks[last].text not in (",", "-", "–", "—"):
        return Span(start, end)
    if toks[k - 1].tag == "C" and toks[k - 2].text == ",":  # "…, and according to the court, 40 left"
        return Span(toks[k].start, content_end(toks, last))
    said = any(t.tag in ("V", "X") for t in toks[first : k - 2]) and toks[k - 2].tag not in ("V", "X", "P")
    if toks[last + 1].lower in STOPS or (said and _begins_aside(toks[last + 1])):
        return Span(start, toks[last].start)
    return Span(start, content_end(toks, last))


def _clause_start(toks: Sequence[Token], k: int) -> int:
    """The first token of the sentence, or behind the parenthesis that is open at k."""
    closed = False
    for j in range(k - 2, max(0, k - _LONGEST), -1):
        closed = closed or toks[j].text == ")"
        if toks[j].text == "(" and not closed:
            return j + 1
    return max(0, k - _LONGEST)


def _begins_aside(token: Token) -> bool:
    """Does the token begin an apposition or a relative clause, the writer's own words behind what was said?"""
    return token.tag in ("D", "#", "A") or token.lower in _ASIDES


# ------------------------------------------------------------------ documents


def reports_of_documents(toks: Sequence[Token], words: Set[str]) -> list[Report]:
    """ "in a poll by Gallup, 40 percent …": a document in front of what it shows, or behind it.

    words: those of the sentence in small letters.
    """
    if _HEADS.isdisjoint(words):
        return []
    for k in range(min(len(toks) - 2, _DOCUMENT_WITHIN)):
        source = phrase_after(toks, k + 1) if toks[k].lower in _PREPOSITIONS else None
        if source is not None and _is_document(toks, source, k):
            if toks[k].lower == "by":
                source = owner_of(toks, source.head) or source  # "by Lee's own admission"
            cue = Span(toks[k].start, toks[k].end)
            reach = [Span(toks[0].start, toks[-1].end)] if k < 3 else _segment(toks, k, source.last)
            return [Report(source, toks, cue, tuple(reach), "according_to", "in-document", speaks=False)]
    return []


def _segment(toks: Sequence[Token], k: int, last: int) -> list[Span]:
    """The segment between commas on both sides of the preposition at k, whose document ends at `last`."""
    before = Span(_segment_start(toks, k), toks[k].start)
    if last >= len(toks) or toks[last].tag in (",", '"', "C", "S"):
        return [before]
    end = next((t.start for t in toks[last:] if t.text in (",", ";", "—", "–")), toks[-1].end)
    return [before, Span(toks[last].start, end)]


def _segment_start(toks: Sequence[Token], k: int) -> int:
    """The start of the segment between commas that ends at token k; a comma inside a list of numbers parts nothing."""
    last = k - 2 if toks[k - 1].text == "," else k - 1
    for j in range(last, 0, -1):
        if toks[j].text == ";" or (toks[j].text == "," and toks[j + 1].tag != "#"):
            return toks[j].end
    return toks[0].start


def _is_document(toks: Sequence[Token], source: Phrase, k: int) -> bool:
    """A poll or survey wherever it stands, "by" an estimate or tally, any other document in front of its sentence."""
    head = singular(toks[source.head].lower)
    behind = toks[source.head + 1 : source.head + 4]
    if behind and behind[0].lower == "of" and any(t.tag == "#" for t in behind):
        return False  # "by an average of 7 points"
    if toks[k].lower == "by":
        return head in _COUNTS
    if head in POLLS:
        words = toks[source.first : source.head]
        named_before = any(t.lower in _NAMED_BEFORE for t in words) and not any(t.tag == "M" for t in words)
        one = toks[source.head].lower == head or any(t.tag == "M" for t in words)
        return toks[k].lower == "in" and one and not named_before
    opens = k == 0 or toks[k - 1].tag in (",", "C", "A")
    return head in _DOCUMENTS and opens and source.last < len(toks) - 2


# ------------------------------------------------------------------ labels


def reports_of_labels(toks: Sequence[Token]) -> list[Report]:
    """ "Poll: three races are tight", "SMITH: We lost 40", "More from Lee: “…”": who speaks stands before a colon."""
    k = next((k for k in range(1, len(toks) - 1) if toks[k].text == ":"), None)
    if k is None:
        return []
    source = phrase_before(toks, k)
    if source is None or not (_is_label(toks, source, k) or _is_speaker(toks, source, k)):
        return []
    cue, reach = Span(toks[k].start, toks[k].end), Span(toks[k + 1].start, toks[-1].end)
    return [Report(source, toks, cue, (reach,), "indirect", "label", opens=True)]


def _is_label(toks: Sequence[Token], source: Phrase, k: int) -> bool:
    """A label that opens the sentence, in front of a sentence and not a value ("Lee: 547", "Age: 27")."""
    if k >= _LABEL_WITHIN or source.start() > 1 or any(t.tag not in ("N", "M", "D", "'s", "R") for t in toks[1:k]):
        return False
    if not any(t.tag in ("V", "X", '"') for t in toks[k + 1 :]):
        return False
    head = toks[source.head]
    if head.tag != "M":
        return singular(head.lower) in _LABELS
    if head.text.isupper() or can_be_source(head.lower):
        return True
    if source.last - source.first == 1 and not _speaks_for_itself(toks, k):
        return False  # "Weather: Storm kills 40"
    return all(t.tag == "M" for t in toks[source.first : source.last]) and head.lower not in VERBS


def _speaks_for_itself(toks: Sequence[Token], k: int) -> bool:
    return toks[k + 1].tag == '"' or any(t.lower in _WRITER for t in toks[k + 1 :])


def _is_speaker(toks: Sequence[Token], source: Phrase, k: int) -> bool:
    """A name further on in the sentence, right in front of a quotation."""
    named = toks[source.head].tag == "M" and source.last - source.first < _SPEAKER_WITHIN
    apart = k >= _LABEL_WITHIN or (source.start() > 0 and toks[source.start() - 1].text in ("-", "—", "–"))
    return apart and toks[k + 1].tag == '"' and named
