"""Checks input against the JSON Schema of a check and reports every error at once, in plain Dutch.

Only the keywords that our own schemas use: type, enum, minimum, exclusiveMinimum, maximum, maxLength, pattern, format
date, additionalProperties false. `required` is not enforced here: a missing fact is no error but an unfinished verdict.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from actions.uitkomst import InvoerFouten

Waarde = Decimal | int | bool | str | date
Fout = dict[str, str]  # veld, melding


def valideer(
    schema: Mapping[str, Any],
    fields: Mapping[str, object],
    onderling: Callable[[Mapping[str, Waarde]], Iterable[Fout]] = lambda _: (),
) -> dict[str, Waarde]:
    """The fields, converted: `number` to an exact Decimal, `integer` to int, `format: date` to date, text stripped.

    `onderling` finds the errors between fields; it gets only the fields that are right by themselves.
    Raises InvoerFouten with all errors.
    """
    eigenschappen: Mapping[str, Mapping[str, Any]] = schema["properties"]
    fouten: list[Fout] = []
    waarden: dict[str, Waarde] = {}
    for veld, waarde in fields.items():
        if veld not in eigenschappen:
            fouten.append({"veld": str(veld), "melding": "Dit veld kennen wij niet."})
        elif meldingen := list(_meldingen(eigenschappen[veld], waarde)):
            fouten += [{"veld": veld, "melding": melding} for melding in meldingen]
        else:
            waarden[veld] = _zet_om(eigenschappen[veld], waarde)
    if fouten := [*fouten, *onderling(waarden)]:
        raise InvoerFouten(fouten)
    return waarden


def _meldingen(regel: Mapping[str, Any], waarde: object) -> Iterator[str]:
    """What is wrong with one value; nothing when it is right."""
    soort = regel["type"]
    if soort in ("number", "integer"):
        yield from _getal_meldingen(regel, waarde)
    elif soort == "boolean":
        if not isinstance(waarde, bool):
            yield "Antwoord met ja (true) of nee (false)."
    elif not isinstance(waarde, str):
        yield "Geef hier een tekst."
    elif "enum" in regel:
        if waarde not in regel["enum"]:
            yield f"Kies uit: {', '.join(regel['enum'])}."
    elif regel.get("format") == "date":
        if not _is_datum(waarde):
            yield "Geef een datum als jjjj-mm-dd."
    else:
        yield from _tekst_meldingen(regel, waarde)


def _getal_meldingen(regel: Mapping[str, Any], waarde: object) -> Iterator[str]:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float | Decimal):
        yield "Geef hier alleen een getal, zonder woorden of eenheid."
    elif not isinstance(waarde, int) and not math.isfinite(waarde):
        yield "Geef hier een gewoon getal."
    elif regel["type"] == "integer" and waarde != int(waarde):
        yield "Geef hier een heel getal."
    elif "exclusiveMinimum" in regel and waarde <= regel["exclusiveMinimum"]:
        yield f"Dit getal moet groter zijn dan {regel['exclusiveMinimum']}."
    elif "minimum" in regel and waarde < regel["minimum"]:
        yield f"Dit getal moet {regel['minimum']} of groter zijn."
    elif "maximum" in regel and waarde > regel["maximum"]:
        yield f"Dit getal is te groot. Het mag hooguit {regel['maximum']} zijn."


def _tekst_meldingen(regel: Mapping[str, Any], waarde: str) -> Iterator[str]:
    if len(waarde) > regel.get("maxLength", math.inf):
        yield f"Deze tekst is te lang. Gebruik hooguit {regel['maxLength']} tekens."
    if not re.search(regel.get("pattern", ""), waarde):
        yield "Vul hier een tekst in."
    if any("\ud800" <= teken <= "\udfff" for teken in waarde):  # half a character; cannot be written out again
        yield "Deze tekst heeft tekens die wij niet kunnen lezen."


def _is_datum(waarde: str) -> bool:
    try:
        date.fromisoformat(waarde)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde, re.ASCII) is not None


def _zet_om(regel: Mapping[str, Any], waarde: Any) -> Waarde:
    if regel["type"] == "number":
        return Decimal(str(waarde))  # 28.65 becomes exactly 28.65, not the nearest binary fraction
    if regel["type"] == "integer":
        return int(waarde)
    if regel.get("format") == "date":
        return date.fromisoformat(waarde)
    return waarde.strip() if isinstance(waarde, str) else bool(waarde)
