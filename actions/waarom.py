"""Why: the trail of a verdict as a small tree. The verdict, under it every rule, and under each rule its facts.

Which facts a rule used is not written down anywhere: it is found by asking the check again without each of them. A rule
that then says something else has used it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.checks import Check
from actions.checks.velden import GEMEENTEN
from actions.toelichtingsteksten import VeldWoorden, datum, teksten
from actions.uitkomst import InvoerFouten, Regel, Uitkomst
from knowledge.antwoord import MAX_TEKST

_KIEST_DE_REGELS = ("gemeente", "peildatum")  # whose rules and of which day: every rule rests on them


@dataclass(frozen=True)
class Feit:
    """One fact that was given, with its value in words."""

    veld: str
    naam: str
    waarde: object
    tekst: str

    def to_json(self) -> dict[str, object]:
        return {"veld": self.veld, "naam": self.naam, "waarde": self.waarde, "tekst": self.tekst}


@dataclass(frozen=True)
class Tak:
    """One rule, with its name to read. `beslissend`: its verdict is that of the whole."""

    regel: Regel
    naam: str
    woorden: str
    beslissend: bool
    feiten: tuple[Feit, ...]

    def to_json(self) -> dict[str, object]:
        feiten = [feit.to_json() for feit in self.feiten]
        eigen = {"naam": self.naam, "woorden": self.woorden, "beslissend": self.beslissend, "feiten": feiten}
        return {**self.regel.to_json(), **eigen}


@dataclass(frozen=True)
class Waarom:
    """The root. `tekst` is the tree in sentences, at most as long as a reply in the chat may be."""

    oordeel: str
    woorden: str
    tekst: str
    regels: tuple[Tak, ...]

    def to_json(self) -> dict[str, object]:
        regels = [tak.to_json() for tak in self.regels]
        return {"oordeel": self.oordeel, "woorden": self.woorden, "tekst": self.tekst, "regels": regels}


def waarom(check: Check, fields: Mapping[str, object], uitkomst: Uitkomst) -> Waarom:
    """The tree of this verdict, its rules in the order of the report."""
    feiten = gegeven_feiten(check, fields)
    zonder = {veld: _gezegd(check, fields, veld) for veld in feiten if veld not in _KIEST_DE_REGELS}
    takken = tuple(
        Tak(
            regel,
            regel.regel.replace("_", " ").capitalize(),
            teksten().oordeel(regel.oordeel),
            regel.oordeel == uitkomst.oordeel,
            tuple(feiten[veld] for veld, gezegd in zonder.items() if _kern(regel) not in gezegd),
        )
        for regel in uitkomst.regels
    )
    return Waarom(uitkomst.oordeel, teksten().oordeel(uitkomst.oordeel), _tekst(uitkomst, takken), takken)


def gegeven_feiten(check: Check, fields: Mapping[str, object]) -> dict[str, Feit]:
    """What was given, in the order of the schema."""
    eigenschappen: Any = check.schema["properties"]
    woorden = teksten().check(check.naam)
    return {
        veld: Feit(
            veld, woorden.veld(veld).naam, fields[veld], _in_woorden(eigenschap, woorden.veld(veld), fields[veld])
        )
        for veld, eigenschap in eigenschappen.items()
        if veld in fields
    }


def _in_woorden(eigenschap: Mapping[str, Any], veld: VeldWoorden, waarde: object) -> str:
    if eigenschap.get("format") == "date":
        return datum(date.fromisoformat(str(waarde)))
    if "enum" in eigenschap:
        woord = str(waarde).replace("_", " ")
        return woord.capitalize() if woord in GEMEENTEN else woord
    return veld.waarde(waarde)


def _gezegd(check: Check, fields: Mapping[str, object], veld: str) -> set[tuple[str, str, str]]:
    """What the rules say without the field; of a yes or no, only what they say the other way round as well."""
    over = _regels(check, {naam: waarde for naam, waarde in fields.items() if naam != veld})
    if isinstance(fields[veld], bool):
        over &= _regels(check, {**fields, veld: not fields[veld]})
    return over


def _regels(check: Check, fields: Mapping[str, object]) -> set[tuple[str, str, str]]:
    try:
        return {_kern(regel) for regel in check.beoordeel(fields).regels}
    except InvoerFouten:  # impossible together: then it says nothing about what was used
        return set()


def _kern(regel: Regel) -> tuple[str, str, str]:
    return regel.regel, regel.oordeel, regel.uitleg


def _tekst(uitkomst: Uitkomst, takken: tuple[Tak, ...]) -> str:
    """The verdict, the rules that decided with their facts, and where the others are; whole lines only."""
    zinnen = teksten().zinnen
    regels = [f"{teksten().oordeel(uitkomst.oordeel)}."]
    beslissend = [tak for tak in takken if tak.beslissend]
    if not beslissend:
        return "\n".join((*regels, uitkomst.samenvatting if not takken else zinnen["overige"]))[:MAX_TEKST]
    regels.append(zinnen["doorslag"])
    gezegd = ""
    for tak in beslissend:
        feiten = "; ".join(f"{_klein(feit.naam)}: {feit.tekst}" for feit in tak.feiten)
        nieuw = feiten and feiten != gezegd  # the same facts are said once
        regel = f"• {tak.regel.uitleg}" + (f" {zinnen['feiten'].format(feiten=feiten)}" if nieuw else "")
        gezegd = feiten or gezegd
        if len("\n".join((*regels, regel, zinnen["overige"]))) > MAX_TEKST:
            break
        regels.append(regel)
    return "\n".join((*regels, zinnen["overige"]))


def _klein(naam: str) -> str:
    return naam[:1].lower() + naam[1:]
