"""The JSON of the tables of the policy: every record says where it stands and of when it is."""

from typing import Literal

from pydantic import ConfigDict, Field, JsonValue

from api.models import Bron, Model

_BRON: dict[str, JsonValue] = {
    "document": "enschede-visie-werklocaties",
    "titel": "Visie Werklocaties",
    "gemeente": "enschede",
    "sectie": "5.4 Uitvoeringsagenda informele binnenstedelijke werklocaties / Behouden",
    "citaat": "Perikweg 13, Perikweg 13 A",
    "url": "/bronnen/enschede-visie-werklocaties#behouden",
}


class MetHerkomst(Model):
    """Waar een gegeven staat, en van wanneer het is."""

    bron: Bron
    datum: str | None = Field(
        description="Van wanneer het gegeven is (jjjj of jjjj-mm). Leeg als de bron het niet zegt."
    )
    datum_uitleg: str = Field(description="Wat wij over de datum weten.")


class InformeleLocatie(MetHerkomst):
    """Eén informele binnenstedelijke werklocatie uit tabel 5."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "nummer": 5,
                    "stadsdeel": "Centrum",
                    "label": "behouden",
                    "adressen": ["Perikweg 13", "Perikweg 13 A"],
                    "adresInBron": "Perikweg 13, Perikweg 13 A",
                    "onzeker": None,
                    "bron": _BRON,
                    "datum": None,
                    "datumUitleg": "De visie noemt geen datum waarop zij is vastgesteld.",
                }
            ]
        }
    )

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

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "gemeente": "hengelo",
                    "naam": "Westermaat Campus",
                    "ook": [],
                    "aanbod": None,
                    "scores": None,
                    "otb": {
                        "binnen": True,
                        "bron": {
                            "document": "hengelo-otb",
                            "titel": "Omgevingsprogramma Toekomstbestendige Bedrijventerreinen (OTB)",
                            "gemeente": "hengelo",
                            "sectie": "2.2 Ruimtelijke afbakening",
                            "citaat": "Westermaat Campus",
                            "url": "/bronnen/hengelo-otb#2-2-ruimtelijke-afbakening",
                        },
                        "datum": None,
                        "datumUitleg": "Het document is voor 2026 tot en met 2029.",
                    },
                }
            ]
        }
    )

    gemeente: str
    naam: str
    ook: list[str] = Field(description="Andere namen die de bron voor hetzelfde terrein gebruikt.")
    aanbod: Aanbod | None = Field(description="Leeg als tabel 2 dit terrein niet noemt.")
    scores: Scores | None = Field(description="Leeg als tabel 4 dit terrein niet noemt.")
    otb: Otb | None = Field(description="Alleen voor terreinen in de lijsten van Hengelo.")


class Bedrijventerreinen(Model):
    """De bedrijventerreinen van Enschede en Hengelo die de documenten noemen."""

    bedrijventerreinen: list[Bedrijventerrein]
