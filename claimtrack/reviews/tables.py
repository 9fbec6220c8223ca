"""The tables of the record, as SQLAlchemy sees them; migrations/ makes them.

Nothing in them is ever changed or deleted: triggers refuse it (append_only.py).
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
)

from claimtrack.reviews.stored_text import restored, storable


class AnyText(TypeDecorator[str]):
    """Any text whatever, see stored_text.py."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else restored(value)


class Json(TypeDecorator[Any]):
    """Lists and mappings of texts and numbers, as JSON in a column of text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002
        return json.dumps(_mapped(storable, value), ensure_ascii=False, allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else _mapped(restored, json.loads(value))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite has no time zones, so that there it is written without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _mapped(change: Any, value: Any) -> Any:
    match value:
        case str():
            return change(value)
        case dict():
            return {change(key): _mapped(change, inner) for key, inner in value.items()}
        case list() | tuple():
            return [_mapped(change, inner) for inner in value]
        case _:
            return value


METADATA = MetaData()

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("review_id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("reviewer", AnyText, nullable=False),
    Column("claim_id", AnyText, nullable=False, index=True),
    Column("verdict", AnyText),
    Column("corrections", Json, nullable=False),
    Column("grade", AnyText),
    Column("flagged", Boolean, nullable=False),
    Column("note", AnyText, nullable=False),
    Column("evidence", AnyText, nullable=False),
    Column("undoes", Integer, ForeignKey("reviews.review_id"), unique=True),
    Column("text_hash", AnyText, nullable=False),
    Column("doc_id", AnyText, nullable=False),
    Column("surface", AnyText, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence", AnyText, nullable=False),
    Column("kind", AnyText, nullable=False),
    Column("value", Double),
    Column("low", Double),
    Column("high", Double),
    Column("place", AnyText),
    Column("as_of", AnyText),
    Column("source", AnyText),
    Column("extractor", AnyText, nullable=False),
)

GROUP_REVIEWS = Table(
    "group_reviews",
    METADATA,
    Column("group_review_id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("reviewer", AnyText, nullable=False),
    Column("group_id", AnyText, nullable=False, index=True),
    Column("claim_ids", Json, nullable=False),
    Column("verdict", AnyText, nullable=False),
    Column("recommended", Double),
    Column("low", Double),
    Column("high", Double),
    Column("reasoning", AnyText, nullable=False),
    Column("undoes", Integer, ForeignKey("group_reviews.group_review_id"), unique=True),
)

# the claims of each group review once more, so that a group is found by them
GROUP_CLAIMS = Table(
    "group_claims",
    METADATA,
    Column("group_review_id", Integer, ForeignKey("group_reviews.group_review_id"), nullable=False),
    Column("claim_id", AnyText, nullable=False, index=True),
    PrimaryKeyConstraint("group_review_id", "claim_id"),
)

# canonical is null where the alias is taken back
ALIASES = Table(
    "aliases",
    METADATA,
    Column("alias_id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("reviewer", AnyText, nullable=False),
    Column("name", AnyText, nullable=False),
    Column("canonical", AnyText),
)

GRADE_LISTS = Table(
    "grade_lists",
    METADATA,
    Column("grade_list_id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("reviewer", AnyText, nullable=False),
    Column("grades", Json, nullable=False),
)

# every table that is counted in the record's version
NUMBERED = (REVIEWS, GROUP_REVIEWS, ALIASES, GRADE_LISTS)
