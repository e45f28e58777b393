"""The tables of the policy as data: the very rows that the checks read, each with its source and its date."""

from dataclasses import dataclass, field
from datetime import date

from actions import parameters
from actions.bedrijventerreinen import VERWACHT, Aanbod, OtbTerrein, Scores, laad_namen, laad_scores
from actions.checks.bedrijfskavel import AANBOD
from actions.checks.informele_locatie import TABEL
from actions.checks.otb_gebied import TERREINEN
from knowledge.register import SOURCES, load_register

_MAP = parameters.MAP / "enschede"
_DOCUMENT = SOURCES / "enschede-visie-werklocaties.md"
_REGISTER = load_register()
_SCORES = laad_scores(_DOCUMENT, parameters.laad(_MAP / "bedrijventerreinen.yml", VERWACHT).op(date.today()))
_NAMEN = laad_namen(_MAP / "terreinnamen.yml", AANBOD, _SCORES)

INFORMELE_LOCATIES = TABEL.locaties


@dataclass(frozen=True)
class Bedrijventerrein:
    """One business park with what the documents give of it; None where they give nothing. `ook`: its other names."""

    gemeente: str
    naam: str
    ook: tuple[str, ...] = field(default=())
    aanbod: Aanbod | None = None
    scores: Scores | None = None
    otb: OtbTerrein | None = None


def bedrijventerreinen() -> list[Bedrijventerrein]:
    """Those of Enschede in the order of its tables, then those of Hengelo in the order of its lists."""
    aanbod = {each.terrein: each for each in AANBOD}
    scores = {_NAMEN.get(each.terrein, each.terrein): each for each in _SCORES}
    enschede = [
        Bedrijventerrein("enschede", naam, _ook(naam), aanbod.get(naam), scores.get(naam))
        for naam in dict.fromkeys((*aanbod, *scores))
    ]
    return [*enschede, *(Bedrijventerrein("hengelo", each.terrein, otb=each) for each in TERREINEN.values())]


def over_de_datum(document: str) -> str:
    """What the register says of the date of a document, and of the years that it is for."""
    entry = _REGISTER[document]
    zinnen = [opmerking for opmerking in entry.opmerkingen if "datum" in opmerking][:1]
    if entry.geldig_van and entry.geldig_tot:
        zinnen.append(f"Het document is voor {entry.geldig_van} tot en met {entry.geldig_tot}.")
    return " ".join(zinnen)


def onzeker(document: str, tabel: str) -> str | None:
    """What the register says is uncertain in a table."""
    return next((each.uitleg for each in _REGISTER[document].onzeker if each.plaats == tabel), None)


def _ook(naam: str) -> tuple[str, ...]:
    return tuple(ander for ander, eigen in _NAMEN.items() if eigen == naam)
