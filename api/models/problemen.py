"""What is wrong with a request, by RFC 9457."""

from pydantic import Field

from api.models.basis import Model


class Fout(Model):
    """Eén veld dat niet klopt."""

    veld: str
    melding: str


class Probleem(Model):
    """Een fout volgens RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    fouten: list[Fout] | None = Field(default=None, description="Bij invoerfouten: elk veld dat niet klopt.")
