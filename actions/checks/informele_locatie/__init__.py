"""The check `informele-locatie`: which label has this address? Enschede, Visie Werklocaties, 3.2.6 and 5.4."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from actions import informele_locaties, parameters
from actions.checks.check import Check
from actions.checks.informele_locatie.invoer import SCHEMA, VELD_IN_WOORDEN, lees_invoer
from actions.checks.informele_locatie.regels import (
    BEHOUDEN,
    IMPACT_VERKLEINEN,
    IN_EEN_ZIN,
    REGELS,
    VERWACHT,
    bedoelt_u,
)
from actions.checks.informele_locatie.zoeken import ELDERS, GEVONDEN, NIET_IN_TABEL, Gezocht, zoek
from actions.checks.kader import Kader, op_dag
from actions.gegevensbestand import versie
from actions.uitkomst import DISCLAIMER_VOOR_OMGEVINGSWET, ONVOLLEDIG, Regel, Uitkomst
from knowledge.places import Places
from knowledge.register import SOURCES, load_register

NAAM = "informele-locatie"
GEMEENTE = "enschede"
_BESTAND = parameters.MAP / GEMEENTE / "informele_locatie.yml"
_DOCUMENT = SOURCES / "enschede-visie-werklocaties.md"

PARAMETERS = parameters.laad(_BESTAND, VERWACHT)
_LABELS = {label: PARAMETERS.op(date.today())[f"label_{label}"].tekst for label in (BEHOUDEN, IMPACT_VERKLEINEN)}
TABEL = informele_locaties.laad(_DOCUMENT, load_register()[_DOCUMENT.stem], _LABELS)
PLACES = Places({entry.gemeente for entry in load_register().values()})
KADER = Kader(
    naam=NAAM,
    gemeente=GEMEENTE,
    versie=versie(_BESTAND, _DOCUMENT),
    nodig=SCHEMA["required"],
    velden=VELD_IN_WOORDEN,
    disclaimer=DISCLAIMER_VOOR_OMGEVINGSWET,
)


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    zaak = KADER.open(invoer)
    if zaak.klaar:
        return replace(zaak.klaar, extra=_extra(Gezocht(NIET_IN_TABEL)))
    waarden = op_dag(PARAMETERS.op, zaak.dag)
    gezocht = zoek(invoer.adres or "", TABEL, PLACES, GEMEENTE)
    regels = [regel for pas_toe in REGELS if (regel := pas_toe(gezocht, TABEL, waarden))]
    ontbreekt = () if gezocht.soort in (GEVONDEN, NIET_IN_TABEL, ELDERS) else ("adres",)
    gelezen = {"adresGelezen": gezocht.adres} if gezocht.adres else {}
    return KADER.uitkomst(
        regels[0].oordeel,
        _samenvatting(gezocht, regels[0]),
        regels,
        {**zaak.gegevens, **gelezen},
        ontbreekt,
        _aannames(gezocht),
        **_extra(gezocht),
    )


def _samenvatting(gezocht: Gezocht, tabel: Regel) -> str:
    if gezocht.locatie is not None:
        return (
            f"{tabel.uitleg} {IN_EEN_ZIN[gezocht.locatie.label]} Een nieuw verzoek toetst zij aan dit label. "
            "Ander beleid kan soms zwaarder wegen."
        )
    if tabel.oordeel == ONVOLLEDIG:
        return f"Wij kunnen nog geen oordeel geven. {tabel.uitleg} {bedoelt_u(gezocht)}".strip()
    return f"{tabel.uitleg} Er kunnen wel andere regels gelden."


def _aannames(gezocht: Gezocht) -> list[str]:
    aannames = []
    if gezocht.tikfout and gezocht.straat:
        aannames.append(f"We gaan ervan uit dat u met ‘{gezocht.tikfout}’ bedoelt: ‘{gezocht.straat}’.")
    if gezocht.locatie and gezocht.locatie.onzeker:
        aannames.append(gezocht.locatie.onzeker)
    return aannames


def _extra(gezocht: Gezocht) -> dict[str, object]:
    """The row of the table, None where there is none; and the addresses that may have been meant."""
    locatie = gezocht.locatie and {
        "nummer": gezocht.locatie.nummer,
        "stadsdeel": gezocht.locatie.stadsdeel,
        "adressen": [str(adres) for adres in gezocht.locatie.adressen],
    }
    return {"locatie": locatie, "suggesties": [str(adres) for adres in gezocht.suggesties]}


CHECK = Check(
    naam=NAAM,
    titel="Informele locatie",
    uitleg=(
        "Werkt u op een bedrijfsplek in een woonwijk in Enschede, of wilt u daar iets veranderen? "
        "Deze controle laat zien welk label het adres heeft, en wat dat betekent. "
        "U ziet bij elke uitleg de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=(_BESTAND,),
)
