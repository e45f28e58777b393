"""The tables of the policy as data, in JSON or CSV."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from actions import bedrijventerreinen as gegevens
from actions.getallen import maand
from actions.tabellen import INFORMELE_LOCATIES, bedrijventerreinen, onzeker, over_de_datum
from actions.vindplaats import op_de_zin
from api.caching import NOT_MODIFIED, KeptRoute
from api.csv_reply import MEDIA_TYPE, Formaat, csv_reply, wants_csv
from api.models.basis import Gemeente
from api.models.tabellen import (
    Bedrijventerrein,
    Bedrijventerreinen,
    InformeleLocatie,
    InformeleLocaties,
)
from api.paging import PagingDep
from api.problems import documented
from api.services import Services, ServicesDep
from knowledge.bron import Bron

router = APIRouter(prefix="/v1", tags=["Tabellen"], route_class=KeptRoute)

FormaatDep = Annotated[
    Formaat | None,
    Query(description="`json` of `csv`. Zonder dit veld beslist de Accept-header, en anders krijgt u JSON."),
]


# The responses of a table, for the published interface.
REPLIES: dict[int | str, dict[str, Any]] = {
    200: {"description": "De tabel.", "content": {MEDIA_TYPE: {"schema": {"type": "string"}}}},
    **NOT_MODIFIED,
    **documented(400, 500),
}


@router.get(
    "/informele-locaties",
    summary="De informele locaties van Enschede",
    response_model=InformeleLocaties,
    responses=REPLIES,
)
def get_informele_locaties(
    request: Request, response: Response, services: ServicesDep, paging: PagingDep, formaat: FormaatDep = None
) -> Any:
    """De rijen van tabel 5 van de Visie Werklocaties, met hun label. Elke rij heeft een bron en een datum."""
    rijen = [
        InformeleLocatie.model_validate(
            {
                "nummer": locatie.nummer,
                "stadsdeel": locatie.stadsdeel,
                "label": locatie.label,
                "adressen": [str(adres) for adres in locatie.adressen],
                "adres_in_bron": locatie.gedrukt,
                "onzeker": locatie.onzeker,
                **_herkomst(services, locatie.bron),
            }
        )
        for locatie in paging.of(INFORMELE_LOCATIES)
    ]
    response.headers["Vary"] = "Accept"
    if wants_csv(request, formaat):
        return csv_reply(rijen, InformeleLocatie, "informele-locaties.csv", response.headers)
    return InformeleLocaties(informele_locaties=rijen)


@router.get(
    "/bedrijventerreinen",
    summary="De bedrijventerreinen van Enschede en Hengelo",
    response_model=Bedrijventerreinen,
    responses=REPLIES,
)
def get_bedrijventerreinen(
    request: Request,
    response: Response,
    services: ServicesDep,
    paging: PagingDep,
    gemeente: Annotated[Gemeente | None, Query(description="Alleen de terreinen van deze gemeente.")] = None,
    formaat: FormaatDep = None,
) -> Any:
    """Enschede: het aanbod (tabel 2) en de scores (tabel 4). Hengelo: of het OTB voor het terrein geldt."""
    rijen = [
        Bedrijventerrein(
            gemeente=terrein.gemeente,
            naam=terrein.naam,
            ook=list(terrein.ook),
            aanbod=_deel(services, terrein.aanbod),
            scores=_deel(services, terrein.scores),
            otb=_deel(services, terrein.otb),
        )
        for terrein in paging.of([each for each in bedrijventerreinen() if gemeente in (None, each.gemeente)])
    ]
    response.headers["Vary"] = "Accept"
    if wants_csv(request, formaat):
        return csv_reply(rijen, Bedrijventerrein, "bedrijventerreinen.csv", response.headers)
    return Bedrijventerreinen(bedrijventerreinen=rijen)


def _deel(services: Services, deel: gegevens.Aanbod | gegevens.Scores | gegevens.OtbTerrein | None) -> Any:
    """The values of one table of a park, with where and of when they are."""
    if deel is None:
        return None
    velden = {**asdict(deel), **_herkomst(services, deel.bron, getattr(deel, "datum", None))}
    if isinstance(deel, gegevens.Scores):
        velden["onzeker"] = onzeker(deel.bron.document, "Tabel 4")
    return velden


def _herkomst(services: Services, bron: Bron, datum: str | None = None) -> dict[str, Any]:
    precies = op_de_zin(bron, services.library.documents)
    uitleg = f"De cijfers zijn van {maand(datum)}." if datum else over_de_datum(bron.document)
    return {"bron": precies.to_json(), "datum": datum, "datum_uitleg": uitleg}
