"""The one place that walks a document through the rooms: text → sentences → figures → attribution → claims."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version

from claimtrack.attribution import Attributions, attributions_of
from claimtrack.attribution.agencies import agency_of
from claimtrack.attribution.aliases import load_aliases, renamed
from claimtrack.confidence import confidence_of, signs_of
from claimtrack.context import Places, place_for, places_of, resolve_moment
from claimtrack.extractors import (
    Frame,
    Kinds,
    SentenceView,
    frame_sentence,
    load_kinds,
    load_plugins,
    modality_of,
    view_sentence,
)
from claimtrack.figures import find_figures, outlet_country
from claimtrack.language import Article, find_times, lay_out
from claimtrack.model import Claim, Document, Figure, Moment, Section, Span


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may choose.

    kinds: paths of TOML files with kinds of the user's own. aliases: path of a CSV with names to merge.
    min_confidence: claims below it are left out, 0 to 1.
    """

    kinds: tuple[str, ...] = ()
    aliases: str | None = None
    min_confidence: float = 0.0


def check_options(options: Options) -> None:
    """Read what the options name, so that a mistake in it shows before the first document.

    Raises KindsError, AliasesError or RegistryError, all of them ValueError.
    """
    load_kinds(options.kinds)
    load_plugins()
    if options.aliases:
        load_aliases(options.aliases)


def extract_claims(document: Document, options: Options = Options()) -> list[Claim]:
    """The claims of a document, in text order, each with a claim_id that no other of the document has.

    Raises KindsError or AliasesError where a file of the options cannot be used.
    """
    figures = find_figures(document.text, outlet_country(document.url))
    if all(f.excluded for f in figures):
        return []
    article = lay_out(document.text)
    aliases = load_aliases(options.aliases) if options.aliases else {}
    kinds = load_kinds(options.kinds)
    walk = _Walk(document, article, attributions_of(article), places_of(article), kinds, aliases, agency_of(document))
    claims: list[Claim] = []
    for sentence, inside in _by_sentence(article, figures):
        claims += walk.claims_of(sentence, inside)
    return [c for c in claims if c.confidence >= options.min_confidence]


def _by_sentence(article: Article, figures: Sequence[Figure]) -> list[tuple[int, list[Figure]]]:
    """Sentences that hold a figure that may be claimed, with all figures in them."""
    found: list[tuple[int, list[Figure]]] = []
    starts = [f.start for f in figures]
    for i in sorted({article.sentence_at(f.start) for f in figures if f.excluded is None}):
        span = article.sentences[i]
        inside = list(figures[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        found.append((i, inside))
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    """One document on its way through the rooms."""

    document: Document
    article: Article
    attributions: Attributions
    places: Places
    kinds: Kinds
    aliases: Mapping[str, str]
    wire: str | None
    _seen: Counter[str] = field(default_factory=Counter, repr=False)

    def claims_of(self, sentence: int, figures: list[Figure]) -> list[Claim]:
        span = self.article.sentences[sentence]
        times = find_times(self.document.text, span.start, span.end)
        view = view_sentence(self.article, sentence, figures)
        return [self._claim(sentence, view, frame, times) for frame in frame_sentence(view, self.kinds)]

    def _claim(self, sentence: int, view: SentenceView, frame: Frame, times: list[Span]) -> Claim:
        text, figure = self.document.text, frame.figure
        span = self.article.sentences[sentence]
        sentence_span = Span(span.start, max(span.end, figure.end))  # a stray full stop may stand inside a range
        attribution = renamed(self.attributions.of(figure), self.aliases)
        modality = modality_of(view, figure, attribution.cue)
        who = [s for s in (attribution.source_span, attribution.role_span) if s is not None]
        placed = place_for(self.places, sentence, figure, frame.counted_span, who)
        moment = _moment(text, figure, times, self.document)
        if attribution.estimates and figure.qualifier == "exact":
            figure = replace(figure, qualifier="approximate", hedge=attribution.cue)
        rules = (*frame.rules, attribution.rule, *((placed[1],) if placed else ()))
        return Claim(
            document=self.document, figure=figure, sentence=sentence_span, section=_section(self.article, sentence),
            value=frame.value, low=frame.low, high=frame.high, unit=frame.unit, kind=frame.kind,
            counted=frame.counted, counted_span=frame.counted_span, predicate=frame.predicate, modality=modality,
            attribution=attribution, place=placed[0] if placed else None, moment=moment, wire=self.wire, rules=rules,
            confidence=confidence_of(signs_of(frame, attribution, span)), extractor=frame.extractor or extractor_name(),
            claim_id=self._id_of(figure),
        )  # fmt: skip

    def _id_of(self, figure: Figure) -> str:
        """From doc_id, surface and a few words on either side, and a count where those recur."""
        key = _identity(self.document, figure)
        self._seen[key] += 1
        return hashlib.sha256(f"{key}\x1f{self._seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _section(article: Article, sentence: int) -> Section:
    """headline: the first line where it is no sentence; lead: the first paragraph behind it; table: a row of cells, as
    HTML tables are read ("| Town | Dead |"); else body."""
    paragraph = article.sentence_paragraph[sentence]
    if article.text.startswith("|", article.paragraphs[paragraph].start):
        return "table"
    first = article.paragraphs[0]
    has_headline = (
        len(article.paragraphs) > 1 and article.text[first.end - 1] not in '.!?”"' and first.end - first.start < 200
    )
    if has_headline and paragraph == 0:
        return "headline"
    return "lead" if paragraph <= (1 if has_headline else 0) else "body"


def _moment(text: str, figure: Figure, times: Sequence[Span], document: Document) -> Moment:
    """When the figure holds: the nearest time expression of its sentence that it is not part of, a comma between them
    counting as a detour; else the day of publication."""

    def distance(time: Span) -> int:
        start, end = (time.end, figure.start) if time.end <= figure.start else (figure.end, time.start)
        return end - start + _DETOUR * text.count(",", start, end)

    free = [t for t in times if t.end <= figure.start or t.start >= figure.end]
    return resolve_moment(text, min(free, key=distance, default=None), document.published)


_DETOUR = 30  # characters


_NEIGHBOUR = re.compile(r"\w+")
_NEIGHBOURS = 3  # words on either side of a figure that go into its id


def _identity(document: Document, figure: Figure) -> str:
    text = document.text
    before = _NEIGHBOUR.findall(text[max(0, figure.start - 60) : figure.start].lower())[-_NEIGHBOURS:]
    after = _NEIGHBOUR.findall(text[figure.end : figure.end + 60].lower())[:_NEIGHBOURS]
    surface = " ".join(text[figure.start : figure.end].split())
    return "\x1f".join((document.doc_id, surface, " ".join(before), " ".join(after)))


@cache
def extractor_name() -> str:
    """Name and version of what makes the rows."""
    return f"claimtrack {version('claimtrack')}"
