"""The input of every readable case in tests/cases, with the name of its check."""

from typing import Any

from check_cases import lees

from actions.checks import CHECKS

_STANDAARD = {"informele-locatie": {"gemeente": "enschede"}, "otb-gebied": {"gemeente": "hengelo"}}


def _gevallen(check: str) -> list[tuple[str, dict[str, Any]]]:
    inhoud, velden = lees(check.replace("-", "_")), CHECKS[check].schema["properties"]
    standaard = inhoud.get("standaard") or _STANDAARD[check]
    alles = [{**standaard, **(geval.get("invoer") or geval)} for geval in inhoud["gevallen"]]
    return [(check, {veld: een[veld] for veld in velden if een.get(veld) is not None}) for een in alles]  # type: ignore[attr-defined]


GEVALLEN = [geval for check in CHECKS for geval in _gevallen(check)]

# A plan that is allowed, and an office that is under conditions; a test changes one fact.
THUIS = {
    "gemeente": "enschede",
    "woningOppervlakteM2": 120,
    "bedrijfOppervlakteM2": 30,
    "activiteit": "kapper",
    "bewoner": True,
}
KANTOOR = {"gemeente": "enschede", "locatie": "Singel", "oppervlakteM2": 300}
