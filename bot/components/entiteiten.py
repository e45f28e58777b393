"""The facts in a message, as entities. Pure; no Rasa.

| entity | value | role |
|---|---|---|
| oppervlakte | m², float | woning, bedrijf or none |
| deel | share of the dwelling, float | bedrijf or woning |
| personen | int | kantooruren, buiten_kantooruren or none |
| minuten | on foot, float | |
| getal | float | woning, bedrijf or none |
| ja_nee | bool | |
| gemeente | enschede, hengelo, anders | |
| bewoner | bool: whether the speaker lives there | |
| energielabel | A+++++ to G | |
| feit | bool: told unasked (omstandigheden.py) | the field of a check that it fills |

Of a range the value is the strictest (hoeveelheden.py); `laagste` then holds the lowest.
"""

from typing import Any

from bot.components.bewoner import vind_bewoner
from bot.components.energielabel import vind_energielabel
from bot.components.gemeente import vind_gemeente
from bot.components.hoeveelheden import Hoeveelheid, vind_hoeveelheden
from bot.components.ja_nee import ja_nee
from bot.components.omstandigheden import vind_omstandigheden


def entiteiten(tekst: str) -> list[dict[str, Any]]:
    """The facts of one message, in Rasa's form of an entity."""
    gevonden = [_van_hoeveelheid(hoeveelheid) for hoeveelheid in vind_hoeveelheden(tekst)]
    heel = (0, len(tekst))
    for naam, waarde in (
        ("ja_nee", ja_nee(tekst)),
        ("gemeente", vind_gemeente(tekst)),
        ("bewoner", vind_bewoner(tekst)),
        ("energielabel", vind_energielabel(tekst)),
    ):
        if waarde is not None:
            gevonden.append(_entiteit(naam, waarde, *heel))
    return gevonden + [_entiteit("feit", waarde, *heel, veld) for veld, waarde in vind_omstandigheden(tekst).items()]


def _van_hoeveelheid(hoeveelheid: Hoeveelheid) -> dict[str, Any]:
    soort, waarde = hoeveelheid.soort, hoeveelheid.waarde
    waarde = int(waarde) if soort == "personen" and waarde.is_integer() else waarde
    entiteit = _entiteit(soort, waarde, hoeveelheid.begin, hoeveelheid.eind, hoeveelheid.rol)
    return entiteit if hoeveelheid.laagste is None else {**entiteit, "laagste": hoeveelheid.laagste}


def _entiteit(naam: str, waarde: Any, begin: int, eind: int, rol: "str | None" = None) -> dict[str, Any]:
    entiteit = {"entity": naam, "value": waarde, "start": begin, "end": eind, "extractor": "Gegevens"}
    return {**entiteit, "role": rol} if rol else entiteit
