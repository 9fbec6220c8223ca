"""The record of reviews in its database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, insert, or_, select

from claimtrack.reviews.aliases import AliasStatement, names_now, source_name, write_aliases_file
from claimtrack.reviews.decisions import Decision, DecisionError, Review, reviewer_name
from claimtrack.reviews.engine import place_of, writing
from claimtrack.reviews.errors import explained
from claimtrack.reviews.grades import default_grades
from claimtrack.reviews.group_decisions import GroupDecision, GroupReview, decides, newest_of_each_group, speaks_of
from claimtrack.reviews.rows import (
    group_cells,
    group_review_of,
    group_reviews_with_fate,
    review_cells,
    review_of,
    reviews_with_fate,
)
from claimtrack.reviews.standing import Standing, decided_by
from claimtrack.reviews.tables import ALIASES, GRADE_LISTS, GROUP_CLAIMS, GROUP_REVIEWS, NUMBERED, REVIEWS

ASKED_BY_NAME = 500  # so many claims at most are named in a query; for more, all are read
ROWS_AT_ONCE = 1_000


class Record:
    """Who decided what, and when: rows are added, never changed.

    What a method has recorded is on disk when it returns. Several threads and several programs may use one record at
    once. Every method raises RecordError where the database cannot be used; nothing is recorded then, unless the
    connection broke while it was (the next look at the history shows which). Moments are in UTC.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._standing = Standing()
        self._seen = 0  # the newest review that _standing knows
        self._lock = Lock()
        self.place = place_of(engine.url)  # for people: the file, or the URL without its password

    def close(self) -> None:
        """Let go of the connections; a later call opens new ones."""
        self._engine.dispose()

    # decisions about claims

    def decide(self, decision: Decision) -> Review:
        """Record a decision; it replaces what this reviewer had decided about the claim."""
        with self._write() as connection:
            return _add_review(connection, decision, None)

    def undo(self, reviewer: str, claim_id: str) -> Review | None:
        """Take back this reviewer's newest standing decision on the claim; the one before it stands again.

        Returns the new row (see Review.undoes), None where there was nothing to take back.
        """
        name = reviewer_name(reviewer)
        with self._write() as connection:
            mine = reviews_with_fate().where(REVIEWS.c.claim_id == claim_id, REVIEWS.c.reviewer == name)
            reviews = [review_of(row) for row in connection.execute(mine)]
            last = next((r for r in reversed(reviews) if r.undoes is None and not r.undone), None)
            return None if last is None else _add_review(connection, last.decision, last.review_id)

    def history(self, claim_id: str) -> list[Review]:
        """Everything that was recorded about a claim, oldest first, what was undone and the undoing included."""
        return [review_of(row) for row in self._rows(reviews_with_fate().where(REVIEWS.c.claim_id == claim_id))]

    def standing(self, claim_ids: Collection[str] | None = None) -> list[Review]:
        """The newest decision of each reviewer on each of these claims (on all) that is not undone, oldest first.

        Only what is new since the last call is read from the database.
        """
        with self._lock:
            for review in self._reviews(self._seen):
                self._standing.add(replace(review, undone=False) if review.undone else review)
                self._seen = review.review_id
            return self._standing.on(claim_ids)

    def reviewed_by(self, reviewer: str) -> set[str]:
        """The claims on which this reviewer's verdict stands."""
        return decided_by(self.standing(), reviewer_name(reviewer))

    def all_reviews(self) -> Iterator[Review]:
        """Everything that was recorded about claims, oldest first."""
        return self._reviews(0)

    # decisions about groups

    def decide_group(self, decision: GroupDecision) -> GroupReview:
        """Record a decision about a group of claims."""
        with self._write() as connection:
            return _add_group_review(connection, decision, None)

    def undo_group(self, reviewer: str, group_id: str, claim_ids: Collection[str] = ()) -> GroupReview | None:
        """Take back this reviewer's newest standing decision about the group; None where there is none.

        claim_ids: the group's members now, by which it is found where its id has changed.
        """
        name = reviewer_name(reviewer)
        with self._write() as connection:
            rows = connection.execute(_about_group(group_id, claim_ids))
            mine = [r for r in map(group_review_of, rows) if r.decision.reviewer == name]
            standing = [r for r in mine if decides(r) and speaks_of(r.decision, group_id, claim_ids)]
            if not standing:
                return None
            return _add_group_review(connection, standing[-1].decision, standing[-1].group_review_id)

    def group_history(self, group_id: str, claim_ids: Collection[str] = ()) -> list[GroupReview]:
        """Everything that was recorded about a group, oldest first.

        claim_ids: the group's members now, by which it is found where its id has changed (see speaks_of).
        """
        members = frozenset(claim_ids)
        reviews = map(group_review_of, self._rows(_about_group(group_id, members)))
        return [review for review in reviews if speaks_of(review.decision, group_id, members)]

    def all_group_reviews(self) -> list[GroupReview]:
        """Everything that was recorded about groups, oldest first."""
        return [group_review_of(row) for row in self._rows(group_reviews_with_fate())]

    def standing_groups(self) -> list[GroupReview]:
        """The newest decision of each reviewer about each group that is not undone, oldest first."""
        return newest_of_each_group(filter(decides, self.all_group_reviews()))

    # names and grades

    def add_alias(self, name: str, canonical: str, reviewer: str) -> None:
        """Let a source's name stand for another one from now on. Raises DecisionError for an empty name."""
        self._add_alias(source_name(name), source_name(canonical), reviewer)

    def remove_alias(self, name: str, reviewer: str) -> None:
        """Let a source's name stand for itself again."""
        self._add_alias(source_name(name), None, reviewer)

    def aliases(self) -> dict[str, str]:
        """Each alias that stands, and the name that it leads to in the end."""
        query = select(ALIASES.c.name, ALIASES.c.canonical).order_by(ALIASES.c.alias_id)
        return names_now((name, canonical) for name, canonical in self._rows(query))

    def alias_history(self) -> list[AliasStatement]:
        """Everything that was said of the sources' names, oldest first."""
        query = select(ALIASES.c.name, ALIASES.c.canonical, ALIASES.c.reviewer, ALIASES.c.at)
        return [AliasStatement(*row) for row in self._rows(query.order_by(ALIASES.c.alias_id))]

    def write_aliases(self, path: str | Path) -> None:
        """Write the CSV that `claimtrack extract --aliases` reads. Raises OSError."""
        write_aliases_file(self.aliases(), path)

    def grades(self) -> list[str]:
        """The grades that a decision may have: the list that was set last, else the one of grades.toml."""
        lists = self._rows(select(GRADE_LISTS.c.grades).order_by(GRADE_LISTS.c.grade_list_id.desc()).limit(1))
        return lists[0].grades if lists else default_grades()

    def set_grades(self, grades: Sequence[str], reviewer: str) -> None:
        """Offer these grades from now on; those already given stay. Raises DecisionError for an empty grade."""
        kept = list(dict.fromkeys(" ".join(grade.split()) for grade in grades))
        if not all(kept):
            raise DecisionError("a grade has a name")
        with self._write() as connection:
            cells = {"at": datetime.now(UTC), "reviewer": reviewer_name(reviewer), "grades": kept}
            connection.execute(insert(GRADE_LISTS).values(cells))

    def version(self) -> int:
        """A number that grows with every row of the record, whoever added it."""
        newest = [select(func.coalesce(func.max(_number(table)), 0)).scalar_subquery() for table in NUMBERED]
        return sum(self._rows(select(*newest))[0])

    # inside

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with explained(self.place), writing(self._engine) as connection:
            yield connection

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with explained(self.place), self._engine.connect() as connection:
            return connection.execute(query).all()

    def _reviews(self, after: int) -> Iterator[Review]:
        """The reviews behind a number, oldest first, a few in memory at a time."""
        query = reviews_with_fate().where(REVIEWS.c.review_id > after).execution_options(yield_per=ROWS_AT_ONCE)
        with explained(self.place), self._engine.connect() as connection:
            for row in connection.execute(query):
                yield review_of(row)

    def _add_alias(self, name: str, canonical: str | None, reviewer: str) -> None:
        cells = {"at": datetime.now(UTC), "reviewer": reviewer_name(reviewer), "name": name, "canonical": canonical}
        with self._write() as connection:
            connection.execute(insert(ALIASES).values(cells))


def _add_review(connection: Connection, decision: Decision, undoes: int | None) -> Review:
    at = datetime.now(UTC)
    cells = {**review_cells(decision), "at": at, "undoes": undoes}
    added = connection.execute(insert(REVIEWS).values(cells).returning(REVIEWS.c.review_id)).scalar_one()
    return Review(added, at, decision, undoes, undone=False)


def _add_group_review(connection: Connection, decision: GroupDecision, undoes: int | None) -> GroupReview:
    at = datetime.now(UTC)
    cells = {**group_cells(decision), "at": at, "undoes": undoes}
    query = insert(GROUP_REVIEWS).values(cells).returning(GROUP_REVIEWS.c.group_review_id)
    added = connection.execute(query).scalar_one()
    members = [{"group_review_id": added, "claim_id": claim_id} for claim_id in decision.claim_ids]
    connection.execute(insert(GROUP_CLAIMS), members)
    return GroupReview(added, at, decision, undoes, undone=False)


def _about_group(group_id: str, claim_ids: Collection[str]) -> Select[Any]:
    """The reviews of a group of this id or with one of these claims, and perhaps others."""
    if len(claim_ids) > ASKED_BY_NAME:
        return group_reviews_with_fate()
    sharing = select(GROUP_CLAIMS.c.group_review_id).where(GROUP_CLAIMS.c.claim_id.in_(claim_ids))
    return group_reviews_with_fate().where(
        or_(GROUP_REVIEWS.c.group_id == group_id, GROUP_REVIEWS.c.group_review_id.in_(sharing))
    )


def _number(table: Any) -> Any:
    """The column that numbers a table's rows."""
    return next(iter(table.primary_key))
