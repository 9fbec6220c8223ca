"""The reviews that belong to a claims file, for commands that only read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.terminal import wrong_usage

if TYPE_CHECKING:
    from claimtrack.reviews import Review


def reviews_of(claims: Path, url: str | None) -> list[Review]:
    """Every review of the record at the URL, or of the one that belongs to the claims file.

    A file that is not there is not made: with no URL given there are no reviews, else the command ends with a message.
    """
    from claimtrack.reviews import RecordError, open_record, record_url

    place = url or record_url(claims)
    missing = _missing_file(place)
    if missing is not None and url is None:
        return []
    if missing is not None:
        wrong_usage(f"--record: there is no file {missing}.")
    try:
        record = open_record(place)
        reviews = list(record.all_reviews())
        record.close()
    except RecordError as error:
        wrong_usage(f"{error}.")
    return reviews


def _missing_file(url: str) -> str | None:
    """The SQLite file that the URL names, if it is not there."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except ArgumentError:
        return None  # open_record says what is wrong with it
    file = parsed.database
    return file if parsed.get_backend_name() == "sqlite" and file and not Path(file).exists() else None
