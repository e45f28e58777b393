"""A form made from the JSON Schema of a check, and the values that somebody filled in, as the check reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from actions.checks import Check
from actions.toelichtingsteksten import teksten

Soort = Literal["keuze", "ja_nee", "getal", "datum", "tekst"]
_DUTCH = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")  # 5.000 is five thousand; 12,5 is twelve and a half


@dataclass(frozen=True)
class Veld:
    """One field. `keuzes`: value and words; `lengte`: the greatest number of characters of a text."""

    naam: str
    titel: str
    vraag: str
    soort: Soort
    nodig: bool
    keuzes: tuple[tuple[str, str], ...] = ()
    eenheid: str = ""
    lengte: int = 500


def fields(check: Check) -> list[Veld]:
    """The fields of a check, in the order of its schema."""
    woorden = teksten().check(check.naam)
    schema: Mapping[str, Any] = check.schema
    return [
        Veld(
            naam=naam,
            titel=woorden.veld(naam).naam,
            vraag=deel.get("description", ""),
            soort=_soort(deel),
            nodig=naam in schema.get("required", ()),
            keuzes=tuple((keuze, _in_words(keuze)) for keuze in deel.get("enum", ())),
            eenheid=(woorden.veld(naam).eenheid or ("", ""))[1],
            lengte=deel.get("maxLength", 500),
        )
        for naam, deel in schema["properties"].items()
    ]


def values(velden: list[Veld], filled_in: Mapping[str, str]) -> dict[str, object]:
    """What was filled in, as JSON values; what was left empty is not in it.

    What is no number stays text: the check says what is wrong with it.
    """
    given = {veld: filled_in.get(veld.naam, "").strip() for veld in velden}
    return {veld.naam: _value(veld, text) for veld, text in given.items() if text}


def _value(veld: Veld, text: str) -> object:
    if veld.soort == "ja_nee":
        return {"ja": True, "nee": False}.get(text, text)
    if veld.soort != "getal":
        return text
    plain = text.replace(".", "").replace(",", ".") if _DUTCH.fullmatch(text) else text
    try:
        number = float(plain)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _soort(deel: Mapping[str, Any]) -> Soort:
    if "enum" in deel:
        return "keuze"
    if deel.get("format") == "date":
        return "datum"
    kinds: dict[str, Soort] = {"boolean": "ja_nee", "number": "getal", "integer": "getal"}
    return kinds.get(deel["type"], "tekst")


def _in_words(keuze: str) -> str:
    return keuze[:1].upper() + keuze[1:].replace("_", " ")
