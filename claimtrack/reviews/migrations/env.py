"""Runs the migrations on the connection that `claimtrack.reviews.migrating` hands over."""

from alembic import context

from claimtrack.reviews.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=context.config.attributes["version_table"],
    transactional_ddl=True,
)
context.run_migrations()
