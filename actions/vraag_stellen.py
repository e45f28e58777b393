"""A field of a check as a question: text, buttons, and `verwacht` for a program that answers as a person would."""

from typing import Any

from actions.checks import Check
from actions.gespreksteksten import teksten
from knowledge.antwoord import MAX_TEKST, Antwoord, Knop

_JA_NEE = {"ja": "Ja", "nee": "Nee"}


def vraag(veld: str, check: Check, *vooraf: str) -> dict[str, object]:
    """The reply as JSON, with `verwacht`. `vooraf`: sentences before the question."""
    eigenschappen: Any = check.schema["properties"]
    eigenschap = eigenschappen[veld]
    keuzes = _keuzes(veld, eigenschap)
    tekst = " ".join([*vooraf, teksten().velden[veld].vraag or eigenschap["description"]])[:MAX_TEKST]
    knoppen = tuple(Knop(titel, titel) for titel in keuzes.values())
    verwacht = {"veld": veld, "type": _soort(eigenschap), "keuzes": list(keuzes)}
    return {**Antwoord("vraag", tekst, knoppen=knoppen).to_json(), "verwacht": verwacht}


def _keuzes(veld: str, eigenschap: dict[str, Any]) -> dict[str, str]:
    if eigenschap["type"] == "boolean":
        return _JA_NEE
    titels = teksten().velden[veld].keuzes
    return {waarde: titels.get(waarde, waarde.capitalize()) for waarde in eigenschap.get("enum", ())}


def _soort(eigenschap: dict[str, Any]) -> str:
    if eigenschap["type"] == "boolean":
        return "ja_nee"
    if eigenschap["type"] in ("number", "integer"):
        return "getal"
    return "keuze" if "enum" in eigenschap else "tekst"
