"""The documents and their sections."""

from pydantic import Field

from api.models.basis import Model


class BronKort(Model):
    """Een document in de lijst."""

    document: str
    titel: str
    gemeente: str
    status: str = Field(description="Wat voor document het is, en wat het waard is.")
    vastgesteld: str | None = Field(description="Leeg als het document het niet zegt, net als de velden hierna.")
    geldig_van: str | None
    geldig_tot: str | None
    url: str


class Sectie(Model):
    """Een kop in een document, met zijn plaats."""

    anker: str
    kop: str
    niveau: int
    pad: list[str]
    url: str


class BronDocument(BronKort):
    """Een document met zijn secties."""

    secties: list[Sectie]


class Bronnen(Model):
    """Alle documenten waarop de assistent zich baseert."""

    bronnen: list[BronKort]
