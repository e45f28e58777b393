"""The JSON of many checks in one request."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from api.models.antwoorden import Uitkomst
from api.models.basis import Model
from api.models.problemen import Probleem

MAX_GEVALLEN = 1000


class Geval(Model):
    """Eén geval van een batch."""

    model_config = ConfigDict(extra="forbid")

    kenmerk: Annotated[str, Field(max_length=100)] | None = Field(
        default=None, description="Uw eigen kenmerk. Het komt terug bij het resultaat."
    )
    velden: dict[str, Any] = Field(description="De velden van de check, zoals bij één check.")


class Batch(Model):
    """Gevallen die allemaal met dezelfde check worden beoordeeld."""

    model_config = ConfigDict(extra="forbid")

    gevallen: list[Geval] = Field(min_length=1, max_length=MAX_GEVALLEN, description="1 tot en met 1000 gevallen.")


class Resultaat(Model):
    """Wat er uit één geval kwam: een uitkomst, of een fout."""

    kenmerk: str | None
    status: int = Field(description="De status die dit geval als los verzoek had gekregen: 200, 400 of 500.")
    uitkomst: Uitkomst | None
    probleem: Probleem | None


class BatchUitkomst(Model):
    """De resultaten, in de volgorde van de gevallen."""

    check: str
    gelukt: int
    mislukt: int
    resultaten: list[Resultaat]
