"""The JSON of an explanation: why, what if, and what follows."""

from typing import Any

from pydantic import Field

from api.models.antwoorden import Regel, Uitkomst
from api.models.basis import Bron, Model


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


class Toelichting(Model):
    """De uitkomst van een check, met waarom, wat als, en wat er volgt."""

    uitkomst: Uitkomst
    waarom: Waarom
    wat_als: list[WatAls] = Field(description="Gunstigste eerst. Leeg als één wijziging niet helpt.")
    wat_als_zin: str = Field(description="Waarom `watAls` leeg is. Leeg als `watAls` niet leeg is.")
    vervolg: list[VervolgStap] = Field(description="Alleen wat het beleid zelf noemt.")
    vervolg_zin: str = Field(description="Wat wij zeggen als `vervolg` leeg is.")
