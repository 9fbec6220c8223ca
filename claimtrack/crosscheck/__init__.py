"""Which claims speak of one quantity, and do they agree.

grouping walks a claims table through the rooms: features (each claim by itself), comparing (two claims side by side),
aligning (which belong together), groups (the row of each group). checks looks at what no pair of claims shows,
revisions at the versions of an article, charts draws a group; settings holds the points, tolerances and words that all
of them read.
"""

from claimtrack.crosscheck.charts import ChartError, group_chart, save_chart
from claimtrack.crosscheck.checks import (
    Finding,
    Reference,
    ReferenceTableError,
    findings_frame,
    load_reference,
    run_checks,
)  # fmt: skip
from claimtrack.crosscheck.grouping import Grouped, group_claims
from claimtrack.crosscheck.groups import GROUP_COLUMNS
from claimtrack.crosscheck.revisions import revisions

__all__ = [
    "GROUP_COLUMNS",
    "ChartError",
    "Finding",
    "Grouped",
    "Reference",
    "ReferenceTableError",
    "findings_frame",
    "group_chart",
    "group_claims",
    "load_reference",
    "revisions",
    "run_checks",
    "save_chart",
]
