"""A picture of one group, for a page or a file."""

from claimtrack.crosscheck.charts.drawing import ChartError, group_chart
from claimtrack.crosscheck.charts.saving import save_chart

__all__ = ["ChartError", "group_chart", "save_chart"]
