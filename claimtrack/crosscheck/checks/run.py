"""All checks over a claims table; rows are read one after the other, so that a million do not lie in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.crosscheck.checks.across import FATES_OF_PERSONS, number_under_two_kinds, total_falls
from claimtrack.crosscheck.checks.figure import ORDER, Figure, Finding, read_figures
from claimtrack.crosscheck.checks.in_article import headline_against_body
from claimtrack.crosscheck.checks.in_sentence import part_larger_than_whole, parts_do_not_sum, percentage_against_base
from claimtrack.crosscheck.checks.of_claim import against_reference, impossible_magnitude
from claimtrack.crosscheck.checks.reference import Reference
from claimtrack.crosscheck.settings import load_vocabulary

if TYPE_CHECKING:
    import pandas as pd

MOST_IN_A_SENTENCE = 60  # figures; what has more is a table run together, and no part stands beside its whole
WITHIN_A_SENTENCE = (part_larger_than_whole, parts_do_not_sum, percentage_against_base)
OF_ONE_CLAIM = (impossible_magnitude, against_reference)
FINDING_COLUMNS = ("check", "why", "claim_id", "doc_id", "surface", "sentence", "claim_ids")


def run_checks(claims: pd.DataFrame, groups: pd.DataFrame, reference: Reference) -> list[Finding]:
    """All checks over a claims table and the table of its groups: article by article, then those of many articles."""
    ordered = _in_order(claims)
    findings: list[Finding] = []
    for _, article in groupby(read_figures(ordered), lambda figure: (figure.doc_id, figure.text_hash)):
        findings += _of_article(list(article), reference)
    findings += number_under_two_kinds(read_figures(_under_two_kinds(ordered)))
    totals = _totals(ordered, groups)
    for _, trail in groupby(zip(totals["group_id"], read_figures(totals), strict=True), itemgetter(0)):
        findings += total_falls([figure for _, figure in trail])
    return findings


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """The findings as a table, a row each (FINDING_COLUMNS); claim_ids holds all claims concerned, space-separated."""
    import pandas as pd

    rows = [
        (f.check, f.why, f.figures[0].claim_id, f.figures[0].doc_id, f.figures[0].surface, f.figures[0].sentence,
         " ".join(figure.claim_id for figure in f.figures))
        for f in findings
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(FINDING_COLUMNS), dtype="string")


def _in_order(claims: pd.DataFrame) -> pd.DataFrame:
    place = claims[list(ORDER)].reset_index(drop=True).sort_values(list(ORDER), kind="stable").index
    return claims if place.is_monotonic_increasing else claims.take(place.to_numpy())


def _of_article(article: list[Figure], reference: Reference) -> Iterator[Finding]:
    for _, figures in groupby(article, lambda figure: figure.sentence):
        sentence = list(figures)
        for check_sentence in WITHIN_A_SENTENCE if len(sentence) <= MOST_IN_A_SENTENCE else ():
            yield from check_sentence(sentence)
    yield from headline_against_body(article)
    for figure in article:
        for check in OF_ONE_CLAIM:
            finding = check(figure, reference)
            if finding is not None:
                yield finding


def _under_two_kinds(ordered: pd.DataFrame) -> pd.DataFrame:
    """The claims whose number is told under two kinds on one day; the others cannot be a finding."""
    chosen = ordered["kind"].isin(FATES_OF_PERSONS).to_numpy(bool) & ordered["value"].notna().to_numpy(bool)
    told = ordered.loc[chosen, ["value", "published", "kind"]]
    told = told.assign(kind=told["kind"].astype("string"), published=told["published"].dt.floor("D"))
    kinds = told.groupby(["value", "published"], dropna=False, sort=False)["kind"].transform("nunique")
    return ordered.loc[chosen].loc[(kinds > 1).to_numpy(bool)]


def _totals(ordered: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The claims of groups that moved or conflict, of kinds that only grow, with group_id: group by group, by day."""
    growing = [kind for kind, how in load_vocabulary().behaviour.items() if how == "total"]
    chosen = groups["relation"].isin(["moved", "conflict"]) & groups["kind"].isin(growing)
    by = ["group_id", "as_of", "doc_id", "start"]
    members = groups.loc[chosen.to_numpy(bool), [*by, "claim_id", "text_hash"]].sort_values(by, kind="stable")
    of_claim = ordered[["claim_id", "text_hash"]].reset_index(drop=True).rename_axis("row").reset_index()
    rows = members.merge(of_claim, on=["claim_id", "text_hash"], how="left", sort=False)["row"].to_numpy()
    return ordered.take(rows).assign(group_id=members["group_id"].to_numpy())
