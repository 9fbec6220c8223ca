"""Aliases of sources, and the list of grades."""

import sqlalchemy as sa
from alembic import op

from claimtrack.reviews.append_only import append_only

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aliases",
        sa.Column("alias_id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("canonical", sa.Text()),
    )
    op.create_table(
        "grade_lists",
        sa.Column("grade_list_id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("grades", sa.Text(), nullable=False),
    )
    for table, key in (("aliases", "alias_id"), ("grade_lists", "grade_list_id")):
        for statement in append_only(op.get_bind().dialect.name, table, [[key]]):
            op.execute(statement)
