"""Search: the passages that fit a question, and the one answer that chat would give."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.caching import NOT_MODIFIED, KeptRoute
from api.models.antwoorden import Antwoord
from api.models.basis import Gemeente, Tekst
from api.models.berichten import Passage, Passages
from api.problems import documented
from api.services import ServicesDep
from api.telemetry import count_answer

router = APIRouter(prefix="/v1", tags=["Zoeken"], route_class=KeptRoute)


@router.get("/passages", summary="Zoek in het beleid", responses={**NOT_MODIFIED, **documented(400, 500)})
def get_passages(
    services: ServicesDep,
    vraag: Annotated[Tekst, Query(description="De vraag, in gewone taal.")],
    gemeente: Annotated[Gemeente | None, Query(description="Beperkt het zoeken tot deze gemeente.")] = None,
    aantal: Annotated[int, Query(ge=1, le=20, description="Hoeveel passages hoogstens.")] = 5,
) -> Passages:
    """De best passende stukken van de documenten, op volgorde, en het antwoord dat het gesprek zou geven."""
    gevonden, antwoord = services.library.search_and_answer(vraag, gemeente, aantal)
    count_answer(antwoord.to_json(), "api")
    return Passages(
        resultaten=[
            Passage.model_validate({"id": p.id, "tekst": p.tekst, "score": p.score, "bron": p.bron.to_json()})
            for p in gevonden
        ],
        antwoord=Antwoord.model_validate(antwoord.to_json()),
    )
