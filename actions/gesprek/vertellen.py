"""A verdict as a reply: what it says, what was understood, what one can do next; or what is known so far."""

from collections.abc import Mapping
from typing import Any

from actions.checks import Check
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.mogelijkheden import mogelijkheden
from actions.gesprek.stand import Stand
from actions.gespreksteksten import teksten
from actions.toelichtingsteksten import teksten as toelichtingsteksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, Uitkomst
from actions.waarom import gegeven_feiten
from knowledge.antwoord import MAX_TEKST, Antwoord, Knop
from knowledge.bron import Bron

_MEESTE_BRONNEN = 3


def vertel(uitkomst: Uitkomst, stand: Stand, check: Check) -> Antwoord:
    """The verdict, with the citations of the rules that decided."""
    if uitkomst.oordeel == ONVOLLEDIG:
        return _open(uitkomst, stand, check)
    tekst = _aangevuld(uitkomst.samenvatting, begrepen(check, stand.velden), teksten().zinnen["klopt_niet"])
    return Antwoord("uitkomst", tekst, _gronden(uitkomst), tuple(_knoppen(uitkomst, check)), uitkomst.to_json())


def begrepen(check: Check, velden: Mapping[str, Any]) -> str:
    """Everything that was understood, a line each."""
    regels = [f"• {feit.naam}: {feit.tekst}" for feit in gegeven_feiten(check, velden).values()]
    return "\n".join((teksten().zinnen["begrepen"], *regels))


def _aangevuld(tekst: str, *alineas: str) -> str:
    """With the paragraphs that have room."""
    for alinea in alineas:
        if len(tekst) + len(alinea) + 2 > MAX_TEKST:
            break
        tekst = f"{tekst}\n\n{alinea}"
    return tekst


def _open(uitkomst: Uitkomst, stand: Stand, check: Check) -> Antwoord:
    """The user does not know everything: what the verdict would be for each possibility of the first such fact."""
    zinnen, woorden = teksten().zinnen, toelichtingsteksten().check(check.naam)
    veld = uitkomst.ontbreekt[0]
    naam = woorden.veld(veld).naam
    kan = mogelijkheden(check, stand.velden, veld)
    knoppen: list[Knop] = []
    if kan:
        regels = [zinnen["mogelijkheid"].format(waarde=een.waarde, oordeel=een.oordeel) for een in kan]
        tekst = _aangevuld("\n".join((zinnen["hangt_af"].format(naam=naam), *regels)), zinnen["weet_u_het"])
        eigenschappen: Any = check.schema["properties"]
        if eigenschappen[veld]["type"] in ("boolean", "string"):
            knoppen = [Knop(f"{een.waarde}", f"{naam}: {een.waarde}") for een in kan]
    else:
        namen = "; ".join(woorden.veld(open_).naam for open_ in uitkomst.ontbreekt)
        tekst = zinnen["geen_uitkomst"].format(velden=namen)
    knoppen.append(teksten().knoppen["medewerker"])
    return Antwoord("uitkomst", tekst[:MAX_TEKST], (), tuple(knoppen), uitkomst.to_json())


def _knoppen(uitkomst: Uitkomst, check: Check) -> list[Knop]:
    vast = teksten().knoppen
    if uitkomst.oordeel == NIET_VAN_TOEPASSING:  # every other plan there would end the same way
        return [vast["medewerker"]]
    knoppen = [Knop(naam, naam) for naam in _bedoeld(uitkomst)]
    knoppen.append(vast["waarom"])
    if toelichtingsteksten().check(check.naam).rang.get(uitkomst.oordeel, 0):
        knoppen.append(vast["wat_als"])
    return [*knoppen, Knop(vast["nog_een"].titel, checkteksten()[check.naam].knop.bericht), vast["medewerker"]]


def _bedoeld(uitkomst: Uitkomst) -> list[str]:
    """What may have been meant in place of what is in no list."""
    extra: Mapping[str, Any] = uitkomst.extra
    return [str(naam) for naam in extra.get("suggesties", ())]


def _gronden(uitkomst: Uitkomst) -> tuple[Bron, ...]:
    """The citations of the rules that decided."""
    bronnen: dict[Bron, None] = {regel.bron: None for regel in uitkomst.regels if regel.oordeel == uitkomst.oordeel}
    return tuple(bronnen)[:_MEESTE_BRONNEN]
