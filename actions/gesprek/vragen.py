"""A field of a check as a question: text, buttons, and `verwacht` for a program that answers as a person would."""

from collections.abc import Mapping
from typing import Any

from actions.checks import Check
from actions.gesprek.checkteksten import VeldTekst, checkteksten
from actions.gesprek.stand import Stand
from actions.gespreksteksten import teksten
from actions.uitkomst import ONVOLLEDIG, Uitkomst
from knowledge.antwoord import MAX_TEKST, Antwoord, Knop

_JA_NEE = {"ja": "Ja", "nee": "Nee"}


def vraag(stand: Stand, check: Check, uitkomst: Uitkomst | None, meldingen: tuple[str, ...]) -> dict[str, object]:
    """The reply that asks `stand.gevraagd`, as JSON, with `verwacht`. `meldingen`: sentences before the question."""
    veld = stand.gevraagd or ""
    eigenschappen: Any = check.schema["properties"]
    regel, tekst = eigenschappen[veld], checkteksten()[check.naam].velden[veld]
    keuzes = _keuzes(regel, tekst)
    zin = tekst.vraag or regel["description"]
    suggesties: list[str] = []
    if veld in stand.velden and uitkomst is not None and veld in uitkomst.ontbreekt:  # understood in several ways
        zin, suggesties = _nader(uitkomst) or zin, _suggesties(uitkomst)
    titels = [*(keuzes.values() or suggesties or tekst.voorbeelden)]
    knoppen = [Knop(titel, titel) for titel in titels]
    if (tekst.uitzoeken and regel["type"] != "string") or ("enum" in regel and veld != "gemeente"):
        knoppen.append(teksten().knoppen["overslaan"])
    verwacht = {"veld": veld, "type": _soort(regel), "keuzes": list(keuzes)}
    antwoord = Antwoord("vraag", _samen(*meldingen, zin), knoppen=tuple(knoppen))
    return {**antwoord.to_json(), "verwacht": verwacht}


def welke_check(kandidaten: tuple[str, ...], zin: str = "welke_check", *knoppen: Knop) -> Antwoord:
    """The question which of these checks is meant."""
    eigen = [checkteksten()[naam] for naam in kandidaten]
    keuzes = tuple(Knop(tekst.kort, tekst.knop.bericht) for tekst in eigen)
    return Antwoord("vraag", teksten().zinnen[zin], knoppen=(*keuzes, *knoppen))


def _nader(uitkomst: Uitkomst) -> str | None:
    """Why the check could not read the answer, and what it needs."""
    return next((regel.uitleg for regel in uitkomst.regels if regel.oordeel == ONVOLLEDIG), None)


def _suggesties(uitkomst: Uitkomst) -> list[str]:
    """What may have been meant, as the check names it."""
    extra: Mapping[str, Any] = uitkomst.extra
    return [*extra.get("suggesties", ()), *(terrein["naam"] for terrein in extra.get("terreinen", ()))]


def _samen(*zinnen: str) -> str:
    """The sentences that fit; the last one, which asks, always."""
    eerst = list(zinnen[:-1])
    while eerst and len(" ".join((*eerst, zinnen[-1]))) > MAX_TEKST:
        eerst.pop()
    return " ".join((*eerst, zinnen[-1]))[:MAX_TEKST]


def _keuzes(regel: Mapping[str, Any], tekst: VeldTekst) -> dict[str, str]:
    if regel["type"] == "boolean":
        return _JA_NEE
    return {waarde: tekst.keuzes.get(waarde, waarde.capitalize()) for waarde in regel.get("enum", ())}


def _soort(regel: Mapping[str, Any]) -> str:
    if regel["type"] == "boolean":
        return "ja_nee"
    if regel["type"] in ("number", "integer"):
        return "getal"
    return "keuze" if "enum" in regel else "tekst"
