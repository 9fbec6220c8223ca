"""What a group of claims says as a whole: its row of the table, the pair that decides, and who stands behind it."""

from claimtrack.crosscheck.groups.group_table import GROUP_COLUMNS, describe_groups

__all__ = ["GROUP_COLUMNS", "describe_groups"]
