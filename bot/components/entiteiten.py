"""The facts in a message, as entities. Pure; no Rasa.

| entity | value | role |
|---|---|---|
| oppervlakte | m², float | woning, bedrijf or none |
| deel | share of the dwelling, float | bedrijf or woning |
| personen | int | kantooruren, buiten_kantooruren or none |
| getal | float | woning, bedrijf or none |
| ja_nee | bool | |
| gemeente | enschede, hengelo, anders | |
| bewoner | bool: whether the speaker lives there | |
"""

from typing import Any

from bot.components.bewoner import vind_bewoner
from bot.components.gemeente import vind_gemeente
from bot.components.hoeveelheden import vind_hoeveelheden
from bot.components.ja_nee import ja_nee


def entiteiten(tekst: str) -> list[dict[str, Any]]:
    """The facts of one message, in Rasa's form of an entity."""
    gevonden = [
        _entiteit(h.soort, int(h.waarde) if h.soort == "personen" else h.waarde, h.begin, h.eind, h.rol)
        for h in vind_hoeveelheden(tekst)
    ]
    heel = (0, len(tekst))
    for naam, waarde in (
        ("ja_nee", ja_nee(tekst)),
        ("gemeente", vind_gemeente(tekst)),
        ("bewoner", vind_bewoner(tekst)),
    ):
        if waarde is not None:
            gevonden.append(_entiteit(naam, waarde, *heel))
    return gevonden


def _entiteit(naam: str, waarde: Any, begin: int, eind: int, rol: "str | None" = None) -> dict[str, Any]:
    entiteit = {"entity": naam, "value": waarde, "start": begin, "end": eind, "extractor": "Gegevens"}
    return {**entiteit, "role": rol} if rol else entiteit
