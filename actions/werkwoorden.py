"""Turns what somebody does into the name of it: `ik repareer fietsen` -> `ik fietsen repareren`. Pure.

Word lists hold activities as Dutch names them, the object before the verb; people tell them the other way round.
"""

from collections.abc import Sequence

from actions import taal

_VERBEN = {
    "repareren": "repareer repareert",
    "maken": "maak maakt",
    "knippen": "knip knipt",
    "bakken": "bak bakt",
    "bouwen": "bouw bouwt",
    "ontwerpen": "ontwerp ontwerpt",
    "ontwikkelen": "ontwikkel ontwikkelt",
    "herstellen": "herstel herstelt",
    "restaureren": "restaureer restaureert",
    "opknappen": "knap",
    "naaien": "naai naait",
    "trimmen": "trim trimt",
    "verkopen": "verkoop verkoopt",
    "geven": "geef geeft",
    "schilderen": "schilder schildert",
    "schrijven": "schrijf schrijft",
    "zetten": "zet",
    "koken": "kook kookt",
    "opvangen": "vang",
    "bezorgen": "bezorg bezorgt",
    "vervoeren": "vervoer vervoert",
    "verstellen": "verstel verstelt",
    "vertalen": "vertaal vertaalt",
}
_INFINITIEF = {vorm: heel for heel, vormen in _VERBEN.items() for vorm in (heel, *vormen.split())}
_GELIJK = {"sleutelen": "repareren", "sleutel": "repareer", "fixen": "repareren", "fix": "repareer"}
_WIE = {"ik", "we", "wij"}
_GRENS = taal.VERBINDINGEN | taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS


def benoemd(woorden: Sequence[str]) -> list[str]:
    """The words, with a verb right behind "ik" or "wij" moved behind its object, as an infinitive; of verbs that mean
    the same, the one of the lists."""
    woorden = [_GELIJK.get(woord, woord) for woord in woorden]
    uit = list(woorden)
    for plek in range(1, len(woorden)):
        heel = _INFINITIEF.get(woorden[plek])
        if heel is not None and woorden[plek - 1] in _WIE:
            eind = next((n for n in range(plek + 1, len(woorden)) if woorden[n] in _GRENS), len(woorden))
            uit[plek:eind] = [*woorden[plek + 1 : eind], heel]
    return uit
