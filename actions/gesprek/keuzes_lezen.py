"""Yes or no, and one of a few choices: as asked, or by a phrase that says it at any time."""

from typing import Any

from actions.gesprek.checkteksten import VeldTekst
from actions.gesprek.uiting import Uiting
from actions.gesprek.woorden import keuze, keuze_met_tikfout


def keuzes(uiting: Uiting) -> dict[str, Any]:
    """Yes or no, and one of a few: as asked, or by a phrase that says it at any time."""
    nieuw: dict[str, Any] = {}
    for veld, tekst in uiting.teksten.items():
        gezegd = keuze(uiting.bericht.tekst, tekst.zegt)
        open_ = uiting.stand.gevraagd is None and veld == uiting.stand.laatste and "enum" in uiting.schema[veld]
        if gezegd is None and (veld == uiting.stand.gevraagd or open_):
            gezegd = _antwoord(uiting, veld, tekst)
        if gezegd is not None:
            nieuw[veld] = gezegd == "ja" if uiting.is_(veld, "boolean") else gezegd
    for feit in uiting.bericht.van("feit"):  # told unasked: "ik sla hout op in de tuin"
        if feit.rol is not None and feit.rol in uiting.teksten and feit.rol not in (*nieuw, uiting.stand.gevraagd):
            nieuw[feit.rol] = feit.waarde
    laatste = uiting.stand.laatste
    if not nieuw and _ja_nee_is_verbetering(uiting) and uiting.is_(laatste, "boolean"):
        nieuw[str(laatste)] = uiting.bericht.eerste("ja_nee")
    return nieuw


def _antwoord(uiting: Uiting, veld: str, tekst: VeldTekst) -> str | None:
    if uiting.is_(veld, "boolean"):
        gezegd = uiting.bericht.eerste("ja_nee")
        return None if gezegd is None or _ja_nee_is_verbetering(uiting) else "ja" if gezegd else "nee"
    if "enum" not in uiting.schema[veld]:
        return None
    titels = {waarde: (waarde, tekst.keuzes.get(waarde, waarde)) for waarde in uiting.schema[veld]["enum"]}
    woorden = {waarde: (*titel, *tekst.herken.get(waarde, ())) for waarde, titel in titels.items()}
    return keuze(uiting.bericht.tekst, woorden) or keuze_met_tikfout(uiting.bericht.tekst, woorden)


def _ja_nee_is_verbetering(uiting: Uiting) -> bool:
    """ "sorry, toch niet": about the answer before, not about what is asked now."""
    stand = uiting.stand
    anders = uiting.bericht.eerste("ja_nee") not in (None, stand.velden.get(stand.laatste or ""))
    return uiting.verbetert and anders and uiting.is_(stand.laatste, "boolean") and stand.laatste != stand.gevraagd
