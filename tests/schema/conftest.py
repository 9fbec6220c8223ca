from datetime import UTC, datetime

import pytest

from claimtrack.model import Attribution, Claim, Document, Figure, Moment, Place, Span

TEXT = "Aleppo, Monday. At least 35 doctors left, the envoy said."
PUBLISHED = datetime(2016, 9, 29, tzinfo=UTC)


@pytest.fixture
def claim() -> Claim:
    """A claim with something in every part of it."""
    return Claim(
        document=Document(text=TEXT, doc_id="a.txt", title="Doctors leave", published=PUBLISHED, language="en"),
        figure=Figure(start=25, end=27, value=35, low=35, high=None, qualifier="at_least", hedge=Span(16, 24)),
        sentence=Span(16, 57),
        section="lead",
        value=35,
        low=35,
        high=None,
        unit="people",
        kind="doctors",
        counted="doctors",
        counted_span=Span(28, 35),
        predicate=Span(36, 40),
        modality="asserted",
        attribution=Attribution(
            kind="indirect",
            source="Staffan de Mistura",
            source_text="the envoy",
            source_span=Span(42, 51),
            role="envoy",
            source_type="intergovernmental",
            via="Reuters",
            cue=Span(52, 56),
            antecedent=Span(42, 51),
            rule="said-after",
        ),
        place=Place(name="Aleppo", span=Span(0, 6), country="SY", lat=36.2, lon=37.16, precision="city"),
        moment=Moment(span=Span(8, 14), as_of=datetime(2016, 9, 26, tzinfo=UTC), precision="day"),
        rules=("noun-after", "place-in-dateline"),
        confidence=0.7,
        extractor="claimtrack 0.1.0",
        claim_id="00112233445566aa",
    )
