"""What can go wrong with a record, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class RecordError(RuntimeError):
    """The record of reviews cannot be opened, read or written; the message says what to do."""


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Raise RecordError for what the database refuses.

    place: where the record lies, without a password.
    """
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.exc import TimeoutError as NoConnectionError

    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).strip()
        raise RecordError(f"the reviews in {place} cannot be used: {reason}. {_advice(place, reason)}") from error
    except NoConnectionError as error:
        raise RecordError(f"the reviews in {place} are in use by too many at once; try again") from error


def _advice(place: str, reason: str) -> str:
    """What to do about the reason that a database gave."""
    for sign, advice in ADVICE:
        if sign in reason:
            return advice
    if place.startswith("postgresql"):
        return "Is the server running, and are name and password in CLAIMTRACK_DATABASE_URL right? Then try again"
    return "If it goes on, copy the file away and name another one in CLAIMTRACK_DATABASE_URL"


ADVICE = (
    (
        "unable to open database file",
        "Is there such a folder, and may you write in it? If not, set CLAIMTRACK_DATABASE_URL to a file where you may "
        "(sqlite:////home/me/claims.reviews.sqlite)",
    ),
    (
        "readonly database",
        "You may read it only: give yourself the right to write the file and its folder, or copy it and name the copy "
        "in CLAIMTRACK_DATABASE_URL",
    ),
    ("not a database", "The file is something else: name another one in CLAIMTRACK_DATABASE_URL"),
    ("locked", "Another program keeps it locked: close that, then try again"),
    ("disk is full", "Make room on the disk, then try again"),
    ("append-only", "What is recorded stays: undo a decision instead of changing it"),
    ("permission denied", "Ask whoever runs the server for the right to read and add rows (and, once, to make tables)"),
)
