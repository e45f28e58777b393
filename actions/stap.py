"""One turn of the check `werken-aan-huis` as a conversation: from what is known and one message to what to say next.

Pure. The check decides what is missing, what is impossible and when the verdict is settled; this module only asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actions.activiteit_vinden import vind_activiteit
from actions.antwoord_lezen import BEZOEKERS, Stand, lees
from actions.bericht import Bericht
from actions.checks import Check
from actions.gespreksteksten import teksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, InvoerFouten, Uitkomst

GEMEENTE_ONBEKEND = "anders"
_VEEL = 1_000  # visitors: if even this many change nothing, asking for the number has no use
_ZEKER = 0.5  # below this a word for stopping or starting anew may as well be a trade


# Said in the middle of the check, these get their ordinary reply, and the question once more.
_TUSSENDOOR = ("groet", "bedankt", "wie_ben_jij", "medewerker", "scheldwoorden", "opdracht_aan_bot", "belofte_gevraagd")


@dataclass(frozen=True)
class Stap:
    """`vraag`: the field to ask now, None when there is a verdict or the user stopped. `meldingen`: sentences to say
    first.

    `beleidsvraag`: the message is a question to the policy, to be answered before the field is asked again;
    `vaste_tekst`: it has an intent with a reply of its own, to be given before that.
    """

    velden: Mapping[str, Any]
    vraag: str | None
    meldingen: tuple[str, ...] = ()
    laatste: str | None = None
    deel: float | None = None
    overgeslagen: tuple[str, ...] = ()
    beleidsvraag: bool = False
    vaste_tekst: str | None = None
    afgebroken: bool = False


@dataclass(frozen=True)
class Gesprek:
    """What the conversation remembers of the check between two turns."""

    stand: Stand = field(default_factory=Stand)
    overgeslagen: tuple[str, ...] = ()


def zet_stap(bericht: Bericht, gesprek: Gesprek, check: Check) -> Stap:
    """The next step. A message before the first question (`stand.gevraagd` is None) is the plan that started the
    check."""
    stand = gesprek.stand
    if stand.gevraagd is not None:
        bijzonder = _bijzonder(bericht, gesprek, check)
        if bijzonder is not None:
            return bijzonder
    nieuw = _nieuw(bericht, stand, check)
    if stand.gevraagd is not None and not nieuw:
        return _niets_gehoord(bericht, gesprek, check)
    return _verder(nieuw, gesprek, check)


def feiten(bericht: Bericht, velden: Mapping[str, Any], check: Check) -> dict[str, Any]:
    """What a message outside the check tells of the plan, to be remembered for when the check starts."""
    nieuw = _nieuw(bericht, Stand(velden=velden), check)
    return {veld: waarde for veld, waarde in nieuw.items() if veld not in ("gemeente", "deelVanWoning")}


def _nieuw(bericht: Bericht, stand: Stand, check: Check) -> dict[str, Any]:
    tekst = teksten().velden.get(stand.gevraagd or "")
    nieuw = lees(bericht, stand, tekst)
    if bericht.is_vraag and stand.gevraagd is not None and bericht.intent != "geef_gegevens":
        return {}
    if "activiteit" not in stand.velden or stand.gevraagd is None:
        activiteit = vind_activiteit(bericht.tekst, check)
        if activiteit is None and stand.gevraagd == "activiteit" and not nieuw.keys() - {"gemeente"}:
            activiteit = bericht.tekst  # not recognised: the check will ask for its kind
        nieuw = {**nieuw, "activiteit": activiteit} if activiteit else nieuw
    return nieuw


def _bijzonder(bericht: Bericht, gesprek: Gesprek, check: Check) -> Stap | None:
    """Stop, start anew, why, don't know, thank you: what people say instead of an answer."""
    stand, zinnen = gesprek.stand, teksten().check
    veld = teksten().velden[stand.gevraagd or ""]
    if bericht.zekerheid < _ZEKER or (stand.gevraagd == "activiteit" and vind_activiteit(bericht.tekst, check)):
        return None
    if bericht.intent == "scheldwoorden" and stand.gevraagd == "activiteit" and len(bericht.tekst.split()) == 1:
        return None  # "tolk", "visagist": one word alone is sooner a trade that the classifier does not know
    if bericht.intent == "annuleer":
        return Stap({}, None, (zinnen["gestopt"],), afgebroken=True)
    if bericht.intent == "opnieuw":
        bewaard = {naam: waarde for naam, waarde in stand.velden.items() if naam == "gemeente"}
        stap = _verder({}, Gesprek(Stand(velden=bewaard)), check)
        return replace(stap, meldingen=(zinnen["opnieuw"], *stap.meldingen))
    if bericht.intent == "waarom_vraagt_u":
        return _nog_eens(gesprek, veld.waarom)
    if bericht.intent == "weet_ik_niet":
        return _sla_over(gesprek, check) if stand.gevraagd in BEZOEKERS else _nog_eens(gesprek, zinnen["weet_niet"])
    if bericht.intent in _TUSSENDOOR:
        return replace(_nog_eens(gesprek), vaste_tekst=bericht.intent)
    return None


def _niets_gehoord(bericht: Bericht, gesprek: Gesprek, check: Check) -> Stap:
    stand = gesprek.stand
    if bericht.is_vraag:
        return replace(_nog_eens(gesprek), beleidsvraag=True)
    if stand.gevraagd in BEZOEKERS:
        return _sla_over(gesprek, check)
    return _nog_eens(gesprek, teksten().check["begrepen_niet"], teksten().velden[stand.gevraagd or ""].hulp)


def _verder(nieuw: Mapping[str, Any], gesprek: Gesprek, check: Check) -> Stap:
    """Judge what is known now; ask what the check still needs."""
    stand = gesprek.stand
    velden = {**stand.velden, **nieuw}
    deel = velden.pop("deelVanWoning", stand.deel) if "deelVanWoning" in velden else stand.deel
    if "activiteit" in nieuw and "activiteitCategorie" not in nieuw:
        velden.pop("activiteitCategorie", None)  # it belonged to another activity
    meldingen: list[str] = []
    fout: str | None = None
    if velden.get("gemeente") == GEMEENTE_ONBEKEND:
        del velden["gemeente"]
        meldingen.append(teksten().check["andere_gemeente"])
    try:
        uitkomst = check.beoordeel(velden)
    except InvoerFouten as fouten:
        meldingen += list(dict.fromkeys(fout["melding"] for fout in fouten.fouten))
        fout = fouten.fouten[0]["veld"]
        for fout_veld in fouten.fouten:
            velden.pop(fout_veld["veld"], None)
        uitkomst = check.beoordeel(velden)
    vraag = fout or _volgende_vraag(uitkomst, velden, gesprek, check)
    if deel is not None and vraag == "bedrijfOppervlakteM2" and "woningOppervlakteM2" not in velden:
        vraag = "woningOppervlakteM2"  # a share was given: the whole gives the part
    laatste = next((veld for veld in reversed(list(nieuw)) if veld in velden), stand.laatste)
    return Stap(velden, vraag, tuple(meldingen), laatste, deel, gesprek.overgeslagen)


def _volgende_vraag(uitkomst: Uitkomst, velden: Mapping[str, Any], gesprek: Gesprek, check: Check) -> str | None:
    """What the check lacks; after that visitors, if their number can still change the verdict."""
    if uitkomst.oordeel == ONVOLLEDIG:
        return uitkomst.ontbreekt[0]
    if uitkomst.oordeel == NIET_VAN_TOEPASSING:
        return None
    for veld in BEZOEKERS:
        if veld in velden or veld in gesprek.overgeslagen:
            continue
        if check.beoordeel({**velden, veld: _VEEL}).oordeel != uitkomst.oordeel:
            return veld
    return None


def _sla_over(gesprek: Gesprek, check: Check) -> Stap:
    return _verder({}, Gesprek(gesprek.stand, BEZOEKERS), check)  # who cannot say the one cannot say the other


def _nog_eens(gesprek: Gesprek, *meldingen: str) -> Stap:
    stand = gesprek.stand
    return Stap(stand.velden, stand.gevraagd, meldingen, stand.laatste, stand.deel, gesprek.overgeslagen)
