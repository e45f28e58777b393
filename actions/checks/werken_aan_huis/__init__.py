"""The check `werken-aan-huis`: may this business run from this home? Enschede, Visie Werklocaties, 3.2.7."""

from collections.abc import Mapping, Sequence
from datetime import date

from actions import activiteiten, parameters
from actions.checks.check import Check
from actions.checks.kader import Kader, op_dag
from actions.checks.velden import bekend
from actions.checks.werken_aan_huis.activiteit import activiteit
from actions.checks.werken_aan_huis.invoer import SCHEMA, VRAAGVOLGORDE, lees_invoer
from actions.checks.werken_aan_huis.regels import REGELS, VERWACHT
from actions.gegevensbestand import versie
from actions.herkenning import Herkenning, herken
from actions.toets import Toets, weeg
from actions.uitkomst import DISCLAIMER_VOOR_OMGEVINGSWET, TOEGESTAAN, Uitkomst

NAAM = "werken-aan-huis"
GEMEENTE = "enschede"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "werken_aan_huis.yml", _MAP / "activiteiten.yml")

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT)
ACTIVITEITEN = activiteiten.laad(_BESTANDEN[1])
_REGELSET = f"{NAAM}/{GEMEENTE}/{versie(*_BESTANDEN)}"

_SAMENVATTING = {
    "toegestaan": "Uw plan past binnen de regels voor werken aan huis.",
    "vergunning_binnenplans": (
        "Uw plan past niet meteen binnen de regels. Het kan alleen met een omgevingsvergunning. "
        "Dat heet: binnenplans afwijken."
    ),
    "vergunning_buitenplans": (
        "Uw plan past niet binnen de regels. Het kan alleen met een omgevingsvergunning. "
        "Dat heet: buitenplans afwijken."
    ),
    "niet_toegestaan": "Uw plan mag niet volgens de regels voor werken aan huis.",
}
_MEESTE_REDENEN = 2  # in the summary; the report has them all
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "activiteit": "wat u gaat doen",
    "activiteitCategorie": "de soort activiteit",
    "bewoner": "of de ondernemer in de woning woont",
    "woningOppervlakteM2": "de oppervlakte van de woning",
    "bedrijfOppervlakteM2": "de oppervlakte van het bedrijf",
}
_NODIG = tuple(veld for veld in VRAAGVOLGORDE if veld in SCHEMA["required"])
KADER = Kader(NAAM, GEMEENTE, _REGELSET, _NODIG, _VELD_IN_WOORDEN, DISCLAIMER_VOOR_OMGEVINGSWET)


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    dag = invoer.peildatum or date.today()
    gegevens = {**bekend(invoer), "peildatum": dag.isoformat()}
    if zonder := KADER.zonder_regels(invoer.gemeente, gegevens):
        return zonder
    waarden = op_dag(PARAMETERS.op, dag)
    herkend = herken(invoer.activiteit or "", ACTIVITEITEN)
    toetsen = [activiteit(invoer, herkend, waarden, ACTIVITEITEN), *(regel(invoer, waarden) for regel in REGELS)]
    oordeel, ontbreekt = weeg(toetsen, VRAAGVOLGORDE)
    return Uitkomst(
        check=NAAM,
        oordeel=oordeel,
        samenvatting=_samenvatting(oordeel, toetsen, ontbreekt),
        regelset=_REGELSET,
        regels=tuple(toets.regel for toets in toetsen),
        ontbreekt=ontbreekt,
        aannames=tuple(dict.fromkeys(aanname for toets in toetsen for aanname in toets.aannames)),
        gegevens={**gegevens, **_herkend(herkend)},
        disclaimer=KADER.disclaimer,
    )


def _samenvatting(oordeel: str, toetsen: Sequence[Toets], ontbreekt: Sequence[str]) -> str:
    """The verdict in a sentence or two, then what decided it or what is still missing."""
    if ontbreekt:
        return KADER.onvolledig(ontbreekt)
    zin = _SAMENVATTING[oordeel]
    if oordeel == TOEGESTAAN:
        return zin
    beslissend = [toets.regel.uitleg for toets in toetsen if toets.regel.oordeel == oordeel]
    return " ".join((zin, *beslissend[:_MEESTE_REDENEN]))


def _herkend(herkend: Herkenning) -> dict[str, object]:
    """How the activity was read, for the report; nothing when it was not recognised."""
    if herkend.categorie is None:
        return {}
    return {
        "activiteitHerkend": {
            "categorie": herkend.categorie,
            "vondsten": [vondst.to_json() for vondst in herkend.vondsten],
        }
    }


CHECK = Check(
    naam=NAAM,
    titel="Werken aan huis",
    uitleg=(
        "Wilt u thuis een bedrijf beginnen? Deze controle laat zien of dat mag in Enschede. "
        "U vult in wat u gaat doen, hoe groot uw woning is en hoeveel ruimte u voor uw bedrijf gebruikt. "
        "U ziet bij elke regel de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
)
