"""The JSON of the tables of the policy: every record says where it stands and of when it is."""

from typing import Literal

from pydantic import Field

from api.models.basis import Bron, Model


class MetHerkomst(Model):
    """Waar een gegeven staat, en van wanneer het is."""

    bron: Bron
    datum: str | None = Field(
        description="Van wanneer het gegeven is (jjjj of jjjj-mm). Leeg als de bron het niet zegt.",
        json_schema_extra={"format": "edtf"},  # ISO 8601-2: a date that may be no more than a year and a month
    )
    datum_uitleg: str = Field(description="Wat wij over de datum weten.")


class InformeleLocatie(MetHerkomst):
    """Eén informele binnenstedelijke werklocatie uit tabel 5."""

    nummer: int = Field(description="Het nummer in tabel 5.")
    stadsdeel: str
    label: Literal["behouden", "impact_verkleinen"]
    adressen: list[str] = Field(description="Elk adres apart; een reeks als ‘119 A t/m D’ is uitgeschreven.")
    adres_in_bron: str = Field(description="De adressen zoals de bron ze noemt.")
    onzeker: str | None = Field(description="Wat niet zeker is aan deze rij. Leeg als alles zeker is.")


class InformeleLocaties(Model):
    """Alle informele binnenstedelijke werklocaties van Enschede."""

    informele_locaties: list[InformeleLocatie]


class Aanbod(MetHerkomst):
    """Hoeveel bedrijfsgrond er beschikbaar is, uit tabel 2."""

    hectare: float = Field(description="Beschikbaar aanbod, in hectare.")


class Scores(MetHerkomst):
    """De scores uit tabel 4, in procenten. Een score van 50 is gemiddeld."""

    kern: str = Field(description="De plaats waar het terrein ligt.")
    banen_en_vestigingen: int
    marktwaarde_en_vastgoed: int
    ruimtelijke_kwaliteit_en_bereikbaarheid: int
    eindscore: int
    onzeker: str | None = Field(description="Wat niet zeker is aan deze scores.")


class Otb(MetHerkomst):
    """Of het terrein hoort bij het OTB van Hengelo."""

    binnen: bool = Field(description="Waar: het OTB geldt voor dit terrein. Onwaar: het terrein valt erbuiten.")


class Bedrijventerrein(Model):
    """Eén bedrijventerrein, met wat de documenten erover zeggen."""

    gemeente: str
    naam: str
    ook: list[str] = Field(description="Andere namen die de bron voor hetzelfde terrein gebruikt.")
    aanbod: Aanbod | None = Field(description="Leeg als tabel 2 dit terrein niet noemt.")
    scores: Scores | None = Field(description="Leeg als tabel 4 dit terrein niet noemt.")
    otb: Otb | None = Field(description="Alleen voor terreinen in de lijsten van Hengelo.")


class Bedrijventerreinen(Model):
    """De bedrijventerreinen van Enschede en Hengelo die de documenten noemen."""

    bedrijventerreinen: list[Bedrijventerrein]
