"""The JSON of an explanation: why, what if, and what follows."""

from typing import Any

from pydantic import ConfigDict, Field, JsonValue

from api.models import Bron, Model, Regel, Uitkomst


class Feit(Model):
    """Een gegeven dat is opgegeven."""

    veld: str
    naam: str = Field(description="Het veld in gewone woorden.")
    waarde: Any = Field(description="Zoals het is opgegeven.")
    tekst: str = Field(description="De waarde in gewone woorden, met de eenheid.")


class RegelWaarom(Regel):
    """Eén regel, met de gegevens die hij gebruikte."""

    naam: str
    woorden: str = Field(description="Het oordeel in gewone woorden.")
    beslissend: bool = Field(description="Of het oordeel van deze regel het oordeel van het geheel is.")
    feiten: list[Feit] = Field(description="De opgegeven velden waar deze regel naar keek.")


class Waarom(Model):
    """Waarom dit het oordeel is: een boom van oordeel, naar regels, naar gegevens."""

    oordeel: str
    woorden: str = Field(description="Het oordeel in gewone woorden.")
    tekst: str = Field(description="De boom als tekst, hoogstens 700 tekens.")
    regels: list[RegelWaarom]


class WatAls(Model):
    """De kleinste wijziging van één veld die een gunstiger oordeel geeft."""

    veld: str
    van: Any = Field(description="De waarde van nu. Leeg (null) als het veld niet is opgegeven.")
    naar: Any = Field(description="De dichtstbijzijnde waarde die dit oordeel geeft.")
    oordeel: str
    tekst: str


class VervolgStap(Model):
    """Wat er volgt, met de zin uit het beleid."""

    tekst: str
    bron: Bron


_BRON: dict[str, JsonValue] = {
    "document": "enschede-visie-werklocaties",
    "titel": "Visie Werklocaties",
    "gemeente": "enschede",
    "sectie": "3.2.7 Ruimte voor werken-aan-huis",
    "citaat": "degene die het beroep of het bedrijf uitoefent ook bewoner van de woning is",
    "url": "/bronnen/enschede-visie-werklocaties#3-2-7-ruimte-voor-werken-aan-huis",
}
_REGEL: dict[str, JsonValue] = {
    "regel": "bewoner",
    "oordeel": "niet_toegestaan",
    "uitleg": "De ondernemer woont niet in de woning. Dat moet wel.",
    "bron": _BRON,
}


class Toelichting(Model):
    """De uitkomst van een check, met waarom, wat als, en wat er volgt."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "uitkomst": {
                        "check": "werken-aan-huis",
                        "oordeel": "niet_toegestaan",
                        "samenvatting": "Uw plan mag niet volgens de regels voor werken aan huis.",
                        "regels": [_REGEL],
                        "ontbreekt": [],
                        "aannames": [],
                        "gegevens": {"gemeente": "enschede", "bewoner": False},
                        "disclaimer": "U kunt hier geen rechten aan ontlenen.",
                        "regelset": "werken-aan-huis/enschede/0123abcd",
                    },
                    "waarom": {
                        "oordeel": "niet_toegestaan",
                        "woorden": "Dit mag niet",
                        "tekst": "Dit mag niet.\nDit geeft de doorslag:\n• De ondernemer woont niet in de woning.",
                        "regels": [
                            {
                                **_REGEL,
                                "naam": "Bewoner",
                                "woorden": "Dit mag niet",
                                "beslissend": True,
                                "feiten": [
                                    {
                                        "veld": "bewoner",
                                        "naam": "De ondernemer woont zelf in de woning",
                                        "waarde": False,
                                        "tekst": "nee",
                                    }
                                ],
                            }
                        ],
                    },
                    "watAls": [
                        {
                            "veld": "bewoner",
                            "van": False,
                            "naar": True,
                            "oordeel": "toegestaan",
                            "tekst": "Als u er zelf woont, is volgens deze regels geen vergunning nodig.",
                        }
                    ],
                    "watAlsZin": "",
                    "vervolg": [],
                    "vervolgZin": "De tekst van het beleid noemt bij deze uitkomst geen volgende stap.",
                }
            ]
        }
    )

    uitkomst: Uitkomst
    waarom: Waarom
    wat_als: list[WatAls] = Field(description="Gunstigste eerst. Leeg als één wijziging niet helpt.")
    wat_als_zin: str = Field(description="Waarom `watAls` leeg is. Leeg als `watAls` niet leeg is.")
    vervolg: list[VervolgStap] = Field(description="Alleen wat het beleid zelf noemt.")
    vervolg_zin: str = Field(description="Wat wij zeggen als `vervolg` leeg is.")
