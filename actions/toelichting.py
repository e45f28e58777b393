"""The explanation of one verdict: why, what if, and what follows. Pure; works for every check by its JSON Schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from actions.checks import Check
from actions.toelichtingsteksten import teksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, Uitkomst
from actions.vervolg import Stap, vervolg
from actions.waarom import Feit, Waarom, gegeven_feiten, waarom
from actions.wat_als import WatAls, wat_als, zonder_wat_als
from knowledge.antwoord import MAX_TEKST, Antwoord
from knowledge.bron import Bron

_MEESTE_BRONNEN = 3


@dataclass(frozen=True)
class Toelichting:
    """`wat_als_zin` and `vervolg_zin` say why `wat_als` or `vervolg` is empty; "" where it is not.

    `feiten`: everything that was given, in words. `titel`: of the check.
    """

    titel: str
    uitkomst: Uitkomst
    feiten: tuple[Feit, ...]
    waarom: Waarom
    wat_als: tuple[WatAls, ...]
    wat_als_zin: str
    vervolg: tuple[Stap, ...]
    vervolg_zin: str

    def to_json(self) -> dict[str, object]:
        return {
            "uitkomst": self.uitkomst.to_json(),
            "waarom": self.waarom.to_json(),
            "watAls": [een.to_json() for een in self.wat_als],
            "watAlsZin": self.wat_als_zin,
            "vervolg": [stap.to_json() for stap in self.vervolg],
            "vervolgZin": self.vervolg_zin,
        }


def licht_toe(
    check: Check, fields: Mapping[str, object], vindplaats: Callable[[Bron], Bron] = lambda bron: bron
) -> Toelichting:
    """The verdict for these fields with its explanation. Raises InvoerFouten, as the check itself does.

    `vindplaats` makes the citation of a step open at its sentence (see actions/vindplaats.py).
    """
    uitkomst = check.beoordeel(fields)
    vast = fields  # every question is put to the rules of the day of the verdict, also around midnight
    if "peildatum" in uitkomst.gegevens:
        vast = {**fields, "peildatum": uitkomst.gegevens["peildatum"]}
    anders = wat_als(check, vast, uitkomst)
    stappen = tuple(replace(stap, bron=vindplaats(stap.bron)) for stap in vervolg(uitkomst))
    return Toelichting(
        titel=check.titel,
        uitkomst=uitkomst,
        feiten=tuple(gegeven_feiten(check, fields).values()),
        waarom=waarom(check, vast, uitkomst),
        wat_als=anders,
        wat_als_zin="" if anders else zonder_wat_als(check, uitkomst),
        vervolg=stappen,
        vervolg_zin=""
        if stappen or uitkomst.oordeel in (ONVOLLEDIG, NIET_VAN_TOEPASSING)
        else teksten().zinnen["geen_vervolg"],
    )


def antwoord_waarom(toelichting: Toelichting) -> Antwoord:
    """The reply to "waarom?", with the citations of the rules that decided."""
    bronnen = tuple(dict.fromkeys(tak.regel.bron for tak in toelichting.waarom.regels if tak.beslissend))
    return Antwoord("antwoord" if bronnen else "melding", toelichting.waarom.tekst, bronnen[:_MEESTE_BRONNEN])


def antwoord_wat_als(toelichting: Toelichting) -> Antwoord:
    """The reply to "wat als?": the changes, mildest first, or why there is none."""
    zinnen = [een.tekst for een in toelichting.wat_als] or [toelichting.wat_als_zin]
    tekst = zinnen[0]
    for zin in zinnen[1:]:
        if len(tekst) + len(zin) < MAX_TEKST:
            tekst = f"{tekst} {zin}"
    return Antwoord("melding", tekst)
