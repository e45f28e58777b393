"""How a verdict is shown: a colour and a sign; the words are those of `actions/teksten/toelichting.yml`."""

from typing import NamedTuple


class Toon(NamedTuple):
    """`kleur`: a class of the style sheet; `teken`: says the same to who sees no colour."""

    kleur: str
    teken: str


_GOED, _LET_OP, _NEE, _NEUTRAAL, _ONBEKEND = (
    Toon("goed", "✓"),
    Toon("letop", "!"),
    Toon("nee", "✕"),
    Toon("neutraal", "i"),
    Toon("neutraal", "?"),
)
_TONEN = {
    "toegestaan": _GOED,
    "toegestaan_onder_voorwaarden": _GOED,
    "behouden": _GOED,
    "beschikbaar": _GOED,
    "binnen_otb": _GOED,
    "voorwaarde_niet_vervuld": _LET_OP,
    "vergunning_binnenplans": _LET_OP,
    "vergunning_buitenplans": _LET_OP,
    "terughoudend": _LET_OP,
    "impact_verkleinen": _LET_OP,
    "maatwerk": _LET_OP,
    "verwijzing_regio": _LET_OP,
    "niet_toegestaan": _NEE,
    "niet_beschikbaar": _NEE,
    "onbekend_terrein": _ONBEKEND,
    "onvolledig": _ONBEKEND,
}


def toon(oordeel: str) -> Toon:
    """What is neither good nor bad news, such as that a check does not apply, is neutral."""
    return _TONEN.get(oordeel, _NEUTRAAL)
