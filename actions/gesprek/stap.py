"""One turn of any check as a conversation: from what is known and one message to what to say next. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.checkteksten import CheckTekst, checkteksten
from actions.gesprek.lezen import Gelezen, lees
from actions.gesprek.stand import Stand
from actions.gesprek.terugzeggen import gehoord, is_bekend, meegenomen, nieuwe
from actions.gesprek.tussenwoorden import GRAAG, KAN_ZIJN, LAAT_MAAR, STEL, TOT_ONS, VAAG, VERDER, WAT, WIJZIG
from actions.gesprek.vaste_teksten import IN_NOOD
from actions.gesprek.vrije_tekst import zegt_zeker
from actions.gesprek.woorden import noemt
from actions.gespreksteksten import teksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, InvoerFouten, Uitkomst

GEMEENTE_ONBEKEND = "anders"
_VEEL = 1_000  # visitors: if even this many change nothing, asking for the number has no use
_ZEKER = 0.5  # below this a word for stopping or starting anew may as well be a trade
_MEESTE_POGINGEN = 3

# Said in the middle of the check, these get their ordinary reply, and the question once more.
_TUSSENDOOR = (
    *("groet", "bedankt", "wie_ben_jij", "medewerker", "scheldwoorden", "opdracht_aan_bot", "belofte_gevraagd"),
    *("klacht", *IN_NOOD),
)
_GEEN_ANTWOORD = ("annuleer", "opnieuw", "waarom_vraagt_u", "weet_ik_niet")
# A first time we say sorry and go on; a second time is for a person.
_ONTEVREDEN = ("klacht", "scheldwoorden")
# These a message may be although it has an answer in it: "nee, laat maar", "40, en nu wil ik een mens spreken".
_GAAT_VOOR = ("annuleer", "opnieuw", "medewerker", "scheldwoorden", "opdracht_aan_bot")
# Taken for these by a word, an answer in one's own words is an answer still: "garantiebewijzen nakijken".
_OM_EEN_WOORD = ("wie_ben_jij", "belofte_gevraagd", "opdracht_aan_bot")


@dataclass(frozen=True)
class Stap:
    """`stand`: from now on; `stand.gevraagd` is the field to ask, None when there is a verdict or the user stopped.

    `uitkomst`: what the check says now; None when it was not asked. `meldingen`: sentences to say first.
    `beleidsvraag`: the message is a question to the policy, to be answered before the field is asked again;
    `vaste_tekst`: it has an intent with a reply of its own, to be given before that. `opgegeven`: this leads nowhere.
    """

    stand: Stand
    uitkomst: Uitkomst | None = None
    meldingen: tuple[str, ...] = ()
    beleidsvraag: bool = False
    vaste_tekst: str | None = None
    afgebroken: bool = False
    opgegeven: bool = False


def zet_stap(bericht: Bericht, stand: Stand, check: Check) -> Stap:
    """The next step. A message before the first question (`stand.gevraagd` is None) is the plan that started the check,
    or another value after the verdict."""
    if stand.gevraagd is not None and (bijzonder := _bijzonder(bericht, stand, check)) is not None:
        return bijzonder
    gelezen = lees(bericht, stand, check)
    if stand.gevraagd is not None and _vraagt(bericht, gelezen):
        return _nog_eens(stand, beleidsvraag=True)  # "hoeveel m² mag het zijn?" tells no fact of the plan
    if stand.gevraagd is not None and not gelezen.velden and gelezen.deel in (None, stand.deel):
        return _nietsgehoord(bericht, stand, check)
    return verder(gelezen, stand, check)


def _vraagt(bericht: Bericht, gelezen: Gelezen) -> bool:
    """Whether the message asks what the policy says, and tells or supposes nothing."""
    if not bericht.is_vraag or bericht.intent == "geef_gegevens":
        return False
    return not (gelezen.velden and (STEL.match(bericht.tekst) or KAN_ZIJN.match(bericht.tekst)))


def verder(gelezen: Gelezen, stand: Stand, check: Check) -> Stap:
    """Judge what is known now; ask what the check still needs."""
    eigen = checkteksten()[check.naam]
    velden = {**_zonder_wat_erbij_hoort(stand.velden, gelezen.velden, eigen), **gelezen.velden}
    meldingen: list[str] = []
    if velden.get("gemeente") == GEMEENTE_ONBEKEND:
        del velden["gemeente"]
        meldingen.append(teksten().zinnen["andere_gemeente"])
    fout: str | None = None
    try:
        uitkomst = check.beoordeel(velden)
    except InvoerFouten as fouten:
        meldingen += dict.fromkeys(fout["melding"] for fout in fouten.fouten)
        fout = fouten.fouten[0]["veld"]
        velden = {veld: w for veld, w in velden.items() if veld not in {fout["veld"] for fout in fouten.fouten}}
        uitkomst = check.beoordeel(velden)
    overgeslagen = tuple(veld for veld in stand.overgeslagen if veld not in gelezen.velden)
    nieuw = replace(stand, velden=velden, deel=gelezen.deel, overgeslagen=overgeslagen, klaar=False)
    vraag = fout or _volgende_vraag(uitkomst, nieuw, check, eigen)
    laatste = next((veld for veld in reversed(list(gelezen.velden)) if veld in velden), stand.laatste)
    if vraag is None and uitkomst.ontbreekt:
        laatste = uitkomst.ontbreekt[0]  # what the user may find out yet
    nieuw = replace(nieuw, gevraagd=vraag, laatste=laatste, klaar=vraag is None)
    if stand.gevraagd is not None and vraag is not None:  # a verdict says itself what was understood
        meldingen += gehoord(gelezen, stand, nieuw, check)
        if not meldingen and vraag == stand.gevraagd and is_bekend(gelezen, stand):
            meldingen.append(teksten().zinnen["al_bekend"])
    elif vraag is None and uitkomst.oordeel == ONVOLLEDIG and stand.klaar:  # what is open says nothing of the rest
        meldingen += meegenomen(gelezen, stand, nieuw, check)
    stap = Stap(nieuw, uitkomst, tuple(meldingen))
    return stap if nieuwe(gelezen, stand, nieuw) else _geteld(stap, stand)


def _bijzonder(bericht: Bericht, stand: Stand, check: Check) -> Stap | None:
    """Stop, start anew, why, don't know, thank you: what people say instead of an answer."""
    zinnen, gevraagd, eigen = teksten().zinnen, stand.gevraagd or "", checkteksten()[check.naam]
    if VERDER.match(bericht.tekst):
        return _nog_eens(stand)
    if stand.pogingen and GRAAG.match(bericht.tekst):  # we just said how to get to a person
        return _nog_eens(stand, vaste_tekst="medewerker")
    if LAAT_MAAR.match(bericht.tekst):
        return _gestopt()
    if bericht.zekerheid < _ZEKER or zegt_zeker(gevraagd, bericht.tekst, check) or _antwoordt(bericht, stand, check):
        return None
    if bericht.intent == "scheldwoorden" and _is_vrij(gevraagd, check) and len(bericht.tekst.split()) == 1:
        return None  # "tolk", "visagist": one word alone is sooner a trade that the classifier does not know
    if bericht.intent == "annuleer":
        return _gestopt()
    if bericht.intent == "opnieuw":
        bewaard = {naam: waarde for naam, waarde in stand.velden.items() if naam == "gemeente"}
        stap = verder(Gelezen({}), Stand(velden=bewaard), check)
        return replace(stap, meldingen=(zinnen["opnieuw"], *stap.meldingen))
    if WAT.match(bericht.tekst):
        return _geteld(_nog_eens(stand, eigen.velden[gevraagd].hulp), stand)
    if bericht.intent in _ONTEVREDEN and not stand.pogingen:
        return _geteld(_nog_eens(stand, zinnen["klacht_onderweg"]), stand)
    if bericht.intent == "waarom_vraagt_u":
        return _nog_eens(stand, eigen.velden[gevraagd].waarom)
    if bericht.intent == "weet_ik_niet":
        if bericht.zekerheid < 1 and _is_vaag(bericht, gevraagd, check):
            return None  # "niet zo ver hoor"
        return _weet_niet(stand, check, eigen)
    if WIJZIG.search(bericht.tekst) and (veld := _genoemd_veld(bericht.tekst, stand, eigen)):
        velden = {naam: waarde for naam, waarde in stand.velden.items() if naam != veld}
        return Stap(replace(stand, velden=velden, gevraagd=veld, pogingen=0), meldingen=(zinnen["toch_anders"],))
    if bericht.intent in _TUSSENDOOR:
        return _nog_eens(stand, vaste_tekst=bericht.intent)
    return None


def _gestopt() -> Stap:
    return Stap(Stand(), meldingen=(teksten().zinnen["gestopt"],), afgebroken=True)


def _antwoordt(bericht: Bericht, stand: Stand, check: Check) -> bool:
    """Whether the message answers what is asked, although it has the intent of something else ("ja dat beloof ik")."""
    gevraagd = stand.gevraagd or ""
    if bericht.is_vraag or bericht.intent in IN_NOOD or bericht.intent not in (*_TUSSENDOOR, *_GEEN_ANTWOORD):
        return False
    if _is_vrij(gevraagd, check):
        return bericht.intent in _OM_EEN_WOORD and not TOT_ONS.search(bericht.tekst)
    gezegd = lees(bericht, stand, check).velden.get(gevraagd)
    if gezegd is None:
        return False
    if isinstance(gezegd, bool) or (not gezegd and bericht.eerste("ja_nee") is False):  # no more than a yes or no
        return bericht.intent not in (*_GAAT_VOOR, "weet_ik_niet")
    return bericht.intent not in _GAAT_VOOR or bericht.zekerheid < 1  # "geen idee, zo'n 40"


def _is_vaag(bericht: Bericht, gevraagd: str, check: Check) -> bool:
    """An amount without a number, where a number is asked: "vlak bij het station"."""
    eigenschappen: Any = check.schema["properties"]
    return eigenschappen[gevraagd]["type"] in ("number", "integer") and VAAG.search(bericht.tekst) is not None


def _genoemd_veld(tekst: str, stand: Stand, eigen: CheckTekst) -> str | None:
    bekend = [veld for veld in eigen.velden if veld in stand.velden]
    return next((veld for veld in bekend if noemt(tekst, (*eigen.velden[veld].noemt, veld))), None)


def _weet_niet(stand: Stand, check: Check, eigen: CheckTekst) -> Stap:
    """Says how to find out, and goes on without; what nothing can be said without is asked once more."""
    gevraagd, zinnen = stand.gevraagd or "", teksten().zinnen
    uitzoeken = eigen.velden[gevraagd].uitzoeken
    if _is_vrij(gevraagd, check) or gevraagd == "gemeente":
        nog = _nog_eens(stand, zinnen["weet_niet_nodig"].format(uitzoeken=uitzoeken))
        return _geteld(nog, stand)
    optioneel = gevraagd in eigen.vraag_ook  # who cannot say the one cannot say the other
    overgeslagen = (*stand.overgeslagen, *(eigen.vraag_ook if optioneel else (gevraagd,)))
    stap = verder(Gelezen({}, stand.deel), replace(stand, overgeslagen=overgeslagen), check)
    zin = zinnen["weet_niet_optioneel" if optioneel else "weet_niet_verder"].format(uitzoeken=uitzoeken)
    return replace(stap, meldingen=(zin, *stap.meldingen))


def _nietsgehoord(bericht: Bericht, stand: Stand, check: Check) -> Stap:
    eigen = checkteksten()[check.naam]
    if stand.gevraagd in eigen.vraag_ook and stand.pogingen:  # it is no longer worth insisting
        overgeslagen = (*stand.overgeslagen, *eigen.vraag_ook)
        return verder(Gelezen({}, stand.deel), replace(stand, overgeslagen=overgeslagen), check)
    hulp = eigen.velden[stand.gevraagd or ""].hulp
    zin = "begrepen_niet" if not stand.pogingen else "weer_niet_begrepen"
    if _is_vaag(bericht, stand.gevraagd or "", check):
        zin = "geen_getal"
    return _geteld(_nog_eens(stand, teksten().zinnen[zin], hulp), stand)


def _volgende_vraag(uitkomst: Uitkomst, stand: Stand, check: Check, eigen: CheckTekst) -> str | None:
    """What the check lacks; after that optional fields, where their value can still change the verdict."""
    if uitkomst.oordeel == NIET_VAN_TOEPASSING:
        return None
    if uitkomst.oordeel == ONVOLLEDIG:
        open_ = [veld for veld in uitkomst.ontbreekt if veld not in stand.overgeslagen]
        geheel = eigen.velden[open_[0]].deel_van if open_ else None
        if stand.deel is not None and geheel in open_:
            return geheel  # a share was given: the whole gives the part
        return open_[0] if open_ else None
    for veld in eigen.vraag_ook:
        if veld in stand.velden or veld in stand.overgeslagen:
            continue
        if check.beoordeel({**stand.velden, veld: _VEEL}).oordeel != uitkomst.oordeel:
            return veld
    return None


def _zonder_wat_erbij_hoort(velden: Mapping[str, Any], nieuw: Mapping[str, Any], eigen: CheckTekst) -> dict[str, Any]:
    """Without what said something of a value that is replaced: the kind of another trade."""
    weg = {veld for veld, tekst in eigen.velden.items() if tekst.hoort_bij in nieuw}
    return {veld: waarde for veld, waarde in velden.items() if veld not in weg}


def _geteld(stap: Stap, eerder: Stand) -> Stap:
    """Counts answers of no use to one question; after a few we say that we do not get further."""
    zelfde = stap.stand.gevraagd is not None and stap.stand.gevraagd == eerder.gevraagd
    pogingen = eerder.pogingen + 1 if zelfde else 0
    if pogingen < _MEESTE_POGINGEN:
        return replace(stap, stand=replace(stap.stand, pogingen=pogingen))
    stand = replace(stap.stand, gevraagd=None, pogingen=0)
    return Stap(stand, meldingen=(teksten().zinnen["drie_keer"],), opgegeven=True)


def _is_vrij(veld: str, check: Check) -> bool:
    eigenschappen: Any = check.schema["properties"]
    regel = eigenschappen.get(veld, {})
    return regel.get("type") == "string" and "enum" not in regel


def _nog_eens(stand: Stand, *meldingen: str, beleidsvraag: bool = False, vaste_tekst: str | None = None) -> Stap:
    return Stap(stand, meldingen=meldingen, beleidsvraag=beleidsvraag, vaste_tekst=vaste_tekst)
