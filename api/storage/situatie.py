"""What a turn must know before anything answers it, in one look at the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.storage import schakelaars
from api.storage.tables import Gesprek, Overdracht, Overdrachtstap, Schakelaar


@dataclass(frozen=True)
class Situatie:
    """`gesprek`: None when it is not in the database. `overdracht`: its last one. `op_weg`: somebody on the way to a
    person was asked something."""

    schakelaars: Mapping[str, Schakelaar]
    gesprek: Gesprek | None = None
    overdracht: Overdracht | None = None
    op_weg: bool = False


def read(session: Session, gesprek_id: UUID | None) -> Situatie:
    """`gesprek_id`: None for a conversation that begins."""
    switches = schakelaars.every(session)
    if gesprek_id is None:
        return Situatie(switches)
    last = select(func.max(Overdracht.id)).where(Overdracht.gesprek_id == gesprek_id).scalar_subquery()
    query = (
        select(Gesprek, Overdracht, Overdrachtstap)
        .select_from(Gesprek)
        .outerjoin(Overdracht, Overdracht.id == last)
        .outerjoin(Overdrachtstap, Overdrachtstap.gesprek_id == Gesprek.id)
        .where(Gesprek.id == gesprek_id)
    )
    if (row := session.execute(query).one_or_none()) is None:
        return Situatie(switches)
    gesprek, overdracht, stap = row
    return Situatie(switches, gesprek, overdracht, stap is not None)
