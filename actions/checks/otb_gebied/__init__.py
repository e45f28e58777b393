"""The check `otb-gebied`: does the OTB cover this business park? Hengelo, OTB, 2.2."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from actions import parameters, terreinnamen
from actions.bedrijventerreinen import OtbTerrein, laad_otb
from actions.checks.check import Check
from actions.checks.kader import Kader, op_dag
from actions.checks.otb_gebied.invoer import SCHEMA, VELD_IN_WOORDEN, lees_invoer
from actions.checks.otb_gebied.regels import (
    OORDELEN,
    VERWACHT,
    een_terrein,
    geen_terrein,
    meer_terreinen,
    naam_ontbreekt,
)
from actions.gegevensbestand import versie
from actions.terreinnamen import Gelezen
from actions.uitkomst import ONVOLLEDIG, Regel, Uitkomst
from knowledge.register import SOURCES

NAAM = "otb-gebied"
GEMEENTE = "hengelo"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "otb_gebied.yml", _MAP / "terreinnamen.yml")
_DOCUMENT = SOURCES / "hengelo-otb.md"

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT, OORDELEN)
_NU = PARAMETERS.op(date.today())
TERREINEN = {each.terrein: each for each in laad_otb(_DOCUMENT, _NU["binnen"], _NU["buiten"])}
NAMEN = terreinnamen.laad(_BESTANDEN[1], TERREINEN)
KADER = Kader(
    naam=NAAM,
    gemeente=GEMEENTE,
    versie=versie(*_BESTANDEN, _DOCUMENT),
    nodig=SCHEMA["required"],
    velden=VELD_IN_WOORDEN,
)

_IN_EEN_ZIN = {"binnen_otb": "Dit terrein hoort bij het OTB.", "buiten_otb": "Dit terrein hoort niet bij het OTB."}


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    zaak = KADER.open(invoer)
    if zaak.klaar:
        return replace(zaak.klaar, extra=_extra((), Gelezen(())))
    waarden = op_dag(PARAMETERS.op, zaak.dag)
    gelezen = NAMEN.zoek(invoer.terrein or "")
    passend = [TERREINEN[naam] for naam in gelezen.passend]
    if invoer.terrein is None:
        regels = naam_ontbreekt(waarden)
    elif len(passend) == 1:
        regels = een_terrein(passend[0], waarden)
    elif passend:
        regels = meer_terreinen(invoer.terrein, passend, waarden)
    else:
        regels = geen_terrein(invoer.terrein, gelezen.suggesties, waarden)
    aannames = [
        f"We gaan ervan uit dat u met ‘{getypt}’ bedoelt: ‘{woord}’."
        for getypt, woord in (gelezen.tikfouten or {}).items()
        if passend
    ]
    return KADER.uitkomst(
        regels[0].oordeel,
        _samenvatting(regels[0], invoer.terrein),
        regels,
        zaak.gegevens,
        ("terrein",) if regels[0].oordeel == ONVOLLEDIG else (),
        aannames,
        **_extra(passend, gelezen),
    )


def _samenvatting(regel: Regel, naam: str | None) -> str:
    if regel.oordeel == ONVOLLEDIG and naam is None:
        return KADER.onvolledig(("terrein",))
    if regel.oordeel == ONVOLLEDIG:
        return f"Wij kunnen nog geen oordeel geven. {regel.uitleg} Welk terrein bedoelt u?"
    return f"{_IN_EEN_ZIN.get(regel.oordeel, '')} {regel.uitleg}".strip()


def _extra(passend: "list[OtbTerrein] | tuple[()]", gelezen: Gelezen) -> dict[str, object]:
    """The parks that the name fits, and those that may have been meant when it fits none."""
    terreinen = [{"naam": terrein.terrein, "binnenOtb": terrein.binnen} for terrein in passend]
    return {"terreinen": terreinen, "suggesties": list(gelezen.suggesties)}


CHECK = Check(
    naam=NAAM,
    titel="OTB-gebied",
    uitleg=(
        "Zit uw bedrijf op een bedrijventerrein in Hengelo? Deze controle laat zien of het terrein hoort bij het "
        "Omgevingsprogramma Toekomstbestendige Bedrijventerreinen (OTB). "
        "U ziet bij elke uitleg de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=_BESTANDEN,
)
