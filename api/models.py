"""The JSON of the interface. Requests refuse what they do not know; replies say exactly what they promise."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from knowledge.antwoord import MAX_TEKST, Soort
from knowledge.register import load_register

GEMEENTEN = tuple(sorted({entry.gemeente for entry in load_register().values()}))


def _known(gemeente: str) -> str:
    if gemeente not in GEMEENTEN:
        raise PydanticCustomError("literal_error", "unknown", {"expected": " of ".join(f"'{g}'" for g in GEMEENTEN)})
    return gemeente


# A municipality of the register: one that adds a document of its own can be asked about.
Gemeente = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(GEMEENTEN)})]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "Vul hier tekst in.")
    return text


# The pattern says in the published schema what `_not_blank` does here; some dialects do not count \x1c-\x1f as space.
Tekst = Annotated[
    str,
    Field(min_length=1, max_length=2000, json_schema_extra={"pattern": r"[^\s\x1c-\x1f\x85]"}),
    AfterValidator(_not_blank),
]


class Model(BaseModel):
    """Field names in camelCase outside, snake_case inside."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Bericht(Model):
    """Wat de ondernemer zegt."""

    model_config = ConfigDict(extra="forbid")

    bericht: Tekst = Field(description="De vraag of het antwoord van de ondernemer, 1 tot en met 2000 tekens.")
    gesprek_id: UUID | None = Field(
        default=None,
        description="Het gesprek uit een eerder antwoord. Zonder dit veld begint een nieuw gesprek. "
        "Een nummer dat de dienst niet (meer) kent, is een fout 404.",
    )
    gemeente: Gemeente | None = Field(default=None, description="Beperkt de antwoorden tot deze gemeente.")


class Bron(Model):
    """Een citaat: letterlijk de woorden van het beleid, en waar ze staan."""

    document: str
    titel: str
    gemeente: str
    sectie: str
    citaat: str = Field(description="Staat woord voor woord in de brontekst.")
    url: str = Field(description="Opent de brontekst bij dit citaat.")


class Knop(Model):
    """Een knop: wat erop staat, en welk bericht hij stuurt."""

    titel: str
    bericht: str


class Regel(Model):
    """Eén regel van een check, met het oordeel en de zin waarop dat rust."""

    regel: str
    oordeel: str
    uitleg: str
    bron: Bron


class Uitkomst(Model):
    """De uitkomst van een check. Het oordeel volgt de strengste regel."""

    model_config = ConfigDict(extra="allow")  # a check may add a part of its own, such as `locatie`

    check: str
    oordeel: str
    samenvatting: str
    regels: list[Regel]
    ontbreekt: list[str] = Field(description="Velden die nog nodig zijn.")
    aannames: list[str]
    gegevens: dict[str, Any] = Field(description="De gegevens zoals de check ze heeft gelezen.")
    disclaimer: str
    regelset: str = Field(description="De versie van de regels.")


class Antwoord(Model):
    """Eén antwoord van de assistent."""

    soort: Soort
    tekst: str = Field(max_length=MAX_TEKST)
    bronnen: list[Bron] = []
    knoppen: list[Knop] = []
    uitkomst: Uitkomst | None = None


class Verwacht(Model):
    """Welk veld van een check de assistent nu vraagt."""

    veld: str
    type: Literal["getal", "ja_nee", "keuze", "tekst"]
    keuzes: list[str] = []


class Gesprek(Model):
    """De reactie op een bericht."""

    gesprek_id: UUID
    antwoorden: list[Antwoord]
    verwacht: Verwacht | None = None
    duur_ms: float = Field(description="Hoe lang het antwoord duurde, in milliseconden.")


class Passage(Model):
    """Een stuk van een document dat bij de vraag past."""

    id: str
    tekst: str
    score: float
    bron: Bron


class Passages(Model):
    """De best passende stukken, en het ene antwoord dat de assistent zou geven."""

    resultaten: list[Passage]
    antwoord: Antwoord


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


class Onderdeel(Model):
    """De toestand van één onderdeel."""

    status: Literal["ok", "start", "uit"]


class Gereed(Model):
    """Of de dienst klaar is, per onderdeel."""

    status: Literal["ok", "beperkt"]
    onderdelen: dict[str, Onderdeel]


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
