"""`claimtrack export`: claims in, a file with the reviews joined out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack import schema
from claimtrack.cli.recorded import Recorded, recorded
from claimtrack.cli.table import load_claims
from claimtrack.cli.terminal import counted, say, wrong_usage
from claimtrack.export import Flavour, UnknownExportError, claims_path, export_format, with_reviews, write_table
from claimtrack.reviews import group_decisions_frame

if TYPE_CHECKING:
    import pandas as pd

    from claimtrack.reviews import Review

NOT_REVIEWED = "none"


@dataclass(frozen=True, slots=True)
class Export:
    """What to export, and where to. kinds, verdicts: only claims that have one of them; none given: all claims.
    groups: instead of the claims, the decisions about groups in which one of these claims is."""

    claims: str
    out: str
    record: str | None = None
    flavour: Flavour = "guarded"
    kinds: Sequence[str] = ()
    verdicts: Sequence[str] = ()
    groups: bool = False


def export_to_file(job: Export) -> int:
    """Write the export. Returns the exit status."""
    try:
        format_name = export_format(job.out, job.flavour)
    except UnknownExportError as error:
        wrong_usage(f"-o {error}.")
    _check_verdicts(job.verdicts)
    claims = load_claims(job.claims)
    source = claims_path(job.claims)
    if Path(job.out).exists() and Path(job.out).samefile(source):
        wrong_usage(f"-o {job.out}: these are the claims themselves; give the export another name.")
    found = recorded(source, job.record)
    chosen = _chosen(claims, found.reviews, job)
    if len(chosen) < len(claims):  # else those stay too whose claim is no longer there
        found = _about(found, set(chosen["claim_id"]))
    groups = group_decisions_frame(found.groups, claims)
    table, reviews, beside = (groups, None, None) if job.groups else (chosen, found.reviews, groups)
    try:
        write_table(table, job.out, reviews, job.flavour, beside)
    except OSError as error:
        wrong_usage(f"{error.filename or job.out} cannot be written ({error.strerror or error}).")
    say(f"{_groups_told(found) if job.groups else _claims_told(chosen, found)} → {job.out}")
    if format_name == "xlsx":
        _say_what_is_cut([table] if job.groups else [table, schema.decisions_frame(found.reviews), groups])
    return 0


def _about(found: Recorded, claim_ids: Collection[str]) -> Recorded:
    """What was recorded about these claims, and about groups with one of them."""
    return Recorded(
        [review for review in found.reviews if review.claim_id in claim_ids],
        [review for review in found.groups if any(claim_id in claim_ids for claim_id in review.decision.claim_ids)],
    )


def _check_verdicts(verdicts: Sequence[str]) -> None:
    known = (*schema.VERDICTS, schema.DISAGREEMENT, NOT_REVIEWED)
    for verdict in verdicts:
        if verdict not in known:
            wrong_usage(f"--verdict {verdict!r}: the verdicts are {', '.join(known)}.")


def _chosen(claims: pd.DataFrame, reviews: Sequence[Review], job: Export) -> pd.DataFrame:
    if job.kinds:
        known = claims["kind"].astype(str).unique()
        for kind in job.kinds:
            if kind not in known:
                wrong_usage(f"--kind {kind!r}: {job.claims} has {', '.join(sorted(known)) or 'no claims'}.")
        claims = claims[claims["kind"].isin(job.kinds)]
    if job.verdicts:
        verdict = with_reviews(claims, reviews)["review_verdict"].astype("string").fillna(NOT_REVIEWED)
        claims = claims[verdict.isin(job.verdicts)]
    return claims


def _claims_told(chosen: pd.DataFrame, found: Recorded) -> str:
    """`12 claims, 3 decisions by Ana, Ben`."""
    told = _by("decision", [review.reviewer for review in found.reviews])
    return f"{counted(len(chosen), 'claim')}, {told or 'no reviews'}"


def _groups_told(found: Recorded) -> str:
    """`3 group decisions by Ana, Ben`."""
    return _by("group decision", [review.decision.reviewer for review in found.groups]) or "no group decisions"


def _by(noun: str, reviewers: Sequence[str]) -> str:
    return f"{counted(len(reviewers), noun)} by {', '.join(sorted(set(reviewers)))}" if reviewers else ""


def _say_what_is_cut(sheets: Iterable[pd.DataFrame]) -> None:
    from claimtrack.export.xlsx_cells import cut_cells

    cut = sum(map(cut_cells, sheets))
    if cut:
        say(f"{counted(cut, 'cell')} longer than a spreadsheet can hold: cut, and marked so. CSV and JSON have it all.")
