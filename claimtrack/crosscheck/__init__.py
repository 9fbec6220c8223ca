"""Which claims speak of one quantity, and do they agree.

features, blocking, scoring and clustering put claims into groups, comparing says agree, moved or conflict, grouping
describes each group; checks looks at what no pair of claims shows. settings.toml holds the points and tolerances,
vocabulary.toml the words.
"""

from claimtrack.crosscheck.charts import ChartError, group_chart, save_chart
from claimtrack.crosscheck.checks import Finding, findings_frame, run_checks
from claimtrack.crosscheck.group_table import GROUP_COLUMNS
from claimtrack.crosscheck.grouping import Grouped, group_claims
from claimtrack.crosscheck.reference import Reference, ReferenceTableError, load_reference
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
