"""From a message to fields of the check `werken-aan-huis`: what was asked, what was said beside it, and corrections.

Pure functions. `Stand` is what is known so far; nothing here decides whether a value is possible: the check does.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.bericht import Bericht, Entiteit
from actions.gespreksteksten import VeldTekst

VELD_VAN_ROL = {"woning": "woningOppervlakteM2", "bedrijf": "bedrijfOppervlakteM2"}
VELD_VAN_UREN = {"kantooruren": "bezoekersKantooruren", "buiten_kantooruren": "bezoekersBuitenKantooruren"}
OPPERVLAKTEN = tuple(VELD_VAN_ROL.values())
BEZOEKERS = tuple(VELD_VAN_UREN.values())
GETALLEN = OPPERVLAKTEN + BEZOEKERS

_VERBETERING = re.compile(
    r"\b(?:bedoel\w*|sorry|moet(?:en)? zijn|correctie|verbeter\w*|fout(?:je)?|vergist|toch|niet \d+|eigenlijk|zei"
    r"|oeps)\b",
    re.I,
)


@dataclass(frozen=True)
class Stand:
    """`velden`: known fields. `gevraagd`: the field asked last. `laatste`: the field filled last. `deel`: a share of
    the dwelling
    said before the dwelling's own area was known."""

    velden: Mapping[str, Any] = field(default_factory=dict)
    gevraagd: str | None = None
    laatste: str | None = None
    deel: float | None = None


def lees(bericht: Bericht, stand: Stand, tekst: VeldTekst | None) -> dict[str, Any]:
    """The fields that the message fills or changes; `deelVanWoning` when a share cannot be worked out yet."""
    nieuw = _wat_erbij_staat(bericht)
    if stand.gevraagd is None and any(bericht.van("personen")) and not nieuw.keys() & set(BEZOEKERS):
        nieuw.update(
            _getal(BEZOEKERS[0], next(bericht.van("personen")))
        )  # "en met 7 klanten": by day, unless said otherwise
    getallen = [e for e in bericht.van("oppervlakte", "getal", "deel", "personen") if _veld_van(e) is None]
    doel = _doel(bericht, stand)
    if doel in GETALLEN and doel not in nieuw and getallen:
        nieuw.update(_getal(doel, getallen[-1]))  # "niet 120 maar 140": the last number counts
    if doel in BEZOEKERS and doel not in nieuw and bericht.eerste("ja_nee") is False:
        nieuw[doel] = 0  # "nee, er komt niemand"
    if doel == "bewoner" and "bewoner" not in nieuw and bericht.eerste("ja_nee") is not None:
        nieuw["bewoner"] = bericht.eerste("ja_nee")
    if doel == "activiteitCategorie" and tekst is not None:
        nieuw.update(_keuze(doel, bericht.tekst, tekst))
    return _met_deel(nieuw, stand)


def _doel(bericht: Bericht, stand: Stand) -> str | None:
    """The field of a loose value: the one asked; after a verdict ("en als het 60 is?") or in a correction the last
    one."""
    if stand.gevraagd in BEZOEKERS and any(bericht.van("oppervlakte")):
        return "bedrijfOppervlakteM2"  # visitors are not counted in m²: another size for the plan
    if not any(bericht.van("oppervlakte", "getal", "personen")) or stand.laatste not in GETALLEN:
        return stand.gevraagd
    verbetert = bericht.eerste("ja_nee") is False or _VERBETERING.search(bericht.tekst)
    return stand.laatste if stand.gevraagd is None or verbetert else stand.gevraagd


def _wat_erbij_staat(bericht: Bericht) -> dict[str, Any]:
    """Every fact that says by itself which field it fills."""
    nieuw: dict[str, Any] = {}
    for entiteit in bericht.van("oppervlakte", "getal", "deel", "personen"):
        veld = _veld_van(entiteit)
        if veld is not None:
            nieuw.update(_getal(veld, entiteit))
    if bericht.eerste("gemeente") is not None:
        nieuw["gemeente"] = bericht.eerste("gemeente")
    if bericht.eerste("bewoner") is not None:
        nieuw["bewoner"] = bericht.eerste("bewoner")
    return nieuw


def _veld_van(entiteit: Entiteit) -> str | None:
    return (VELD_VAN_UREN if entiteit.naam == "personen" else VELD_VAN_ROL).get(entiteit.rol or "")


def _getal(veld: str, entiteit: Entiteit) -> dict[str, Any]:
    if entiteit.naam == "deel":
        return {"deelVanWoning": entiteit.waarde} if veld == "bedrijfOppervlakteM2" else {}
    if veld in BEZOEKERS:
        heel = float(entiteit.waarde).is_integer()
        return {veld: int(entiteit.waarde)} if heel else {veld: entiteit.waarde}
    return {} if entiteit.naam == "personen" else {veld: entiteit.waarde}


def _keuze(veld: str, gezegd: str, tekst: VeldTekst) -> dict[str, str]:
    """The one choice whose words stand in the message; none when several do."""
    woorden = re.sub(r"[^\w\s]", " ", gezegd.lower())
    gevonden = [
        waarde
        for waarde, herken in tekst.herken.items()
        if any(re.search(rf"\b{re.escape(woord)}\b", woorden) for woord in (waarde, *herken))
    ]
    return {veld: gevonden[0]} if len(gevonden) == 1 else {}


def _met_deel(nieuw: dict[str, Any], stand: Stand) -> dict[str, Any]:
    """A share becomes m² as soon as the area of the dwelling is known."""
    deel = nieuw.get("deelVanWoning", stand.deel)
    woning = nieuw.get("woningOppervlakteM2", stand.velden.get("woningOppervlakteM2"))
    if deel is None or "bedrijfOppervlakteM2" in nieuw:
        return nieuw
    bekend = "deelVanWoning" not in nieuw and "bedrijfOppervlakteM2" in stand.velden
    if not isinstance(woning, int | float) or bekend:
        return nieuw
    return {**nieuw, "bedrijfOppervlakteM2": round(deel * woning, 2), "deelVanWoning": None}
