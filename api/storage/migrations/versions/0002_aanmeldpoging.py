"""Failed logins of the staff site."""

import sqlalchemy as sa
from alembic import op

from api.storage.types import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanmeldpoging",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("laatste_op", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_aanmeldpoging"),
    )
