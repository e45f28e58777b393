"""Switches of the whole service: off with its reason ("uit"), and a notice on top of the page ("noodbericht")."""

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.storage.tables import Schakelaar
from api.storage.types import now

Naam = Literal["uit", "noodbericht"]


def turn(session: Session, naam: Naam, aan: bool, medewerker: str, tekst: str = "", reden: str = "") -> None:
    """`tekst` is shown to users, `reden` to colleagues."""
    session.merge(
        Schakelaar(naam=naam, aan=aan, tekst=tekst, reden=reden, gewijzigd_door=medewerker, gewijzigd_op=now())
    )


def every(session: Session) -> Mapping[str, Schakelaar]:
    """By name; what was never turned is not in it."""
    return {schakelaar.naam: schakelaar for schakelaar in session.scalars(select(Schakelaar))}
