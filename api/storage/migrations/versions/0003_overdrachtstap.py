"""Where a conversation stands while it is being handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overdrachtstap",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("stap", sa.String(20), nullable=False),
        sa.Column("naam_versleuteld", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gesprek_id"], ["gesprek.id"], name="fk_overdrachtstap_gesprek_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("gesprek_id", name="pk_overdrachtstap"),
    )
