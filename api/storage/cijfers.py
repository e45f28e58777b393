"""What the turns of a period tell together: how many, of which kind, about what, and how fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.storage.tables import Beurt

MOST_READ = 5000  # turns whose replies are read for the themes; the newest


@dataclass(frozen=True)
class Maat:
    """What is counted of one turn."""

    moment: datetime
    soort: str
    check: str | None
    oordeel: str | None
    duur_ms: float


def turns_since(session: Session, moment: datetime) -> Sequence[Maat]:
    """In the order in which they came."""
    columns = (Beurt.begonnen_op, Beurt.soort, Beurt.check_naam, Beurt.oordeel, Beurt.duur_ms)
    rows = session.execute(select(*columns).where(Beurt.begonnen_op >= moment).order_by(Beurt.begonnen_op))
    return [Maat(*row) for row in rows]


def answers_since(session: Session, moment: datetime) -> Sequence[list[dict[str, Any]]]:
    """The replies of the turns that gave an answer of the policy, newest first."""
    query = select(Beurt.antwoorden).where(Beurt.begonnen_op >= moment, Beurt.soort == "antwoord")
    return session.scalars(query.order_by(Beurt.begonnen_op.desc()).limit(MOST_READ)).all()
