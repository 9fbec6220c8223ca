"""The reviews that belong to a claims file, for commands that only read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.terminal import wrong_usage

if TYPE_CHECKING:
    from claimtrack.reviews import GroupReview, Review


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything that was recorded, oldest first: about claims, and about groups of the cross-check."""

    reviews: Sequence[Review] = ()
    groups: Sequence[GroupReview] = ()


def recorded(claims: Path, url: str | None) -> Recorded:
    """What the record at the URL holds, or the one that belongs to the claims file.

    A file that is not there is not made: with no URL given there are no reviews, else the command ends with a message.
    """
    from claimtrack.reviews import RecordError, open_record, record_url

    place = url or record_url(claims)
    missing = _missing_file(place)
    if missing is not None and url is None:
        return Recorded()
    if missing is not None:
        wrong_usage(f"--record: there is no file {missing}.")
    try:
        record = open_record(place)
        found = Recorded(list(record.all_reviews()), record.all_group_reviews())
        record.close()
    except RecordError as error:
        wrong_usage(f"{error}.")
    return found


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
