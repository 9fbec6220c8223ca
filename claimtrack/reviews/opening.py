"""Where the record lies, and opening it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.reviews.errors import explained

if TYPE_CHECKING:
    from claimtrack.reviews.record import Record

DATABASE_URL = "CLAIMTRACK_DATABASE_URL"
WITHOUT_CLAIMS = "claimtrack.reviews.sqlite"


def record_url(claims_path: str | Path | None) -> str:
    """The URL of the record that belongs to a claims file or a folder of them.

    It is what CLAIMTRACK_DATABASE_URL says, else NAME.reviews.sqlite beside NAME.csv (or NAME.parquet, or the folder
    NAME), else, with no claims file, claimtrack.reviews.sqlite in the current folder.
    """
    if given := os.environ.get(DATABASE_URL, "").strip():
        return given
    from sqlalchemy import URL

    if claims_path is None:
        file = Path(WITHOUT_CLAIMS)
    else:
        name = Path(claims_path).resolve()  # a folder may be given as "."
        file = name.with_name(f"{name.name if name.is_dir() else name.stem}.reviews.sqlite")
    return URL.create("sqlite", database=str(file.absolute())).render_as_string(hide_password=False)


def open_record(url: str) -> Record:
    """The record at a database URL (record_url), made where there is none and brought to the newest schema.

    Raises RecordError with what to do: no server, a folder that cannot be written, a record of a newer claimtrack.
    """
    from claimtrack.reviews.engine import connect, place_of
    from claimtrack.reviews.record import Record
    from claimtrack.reviews.revision import is_newest

    engine = connect(url)
    with explained(place_of(engine.url)):
        if not is_newest(engine):
            from claimtrack.reviews.migrating import migrate

            migrate(engine)
    return Record(engine)
