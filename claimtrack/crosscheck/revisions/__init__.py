"""Two versions of one article: which figures changed, when, and by how much."""

from claimtrack.crosscheck.revisions.changes import REVISION_COLUMNS, revisions

__all__ = ["REVISION_COLUMNS", "revisions"]
