"""A user with a plan, who answers what is asked: drives a conversation by `verwacht.veld`, as a program of a partner
would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

# bericht, gesprekId (None the first time), gemeente of the page -> the reply of POST /v1/berichten
Send = Callable[[str, str | None, str | None], Mapping[str, Any]]
CHECKS = ("werken_aan_huis", "kantoorlocatie", "informele_locatie", "functiemenging", "bedrijfskavel", "otb_gebied")
GEDRAG = (
    *("gewoon", "verbeteringen", "afbreken", "uitstapjes", "weet_niet", "alles_ineens", "een_woord", "tikfouten"),
    *("wisselen", "onmogelijk", "wat_als", "vreemden"),
)


@dataclass(frozen=True)
class Gesprek:
    """One conversation. `begin`: the opening messages. `gemeente`: of the page, if it has one.

    `zegt`: per field what the user says when it is asked; a list is said one after another. `tussendoor`: per field
    what the user says first. `daarna`: messages after the verdict. `oordeel`: of the last verdict; None for none.
    """

    naam: str
    begin: tuple[str, ...]
    zegt: Mapping[str, Any]
    oordeel: str | None
    hooguit: int
    tussendoor: Mapping[str, str] = field(default_factory=dict)
    daarna: tuple[str, ...] = ()
    gemeente: str | None = None


@dataclass(frozen=True)
class Verslag:
    """What came of it: the last verdict (None: there was none), every reply, and the fields asked, in order."""

    oordeel: str | None
    beurten: tuple[tuple[str, Mapping[str, Any]], ...]
    gevraagd: tuple[str, ...]

    def soorten(self) -> list[str]:
        return [antwoord["soort"] for _, reply in self.beurten for antwoord in reply["antwoorden"]]


def gesprekken_per_gedrag() -> dict[str, list[Gesprek]]:
    """Every conversation: of each check, and of each behaviour over all checks."""
    map_ = Path(__file__).parent
    return {naam: lees_gesprekken(map_ / f"{naam}.yml") for naam in (*CHECKS, *GEDRAG)}


def alle_gesprekken() -> list[Gesprek]:
    """The conversations of every check."""
    map_ = Path(__file__).parent
    return [gesprek for check in CHECKS for gesprek in lees_gesprekken(map_ / f"{check}.yml")]


def lees_gesprekken(pad: Path) -> list[Gesprek]:
    """The conversations of one YAML file."""
    return [
        Gesprek(
            naam=g["naam"],
            begin=tuple(g["begin"]),
            zegt=g.get("zegt", {}),
            oordeel=g["oordeel"],
            hooguit=g["hooguit"],
            tussendoor=g.get("tussendoor", {}),
            daarna=tuple(g.get("daarna", ())),
            gemeente=g.get("gemeente"),
        )
        for g in yaml.safe_load(pad.read_text(encoding="utf-8"))
    ]


def speel(gesprek: Gesprek, send: Send, beurten: "list[tuple[str, Mapping[str, Any]]] | None" = None) -> Verslag:
    """Talk until nothing is asked any more. `beurten`: a list to keep the turns in, also of what goes wrong.

    Raises AssertionError when a field is asked that the user knows nothing of, or when it takes more than `hooguit`
    messages.
    """
    beurten = [] if beurten is None else beurten
    gevraagd: list[str] = []
    tussendoor = dict(gesprek.tussendoor)
    zegt = {veld: list(wat) if isinstance(wat, list) else [wat] for veld, wat in gesprek.zegt.items()}

    def zeg(bericht: str) -> Mapping[str, Any]:
        reply = send(bericht, beurten[0][1]["gesprekId"] if beurten else None, gesprek.gemeente)
        beurten.append((bericht, reply))
        assert len(beurten) <= gesprek.hooguit, f"{gesprek.naam}: more than {gesprek.hooguit} messages"
        return reply

    def antwoord_op_vragen(reply: Mapping[str, Any]) -> None:
        while reply["verwacht"] is not None:
            veld = reply["verwacht"]["veld"]
            gevraagd.append(veld)
            if veld in tussendoor:
                reply = zeg(tussendoor.pop(veld))
                continue
            assert zegt.get(veld), f"{gesprek.naam}: {veld} is asked, of which the user knows nothing (more)"
            reply = zeg(str(zegt[veld].pop(0) if len(zegt[veld]) > 1 else zegt[veld][0]))

    for bericht in (*gesprek.begin, *gesprek.daarna):
        antwoord_op_vragen(zeg(bericht))
    return Verslag(_laatste_oordeel(beurten), tuple(beurten), tuple(gevraagd))


def _laatste_oordeel(beurten: list[tuple[str, Mapping[str, Any]]]) -> str | None:
    uitkomsten = [a["uitkomst"] for _, reply in beurten for a in reply["antwoorden"] if a["uitkomst"] is not None]
    return uitkomsten[-1]["oordeel"] if uitkomsten else None


def verloop(beurten: list[tuple[str, Mapping[str, Any]]]) -> str:
    """The conversation as text."""
    regels: list[str] = []
    for bericht, reply in beurten:
        regels.append(f"  > {bericht}")
        regels += [f"    [{a['soort']}] {' '.join(a['tekst'].split())}" for a in reply["antwoorden"]]
    return "\n".join(regels)
