"""Which row of table 5 an address stands in. What is not in the table is never taken for what is near it."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.adres_lezen import Genoemd, lees
from actions.adressen import Adres
from actions.informele_locaties import InformeleLocaties, Locatie
from knowledge.places import Places

GEVONDEN, NIET_IN_TABEL, ELDERS = "gevonden", "niet_in_tabel", "elders"
GEEN_STRAAT, GEEN_NUMMER, MEER_LOCATIES = "geen_straat", "geen_nummer", "meer_locaties"
_MEESTE_SUGGESTIES = 3


@dataclass(frozen=True)
class Gezocht:
    """What came of an address: `soort` is one of the words above.

    `adres`: as we read it; `straat` is set when it is one of the table. `tikfout`: the street as typed, when an error
    was read over. `suggesties`: addresses of the table that may have been meant.
    """

    soort: str
    adres: str = ""
    straat: str | None = None
    locatie: Locatie | None = None
    tikfout: str | None = None
    suggesties: tuple[Adres, ...] = ()
    elders: str | None = None


def zoek(tekst: str, tabel: InformeleLocaties, places: Places, gemeente: str) -> Gezocht:
    """Deterministic; no state. `gemeente`: whose table it is; a text that names another place is elsewhere."""
    named = places.named_in(tekst)
    if elders := named.elsewhere or (named.gemeente if named.gemeente != gemeente else None):
        return Gezocht(ELDERS, elders=elders.title())
    gelezen = lees(tekst, tabel.straten)
    eerste = gelezen[0]
    if eerste.nummer is None:
        return Gezocht(GEEN_NUMMER if eerste.straat.getypt else GEEN_STRAAT, straat=eerste.straat.naam)
    locaties = {tabel.op_adres.get(adres) for genoemd in gelezen for adres in _adressen(genoemd)}
    adres = ", ".join(_in_woorden(genoemd) for genoemd in gelezen)
    tikfout = next((genoemd.straat.getypt for genoemd in gelezen if genoemd.straat.tikfout), None)
    if len(locaties) == 1 and (locatie := next(iter(locaties))):
        return Gezocht(GEVONDEN, adres, eerste.straat.naam, locatie, tikfout)
    suggesties = _suggesties(gelezen, tabel)
    if len(gelezen) > 1 and locaties != {None}:
        return Gezocht(MEER_LOCATIES, adres, suggesties=suggesties)
    return Gezocht(NIET_IN_TABEL, adres, eerste.straat.naam, tikfout=tikfout, suggesties=suggesties)


def _adressen(genoemd: Genoemd) -> list[Adres]:
    """As the table would write them; a street that is not in it gives addresses that are not in it either."""
    straat = genoemd.straat.naam or ""
    return [Adres(straat, genoemd.nummer or 0, toevoeging) for toevoeging in genoemd.toevoegingen]


def _in_woorden(genoemd: Genoemd) -> str:
    straat, delen = genoemd.straat.naam or genoemd.straat.getypt.title(), genoemd.toevoegingen
    toevoeging = delen[0] if len(delen) == 1 else f"{delen[0]} t/m {delen[-1]}"
    return f"{straat} {genoemd.nummer} {toevoeging}".strip()


def _suggesties(gelezen: Sequence[Genoemd], tabel: InformeleLocaties) -> tuple[Adres, ...]:
    """What does stand in the table of what was read; else the same house number, else the nearest; at most three."""
    gevonden: list[Adres] = []
    for genoemd in gelezen:
        precies = [adres for adres in _adressen(genoemd) if adres in tabel.op_adres]
        gevonden += precies or _dichtbij(genoemd, tabel)
    return tuple(dict.fromkeys(gevonden))[:_MEESTE_SUGGESTIES]


def _dichtbij(genoemd: Genoemd, tabel: InformeleLocaties) -> list[Adres]:
    """In the street itself also other numbers; in a street that only looks like it just the same number."""
    nummer = genoemd.nummer or 0
    eigen = tabel.straten.get(genoemd.straat.naam or "", ())
    zelfde = [
        adres
        for straat in (genoemd.straat.naam, *genoemd.straat.lijkt_op)
        for adres in tabel.straten.get(straat or "", ())
        if adres.nummer == nummer
    ]
    return zelfde or sorted(eigen, key=lambda adres: (abs(adres.nummer - nummer), adres))
