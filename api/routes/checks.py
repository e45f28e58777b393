"""The checks: the list, one check explained, and its verdict."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path

from actions.checks import Check
from actions.uitkomst import InvoerFouten
from api.models.antwoorden import Uitkomst
from api.models.checks import CheckKort, Checks, CheckUitleg
from api.problems import NotFoundError, documented, problem
from api.services import Services, ServicesDep
from api.telemetry import count_verdict, stage

router = APIRouter(prefix="/v1/checks", tags=["Checks"])

CheckNaam = Annotated[str, Path(alias="check", description="De naam van de check.")]
Velden = Annotated[
    dict[str, Any],
    Body(description="De velden van de check. Wat ontbreekt, komt terug in `ontbreekt`."),
]


@router.get("", summary="Alle checks", responses=documented(500))
def get_checks(services: ServicesDep) -> Checks:
    """De checks die de assistent kan doen."""
    return Checks(checks=[_kort(check) for check in services.checks.values()])


@router.get("/{check}", summary="Uitleg van een check", responses=documented(400, 404, 500))
def get_check(naam: CheckNaam, services: ServicesDep) -> CheckUitleg:
    """De uitleg van een check, en het JSON Schema van zijn invoer."""
    check = find(services, naam)
    return CheckUitleg(**_kort(check).model_dump(), invoer=dict(check.schema))


@router.post("/{check}", summary="Doe een check", response_model=Uitkomst, responses=documented(400, 404, 413, 500))
def post_check(naam: CheckNaam, velden: Velden, services: ServicesDep) -> Any:
    """De uitkomst voor deze gegevens. Onmogelijke invoer is een fout 400 met elk veld dat niet klopt."""
    try:
        with stage("check"):
            uitkomst = find(services, naam).beoordeel(velden).to_json()
    except InvoerFouten as error:
        return problem(400, fouten=error.fouten)
    count_verdict(uitkomst, "api")
    return uitkomst


def find(services: Services, naam: str) -> Check:
    """The check of that name. Raises NotFoundError, which names those that there are."""
    if (check := services.checks.get(naam)) is None:
        raise NotFoundError(f"Er is geen check met deze naam. Kies uit: {', '.join(sorted(services.checks))}.")
    return check


def _kort(check: Check) -> CheckKort:
    return CheckKort(check=check.naam, titel=check.titel, uitleg=check.uitleg, url=f"/v1/checks/{check.naam}")
