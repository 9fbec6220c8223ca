"""What no pair of aligned claims shows: each check is a function of its own, takes what it needs and gives findings.

`run_checks` runs all of them over a claims table. They only point: nothing is corrected. limits.toml holds the limits.
"""

from claimtrack.crosscheck.checks.across import number_under_two_kinds, swapped_digits, total_falls
from claimtrack.crosscheck.checks.figure import Figure, Finding
from claimtrack.crosscheck.checks.in_article import headline_against_body
from claimtrack.crosscheck.checks.in_sentence import part_larger_than_whole, parts_do_not_sum, percentage_against_base
from claimtrack.crosscheck.checks.of_claim import against_reference, impossible_magnitude
from claimtrack.crosscheck.checks.reference import Reference, ReferenceTableError, load_reference
from claimtrack.crosscheck.checks.run import FINDING_COLUMNS, findings_frame, run_checks

__all__ = [
    "FINDING_COLUMNS", "Figure", "Finding", "Reference", "ReferenceTableError", "against_reference", "findings_frame",
    "headline_against_body", "impossible_magnitude", "load_reference", "number_under_two_kinds",
    "part_larger_than_whole", "parts_do_not_sum", "percentage_against_base", "run_checks", "swapped_digits",
    "total_falls",
]  # fmt: skip
