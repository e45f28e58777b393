"""Facts that are a field by themselves (the municipality), and fields in the user's own words (a trade, an address)."""

import re
from collections.abc import Iterator
from typing import Any

from actions.gesprek.getallen_lezen import HOEVEELHEDEN
from actions.gesprek.uiting import Uiting
from actions.gesprek.vrije_tekst import aangevuld, kaal, zegt_zeker

_KORT = 3  # words
_HUISNUMMER = re.compile(r"\b\d{1,4}(?:\s?-?[a-z])?\b", re.IGNORECASE)


def vaste_feiten(uiting: Uiting) -> dict[str, Any]:
    """Facts that are a field by themselves: the municipality, whether one lives there."""
    nieuw = {
        veld: uiting.bericht.eerste(tekst.entiteit)
        for veld, tekst in uiting.teksten.items()
        if tekst.entiteit and not uiting.is_getal(veld) and uiting.bericht.eerste(tekst.entiteit) is not None
    }
    nieuw |= {str(e.rol): e.waarde for e in uiting.bericht.van("feit") if e.rol in uiting.teksten}
    gevraagd = uiting.stand.gevraagd
    plaats = uiting.teksten[gevraagd].plaats if gevraagd else None
    if plaats is not None and "gemeente" in nieuw:
        return {str(gevraagd): nieuw.pop("gemeente") == plaats, **nieuw}  # "in Hengelo": where the business is now
    if "gemeente" in uiting.stand.velden and not _mag_gemeente_vervangen(uiting):
        nieuw.pop("gemeente", None)
    return nieuw


def _mag_gemeente_vervangen(uiting: Uiting) -> bool:
    """Another place in passing ("onze klanten zitten in Hengelo") is not where the plan is."""
    kort = len(uiting.bericht.tekst.split()) <= _KORT
    return kort or uiting.verbetert or uiting.nee or uiting.stand.gevraagd in (None, "gemeente")


def vrije_teksten(uiting: Uiting, iets_gezegd: bool) -> dict[str, Any]:
    """What the check recognises with certainty; of the field that is asked, the whole answer if need be."""
    nieuw: dict[str, Any] = {}
    for veld in _vrij(uiting):
        if veld in uiting.stand.velden and not _mag_vervangen(uiting, veld):
            continue
        gezegd = (
            zegt_zeker(veld, uiting.bericht.tekst, uiting.check)
            or _aangevuld(uiting, veld)
            or _ander_nummer(uiting, veld)
        )
        if gezegd is None and veld == uiting.stand.gevraagd and not iets_gezegd:
            gezegd = kaal(uiting.bericht.tekst) or uiting.bericht.tekst
        if gezegd is not None:
            nieuw[veld] = gezegd
    return nieuw


def _vrij(uiting: Uiting) -> Iterator[str]:
    return (veld for veld in uiting.teksten if uiting.is_(veld, "string"))


def _mag_vervangen(uiting: Uiting, veld: str) -> bool:
    gevraagd = uiting.stand.gevraagd
    bij = gevraagd is not None and uiting.teksten[gevraagd].hoort_bij == veld  # another trade, where its kind is asked
    return gevraagd in (None, veld) or bij or uiting.verbetert or uiting.nee


def _aangevuld(uiting: Uiting, veld: str) -> str | None:
    """An answer to "which one?" may be only the rest of the name: `Campus`, `119 B`."""
    eerder = uiting.stand.velden.get(veld)
    over_dit = veld == uiting.stand.gevraagd or (uiting.stand.gevraagd is None and veld == "terrein")
    if not over_dit or eerder is None:
        return None
    return aangevuld(veld, str(eerder), uiting.bericht.tekst, uiting.check)


def _ander_nummer(uiting: Uiting, veld: str) -> str | None:
    """ "sorry, het is 39", of an address: the same street with this number."""
    eerder, nummers = uiting.stand.velden.get(veld), _HUISNUMMER.findall(uiting.bericht.tekst)
    iets_anders = any(entiteit.naam != "getal" for entiteit in uiting.bericht.van(*HOEVEELHEDEN))  # "met 5 klanten"
    if veld != "adres" or eerder is None or len(nummers) != 1 or iets_anders:
        return None
    straat = _HUISNUMMER.split(str(eerder), maxsplit=1)[0].strip()
    return zegt_zeker(veld, f"{straat} {nummers[0]}", uiting.check)
