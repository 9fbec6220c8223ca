"""The reading room: any path to Documents.

A path is a file, a folder, a glob, an fsspec URL or "-"; what cannot be read is a Reject that says what to do,
and never stops the rest. `read_all` streams; `read` is the short form that returns a list and warns.
"""

from claimtrack.reading.dates import parse_date
from claimtrack.reading.reader import ReadOptions, read, read_all
from claimtrack.reading.rejects import ReadError, Reject

__all__ = ["ReadError", "ReadOptions", "Reject", "parse_date", "read", "read_all"]
