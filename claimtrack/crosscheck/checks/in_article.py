"""Checks of the figures of one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.crosscheck.checks.figure import Figure, Finding, can_both_hold
from claimtrack.crosscheck.settings import load_vocabulary


def headline_against_body(article: Sequence[Figure]) -> Iterator[Finding]:
    """A headline's figure that none of the body's of its kind fits (of a measured kind: and of the same thing)."""
    measured = load_vocabulary().measured
    for head in article:
        if head.section != "headline" or head.best is None:
            continue
        body = [
            f for f in article
            if f.section != "headline" and f.best is not None and (f.kind, f.unit) == (head.kind, head.unit)
            and (head.kind not in measured or (f.counted or "").lower() == (head.counted or "").lower())
        ]  # fmt: skip
        if not body or any(can_both_hold(head, figure) for figure in body):
            continue
        nearest = min(body, key=lambda figure: abs((figure.best or 0) - (head.best or 0)))
        yield Finding(
            "headline-against-body", (head, nearest), f"the headline says {head.surface}, the text {nearest.surface}"
        )
