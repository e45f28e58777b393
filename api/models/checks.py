"""The list of checks, and one of them explained."""

from typing import Any

from pydantic import Field

from api.models.basis import Model


class CheckKort(Model):
    """Een check in de lijst."""

    check: str
    titel: str
    uitleg: str
    url: str


class CheckUitleg(CheckKort):
    """Een check met het JSON Schema van zijn invoer."""

    # Not named `schema` inside: that name is taken in pydantic's BaseModel.
    invoer: dict[str, Any] = Field(serialization_alias="schema", description="JSON Schema van de invoer.")


class Checks(Model):
    """Alle checks."""

    checks: list[CheckKort]
