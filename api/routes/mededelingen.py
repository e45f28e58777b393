"""What the municipality has to say to everybody who comes in: whether the assistant is off, and an emergency notice."""

from fastapi import APIRouter

from api.models.overdrachten import Mededeling, Mededelingen
from api.problems import documented
from api.services import ServicesDep
from api.storage import schakelaars

router = APIRouter(prefix="/v1", tags=["Gesprek"])


@router.get("/mededelingen", summary="Mededelingen van de gemeente", responses=documented(500))
def get_mededelingen(services: ServicesDep) -> Mededelingen:
    """Wat boven het gesprek moet staan. Staat de assistent uit, dan zegt `uit` waarom en hoe het verder kan."""
    with services.storage.read() as session:
        switches = schakelaars.every(session)
    on = {
        name: Mededeling(tekst=each.tekst, sinds=each.gewijzigd_op.isoformat())
        for name, each in switches.items()
        if each.aan
    }
    return Mededelingen(uit=on.get("uit"), noodbericht=on.get("noodbericht"))
