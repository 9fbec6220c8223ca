"""Decisions about claims, and about groups of claims."""

import sqlalchemy as sa
from alembic import op

from claimtrack.reviews.append_only import append_only

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_reviews()
    make_group_reviews()
    make_append_only("reviews", [["review_id"], ["undoes"]])
    make_append_only("group_reviews", [["group_review_id"], ["undoes"]])
    make_append_only("group_claims", [["group_review_id", "claim_id"]])


def make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("review_id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False, index=True),
        sa.Column("verdict", sa.Text()),
        sa.Column("corrections", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text()),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("reviews.review_id"), unique=True),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Double()),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("place", sa.Text()),
        sa.Column("as_of", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.Column("extractor", sa.Text(), nullable=False),
    )


def make_group_reviews() -> None:
    op.create_table(
        "group_reviews",
        sa.Column("group_review_id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False, index=True),
        sa.Column("claim_ids", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("recommended", sa.Double()),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("reasoning", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("group_reviews.group_review_id"), unique=True),
    )
    op.create_table(
        "group_claims",
        sa.Column("group_review_id", sa.Integer(), sa.ForeignKey("group_reviews.group_review_id"), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False, index=True),
        sa.PrimaryKeyConstraint("group_review_id", "claim_id"),
    )


def make_append_only(table: str, unique: list[list[str]]) -> None:
    for statement in append_only(op.get_bind().dialect.name, table, unique):
        op.execute(statement)
