"""The first tables.

Migrations only go forward; the way back is a backup.
"""

import sqlalchemy as sa
from alembic import op

from api.storage.types import Json, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gedaan_op", Moment(), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("wat", sa.Text(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("voor", Json, nullable=True),
        sa.Column("na", Json, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_gedaan_op", "audit", ["gedaan_op"], unique=False)
    op.create_index("ix_audit_onderwerp", "audit", ["onderwerp"], unique=False)

    op.create_table(
        "gesprek",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gemeente", sa.Text(), nullable=True),
        sa.Column("begonnen_op", Moment(), nullable=False),
        sa.Column("laatst_actief_op", Moment(), nullable=False),
        sa.Column("gesloten_op", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_gesprek"),
    )
    op.create_index("ix_gesprek_laatst_actief_op", "gesprek", ["laatst_actief_op"], unique=False)

    op.create_table(
        "hartslag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("geschreven_op", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_hartslag"),
    )
    op.create_table(
        "kaartrevisie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kaart_id", sa.Text(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("inhoud", Json, nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("auteur", sa.Text(), nullable=False),
        sa.Column("beoordelaar", sa.Text(), nullable=True),
        sa.Column("opmerking", sa.Text(), nullable=True),
        sa.Column("gemaakt_op", Moment(), nullable=False),
        sa.Column("beoordeeld_op", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_kaartrevisie"),
        sa.UniqueConstraint("kaart_id", "revisie", name="uq_kaartrevisie_kaart_id"),
    )
    op.create_index("ix_kaartrevisie_status", "kaartrevisie", ["status"], unique=False)

    op.create_table(
        "medewerker",
        sa.Column("gebruikersnaam", sa.Text(), nullable=False),
        sa.Column("wachtwoord_hash", sa.Text(), nullable=False),
        sa.Column("rollen", Json, nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("gemaakt_op", Moment(), nullable=False),
        sa.Column("laatst_ingelogd_op", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("gebruikersnaam", name="pk_medewerker"),
    )
    op.create_table(
        "rasa_gebeurtenis",
        sa.Column("gesprek", sa.Text(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tijd", sa.Double(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("gesprek", "volgnummer", name="pk_rasa_gebeurtenis"),
    )
    op.create_index("ix_rasa_gebeurtenis_tijd", "rasa_gebeurtenis", ["tijd"], unique=False)

    op.create_table(
        "schakelaar",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("aan", sa.Boolean(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("gewijzigd_op", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_schakelaar"),
    )
    op.create_table(
        "sleutel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("limiet_per_minuut", sa.Integer(), nullable=True),
        sa.Column("gemaakt_op", Moment(), nullable=False),
        sa.Column("verloopt_op", Moment(), nullable=True),
        sa.Column("ingetrokken_op", Moment(), nullable=True),
        sa.Column("laatst_gebruikt_op", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sleutel"),
        sa.UniqueConstraint("prefix", name="uq_sleutel_prefix"),
    )
    op.create_table(
        "beurt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("begonnen_op", Moment(), nullable=False),
        sa.Column("bericht", sa.Text(), nullable=False),
        sa.Column("gemaskeerd", Json, nullable=False),
        sa.Column("antwoorden", Json, nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("check_naam", sa.Text(), nullable=True),
        sa.Column("oordeel", sa.Text(), nullable=True),
        sa.Column("duur_ms", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name="fk_beurt_gesprek_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_beurt"),
    )
    op.create_index("ix_beurt_begonnen_op", "beurt", ["begonnen_op"], unique=False)
    op.create_index("ix_beurt_gesprek_id", "beurt", ["gesprek_id"], unique=False)

    op.create_table(
        "overdracht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("medewerker", sa.Text(), nullable=True),
        sa.Column("doorverwezen_naar", sa.Text(), nullable=True),
        sa.Column("naam_versleuteld", sa.Text(), nullable=True),
        sa.Column("contact_versleuteld", sa.Text(), nullable=True),
        sa.Column("gevraagd_op", Moment(), nullable=False),
        sa.Column("opgepakt_op", Moment(), nullable=True),
        sa.Column("afgerond_op", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name="fk_overdracht_gesprek_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_overdracht"),
    )
    op.create_index("ix_overdracht_gesprek_id", "overdracht", ["gesprek_id"], unique=False)
    op.create_index("ix_overdracht_status", "overdracht", ["status"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("beurt_id", sa.Integer(), nullable=False),
        sa.Column("antwoord_index", sa.Integer(), nullable=False),
        sa.Column("duim", sa.String(length=10), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=True),
        sa.Column("gegeven_op", Moment(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("beoordeeld_door", sa.Text(), nullable=True),
        sa.Column("beoordeeld_op", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["beurt_id"], ["beurt.id"], name="fk_feedback_beurt_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name="fk_feedback_gesprek_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.UniqueConstraint("gesprek_id", "antwoord_index", name="uq_feedback_gesprek_id"),
    )
    op.create_index("ix_feedback_beurt_id", "feedback", ["beurt_id"], unique=False)
    op.create_index("ix_feedback_gesprek_id", "feedback", ["gesprek_id"], unique=False)
    op.create_index("ix_feedback_status", "feedback", ["status"], unique=False)

    op.create_table(
        "overdrachtbericht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overdracht_id", sa.Integer(), nullable=False),
        sa.Column("afzender", sa.String(length=20), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("verstuurd_op", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["overdracht_id"], ["overdracht.id"], name="fk_overdrachtbericht_overdracht_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_overdrachtbericht"),
    )
    op.create_index("ix_overdrachtbericht_overdracht_id", "overdrachtbericht", ["overdracht_id"], unique=False)
